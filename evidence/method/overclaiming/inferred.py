"""Conclusions that don't follow: harmless since none was reported, true since sold.

Matched in the whole plain text, for what is seen and what is made of it often stand in
two clauses. Whoever draws no conclusion, or doubts it, says no word of `_SO`.
"""

from evidence.method.overclaiming.words import HARM, PEOPLE

_NONE_SEEN = (
    r"(?:(?:no|zero|nil|0|without|not (?:a|one)(?: single)?|absence of) (?:\w+ ){0,3}?"
    rf"(?:deaths?|events?|reactions?|cases?|injur(?:y|ies)|complaints?|signals?|{HARM})"
    rf"|none|nobody|no one|no {PEOPLE})"
)
_VOUCHES = (
    r"(?:approv\w+|licen[cs]\w+|authori[sz]\w+|natural|herbal|plants?|organic|sold|"
    r"over "
    r"the counter|recommend\w+|guidelines?|prescri\w+|centuries|decades|generations|"
    r"millions|significan\w+|p values?|confidence interval|consensus|experts?|nature|"
    r"vitamins?|grandmothers?|tradition\w*|experience)"
)
_SO = (
    r"(?:(?:and )?(?:so|hence|thus|therefore|consequently|accordingly)|(?:(?:and|which|"
    r"this|that|it) )?(?:means|shows|proves|tells|implies|demonstrates|confirms|"
    r"guarantees|follows|entails))"
)
_SINCE = r"(?:since|as|because|for|given that|after all)"
_STRAIGHT = (  # on the way to the conclusion no word that leaves it open
    r"(?:(?!not|no|nobody|nothing|never|hardly|whether|if|how|may|might|could|perhaps|"
    r"possibly|unclear|unknown|larger|rarer|only|little|less|than|say|call\w*|"
    r"called)\w+ "
    r"){0,5}?"
)
_HARMLESS = (
    r"(?:safe|harmless|innocuous|benign|non ?toxic|(?:does|do|can|will) not (?:\w+ )?"
    r"(?:kill|harm|hurt|cause|injure|damage|raise)|(?:is|are) not (?:\w+ "
    r")?(?:dangerous|"
    r"harmful|toxic|risky|deadly|fatal|lethal|hazardous|poisonous|addictive)|(?:does|"
    r"do|can|will|could) not (?:\w+ )?(?:occur|happen|exist|arise|develop)|there "
    r"(?:is|are) (?:none|nil)(?=$| \|)|(?:no|zero|without|free of) (?:\w+ )?"
    rf"{HARM}(?! (?:\w+ )"
    r"{0,3}?(?:is|are|was|were|can be) (?!absent|excluded|nil|zero)\w+))\b"
)
_WORKS = (
    r"(?:works|helps|cures|heals|effective|true|real|right|certain|proven|beneficial|"
    r"healthy|trustworthy)\b"
)
_NOT_SIGNIFICANT = (
    r"(?:p (?:value )?(?:(?:is|was|of|equals) )?(?:\w+ )?0?\.\d+|p (?:was|is) (?:large|"
    r"high|above)|(?:not|non|in) ?(?:\w+ )?significan\w+|interval (?:includes?|"
    r"included|crosse[sd]|contains?) (?:1|one|0|zero))"
)
_ALIKE = (
    r"(?:(?:do|does|did|will|can) not (?:\w+ )?(?:differ|work|help|matter)|there is "
    r"(?:none"
    r"|nothing|no (?:\w+ )?(?:effect|difference|benefit|harm))|(?:has|have|makes?) no "
    r"(?:\w+ )?(?:"
    r"effect|difference)|(?:is|are) (?:\w+ )?(?:the same|identical|equal|equivalent|"
    r"alike|useless|ineffective|no (?:better|worse|different)|interchangeable))\b"
)
INFERRED = (
    (
        r"(?:those|anyone|anybody|whoever|people|nobody)(?: who)? (?:still |now )?"
        r"doubts? (?:it|this|that it|its (?:effect|benefit|value))\b"
    ),
    (
        r"no (?:controls?|comparison|placebo|comparator)(?: groups?| arms?)? (?:was|is|"
        r"were|are) (?:needed|necessary|required|called for)\b"
    ),
    r"nothing to hide\b",
    (
        r"^(?:it is |this is )?(?:an?|the|your|our) (?:\w+ )?guarantees? (?:of|for|"
        r"against)\b"
    ),
    (
        r"(?:has|have|finds?) no (?:answer|defence|chance|match)(?: left)? (?:to|"
        r"against|for) (?:it|this|that)\b"
    ),
    (
        r"who (?:does|do|will|would) not (?:\w+ )?(?:prescribe|give|take|use|offer|"
        r"recommend) (?:it|this) (?:is |are |\w+ly )?(?:harms?|endangers?|fails?|"
        r"wrongs?|negligent|irresponsible|foolish|mad)\b"
    ),
    (
        r"not (?:just |merely |only )?(?:probable|likely|possible|probably|a guess) "
        r"(?:\| )?but (?:\w+ )?(?:sure|certain\w*|definite\w*|guaranteed|proven|"
        r"inevitable|fact)\b"
    ),
    (
        r"not (?:be )?(?:true|fair|right|correct|honest|accurate) to (?:call|describe|"
        r"regard|consider) (?:it|this|them|the \w+) (?:as )?(?:unproven|uncertain|"
        r"doubtful|risky|unsafe|dangerous|untested)\b"
    ),
    rf"{_NONE_SEEN}(?: \w+){{0,7}}? (?:\| )?{_SO} {_STRAIGHT}{_HARMLESS}",
    (
        rf"{_VOUCHES}(?: \w+){{0,5}}? (?:\| )?{_SO} {_STRAIGHT}(?:{_WORKS}|{_HARMLESS})"
        r"(?! (?:in|on) paper)"
    ),
    (
        rf"(?:is|are|be) (?:\w+ )?{_HARMLESS} (?:\| )?{_SINCE} (?:\w+ ){{0,3}}?"
        rf"(?:{_NONE_SEEN}|{_VOUCHES})\b"
    ),
    (
        rf"^(?:as|since|because|being) (?:\w+ ){{0,3}}?(?:{_NONE_SEEN}|{_VOUCHES})"
        rf"(?: \w+){{0,5}}? \| {_STRAIGHT}(?:{_HARMLESS}|{_WORKS})"
    ),
    r"one (?:look|glance) at (?:\w+ ){1,4}?and (?:the matter|the case|all|any|every)\b",
    (
        r"(?:interval|p values?|ratios?|figures?|numbers?|estimates?) (?:guarantees?|"
        r"proves?|leaves? no doubt)\b"
    ),
    (  # a small p, so it is large
        r"p (?:values? )?(?:\w+ ){0,3}?(?:\| )?"
        rf"{_SO} {_STRAIGHT}(?:large|huge|big|strong|important|real|certain|true)\b"
    ),
    (  # on average, so in each
        r"^(?:since|as|because) (?:\w+ ){0,3}?(?:ratio|average|mean|interval|"
        r"difference|"
        r"p value)\b[^|]* \| (?:each|every|all|any|no) (?:patients?|persons?|people|"
        r"one|"
        r"child\w*|wom[ae]n|m[ae]n|adults?|users?)\b"
    ),
    (  # in animals, so in people
        r"(?:animals?|mice|mouse|rats?|rabbits?|dogs?|pigs?|cells?|tubes?)\b[^?]{0,60}?"
        r"(?:\| )?(?:so|hence|thus|therefore) (?:(?:will|do|does|must|shall|would|can) "
        r"(?:all |the )?(?:people|patients|humans|women|men|we|you|it)|(?:people|"
        r"patients|"
        r"humans|we|you|it) (?:will|do|does|must|shall|can))\b"
    ),
    (  # none turned up, so there is none
        rf"^(?:since|as|because|given that) (?:\w+ ){{0,3}}?{_NONE_SEEN}(?: "
        rf"\w+){{0,8}}?"
        r" \| (?:\w+ )?(?:none (?:exists?|occurs?|arises?|can|will|is (?:caused|"
        r"there))|"
        rf"there (?:is|are|can be) (?:none|no (?:\w+ )?{HARM}))\b"
    ),
    (
        r"(?:found|saw|showed|observed|detected|recorded|had) (?:no|zero|not (?:a|one)"
        rf"(?: single)?) \w+(?: \w+){{0,5}}? (?:\| )?{_SO} {_STRAIGHT}{_HARMLESS}"
    ),
    (  # not significant, so there is none
        rf"{_ALIKE}(?: \w+){{0,6}}? (?:\| )?{_SINCE} (?:\w+ ){{0,3}}?{_NOT_SIGNIFICANT}"
    ),
    (
        rf"{_NOT_SIGNIFICANT}(?: \w+){{0,4}}? (?:\| )?(?:\w+ )?(?:\| )?{_SO} "
        rf"{_STRAIGHT}{_ALIKE}"
    ),
    (
        rf"^(?:as|since|because) (?:\w+ ){{0,3}}?{_NOT_SIGNIFICANT}(?: \w+){{0,5}} \| "
        rf"{_STRAIGHT}{_ALIKE}"
    ),
    (  # it failed, so the patient did
        r"(?:if|when|where|whenever) (?:it|this|(?:the )?\w+) (?:(?:does|do) not "
        r"(?:\w+ )?"
        r"(?:work|help|heal|act|succeed)|fails?|disappoints?)(?: \| | )(?:\w+ "
        r"){0,5}?(?:"
        r"wrong|wrongly|blame|fault|incorrect\w*|improper\w*|badly|not enough|too (?:"
        r"little|few|late|short|seldom|low)|mistakes?)\b"
    ),
    (
        r"(?:if|when|whoever|anyone|those) (?:\w+ ){0,2}(?:still|not (?:\w+ )?better|"
        r"ill|"
        r"no better)(?: \w+){0,4} (?:\| )?(?:\w+ ){0,2}?(?:have|has) (?:simply |just )?"
        r"(?:not (?:taken|used|followed|tried)|taken it wrong)\w*"
    ),
)
