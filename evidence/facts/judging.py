"""The judgement as facts: the verdict, who stands behind it, and why."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from claims.models import Claim
from claims.words import CantSay, Certainty, Method, Scope, Standing, Verdict
from core.templatetags.footing import counted
from core.wording import day_words, iso, shown, shown_if_set
from evidence.facts import declared
from evidence.facts.bias import NOBODY
from evidence.facts.declared import GroupFacts, Judgement
from evidence.facts.figures import figures_of
from evidence.method import CANT_SAY_BECAUSE, Rating, level_words, method_for, rate
from evidence.models import EvidenceBase, Grade, GradeGroup
from evidence.words import Domain, Upgrade

_UPGRADES = frozenset(Upgrade)


def judgement(
    claim: Claim,
    grade: Grade | None,
    base: EvidenceBase | None,
    basis_notes: Collection[str],
    caveats: Collection[str],
) -> Judgement:
    """Verdict and certainty as stored on the claim, explained by the grade.

    ``basis_notes`` say what the basis judged on knows less than today's, ``caveats``
    what stands beside the verdict whatever it is.
    """
    graded = claim.verdict != "not_graded" and grade is not None
    explained = _of_grade(grade) if graded else _of_rule(claim, base)
    verdict = Verdict(claim.verdict)
    return Judgement(
        verdict=claim.verdict,
        verdict_words=shown(claim, "verdict"),
        symbol=verdict.symbol,
        tone=verdict.tone,
        certainty=claim.certainty,
        certainty_words=shown(claim, "certainty"),
        glyph=Certainty(claim.certainty).symbol,
        cant_say_because=claim.cant_say_because,
        cant_say_words=shown_if_set(claim, "cant_say_because"),
        standing=claim.standing,
        standing_words=shown_if_set(claim, "standing"),
        standing_line=_standing_line(claim, explained.get("judged_by", ())),
        judged_at=iso(claim.judged_at),
        judged_at_words=day_words(claim.judged_at),
        provisional_words=_provisional_words(claim),
        needs_review=claim.needs_review,
        needs_review_why=claim.needs_review_why,
        basis_notes=tuple(basis_notes),
        lead=explained.get("sentence") or _lead(claim),
        unrated_words=_unrated_words(claim, explained),
        caveats=tuple(caveats),
        **explained,
    )


def _of_rule(claim: Claim, base: EvidenceBase | None) -> dict[str, Any]:
    """What is said where there was nothing to grade."""
    if not claim.given.by_rule:
        return {}
    method = Method(method_for(claim.kind))
    sentence = CANT_SAY_BECAUSE[CantSay(claim.cant_say_because)]
    if base and base.none_counts_why:
        sentence += f" Found: {base.none_counts_why}."
    return {
        "sentence": sentence,
        "method": str(method),
        "method_words": method.label,
    }


def _of_grade(grade: Grade) -> dict[str, Any]:
    return {
        "leaning": grade.leaning,
        "leaning_words": shown_if_set(grade, "leaning"),
        "sentence": grade.sentence,
        "note": grade.note,
        "explanation": grade.explanation,
        "judged_by": tuple(grade.judges) or (grade.reviewer.display_name,),
        "method": grade.method,
        "method_words": Method(grade.method).label,
        "target_words": shown_if_set(grade, "target"),
        "threshold": grade.threshold,
        "size_words": _size_words(grade),
    }


def _size_words(grade: Grade) -> str:
    """How large the effect was judged, with the thresholds it was judged against."""
    if not grade.size_class:
        return ""
    figures = figures_of(grade.round.base)
    stated = figures.thresholds_words if figures else ""
    return f"{shown(grade, 'size_class')} ({stated or 'no thresholds stated'})"


def _lead(claim: Claim) -> str:
    """What stands in the place of a grade's sentence."""
    if claim.verdict == "cant_say":
        because = shown(claim, "cant_say_because")
        return f"Nothing can be said of this claim yet: {because}."
    return "Nobody has judged this claim yet."


def _standing_line(claim: Claim, judges: Collection[str]) -> str:
    """Who stands behind the judgement, as a line begins with it."""
    if not claim.standing:
        return "Not judged yet"
    words = Standing(claim.standing).capitalised
    if len(judges) > 1:
        return f"{words}: {counted(len(judges), 'reviewer')}, independently"
    alone = claim.standing == Standing.PUBLISHED and len(judges) == 1
    return f"{words}: one reviewer" if alone else words


def _provisional_words(claim: Claim) -> str:
    if claim.scope != Scope.CITED_ONLY or claim.given.by_rule:
        return ""
    return "provisional: from cited works only"


def _unrated_words(claim: Claim, explained: dict[str, Any]) -> str:
    """What stands in the place of the groups of designs where none was rated."""
    if claim.verdict == "cant_say":
        return "There was nothing to rate."
    if claim.certainty == "not_applicable":
        method = explained.get("method_words")
        checked = "Claims of this kind are checked, not rated"
        return f"{checked}: {method}." if method else f"{checked}."
    return "Not judged yet."


def groups(grades: Collection[int]) -> dict[int, tuple[GroupFacts, ...]]:
    """How certainty was judged for each group of designs, by grade (one query)."""
    found: dict[int, tuple[GroupFacts, ...]] = dict.fromkeys(grades, ())
    rows = GradeGroup.objects.filter(grade__in=grades)
    for row in rows.order_by("-verdict_rests_on_it", "id") if grades else ():
        found[row.grade_id] += (group_facts(row),)
    return found


def appraised_groups(
    groups: Collection[GroupFacts], unappraised: Mapping[str, str]
) -> tuple[GroupFacts, ...]:
    """The groups, each saying beside risk of bias what of it nobody appraised.

    ``unappraised`` has that in words, by group of designs.
    """
    return tuple(
        replace(
            group,
            domains=tuple(
                replace(domain, caveat=unappraised.get(group.designs, NOBODY))
                if domain.name == Domain.RISK_OF_BIAS
                else domain
                for domain in group.domains
            ),
        )
        for group in groups
    )


def group_facts(group: GradeGroup) -> GroupFacts:
    """One group's start, domains, arithmetic and certainty."""
    return GroupFacts(
        designs=group.designs,
        designs_words=shown(group, "designs"),
        carries=group.verdict_rests_on_it,
        start=group.start,
        start_words=shown(group, "start"),
        domains=tuple(_domain(group, name) for name in (*Domain, *Upgrade)),
        arithmetic=rating_of_group(group).arithmetic,
        certainty=group.certainty,
        certainty_words=shown(group, "certainty"),
        glyph=Certainty(group.certainty).symbol,
        override_why=group.override_why,
    )


def rating_of_group(group: GradeGroup) -> Rating:
    """The rules applied to a group's levels."""
    return rate(
        start=group.start,
        down={name: getattr(group, name) for name in Domain},
        up={name: getattr(group, name) for name in Upgrade},
        explained=[
            name for name in (*Domain, *Upgrade) if getattr(group, f"{name}_why")
        ],
        override=group.override_why,
    )


def _domain(group: GradeGroup, name: Domain | Upgrade) -> declared.Domain:
    levels = getattr(group, name)
    return declared.Domain(
        name=str(name),
        label=name.capitalised,
        levels=levels,
        rates_up=name in _UPGRADES,
        words=level_words(name, levels),
        why=getattr(group, f"{name}_why"),
    )
