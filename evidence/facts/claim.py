"""A claim as facts: its words, its judgement, and what each stands on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from django.db.models import F

from articles.mentions.facts import Saying, mentions
from claims.claims.facts import brief
from claims.models import Claim, ClaimRelation, ClaimVersion
from core.dataclass_json import to_json
from core.templatetags.footing import counted
from core.wording import day_words, iso, shown, shown_if_set
from evidence.basis.declared import notes_on
from evidence.facts.bias import bias_of, carried_in, unappraised_words
from evidence.facts.caveats import caveats
from evidence.facts.declared import (
    FORMAT,
    ClaimFacts,
    Counts,
    Element,
    ItemFacts,
    Judgement,
    Question,
    Relation,
    VersionFacts,
    Withdrawal,
)
from evidence.facts.figures import figures_of
from evidence.facts.judging import appraised_groups, groups, judgement
from evidence.facts.pooling import Pooling, pooled_for
from evidence.facts.standing_on import base_facts, facts_of_items, reviews_list
from evidence.facts.summary import summary
from evidence.facts.table import COLUMNS, laid_out
from evidence.judged import Judged, judged_by
from evidence.method import GRADE_METHODS, elements_named, method_for
from evidence.models import Grade

AT_ONCE = 500
_OF_BRIEF = ("text", "verdict", "certainty", "standing")
_OF_RELATION = (
    "kind",
    *(f"{end}__{name}" for end in ("source", "target") for name in _OF_BRIEF),
)
BACKWARDS = {
    ClaimRelation.Kind.NARROWER_THAN: "broader than",
    ClaimRelation.Kind.PART_OF: "has the part",
}
_QUESTION = (
    "population",
    "intervention",
    "comparator",
    "outcome",
    "asserts",
    "negated",
    "size",
    "dose",
    "time_frame",
    "subgroup",
    "jurisdiction",
)


def claim_facts(claim: Claim) -> dict[str, Any]:
    """What Footing says of a claim now, as JSON, in eleven queries whatever its size.

    A claim that was loaded with ``for_facts()`` is not read again: ten.
    """
    if hasattr(claim, "topic_names"):
        claims = {claim.pk: claim}
        (facts,) = facts_of(claims, judged_by(claims))
        return to_json(facts)
    return next(many_claim_facts([claim.pk]))


def many_claim_facts(claims: Iterable[int]) -> Iterator[dict[str, Any]]:
    """The facts of many claims, given by id, in that order, as JSON.

    Read ``AT_ONCE`` claims at a time, as many queries for all of them as for one; a
    claim that is gone meanwhile is left out.
    """
    waiting = iter(claims)
    while chunk := list(islice(waiting, AT_ONCE)):
        found = Claim.objects.for_facts().in_bulk(chunk)
        rows = {id: found[id] for id in chunk if id in found}
        yield from map(to_json, facts_of(rows, judged_by(rows)))


def facts_of(claims: Mapping[int, Claim], judged: Judged) -> Iterator[ClaimFacts]:
    """The facts of claims loaded with ``for_facts()``, in their order.

    ``judged`` is what they are judged by: see ``evidence.judged.judged_by``.
    """
    ids = list(claims)
    items = facts_of_items(judged.items)
    listed = reviews_list(chain.from_iterable(items.values()))
    weighed = groups([grade.pk for grade in judged.grades.values()])
    said, related, versions = mentions(ids), relations(ids), history(ids)
    for id, claim in claims.items():
        grade, base = judged.grades.get(id), judged.bases.get(id)
        own = items[base.pk] if base else ()
        pooling = pooled_for(claim, base, own) if base else Pooling((), ())
        carried = carried_in(claim, own, pooling)
        unappraised = {one.designs: unappraised_words(one) for one in carried}
        rated = appraised_groups(weighed[grade.pk] if grade else (), unappraised)
        table = laid_out(own, pooling, rated=method_for(claim.kind) in GRADE_METHODS)
        printed = judgement(
            claim,
            grade,
            base,
            notes_on(versions[id]),
            caveats(claim, base, rated, table),
        )
        figures = figures_of(base or claim)
        yield ClaimFacts(
            format=FORMAT,
            **_words(claim),
            version=versions[id][0].number if versions[id] else None,
            judgement=printed,
            base=base_facts(base, own, listed) if base else None,
            groups=rated,
            evidence=table,
            pooled=pooling.lines,
            held_out=pooling.held_out,
            mentions=said[id],
            relations=related[id],
            history=tuple(map(version_facts, versions[id])),
            counts=counts(said[id], own),
            columns=COLUMNS,
            summary=summary(claim, own, pooling, rated, figures, printed.sentence),
            newer=newer_judgement(claim, judged.newer.get(id)),
            bias=bias_of(carried, rated),
        )


def newer_judgement(claim: Claim, grade: Grade | None) -> Judgement | None:
    """What was judged since the claim's verdict was published; None for nothing."""
    if not claim.newer_standing:
        return None
    since, base = claim.as_judged_since(), grade.round.base if grade else None
    return judgement(since, grade, base, (), caveats(since, base, (), ()))


