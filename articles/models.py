"""Who says it: articles, and where they claim and cite."""

from articles.articles.models import (
    Article,
    ArticleQuerySet,
    ArticleTopic,
    ArticleVersion,
    Outlet,
)
from articles.articles.search_models import ArticleSearch
from articles.checks.models import CitationSupport, WordingCheck
from articles.checks.round_models import (
    MentionAssignment,
    MentionJudgement,
    MentionRound,
)
from articles.citations.models import (
    Citation,
    CitedWork,
    CitedWorkCheck,
    CitedWorkEntry,
    MentionCitation,
)
from articles.kept_links.models import KeptLink
from articles.mentions.anchor_models import Anchor
from articles.mentions.models import Mention, MentionQuerySet
from articles.replies.models import Reply
from articles.second_hand.models import ResultSource
from articles.steps.models import Step

__all__ = [
    "Anchor",
    "Article",
    "ArticleQuerySet",
    "ArticleSearch",
    "ArticleTopic",
    "ArticleVersion",
    "Citation",
    "CitationSupport",
    "CitedWork",
    "CitedWorkCheck",
    "CitedWorkEntry",
    "KeptLink",
    "Mention",
    "MentionAssignment",
    "MentionCitation",
    "MentionJudgement",
    "MentionQuerySet",
    "MentionRound",
    "Outlet",
    "Reply",
    "ResultSource",
    "Step",
    "WordingCheck",
]
