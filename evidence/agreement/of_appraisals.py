"""Independent appraisals: by instrument each domain, each item, and the whole."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from django.db.models import QuerySet

from evidence.agreement.ratings import Judged, Part, Rating, in_batches, ratings_of
from studies.appraisals.catalogue import in_words, instruments_of
from studies.instruments.instrument import Instrument, OverallBy, Question, Unit
from studies.instruments.judging import NA
from studies.instruments.lights import WHOLE, levels_of, shows_items
from studies.models import Appraisal, Judgement

_SURE = ("Y", "PY", "PN", "N")  # answers that have an order, as far as there are more


def independent_appraisals(topic: int | None = None) -> QuerySet[Appraisal]:
    """Appraisals of opened rounds, each by one alone; of studies on a topic."""
    rows = Appraisal.objects.filter(is_consensus=False, round__wanted__gt=1)
    rows = rows.exclude(submitted_at=None)
    if topic is not None:
        rows = rows.filter(round__study__topic_links__topic=topic)
    return rows.order_by("-round_id", "pk")


def appraisals_judged(topic: int | None) -> list[Judged]:
    """Each instrument by which several appraised alone; two queries.

    By version and effect of interest, as each has questions of its own. Of a version
    that is not at hand any more nothing is told.
    """
    columns = [f"round__{name}" for name in ("instrument", "version", "variant")]
    used = independent_appraisals(topic).order_by(*columns)
    named = list(used.values_list(*columns).distinct())
    tools = instruments_of([each[:2] for each in named])
    return [
        _judged(tools[key, version], variant)
        for key, version, variant in named
        if (key, version) in tools
    ]


def _judged(tool: Instrument, variant: str) -> Judged:
    return Judged(
        key=tool.key,
        name=in_words(tool, variant),
        noun="result" if tool.unit is Unit.RESULT else "study",
        page="/studies/{}/",
        parts=tuple(_parts(tool, variant)),
        rate=partial(_rate, tool, variant),
        version=tool.version,
        variant=variant,
    )


# --- what an instrument asks for ---


def _parts(tool: Instrument, variant: str) -> Iterator[Part]:
    """The whole, its domains, and its items last."""
    if tool.overall.by is not OverallBy.NOBODY:
        yield Part(WHOLE, "Overall", levels_of(tool), {})
    by_stars = tool.overall.by is OverallBy.STARS
    for domain in tool.domains_of(variant):
        stars = tuple(str(n) for n in range(len(domain.questions) + 1))
        order = stars if by_stars else levels_of(tool)
        yield Part(domain.id, domain.name, order, {})
    for question in _items(tool, variant):
        yield Part(
            key=_key(question),
            name=f"{question.id} {question.text}",
            order=_order(question),
            words=tool.answers,
            is_item=True,
        )


def _items(tool: Instrument, variant: str) -> Iterator[Question]:
    """Its questions, but for those whose answer is the judgement of their domain."""
    for domain in tool.domains_of(variant):
        if not domain.by_hand:
            yield from domain.questions


def _key(question: Question) -> str:
    return f"item {question.id}"


def _order(question: Question) -> tuple[str, ...] | None:
    found = tuple(one for one in _SURE if one in question.answers)
    return found if len(found) > 2 else None


# --- what was said ---


def _rate(
    tool: Instrument, variant: str, topic: int | None, items: bool
) -> Iterator[Rating]:
    rows = independent_appraisals(topic).filter(
        round__instrument=tool.key,
        round__version=tool.version,
        round__variant=variant,
    )
    items = items or shows_items(tool, variant)
    questions = list(_items(tool, variant)) if items else []
    columns = ("pk", "overall", "round_id", "round__study_id", "reviewer_id")
    more = ("reviewer__display_name", "who", *(("answers",) if items else ()))
    for batch in in_batches(rows.with_names().values(*columns, *more)):
        domains = _domains([row["pk"] for row in batch])
        for row in batch:
            said = {WHOLE: row["overall"]} if row["overall"] else {}
            said |= domains.get(row["pk"], {})
            if items:
                said |= _answered(questions, row["answers"])
            on, named = row["round__study_id"], bool(row["who"])
            yield from ratings_of(row, on=on, may_be_named=named, said=said)


def _domains(appraisals: list[int]) -> dict[int, dict[str, str]]:
    """By appraisal, what each domain came to."""
    rows = Judgement.objects.filter(appraisal__in=appraisals).exclude(judgement="")
    found: dict[int, dict[str, str]] = {}
    for row, domain, word in rows.values_list("appraisal", "domain", "judgement"):
        found.setdefault(row, {})[domain] = word
    return found


def _answered(
    questions: Iterable[Question], answers: Mapping[str, str]
) -> dict[str, str]:
    """The answers by part; of what was not asked there is none."""
    return {
        _key(question): value
        for question in questions
        if (value := answers.get(question.id, ""))
        and (value != NA or NA in question.answers)
    }
