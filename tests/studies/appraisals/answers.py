"""Answers of whole appraisals, for tests."""

from studies.appraisals.draft import AppraisalForm

LOW = {
    **{"1.1": "Y", "1.2": "Y", "1.3": "N"},
    **{"2.1": "N", "2.2": "N", "2.6": "Y"},
    **{"3.1": "Y", "4.1": "N", "4.2": "N", "4.3": "N"},
    **{"5.1": "Y", "5.2": "N", "5.3": "N"},
}
HIGH = {**LOW, "1.2": "N"}


def a_form(answers=LOW, **said):
    return AppraisalForm.from_json({"answers": answers, **said})
