"""Two bases told apart, in the words of today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from bibliography.models import Notice, Reference
from claims.models import Claim, ClaimVersion
from core.dataclass_json import from_json, to_json
from evidence.basis.appraised_since import appraisals_differ
from evidence.basis.declared import AppraisalBasis, Basis, ClaimBasis, read_basis
from evidence.basis.merges import followed, made_one
from evidence.basis.reading import basis_of, claim_basis
from evidence.judged import ELEMENTS, to_judge
from evidence.models import EvidenceBase
from evidence.words import Bearing, Directness
from studies.figures import result_in_words
from studies.models import Outcome, Result, Study
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "basis.needs_review",
        "A verdict needs review once what it rests on is no longer what was "
        "judged; what changed is said.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


_IN_WORDS = (  # what a result's wording is made of
    *("metric", "estimate", "ci_low", "ci_high", "ci_level", "direction"),
    *("events_1", "total_1", "mean_1", "sd_1"),
    *("events_2", "total_2", "mean_2", "sd_2"),
)
_APART = {  # told of a result in sentences of their own
    *("id", "study", "outcome", "withdrawn_reason", "designs", "read_at_source"),
    *("reading", "unanswered"),
}
_LABELS: dict[str, Any] = {"kind": Claim.Kind, "asserts": Claim.Asserts}
_GROUPS = {
    "randomised": "graded with the randomised designs",
    "other": "graded with the designs that are not randomised",
    "": "graded with no designs",
}


def changes_since(version: ClaimVersion, claim: Claim) -> list[str]:
    """Sentences on what changed of what a verdict rests on; none where nothing did.

    ``version`` is the one in which the verdict took effect. What its basis does not
    know is not compared, nor by which pooling or method it was computed.
    """
    now = basis_of(claim, to_judge({claim.pk: claim}))
    then = read_basis(version)
    if same(then, now):
        return []
    told = [*_made_one(then)]
    then = followed(then, now)
    return told if same(then, now) else [*told, *_told(then, now)]


def asked_otherwise(base: EvidenceBase) -> list[str]:
    """Sentences on how a claim's question differs from what it was at freezing.

    How it is worded is not of the question. None for a base that is open, or that was
    frozen before this was kept.
    """
    if base.claim_asked is None:
        return []
    now = claim_basis(base.claim)
    then = from_json(ClaimBasis, _as_kept(to_json(now), base.claim_asked))
    return [*_claim_differs(replace(then, text=now.text), now)]


def _as_kept(now: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    """What was kept, by the names of today; what was not kept then is as now."""
    return {
        name: _as_kept(value, kept[name])
        if isinstance(value, dict)
        else kept.get(name, value)
        for name, value in now.items()
    }


def same(then: Any, now: Any) -> bool:
    """Whether two bases agree in all that both know."""
    if is_dataclass(then) and is_dataclass(now):
        return all(
            same(getattr(then, name), getattr(now, name))
            for name in known_to_both(then, now)
        )
    if isinstance(then, tuple) and isinstance(now, tuple):
        return len(then) == len(now) and all(map(same, then, now))
    return then == now


def known_to_both(then: Any, now: Any) -> list[str]:
    """The fields that both have; how something was computed is told apart."""
    there = {field.name for field in fields(then)} - {"computed"}
    return [field.name for field in fields(now) if field.name in there]


def _changed(then: Any, now: Any) -> list[str]:
    return [
        name
        for name in known_to_both(then, now)
        if not same(getattr(then, name), getattr(now, name))
    ]


def _told(then: Any, now: Basis) -> list[str]:
    """Sentences for all that differs; one at least."""
    found = [*_claim_differs(then.claim, now.claim)]
    if (then.base and then.base.id) != (now.base and now.base.id):
        return [*found, _other_base(then.base, now.base)]
    names = _names(now)
    for was, row in _pairs(then.results, now.results):
        found += _result_differs(names.study(row), was, row)
    for was, row in _pairs(then.studies, now.studies):
        found += _study_differs(names.studies[row.id], was, row)
    for was, row in _pairs(then.outcomes, now.outcomes):
        found += _outcome_differs(was, row)
    for was, row in _pairs(then.passages, now.passages):
        found += _passage_differs(names.references[row.reference], was, row)
    for was, row in _pairs(then.references, now.references):
        found += _notices_differ(names.source(row.id), was.notices, row.notices)
    found += appraisals_differ(then, now, names.appraised)
    found = found or list(_groups_differ(names, then, now))
    return found or ["What was included, or how it is read, changed."]


def _pairs(then: Iterable[Any], now: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """The rows of both, by id."""
    before = {row.id: row for row in then}
    return ((before[row.id], row) for row in now if row.id in before)


@dataclass(frozen=True)
class _Names:
    """What the rows of a basis are called now."""

    studies: dict[int, str]
    references: dict[int, str]
    basis: Basis

    def study(self, result: Any) -> str:
        return self.studies[result.study]

    def appraised(self, appraisal: AppraisalBasis) -> str:
        """What was appraised: the study, and of several results which one."""
        name = self.studies[appraisal.study]
        results = {row.id: row for row in self.basis.results}
        of_study = [row for row in results.values() if row.study == appraisal.study]
        if appraisal.result is None or len(of_study) < 2:
            return name
        outcomes = {row.id: row.name for row in self.basis.outcomes}
        result = results[appraisal.result]
        what = filter(None, (outcomes[result.outcome], result.time_point))
        return f"{name} ({', '.join(what)})"

    def source(self, reference: int) -> str:
        """A record, with what it reports of the studies here."""
        title = self.references[reference]
        compiled = [row for row in self.basis.results if row.compiled_from == reference]
        if not compiled:
            return title
        what = f"{len(compiled)} of the studies here"
        if len(compiled) == 1:
            what = self.study(compiled[0])
        return f"“{title}”, which reports {what}"


def _names(basis: Basis) -> _Names:
    studies = Study.objects.filter(pk__in=[row.id for row in basis.studies])
    studies = studies.with_names()
    sources = [row.id for row in basis.references]
    references = Reference._base_manager.filter(pk__in=sources)
    return _Names(
        studies={row.pk: row.name for row in studies},
        references={row.pk: str(row) for row in references},
        basis=basis,
    )


# --- the sentences ---


def _made_one(then: Any) -> Iterator[str]:
    for ids in made_one(then):
        labels = Study._base_manager.in_bulk(ids)
        names = " and ".join(labels[id].label for id in ids)
        yield f"{names} are one study since; each was counted."


def _claim_differs(then: Any, now: Any) -> Iterator[str]:
    for name in _changed(then, now):
        was = getattr(then, name)
        if name == "text":
            yield f"The claim was worded “{was}”."
        elif name == "kind":
            yield f"The claim was of the kind {_label(name, was)}."
        elif name == "figures":
            yield from _figures_differ(was, now.figures)
        elif name == "asserts":
            yield f"The claim asserted {_quoted(_label(name, was))}."
        elif name == "negated":
            yield f"The claim {'denied' if was else 'did not deny'} what it asserts."
        else:
            words = name.replace("_", " ")
            yield f"The claim's {words} was {_quoted(_label(name, was))}."


def _figures_differ(then: Any, now: Any) -> Iterator[str]:
    for name in _changed(then, now):
        words = name.removeprefix("figures_").replace("_", " ")
        yield f"The question's {words} was {_quoted(getattr(then, name))}."


def _label(name: str, value: Any) -> Any:
    """A code's label; what a person entered stays as it is."""
    return _LABELS[name](value).label if name in _LABELS and value else value


