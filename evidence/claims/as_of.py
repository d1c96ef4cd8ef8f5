"""Which version of a claim was in force on a day."""

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from claims.models import ClaimVersion
from core.errors import BadQuery
from core.wording import day_words

PARAMETER = "as_of"


def day_asked(text: str) -> date:
    """The day that a parameter names. Raises BadQuery where it is none, or to come."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise BadQuery(
            f"“{text.strip()[:40]}” is no day: one such as 2026-05-01 was expected.",
            field=PARAMETER,
        ) from None
    if day > timezone.now().date():
        raise BadQuery(f"{day_words(day)} has not come yet.", field=PARAMETER)
    return day


def version_as_of(versions: QuerySet[ClaimVersion], day: date) -> ClaimVersion | None:
    """The one of a claim's versions in force when a day ended, by UTC.

    None where the first came later, or there is none.
    """
    ended = datetime.combine(day + timedelta(days=1), time(), tzinfo=UTC)
    return versions.filter(created_at__lt=ended).order_by("-number").first()


def why_none(versions: QuerySet[ClaimVersion], day: date) -> str:
    """Why no version of a claim was in force on a day."""
    first = versions.order_by("number").values_list("number", "created_at").first()
    if first is None:
        return (
            "No version of this claim was kept yet: none of its words was changed and "
            "nobody has judged it."
        )
    return (
        f"On {day_words(day)} no version of this claim was kept yet; its first, "
        f"version {first[0]}, is of {day_words(first[1])}."
    )
