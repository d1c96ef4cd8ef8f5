"""Looking for a cited work, in the references kept here and in the outside services.

The services are asked first, outside any transaction; one action then keeps their
answers. Nothing here ever decides: a candidate is confirmed by a person.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission, require
from articles.citations.described import own_passage
from articles.citations.looked_up import STORE, Candidate, LookedUp, looked_up
from articles.models import Anchor, CitedWork, CitedWorkCheck
from articles.reading.suggesting.topic import topic_words
from articles.rows import locked
from bibliography.checks.actions import candidate_json, record_check
from bibliography.lookups import Citation
from bibliography.matching import Overall, compare_cited
from bibliography.models import Notice, Reference
from bibliography.notices.actions import note_found
from bibliography.records import (
    ASKED_BY,
    LookupAnswer,
    LookupStatus,
    NoticeFound,
    NoticeKind,
    Record,
)
from bibliography.references.actions import record_from
from bibliography.services import Services
from core.actions import action, save

MOST = 10  # candidates from the references kept here
Found = CitedWork.Found
Decision = CitedWork.Decision


@dataclass(frozen=True, slots=True)
class Search:
    """What one search for a cited work came to.

    ``news`` is what it adds for a work that a person has decided on already.
    """

    cited_work: CitedWork
    looked_up: LookedUp
    news: list[str]

    @property
    def state(self) -> str:
        """``found``, or "match" where a person confirmed the work."""
        return state_of(self.cited_work)


def state_of(work: CitedWork) -> str:
    """The state of a cited work in one word: ``found``, or "match" when confirmed."""
    return "match" if work.decision == Decision.CONFIRMED else str(work.found)


def find_work(
    *, cited_work: CitedWork, services: Services, by: User, now: datetime
) -> Search:
    """Look for a cited work: by its identifiers first, then by what it is cited as.

    A service that fails is kept as having failed, never as having found nothing. A
    person's decision stays; the search then only brings news. What states neither a
    name nor a number is not checkable, and nobody is asked.
    """
    require(by, Permission.LOOK_UP_WORKS)
    cited = citation_of(cited_work)
    stated = identifiers_of(cited_work)
    if not (stated or is_searchable(cited)):
        return keep_search(cited_work=cited_work, answers=[], by=by, now=now)
    kept_here = references_like(cited, stated)
    answers = [store_answer(kept_here, cited, stated, now)]
    answers += services.by_identifiers(stated)
    if is_searchable(cited) and not carries_agreement(cited, stated, answers):
        answers += services.by_citation(cited)
    return keep_search(
        cited_work=cited_work, answers=answers, kept_here=kept_here, by=by, now=now
    )


def citation_of(work: CitedWork) -> Citation:
    """What an article states of a work, to search for it.

    Without a title it is what the article says the work is about that tells it from
    others of the same name and year.
    """
    words = () if work.title else topic_words(passage_about(work))
    return Citation(
        authors=tuple(work.authors),
        year=work.year,
        title=work.title,
        journal=work.journal,
        volume=work.volume,
        page=work.page,
        words=words,
        all_authors=work.all_authors,
    )


def passage_about(work: CitedWork) -> str:
    """The lines that name a work, without its marker, and the words under it alone."""
    version = work.article.versions.order_by("-number").first()
    markers = Anchor.objects.filter(
        version=version, citation__cited_work=work, start__isnull=False
    ).order_by("start")
    lines = [_line_around(version.text, a.start, a.end) for a in markers]
    heads = [line for line in lines if len(line.split()) <= 25]
    return " ".join([*heads, own_passage(work)])


def _line_around(text: str, start: int, end: int) -> str:
    """The line a marker stands in, without the marker."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first:start] + text[end : last if last >= 0 else len(text)]


def identifiers_of(work: CitedWork) -> dict[str, str]:
    """The identifiers an article states of a work, by scheme."""
    stated = {"pmid": work.pmid, "doi": work.doi}
    return {scheme: value for scheme, value in stated.items() if value}


def is_searchable(cited: Citation) -> bool:
    """Whether a citation says enough to search: a title, or a name and a year."""
    return bool(cited.title or (cited.authors and cited.year))


def carries_agreement(
    cited: Citation, stated: Mapping[str, str], answers: Iterable[LookupAnswer]
) -> bool:
    """Whether an identifier answered with a work that agrees, so far as stated."""
    return any(
        answer.status is LookupStatus.FOUND
        and compare_cited(cited, stated, record).overall is Overall.AGREES
        for answer in answers
        for record in answer.candidates
    )


# --- the references kept here ---


def references_like(cited: Citation, stated: Mapping[str, str]) -> list[Reference]:
    """The references kept here with a stated identifier, else those alike."""
    rows = Reference.objects.current().with_identifiers().order_by("id")
    carrying = list(rows.filter(_carrying(stated))[:MOST]) if stated else []
    first = cited.authors[0] if cited.authors else ""
    return carrying or list(rows.alike(cited.title, first, cited.year)[:MOST])