def _quoted(value: Any) -> str:
    return "not stated" if value in (None, "") else f"“{value}”"


def _other_base(then: Any, now: Any) -> str:
    if then is None or now is None:
        return "The evidence base is another one."
    return (
        f"Evidence base {now.number} was frozen since; the verdict rests on base "
        f"{then.number}."
    )


def _result_differs(name: str, then: Any, now: Any) -> Iterator[str]:
    changed = _changed(then, now)
    if "withdrawn_reason" in changed:
        yield (
            f"{name}: the result was withdrawn: {now.withdrawn_reason}"
            if now.withdrawn_reason
            else f"{name}: the result is no longer withdrawn."
        )
    was, is_now = _worded(then), _worded(now)
    told = _APART | ({"compiled_from"} if "provenance" in changed else set())
    entered = [field for field in changed if field not in told]
    if was != is_now:
        yield f"{name}: the result was {was}, and is now {is_now}."
    elif entered:
        what = ", ".join(field.replace("_", " ") for field in entered)
        yield f"{name}: changed in the result: {what}."
    if "study" in changed:
        yield f"{name}: the result is of another study since."
    if "read_at_source" in changed and "provenance" not in changed:
        counts = "counts" if now.read_at_source else "does not count"
        yield f"{name}: the result {counts} as read at its source now."
    if "unanswered" in changed:
        yield (
            f"{name}: its printed numbers do not agree, which nobody has answered."
            if now.unanswered
            else f"{name}: why its printed numbers do not agree is answered now."
        )
    if "reading" in changed:
        yield from _reading_differs(name, then.reading, now.reading)


