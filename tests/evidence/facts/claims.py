"""Claims whose pages print much, made up from end to end, each by its name."""

import math

from articles.checks.support import judge_support
from articles.checks.wording import check_wording
from bibliography.notices.actions import add_notice
from claims.models import Claim
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item, decide_item
from evidence.claims.versions import make_version
from evidence.grades.actions import submit_grade
from evidence.grades.draft import GradeForm, GroupForm
from evidence.grades.rounds import call_round
from tests import factories as make
from tests.evidence.appraising import appraised as judge
from tests.stories.acting import NO_CONCERN, a_base_of, a_trial, cites, graded

CONSUMPTION = "Made-up consumption"
LOOKED = "2026-01-03T12:00Z"
WHY = "Because the example says so."


def pooled():
    """Trials and other studies, pooled apart, graded, and said in three articles."""
    outcome = make.an_outcome(name=CONSUMPTION, better="lower")
    claim = make.a_claim(
        text="Examplin lowers made-up consumption",
        asserts="lowers",
        population="made-up adults",
        intervention="examplin",
        comparator="nothing",
        outcome=CONSUMPTION,
        size="by half",
        dose="one example a day",
        time_frame="a made-up year",
        subgroup="those over one hundred",
        scale="rr",
        margin=1.1,
        margin_source="made up",
        claimed_size=0.5,
        jurisdiction="Exampleland",
        as_of="2026-01-01",
    )
    trials = [
        a_trial("Example 1948", (4, 1123, 11, 1139), outcome, sample_size=2262),
        a_trial("Example 1949", (6, 306, 29, 303), outcome, sample_size=609),
        a_trial("Example 1960", (3, 231, 11, 220), outcome),
    ]
    base = _searched(claim, [*_results(trials), *_others(outcome)])
    _say(claim)
    claim = graded(claim, base, groups=_two_groups(), explanation="It varies.")
    return _checked(claim)


def _results(studies):
    return [result for study in studies for result in study.results.all()]


def _searched(claim, results):
    """A frozen base of these, a result and a passage left out."""
    reviewer = make.a_reviewer()
    base = open_base(
        claim=claim,
        scope="targeted",
        sources="An example of a register",
        query="examplin AND consumption",
        searched_on="2026-01-05",
        by=reviewer,
    )
    for result in results:
        add_item(base=base, result=result, decision="included", by=reviewer)
    passage = make.a_passage(quote="Of examplin nothing is known.")
    for left_out in ({"result": make.a_result()}, {"passage": passage}):
        item = add_item(base=base, by=reviewer, **left_out)
        decide_item(
            item=item, decision="excluded", exclude_because="design", by=reviewer
        )
    return freeze_base(base=base, by=reviewer)


def _others(outcome):
    """Compiled results of studies that were not randomised."""
    numbers = {"contrast": "between_arms", "ci_low": 0.3, "ci_high": 0.9}
    return [
        make.a_compiled_result(
            study=make.a_study(
                label=f"Example {year}",
                year=year,
                design="cohort",
                main_report=make.a_reference(title=f"Example {year}, a cohort"),
            ),
            outcome=outcome,
            estimate=math.sqrt(0.3 * 0.9),
            time_point="after a made-up year",
            **numbers,
        )
        for year in (1971, 1972)
    ]


def _two_groups():
    down = {"inconsistency": 1, "risk_of_bias": 1}
    return tuple(
        GroupForm(
            designs=designs,
            start=start,
            carries=start == "rct",
            levels={**NO_CONCERN, **down},
            why=dict.fromkeys(NO_CONCERN, WHY),
        )
        for designs, start in (("randomised", "rct"), ("other", "nrs"))
    )


def _say(claim):
    """Three articles make the claim: one is a copy, one does so no more."""
    article = make.an_article(
        title="Examplin, an example", outlet=make.an_outlet(name="The Example Courier")
    )
    copy = make.an_article(title="Examplin, a copy", same_text_as=article)
    former = make.an_article(title="Examplin, at first")
    for where, given in (
        (article, {"hedged": True}),
        (copy, {}),
        (former, {"state": "gone"}),
    ):
        mention = make.a_mention(article=where, claim=claim)
        make.an_anchor(mention=mention, **given)
    found = make.a_reference(title="An example that was found")
    make.a_notice(reference=found)
    mention = claim.mentions.get(article=article)
    for work in (
        {"label": "Example 1999", "reference": found},
        {
            "label": "Example 1998",
            "found": "not_found",
            "checked_at": LOOKED,
        },
    ):
        work = make.a_cited_work(article=article, **work)
        make.a_citation(mention=mention, cited_work=work)
    make.a_claim_topic(claim=claim, topic=make.a_topic(name="Made-up medicine"))
    make.a_claim_relation(
        source=claim,
        target=make.a_claim(text="Examplin raises made-up consumption"),
        kind="contradicts",
    )


