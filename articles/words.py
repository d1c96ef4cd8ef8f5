"""What is said of an article: its licence, its mentions, and the works it cites."""

from texts.words import Words


class Licence(Words):
    """What may be done with its text; decides whether the full text is public."""

    NOT_STATED = "not_stated", "not stated"
    ALL_RIGHTS = "all_rights", "all rights reserved"
    CC_BY = "cc_by", "CC BY"
    CC_BY_SA = "cc_by_sa", "CC BY-SA"
    CC_BY_NC = "cc_by_nc", "CC BY-NC"
    CC_BY_NC_SA = "cc_by_nc_sa", "CC BY-NC-SA"
    CC_BY_ND = "cc_by_nd", "CC BY-ND"
    CC_BY_NC_ND = "cc_by_nc_nd", "CC BY-NC-ND"
    PUBLIC_DOMAIN = "public_domain", "public domain"
    OWN = "own", "ours"  # written for Footing


class Form(Words):
    """What an article was captured as."""

    TEXT = "text", "plain text"
    MARKDOWN = "markdown", "Markdown"
    HTML = "html", "HTML"
    JATS = "jats", "JATS XML"
    DOCX = "docx", "Word"
    PDF = "pdf", "PDF"


class Found(Words):
    """What the search for a cited work says."""

    NOT_CHECKED = "not_checked", "not checked"
    NOT_CHECKABLE = "not_checkable", "not checkable"
    NOT_FOUND = "not_found", "not found", "", "warn"
    CANDIDATES = "candidates", "candidates, none", "", "warn"
    ONE_AGREES = "one_agrees", "one agrees in all fields"
    CONFLICT = "conflict", "the identifier is another work's", "", "bad"


class ListState(Words):
    """What checking one entry of a reference list came to, the worst first."""

    CONFLICT = "conflict", "conflict", "", "bad"  # the identifier is another work's
    NOT_FOUND = "not_found", "not found", "", "warn"
    DIFFERS = "differs", "differs", "", "warn"
    NOT_CHECKED = "not_checked", "not checked", "", "q"  # somebody did not answer
    NOT_CHECKABLE = "not_checkable", "not checkable", "", "q"  # it states too little
    AGREES = "agrees", "agrees", "", "ok"


class WorkDecision(Words):
    """What a person says of what was found; only confirmed is a match."""

    NONE = "none", "not decided"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class MentionStatus(Words):
    """Whether a place where an article may make a claim is one."""

    SUGGESTED = "suggested", "to decide", "", "warn"
    ACCEPTED = "accepted"
    REJECTED = "rejected", "rejected", "", "q"  # does not come back on a new capture


class Origin(Words):
    """Who marked a place in an article first."""

    RULES = "rules", "suggested by rule"
    PERSON = "person", "marked by a person"


class Support(Words):
    """Whether the cited study says what the article makes of it."""

    SUPPORTS = "supports", "the study says this"
    PARTLY = "partly", "the study says part of this"
    DOES_NOT_SUPPORT = "does_not_support", "the study does not say this"
    CONTRADICTS = "contradicts", "the study says otherwise"
    UNRELATED = "unrelated", "the study is about something else"
    CANNOT_VERIFY = "cannot_verify", "cannot verify"


class Read(Words):
    """How much of the cited work was read."""

    FULL_TEXT = "full_text", "full text"
    ABSTRACT = "abstract", "abstract only"
    NOTHING = "nothing"


class ErrorClass(Words):
    """How much an error in a citation matters."""

    NONE = "", "none"
    MAJOR = "major"
    MINOR = "minor"


class ErrorSubtype(Words):
    """What is wrong with a citation."""

    NONE = "", "—"
    NUMBER = "number", "a number is wrong"
    SCOPE = "scope", "reaches further than the study"
    OTHER_OUTCOME = "other_outcome", "another outcome or intervention"
    WITHIN_GROUP = "within_group", "a change within a group read as between groups"
    OPPOSITE = "opposite", "the opposite was found"
    INDIRECT_SOURCE = "indirect_source", "indirect source"
    ABSTRACT_ONLY = "abstract_only", "read from the abstract alone"
    UNRELATED = "unrelated"
    RETRACTED = "retracted"
    HYPOTHESIS = "hypothesis", "a hypothesis cited as a result"
    SUBGROUP = (
        "subgroup",
        "a secondary result cited as the main one",
    )


class Wording(Words):
    """How an article's wording stands to the claim's verdict."""

    MATCHES = "matches", "matches", "", "ok"
    OVERSTATES = "overstates"
    UNDERSTATES = "understates"
    CONTRARY = "contrary", "contrary to the evidence"
    CANT_SAY = "cant_say", "can’t say", "", "q"


class Aspect(Words):
    """What a wording overstates or understates."""

    CERTAINTY = "certainty"
    SIZE = "size"
    SCOPE = "scope"
    CAUSALITY = "causality"


class StepKind(Words):
    """What a person did on an article in one step."""

    ACCEPTED = "accepted", "accepted"
    EDITED = "edited", "edited"
    SPLIT = "split", "split"
    REJECTED = "rejected", "rejected"
    REOPENED = "reopened", "reopened"
    JOINED = "joined", "joined to a claim"
    ANSWERED = "answered", "answered of the new words of"
    MARKED_CLAIM = "marked_claim", "marked as a claim"
    MARKED_CITATION = "marked_citation", "marked as a citation"
    CITED = "cited", "put under a citation"
    UNCITED = "uncited", "taken from under a citation"
    LINKED_STUDY = "linked_study", "linked to a study"
    CONFIRMED = "confirmed", "confirmed"
    WORK_REJECTED = "work_rejected", "rejected as found"
    WORK_REOPENED = "work_reopened", "opened again"
