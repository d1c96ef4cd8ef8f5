"""One's own record: what a person brought in, entered, judged and published here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, Left

from accounts.models import User
from articles.models import (
    Article,
    CitationSupport,
    Mention,
    MentionJudgement,
    WordingCheck,
)
from bibliography.models import ImportBatch
from claims.models import Claim, ClaimVersion, Correction
from evidence.models import Comment, EvidenceBase, Grade, ScreenedRecord
from studies.models import Appraisal, Result

COLUMNS = ("what", "id", "at", "about", "outcome", "address")
MOST_LETTERS = 300  # of what something is about


@dataclass(frozen=True)
class Kept:
    """One kind of thing that people do, and the way to its rows.

    ``at``, ``about`` and ``outcome`` are columns, ``page`` an address with ``number``,
    a column or what is made of some, in it.
    """

    what: str
    rows: Callable[[User], QuerySet[Any]]
    at: str
    about: str
    page: str
    number: str | Combinable = "pk"
    outcome: str = ""

    def of(self, user: User) -> QuerySet[Any]:
        """The rows of a person, newest first, with what is told of each."""
        columns = {
            "at": F(self.at),
            "about": Left(self.about, MOST_LETTERS),
            "number": F(self.number) if isinstance(self.number, str) else self.number,
        }
        if self.outcome:
            columns["came"] = F(self.outcome)
        return self.rows(user).order_by("-pk").values("pk", **_apart(columns))

    def told(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row as it is shown and exported."""
        return {
            "what": self.what,
            "id": row["pk"],
            "at": row["the_at"],
            "about": row["the_about"],
            "outcome": row.get("the_came", ""),
            "address": self.page.format(row["the_number"]),
        }


def _apart(columns: dict[str, Any]) -> dict[str, Any]:
    """Names that no table has a column of."""
    return {f"the_{name}": value for name, value in columns.items()}


KEPT = (
    Kept(
        "article brought in",
        lambda user: Article.objects.filter(brought_by=user),
        "created_at",
        "title",
        "/articles/{}/",
    ),
    Kept(
        "references imported",
        lambda user: ImportBatch.objects.filter(by=user),
        "created_at",
        "file_name",
        "/imports/{}/",
        outcome="state",
    ),
    Kept(
        "claim added",
        lambda user: Claim.objects.filter(added_by=user),
        "created_at",
        "text",
        "/claims/{}/",
    ),
    Kept(
        "suggestion decided",
        lambda user: Mention.objects.filter(decided_by=user),
        "decided_at",
        "proposed_text",
        "/articles/{}/",
        "article_id",
        "status",
    ),
    Kept(
        "record screened",
        lambda user: ScreenedRecord.objects.filter(decided_by=user),
        "decided_at",
        "reference__title",
        "/claims/{}/base/screening/",
        "base__claim_id",
        "decision",
    ),
    Kept(
        "result entered",
        lambda user: Result.objects.filter(entered_by=user),
        "created_at",
        "study__label",
        "/studies/{}/",
        "study_id",
    ),
    Kept(
        "result checked against its source",
        lambda user: Result.objects.filter(checked_by=user),
        "checked_at",
        "study__label",
        "/studies/{}/",
        "study_id",
    ),
    Kept(
        "citation judged",
        lambda user: CitationSupport.objects.filter(by=user, round=None),
        "created_at",
        "words_judged",
        "/articles/{}/",
        "mention__article_id",
        "answer",
    ),
    Kept(
        "wording judged",
        lambda user: WordingCheck.objects.filter(by=user, round=None),
        "created_at",
        "words_judged",
        "/articles/{}/",
        "mention__article_id",
        "answer",
    ),
    Kept(
        "checked in a round",
        lambda user: MentionJudgement.objects.of(user).filter(reviewer=user),
        "created_at",
        "round__words",
        "/mention-rounds/{}/",
        "round_id",
        "answer",
    ),
    Kept(
        "evidence base frozen",
        lambda user: EvidenceBase.objects.filter(frozen_by=user),
        "frozen_at",
        "claim__text",
        "/claims/{}/base/",
        "claim_id",
    ),
    Kept(
        "claim graded",
        lambda user: Grade.objects.of(user).filter(reviewer=user),
        "created_at",
        "round__claim__text",
        "/claims/{}/",
        "round__claim_id",
        "verdict",
    ),
    Kept(
        "study appraised",
        lambda user: Appraisal.objects.of(user).filter(reviewer=user),
        "created_at",
        "round__study__label",
        "/studies/{}/",
        "round__study_id",
        "overall",
    ),
    Kept(
        "comment written",
        lambda user: Comment.objects.of(user).filter(by=user),
        "created_at",
        "text",
        "/talk/{}/",
        Concat(
            "about",
            Value("/"),
            Cast("row_id", TextField()),
            output_field=TextField(),
        ),
    ),
    Kept(
        "verdict published",
        lambda user: ClaimVersion.objects.filter(by=user, cause="standing"),
        "created_at",
        "claim__text",
        "/claims/{}/",
        "claim_id",
        "verdict",
    ),
    Kept(
        "correction made",
        lambda user: Correction.objects.filter(by=user),
        "created_at",
        "what",
        "/claims/{}/",
        "claim_id",
    ),
)


def record_of(user: User) -> Iterator[dict[str, Any]]:
    """All that a person did here, kind by kind, the newest of each first.

    Grades of rounds that have not opened are among them: they are one's own.
    """
    for kept in KEPT:
        for row in kept.of(user).iterator(chunk_size=500):
            yield kept.told(row)


def beginning_of(user: User, most: int) -> list[tuple[str, int, list[dict[str, Any]]]]:
    """Of each kind there is any of: what, how many, and the newest ones."""
    found = []
    for kept in KEPT:
        rows = kept.of(user)
        newest = [kept.told(row) for row in rows[: most + 1]]
        if newest:
            count = rows.count() if len(newest) > most else len(newest)
            found.append((kept.what, count, newest[:most]))
    return found
