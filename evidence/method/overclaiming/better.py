"""Ways to say more of an effect or of its lack of harm than evidence can.

Each line is one way to put it, not a sentence, and is matched as whole words in plain
text; what may stand before or after it in an honest use is said beside it.
"""

from evidence.method.overclaiming.words import COUNTED, FULL, HARM, RELIEF, WHOLLY

CURE = (
    (
        r"cur(?:e|es|ed|ing|ative|eall)\b(?! (?:rates?|models?|fraction|meat|ham|"
        r"nobody|no one|none|only|few|fewer))"
    ),
    (
        r"(?:eliminat|eradicat|abolish|banish|vanquish|annihilat|obliterat|conquer|"
        r"eras)(?:e|es|ed|ing|s)?\b(?! (?:bias|confounding|duplicates?|from|half "
        r"life))"
    ),
    r"(?:wipes?|wiped|stamps?|stamped) out",
    r"(?<!to )(?:(?:gets?|got) (?:you |people |them )?rid|rids (?:\w+ )?\w+) of\b",
    r"(?:disappears?|vanish(?:es)?|gone|ends?) (?:\w+ ){0,2}(?:completely|entirely)",
    r"makes? (?:\w+ ){1,3}(?:vanish|disappear|go away|immune|invulnerable|well again)",
    (
        r"(?:not (?:\w+ ){0,3}?anything|nothing|none) (?:but|other than|short of) "
        r"(?:an? "
        r")?(?:\w+ )?(?:effective|good|safe|benefi\w+|helpful|harmless|cures?|"
        r"success\w*|useful)\b"
    ),
    r"(?:melts?|dissolves?) (?:\w+ )?away",
    r"a thing of the past",
    r"(?:does|do|doing) away with",
    r"wip(?:es?|ed|ing) (?:\w+ ){1,4}(?:away|from|off|out)\b",
    (
        r"(?:illness|disease|pain|symptoms?|infection|condition|problem|cancer) "
        r"(?:is|are) (?:gone|no more|history|over)\b"
    ),
    r"(?:is|as) the (?:\w+ )?(?:solution|remedy|key) (?:to|for)\b",
    r"(?:defeats?|beats?) (?:the )?(?:cancer|disease|infection|diabetes|illness)",
    r"knocks? out",
    r"in (?:its|their) tracks",
    r"(?:puts?|putting) (?:an end|a stop|paid) to",
    r"(?:say|said|wave|kiss) (?:good ?bye|farewell) to",
    r"farewell to",
    r"(?:brings?|bringing) (?:\w+ ){1,3}to an end",
    r"^no more \w+(?: \w+)?$",
    r"fixes\b",
    (
        rf"{FULL}(?:ly)? (?:\w+ )?{RELIEF}\b(?! (?:took|was|were|occurred|rates?|time|"
        r"had)\b)"
    ),
    r"restores? (?:\w+ )?(?:full|complete|perfect)",
    r"miracles?",
    r"miraculous(?:ly)?",
    r"panacea",
    r"magic(?:al)?(?:ly)?",
    r"wonder (?:drug|cure|pill)",
    r"silver bullet",
    r"magic bullet",
    r"flawless(?:ly)?",
    r"works? wonders",
    r"like a (?:charm|dream)",
    r"holy grail",
    r"elixir",
    r"game ?changer",
    r"life ?changing",
    r"break ?through",
    r"(?:a|the) (?:\w+ )?revolution\b",
    r"revolution(?:ary|ises?|izes?)",
    r"ultimate\b(?! (?:outcome|end ?point|aim|goal|cause))",
    r"antidote to",
    r"def(?:y|ies|ied) (?:death|age|ageing|aging|time|nature|gravity)\b",
    r"(?:the|an) answer to (?!this|that|the question|our)",
    r"unbeatable",
    r"unrivall?ed",
    r"unsurpassed",
    r"unmatched",
    r"unparalleled",
    r"unequall?ed",
    r"peerless",
    r"second to none",
    (
        r"(?:without|has no|have no|knows no) (?:an? )?(?:equals?|rivals?|match|"
        r"parallel)\b"
    ),
    (
        r"(?:outperforms?|surpass(?:es)?|outdo(?:es)?|outclass(?:es)?|tops?) (?:any|"
        r"all|every)"
    ),
    r"(?:nothing|no \w+) (?:can|could|would|will) be (?:\w+er|better|more \w+)$",
    r"no better \w+ (?:on|in|anywhere|than|exists?|to be|could|can)\b",
    r"best in class",
    r"world class",
    r"number one\b",
    r"the one and only",
    (
        r"the (?:best|only|one|perfect) (?:treatment|medicine|drug|remedy|therapy|"
        r"choice|option|cure|solution|thing|way)(?: (?:you|that|there|anyone|for)\b)"
    ),
    r"the best (?:treatment|medicine|drug|remedy|therapy|choice|option)",
    r"better than (?:any|all|every|everything|anything)",
    r"superior to (?:any|all|every)",
    r"nothing (?:\w+ )?(?:better|safer|more effective|like it)\b",
    r"nothing (?:\w+ ){0,3}?is (?:\w+ )?(?:\w+er than|more \w+ than)\b",
    (
        r"nothing (?:works|helps|is|comes|compares|beats|surpasses|excels|equals|"
        r"replaces) (?:better|close|near|so|"
        r"quite|it)?"
    ),
    r"no other (?:\w+ )?(?:comes close|compares|works|can match|matches|rivals?)",
    r"amazing(?:ly)?",
    r"incredibl[ey]",
    r"astonishing(?:ly)?",
    r"astounding(?:ly)?",
    r"spectacular(?:ly)?",
    r"sensational(?:ly)?",
    r"phenomenal(?:ly)?",
    r"unbelievabl[ey]",
    r"stunning(?:ly)?",
    r"superb(?:ly)?",
    r"fantastic(?:ally)?",
    r"marvell?ous(?:ly)?",
    (
        r"perfect(?:ly|ion)?(?=$| (?:for|to|in|and|every|safe\w*|cur\w+|remed\w+|"
        r"treatments?|solutions?|choice|protection|health|results?|answer|relief|"
        r"effective|harmless|fine|tolera\w+|heal(?:s|ed|ing)?|natural|drug|medicine|"
        r"pill|record|recovery|reliab\w+|success|outcome|immunity|works?|well)\b)"
    ),
    (
        rf"{WHOLLY} (?:\w+ )?(?:effective|protects?|prevents?|reliable|works?|stops?|"
        r"protected|prevented|gone|heals?|healed|reverses?|reversed|immune|removes?|"
        r"benign|natural|well tolerated|non ?toxic|clears?|resolves?|relieves?|"
        r"cures?)"
    ),
    (
        r"(?:prevents?|protects?|stops?|heals?|reverses?|clears?|resolves?|relieves?|"
        rf"works?) (?:\w+ ){{0,3}}{WHOLLY}\b"
    ),
    r"(?:world's|world) most",
    r"nothing else (?:\w+ )?(?:comes|works|compares|helps)",
    r"permanent (?:and \w+ )?(?:results?|relief)",
    r"instant (?:\w+ ){0,3}(?:results?|relief|cure)",
    r"the secret (?:of|to)",
    r"the answer to\b(?! this| that| the question)",
    (
        r"the (?:most (?:powerful|effective|potent|reliable|successful|advanced)|"
        r"strongest|surest|finest|greatest) (?:\w+ ){0,2}(?:agent|treatment|remedy|"
        r"drug|cure|product|solution|medicine|therapy|way|method|choice|"
        r"vaccine)\b(?! (?:was|were|in the)\b)"
    ),
    r"heals? (?:everything|anything|all|any)",
    r"frees? (?:you|people|patients) (?:of|from)",
    r"(?:saves?|saving|rescues?|extends?) (?:\w+ )?lives\b(?! (?:was|were|lost))",
    r"life ?saver",
    r"(?:heaven ?sent|quantum leap)",
    r"undo(?:es)? (?:all|any|every)\b",
    r"god ?send",
    r"(?:turns?|turned|rolls?|puts?) (?:back )?the clock",
    r"(?:gave|gives?|given) (?:\w+ ){1,2}(?:my|their|her|his|our) (?:life|lives) back",
    r"(?:rejuvenat|revitali[sz]|detoxif)(?:e?s|es|ies)\b",
    (
        r"(?:over ?night|immediate|effortless|lasting|unlimited) (?:\w+ )?(?:relief|"
        r"cure|results?|success|recovery|healing|weight loss|protection)"
    ),
    (
        r"(?:works?|cures?|heals?|helps?|acts) (?:\w+ )?(?:over ?night|instantly|at "
        r"once|immediately|effortlessly|first time|like \w+)"
    ),
    r"wonderful(?:ly)?",
    r"brilliant(?:ly)?",
    r"terrific(?:ally)?",
    r"unprecedented (?:\w+ )?(?:effect|success|results?|benefit|cure|efficacy)",
    (
        r"(?:outstanding|extraordinary|exceptional|excellent|unique)(?:ly)? "
        r"(?:effect\w*|success\w*|results?|benefits?|efficacy|treatment|drug|remedy|"
        r"medicine|good|safe\w*|powerful|potent)"
    ),
    (
        r"(?:has|with|had|enjoys?|brings?) (?:\w+ )?success (?:by|in|with|for) "
        r"(?:all|every)"
    ),
    (
        r"(?:gives?|provides?|offers?|brings?|regains?|restores?) (?:\w+ )?(?:full|"
        r"total|complete|absolute) (?:\w+ )?(?:stability|function|control|health|"
        r"mobility|strength|security|vitality|resistance|cover\w*|relief|recovery)"
    ),
    (
        r"(?:is|are|was) (?:\w+ )?(?:conquered|defeated|vanquished|beaten|overcome|"
        r"cracked|solved)\b"
    ),
    r"lets? (?:\w+ )?(?:disappear|vanish|go away)",
    (
        r"(?:stops|reverses|repairs|regenerates|cleanses|unleashes|melts|conquers) "
        r"(?!at|in|when|after|here|for|on|with|the|a|both|two|all)\w+(?: \w+)?$"
    ),
    r"(?:happy|healthy|young|well|whole|normal|slim|fit|strong) again$",
    r"a (?:mere )?matter of time\b",
    r"a new era",
    r"trusted by",
    (
        r"(?:removes?|ends?|stops?|blocks?|prevents?|takes?|spare[sd]?|escapes?|"
        r"avoids?|overcomes?|(?:free|rid|cleared) of|protected (?:from|against)) "
        r"(?:\w+ ){1,4}(?:altogether|completely|entirely|totally|away for good|at the "
        r"root)"
    ),
    (
        r"(?:pure|such a|a true|a real|a) (?:blessing|wonder|marvel|boon|godsend|"
        r"treasure)\b"
    ),
    r"(?:wonders?|marvels?) of (?:nature|medicine|science)",
    (
        r"(?:unerring|incomparabl[ey]|inescapabl[ey]|unstoppabl[ey]|invincibl[ey]|"
        r"limitless|boundless)(?:ly)?"
    ),
    r"without (?:a |any )?(?:traces?|limits?)$",
    r"(?:infinite|unlimited|immeasurable)(?:ly)?$",
    r"(?:calms|soothes|cures|heals|relieves) any \w+",
)
_SPOTLESS = (
    r"(?:spotless|unblemished|impeccable|excellent|perfect|flawless|outstanding|"
    r"exemplary|untarnished|second to none|beyond (?:reproach|criticism|doubt))"
)
SAFE = (
    (
        r"safe(?:ly|st)?\b(?! (?:sex|water|drinking|hous\w+|distance|storage|"
        r"handling|side|disposal|stored|disposed|delivery|place|custody|assumption|"
        r"guess|margin|lead|conclusion|keeping|lifting|motherhood|upper|(?:dose|"
        r"level|limit|intake)s?\b|in the sense|to say (?:little|nothing)))"
    ),
    (
        r"(?:is|are) (?:\w+ )?not (?:\w+ )?(?:dangerous|harmful|unsafe|toxic|risky|"
        r"hazardous|addictive|poisonous)\b"
    ),
    (
        r"(?:not (?:in the (?:least|slightest)|remotely|at all|the least bit|in any "
        r"way)|by no means|in no way) (?:\w+ )?(?:dangerous|harmful|unsafe|toxic|risky|"
        r"hazardous)\b(?! (?:in|at|according)\b)"
    ),
    r"harmless(?:ly|ness)?\b(?! (?:looking|sounding|seeming))",
    r"innocuous",
    r"(?:risk|danger|fault) ?less(?:ly)?(?=$| and)",
    r"side ?effectless",
    r"(?:worry|care) ?free",
    (
        rf"(?<!bias )(?:(?<!risk of )bias|{HARM}) (?:\w+ )?(?:is|are|exists?) (?:only|"
        r"merely|purely|just) (?:on paper|in (?:theory|the (?:mind|head|books))|"
        r"imagin\w+|theoretical|a (?:matter of )?theor\w+|a tale|a rumour)\b"
    ),
    r"with impunity",
    r"non ?toxic\b(?! (?:dose|level|concentration))",
    (
        r"(?:no|zero|without|(?:free|devoid|rid|void|absence|lack|clear|exempt) "
        r"(?:of|from)|not (?:a|one) single|not the (?:slightest|least)|nil|0 percent|"
        r"lacks?|never (?:any|a)) (?:(?!information|statement|about|claim|data|"
        r"evidence|reports?|mention|stud|trials?|figures|without|reason|increase|"
        r"difference|change|rise|test|one\b|trial|way|search)\w+ "
        rf"){{0,3}}?{HARM}\b(?!{COUNTED})"
    ),
    (
        rf"{HARM} (?:(?:is|are) (?:(?!not)\w+ )?(?:zero|nil|non ?existent|absent|"
        rf"impossible|"
        r"unthinkable|inconceivable|out of the question|a myth|none|not (?:possible|"
        r"an issue|a concern|a worry))|(?:(?:of|for|from|to|with) (?:\w+ ){1,3}|\w+ )?"
        r"(?:do|does|can|will) (?:\w+ )?not "
        r"(?:\w+ )?(?:occur|happen|exist|arise))"
    ),
    (
        rf"{HARM} (?:can|may|could) (?:now )?(?:be )?(?:\w+ )?(?:excluded|ruled out|"
        r"dismissed|discounted|ignored|forgotten|neglected|put aside)\b(?! (?:only|"
        r"above|beyond|if))"
    ),
    (
        r"(?:risk|danger|harm|hazard|toxicity|side effects?|worry|trouble|error|fault|"
        r"mistake|complication) ?free\b(?! (?:days|survival|weeks|walking|interval|"
        r"time|period|months|at (?:week|month|year|day|the end|\d)))"
    ),
    r"(?:poses|carries|has|brings|presents) no (?:\w+ )?(?:threat|danger|hazard|peril)",
    r"does not (?:cause |do |have )?(?:any )?(?:harm|hurt|side effects)\b",
    r"(?:does|do|did|doing) no (?:\w+ )?harm",
    r"(?:harms?|hurts?|injures?) (?:nobody|no one)",
    r"(?:can|does|do|will) (?:simply )?no (?:wrong|damage)",
    (
        r"nothing (?:(?:bad|harmful|worse|dangerous|risky|unsafe|toxic|unsafe)\b|"
        r"(?:can|could|will) (?:go|happen)|happens?$)"
    ),
    r"nothing to (?:fear|worry|lose)",
    (
        r"(?:no|without|never a) (?:\w+ )?(?:need|reason|cause) (?:not to|(?:to|for) "
        r"(?:be (?:afraid|worried|concerned|scared|anxious)|worry|fear|concern|alarm|"
        r"hesitat\w+|caution))"
    ),
    r"no worries",
    (
        r"(?:removes?|abolish(?:es)?|ends?) (?:all |any |the |every )?(?:risks?|"
        r"dangers?)\b(?! of bias)"
    ),
    (
        r"no \w+ (?:can |will |could )?(?:survives?|withstands?|resists?|escapes?|"
        r"eludes?) (?:it|this)\b"
    ),
    r"never before\b",
    r"(?:stop|quit|cease|forget) worrying",
    (
        r"without (?:a |any |the slightest |having to )?(?:worry|worries|worrying|"
        r"fear|hesitation|qualms|second thoughts?|concern)\b"
    ),
    r"peace of mind",
    (
        r"(?:rules?|ruled|excludes?) out? ?(?:all|any|every|harms?|dangers?|side "
        r"effects)\b(?! (?:larger|greater|above|of more|beyond|over|bigger))"
    ),
    (
        r"(?:its|the|their|full|this) (?:\w+ )?safety (?:is|has been|was|stands) "
        r"(?:now |well |fully |firmly |long |thus |clearly |thoroughly "
        r")?(?:established|assured|confirmed|certain|shown|demonstrated|undisputed|"
        r"excellent|beyond|guaranteed|a fact|documented)"
    ),
    (
        r"(?:confirms?|establish(?:es)?|demonstrates?|shows?|assures?|underlines?|"
        r"attests?(?: to)?) (?:its|the|their|full|complete)? ?(?:\w+ )?safety\b(?! "
        r"(?:of blood|data|outcomes?|net|populations?|sets?|profile|events?|"
        r"signals?))"
    ),
    rf"{_SPOTLESS} safety",
    rf"safety (?:record|profile)s? (?:is|was|are|remains?) (?:\w+ )?{_SPOTLESS}",
    (
        r"safety (?:record|profile)s? (?:is |was |that )?(?:of|resembl\w+|equals?|"
        r"match\w+|like|identical to|no different from) (?:that of )?(?:an? )?(?:glass "
        r"of )?(?:water|placebos?|sugar|milk|sweets?|tea|air|food|bread)\b"
    ),
    (
        rf"(?:absence|lack|freedom|impossibility) (?:of|from) (?:(?:any|all|serious|"
        rf"lasting|long term) )?{HARM} (?:is|are|was|were|has been|stands?) (?:(?!not|"
        r"never|only|yet)\w+ )?(?:confirmed|shown|demonstrated|prove[nd]|established|"
        r"certain|beyond|assured|a fact|verified|undisputed)\b"
    ),
    (
        r"(?:at|for|with) no (?:cost|price|expense|sacrifice|penalty) (?:to|in|for) "
        r"(?:\w+ )?(?:health|safety|well ?being|body|heart|liver|kidneys|comfort|"
        r"quality)\b"
    ),
    r"safety (?:is|was) (?:not|no|never) (?:an? |the |any )?(?:issue|concern|worry)\b",
    r"clean bill of health",
    r"gentle enough for",
    r"as much as (?:you|one|they) (?:like|want|wish)",
    (
        r"(?:zero|no) (?:mortality|deaths? risk|bleeding risk)\b(?! (?:data|"
        r"difference|was|were|benefit))"
    ),
    r"no safer",
    r"(?:poses?|does|do) (?:\w+ )?no (?:harm|damage)",
    r"do any (?:harm|damage)",
    (
        r"(?:can|will|does|do) not (?:\w+ ){0,2}(?:do|cause) (?:\w+ ){0,2}(?:harm|"
        r"damage|hurt|problems)"
    ),
    r"can not be (?:\w+ )?(?:harmful|dangerous|toxic|unsafe|risky)",
    r"(?:zero|no|not the slightest) chance (?:of|that)\b",
    r"nothing to be (?:afraid|feared|scared|lost)",
    r"(?:perfectly|totally|completely|absolutely) (?:ok|okay|fine|secure|alright)\b",
    r"without (?:ever )?(?:harming|hurting|risking)",
    (
        r"(?:absolutely|completely|totally|entirely|wholly|perfectly|fully|utterly) "
        r"(?:non ?|un|in)(?:addictive|toxic|harmful|problematic|objectionable|"
        r"offensive|invasive)"
    ),
    r"free (?:of|from) (?:\w+ ){1,4}and (?:risk|harm|danger|side effects)",
    (
        r"(?:kind|gentle) (?:to|on|for) (?:\w+ )?(?:stomach|skin|body|heart|liver|"
        r"kidneys|\w+one|babies|children)"
    ),
    (
        r"(?:risks?|dangers?|harms?) (?:is|are) (?:(?!not)\w+ )?(?:negligible|minimal|"
        r"imaginary|theoretical|invented|fictitious|unreal|fiction|fantasy)\b"
    ),
    r"no (?:catch|strings|such thing as an? (?:bad|harmful|wrong|over)\w*)\b",
    r"(?:beyond|above) (?:all )?(?:reproach|suspicion|criticism)",
    r"(?:can|could) (?:only|just) (?:do|be) (?:\w+ )?(?:good|right|beneficial)",
    (
        r"(?:become|becomes|walks?|goes?|leaves?|lives?|all|completely|totally|"
        r"always|stays?|remains?|is|are) (?:\w+ ){0,2}?pain free\b(?! (?:days|"
        r"survival|weeks|walking|interval|time|period|months|at|range))"
    ),
    (
        r"(?:no|nothing|none) (?:\w+ ){0,3}?(?:speaks?|argues?|stands?|tells?) "
        r"(?:against|in the way)\b"
    ),
    (
        r"(?:over ?dos\w+|over ?do it|too much) (?:is|are|on it)? ?(?:impossible|not "
        r"possible|out of the question)"
    ),
    r"can not (?:over ?do|over ?dose|have too much|take too much|get too much)",
    r"no more (?:dangerous|harmful|risky|toxic) than\b",
    r"no (?:dose|amount|age|patient) is too \w+",
    (
        r"(?:only|nothing but) good\b(?! (?:quality|practice|trials|studies|data|"
        r"reasons?))"
    ),
    (
        r"(?:infections?|relapses?|failures?|pain|side effects?|danger|"
        r"complications?) (?:does|do|will) not (?:happen|occur|exist)\b"
    ),
    r"in (?:all|any|every)(?:one's)? hands?$",
    r"^only (?:benefits|advantages|upsides|winners)",
    r"(?:nobody|no one) (?:loses|is worse off)\b",
)
NO_EFFECT = (
    (
        r"(?<!line of )(?<!includes )(?<!include )(?<!including )(?<!crosses "
        r")(?<!holds )(?<!excludes )(?<!exclude )(?<!rule out )(?<!rules out "
        r")(?<!from )(?<!both )(?<!between )(?<!compatible with )(?<!consistent with "
        r")(?<!covers )(?<!contains )(?<!includes both )(?<!spans )(?<!spanning "
        r")(?<!covering )(?<!reaches )(?<!touches )(?<!to )(?<!near )(?<!little or "
        r")(?<!value of )(?<!towards )(?<!toward )(?<!and )(?:no|zero|without|"
        r"without any|not any|not the slightest|nil|devoid of) (?:(?:real|measurable|"
        r"true|clinical|beneficial|actual|meaningful|discernible|therapeutic|"
        r"conceivable|health|possible) )?(?:effects?|impact|influence|bearing|merit|"
        rf"efficacy|effectiveness|action|benefits?|value)\b(?!{COUNTED})"
    ),
    (
        r"(?:does|did) (?:absolutely |precisely |literally )?(?:nothing|zilch|nada|"
        r"zip|squat)\b"
    ),
    r"useless",
    r"worthless",
    r"whatsoever",
    r"pointless",
    r"futile",
    r"waste of (?:time|money)",
    rf"(?:is|are|{WHOLLY}) ineffective",
    rf"{WHOLLY} (?:useless|inert|powerless)",
    r"(?:not|never) (?:\w+ ){1,4}(?:in any way|in the slightest|one bit)",
    r"in no way (?:affect|change|help|influence|work|improve|alter)\w*",
    r"(?:does|do) not work\b(?! (?:for|in|on|as|equally|well|the same|better|out) )",
    r"(?:does|do|did) not do (?:anything|a thing|any good)\b",
    r"debunked",
    (
        r"(?:is|are|it|as|just|only|nothing but|but|of) (?:an? )?(?:\w+ )?(?:sham|"
        r"scam|con|fraud|rip ?off|humbug|fairy tales?|nonsense|rubbish|garbage|"
        r"swindle|hogwash|baloney|superstition|dead end|lie|lies|fabrication|fake)"
        r"(?: from \w+ to \w+)?$"
    ),
    (
        r"(?:achieves?|changes?|accomplish(?:es)?|brings?|helps?) (?:absolutely "
        r")?nothing\b"
    ),
    r"(?:helps?|benefits?|cures?|serves?) (?:absolutely )?(?:nobody|no one|none)",
    r"(?:is|was|been) (?:\w+ )?(?:refuted|disproved|disproven|discredited)\b",
    r"can not (?:possibly )?(?:work|help|have (?:any|an) (?:effect|benefit))\b",
    r"no earthly",
    (
        r"(?:zero|nil|not an ounce of|not a shred of|not a jot of) (?:\w+ "
        r")?(?:effects?|benefits?|value|use|efficacy|merit)\b"
    ),
    r"snake oil",
    r"quackery",
    r"bogus",
    r"hoax",
    r"(?:is|are) (?:just |only |nothing but )?a myth",
    r"(?:makes?|made) (?:absolutely )?no difference",
    r"of no use\b",
    r"no (?:benefit|use|value|good|help) at all",
    r"absolutely (?:no|nothing)\b(?! (?:data|evidence|trials?|stud|information))",
    (
        r"(?:does|do|did|has|have) not have (?:any|an) (?:\w+ )?(?:effect|impact|"
        r"influence|benefit)\b"
    ),
    rf"there is (?:\w+ )?no (?:real )?difference\b(?!{COUNTED})",
    r"(?:is|there is) (?:not|never) the (?:least|slightest|smallest) difference\b",
    r"no (?:\w+ )?difference (?:exists?|whatever|will ever|can ever)\b",
    (
        r"(?:is|are|works?|acts?) (?:exactly|precisely|perfectly|absolutely|"
        r"completely|totally|entirely) (?:as (?:good|bad|effective|well)|identical\w*|"
        r"equal\w*|equivalent|alike|interchangeable|the same)\b(?! (?:in (?:size|"
        r"colour|taste|look|appearance|shape|design)|as (?:in|before)|question|"
        r"outcome|data|trials?|patients|people|wording|words|figures?|numbers?|text))"
    ),
    r"(?:is|are) no better than\b",
    (
        r"(?:no|not an?|not even an?|not the) (?:\w+ )?(?:hair's? ?breadth|iota|jot|"
        r"sliver|whit|scrap|grain|ounce|trace|shade|scintilla|spark) (?:of|between|of "
        r"an?)\b(?! (?:blood|the drug|protein|virus|gluten|salt))"
    ),
    r"(?:really|simply|just|obviously|truly|actually) works",
    r"(?:does|do) not (?:\w+ ){1,5}(?:at all|in the least)\b",
    (
        r"(?:is|are) (?:just|only|merely|nothing but|no more than) (?:an? )?(?:\w+ "
        r")?placebos?$"
    ),
    r"(?:does|do) nothing$",
    r"all (?:\w+ )?(?:are|is) (?:just |mere )?(?:placebos?|poisons?|quackery)",
)
# Asked and answered, over the end of a clause: "Side effects? None."
