"""What makes the words of an overclaim honest: denied, asked, counted or reported."""

from __future__ import annotations

import re

from evidence.method.overclaiming.words import (
    BEFALLS,
    DOUBT,
    GOOD,
    HARM,
    PEOPLE,
    STUDIES,
    SUFFERS,
    TREATMENT,
)
from texts.late_patterns import compile_late

# Before it in the same clause: denied, asked, or only hoped for.
_DENIED = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply|hesitate|afraid|exaggerat\w+)\b)|no|"
    r"none|never|neither|nor|nobody|nothing(?! (?:short of|but|less|other))|hardly|"
    r"barely|scarcely|rarely|seldom|without|unable|fail(?:s|ed)? to|few|half|doubts?|"
    r"lacks?|stops? short|premature|instead of|too (?!good|strong|clear|obvious|late|"
    r"much)\w+|lacking|lack of|absence of|(?<!nothing )short of|far from|rather than|"
    r"(?<!nothing )less than|fewer than|whether|unclear|uncertain|unknown|unsure|"
    r"doubtful|how|aim(?:s|ed)?|designed|powered|planned|set (?:out|up)|hard to|"
    r"difficult to|tried|attempt(?:s|ed)?|sought|"
    r"intended|meant|hoped?(?! for)|insufficient|needed|needs?(?! no)|"
    r"require[sd]?(?! no)|would take|remains? to|yet to|still to|until|unless|"
    r"supposed(?:ly)?|assum(?:es|ed|ing|ption)|so called|used to (?:write|think|"
    r"believe|say|claim)|wrongly|falsely|mistaken(?:ly)?|wrong to|misleading|beware|"
    r"avoid|cautions? against|warns? against|untrue|overstat\w+|exaggerat\w+)\b"
)
# Before it in the same clause: somebody else's words.
_TELLS = (
    r"(?:articles?|authors?|trialists?|investigators?|makers?|manufacturers?|"
    r"producers?|company|companies|"
    r"advert\w*|ads?|sellers?|vendors?|shops?|websites?|web ?sites?|pages?|leaflets?|"
    r"brochures?|labels?|packag\w+|box|headlines?|slogans?|press|media|blogs?|posts?|"
    r"influencers?|clinics?|promoters?|supporters|proponents|newspapers?|magazines?|"
    r"claims?|marketing|sponsors?|owners?|passage|text|quote|abstract|statement|"
    r"assertion|phrase|wording|impression|remark|seller|editorials?|professors?|"
    r"reviewers?|patient groups?|commentar(?:y|ies)|letters?|columns?|films?)"
)
_REPORTED = compile_late(
    rf"\b{_TELLS}(?:'s?)? (?:\w+ ){{0,3}}?(?:says?(?! is)|said|claim(?:s|ed)?|"
    r"call(?:s|ed)?|describe[sd]?|promise[sd]?|advertise[sd]?|tout(?:s|ed)?|"
    r"boast(?:s|ed)?|state[sd]?|assert(?:s|ed)?|present(?:s|ed)?|market(?:s|ed)?|"
    r"speaks?|writes?|wrote|uses?|used|words?|reads?|maintain(?:s|ed)?|insists?|"
    r"shows?|goes on|of|that|to)\b|\b(?:sounds?|reads?|looks?|seems?|smells?) like\b|"
    r"\b(?:sold|advertised|marketed|promoted|touted|"
    r"billed|described|labelled|presented|hailed|praised|called|dubbed|offered|"
    r"claimed|said|alleged|alledged|rumoured|believed|thought|assumed|pitched|quoted|"
    r"branded|approved|licensed|authorised|cleared|registered) (?:\w+ )?(?:as|to be|"
    r"to|under|with|by)\b|\bsome (?:\w+ )?(?:say|call|claim|believe|think|swear|"
    r"insist|hold)\b|\b(?:claims?|articles?|questions?|trials?|reviews?) (?:is|are|"
    r"was|were) (?:about|of|on)\b|\b(?:it|they|which) (?:says?|calls?|claims?|"
    r"promises?|writes?|speaks? of|sees? an?)\b|\b(?:claimed|alleged(?:ly)?|"
    r"purported(?:ly)?|reputed(?:ly)?|advertised|promised|marketed|called|belief|"
    r"notion|myth|idea) (?:that|of)?\b|\b(?:was|were|been) (?:told|promised|informed|"
    r"led to believe)\b"
)
# Beside somebody else's words: whoever shares them says them, too.
_ENDORSED = re.compile(
    r"\b(?:rightly|justly|deservedly|justifiably|(?:with|not without) (?:good |every |"
    r"some )?(?:reason|justification)|(?:is|are|was|were|am) (?:\w+ )?(?:right|correct|"
    r"justified|spot on|not wrong|not exaggerating)(?: (?:to|in|that|when|about|here|"
    r"with|there)\b| \||$)|(?:we|i|one) (?:\w+ ){0,2}?(?:agree|concur|second|endorse|"
    r"share|subscribe)\b|(?:no|not an?|hardly an?) (?:exaggeration|overstatement)\b|"
    r"not (?:exaggerat\w+|overstat\w+)\b|keeps? (?:its|their|his|her|that) (?:word|"
    r"promises?)|so (?:it|they) (?:is|are|does|do)(?: \||$))"
)
_TELLER_BEFORE = compile_late(
    rf"\baccording to (?:\w+ ){{0,2}}{_TELLS}|\bthe (?:words?|terms?|phrase) (?:\w+ "
    rf")?$|\b{_TELLS}(?:'s?)? (?:(?!is|are|was|were|has|have|been|holds|stands|"
    r"remains)\w+ )?$"
)
_TELLER_AFTER = compile_late(
    r"\b(?:says|said|claims|claimed|writes|wrote|promises|promised|reads|boasts) "
    rf"(?:an?|the|its|their) (?:\w+ )?{_TELLS}\b|\b{_TELLS}'s? (?:own )?(?:words?|"
    r"claims?|wording|view)\b|\b(?:in|on) (?:the|its|their|this) (?:\w+ "
    r")?(?:headline|label|box|packag\w+|title|press|advert\w*|leaflet|brochure|"
    rf"slogan)\b|\b(?:what|how|as) (?:an?|the|its|their) (?:\w+ )?{_TELLS} (?:says?|"
    r"calls?|puts?|has|writes?|prints?|advertises?|claims?|promises?|describes?)\b"
)
# Before what it says of safety or of no effect: it may be so.
_MAY_BE = re.compile(
    r"\b(?:may|might|could) (?:be|have|make|(?:take|consider|look|seem|appear|"
    r"sound)(?: \w+){0,3}?)(?: \w+)? $|\b(?:may|might|could) $"
)
_MAY_BE_READ = re.compile(
    r"\b(?:may|might|could) (?:take|assume|think|believe|read|hear|conclude|infer)\b"
)
_OF_SOME = re.compile(
    r"\b(?:some|many|most|several|others|\d+ of|in \d+|of \d+|\d+ have|\d+ had)\b"
)
# "Will not work for everyone": fails some, which no overclaim says.
_FAILS = re.compile(r"(?:will|would|can|could|may|might|does|do|did) not\b")
_NOT_ALL = re.compile(
    r" (?:\w+ ){0,3}?(?:every\w*|all|most|many|some|always|anyone|alone)\b"
)
# "Everyone got better, with or without it", "the best one can say", "if it works".
_NOT_BY_IT = re.compile(
    r"\b(?:with or without|over time|treated or not|in (?:both|either)|anyway|"
    r"regardless of (?:the )?(?:group|arm|treatment))\b"
)
_AT_BEST = re.compile(
    r"the (?:best|most|only thing|safest) (?:thing )?(?:\w+ )?(?:to|can|could|may) "
    r"(?:be )?(?:said?|say|expect(?:ed)?|hope(?:d)?|claim(?:ed)?|conclude[d]?|learn)\b"
)
_IF = re.compile(r"\b(?:if|where|when) (?:it|this|they|there (?:is|are)) (?:\w+ )?$")
_WARNS = re.compile(
    r"(?:nobody|no one) should (?:\w+ )?(?:stop|drop|change|act|read|draw|skip|give "
    r"up)\b"
)
# "Surgery always carries a risk", "everyone is at some risk".
_AT_RISK = re.compile(r"(?:\w+ ){0,5}?(?:risks?|dangers?|price|trade ?off)\b")
# "It is always given with exercise": how a thing is done.
_HOW_DONE = re.compile(
    r"always (?:\w+ )?(?:given|taken|used|combined|measured|applied|offered|prescribed|"
    r"paired|done|tested|compared|added|reported|sold|mixed|swallowed|started)\b"
)
_NOTHING = re.compile(r"(?:did|does|do) |no |zero|useless|ineffective|without")
_MAY_BE_SAID = re.compile(
    r"do nothing|saves?|safe|harmless|no\b|worthless|useless|\w*effective|futile|"
    r"without|is "
    r"the"
)
# After "that", "if", "proof" and their like ("that it is safe is not known").
_LEFT_OPEN = re.compile(
    r"\b(?:unknown|unclear|uncertain|lacking|missing|absent|rare|(?:not|never|"
    r"nowhere) (?:been )?(?:known|shown|studied|tested|established|measured|clear|"
    r"settled|examined|reported|possible|supported|found|available|seen|in sight|"
    r"there|backed|set|defined|agreed|stated|borne out|justified|warranted|confirmed|"
    r"the same|what|yet)|weak|thin|limited|untested|needs?|unsupported|unfounded|"
    r"questionable|would (?:need|take|require)|(?:is|are) not to be|can not be "
    r"(?:given|made|claimed|offered|assumed|inferred|concluded|drawn|expected|"
    r"supported|had)|goes beyond|go beyond|too far|premature|hasty|hype|misleading|"
    r"an? (?:mistake|exaggeration|"
    r"overstatement)|assumed|no (?:trial|study|data|evidence|"
    r"basis))\b"
)
_ASKED = re.compile(r"\b(?:that|if|when|why|what|calling|saying|to (?:call|say))\b")
_NOUNS = re.compile(
    r"proofs?|proving|guarantees?|certainty|definitive|conclusive|cures?|miracles?|"
    r"panacea|"
    r"breakthrough|complete \w+|full \w+|total \w+"
)
_SAFE_TO_SAY = re.compile(
    r" to (?:say|state|assume|conclude|add|call|pool|combine|compare|read|set aside)\b"
)
_OF_TRIALS = re.compile(
    rf"\w* (?:the |these |those |both |all |its |an? )?(?:\w+ )?(?:{STUDIES}|outliers?|"
    r"confounders?|duplicates?|bias|records?)\b"
)
_SAFE_AMOUNT = re.compile(
    r" (?:levels?|doses?|use|limits?|ranges?|intakes?|amounts?|maximum|upper)\b"
)
_QUESTION = re.compile(
    r"^(?!(?:and |but |so )?(?:who|why|what (?:could|can|more|else)|how (?:could|"
    r"can))\b).*\?$"
)
# What 100 % may be of.
_MEASURED = re.compile(
    r"\b(?:i2|heterogeneity|follow up|adherence|compliance|retention|participation|"
    r"attendance|sensitivity|specificity|weight|women|men|female|male|agreement|"
    r"response|completeness|coverage|power|concordance|humidity|oxygen)\b"
)
# "Every trial was funded by …", "everyone was asked …": what a study did or was.
_OF_STUDIES = re.compile(
    rf"^(?:every|all|each|always|never|100 ?percent)(?: (?!{PEOPLE})\w+){{0,3}} "
    rf"{STUDIES}\b(?: \w+){{0,2}} \w*(?:was|were|had|came|used|ran|took|gave|\w+ed|"
    r"lasted|found|compared|report)\b"
)
_IN_STUDIES = re.compile(
    rf"^(?:every|each) (?!{PEOPLE})(?:\w+ )?{STUDIES}\b(?! (?:that |has |have "
    r")?(?:shows?|confirm|agree|prov|find|found|say|point|support|report)\w*)"
)
_OF_METHOD = re.compile(
    r"\b(?:blinding|masking|concealment|allocation|anonymity|confidentiality|supply|"
    r"adherence|compliance|balance|comparability|participation|purity|follow up)\b"
)
# "The standard error is never negative": what a figure or a thing of the study is.
_OF_FIGURES = re.compile(
    r"^(?:an? |the |this |these |its |all |both )?(?:\w+ ){0,2}?(?:errors?|models?|"
    r"estimates?|scales?|scores?|separation|weights?|intervals?|variance|values?|"
    r"plan|pictures|images|readings|slides|copies|capsules?|tablets?|samples?|"
    r"questionnaires?|forms?|interviewers?|assessors?|raters?|readers?|tables?|"
    r"figures?|registr(?:y|ies)|protocols?|statistics?|plots?|axis|ratios?|units?)\b"
)
_DONE = re.compile(
    r"\b(?:was|were|had|been|could|knew|always \w+ed|never \w+ed|received|took|used|"
    r"came|lasted|enrolled|asked|underwent|attended|completed|crossed|wore|kept|"
    r"visited|paid|lived|got|gave|ran|measured|recorded|(?:has|have) (?:\w+ "
    r")?(?:\w+ed|seen|read|been|shown|found|taken|given))\b"
)
_HELPED = re.compile(
    r"\b(?:cur\w+|better|improv\w+|recover\w*|benefit\w*|help\w*|work\w*|relie\w+|"
    r"safe\w*|effective|protect\w*|heal\w*|respond\w*|harm\w*|gone|disappear\w*|"
    r"vanish\w*|free|fail\w*|prevent\w*|satisf\w+|success\w*|(?<!as )well|"
    r"disappoint\w*|hurt\w*|kill\w*|caused?|let|regret\w*|complain\w*|damage\w*)\b"
)
_EFFECT = compile_late(
    rf"{_HELPED.pattern}|\b(?:it|this|they|you|i|we|{HARM}|{DOUBT}|{GOOD}|{SUFFERS}|"
    rf"{TREATMENT}|causes?|catch(?:es)?|profits?|knows?|ill|every time|wrong|mistaken|"
    rf"never (?:overlooks?|misses|errs?|lies|become|{BEFALLS})|"
    r"(?:quits|sleeps|walks|survives|thrives|conceives|succeeds|abstains|grows|"
    r"remembers|hears|sees|wakes|remits|wins|lives)|"
    r"disease|illness|cancer|sick)\b"
)
# A cure that is counted, defined or measured.
_COUNTED = re.compile(
    r"\b(?:less often|more often|sooner|later|faster|outcomes?|end ?points?|defin\w+|"
    r"criteri\w+|rates?|time to|proportions?|measured|assessed|counts?|number|week "
    r"\d+|day \d+|month \d+|confirmed|percent|\d+(?:,\d+)? (?:of|out of|in) |odds|"
    r"chances?|likelihood|probability|ratio|rare|(?:more|fewer|most|some|few|\d+) "
    r"(?:\w+ ){0,2}(?:were|was|got|had been) cured|(?:once|when|after being|those|if|"
    r"until|being|was|were|had been) cured|(?:reports?|definitions?|signs?) of "
    r"(?:an? |the )?cures?|a (?:third|quarter|fifth|tenth|half)|half|(?:one|two|"
    r"three|four) in |(?:clinical|microbiological|mycological|bacteriological|"
    r"virological|parasitological|spontaneous|test of|search for a|radiological|"
    r"symptomatic) cur|cure (?:took|takes|lasts|lasted)|curative (?:intent|resection|"
    r"surgery|treatment)|(?:patients|people|children|adults|women|men|those) (?:were "
    r")?cured (?:were|had|who|at|by))"
)
# "Reported no side effects", "no effect on sleep was seen": what a study saw.
_SAW = re.compile(
    r"\b(?:reported|recorded|found|saw|observed|noted|detected|measured|counted|had|"
    r"sees|finds|reports|shows|records|notes) (?:of )?$"
)
_WAS_SEEN = re.compile(
    rf" (?:\w+ ){{0,6}}?(?:in|by|at) (?:\w+ ){{1,3}}?{STUDIES}\b|(?: (?:on|in|of|for|"
    r"from|among|with) (?:\w+ ){1,3}?| )(?:was|were|has been|have been|could be) "
    r"(?:\w+ )?(?:reported|recorded|found|seen|observed|noted|detected|measured|"
    r"counted|shown|studied|estimated)\b"
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
# "Proven in mice, which says little about people."
_IN_ANIMALS = re.compile(
    r" (?:to \w+ (?:\w+ )?)?(?:\w+ )?(?:only )?in (?:the )?(?:mice|mouse|rats?|rabbits|"
    r"dogs|pigs|monkeys|animals?|cells?|vitro|test tube|dish|laboratory|lab)\b(?!.* "
    r"(?:and|as well as) (?:in )?(?:people|humans?|patients|women|men|children)\b)"
)
# "One review says it works, two say it does not": each speaks for itself.
_SAID_BY_ONE = re.compile(
    rf"\b(?:one|two|three|an?|another|the other) (?:\w+ )?(?:{STUDIES}) (?:says?|"
    r"concludes?|holds?|reports?|claims?)\b"
)
# "The 100 % on the jar says nothing", "the miracle turned out to be a misprint".
_UNMASKED = re.compile(
    r" (?:\w+ ){0,5}?(?:says? (?:nothing|little)|means? (?:nothing|little|only)|"
    r"turn(?:s|ed) out|proved (?:to be )?(?:wrong|false|empty)|(?:is|was) (?:a )?"
    r"(?:myth|misprint|hype))\b"
)
# "There is no doubt that blinding was broken": sure of what a study lacks.
_SURE = re.compile(
    r".*(?:doubt|certain|undoubted|indisputabl|clear|obvious|sure|definite)"
)
_SHORTCOMING = re.compile(
    r"\b(?<!no )(?:blinding|masking|unblinded|allocation|randomi[sz]ation|counted|"
    r"underpowered|small|too (?:few|short)|stopped|missing|unpublished|retracted|"
    r"(?:more|larger|longer|better|further) (?:\w+ )?(?:is|are|was|were) needed|weak|"
    r"will (?:\w+ )?(?:change|alter|move|shift)|old|not every|"
    r"weakness(?:es)?|bias(?:ed)?|broken|flaw(?:s|ed)?|imprecise|overlap\w*|share|"
    r"lost|dropped|unreported|missed|incomplete|selective(?:ly)?)\b"
)
_NO_BIAS = re.compile(r"\b(?:no|not|never|free|without|excluded?|ruled|rules?)\b")
_NEITHER = re.compile(r" (?:\w+ )?neither\b")
_REACH = 10  # words before an overclaim in which it can be taken back


def is_endorsed(plain: str) -> bool:
    """Whether a sentence shares what it tells ("the press rightly calls it …")."""
    return bool(_ENDORSED.search(plain))


def is_reported(plain: str) -> bool:
    """Whether a sentence tells what others say, and does not share it."""
    return bool(_REPORTED.search(plain)) and not is_endorsed(plain)


def is_taken_back(clause: str, match: re.Match[str], *, endorsed: bool) -> bool:
    """Whether the words around an overclaim in its clause make it honest.

    `endorsed`: its sentence shares what others say, so their saying it is no excuse.
    """
    before = clause[: match.start()]
    near = " ".join(before.split()[-_REACH:])
    if _DENIED.search(near) or _QUESTION.search(clause):
        return True
    if not endorsed and _is_told(clause, match):
        return True
    if before == "to " and match[0].startswith("prov"):  # what it would take
        return True
    if _MAY_BE_READ.search(before):
        return True
    if _MAY_BE.search(before) and _MAY_BE_SAID.match(match[0]):
        return True
    if _NOTHING.match(match[0]) and _OF_SOME.search(before):
        return True
    if _FAILS.match(match[0]) and (
        _OF_SOME.search(before) or _NOT_ALL.match(clause, match.end())
    ):
        return True
    if _HOW_DONE.match(clause, match.start()) or _WARNS.match(clause, match.start()):
        return True
    if _AT_BEST.search(clause) or _IF.search(before):
        return True
    if _UNMASKED.match(clause, match.end()) or _NEITHER.match(clause, match.end()):
        return True
    if match[0].endswith("safe") and _SAFE_TO_SAY.match(clause, match.end()):
        return True
    if match[0].startswith("eliminat") and _OF_TRIALS.match(clause, match.end()):
        return True
    if _SURE.match(match[0]) and _is_sure_of_a_lack(clause[match.end() :]):
        return True
    if match[0].startswith(("every", "all")) and _NOT_BY_IT.search(clause):
        return True
    if re.match(r"always|every\w*|all\b", match[0]):
        risky = _AT_RISK.match(clause[match.end() :].lstrip())
        if risky and not re.search(r"\b(?:no|not|without|zero|free)\b", risky[0]):
            return True
    return (
        _is_left_open(clause, match, near)
        or _says_what_was_done(clause, match)
        or _is_counted(clause, match)
        or bool(match[0].startswith("prov") and _HAS_PROVEN.search(before))
        or bool(match[0].startswith("prov") and _IN_ANIMALS.match(clause, match.end()))
        or bool(_SAID_BY_ONE.search(before))
    )


def _is_told(clause: str, match: re.Match[str]) -> bool:
    """Whether somebody else says it."""
    before = clause[: match.start()]
    copula = match[0].startswith(("is ", "are "))
    return bool(
        _REPORTED.search(before)
        or _TELLER_BEFORE.search(before)
        and not copula
        or _TELLER_AFTER.search(clause, match.end())
    )


def _is_sure_of_a_lack(rest: str) -> bool:
    lacks = _SHORTCOMING.search(rest)
    return bool(lacks) and not (_HELPED.search(rest) or _NO_BIAS.search(rest))


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
    if not re.match(
        r"every|all\b|perfect|always|never|100|at all times|universal|each|without exc",
        words,
    ):
        return False
    if _OF_FIGURES.search(clause[: match.end()]) and not _HELPED.search(clause):
        return True
    if words.startswith("perfect"):
        return False
    if len(words.split()) > 3:
        return False
    rest = clause[match.start() :]
    if _OF_STUDIES.search(rest) or _IN_STUDIES.search(rest):
        return True
    if re.match(r"never (?:again|ever|worry|fear|mind)|always (?:and|will$)", rest):
        return False
    done = _DONE.search(clause) and not _HELPED.search(clause)
    return bool(done) or not _EFFECT.search(clause)


def _is_counted(clause: str, match: re.Match[str]) -> bool:
    """Whether a cure is an outcome that was counted or defined, of fewer than all."""
    return bool(
        _CURES.match(match[0]) and _COUNTED.search(clause) and not _WHOLE.search(clause)
    )
