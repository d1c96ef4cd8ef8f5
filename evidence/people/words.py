"""Conflicts of interest: of which kinds, what each does, and what became of it."""

from texts.words import Words


class ConflictRule(Words):
    """Why somebody may be partial to what they would judge."""

    OWN_SUBMISSION = "own_submission", "brought in by oneself"
    OWN_ARTICLE = "own_article", "an article one declares to have written"
    OWN_STUDY = "own_study", "a study one wrote"
    SAME_NAME = "same_name", "an author of a study has one’s name"
    OWN_OUTLET = "own_outlet", "published by an outlet one declares"
    OWN_FUNDER = "own_funder", "paid for by an organisation one declares"
    AFFILIATION = "affiliation", "names where one works"


class ConflictEffect(Words):
    """What a conflict does."""

    BLOCKS = "blocks", "keeps out"
    ASKS = "asks", "asks first"
    WARNS = "warns", "is noted"
    NOTHING = "nothing", "is not looked for"


DEFAULT_EFFECTS = {
    ConflictRule.OWN_SUBMISSION: ConflictEffect.WARNS,
    ConflictRule.OWN_ARTICLE: ConflictEffect.BLOCKS,
    ConflictRule.OWN_STUDY: ConflictEffect.BLOCKS,
    ConflictRule.SAME_NAME: ConflictEffect.ASKS,
    ConflictRule.OWN_OUTLET: ConflictEffect.BLOCKS,
    ConflictRule.OWN_FUNDER: ConflictEffect.WARNS,
    ConflictRule.AFFILIATION: ConflictEffect.WARNS,
}


class ConflictOutcome(Words):
    """What became of a conflict."""

    REFUSED = "refused", "kept out"
    ASKED = "asked", "asked whether it is theirs"
    NOTED = "noted"
    OVERRIDDEN = "overridden", "let through by an editor"


class Lacks(Words):
    """What something without an owner lacks."""

    REVIEWER = "reviewer", "a reviewer"
    ABLE = "able", "a reviewer who still may judge"
    SETTLER = "settler", "somebody to settle the difference"
    WRITER = "writer", "its writer, whose account is closed"
    ENTERER = "enterer", "who entered it, whose account is closed"
