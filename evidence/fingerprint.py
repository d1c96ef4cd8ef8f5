"""What a verdict rests on, as one hash, and what changed since in words.

The same facts are read from a claim as it stands and from the snapshot of an earlier
version, so that the two can be compared item by item. No timestamps are among them.
"""

from collections.abc import Iterator
from typing import Any

from evidence.claim_words import Standing
from evidence.models import Claim, EvidenceBase, Grade
from evidence.snapshots.canonical import fingerprint_of
from evidence.snapshots.claim import question
from evidence.snapshots.judging import current_base, current_grade
from evidence.snapshots.standing_on import NUMBERS, base_facts, evidence_items

_OF_RESULT = (
    "id",
    "outcome",
    "outcome_unit",
    "metric",
    "contrast",
    "comparison",
    "time_point",
    "subgroup",
    "analysis_set",
    "measured",
    "direction",
    "p_value",
    "pooled_studies",
    "provenance",
    "quote",
    "place",
    "withdrawn",
    *NUMBERS,
)
_OF_PASSAGE = ("id", "quote", "place", "read_on", "jurisdiction", "withdrawn")
_OF_BASE = ("id", "number", "scope", "searched_on", "sources", "query", "question")


def fingerprint(claim: Claim) -> str:
    """SHA-256 of what the claim's verdict would rest on if it were given now."""
    return fingerprint_of(evidence_now(claim))


def evidence_now(claim: Claim) -> dict[str, Any]:
    """The claim's words and its newest frozen base, as facts (five queries at most)."""
    base = current_base(claim)
    items = evidence_items(base, _grade_on(claim, base)) if base else []
    return evidence_of(
        {
            "text": claim.text,
            "kind": claim.kind,
            "question": question(claim),
            "base": base_facts(base, items) if base else None,
            "evidence": items,
        }
    )


def _grade_on(claim: Claim, base: EvidenceBase) -> Grade | None:
    """The grade whose readings count, if it was given on this base."""
    if claim.standing == Standing.RULE:
        return None
    grade = current_grade(claim)
    return grade if grade and grade.round.base_id == base.pk else None


def evidence_of(snapshot: dict[str, Any]) -> dict[str, Any]:
    """The facts a snapshot's verdict rests on."""
    included = [
        _item(item) for item in snapshot["evidence"] if item["decision"] == "included"
    ]
    base = snapshot["base"]
    return {
        "text": snapshot["text"],
        "kind": snapshot["kind"],
        "question": snapshot["question"],
        "base": _base(base) if base else None,
        "items": sorted(included, key=lambda item: item["item"]),
    }


def _base(base: dict[str, Any]) -> dict[str, Any]:
    review = base["review"]
    return {
        **{name: base[name] for name in _OF_BASE},
        "review": review["id"] if review else None,
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    study, result, passage = item["study"], item["result"], item["passage"]
    return {
        "item": item["item"],
        "bearing": item["bearing"],
        "directness": item["directness"],
        "study": _study(study) if study else None,
        "result": _result(result) if result else None,
        "passage": _passage(passage) if passage else None,
    }


def _study(study: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": study["id"],
        "label": study["label"],
        "design": study["design"],
        "design_words": study["design_words"],
        "allocation": study["allocation"],
        "allocation_words": study["allocation_words"],
        "is_retracted": study["is_retracted"],
        "notices": _notices(study["notices"]),
    }


def _result(result: dict[str, Any]) -> dict[str, Any]:
    source = result["compiled_from"]
    return {
        **{name: result[name] for name in _OF_RESULT},
        "in_words": result["in_words"],
        "compiled_from": _reference(source) if source else None,
    }


def _passage(passage: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: passage[name] for name in _OF_PASSAGE},
        "reference": _reference(passage["reference"]),
    }


def _reference(reference: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": reference["id"],
        "title": reference["title"],
        "notices": _notices(reference["notices"]),
    }


def _notices(notices: list[dict[str, Any]]) -> list[list[Any]]:
    return sorted([told["id"], told["words"].lower()] for told in notices)


# --- the difference in words ---


