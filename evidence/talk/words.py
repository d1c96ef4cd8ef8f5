"""The words of talk: what it is about, and what a flag says is wrong."""

from texts.words import Words


class About(Words):
    """A kind of record that people talk about: its table's noun."""

    CLAIM = "claim"
    STUDY = "study"
    RESULT = "result"
    OUTCOME = "outcome"
    REFERENCE = "reference"
    ARTICLE = "article"
    MENTION = "mention", "quote"
    CITATION_SUPPORT = "citationsupport", "citation check"
    CITED_WORK = "citedwork", "cited work"
    BASE = "evidencebase", "evidence base"
    CLAIM_ROUND = "claimround", "round of grading"
    STUDY_ROUND = "studyround", "round of appraising"
    MENTION_ROUND = "mentionround", "round of checks"
    COMMENT = "comment"  # flagged alone: it is answered, not commented on


class FlagKind(Words):
    """What somebody who flags a record says is wrong with it."""

    WRONG_QUOTE = "wrong_quote"
    WRONG_NUMBER = "wrong_number"
    DUPLICATE = "duplicate", "already here, as another record"
    ABUSIVE = "abusive"
    OTHER = "other", "something else"
