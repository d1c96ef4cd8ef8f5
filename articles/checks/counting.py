"""What was checked of the citations and the wording of many articles, counted."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from articles.checks.tally import SupportTally
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


def links_of(mentions: QuerySet[Mention]) -> QuerySet[MentionCitation]:
    """The citations of some mentions, each with its ``answer``, None for nobody's."""
    return MentionCitation.objects.with_answers().filter(mention__in=mentions)


def checked_words(mentions: QuerySet[Mention]) -> QuerySet[Mention]:
    """Some mentions with the ``answer`` to how their words fit, None for nobody's."""
    return mentions.annotate(
        standing_check=FilteredRelation(
            "wording_checks", condition=Q(wording_checks__superseded_at=None)
        ),
        answer=F("standing_check__answer"),
    )


def answers_by(path: str, rows: QuerySet) -> dict[Any, dict[str, int]]:
    """How many rows have each answer, by what ``path`` leads to: none without one.

    One query, which begins at the answers: few beside what was never looked at.
    """
    found = _by(rows.filter(answer__isnull=False), path, "answer")
    return {key: _answered(answers) for key, answers in found.items()}


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
    # Said of the links too, or the links of all articles would be read.
    links = links_of(standing_mentions().filter(article__in=ids))
    found = _by(links.filter(mention__article__in=ids), "mention__article", "answer")
    return {
        key: SupportTally(sum(answers.values()), _answered(answers))
        for key, answers in found.items()
    }