def differences(then: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Sentences for what differs between two states of what a verdict rests on."""
    found = [*_claim_differs(then, now)]
    if (then["base"] or {}).get("id") != (now["base"] or {}).get("id"):
        return [*found, _other_base(then["base"], now["base"])]
    before = {item["item"]: item for item in then["items"]}
    pairs = [(before.get(item["item"]), item) for item in now["items"]]
    for was, item in pairs:
        if was:
            found += _item_differs(was, item)
    found += _sources_differ([(was, item) for was, item in pairs if was])
    if not found and then != now:
        found.append("What was included, or how it is read, changed.")
    return found


def _claim_differs(then: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    if then["text"] != now["text"]:
        yield f"The claim was worded “{then['text']}”."
    if then["kind"] != now["kind"]:
        yield f"The claim was of the kind {then['kind'].replace('_', ' ')}."
    for name, value in now["question"].items():
        was = then["question"].get(name)
        if was != value and not name.endswith("_words"):
            yield f"The claim's {name.replace('_', ' ')} was {_said(was)}."


def _other_base(then: dict[str, Any] | None, now: dict[str, Any] | None) -> str:
    if then is None or now is None:
        return "The evidence base is another one."
    return (
        f"Evidence base {now['number']} was frozen since; the verdict rests on base "
        f"{then['number']}."
    )


def _item_differs(then: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    if then == now:
        return
    name = _name_of(now)
    if then["study"] and now["study"]:
        yield from _study_differs(name, then["study"], now["study"])
    if then["result"] and now["result"]:
        yield from _result_differs(name, then["result"], now["result"])
    if then["passage"] and now["passage"]:
        yield from _passage_differs(name, then["passage"], now["passage"])


def _name_of(item: dict[str, Any]) -> str:
    if item["study"]:
        return item["study"]["label"]
    return item["passage"]["reference"]["title"]


def _study_differs(name: str, then: dict, now: dict) -> Iterator[str]:
    yield from _notices_differ(name, then["notices"], now["notices"])
    for field in ("design", "allocation"):
        if then[field] != now[field]:
            words = f"{field}_words"
            was, is_now = then[words].lower(), now[words].lower()
            yield f"{name}: the {field} was {was}, now {is_now}."


def _result_differs(name: str, then: dict, now: dict) -> Iterator[str]:
    if now["withdrawn"] and not then["withdrawn"]:
        yield f"{name}: the result was withdrawn: {now['withdrawn']}"
    changed = [field for field in _OF_RESULT if then[field] != now[field]]
    changed = [field for field in changed if field != "withdrawn"]
    if then["in_words"] != now["in_words"]:
        yield (
            f"{name}: the result was {then['in_words']}, and is now {now['in_words']}."
        )
    elif changed:
        what = ", ".join(field.replace("_", " ") for field in changed)
        yield f"{name}: changed in the result: {what}."


def _sources_differ(pairs: list[tuple[dict, dict]]) -> Iterator[str]:
    """What is new of the records that results were taken from, each named once."""
    reported: dict[tuple[int, int], list[str]] = {}
    sources = {}
    for then, now in pairs:
        was = (then["result"] or {}).get("compiled_from")
        source = (now["result"] or {}).get("compiled_from")
        if was and source and was["notices"] != source["notices"]:
            key = (was["id"], source["id"])
            reported.setdefault(key, []).append(_name_of(now))
            sources[key] = (was, source)
    for key, (was, source) in sources.items():
        names = reported[key]
        what = names[0] if len(names) == 1 else f"{len(names)} of the studies here"
        name = f"“{source['title']}”, which reports {what}"
        yield from _notices_differ(name, was["notices"], source["notices"])


def _passage_differs(name: str, then: dict, now: dict) -> Iterator[str]:
    notices = (then["reference"]["notices"], now["reference"]["notices"])
    yield from _notices_differ(name, *notices)
    if any(then[field] != now[field] for field in _OF_PASSAGE):
        yield f"{name}: the passage changed."


def _notices_differ(name: str, then: list[list], now: list[list]) -> Iterator[str]:
    for notice in now:
        if notice not in then:
            yield f"{name}: {notice[1]} noted since."
    for notice in then:
        if notice not in now:
            yield f"{name}: the notice of {notice[1]} no longer stands."


def _said(value: Any) -> str:
    return "not stated" if value in (None, "") else f"“{value}”"
