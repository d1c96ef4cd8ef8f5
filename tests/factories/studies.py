"""References, studies, outcomes, results and imports."""

from hashlib import sha256

from django.utils import timezone

from bibliography import models as bibliography
from studies import models as studies
from tests.factories.making import make, number, settled
from tests.factories.people import a_curator


def a_reference(*, doi=None, pmid=None, **given):
    """A reference; with ``doi`` or ``pmid`` also that accepted identifier."""
    reference = make(bibliography.Reference, given, title="An example of a trial")
    for scheme, value in (("doi", doi), ("pmid", pmid)):
        if value:
            an_identifier(reference=reference, scheme=scheme, value=value)
    return reference


def an_identifier(**given):
    return make(
        bibliography.Identifier,
        given,
        reference=a_reference,
        scheme="doi",
        value=lambda: f"10.5555/example.{number()}",
    )


def a_reference_check(**given):
    settled(given, "asked_at", timezone.now)
    return make(
        bibliography.ReferenceCheck,
        given,
        service="Example service",
        query={"doi": "10.5555/example"},
        outcome="none",
        searched_at=given["asked_at"],
    )


def a_service_answer(**given):
    return make(
        bibliography.ServiceAnswer,
        given,
        service="Example service",
        address=lambda: f"https://example.org/works/{number()}",
        address_sha256=lambda: sha256(given["address"].encode()).hexdigest(),
        status=200,
        content=b"{}",
        sha256=sha256(b"{}").hexdigest(),
        asked_at=timezone.now,
    )


def a_stored_text(**given):
    settled(given, "text", lambda: f"Made-up words {number()}.")
    return make(
        bibliography.StoredText,
        given,
        reference=a_reference,
        kind="full_text",
        sha256=sha256(given["text"].encode()).hexdigest(),
        source="Example archive",
        taken_on="2026-01-31",
    )


def a_notice(**given):
    return make(bibliography.Notice, given, reference=a_reference, kind="retraction")


def a_notice_source(**given):
    return make(
        bibliography.NoticeSource,
        given,
        notice=a_notice,
        source="Example source",
        seen_at=timezone.now,
    )


def a_study(*, main_report=None, **given):
    """A study; with ``main_report`` also the report that reference is of it."""
    study = make(
        studies.Study,
        given,
        label="Example 2001",
        design="rct",
        allocation=lambda: "random" if given["design"] == "rct" else "not_stated",
    )
    if main_report:
        a_report(study=study, reference=main_report)
    return study


def a_review(**given):
    """A systematic review, which is a study that includes studies."""
    return a_study(**{"label": "Reviewer 2010", "design": "systematic_review", **given})


def an_arm(**given):
    return make(studies.Arm, given, study=a_study, name="Examplin")


def a_report(**given):
    return make(studies.Report, given, study=a_study, reference=a_reference)


def an_inclusion(**given):
    """A study as a review lists it; matched where ``study`` is given."""
    return make(
        studies.Inclusion,
        given,
        review=a_review,
        listed_as=lambda: f"Listed {number()}",
        state="matched" if given.get("study") else "listed",
    )


def an_outcome(**given):
    return make(studies.Outcome, given, name="Made-up fever", better="lower")


def a_result(**given):
    """A risk ratio of 0.5 between arms, read in the study's own report."""
    return make(
        studies.Result,
        given,
        study=a_study,
        outcome=an_outcome,
        contrast="between_arms",
        metric="rr",
        estimate=0.5,
        ci_low=0.4,
        ci_high=0.625,
        direction="lower",
        provenance="primary",
        quote="The risk ratio was 0.5.",
        place="Table 1",
        entered_by=a_curator,
    )


def an_accuracy(**given):
    """Sensitivity and specificity of a test, by its four cells."""
    cells = {
        "true_positives": 80,
        "false_positives": 30,
        "false_negatives": 20,
        "true_negatives": 170,
        "reference_standard": "Made-up biopsy",
    }
    none = dict.fromkeys(("estimate", "ci_low", "ci_high"))
    return a_result(**{"metric": "accuracy", **none, **cells, **given})


def a_compiled_result(**given):
    """A result that a data set reports of a study."""
    settled(
        given, "compiled_from", lambda: a_reference(type="dataset", title="A data set")
    )
    return a_result(**{"provenance": "compiled", **given})


def a_second_hand_result(**given):
    """A result known from a citing article alone, in words."""
    words = {"metric": "words", "estimate": None, "ci_low": None, "ci_high": None}
    return a_result(**{"provenance": "second_hand", **words, **given})


def an_import_batch(**given):
    return make(
        bibliography.ImportBatch,
        given,
        file_name="example.ris",
        size=11,
        sha256=lambda: f"{number():064x}",
        by=a_curator,
    )


def an_import_piece(**given):
    return make(
        bibliography.ImportPiece,
        given,
        batch=an_import_batch,
        number=number,
        data=b"TY  - JOUR\n",
    )


def an_import_record(**given):
    return make(
        bibliography.ImportRecord,
        given,
        batch=an_import_batch,
        number=number,
        raw="TY  - JOUR",
        became="rejected",
        why="It has no title.",
    )


def an_import_decision(**given):
    return make(
        bibliography.ImportDecision,
        given,
        record=an_import_record,
        step="left",
        by=a_curator,
    )
