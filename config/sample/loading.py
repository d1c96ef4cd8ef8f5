"""Loads the sample evidence, once, through the same actions that people use.

Each of the sample people does their own part; what fails leaves nothing behind.
"""

from pathlib import Path
from typing import Any, TypeVar

from django.db import models, transaction

from accounts.models import User
from accounts.samples import ensure_sample_people
from articles.articles.actions import add_outlet, edit_article, import_article
from articles.citations.actions import confirm_cited_work
from articles.mentions.actions import accept_mention
from articles.models import Article, Mention
from articles.second_hand.actions import tell_result
from bibliography.references.actions import add_reference
from claims.claims.actions import file_claim
from claims.models import Claim
from config.sample import bcg
from config.sample.claims import BCG, STEM_CELLS, SampleArticle, SampleClaim, Told
from core.actions import action, save
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from evidence.claims.actions import set_question
from evidence.facts.declared import PooledLine
from evidence.facts.pooling import pooled
from evidence.facts.standing_on import evidence_items
from evidence.grades.actions import submit_grade
from evidence.grades.draft import GradeForm, GroupForm, ReadingForm
from evidence.grades.rounds import call_round
from evidence.models import EvidenceBase
from evidence.studies.merging import merge_studies
from studies.figures import figure
from studies.models import Outcome, Result, Study, Topic
from studies.results.actions import add_outcome, add_result
from studies.studies.actions import add_report, add_study, edit_study, include_study
from studies.topics.actions import add_topic, file_study

ARTICLES = Path(__file__).parent.parent / "sample" / "articles"
OUTLET = "Footing's sample articles"
WHY = "The sample evidence"

M = TypeVar("M", bound=models.Model)


def load_sample(*, by: User) -> bool:
    """Load the sample articles, claims and judgements; False if they are there.

    ``by`` makes the sample people, where they are missing.
    """
    if Article.objects.filter(sample=True, outlet__name=OUTLET).exists():
        return False
    with transaction.atomic():
        people = ensure_sample_people(by=by)
        curator, reviewer = people["curator"], people["reviewer-a"]
        for sample in STEM_CELLS:
            article = _import(sample, curator)
            for claim in sample.claims:
                mention = _accept(article, claim, curator)
                _judge_as_told(mention, claim, curator, reviewer)
        article = _import(BCG, curator)
        mention = _accept(article, BCG.claims[0], curator)
        review = _judge_by_trials(mention.claim, curator, reviewer)
        _confirm_review(mention, review, people["editor"])
    return True


def _as(person: User) -> dict[str, Any]:
    """Whose action it is, and why."""
    return {"by": person, "reason": WHY}


@action
def mark_sample(*, row: M, by: User, reason: str = "") -> M:
    """Say that a row is no finding of anybody's but shows how Footing works."""
    return save(row, sample=True)


# --- Articles and their claims ---


def _import(sample: SampleArticle, curator: User) -> Article:
    data = (ARTICLES / sample.file).read_bytes()
    article = import_article(data=data, **_as(curator), filename=sample.file).article
    mark_sample(row=add_outlet(name=OUTLET, **_as(curator)), **_as(curator))
    article.refresh_from_db()
    edit_article(
        article=article,
        outlet_name=OUTLET,
        licence="own",
        sells=sample.sells,
        **_as(curator),
    )
    article.refresh_from_db()
    return mark_sample(row=article, **_as(curator))


def _accept(article: Article, sample: SampleClaim, curator: User) -> Mention:
    """Accept the suggestion that holds the sample's words, as the sample's claim."""
    suggestion = article.mentions.get(proposed_text__contains=sample.words)
    mention = accept_mention(
        mention=suggestion, **_as(curator), text=sample.text, kind=sample.kind
    )
    claim = set_question(claim=mention.claim, **_as(curator), **sample.question)
    claim.refresh_from_db()
    mention.claim = mark_sample(row=claim, **_as(curator))
    for name in sample.topics:
        file_claim(claim=claim, topic=_topic(name, curator), **_as(curator))
    return mention


def _topic(name: str, curator: User) -> Topic:
    known = Topic.objects.current().filter(name__iexact=name).first()
    return known or mark_sample(
        row=add_topic(name=name, **_as(curator)), **_as(curator)
    )


def _outcome(name: str, better: str, by: User) -> Outcome:
    known = Outcome.objects.filter(name=name, sample=True).first()
    return known or mark_sample(
        row=add_outcome(name=name, better=better, **_as(by)), **_as(by)
    )


# --- Claims of which only the article tells ---


def _judge_as_told(
    mention: Mention, sample: SampleClaim, curator: User, reviewer: User
) -> None:
    """Freeze a base of what the article cites, with what it tells of each study."""
    base = open_base(
        claim=mention.claim,
        scope=EvidenceBase.Scope.CITED_ONLY,
        sources="the works this article cites",
        **_as(reviewer),
    )
    if sample.told:
        result = _tell(mention, sample.told, curator)
        add_item(base=base, result=result, decision="included", **_as(reviewer))
    freeze_base(base=base, **_as(reviewer))


def _tell(mention: Mention, told: Told, curator: User) -> Result:
    study = mention.citations.get().cited_work.study
    study = edit_study(
        study=study, design=told.design, allocation=told.allocation, **_as(curator)
    )
    study = mark_sample(row=study, **_as(curator))
    for claim_topic in mention.claim.topics.all():
        if not claim_topic.studies.filter(pk=study.pk).exists():
            file_study(study=study, topic=claim_topic, **_as(curator))
    return tell_result(
        mention=mention,
        study=study,
        outcome=_outcome(told.outcome, told.better, curator),
        direction=told.direction,
        details={
            "contrast": told.contrast,
            "comparison": told.comparison,
            "time_point": told.time_point,
        },
        **_as(curator),
    ).result