def _worded(result: Any) -> str:
    numbers = {name: getattr(result, name) for name in _IN_WORDS}
    return result_in_words(Result(**numbers))


def _reading_differs(name: str, then: Any, now: Any) -> Iterator[str]:
    changed = _changed(then, now)
    if "bearing" in changed:
        was, is_now = Bearing(then.bearing).label, Bearing(now.bearing).label
        yield f"{name}: what it shows was “{was}”, and is now “{is_now}”."
    for element in ELEMENTS:
        if (field := f"{element}_match") in changed:
            was, is_now = (Directness(getattr(r, field)).label for r in (then, now))
            yield f"{name}: how its {element} matches was “{was}”, now “{is_now}”."


def _study_differs(name: str, then: Any, now: Any) -> Iterator[str]:
    yield from _notices_differ(name, then.notices, now.notices)
    changed = _changed(then, now)
    words = {"design": Study.Design, "allocation": Study.Allocation}
    for field in (field for field in words if field in changed):
        was, is_now = (words[field](getattr(row, field)).label for row in (then, now))
        yield f"{name}: the {field} was {was.lower()}, now {is_now.lower()}."
    if "retracted" in changed and "notices" not in changed:
        counts = "counts" if now.retracted else "no longer counts"
        yield f"{name}: {counts} as retracted."


def _groups_differ(names: _Names, then: Any, now: Basis) -> Iterator[str]:
    """Results that are graded with other designs, where nothing else explains it."""
    for was, row in _pairs(then.results, now.results):
        if "designs" in _changed(was, row):
            yield f"{names.study(row)}: the result is {_GROUPS[row.designs]} now."


def _outcome_differs(then: Any, now: Any) -> Iterator[str]:
    for field in _changed(then, now):
        was, is_now = getattr(then, field), getattr(now, field)
        if field == "better":
            was, is_now = Outcome.Better(was).label, Outcome.Better(is_now).label
        words = {"better": "better direction"}.get(field, field)
        yield (
            f"The outcome “{now.name}”: its {words} was {_quoted(was)}, now "
            f"{_quoted(is_now)}."
        )


def _passage_differs(name: str, then: Any, now: Any) -> Iterator[str]:
    changed = _changed(then, now)
    if set(changed) - {"reading"}:
        yield f"{name}: the passage changed."
    if "reading" in changed:
        yield from _reading_differs(name, then.reading, now.reading)


def _notices_differ(name: str, then: tuple, now: tuple) -> Iterator[str]:
    yield from (
        f"{name}: {_kind(notice)} noted since." for notice in now if notice not in then
    )
    yield from (
        f"{name}: the notice of {_kind(notice)} no longer stands."
        for notice in then
        if notice not in now
    )


def _kind(notice: Any) -> str:
    return str(Notice.Kind(notice.kind).label).lower()
