"""References, studies and results: a row for each word that one of them can have."""

from django.utils import timezone

from bibliography.models import Identifier, Notice, Reference, ReferenceCheck
from bibliography.notices.actions import add_notice, withdraw_notice
from bibliography.references.merging import merge_references, unmerge_references
from studies.models import Inclusion, Outcome, Report, Result, Study
from studies.results.actions import check_result, edit_result, withdraw_result
from tests import factories as make

BETWEEN_ZERO_AND_ONE = {"estimate": 0.5, "ci_low": 0.4, "ci_high": 0.6}


def fill_research():
    """References, studies, results, and what became of some of them."""
    _references()
    _notices()
    _checks()
    _merged_references()
    _studies()
    _results()


def _references():
    for number, type in enumerate(Reference.Type, 1):
        reference = make.a_reference(
            title=f"An example: {type}",
            type=type,
            year=1990 + number,
            container="Journal of Examples",
            volume="3",
            issue="2",
            pages="10-19",
            authors=[
                {"family": f"Madeup{number}", "given": "Mia"},
                {"family": "Exemplar", "given": "E."},
            ],
            abstract="Examplin was tried in made-up fever.",
        )
        make.an_identifier(reference=reference, value=f"10.5555/type.{number}")
    for number, scheme in enumerate(Identifier.Scheme, 1):
        make.an_identifier(
            reference=reference,
            scheme=scheme,
            value=f"{number}0000001",
            accepted=scheme not in ("doi", "other"),
        )
    make.a_reference(
        title="A record of nothing",
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="There is no such work.",
    )


def _notices():
    for kind in Notice.Kind:
        reference = make.a_reference(title=f"A trial with a notice: {kind}", year=2005)
        make.a_report(study=make.a_study(label=f"Noted {kind}"), reference=reference)
        add_notice(
            reference=reference,
            kind=kind,
            source="Example source",
            dated="2020-03-04",
            notice_doi=f"10.5555/notice.{kind}",
            says="The numbers were made up.",
            address="https://example.org/notice",
            by=make.a_curator(),
        )
    reinstated = make.a_reference(title="A trial retracted and reinstated", year=2006)
    make.a_report(study=make.a_study(label="Reinstated 2006"), reference=reinstated)
    for kind, dated in (("retraction", "2020-01-01"), ("reinstatement", "2021-01-01")):
        add_notice(
            reference=reinstated,
            kind=kind,
            source="Example source",
            dated=dated,
            by=make.a_curator(),
        )
    mistaken = add_notice(
        reference=make.a_reference(title="A trial taken for another"),
        kind="retraction",
        source="Example source",
        by=make.a_curator(),
    )
    withdraw_notice(notice=mistaken, by=make.an_editor(), reason="Another paper's.")


def _checks():
    reference = make.a_reference(title="A work that services were asked about")
    for outcome in ReferenceCheck.Outcome:
        make.a_reference_check(
            reference=reference,
            service=f"Service {outcome}",
            outcome=outcome,
            error="It did not answer." if outcome == "failed" else "",
        )


def _merged_references():
    editor = make.an_editor()
    for undone in (False, True):
        merged = make.a_reference(title="One work, recorded twice", year=2010)
        make.a_report(study=make.a_study(label="Twice 2010"), reference=merged)
        into = make.a_reference(title="One work, recorded well", year=2010)
        merge = merge_references(
            merged=merged, into=into, by=editor, reason="They are one."
        )
        if undone:
            unmerge_references(merge=merge, by=editor, reason="They are two.")


def _studies():
    for number, design in enumerate(Study.Design):
        make.a_study(
            label=f"Design {2000 + number}",
            title=f"A study: {design}",
            year=2000 + number,
            design=design,
            population="people with made-up fever",
            intervention="examplin",
            comparator="placebo",
            sample_size=100 + number,
            follow_up="six months",
            setting="two clinics",
            registration="NCT00000000",
            funding="a made-up foundation",
            interests="none stated",
        )
    for allocation in Study.Allocation:
        make.a_study(
            label=f"Allocated {allocation}",
            design="non_randomised_trial",
            allocation=allocation,
        )
    for status in Study.Status:
        make.a_study(label=f"Status {status}", status=status)
    study = make.a_study(label="Reported 2011")
    for role in Report.Role:
        reference = make.a_reference(title=f"A report: {role}")
        make.a_report(study=study, reference=reference, role=role)
    make.an_arm(study=study, name="Examplin", size=50)
    make.an_arm(study=study, name="Placebo", size=51)
    review = make.a_review()
    for state in Inclusion.State:
        make.an_inclusion(
            review=review,
            listed_as=f"{state.capitalize()}, 1999",
            state=state,
            study=study if state == "matched" else None,
        )
    make.a_study(
        label="Withdrawn 2012",
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="It was never made.",
    )


def _results():
    study = make.a_study(label="Measured 2013")
    for better, _ in Outcome._meta.get_field("better").choices:
        make.an_outcome(name=f"Outcome: {better}", better=better)
    outcome = make.an_outcome()
    make.an_accuracy(study=study, outcome=outcome, comparison="by accuracy")
    for metric in [each for each in Result.Metric if each != "accuracy"]:
        numbers = {} if metric == "words" else BETWEEN_ZERO_AND_ONE
        make.a_result(
            study=study,
            outcome=outcome,
            comparison=f"by {metric}",
            metric=metric,
            **{"estimate": None, "ci_low": None, "ci_high": None, **numbers},
        )
    for field in ("contrast", "analysis_set", "measured", "adjusted", "direction"):
        for value, _ in Result._meta.get_field(field).choices:
            make.a_result(
                study=study,
                outcome=outcome,
                comparison=f"{field}: {value}",
                **{field: value},
                **({"adjusted_for": "age"} if value in ("adjusted", "yes") else {}),
            )
    _numbers(study, outcome)
    _corrected_results(study, outcome)


def _numbers(study, outcome):
    make.a_compiled_result(study=study, outcome=outcome)
    make.a_second_hand_result(study=study, outcome=outcome)
    make.a_result(
        study=study,
        outcome=outcome,
        subgroup="women",
        subgroup_planned="yes",
        dose="10 mg",
        p_value="< 0.001",
        time_point="six months",
        events_1=10,
        total_1=100,
        events_2=30,
        total_2=101,
    )
    make.a_result(
        study=study,
        outcome=outcome,
        metric="md",
        comparison="means",
        mean_1=1.5,
        sd_1=0.5,
        total_1=40,
        mean_2=2.5,
        sd_2=0.75,
        total_2=41,
        pooled_designs=["rct"],
        pooled_studies=3,
    )


def _corrected_results(study, outcome):
    check_result(
        result=make.a_result(study=study, outcome=outcome, comparison="checked"),
        by=make.a_reviewer(),
    )
    edit_result(
        result=make.a_result(study=study, outcome=outcome, comparison="corrected"),
        p_value="0.04",
        by=make.a_curator(),
        reason="It was misread.",
    )
    withdraw_result(
        result=make.a_result(study=study, outcome=outcome, comparison="withdrawn"),
        by=make.an_editor(),
        reason="It is another study's.",
    )
