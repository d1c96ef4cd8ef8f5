"""How an instrument's judgements are shown: its columns, and each judgement's light.

A light goes by a judgement's place in its instrument's own order, from the best to the
worst, and never by its word: "High" is the worst of RoB 2 and the best of AMSTAR 2.
"""

from collections.abc import Mapping

from studies.instruments.instrument import Answers, Domain, Instrument, OverallBy
from studies.pictures.lights import (
    NOT_APPRAISED,
    OVERALL,
    Column,
    Light,
    Mark,
    mark_of,
)

WHOLE = "overall"  # what the judgement of the whole is filed under
_UNKNOWN = frozenset({"no information", "unclear", "can’t tell", "can't tell"})
_BESIDE = frozenset({"not applicable", "no meta-analysis"})
_GRAVE = (Light.LOW, Light.SOME, Light.HIGH, Light.CRITICAL)
_OF_ANSWER = {"Y": Light.LOW, "PY": Light.SOME, "PN": Light.SOME, "N": Light.HIGH}


def columns_of(instrument: Instrument, variant: str = "") -> tuple[Column, ...]:
    """What is shown of an instrument: its domains, or its items, and the whole last.

    Items stand for domains that have no judgement; there is no whole where the
    instrument judges none.
    """
    domains = instrument.domains_of(variant or instrument.default_variant)
    if shows_items(instrument, variant):
        asked = [question for domain in domains for question in domain.questions]
        columns = [Column(question.id, question.text) for question in asked]
    else:
        numbered = enumerate(domains, start=1)
        columns = [Column(f"D{number}", domain.name) for number, domain in numbered]
    judges = instrument.overall.by is not OverallBy.NOBODY
    return (*columns, OVERALL) if judges else tuple(columns)


def shows_items(instrument: Instrument, variant: str = "") -> bool:
    """Whether its items are shown: where no domain comes to a judgement."""
    if instrument.overall.by is OverallBy.STARS:
        return False
    domains = instrument.domains_of(variant or instrument.default_variant)
    return not any(domain.parts or domain.by_hand for domain in domains)


def marks_of(
    instrument: Instrument,
    judgements: Mapping[str, str],
    answers: Answers,
    variant: str = "",
) -> tuple[Mark, ...]:
    """The mark in each column: of judgements by domain (``WHOLE``), or of answers.

    What has neither was not appraised.
    """
    domains = instrument.domains_of(variant or instrument.default_variant)
    if shows_items(instrument, variant):
        marks = [
            _of_answer(instrument, answers.get(question.id, ""))
            for domain in domains
            for question in domain.questions
        ]
    else:
        marks = [_of_domain(instrument, one, judgements) for one in domains]
    if instrument.overall.by is OverallBy.NOBODY:
        return tuple(marks)
    return (*marks, mark_for(instrument, judgements.get(WHOLE, "")))


def scale_of(instrument: Instrument) -> tuple[Mark, ...]:
    """Each of its judgements, from the best to the worst, what tells nothing last."""
    marks = [mark_for(instrument, word) for word in instrument.judgements]
    if not marks or shows_items(instrument):
        marks += [_of_answer(instrument, code) for code in instrument.answers]
    told = [mark for mark in marks if mark.light in _GRAVE]
    return (*told, *(mark for mark in marks if mark.light not in _GRAVE))


def mark_for(instrument: Instrument, judgement: str) -> Mark:
    """A judgement's mark, by its place among those that tell something."""
    if not judgement:
        return NOT_APPRAISED
    if beside := _beside(judgement):
        return beside
    scale = levels_of(instrument)
    if judgement not in scale:
        return Mark(Light.COUNTED, judgement, judgement if len(judgement) < 3 else "")
    lights = _lights(len(scale))
    return mark_of(lights[scale.index(judgement)], judgement)


def levels_of(instrument: Instrument) -> tuple[str, ...]:
    """Its judgements that are levels, the best first: not "no information"."""
    return tuple(word for word in instrument.judgements if not _beside(word))


def _lights(levels: int) -> list[Light]:
    """As many lights as there are levels: two are low and high, four all of them."""
    if levels <= len(_GRAVE) - 1:
        return [*_GRAVE[: levels - 1], Light.HIGH] if levels > 1 else [Light.SOME]
    last = len(_GRAVE) - 1
    return [_GRAVE[round(n * last / (levels - 1))] for n in range(levels)]


def _beside(judgement: str) -> Mark | None:
    """The mark of a word that is no level: nothing known, or nothing to judge."""
    plain = judgement.casefold()
    if plain in _UNKNOWN:
        return mark_of(Light.NO_INFORMATION, judgement)
    return Mark(Light.NOT_APPLICABLE, judgement) if plain in _BESIDE else None


def _of_domain(
    instrument: Instrument, domain: Domain, judgements: Mapping[str, str]
) -> Mark:
    judgement = str(judgements.get(domain.id, ""))
    if instrument.overall.by is OverallBy.STARS and judgement:
        most = len(domain.questions)
        return Mark(Light.COUNTED, f"{judgement} of {most} stars", judgement)
    return mark_for(instrument, judgement)


def _of_answer(instrument: Instrument, code: str) -> Mark:
    if not code:
        return NOT_APPRAISED
    word = instrument.answers.get(code, code)
    if beside := _beside(word):
        return beside
    light = _OF_ANSWER.get(code)
    return mark_of(light, word) if light else Mark(Light.COUNTED, word, code[:2])
