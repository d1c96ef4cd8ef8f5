"""The records that people talk about: who may see which, its name and its page."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.text import Truncator

from accounts.permissions import Visitor
from articles.models import (
    Article,
    CitationSupport,
    CitedWork,
    Mention,
    MentionRound,
)
from bibliography.models import Reference
from claims.models import Claim
from core.errors import Refused
from evidence.models import ClaimRound, Comment, EvidenceBase
from evidence.talk.words import About
from studies.models import Outcome, Result, Study, StudyRound

LONGEST_NAME = 120  # characters


@dataclass(frozen=True)
class Kind:
    """How records of one noun are read, named and found."""

    model: type[Model]
    name: Callable[[Any], str]
    address: Callable[[Any], str]
    load: tuple[str, ...] = ()

    def rows(self, user: Visitor) -> QuerySet:
        """Those that a person may read."""
        if self.model is Mention:
            return Mention.objects.open_to_readers().select_related(*self.load)
        objects = self.model._default_manager
        rows = objects.of(user) if hasattr(objects, "of") else objects.all()
        return rows.select_related(*self.load) if self.load else rows


@dataclass(frozen=True)
class Record:
    """A record that is talked about: its noun and number, its name and its page."""

    about: About
    id: int
    name: str
    address: str

    @property
    def called(self) -> str:
        """As "Claim 12"."""
        return f"{self.about.capitalised} {self.id}"

    @property
    def talk(self) -> str:
        """Where it is talked about."""
        return f"/talk/{self.about}/{self.id}/"


KINDS: Mapping[str, Kind] = {
    About.CLAIM: Kind(Claim, lambda row: row.text, lambda row: f"/claims/{row.pk}/"),
    About.STUDY: Kind(Study, lambda row: row.label, lambda row: f"/studies/{row.pk}/"),
    About.RESULT: Kind(
        Result,
        lambda row: f"{row.study.label}: {row.outcome.name}",
        lambda row: f"/studies/{row.study_id}/#result-{row.pk}",
        ("study", "outcome"),
    ),
    About.OUTCOME: Kind(
        Outcome, lambda row: row.name, lambda row: f"/outcomes/{row.pk}/history/"
    ),
    About.REFERENCE: Kind(Reference, str, lambda row: f"/references/{row.pk}/"),
    About.ARTICLE: Kind(
        Article, lambda row: row.title, lambda row: f"/articles/{row.pk}/"
    ),
    About.MENTION: Kind(
        Mention,
        lambda row: f"“{row.proposed_text}” in {row.article.title}",
        lambda row: f"/articles/{row.article_id}/#mention-{row.pk}",
        ("article",),
    ),
    About.CITATION_SUPPORT: Kind(
        CitationSupport,
        lambda row: f"{row.get_answer_display()}: “{row.words_judged}”",
        lambda row: f"/articles/{row.mention.article_id}/#mention-{row.mention_id}",
        ("mention",),
    ),
    About.CITED_WORK: Kind(
        CitedWork, lambda row: row.label, lambda row: f"/cited-works/{row.pk}/"
    ),
    About.BASE: Kind(
        EvidenceBase,
        lambda row: f"Evidence base {row.number} of claim {row.claim_id}",
        lambda row: f"/claims/{row.claim_id}/base/{row.number}/",
    ),
    About.CLAIM_ROUND: Kind(
        ClaimRound,
        lambda row: f"Round of grading on “{row.claim.text}”",
        lambda row: f"/claims/{row.claim_id}/",
        ("claim",),
    ),
    About.STUDY_ROUND: Kind(
        StudyRound,
        lambda row: f"Round of appraising {row.study.label}",
        lambda row: f"/studies/{row.study_id}/",
        ("study",),
    ),
    About.MENTION_ROUND: Kind(
        MentionRound,
        lambda row: f"Round of checks of “{row.words}”",
        lambda row: f"/mention-rounds/{row.pk}/",
    ),
    About.COMMENT: Kind(
        Comment,
        lambda row: row.text,
        lambda row: f"/talk/{row.about}/{row.row_id}/#comment-{row.pk}",
    ),
}


def find_record(about: str, row_id: int, user: Visitor) -> Record | None:
    """A record that a person may read; None where there is none of that number."""
    return records_of([(about, row_id)], user).get((about, row_id))


def expect_record(about: str, row_id: int, user: Visitor) -> Record:
    """As ``find_record``; raises Refused where there is none."""
    if about not in KINDS:
        known = ", ".join(KINDS)
        raise Refused(f"Talk is about one of: {known}.", field="about")
    record = find_record(about, row_id, user)
    if record is None:
        raise Refused(
            f"There is no {About(about).label} of this number.", field="row_id"
        )
    return record


def records_of(
    named: Iterable[tuple[str, int]], user: Visitor
) -> dict[tuple[str, int], Record]:
    """The records of some nouns and numbers that a person may read: a query a kind."""
    wanted: dict[str, set[int]] = {}
    for about, row_id in named:
        wanted.setdefault(about, set()).add(row_id)
    found: dict[tuple[str, int], Record] = {}
    for about, ids in wanted.items():
        found |= _records(about, ids, user)
    return found


def _records(
    about: str, ids: Collection[int], user: Visitor
) -> dict[tuple[str, int], Record]:
    kind = KINDS.get(about)
    if kind is None:
        return {}
    return {
        (about, row.pk): Record(
            About(about),
            row.pk,
            Truncator(kind.name(row)).chars(LONGEST_NAME),
            kind.address(row),
        )
        for row in kind.rows(user).filter(pk__in=ids)
    }
