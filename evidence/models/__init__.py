"""The article's side and the judgement: articles, claims, evidence, grades."""

from evidence.models.anchor import Anchor, ResultSource
from evidence.models.article import Article, ArticleQuerySet, ArticleVersion, Outlet
from evidence.models.base import (
    EvidenceBase,
    EvidenceBaseQuerySet,
    EvidenceItem,
    Passage,
)
from evidence.models.checks import CitationSupport, WordingCheck
from evidence.models.citation import (
    Citation,
    CitedWork,
    CitedWorkEntry,
    MentionCitation,
)
from evidence.models.claim import (
    Claim,
    ClaimQuerySet,
    ClaimRelation,
    ClaimVersion,
    Correction,
    Reply,
)
from evidence.models.grade import ClaimAssignment, ClaimRound, Grade
from evidence.models.grade_parts import GradeGroup, ItemReading
from evidence.models.mention import Mention, MentionQuerySet
from evidence.models.topic import Topic
from evidence.models.words import (
    Bearing,
    CantSay,
    Certainty,
    Directness,
    Method,
    Standing,
    Verdict,
)

__all__ = [
    "Anchor",
    "Article",
    "ArticleQuerySet",
    "ArticleVersion",
    "Bearing",
    "CantSay",
    "Certainty",
    "Citation",
    "CitationSupport",
    "CitedWork",
    "CitedWorkEntry",
    "Claim",
    "ClaimAssignment",
    "ClaimQuerySet",
    "ClaimRelation",
    "ClaimRound",
    "ClaimVersion",
    "Correction",
    "Directness",
    "EvidenceBase",
    "EvidenceBaseQuerySet",
    "EvidenceItem",
    "Grade",
    "GradeGroup",
    "ItemReading",
    "Mention",
    "MentionCitation",
    "MentionQuerySet",
    "Method",
    "Outlet",
    "Passage",
    "Reply",
    "ResultSource",
    "Standing",
    "Topic",
    "Verdict",
    "WordingCheck",
]
