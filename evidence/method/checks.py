"""Claims that are checked and not rated: what each word needs to stand.

A mechanism is not an effect in patients, a recommendation is no evidence of effect,
and what is not found in a register is not "not approved".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bibliography.records import RecordType
from claims.words import ClaimKind, Method, Scope, Strength, Verdict
from evidence.method.check_words import record_words, search_words
from evidence.method.jurisdictions import covers
from evidence.method.problem import Problem
from evidence.method.study_counts import StudyCount
from studies.designs import UNRATED, Design
from texts.rules import RuleEffect, RuleEntry
from texts.words import Words

RULE_ENTRIES = (
    RuleEntry(
        "method.checks",
        "What is checked and not rated needs, for each word, a record or a search"
        " that can bear it.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)


_PUBLISHED = frozenset(
    {
        RecordType.REGISTER_PAGE,
        RecordType.LABEL,
        RecordType.GUIDELINE,
        RecordType.BOOK,
        RecordType.CHAPTER,
        RecordType.REPORT,
    }
)
# Records that decide a claim of a kind by what they say: registers, labels, laws and
# regulators; of a definition also standards, textbooks and consensus. News, blogs,
# companies and single articles decide nothing, and nor does a type not stated.
_DECIDES: dict[ClaimKind, frozenset[RecordType]] = {
    ClaimKind.REGULATORY: frozenset(
        {RecordType.REGISTER_PAGE, RecordType.LABEL, RecordType.REPORT}
    ),
    ClaimKind.DEFINITION: _PUBLISHED,
    ClaimKind.PRACTICAL: _PUBLISHED,
    ClaimKind.RECOMMENDATION: frozenset({RecordType.GUIDELINE, RecordType.REPORT}),
}
NEEDS_A_SEARCH_ONLY = frozenset({Verdict.NOT_CONFIRMED})
_SEARCHED = frozenset({Scope.TARGETED, Scope.SYSTEMATIC})


class ShownIn(Words):
    """Whom or what a mechanism was looked for in."""

    PEOPLE = "people"
    ANIMALS = "animals"
    CELLS = "cells"


_WORD = {
    ShownIn.PEOPLE: Verdict.SHOWN_IN_PEOPLE,
    ShownIn.ANIMALS: Verdict.SHOWN_IN_ANIMALS,
    ShownIn.CELLS: Verdict.SHOWN_IN_CELLS,
}


@dataclass(frozen=True)
class Record:
    """A quoted record: its type, the jurisdiction it speaks for, who and when.

    ``title`` is what it is called, ``quote`` what is quoted of it, ``read_on`` the day
    its passage was read.
    """

    type: str
    jurisdiction: str = ""
    body: str = ""
    year: int | None = None
    title: str = ""
    read_on: date | None = None
    quote: str = ""

    @property
    def words(self) -> str:
        """All that it says, and what it is called, for whom and by whom."""
        return " ".join((self.quote, self.title, self.body, self.jurisdiction))


@dataclass(frozen=True, kw_only=True)
class Check:
    """A claim that is checked, with what its base holds, in stored words.

    ``shown`` counts studies by what they are of: how many show it, and of how many.
    ``denies`` says whether the claim is that something is not there, ``affirms`` that
    it is, ``count`` how many studies it says there are. ``studies`` are those that the
    base includes; ``explanation`` is the reviewer's, ``text`` the claim's own
    words, and ``subject`` what its question says that it is of.
    """

    kind: str
    verdict: str
    records: Collection[Record] = ()
    jurisdiction: str = ""
    scope: str = Scope.OTHER_KNOWN
    sources: str = ""
    query: str = ""
    searched_on: date | None = None
    shown: Mapping[ShownIn, tuple[int, int]] | None = None
    denies: bool = False
    affirms: bool = False
    strength: str = ""
    count: StudyCount | None = None
    studies: int = 0
    explanation: str = ""
    text: str = ""
    subject: str = ""

    @property
    def is_searched(self) -> bool:
        """Whether a named source was searched for words, on a day."""
        named = self.sources.strip() and self.query.strip() and self.searched_on
        return bool(named) and Scope(self.scope) in _SEARCHED


def decides(kind: str, record: str) -> bool:
    """Whether a record of this type may decide a claim of this kind by what it says."""
    return RecordType(record) in _DECIDES.get(ClaimKind(kind), frozenset())


def check_problems(method: str, check: Check) -> list[Problem]:
    """All that a word of a check lacks; empty if nothing."""
    if Verdict(check.verdict) is Verdict.CANT_SAY:
        return []
    match Method(method):
        case Method.RECORD_CHECK:
            return [*_of_record(check)]
        case Method.SEARCH_CHECK:
            return [*_of_search(check)]
        case Method.KIND_OF_EVIDENCE:
            return [*_of_mechanism(check)]
    return []


# --- records ---


def _of_record(check: Check) -> Iterator[Problem]:
    verdict = Verdict(check.verdict)
    deciding = [one for one in check.records if decides(check.kind, one.type)]
    if not deciding:
        if verdict in NEEDS_A_SEARCH_ONLY and check.is_searched:
            return
        yield Problem("verdict", _lacks_record(check, verdict))
        return
    if check.jurisdiction and not any(
        covers(one.jurisdiction, check.jurisdiction) for one in deciding
    ):
        yield Problem(
            "verdict",
            f"No quoted record that decides is for {check.jurisdiction}, or for an "
            "area that covers it: quote one in the evidence base, or set the country "
            "or area of its passage.",
        )
    if ClaimKind(check.kind) is ClaimKind.RECOMMENDATION:
        yield from _of_recommendation(check, deciding)
    words = [one.words for one in deciding]
    found = record_words(
        check.kind, verdict, check.text, words, check.strength, check.subject
    )
    explained = bool(check.explanation.strip())
    yield from (one for one in found if one.field == "verdict" or not explained)


def _lacks_record(check: Check, verdict: Verdict) -> str:
    search = (
        " Or search a named register: “not confirmed” may rest on that."
        if verdict in NEEDS_A_SEARCH_ONLY
        else ""
    )
    if not check.records:
        return (
            "A record check needs a quoted passage of the record: quote it in the "
            f"evidence base.{search}"
        )
    return (
        "None of the quoted records decides such a claim: quote the register, label, "
        "law, regulator, standard, textbook or guideline itself, and give its type on "
        "its reference. A web page of news, a blog or a company decides nothing, nor "
        f"does a record whose type is not stated.{search}"
    )


def _of_recommendation(check: Check, deciding: Collection[Record]) -> Iterator[Problem]:
    if not any(one.body and one.year for one in deciding):
        yield Problem(
            "verdict",
            "A recommendation is some body’s, of some year: give the publisher or the "
            "author, and the year, on the guideline’s reference.",
        )
    if not check.strength and Verdict(check.verdict) is not Verdict.SILENT:
        words = ", ".join(one.label for one in Strength if one)
        yield Problem("strength", f"Say how strongly it is worded: {words}.")


# --- searches ---


def _of_search(check: Check) -> Iterator[Problem]:
    if not check.query.strip():
        yield Problem("verdict", "A search check needs the words that were searched.")
    if check.searched_on is None:
        yield Problem("verdict", "A search check needs the date of the search.")
    if Verdict(check.verdict) is Verdict.ACCURATE and check.text:
        yield from search_words(
            check.text, check.count, affirms=check.affirms, denies=check.denies
        )
    if check.count:
        yield from _of_count(check, check.count)
    elif _says_absent(check):
        yield from _of_absence(check)
    elif _says_there(check) and not (check.studies or check.records):
        yield Problem(
            "verdict",
            "That something is there is said by what was found: include it in the "
            "evidence base, its result or the words of a record.",
        )


def _of_absence(check: Check) -> Iterator[Problem]:
    """What the word that something is not there lacks: a search, or why what is there.

    Included studies may be of something else, which only a person can say.
    """
    if not check.is_searched:
        yield Problem(
            "verdict",
            "That something is not there is accurate only by a search of a named "
            "source: what is known here, or what an article cites, is no search.",
        )
    if check.studies and not check.explanation.strip():
        of = "1 study" if check.studies == 1 else f"{check.studies} studies"
        yield Problem(
            "explanation",
            f"The base includes {of}, and the word is that something is not there: "
            "write in the explanation why what was found is not it, or leave it out.",
        )


def _of_count(check: Check, count: StudyCount) -> Iterator[Problem]:
    """Words that what the base counts does not bear out."""
    accurate = Verdict(check.verdict) is Verdict.ACCURATE
    if accurate != count.holds:
        yield Problem(
            "verdict",
            f"The base counts {count.found_words}, and the claim says "
            f"{count.claimed_words}: that is {'' if count.holds else 'not '}accurate.",
        )
    elif _says_absent(check) and not check.is_searched:
        yield Problem(
            "verdict",
            "That there are no more studies is known only by a search of a named "
            "source: what is known here, or what an article cites, is no search.",
        )


def _says_absent(check: Check) -> bool:
    """Whether the word says that something, or anything more, is not there."""
    accurate = Verdict(check.verdict) is Verdict.ACCURATE
    if check.count:
        return accurate != check.count.is_at_least
    return check.denies if accurate else check.affirms and _is_settled(check)


def _says_there(check: Check) -> bool:
    """Whether the word says that something is there."""
    accurate = Verdict(check.verdict) is Verdict.ACCURATE
    return not check.denies if accurate else check.denies and _is_settled(check)


def _is_settled(check: Check) -> bool:
    return Verdict(check.verdict) is not Verdict.CANT_SAY


def only_as_far_as_searched(check: Check) -> bool:
    """Whether an absence is so "as far as one search of S shows" and no further.

    Only a systematic search looks far enough to say it without that.
    """
    return _says_absent(check) and Scope(check.scope) is not Scope.SYSTEMATIC


# --- mechanisms ---


def shown_in(design: str) -> ShownIn | None:
    """Whom a study of this design shows a mechanism in; None where in nobody."""
    one = Design(design)
    if one is Design.ANIMAL:
        return ShownIn.ANIMALS
    if one is Design.IN_VITRO:
        return ShownIn.CELLS
    return None if one in UNRATED else ShownIn.PEOPLE


def mechanism_words(shown: Mapping[ShownIn, tuple[int, int]]) -> list[Verdict]:
    """The words that studies leave open: where one at least shows it."""
    words = [_WORD[where] for where in ShownIn if shown.get(where, (0, 0))[0]]
    return words or [Verdict.NOT_SHOWN]


def counted_words(verdict: str, shown: Mapping[ShownIn, tuple[int, int]]) -> str:
    """As "shown in people (2 of 3 studies)"; empty for a word that counts none."""
    for where, word in _WORD.items():
        if word == verdict and where in shown:
            count, of = shown[where]
            noun = "study" if of == 1 else "studies"
            return f"{word.label} ({count} of {of} {noun})"
    return ""


def _of_mechanism(check: Check) -> Iterator[Problem]:
    shown = check.shown or {}
    open_ones = mechanism_words(shown)
    verdict = Verdict(check.verdict)
    if verdict in open_ones or verdict not in (*_WORD.values(), Verdict.NOT_SHOWN):
        return
    words = " or ".join(f"“{word.label}”" for word in open_ones)
    if verdict is Verdict.NOT_SHOWN:
        why = "A study that counts shows it."
    else:
        why = f"“{verdict.label.capitalize()}” needs one study at least that shows it."
    yield Problem("verdict", f"{why} What can be said: {words}.")