def _words(claim: Claim) -> dict[str, Any]:
    """The claim itself and what may be asked of it."""
    return {
        "id": claim.pk,
        "address": f"/claims/{claim.pk}/",
        "text": claim.text,
        "kind": claim.kind,
        "kind_words": shown(claim, "kind"),
        "question": question(claim),
        "checkability": claim.checkability,
        "checkability_words": shown(claim, "checkability"),
        "compound": claim.compound,
        "sample": claim.sample,
        "topics": tuple(claim.topic_names),
        "withdrawn": withdrawal(claim),
        "merged_into": claim.merged_into_id,
    }


def question(claim: Claim) -> Question:
    """What the claim says of whom, compared with what (PICO and what it asserts)."""
    figures = figures_of(claim)
    return Question(
        **{field: getattr(claim, field) for field in _QUESTION},
        margin=figures.margin_words if figures else "",
        figures=figures,
        elements=tuple(
            Element(one.label, getattr(claim, one.field))
            for one in elements_named(claim.kind)
        ),
        asserts_words=asserts_words(claim),
        as_of=iso(claim.as_of),
    )


def asserts_words(claim: Claim) -> str:
    """As "denies: raises"; empty where nobody has set it."""
    words = shown_if_set(claim, "asserts")
    return f"denies: {words}" if words and claim.negated else words


def withdrawal(claim: Claim) -> Withdrawal | None:
    """Who withdrew the claim, when and why; None where it stands."""
    if not claim.withdrawn_at:
        return None
    return Withdrawal(
        at=claim.withdrawn_at.isoformat(),
        by=claim.withdrawn_by.display_name,
        why=claim.withdrawn_reason,
    )


def relations(claims: Collection[int]) -> dict[int, tuple[Relation, ...]]:
    """Other claims each is related to, in both directions, each read from its own."""
    found: dict[int, tuple[Relation, ...]] = dict.fromkeys(claims, ())
    for row in ClaimRelation.objects.touching(claims).only(*_OF_RELATION):
        words = shown(row, "kind")
        if row.source_id in found:
            found[row.source_id] += (Relation(row.kind, words, brief(row.target)),)
        if row.target_id in found:
            back = BACKWARDS.get(row.kind, words)
            found[row.target_id] += (Relation(row.kind, back, brief(row.source)),)
    return found


def history(claims: Collection[int]) -> dict[int, list[ClaimVersion]]:
    """The versions of each claim, newest first, with how each was ``computed``."""
    found: dict[int, list[ClaimVersion]] = {claim: [] for claim in claims}
    rows = ClaimVersion.objects.filter(claim__in=claims).order_by("-number")
    told = rows.annotate(computed=F("basis__computed")).select_related("by")
    for row in told.defer("facts", "basis"):
        found[row.claim_id].append(row)
    return found


def version_facts(version: ClaimVersion) -> VersionFacts:
    """One version in a claim's history."""
    return VersionFacts(
        version=version.number,
        address=f"/claims/{version.claim_id}/v{version.number}/",
        cause_words=shown(version, "cause"),
        why=version.why,
        verdict=version.verdict,
        verdict_words=shown(version, "verdict"),
        certainty=version.certainty,
        certainty_words=shown(version, "certainty"),
        standing_words=shown_if_set(version, "standing"),
        at=version.created_at.isoformat(),
        at_words=day_words(version.created_at),
        by=version.by.display_name,
    )


def counts(said: Collection[Saying], items: Iterable[ItemFacts]) -> Counts:
    """How many articles say it, and how many studies and people were counted in.

    People are None where any included study's number is not stated: a sum over the
    known ones would claim more than is known.
    """
    here = [mention for mention in said if mention.state != "gone"]
    sizes = {
        item.study.id: item.study.sample_size
        for item in items
        if item.study and item.decision == "included"
    }
    articles = len({mention.article.id for mention in here})
    texts = len({mention.article.text_of for mention in here})
    return Counts(
        mentions=len(here),
        articles=articles,
        distinct_texts=texts,
        studies=len(sizes),
        people=None if None in sizes.values() else sum(sizes.values()),
        copies_words=_copies_words(articles, texts),
    )


def _copies_words(articles: int, texts: int) -> str:
    if articles == texts:
        return ""
    different = counted(texts, "distinct text")
    return f"{counted(articles, 'article')}, {different}: the others are near copies."
