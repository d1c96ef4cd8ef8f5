"""Rounds on studies, and the appraisals made in them."""

from hashlib import sha256

from django.utils import timezone

from studies import models as studies
from tests.factories.grades import open_round
from tests.factories.making import make, number, settled
from tests.factories.people import a_reviewer, an_editor
from tests.factories.studies import a_reference, a_result, a_study


def a_study_round(*, reviewers=None, **given):
    """A round by RoB 2 on a result, or of what is given, waiting for ``reviewers``."""
    if "instrument" not in given:
        settled(given, "result", a_result)
    if given.get("result"):
        given.setdefault("study", given["result"].study)
    people = [a_reviewer()] if reviewers is None else reviewers
    given.setdefault("variant", "" if "instrument" in given else "assignment")
    round = make(
        studies.StudyRound,
        given,
        study=a_study,
        instrument="rob2",
        version="2019-08-22",
        wanted=max(len(people), 1),
        called_by=an_editor,
    )
    for person in people:
        a_study_assignment(round=round, reviewer=person)
    return round


def a_study_assignment(**given):
    return make(
        studies.StudyAssignment,
        given,
        round=lambda: a_study_round(reviewers=[]),
        reviewer=a_reviewer,
        assigned_by=an_editor,
    )


def a_draft_appraisal(**given):
    """An appraisal that is not handed in, without judgements."""
    reviewer = settled(given, "reviewer", a_reviewer)
    return make(
        studies.Appraisal,
        given,
        round=lambda: a_study_round(reviewers=[reviewer]),
        answers=dict,
        overall_proposed="Low",
        overall="Low",
    )


def a_judgement(**given):
    return make(
        studies.Judgement,
        given,
        appraisal=a_draft_appraisal,
        domain="D1",
        proposed="Low",
        judgement="Low",
    )


def an_appraisal_quote(**given):
    return make(
        studies.AppraisalQuote,
        given,
        appraisal=a_draft_appraisal,
        domain="D1",
        quote="Made-up words of a report.",
    )


def an_appraisal(*, judged=None, opened=True, **given):
    """A submitted appraisal with a judgement for each of ``judged``, by domain.

    Its round opens once all its appraisals are in, unless ``opened`` is false.
    """
    appraisal = a_draft_appraisal(**given)
    for domain, word in ({"D1": "Low"} if judged is None else judged).items():
        a_judgement(appraisal=appraisal, domain=domain, proposed=word, judgement=word)
    return submitted(appraisal, opened=opened)


def submitted(appraisal, *, opened=True):
    """Hand in an appraisal; its round opens with the last, unless told otherwise."""
    appraisal.submitted_at = timezone.now()
    appraisal.save()
    round = appraisal.round
    handed_in = studies.Appraisal.unfiltered.filter(round=round, is_consensus=False)
    complete = handed_in.exclude(submitted_at=None).count() >= round.wanted
    if opened and complete and not round.is_open:
        open_round(round)
    return appraisal


DEFINED = {
    "name": "Example questions",
    "unit": "study",
    "about": "Made-up questions about an example.",
    "source": "Written here",
    "judgements": ["Good", "Poor"],
    "answers": {"Y": "Yes", "N": "No"},
    "overall": {"by": "worst domain"},
    "domains": [
        {
            "id": "1",
            "name": "Examples",
            "questions": [{"id": "1.1", "text": "Is it an example?"}],
            "parts": [[{"when": [{"1.1": "Y"}], "then": "Good"}, {"then": "Poor"}]],
        }
    ],
}


def a_defined_instrument(**given):
    return make(
        studies.DefinedInstrument,
        given,
        key="example",
        version=lambda: str(number()),
        name="Example questions",
        table=lambda: DEFINED,
        by=an_editor,
    )


def an_item_guidance(**given):
    return make(
        studies.ItemGuidance,
        given,
        instrument="rob2",
        domain="D1",
        question="1.1",
        text="Made-up guidance.",
        by=an_editor,
        written_at=timezone.now,
    )


A_PDF = b"%PDF-1.4 made up"


def a_report_copy(**given):
    """A report's file that is kept for the people of its study's rounds."""
    data = given.setdefault("data", A_PDF)
    return make(
        studies.ReportCopy,
        given,
        reference=a_reference,
        kind="pdf",
        name="Example 2001.pdf",
        size=len(data),
        sha256=sha256(data).hexdigest(),
        by=a_reviewer,
    )