# --- BCG: thirteen trials, as one review compiled them ---


def _confirm_review(mention: Mention, review: Study, editor: User) -> None:
    """The work the article cites is the review: one study, and its record found."""
    work = mention.citations.get().cited_work
    merge_studies(
        merged=work.study, into=review, by=editor, reason="The article cites this one"
    )
    work.refresh_from_db()
    reference = review.reports.get().reference
    confirm_cited_work(cited_work=work, reference=reference, **_as(editor))


def _judge_by_trials(claim: Claim, curator: User, reviewer: User) -> Study:
    outcome = _outcome("tuberculosis", "lower", curator)
    set_question(claim=claim, outcome_measured=outcome, **_as(curator))
    review, results = _compile_trials(outcome, curator)
    base = open_base(
        claim=claim,
        scope=EvidenceBase.Scope.REVIEW,
        review=review,
        review_search_unknown=True,
        review_included=len(results),
        sources="the trials of one review, to 1994; not searched since",
        **_as(reviewer),
    )
    for result in results:
        add_item(base=base, result=result, decision="included", **_as(reviewer))
    freeze_base(base=base, **_as(reviewer))
    base.refresh_from_db()
    round = call_round(claim=claim, base=base, reviewers=[reviewer], **_as(reviewer))
    submit_grade(round=round, form=_bcg_grade(base), **_as(reviewer))
    return review


def _compile_trials(outcome: Outcome, by: User) -> tuple[Study, list[Result]]:
    """The review, and each trial with its 2×2 table as the review reports it."""
    known = {name: value for name, value in bcg.REVIEW.items() if name != "doi"}
    reference = add_reference(
        identifiers=[("doi", bcg.REVIEW["doi"])], **_as(by), **known
    )
    mark_sample(row=reference, **_as(by))
    review = add_study(
        label="Colditz 1994",
        year=bcg.REVIEW["year"],
        title=bcg.REVIEW["title"],
        design=Study.Design.META_ANALYSIS,
        allocation=Study.Allocation.NONE,
        status=Study.Status.PUBLISHED,
        **_as(by),
    )
    mark_sample(row=review, **_as(by))
    add_report(study=review, reference=reference, **_as(by))
    results = []
    for trial in bcg.TRIALS:
        study = _add_trial(trial, by)
        include_study(review=review, listed_as=trial.label, study=study, **_as(by))
        results.append(_add_table(trial, study, outcome, reference, by))
    return review, results


def _add_trial(trial: bcg.Trial, by: User) -> Study:
    randomised = trial.allocation == "random"
    design = Study.Design.RCT if randomised else Study.Design.NON_RANDOMISED_TRIAL
    study = add_study(
        label=trial.label,
        year=trial.year,
        design=design,
        allocation=trial.allocation,
        intervention="BCG vaccination",
        comparator="no BCG vaccination",
        sample_size=trial.people_bcg + trial.people_none,
        status=Study.Status.PUBLISHED,
        **_as(by),
    )
    return mark_sample(row=study, **_as(by))


def _add_table(
    trial: bcg.Trial, study: Study, outcome: Outcome, reference: object, by: User
) -> Result:
    result = add_result(
        study=study,
        outcome=outcome,
        metric=Result.Metric.RR,
        provenance=Result.Provenance.COMPILED,
        compiled_from=reference,
        contrast=Result.Contrast.BETWEEN_ARMS,
        comparison="BCG vaccination against none",
        events_1=trial.cases_bcg,
        total_1=trial.people_bcg,
        events_2=trial.cases_none,
        total_2=trial.people_none,
        place=bcg.READ_IN,
        **_as(by),
    )
    return mark_sample(row=result, **_as(by))


def _bcg_grade(base: EvidenceBase) -> GradeForm:
    """Low for very serious inconsistency; the numbers of the note are computed."""
    items = evidence_items(base)
    trials, others = pooled(items).lines
    readings = tuple(
        ReadingForm(item=item.item, bearing=item.bearing) for item in items
    )
    groups = (
        _group("randomised", "rct", trials, inconsistency=2, carries=True),
        _group("other", "nrs", others, inconsistency=1),
    )
    return GradeForm(
        verdict="supported",
        target="any_effect",
        note=_bcg_note(trials),
        explanation=(
            "The verdict rests on the randomised trials. Trials that allocated people "
            "alternately or by a system are graded apart."
        ),
        groups=groups,
        readings=readings,
    )


def _group(
    designs: str,
    start: str,
    line: PooledLine,
    *,
    inconsistency: int,
    carries: bool = False,
) -> GroupForm:
    spread = (
        f"From strong protection to none: I² {line.i2:.0f} %, and the next trial's "
        f"risk ratio may lie anywhere from {figure(line.pi_low)} to "
        f"{figure(line.pi_high)}. Latitude and decade differ."
    )
    down = ("risk_of_bias", "indirectness", "imprecision")
    return GroupForm(
        designs=designs,
        start=start,
        carries=carries,
        levels={
            **dict.fromkeys(down, 0),
            "inconsistency": inconsistency,
            "publication_bias": None,
        },
        why={
            "inconsistency": spread,
            "imprecision": (
                "So many people and cases were followed that chance plays little "
                "part; how far the trials differ is taken off above."
            ),
        },
    )


def _bcg_note(line: PooledLine) -> str:
    low, high = figure(line.pi_low), figure(line.pi_high)
    return (
        f"The number is of the {line.k} randomised trials. Effects differed so much "
        "between them that the next one could show anything from a large benefit to "
        f"harm (risk ratio {low} to {high})."
    )
