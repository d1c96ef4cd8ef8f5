"""What was checked of the citations and the wording of many articles, counted."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from articles.checks.tally import SupportTally, WordingTally
from articles.models import Anchor, ArticleVersion, Mention, MentionCitation


def standing_mentions() -> QuerySet[Mention]:
    """The accepted mentions that stand in the newest capture of a standing article."""
    newer = ArticleVersion.objects.filter(
        article=OuterRef("version__article"), number__gt=OuterRef("version__number")
    )
    places = Anchor.objects.filter(mention=OuterRef("pk"), start__isnull=False)
    return Mention.objects.accepted().filter(
        Exists(places.exclude(Exists(newer))),
        article__withdrawn_at=None,
        article__merged_into=None,
    )


def support_by(path: str, mentions: QuerySet[Mention]) -> dict[Any, SupportTally]:
    """What was answered of the citations of some mentions, by what ``path`` leads to.

    The path is that of a mention's column, as "article". One query.
    """
    links = MentionCitation.objects.with_answers().filter(mention__in=mentions)
    found = _by(links, f"mention__{path}", "answer")
    return {
        key: SupportTally(sum(answers.values()), _answered(answers))
        for key, answers in found.items()
    }


def wording_by(path: str, mentions: QuerySet[Mention]) -> dict[Any, WordingTally]:
    """What was answered of the words of some mentions, by what ``path`` leads to.

    One query.
    """
    checked = mentions.annotate(
        standing_check=FilteredRelation(
            "wording_checks", condition=Q(wording_checks__superseded_at=None)
        ),
        answer=F("standing_check__answer"),
    )
    return {
        key: WordingTally(sum(answers.values()), _answered(answers))
        for key, answers in _by(checked, path, "answer").items()
    }


def _by(rows: QuerySet, path: str, answer: str) -> dict[Any, dict[str | None, int]]:
    """How many rows have each answer, None for nobody's, by what a path leads to."""
    counted = rows.order_by().values_list(path, answer).annotate(n=Count("pk"))
    found: dict[Any, dict[str | None, int]] = {}
    for key, given, n in counted:
        found.setdefault(key, {})[given] = n
    return found


def _answered(answers: Mapping[str | None, int]) -> dict[str, int]:
    return {answer: n for answer, n in answers.items() if answer}


def checks_of_articles(ids: Collection[int]) -> dict[int, SupportTally]:
    """What was answered of the citations of some articles, by article; one query."""
    return support_by("article", standing_mentions().filter(article__in=ids))
