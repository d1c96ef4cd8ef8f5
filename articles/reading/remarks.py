"""What is to be said of an article as a whole before its claims: language, subject."""

import re

from articles.reading.document import BlockKind, Document
from articles.reading.languages import ENGLISH, NAMES, language_of
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "articles.remarks",
        "What language an article is in, and whether it speaks of health at all, "
        "is said before its suggestions.",
        RuleEffect.ASKS,
        "Footing",
    ),
)


# Stems of words that health articles cannot do without
HEALTH = re.compile(
    r"\b(?:health|medic|clinic|patient|disease|illness|disorder|syndrome|symptom|treat"
    r"|therap|trial|drug|dose|dosage|vaccin|immun|infect|virus|viral|bacteri|cancer"
    r"|tumou?r|diabet|obes|cardi|heart|blood|pain|ache|migraine|inflamm|allerg|asthma"
    r"|arthrit|fever|cough|skin|derm|wound|bone|joint|knee|muscle|brain|neuro|stroke"
    r"|dementia|depress|anxi|mental|psych|sleep|stress|diet|nutri|vitamin|mineral"
    r"|supplement|protein|calori|weight|exercis|fitness|pregnan|birth|infant|hormon"
    r"|cell|gene|genom|organ|liver|kidney|lung|stomach|gut|bowel|digest|surg|operat"
    r"|hospital|doctor|physician|nurse|dentist|dental|tooth|teeth|mortal|death|surviv"
    r"|risk|side.effect|toxi|safe|efficac|placebo|randomi[sz]|cohort|prevalen|inciden"
    r"|diagnos|screen|biops|injur|fractur|herb|acupunct|homeopath|remed|cure|heal"
    r"|wrinkl|hair|eye|vision|hearing|smok|alcohol|addict|aging|ageing|elder|hygien"
    r"|cholesterol|pressure|insulin|antibiotic|steroid|botox|collagen|platelet|serum)",
    re.IGNORECASE,
)
LEAST_WORDS = 120  # of an article, before its subject is judged
LEAST_SHARE = 0.008  # of its words, in one about health


def language_in(document: Document) -> str:
    """The language of an article's own words; what its source states where unsure."""
    return language_of(_running(document)) or document.language


def remarks_on(document: Document) -> tuple[str, ...]:
    """Sentences on an article as a whole; ``document.language`` must be known."""
    base = document.language[:2].lower()
    if base and base != ENGLISH:
        name = NAMES.get(base, document.language)
        return (f"This looks {name}; claims are suggested in English only.",)
    words = _running(document)
    if len(words.split()) >= LEAST_WORDS and not _is_about_health(words):
        return ("This does not look like an article about health.",)
    return ()


def _running(document: Document) -> str:
    """The words of the article itself, without its reference list."""
    return "\n".join(
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is not BlockKind.REFERENCE
    )


def _is_about_health(words: str) -> bool:
    return len(HEALTH.findall(words)) >= LEAST_SHARE * len(words.split())
