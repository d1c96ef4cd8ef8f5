"""The parts of a sentence: what is said, its clauses, and which of them is main.

Regular expressions over words, no grammar of English: good enough to leave out a clause
of advice, a condition or the name of a speaker.
"""

import re

from articles.reading.suggesting.rules import Pattern

_MOST_READ = 1500  # characters of a sentence that are looked at
_FEWEST_WORDS = 3
_FEWEST_UNENDED = 8  # words of a fragment without a full stop
_AFTER_STOP = "”\"'’)]([,–-0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ "  # quotes and citation markers

_CLAUSE = re.compile(
    r"[;:] |\. | [–—] |, (?:and|but|so|yet|although|though|while|because|since|as|"
    r"which|who|where|"
    r"(?:during|in|after|of) which|making|leading|causing|or (?=you|it|they|the\b)) ?"
    r"| (?:because|since|although) "
)
_CONDITION = re.compile(  # asserts nothing by itself
    r"^\W*(?:so |and |but )?(?:if|when|unless|in case|once|before|after|until)\b"
    r"[^,]+, ",
    re.IGNORECASE,
)
# Openers that stand before what is said and don't change what it is.
_OPENER = Pattern(
    r"^\W*(?:(?:i|we|you) (?:\w+ |don[’']t )?(?:think|believe|know|should know)"
    r"(?: that)?|"
    r"(?:i|we) (?:\w+ )?feel(?: that)?|"
    r"in my (?:\w+ )?(?:experience|opinion|view),?|"
    r"(?:the )?(?:good|bad|sad|simple|short) (?:news|truth|answer) is(?: that)?|"
    r"it(?:[’']s| is) (?:also |\w+ly )?"
    r"(?:true|clear|worth (?:noting|knowing)|(?:important|essential|crucial) to "
    r"(?:keep |also )?(?:note|know|remember|understand|in mind))"
    r"(?: that)?|(?:please )?(?:note|remember) that|"
    r"(?:contrary to|despite) (?:the |a )?(?:popular |common |widespread )?"
    r"(?:beliefs?|opinions?|myths?|hype|rumou?rs?),|"
    r"(?:that|this|which)(?:[’']s| is) why|(?:keep|bear) in mind that|"
    r"here[’']?s? (?:is )?how it works:|by (?:\w+ly )?[\w-]+ing [^,]{1,120},)\s+"
)
# Who says a quotation, and in which office: no part of what is claimed.
_SPEAKER = re.compile(
    r"(?<=[,?!][”\"]) ?(?:(?:[\w.’'-]+ ){0,5}(?:said|says|added|adds|explained|"
    r"explains|noted|notes|warned|warns|told|write|writes|wrote)\b.*)$",
    re.IGNORECASE,
)
# An item that leaves its subject to the line above: "May reduce pain", "No fillers".
_PREDICATE = Pattern(
    r"^\W*(?:\w+ly )?(?:may|might|can|could|will|helps?|"
    r"(?:{effect}|{loose_effect}|{process}|takes|locks|mops|shows|aids|works|clinically)"
    r"\b|(?:{comparative}|no|not|without|possible|potential|proven|comparable|you)\b|"
    r"natural\b.*\balternative\b)"
)
_VERB = Pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can(?:not)?|may|might|could|"
    r"will|would|should|must|\w+n[’']t|[a-z]{3,}ed|{effect}|{loose_effect}|{process}|"
    r"{find}|{hurt}|works?|needs?|means?|comes?|goes|takes?|gives?|keeps?|lasts?|costs?|"
    r"depends?|var(?:y|ies)|lives?|seems?|saves?|feels?|ends?|wears?|dies?|became|"
    r"lets?|spends?|spent|adds?)\b"
    r"(?=\W*\w)|(?<=\w )[a-z]{3,}ed\b(?=[.!])"
)
# What only qualifies the main clause.
_SUBORDINATE = re.compile(
    r"^\W*(?:and |but |so )?(?:while|although|though|if|when|because|since|unless|"
    r"even if|whereas|as)\b[^,]{1,200}, "
    r"|,? (?:because|although|though|while|whereas|unless|so that|even if|until|"
    r"during which|in which|(?:especially |particularly |even |only )?(?:if|when))\b.*$"
    r"|\b(?:make|making) sure\b.*$"
    r"|\b(?:people|patients|those|women|men|children|adults|drugs?|effects?|symptoms?|"
    r"events?|treatments?|anyone|difference) (?:who|that|which)\b[^,.;]*"
    r"|\bso \w+ (?:that )?(?:they|it|you)\b.*$|, or you .*$",
    re.IGNORECASE,
)


def what_is_said(sentence: str) -> str:
    """Return a sentence without opener ("I think that") and a quotation's speaker."""
    sentence = sentence[:_MOST_READ]
    opener = _OPENER.search(sentence)
    return _SPEAKER.sub("", sentence[opener.end() :] if opener else sentence)


def clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence, but for a condition that it begins with."""
    return _CLAUSE.split(_CONDITION.sub("", sentence))


def is_clause(words: str) -> bool:
    """Tell whether words are enough, and have a verb, to say something."""
    return len(words.split()) >= _FEWEST_WORDS and bool(_VERB.search(words))


def may_assert(words: str) -> bool:
    """Tell whether words can say that something is so: a sentence, or its predicate."""
    few = len(words.split()) < _FEWEST_UNENDED
    ended = not words.rstrip(_AFTER_STOP)[-1:].isalpha()
    if _PREDICATE.search(words):
        return True
    return bool(_VERB.search(words)) if few or not ended else True


def main_clause(sentence: str) -> str:
    """Return a sentence without the clauses that only qualify what it says."""
    return _SUBORDINATE.sub(" ", sentence[:_MOST_READ])
