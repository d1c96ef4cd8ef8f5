"""What makes the words of an overclaim honest: denied, asked, counted or reported."""

from __future__ import annotations

import re

from evidence.method.overclaiming.kinds import PEOPLE

# Before it in the same clause: denied, asked, or only hoped for.
_DENIED = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply|hesitate|afraid|exaggerat\w+)\b)|no|none|never|neither|nor|nobody|"
    r"nothing|hardly|barely|scarcely|rarely|seldom|without|unable|fail(?:s|ed)? to|"
    r"few|half|doubts?|lacks?|stops? short|premature|instead of|"
    r"too (?:few|small|short|little|weak|early|uncertain|imprecise|low|soon|crude)|"
    r"lacking|lack of|absence of|short of|far from|rather than|less than|fewer than|"
    r"whether|unclear|uncertain|unknown|unsure|doubtful|how|aim(?:s|ed)?|designed|"
    r"hard to|difficult to|tried|attempt(?:s|ed)?|sought|intended|meant|hoped?|"
    r"insufficient|needed|needs?|"
    r"require[sd]?|would take|remains? to|yet to|still to|until|unless|supposed(?:ly)?|"
    r"so called|wrongly|falsely|mistaken(?:ly)?|wrong to|misleading|beware|avoid|"
    r"cautions? against|warns? against|untrue|overstat\w+|exaggerat\w+)\b"
)
# Before it in the same clause: somebody else's words.
_TELLS = (
    r"(?:articles?|authors?|makers?|manufacturers?|producers?|company|companies|"
    r"advert\w*|ads?|sellers?|vendors?|shops?|websites?|web ?sites?|pages?|leaflets?|"
    r"brochures?|labels?|packag\w+|box|headlines?|slogans?|press|media|blogs?|posts?|"
    r"influencers?|clinics?|promoters?|supporters|proponents|newspapers?|magazines?|"
    r"claims?|marketing|sponsors?|owners?|passage|text|quote)"
)
_REPORTED = re.compile(
    rf"\b{_TELLS}(?:'s?)? (?:\w+ ){{0,3}}?(?:says?|said|claim(?:s|ed)?|call(?:s|ed)?|"
    r"describe[sd]?|promise[sd]?|advertise[sd]?|tout(?:s|ed)?|boast(?:s|ed)?|"
    r"state[sd]?|"
    r"assert(?:s|ed)?|present(?:s|ed)?|market(?:s|ed)?|speaks?|writes?|wrote|uses?|"
    r"used|"
    r"words?|reads?|maintain(?:s|ed)?|insists?|shows?|goes on|of|that|to)\b|"
    r"\b(?:sold|advertised|marketed|promoted|touted|billed|described|labelled|"
    r"presented|"
    r"hailed|praised|called|dubbed|offered|claimed|said|alleged|alledged|rumoured|"
    r"believed|thought|assumed|pitched|quoted|branded) (?:\w+ )?(?:as|to be|to|under|"
    r"with|by)\b|\b(?:claimed|alleged(?:ly)?|purported(?:ly)?|reputed(?:ly)?|"
    r"advertised|"
    r"promised|marketed|called|belief|notion|myth|idea) (?:that|of)?\b"
)
_TELLER_BEFORE = re.compile(
    rf"\baccording to (?:\w+ ){{0,2}}{_TELLS}|\bthe (?:words?|terms?|phrase) (?:\w+ )?$|"
    rf"\b{_TELLS}(?:'s?)? (?:\w+ )?$"
)
_TELLER_AFTER = re.compile(
    r"\b(?:says|said|claims|claimed|writes|wrote|promises|promised|reads|boasts) (?:an?|the|its|their) "
    rf"(?:\w+ )?{_TELLS}\b|\b{_TELLS}'s? (?:own )?(?:words?|claims?|wording|view)\b"
)
# Before what it says of safety or of no effect: it may be so.
_MAY_BE = re.compile(r"\b(?:may|might|could) (?:be|have|make)(?: \w+)? $")
_MAY_BE_SAID = re.compile(r"safe|harmless|no\b")
# After "that", "if", "proof" and their like ("that it is safe is not known").
_LEFT_OPEN = re.compile(
    r"\b(?:unknown|unclear|uncertain|lacking|missing|absent|rare|"
    r"(?:not|never|nowhere) (?:been )?(?:known|shown|studied|tested|established|"
    r"measured|clear|settled|examined|reported|possible|supported|found|available|"
    r"seen|in sight|there|backed|borne out|justified|warranted|confirmed|the same|what|"
    r"yet)|weak|thin|limited|untested|needs?|unsupported|unfounded|questionable|"
    r"would (?:need|take|require)|can not be (?:given|made|claimed|offered|"
    r"assumed|inferred|concluded|drawn|expected|supported|had)|goes beyond|"
    r"go beyond|assumed|no (?:trial|study|data|evidence|basis))\b"
)
_ASKED = re.compile(r"\b(?:that|if|when|why|what|calling|saying|to (?:call|say))\b")
_NOUNS = re.compile(
    r"proofs?|guarantees?|certainty|definitive|conclusive|cures?|miracles?|panacea|"
    r"breakthrough|complete \w+|full \w+|total \w+"
)
_SAFE_AMOUNT = re.compile(
    r" (?:levels?|doses?|use|limits?|ranges?|intakes?|amounts?|maximum|upper)\b"
)
_QUESTION = re.compile(
    r"^(?:(?:and|but|so) )?(?:is|are|does|do|did|can|could|was|were|has|have|how|what|"
    r"which|whether)\b.*\?$"
)
# What 100 % may be of.
_MEASURED = re.compile(
    r"\b(?:i2|heterogeneity|follow up|adherence|compliance|retention|participation|"
    r"attendance|sensitivity|specificity|weight|women|men|female|male|agreement|"
    r"response|completeness|coverage|power|concordance|humidity|oxygen)\b"
)
# "Every trial was funded by …", "everyone was asked …": what a study did or was.
_STUDIES = (
    r"(?:trials?|stud(?:y|ies)|arms?|groups?|sites?|cent(?:re|er)s?|reports?|reviews?|"
    r"analys[ei]s|cohorts?|clusters?|datasets?|papers?|records?|results?|estimates?)"
)
_OF_STUDIES = re.compile(
    rf"^(?:every|all|each|always|never|100 ?percent)(?: (?!{PEOPLE})\w+){{0,3}} "
    rf"{_STUDIES}"
    r"\b(?: \w+){0,2} \w*(?:was|were|had|came|used|ran|took|gave|\w+ed|lasted|"
    r"found|compared|report)\b"
)
_DONE = re.compile(
    r"\b(?:was|were|had|been|received|took|used|came|lasted|enrolled|asked|underwent|"
    r"attended|completed|crossed|wore|kept|visited|paid|lived|got|gave|ran|"
    r"measured|recorded)\b"
)
_HELPED = re.compile(
    r"\b(?:cur\w+|better|improv\w+|recover\w*|benefit\w*|help\w*|work\w*|relie\w+|"
    r"safe\w*|"
    r"effective|protect\w*|heal\w*|respond\w*|harm\w*|gone|disappear\w*|vanish\w*|free|"
    r"fail\w*|prevent\w*|satisf\w+|success\w*|well)\b"
)
# A cure that is counted, defined or measured.
_COUNTED = re.compile(
    r"\b(?:outcomes?|end ?points?|defin\w+|criteri\w+|rates?|time to|proportions?|"
    r"measured|assessed|counts?|number|week \d+|day \d+|month \d+|confirmed|percent|"
    r"\d+(?:,\d+)? (?:of|out of|in) |odds|chances?|likelihood|probability|ratio|rare|"
    r"a (?:third|quarter|fifth|tenth|half)|half|(?:one|two|three|four) in |"
    r"(?:clinical|microbiological|mycological|bacteriological|virological|"
    r"parasitological|spontaneous|test of|search for a|radiological|symptomatic) cur|"
    r"curative (?:intent|resection|surgery|treatment)|(?:patients|people|children|"
    r"adults|women|men|those) (?:were )?cured (?:were|had|who|at|by))"
)
_WHOLE = re.compile(r"100 ?percent|(?:\b(\d+) (?:out )?of (?:the )?\1\b)")
_CURES = re.compile(
    r"cur|eliminat|eradicat|gone|disappear|vanish|(?:complete|full|total)\b(?! safety)"
)
# A disease that somebody has, found by a test.
_HAS_PROVEN = re.compile(
    rf"(?:{PEOPLE}|those|cases|who|only|and|or) (?:\w+ )?(?:with|without|had|have|has|"
    r"having)(?: an?| the)? $|\b(?:biopsy|culture|laboratory|histologically|"
    r"serologically|pcr|microbiologically|angiographically|swab|test) $"
)
_REACH = 8  # words before an overclaim in which it can be taken back