def store_answer(
    references: Sequence[Reference],
    cited: Citation,
    stated: Mapping[str, str],
    now: datetime,
) -> LookupAnswer:
    """References kept here in the shape of a service's answer, in the same order."""
    records = tuple(map(record_from, references))
    status = LookupStatus.CANDIDATES if records else LookupStatus.NONE
    if any(pair in record.identifiers for record in records for pair in stated.items()):
        status = LookupStatus.FOUND
    return LookupAnswer(STORE, str(cited), now, status, records)


def _carrying(stated: Mapping[str, str]) -> Q:
    wanted = Q()
    for scheme, value in stated.items():
        rows = Reference.objects.identified_by(scheme, value)
        wanted |= Q(pk__in=rows.values("pk"))
    return wanted


# --- keeping what was found ---


@action
def keep_search(
    *,
    cited_work: CitedWork,
    answers: list[LookupAnswer],
    by: User,
    now: datetime,
    kept_here: Sequence[Reference] = (),
    reason: str = "",
) -> Search:
    """Keep the answers of one search, and what they say of the cited work.

    ``kept_here`` are the references of the store's own answer, in its order.
    """
    require(by, Permission.LOOK_UP_WORKS)
    work = locked(cited_work)
    cited, stated = citation_of(work), identifiers_of(work)
    for answer in answers:
        check = record_check(
            answer=answer,
            searched_at=now,
            query=_query(answer),
            candidates=list(plausible(cited, stated, answer, kept_here)),
            by=by,
        )
        save(CitedWorkCheck(cited_work=work, referencecheck=check))
    known = looked_up(work)
    told = found_by(work, known)
    at = _checked_at(answers)
    if told and (told != work.found or at != work.checked_at):
        work = save(work, found=told, checked_at=at)
    return Search(work, known, _news(work, known, by))


def _checked_at(answers: Iterable[LookupAnswer]) -> datetime | None:
    """How far back a search's answers go; None where nobody answered."""
    times = [a.asked_at for a in answers if a.status is not LookupStatus.FAILED]
    return min(times, default=None)


def _query(answer: LookupAnswer) -> dict[str, str]:
    """What was asked, under the name of its kind."""
    scheme, colon, value = answer.query.partition(":")
    if colon and scheme in ASKED_BY:
        return {scheme: value}
    return {"citation": answer.query}


def plausible(
    cited: Citation,
    stated: Mapping[str, str],
    answer: LookupAnswer,
    kept_here: Sequence[Reference],
) -> Iterator[dict[str, Any]]:
    """The records of an answer that may be the one meant, each compared.

    What an identifier answers with is kept whatever it is; of a search's results the
    other works are dropped.
    """
    by_identifier = answer.status is LookupStatus.FOUND
    is_ours = answer.service == STORE
    for place, record in enumerate(answer.candidates):
        compared = compare_cited(cited, stated, record, is_kept_here=is_ours)
        if by_identifier or compared.overall is not Overall.OTHER:
            number = kept_here[place].pk if is_ours else _own_number(record)
            yield candidate_json(record, compared, answer.notices, number)


def _own_number(record: Record) -> int | None:
    """The reference kept here that a record's identifiers name."""
    current = Reference.objects.current()
    known = current.known_as(record.identifiers, record.type)
    return known and known.pk


def found_by(work: CitedWork, known: LookedUp) -> str:
    """What all that was answered says of a work; "" where that is not settled.

    "Not found" needs the word of every service that was asked.
    """
    if not (identifiers_of(work) or is_searchable(citation_of(work))):
        return Found.NOT_CHECKABLE
    return found_in(known)


def found_in(known: LookedUp) -> str:
    """The same of answers alone, to what could be looked for."""
    agreeing = [c for c in known.candidates if c.overall == Overall.AGREES]
    if any(c.is_conflict for c in known.candidates):
        return Found.CONFLICT
    if len(agreeing) == 1:
        return Found.ONE_AGREES
    if known.candidates:
        return Found.CANDIDATES
    return "" if known.failed or not known.answered else Found.NOT_FOUND


def _news(work: CitedWork, known: LookedUp, by: User) -> list[str]:
    """What is new for a work that was decided: candidates, and notices on its match."""
    if work.decision == Decision.NONE:
        return []
    news = [
        f"New since the decision: {title_of(candidate)}"
        for candidate in known.candidates
        if candidate.is_new
    ]
    for candidate in known.candidates:
        if work.reference_id and candidate.reference == work.reference_id:
            for notice in keep_notices(work.reference, candidate, by):
                news.append(
                    f"{notice.get_kind_display().capitalize()} of "
                    f"“{work.reference.title}”."
                )
    return news


def title_of(candidate: Candidate) -> str:
    """A candidate in a line: its title and its year."""
    year = candidate.record.year or "no year stated"
    return f"“{candidate.record.title or 'no title stated'}” ({year})"


def keep_notices(reference: Reference, candidate: Candidate, by: User) -> list[Notice]:
    """Record the notices a candidate carries; returns those that are new here.

    Only inside an action.
    """
    before = set(reference.notices.values_list("pk", flat=True))
    rows = [
        note_found(
            reference=reference,
            found=NoticeFound(
                kind=NoticeKind(told["kind"]),
                **{n: v for n, v in told.items() if n not in ("kind", "seen_at")},
            ),
            seen_at=told["seen_at"],
            by=by,
        )
        for told in candidate.notices
    ]
    return list({row.pk: row for row in rows if row.pk not in before}.values())