def _checked(claim):
    """What a reviewer says of the words and of the first citation; a version of it."""
    mention = claim.mentions.get(article__title="Examplin, an example")
    reviewer = make.a_reviewer()
    judge_support(
        mention=mention,
        citation=mention.citation_links.first().citation,
        answer="partly",
        read="full_text",
        passage="Less was consumed.",
        place="Page 3",
        by=reviewer,
    )
    check_wording(
        mention=mention, answer="overstates", aspects=["size"], by=reviewer, reason=WHY
    )
    make_version(claim=claim, cause="standing", by=make.an_editor(), why="Checked.")
    return Claim.objects.get(pk=claim.pk)


def regulatory():
    """What a register says, by a record check."""
    page = make.a_reference(title="Register of Exampleland", type="register_page")
    passage = make.a_passage(
        reference=page,
        quote="Examplin: for the treatment of made-up fever.",
        read_on="2026-01-05",
        jurisdiction="Exampleland",
    )
    make.a_notice(reference=page, kind="correction")
    claim = make.a_claim(
        text="Examplin is approved for made-up fever",
        kind="regulatory",
        asserts="",
        jurisdiction="Exampleland",
    )
    base = a_base_of(claim, passages=[passage])
    reviewer = make.a_reviewer()
    round = call_round(claim=claim, base=base, reviewers=[reviewer], by=reviewer)
    form = GradeForm(verdict="confirmed")
    submit_grade(round=round, form=form, by=reviewer)
    return Claim.objects.get(pk=claim.pk)


def by_rule():
    """Can't say without a grade: only an article tells of the result."""
    claim = make.a_claim(text="Stem examplin smooths made-up faces", asserts="raises")
    article = make.an_article(title="Made-up faces")
    make.an_anchor(mention=make.a_mention(article=article, claim=claim))
    result = make.a_second_hand_result()
    make.a_result_source(result=result, version=make.a_version(article=article))
    a_base_of(claim, results=[result], scope="cited_only")
    return Claim.objects.get(pk=claim.pk)


def retracted():
    """Trials, one of them retracted since: left out of the figure."""
    outcome = make.an_outcome(name=CONSUMPTION)
    counts = (6, 306, 29, 303)
    trials = [a_trial(f"Example {year}", counts, outcome) for year in (1, 2, 3)]
    claim = make.a_claim(
        text="Examplin lowers consumption", asserts="lowers", outcome=CONSUMPTION
    )
    for trial in trials:
        cites(claim, trial)
    claim = graded(claim, a_base_of(claim, trials, scope="cited_only"))
    report = trials[1].reports.get(role="main").reference
    for kind in ("retraction", "concern"):
        add_notice(reference=report, kind=kind, source="Example", by=make.a_curator())
    make_version(claim=claim, cause="wording", by=make.an_editor(), why="Noted.")
    return Claim.objects.get(pk=claim.pk)


def conflicting():
    """Trials that point both ways, of very low certainty in the end."""
    outcome = make.an_outcome(name=CONSUMPTION)
    trials = [
        a_trial("Example 2001", (2, 100, 20, 100), outcome),
        a_trial("Example 2002", (20, 100, 2, 100), outcome),
    ]
    claim = make.a_claim(
        text="Examplin lowers consumption at night",
        asserts="lowers",
        outcome=CONSUMPTION,
    )
    review = make.a_study(label="Example review", design="systematic_review", year=2020)
    base = a_base_of(
        claim,
        trials,
        scope="review",
        review=review,
        review_searched_on="2019-06-01",
        review_included=2,
    )
    claim = graded(claim, base, verdict="conflicting", levels={"inconsistency": 1})
    return graded(
        claim,
        base,
        verdict="cant_say",
        levels={"inconsistency": 2, "imprecision": 1},
    )


def appraised():
    """Trials of which two were appraised, with one level that this proposes."""
    outcome = make.an_outcome(name=CONSUMPTION)
    trials = [
        a_trial(f"Example {year}", (60, 306, 290, 303), outcome)
        for year in (2001, 2002, 2003)
    ]
    judge(trials[0].results.get(), "High", D1="Low")
    judge(trials[1].results.get(), "Some concerns")
    claim = make.a_claim(
        text="Examplin lowers consumption at noon",
        asserts="lowers",
        outcome=CONSUMPTION,
    )
    return graded(claim, a_base_of(claim, trials), levels={"risk_of_bias": 1})


CLAIMS = {
    "pooled": pooled,
    "regulatory": regulatory,
    "by-rule": by_rule,
    "retracted": retracted,
    "conflicting": conflicting,
    "appraised": appraised,
}