def is_taken_back(clause: str, match: re.Match[str]) -> bool:
    """Whether the words around an overclaim in its clause make it honest."""
    before = clause[: match.start()]
    near = " ".join(before.split()[-_REACH:])
    if _DENIED.search(near) or _REPORTED.search(before) or _QUESTION.search(clause):
        return True
    if _TELLER_BEFORE.search(before) or _TELLER_AFTER.search(clause, match.end()):
        return True
    if _MAY_BE.search(before) and _MAY_BE_SAID.match(match[0]):
        return True
    return (
        _is_left_open(clause, match, near)
        or _says_what_was_done(clause, match)
        or _is_counted(clause, match)
        or bool(match[0].startswith("prov") and _HAS_PROVEN.search(before))
    )


def _is_left_open(clause: str, match: re.Match[str], near: str) -> bool:
    amount = match[0] == "safe" and _SAFE_AMOUNT.match(clause, match.end())
    asked = _ASKED.search(near) or _NOUNS.search(match[0]) or amount
    return bool(asked and _LEFT_OPEN.search(clause, match.end()))


def _says_what_was_done(clause: str, match: re.Match[str]) -> bool:
    """Whether "every", "always" or "100 %" is of what a study did, not of an effect."""
    words = match[0]
    if "percent" in words and _MEASURED.search(clause):
        return True
    if not re.match(r"every|all\b|always|never|100|at all times|universal|each", words):
        return False
    if _OF_STUDIES.search(clause[match.start() :]):
        return True
    return bool(_DONE.search(clause)) and not _HELPED.search(clause)


def _is_counted(clause: str, match: re.Match[str]) -> bool:
    """Whether a cure is an outcome that was counted or defined, of fewer than all."""
    return bool(
        _CURES.match(match[0]) and _COUNTED.search(clause) and not _WHOLE.search(clause)
    )
