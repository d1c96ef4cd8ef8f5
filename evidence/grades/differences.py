"""What the grades of an opened round say, part by part, and the form they settle to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from operator import attrgetter
from typing import Any

from accounts.models import User
from core.comparing import Part, Said, Settling
from evidence.grades import forms as rows
from evidence.grades.content import Bench
from evidence.grades.draft import GradeForm, form_of
from evidence.grades.rounds import GRADING
from evidence.judged import ELEMENTS
from evidence.method import level_words
from evidence.models import ClaimRound, Grade
from evidence.words import Bearing, Directness, Domain
from studies.designs import DesignGroup

HIDDEN = "Reviewer {}"


class Differences:
    """The grades of an opened round side by side, in the order they are shown in."""

    def __init__(self, round: ClaimRound, user: User) -> None:
        self.round = round
        self.bench = Bench(round.claim, user, round.base, round, None)
        self.grades = list(
            GRADING.handed_in(round).select_related("reviewer").order_by("pk")
        )

    @cached_property
    def consensus(self) -> Grade | None:
        """What they agreed on, once they did."""
        agreed = Grade.objects.consensus().filter(round=self.round)
        return agreed.select_related("reviewer").first()

    @property
    def raters(self) -> list[str]:
        """Whose grades they are; numbers alone where names wait for the settling."""
        return raters_of(self.round, self.grades, settled=self.consensus is not None)

    @cached_property
    def parts(self) -> list[Part]:
        """All that each of them answered, in the order of the form."""
        return list(_parts(self.bench, self._said))

    @cached_property
    def _said(self) -> list[dict[str, Any]]:
        """Each grade as the draft that it was handed in from."""
        empty = rows.blank(self.bench.starts, ())
        return [{**empty, **form_of(grade).as_json()} for grade in self.grades]

    def said_by(self, settling: Settling) -> dict[str, Any]:
        """The draft of the consensus: what is settled, and nothing of what is open."""
        post = rows.posted(self._said[0])
        for part in self.parts:
            answer = settling.settled(part) or Said("")
            post[part.name] = answer.value
            if part.why_name:
                post[part.why_name] = answer.why
        return self.bench.said_in(post)

    def form(self, settling: Settling) -> GradeForm:
        """The form of the consensus."""
        return GradeForm.from_json(self.said_by(settling))

    def why(self, settling: Settling) -> str:
        """Why some answers are none of those given, as history keeps it."""
        return " ".join(
            f"{part.label}: {pick.because.rstrip('.')}."
            for part in self.parts
            if (pick := settling.picks.get(part.name)) and pick.because
        )


def raters_of(
    round: ClaimRound, grades: Iterable[Grade], *, settled: bool
) -> list[str]:
    """The names of those who graded, or their numbers while the round hides them."""
    if round.names_hidden and not settled:
        return [HIDDEN.format(number) for number, _ in enumerate(grades, 1)]
    return [str(grade.reviewer.display_name) for grade in grades]


# --- the parts of a grade ---


def _parts(bench: Bench, said: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    posts = [rows.posted(one) for one in said]
    yield from _judged(bench, said[0], posts)
    for group in said[0]["groups"]:
        yield from _group(bench, group, posts)
    if bench.is_read:
        yield from _readings(bench, posts)


def _judged(
    bench: Bench, first: Mapping[str, Any], posts: list[Mapping[str, str]]
) -> Iterator[Part]:
    """What is said of the claim as a whole."""
    plain = rows.plain_rows(first, [])
    yield _of_row(rows.verdict_row(bench.claim.kind, first, []), posts)
    if bench.by_grade:
        yield _of_row(plain["target"], posts)
        yield from _written("threshold", "The threshold", posts)
        yield _of_row(plain["size_class"], posts)
        if len(first["groups"]) > 1:
            groups = [group["designs"] for group in first["groups"]]
            options = tuple((name, DesignGroup(name).label) for name in groups)
            yield _chosen("carries", "Verdict rests on", options, posts)
    if bench.recommends:
        yield _of_row(plain["strength"], posts)
    yield from _written("note", "Reviewer’s note", posts)
    yield from _written("explanation", "What else a reader should know", posts)


def _group(
    bench: Bench, group: Mapping[str, Any], posts: list[Mapping[str, str]]
) -> Iterator[Part]:
    """Where one group of designs starts, its domains, and what it is rated up for."""
    key = group["designs"]
    heading = f"{DesignGroup(key).label.capitalize()} designs"
    offered = bench.offered(key)
    if len(offered) > 1:
        yield _of_row(rows.start_row(group, offered, []), posts, heading)
        yield _of_row(rows.says_row(group), posts, heading)
        words = "The review’s words on the risk of bias"
        yield from _written(f"{key}-bias-quote", words, posts, heading)
    domains = rows.group_rows(group, cited_only=False, guides={}, problems=[])
    for domain, row in zip(Domain, domains, strict=True):
        yield _of_row(row, posts, heading, partial(_level, domain))
    for row in rows.up_rows(group, guides={}, problems=[]):
        if any(post.get(row.name, "0") not in ("", "0") for post in posts):
            yield _of_row(row, posts, heading)
    words = "Why up all the same"
    yield from _written(f"{key}-override", words, posts, heading)


def _readings(bench: Bench, posts: list[Mapping[str, str]]) -> Iterator[Part]:
    """What each item shows, and how direct it is."""
    bearings, matches = tuple(Bearing.pairs()), tuple(Directness.pairs())
    for item in bench.evidence:
        heading = item.study.label if item.study else item.passage.reference.title
        key = f"item-{item.item}"
        label = "What it shows of the claim"
        yield _chosen(
            f"{key}-bearing", label, bearings, posts, heading, why_name=f"{key}-why"
        )
        for name in ELEMENTS:
            label = f"How direct: {name}"
            yield _chosen(f"{key}-{name}", label, matches, posts, heading)


def _level(domain: Domain, choice: rows.Choice) -> str:
    """A level in words: the form has room for figures alone where there are many."""
    known = choice.value.isdecimal()
    return level_words(domain, int(choice.value)) if known else choice.label


def _of_row(
    row: rows.Row,
    posts: list[Mapping[str, str]],
    heading: str = "",
    words: Callable[[rows.Choice], str] = attrgetter("label"),
) -> Part:
    options = tuple((choice.value, words(choice)) for choice in row.choices)
    return _chosen(row.name, row.label, options, posts, heading, row.why_name)


def _chosen(
    name: str,
    label: str,
    options: tuple[tuple[str, str], ...],
    posts: list[Mapping[str, str]],
    heading: str = "",
    why_name: str = "",
) -> Part:
    words = dict(options)
    said = tuple(
        Said(
            value := post.get(name, ""),
            words.get(value, value),
            post.get(why_name, "") if why_name else "",
        )
        for post in posts
    )
    return Part(name, label, said, options, why_name, heading)


def _written(
    name: str, label: str, posts: list[Mapping[str, str]], heading: str = ""
) -> Iterator[Part]:
    """A part in a reviewer's own words; none where nobody wrote any."""
    said = tuple(Said(post.get(name, "").strip()) for post in posts)
    if any(one.value for one in said):
        yield Part(name, label, said, heading=heading)
