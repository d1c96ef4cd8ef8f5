"""What the people of the stories do, in a line each; every write is an action's."""

import time

from bibliography.references.actions import add_reference
from claims.models import Claim
from core.jobs import run_now
from core.models import Change
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from evidence.grades.actions import grade_alone
from evidence.grades.draft import GradeForm, GroupForm, ReadingForm
from studies.results.actions import add_result
from studies.studies.actions import add_report, add_study
from tests import factories as make

WHY = "Because the example says so."
ASKED = {
    "population": "made-up people",
    "intervention": "examplin",
    "comparator": "any",
    "outcome": "made-up fever",
}
NO_CONCERN = {
    "risk_of_bias": 0,
    "inconsistency": 0,
    "indirectness": 0,
    "imprecision": 0,
    "publication_bias": None,
}


def a_trial(label, counts, outcome, **given):
    """A randomised trial with its main report and the counts of its two groups."""
    curator = make.a_curator()
    design = {"design": "rct", "allocation": "random", **given}
    study = add_study(label=label, by=curator, **design)
    report = add_reference(title=f"{label}: an example of a trial", by=curator)
    add_report(study=study, reference=report, by=curator)
    names = ("events_1", "total_1", "events_2", "total_2")
    add_result(
        study=study,
        outcome=outcome,
        metric="rr",
        provenance="primary",
        contrast="between_arms",
        quote="As printed in the example.",
        place="Table 1",
        by=curator,
        **dict(zip(names, counts, strict=True)),
    )
    return study


def a_base_of(
    claim, studies=(), *, results=(), passages=(), scope="other_known", **how
):
    """A frozen base that includes the studies' results, frozen by the reviewer.

    What the claim's question lacks is made up.
    """
    reviewer = make.a_reviewer()
    lacking = {name: words for name, words in ASKED.items() if not getattr(claim, name)}
    base = open_base(claim=claim, scope=scope, by=reviewer, question=lacking, **how)
    for study in studies:
        results = [*results, *study.results.order_by("id")]
    for result in results:
        add_item(base=base, result=result, decision="included", by=reviewer)
    for passage in passages:
        add_item(base=base, passage=passage, decision="included", by=reviewer)
    return freeze_base(base=base, by=reviewer)


def cites(claim, study):
    """An article that makes the claim cites a work that is this study."""
    mention = make.a_mention(claim=claim)
    make.a_cited_work(article=mention.article, study=study)
    return claim


def a_form(base, *, start="rct", levels=None, why=None, readings=None, **given):
    """A form that reads every included item as proposed: supported, high certainty.

    Every level has its reason, and so has every reading that goes against its numbers.
    """
    items = base.items.filter(decision="included")
    group = GroupForm(
        designs="randomised" if start == "rct" else "other",
        start=start,
        carries=True,
        levels={**NO_CONCERN, **(levels or {})},
        why=dict.fromkeys(NO_CONCERN, WHY) if why is None else why,
    )
    return GradeForm(
        **{
            "verdict": "supported",
            "target": "any_effect",
            "groups": (group,),
            "readings": tuple(
                ReadingForm(
                    item=item.pk,
                    bearing=(readings or {}).get(item.pk)
                    or item.bearing
                    or "inconclusive",
                    why=WHY if item.pk in (readings or {}) else "",
                )
                for item in items
            ),
            **given,
        }
    )


def graded(claim, base, *, by=None, **given):
    """The claim after one reviewer has graded it on the base."""
    reviewer = by or make.a_reviewer()
    grade_alone(claim=claim, base=base, form=a_form(base, **given), by=reviewer)
    return Claim.objects.get(pk=claim.pk)


def settled():
    """All that happened may be read from the feed of changes.

    Tests of other runs on the same server hold it back for a moment.
    """
    deadline = time.monotonic() + 60
    while Change.objects.exists() and time.monotonic() < deadline:
        if Change.objects.settled().count() == Change.objects.count():
            break
        time.sleep(0.05)


def time_passes():
    """The job that looks for verdicts to review has read all that happened."""
    settled()
    run_now(kind="needs_review", arguments={}, by=make.an_editor())
