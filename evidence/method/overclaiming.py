"""Words that say more than evidence can hold, found in what a grader adds.

No body of evidence proves, guarantees or leaves no risk, whatever its certainty. The
list is of kinds of overclaiming, not of sentences. What is denied, asked or only hoped
for is no overclaim ("did not cure", "whether it is safe"), nor is a word in another
sense ("cure rate", "every 8 weeks", "never smokers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from texts.look_alikes import as_it_looks

_PEOPLE = (
    r"(?:people|persons?|patients?|women|men|adults?|children|babies|users?|cases?|"
    r"humans?|ages?|individuals?|participants|of (?:us|them|you))"
)
_HARM = (
    r"(?:risks?|harms?|dangers?|hazards?|toxicity|downsides?|drawbacks?|"
    r"complications|(?:side|adverse|unwanted|ill|harmful|negative) (?:effects?|events?|"
    r"reactions?))"
)
_COUNTED = (
    r"(?: (?:was|were|is|are|has been|have been|could be|can be))? "
    r"(?:reported|recorded|registered|measured|assessed|looked for|estimated|given|"
    r"stated|calculated|counted|collected|noted|observed|seen|estimate|estimates|"
    r"ratio|ratios|difference|differences|of bias|data|figures|size|sizes|measure|"
    r"measures|modification|modifiers?|score|scores|factor|factors|group|groups)\b"
)
_WHOLLY = (
    r"(?:perfectly|completely|totally|entirely|absolutely|fully|wholly|utterly|"
    r"thoroughly)"
)
_UNIT = (
    r"(?:days?|nights?|mornings?|evenings?|weeks?|months?|years?|hours?|minutes?|"
    r"decades?|visits?|meals?|winters?|summers?)"
)
_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|other|second|third|"
    r"fourth|fifth|few)"
)

_IN_TRIALS = (
    r"(?: in (?:the|both|either|each|this|these) (?:trials?|stud(?:y|ies)|arms?|"
    r"groups?|samples?|cohorts?)| (?:was|were) (?:asked|told|given|followed|included|"
    r"randomi|offered|invited|counted|analy|aware|an? |over|under))"
)
_SOME_FEW = r"(?!.{0,30}\d+ (?:of|out of|percent))"

_PROOF = (
    r"(?<!biopsy )(?<!culture )(?<!laboratory )(?<!histologically )(?<!serologically )"
    r"prov(?:e|es|ed|en|ing|able|ably)\b"
    r"(?! (?:to be )?(?:too|difficult|hard|impossible|inconclusive|unreliable|wrong))"
    r"(?! (?:infections?|disease|cases?|diagnos\w+|tuberculosis|allergy|"
    r"infarction|asthma|deficiency|malaria|influenza|sepsis|stroke|pneumonia))",
    r"(?<!burden of )(?<!standard of )proofs?\b(?! of concept)",
    r"(?:conclusive|definitive|irrefutabl[ey]|undeniabl[ey]|indisputabl[ey]|"
    r"unquestionabl[ey]|incontrovertibl[ey]|incontestabl[ey]|unequivocal|unambiguous|"
    r"overwhelming|unassailabl[ey]|indubitabl[ey]|undisputed|unarguabl[ey])(?:ly)?",
    r"(?:without|beyond|past) (?:(?:a|any|all|the|shadow|of|reasonable|slightest|"
    r"serious|further|possible) )*(?:doubts?|question|dispute|debate|argument)\b",
    r"no (?:longer )?(?:(?:any|room for|real|reasonable|possible|more|serious) )*"
    r"(?:doubts?|dispute|debate|question)\b(?! (?:was|were|is|in|on) )",
    r"no (?:\w+ ){1,3}(?:can|could|will) (?:deny|doubt|dispute|question)\b",
    r"doubtless(?:ly)?|undoubted(?:ly)?|not in doubt|crystal clear|bar none",
    r"(?:nobody|no one|not) (?:can |could )?(?:be )?(?:deny|denied|doubts?|doubted|"
    r"disputes?|disputed)",
    r"(?:known|hard|simple|plain|medical|scientific|established) (?:facts?|truths?)|"
    r"(?:is|are) (?:now )?(?:an?|the) (?:\w+ )?(?:fact|truth)\b(?! that limits)|"
    r"scientific(?:ally)? (?:certain|certainty)|(?:the )?(?:final|last) word",
    r"(?:is|are|was|been|now|firmly|well|clearly|fully) established\b(?! (?:in|by) )",
    r"(?:clearly|plainly) (?:shows?|shown|demonstrates?|demonstrated|establish\w*)",
    r"once and for all|case closed|ends? the (?:discussion|debate)|"
    r"settles? the (?:matter|question|debate|issue)|"
    r"(?:science|matter|question|debate|issue) is (?:now )?(?:settled|closed|over)",
    r"we (?:now )?know (?:that|it|this|for)",
)
_CERTAINTY = (
    r"guarant(?:ee|ees|eed|eeing|y)|warranted to|assur(?:e|es|ed|edly)|"
    r"ensures? (?:that )?(?:you|people|every|patients|recovery|success|protection|"
    r"healing|full|complete|results|relief)",
    r"(?:definitely|certainly|surely)\b(?! (?:too|not|small|uncertain|limited|biased|"
    r"weak|insufficient|incomplete|low)\b)",
    r"inevitabl[ey]|unfailing(?:ly)?|infallibl[ey]|infallibility|invariabl[ey]|"
    r"without fail|for sure|with certainty|for certain(?! (?:\w+s|people)\b)",
    r"definite (?:benefits?|cure|effect|help|success|improvement|protection|answer)",
    r"(?<!make )(?<!made )(?<!making )(?:certain|sure|bound|destined) (?:to|that)\b|"
    r"(?:absolute|complete|full|total|mathematical|dead|entire) (?:certainty|certain|"
    r"confidence|sure)|(?:be|are|am|is) (?:quite |very |absolutely |completely |"
    r"fully )?(?:certain|sure|confident (?:that|in))\b|sure ?fire|sure thing|"
    r"as certain as|(?:is|are) an? (?:\w+ )?certainty|"
    r"a sure (?:way|cure|remedy|bet|sign)",
    r"(?:can|could|should|safely|fully) (?!not\b)(?:\w+ )?(?:rely|count|bank|depend) "
    r"(?:up)?on\b|"
    r"(?:rely|count|bank|depend) (?:up)?on (?:it|this|that|them)\b|"
    r"be (?:\w+ )?(?:relied|counted|depended) (?:up)?on\b|"
    r"(?:can|may|should) (?:\w+ )?(?:trust|be trusted)|trust (?:it|this)\b",
    r"you (?:will|can|should|must|need)\b|your\b",
    r"(?<!trial )(?<!trials )(?<!study )(?<!studies )(?<!research )(?<!data )"
    r"(?<!results )(?<!review )will (?:\w+ )?(?:prevent|protect|stop|save|heal|improve|"
    r"help|work|make|extend|lower|reduce|raise|benefit|recover|live|remain|stay)",
    r"(?:can|could|does|do|did|will|would) not (?:\w+ )?(?:fail|go wrong|hurt|harm|"
    r"be wrong|do any harm)\b|fail ?safe|fool ?proof|bullet ?proof|"
    r"(?:water|air) ?tight|iron ?clad|rock solid",
    r"impossible to (?:fail|catch|get|contract|develop|be)|"
    r"makes? (?:\w+ ){1,3}impossible\b(?! to )|"
    r"incapable of (?:\w+ )?(?:harm|harming|hurting|failing)",
)
_UNIVERSAL = (
    r"(?<!who )(?<!as )always\b(?! (?:users?|takers?|wearers?|smokers?))|at all times|"
    r"without exceptions?|no exceptions?|universally|"
    r"universal (?:effect|benefit|success|protection|cure|remedy)",
    r"(?<!who )(?<!who had )(?<!who have )(?<!who has )(?<!had )never\b"
    r"(?! (?:smok|us(?:ed|ers?)|drink|drank|marri|treat|vaccin|expos|tak|receiv|pregn|"
    r"medic|oper|diagnos|screen|test|stud|measur|publish|replic|report|examin|compar|"
    r"assess|shown|establish|demonstrat|confirm|regist|randomi|look|ask|blind|prov|"
    r"reach|met|recruit|includ|explain|adjust|account|follow|"
    r"been (?!known)|before|enter|finish|complet|appear|done|tried|pool))",
    rf"every\b(?! (?:{_NUMBER} )?{_UNIT}\b)(?! {_NUMBER} )(?! effort)"
    r"(?! (?:\w+ )?(?:trial|study|arm|group|report) (?:but|except|was|had|measured|"
    r"used|reported|enrolled|lasted|came))",
    r"(?<!excluded )(?<!included )(?<!enrolled )(?<!invited )(?<!asked )"
    rf"every ?(?:body|one|where|thing)\b(?!{_IN_TRIALS})",
    r"any ?(?:body|one) (?:can|will|who|benefits?|at all)|"
    r"(?:for|helps?|in|suits?|protects?|by) any ?(?:body|one)\b",
    r"(?:works?|effective|helps?|protects?|benefits?|suits?|suitable|prevents?|stops?|"
    r"removes?|treats?|heals?|good|right|ends?) (?:for |in |on |against |of )?all\b",
    rf"all {_PEOPLE} (?:who take it )?(?:benefit|improve|recover|respond|can|will|"
    r"should|are (?:helped|protected|better))|in all (?:cases|circumstances|people)|"
    r"for all (?:people|ages)|at all ages|each (?:and every )?(?:patient|person|user) "
    r"(?:benefits|recovers|improves|responds|will|can)\b",
    r"(?:nobody|no one|no (?:patient|person|user)s?) (?:who \w+ (?:it )?)?(?:ever|will|"
    r"can|needs?|gets?|fails?|relapses?|is harmed|suffers?)\b"
    r"(?! (?:guarantee|say|tell|know|prove|rule|exclude|be (?:sure|certain)))|"
    r"none of (?:the |them )?(?:\w+ )?(?:will|can|ever)\b",
    r"(?<!to )(?<!and )(?<!\d )(?:100|1oo|hundred) ?percent\b|"
    r"(?:100|10|ten) (?:out )?of (?:100|10|ten)\b",
)
_CURE = (
    r"(?<!clinical )(?<!microbiological )(?<!mycological )(?<!bacteriological )"
    r"(?<!virological )(?<!parasitological )(?<!chance of )(?<!chances of )"
    r"(?<!probability of )(?<!likelihood of )(?<!odds of )(?<!rate of )(?<!rates of )"
    r"(?<!proportion )(?<!test of )(?<!time to )(?<!percent were )(?<!were clinically )"
    r"(?<!number )(?<!search for a )"
    r"cur(?:e|es|ed|ing|ative|eall)\b"
    r"(?! (?:rates?|models?|fraction|proportion|was (?:defined|measured|"
    r"assessed|rare|not|an?)|at \d+|meat|ham|"
    r"(?:patients|people|children|adults|women|men) (?:were|had|who))\b)"
    rf"{_SOME_FEW}",
    r"(?:eliminat|eradicat|abolish|banish|vanquish|annihilat)(?:e|es|ed|ing)\b"
    rf"(?! (?:bias|confounding|duplicates?|from)){_SOME_FEW}|"
    r"(?:wipes?|wiped) out|(?:gets?|rids?) (?:you )?(?:rid )?of (?:it|all|the)|"
    r"(?:disappears?|vanish(?:es)?|gone|ends?) (?:\w+ ){0,2}(?:completely|forever|"
    r"for good|for ever)|makes? (?:\w+ ){1,3}(?:vanish|disappear)",
    r"miracles?|miraculous(?:ly)?|panacea|magic(?:al)?(?:ly)?|wonder (?:drug|cure)|"
    r"silver bullet|flawless(?:ly)?|works? wonders|like a charm|unbeatable|"
    r"unrivall?ed|unsurpassed|second to none|"
    r"the best (?:treatment|medicine|drug|remedy|therapy|choice|option)",
    r"perfect(?:ly|ion)?\b(?! (?:match|balanc|adheren|complian|blind|agree|correl))",
    rf"{_WHOLLY} (?:\w+ )?(?:effective|protects?|prevents?|reliable|works?|stops?|"
    r"protected|prevented|gone|heals?|healed|reverses?|reversed|immune|removes?)",
    r"(?:complete|total|full|absolute) (?:\w+ )?(?:protection|prevention|immunity|"
    r"safety|reliability|effectiveness|success)",
)
_SAFE = (
    r"safe(?:ly|st)?\b(?! (?:sex|water|drinking|hous\w+|distance|storage|handling))",
    r"harmless(?:ly|ness)?|innocuous|riskless|dangerless|side ?effectless",
    r"(?:no|zero|without|(?:free|devoid) (?:of|from)|not (?:a|one) single|nil|"
    r"0 percent) "
    r"(?:(?!information|data|evidence|reports?|mention|stud|trials?|figures)\w+ ){0,3}?"
    rf"{_HARM}\b(?!{_COUNTED})(?! (?:was|were) found)",
    rf"{_HARM} (?:is|are) (?:zero|nil|non ?existent|absent|impossible)",
    r"(?:risk|danger|harm|hazard|toxicity|side effects?|worry|trouble|complication) "
    r"free\b|(?:poses|carries|has|brings) no (?:\w+ )?(?:threat|danger|hazard)",
    r"does not (?:cause |do |have )?(?:any )?(?:harm|hurt|side effects)\b|"
    r"(?:does|do|did|doing) no (?:\w+ )?harm",
    r"nothing (?:bad|harmful|worse) (?:can|will|may)|"
    r"nothing (?:works|helps|is) better|"
    r"nothing to (?:fear|worry|lose)|no (?:need|reason|cause) (?:to worry|to fear|for "
    r"(?:worry|concern|alarm))|no worries",
    r"(?:rules?|ruled) out (?:all|any|every)\b",
)
_NO_EFFECT = (
    r"(?<!line of )(?<!includes )(?<!include )(?<!including )(?<!crosses )(?<!holds )"
    r"(?<!excludes )(?<!exclude )(?<!rule out )(?<!rules out )(?<!from )(?<!both )"
    r"(?<!between )(?<!compatible with )(?<!consistent with )(?<!covers )"
    r"(?<!little to )(?<!little or )"
    r"(?:no|zero|without|without any|not any|not the slightest) "
    r"(?:(?:real|measurable|true|clinical|beneficial|actual|meaningful) )?"
    rf"(?:effects?|impact|influence)\b(?!{_COUNTED})",
    r"does (?:absolutely )?nothing|useless|worthless|whatsoever|"
    r"(?:is|are|totally|wholly|completely) ineffective|not (?:\w+ ){1,4}in any way|"
    r"(?:does|do) not work\b(?! (?:for|in|on|as) )|"
    r"(?:makes?|made) (?:absolutely )?no difference|"
    r"no (?:benefit|use|value) at all|absolutely no\b|"
    r"(?:does|do|did|has|have) not have (?:any|an) (?:\w+ )?"
    r"(?:effect|impact|influence)\b",
    r"(?:really|simply|just|obviously) works",
)
KINDS = {
    "proof": _PROOF,
    "certainty": _CERTAINTY,
    "universal": _UNIVERSAL,
    "cure": _CURE,
    "safe": _SAFE,
    "no_effect": _NO_EFFECT,
}
_OVERCLAIM = [
    re.compile(rf"\b(?:{pattern})(?![\w])")
    for kind in KINDS.values()
    for pattern in kind
]

# What takes an overclaim back when it stands before it in the same clause.
_TAKEN_BACK = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply)\b)|no|none|never|neither|nor|nobody|"
    r"nothing|hardly|barely|scarcely|rarely|seldom|without|unable|fail(?:s|ed)? to|"
    r"few|half|doubts?|lacks?|"
    r"too (?:few|small|short|little|weak|early|uncertain|imprecise|low)|"
    r"lacking|lack of|absence of|short of|far from|rather than|less than|fewer than|"
    r"whether|unclear|uncertain|unknown|unsure|doubtful|how|aim(?:s|ed)?|designed|"
    r"tried|attempt(?:s|ed)?|sought|intended|meant|hoped|insufficient|needed|needs?|"
    r"require[sd]?|would take|remains? to|yet to|still to|until|unless|claimed|alleged"
    r"(?:ly)?|advertised|marketed|supposed(?:ly)?|so called|wrongly|falsely|"
    r"(?:articles?|authors?|makers?|manufacturers?|company|advertisements?)(?:'s?)? "
    r"(?:says?|said|claims?|calls?|call|describes?))\b"
)
# What takes it back after "that", "if" or "proof" ("that it is safe is not known").
_LEFT_OPEN = re.compile(
    r"\b(?:unknown|unclear|uncertain|lacking|missing|absent|"
    r"(?:not|never) (?:been )?(?:known|shown|studied|tested|established|measured|clear|"
    r"settled|examined|reported|possible|supported)|weak|thin|limited|untested|needs?|"
    r"would (?:need|take|require)|can not be (?:given|made|claimed|offered|"
    r"assumed|inferred|concluded|drawn))\b"
)
_ASKED = re.compile(r"\b(?:that|if|when)\b")
_NOUNS = re.compile(r"proofs?|guarantees?|certainty|definitive|conclusive")
_SAFE_AMOUNT = re.compile(
    r" (?:levels?|doses?|use|limits?|ranges?|intakes?|amounts?)\b"
)
# What 100 % may be of.
_MEASURED = re.compile(
    r"\b(?:i2|heterogeneity|follow up|adherence|compliance|retention|participation|"
    r"attendance|sensitivity|specificity|weight|women|men|female|male)\b"
)
_REACH = 7  # words before an overclaim in which it can be taken back
_CLAUSE = re.compile(
    r"\||\b(?:but|however|although|though|so|therefore|hence|thus|because|while|whereas|"
    r"and (?=(?:is|are|it|was|will|does|can|has|have|this|they|these)\b))\b"
)


def overclaims(text: str) -> tuple[str, ...]:
    """The words of a text that say more than evidence can, each once, as they look.

    `text` is what a person added; what look-alike letters spell is read as it looks.
    """
    found: dict[str, None] = {}
    for plain in _readings(text):
        for clause in _CLAUSE.split(plain):
            found |= dict.fromkeys(_in_clause(" ".join(clause.split())))
    return tuple(found)


def _in_clause(clause: str) -> Iterator[str]:
    for pattern in _OVERCLAIM:
        for match in pattern.finditer(clause):
            if not _is_taken_back(clause, match):
                yield match[0]


def _is_taken_back(clause: str, match: re.Match[str]) -> bool:
    before = " ".join(clause[: match.start()].split()[-_REACH:])
    if _TAKEN_BACK.search(before):
        return True
    if "percent" in match[0] and _MEASURED.search(before):
        return True
    amount = match[0] == "safe" and _SAFE_AMOUNT.match(clause, match.end())
    asked = _ASKED.search(before) or _NOUNS.search(match[0]) or amount
    return bool(asked and _LEFT_OPEN.search(clause, match.end()))


# --- the text as it reads ---

_DIGITS = tuple(str.maketrans("01345@$", look) for look in ("oleasas", "oieasas"))
_MIXED = re.compile(r"\b[a-z]+[0-9@$]+[a-z@$]+\b")
_SPACED = re.compile(r"\b(?:[a-z][ .\-_*]){2,}[a-z]\b")


def _readings(text: str) -> Iterator[str]:
    """The text in plain words, "|" between clauses; once for each look of a digit."""
    plain = as_it_looks(text)
    plain = re.sub(r"[*_~]|(?<=\w)[‘’ʼ`´](?=\w)", _quote_or_nothing, plain)
    plain = _SPACED.sub(lambda match: re.sub(r"[^a-z]", "", match[0]), plain)
    plain = re.sub(
        r"\bwon't\b", "will not", re.sub(r"\bcan(?:'t|not)\b", "can not", plain)
    )
    plain = re.sub(r"n't\b", " not", plain)
    plain = re.sub(r"\bper cent\b|%", " percent ", plain)
    plain = re.sub(r"[.,;:!?](?=\s|$)|[()\[\]—\n]", " | ", plain)
    plain = re.sub(r"[^\w|.@$']+", " ", plain)
    for table in _DIGITS:  # a 1 passes for an l and for an i
        yield _MIXED.sub(lambda word, table=table: word[0].translate(table), plain)


def _quote_or_nothing(match: re.Match[str]) -> str:
    return "" if match[0] in "*_~" else "'"
