"""What makes the words of an overclaim honest: denied, asked, counted or reported."""

from __future__ import annotations

import re

from evidence.method.overclaiming.words import PEOPLE

# Before it in the same clause: denied, asked, or only hoped for.
_DENIED = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply|hesitate|afraid|exaggerat\w+)\b)|no|none|"
    r"never|neither|nor|nobody|nothing|hardly|barely|scarcely|rarely|seldom|without|"
    r"unable|fail(?:s|ed)? to|few|half|doubts?|lacks?|stops? short|premature|instead "
    r"of|too (?:few|small|short|little|weak|early|uncertain|imprecise|low|soon|crude)|"
    r"lacking|lack of|absence of|short of|far from|rather than|less than|fewer than|"
    r"whether|unclear|uncertain|unknown|unsure|doubtful|how|aim(?:s|ed)?|designed|"
    r"hard to|difficult to|tried|attempt(?:s|ed)?|sought|intended|meant|hoped?|"
    r"insufficient|needed|needs?|require[sd]?|would take|remains? to|yet to|still to|"
    r"until|unless|supposed(?:ly)?|so called|wrongly|falsely|mistaken(?:ly)?|wrong to|"
    r"misleading|beware|avoid|cautions? against|warns? against|untrue|overstat\w+|"
    r"exaggerat\w+)\b"
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
    r"state[sd]?|assert(?:s|ed)?|present(?:s|ed)?|market(?:s|ed)?|speaks?|writes?|"
    r"wrote|uses?|used|words?|reads?|maintain(?:s|ed)?|insists?|shows?|goes on|of|"
    r"that|to)\b|\b(?:sold|advertised|marketed|promoted|touted|billed|described|"
    r"labelled|presented|hailed|praised|called|dubbed|offered|claimed|said|alleged|"
    r"alledged|rumoured|believed|thought|assumed|pitched|quoted|branded) (?:\w+ "
    r")?(?:as|to be|to|under|with|by)\b|\b(?:it|they) (?:says?|calls?|claims?|"
    r"promises?|writes?)\b|\b(?:claimed|alleged(?:ly)?|purported(?:ly)?|"
    r"reputed(?:ly)?|advertised|promised|marketed|called|belief|notion|myth|idea) "
    r"(?:that|of)?\b"
)
_TELLER_BEFORE = re.compile(
    rf"\baccording to (?:\w+ ){{0,2}}{_TELLS}|\bthe (?:words?|terms?|phrase) (?:\w+ "
    rf")?$|\b{_TELLS}(?:'s?)? (?:(?!is|are|was|were|has|have|been)\w+ )?$"
)
_TELLER_AFTER = re.compile(
    r"\b(?:says|said|claims|claimed|writes|wrote|promises|promised|reads|boasts) "
    rf"(?:an?|the|its|their) (?:\w+ )?{_TELLS}\b|\b{_TELLS}'s? (?:own )?(?:words?|"
    r"claims?|wording|view)\b"
)
# Before what it says of safety or of no effect: it may be so.
_MAY_BE = re.compile(r"\b(?:may|might|could) (?:be|have|make)(?: \w+)? $")
_MAY_BE_SAID = re.compile(r"safe|harmless|no\b")
# After "that", "if", "proof" and their like ("that it is safe is not known").
_LEFT_OPEN = re.compile(
    r"\b(?:unknown|unclear|uncertain|lacking|missing|absent|rare|(?:not|never|"
    r"nowhere) (?:been )?(?:known|shown|studied|tested|established|measured|clear|"
    r"settled|examined|reported|possible|supported|found|available|seen|in sight|"
    r"there|backed|set|defined|agreed|stated|borne out|justified|warranted|confirmed|"
    r"the same|what|yet)|weak|"
    r"thin|limited|untested|needs?|unsupported|unfounded|questionable|would (?:need|"
    r"take|require)|can not be (?:given|made|claimed|offered|assumed|inferred|"
    r"concluded|drawn|expected|supported|had)|goes beyond|go beyond|assumed|no "
    r"(?:trial|study|data|evidence|basis))\b"
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
    rf"{_STUDIES}\b(?: \w+){{0,2}} \w*(?:was|were|had|came|used|ran|took|gave|\w+ed|"
    r"lasted|found|compared|report)\b"
)
_IN_STUDIES = re.compile(
    rf"^(?:every|each) (?!{PEOPLE})(?:\w+ )?{_STUDIES}\b(?! (?:that |has |have "
    r")?(?:shows?|confirm|agree|prov|find|found|say|point|support|report)\w*)"
)
_OF_METHOD = re.compile(
    r"\b(?:blinding|masking|concealment|allocation|anonymity|confidentiality|supply)\b"
)
_DONE = re.compile(
    r"\b(?:was|were|had|been|could|knew|received|took|used|came|lasted|enrolled|asked|"
    r"underwent|attended|completed|crossed|wore|kept|visited|paid|lived|got|gave|ran|"
    r"measured|recorded)\b"
)
_HELPED = re.compile(
    r"\b(?:cur\w+|better|improv\w+|recover\w*|benefit\w*|help\w*|work\w*|relie\w+|"
    r"safe\w*|effective|protect\w*|heal\w*|respond\w*|harm\w*|gone|disappear\w*|"
    r"vanish\w*|free|fail\w*|prevent\w*|satisf\w+|success\w*|(?<!as )well)\b"
)
# A cure that is counted, defined or measured.
_COUNTED = re.compile(
    r"\b(?:less often|more often|sooner|later|faster|outcomes?|end ?points?|defin\w+|"
    r"criteri\w+|rates?|time to|proportions?|measured|assessed|counts?|number|week "
    r"\d+|day \d+|month \d+|confirmed|percent|\d+(?:,\d+)? (?:of|out of|in) |odds|"
    r"chances?|likelihood|probability|ratio|rare|(?:more|fewer|most|some|few|\d+) "
    r"(?:\w+ ){0,2}(?:were|was|got|had been) cured|(?:once|when|after being|those|if|"
    r"until|being|was|were|had been) cured|(?:reports?|definitions?|signs?) of (?:an? "
    r"|the )?cures?|a (?:third|quarter|fifth|tenth|half)|half|(?:one|two|three|four) "
    r"in |(?:clinical|microbiological|mycological|bacteriological|virological|"
    r"parasitological|spontaneous|test of|search for a|radiological|symptomatic) cur|"
    r"curative (?:intent|resection|surgery|treatment)|(?:patients|people|children|"
    r"adults|women|men|those) (?:were )?cured (?:were|had|who|at|by))"
)
# "Reported no side effects", "no effect on sleep was seen": what a study saw.
_SAW = re.compile(
    r"\b(?:reported|recorded|found|saw|observed|noted|detected|measured|counted|had) $"
)
_WAS_SEEN = re.compile(
    r"(?: (?:on|in|of|for|from|among|with) (?:\w+ ){1,3}?| )(?:was|were|has been|have "
    r"been|could be) (?:\w+ )?(?:reported|recorded|found|seen|observed|noted|detected|"
    r"measured|counted|shown|studied|estimated)\b"
)
_WHOLE = re.compile(
    r"100 ?percent|\b(?:all|every\w*|each|always|thousands|millions)\b|(?:\b(\d+) "
    r"(?:out )?of (?:the )?\1\b)"
)
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
    copula = match[0].startswith(("is ", "are "))
    if (
        _TELLER_BEFORE.search(before)
        and not copula
        or _TELLER_AFTER.search(clause, match.end())
    ):
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
    if re.match(r"no\b|zero|without", words) and (
        _SAW.search(clause[: match.start()]) or _WAS_SEEN.match(clause, match.end())
    ):
        return True
    if re.match(r"guarant|assur|ensur|perfect", words) and _OF_METHOD.search(clause):
        return True
    if not re.match(r"every|all\b|always|never|100|at all times|universal|each", words):
        return False
    rest = clause[match.start() :]
    if _OF_STUDIES.search(rest) or _IN_STUDIES.search(rest):
        return True
    return bool(_DONE.search(clause)) and not _HELPED.search(clause)


def _is_counted(clause: str, match: re.Match[str]) -> bool:
    """Whether a cure is an outcome that was counted or defined, of fewer than all."""
    return bool(
        _CURES.match(match[0]) and _COUNTED.search(clause) and not _WHOLE.search(clause)
    )
