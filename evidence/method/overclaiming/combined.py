"""Overclaims of two parts: how much, and of what.

Neither "all" nor "recover" overclaims; "all recover" does. Each rule joins two classes
of words with a few words between them, so that it holds for words not thought of.
"""

from evidence.method.overclaiming.words import (
    BEFALLS,
    BLAME,
    COUNTED,
    DOUBT,
    ERROR,
    EVERY,
    GOOD,
    HARM,
    HELPED,
    HELPS,
    IF_NOT_STUDY,
    NOBODY,
    NONE,
    PEOPLE,
    RELIEF,
    SAYS,
    STUDIES,
    SUFFERS,
    TREATMENT,
    TROUBLE,
)

# Everybody is helped, nobody is failed.
OF_ALL = (
    (
        rf"{EVERY} (?:{IF_NOT_STUDY}\w+ ){{0,4}}?(?:{HELPS}|benefits?|gains|wins|"
        r"profits|recovers?|responds?|improves?|regains?|gets? (?:well|better)|"
        r"walks? (?:out|away)|returns? to (?:work|sport|health|normal)|loses? weight|"
        r"(?:is|are|be|become|becomes|made|makes?) (?:\w+ )?(?:cured|healed|helped|"
        r"well|healthy|better|healthier|safe|protected|pain free|free of))\b(?! in "
        r"(?:both|either))"
    ),
    (
        rf"{HELPS} (?!as\b)(?:{IF_NOT_STUDY}\w+ ){{0,4}}?(?:all|everyone|everybody|"
        r"every \w+|any ?(?:one|body|thing)|(?P<n>\d+) (?:from|in|out of|of) (?P=n)|"
        r"any (?!of)\w+)\b(?! (?:of (?:the )?\d|trials?|stud|cause|groups?|\d))"
    ),
    (
        rf"all (?:of (?:us|them|you) )?(?:who \w+ (?:it )?)?{HELPED}(?! in (?:both|"
        r"either))"
    ),
    (
        r"(?:(?:may|can|could|should|safely) (?:\w+ )?(?:combined|taken|used|given|"
        r"mixed|tolerated) (?:\w+ )?(?:with|by|to|for|in) (?:absolutely |just about "
        r")?(?:anything|anybody|anyone|everyone|everybody|everything|any \w+ (?:at "
        r"all|whatever)))"
    ),
    (
        rf"any {PEOPLE} (?:\w+ )?(?:may|can|could|should|will|must) (?!be (?:excl|"
        r"left))\w+"
    ),
    (
        rf"(?:{NONE}) (?:{IF_NOT_STUDY}\w+ ){{0,4}}?(?<!about )(?<!of )(?<!on )(?<!to "
        rf")(?<!expect )(?<!no )(?<!zero )(?<!without ){SUFFERS}\b(?! (?:was|were|in "
        r"the|during|until|because)\b)"
    ),
    (
        rf"{NONE} (?:(?!{SAYS}|{STUDIES})\w+ ){{0,6}}?(?:can|could|will|would|might|"
        r"may) (?:ever |possibly )?(?:hurts?|harms?|go wrong|fail|damage|kill|poison|"
        r"injure|disappoint|mislead|bias|suffer|beat|match|rival|equal)\b"
    ),
)
# None of what is bad; the bad that is over.
NO_TROUBLE = (
    (
        r"(?:no|zero|without|free (?:of|from)|devoid of|never (?:any|an?)) "
        rf"(?:{IF_NOT_STUDY}(?!one\b|about|data|evidence|reports?|information|"
        rf"difference|increase|change|reason)\w+ ){{0,3}}?{TROUBLE}\b(?!{COUNTED})"
    ),
    (
        rf"(?:{NOBODY}|no (?:woman|man|child|patient|person|user|baby|infant|one)) "
        rf"(?:(?:with|on|who|in|after|that|of|taking|using|under)(?: \w+){{1,4}} "
        rf")?{BEFALLS}\b"
    ),
    (
        rf"(?:no|zero|without|free (?:of|from)|(?:can|could|does|do|will) (?:not|"
        rf"never) "
        rf"(?:give|make|produce|yield|lead to|show|contain|excludes?)|excludes?|"
        rf"precludes?|rules? out) (?:(?:any|all|every|ever|further) )?{ERROR}\b"
        rf"(?!{COUNTED})(?! (?:in|at|by) (?:table|page|the (?:table|report|text)))"
    ),
    (
        rf"{ERROR} (?:is|are) (?:\w+ )?(?:impossible|excluded|ruled out|unthinkable|"
        r"inconceivable|not (?:possible|conceivable))\b"
    ),
    rf"{TROUBLE} there (?:is|are) (?:not|none)",
    (
        rf"(?<!risk of ){HARM} (?:of (?!bias)\w+ )?(?:vanish(?:es)?|disappears?|"
        r"evaporates?|melts? away|is (?:now )?gone)\b(?! (?:when|if|after|once|in|as|"
        r"with|on|by|where))"
    ),
    r"(?:is|are|now|become|becomes|made) history\b",
    (
        r"ends (?!in|at|on|with|after|before|when|there|here|of|up|too|early|by|that|"
        r"this|the (?!\w+$))\w+(?: \w+)?$"
    ),
    r"an? (?:end|stop) to (?:all |the |this |her |his |their )?\w+",
    (
        r"^(?:\w+ ){1,2}(?:sorted|solved|fixed|cured|gone|done with|over with|beaten|"
        r"healed)$"
    ),
    r"(?:say|said|saying|wave|kiss) (?:good ?bye|bye|adieu)",
    r"(?:will|shall) be (?:\w+ )?(?:gone|over|history|cured|healed|fine|well|free)\b",
    (
        r"(?:pain|symptoms?|disease|illness|it|trouble|they) (?:never|not ever) "
        r"(?:come|return|recur)\w*"
    ),
    (
        r"(?:risks?|pain|deaths?|mortality|danger|symptoms?|side effects|(?:infection|"
        r"relapse|failure|complication|recurrence)(?: rate)?s?)(?: \w+){0,5}? to "
        r"(?:nothing|zero|nil)\b"
    ),
    r"(?:is|are) (?:\w+ )?immune (?:to|against)\b",
    r"(?:does|do|will|can) not (?:ever )?(?:come back|return|recur|relapse)\b",
    r"(?:stands?|has|have|stood) (?:not a|no) chance",
    r"not stand a chance",
    rf"{RELIEF} (?:is|becomes|will be) (?:\w+ )?(?:total|absolute|perfect|full)\b",
    (
        rf"{RELIEF} (?:is|becomes|will be) (?:\w+ )?complete\b(?! (?:when|if|after|"
        rf"once|in))"
    ),
    (
        r"preclud(?:es?|ing) (?:\w+ ){0,2}?(?:disease|illness|infections?|cancer|"
        rf"tumours?|strokes?|attacks?|relapses?|deaths?|recurrences?|falls|{HARM})\b"
    ),
    (
        r"(?:is|are) (?:then |soon |again |thus |thereby )?(?:healed|repaired|restored|"
        r"regenerated|as good as new)\b(?! (?:by|in|at|when|if|on|with|as))"
    ),
    r"(?:failures?|harms?|side effects|relapses?|complications) (?:is|are) (?:not an "
    r"option|unknown|unheard of|impossible|out of)\b",
    (
        r"(?:the )?(?:opposite|contrary|reverse) of (?:\w+ )?(?:danger\w*|harm\w*|"
        r"risk\w*|unsafe|toxic|useless|ineffective)"
    ),
    (
        r"anything but (?:an? )?(?:\w+ )?(?:danger\w*|harm\w*|risk\w*|unsafe|toxic|"
        r"useless|ineffective)"
    ),
    (
        r"(?<!with )(?:cancer|disease|infection|diagnosis|pregnancy|stroke|"
        r"infarction|illness|tumour|relapse|chance|harm|danger) is (?:\w+ "
        r")?(?:excluded|ruled out)\b"
    ),
)
# No doubt is left, or only a fool has any.
NO_DOUBT = (
    (
        r"(?:considers?|regards?|treats?|deems?|takes?|accepts?|counts?) (?:\w+ ){1,4}?"
        r"(?:as )?(?:an? )?(?:\w+ )?(?:decided|settled|closed|established|solved|"
        r"facts?|gospel|truth|true|certain|certainty|beyond \w+)(?: \w+)?$"
    ),
    (
        r"(?:further|more|additional|other|new) (?:trials?|stud(?:y|ies)|research|"
        r"evidence|proof|testing|tests?) (?:is|are|would be|will be|seems?) (?:\w+ )?"
        r"(?:not (?:needed|necessary|required|called for)|un(?:needed|necessary|"
        r"called for)|superfluous|redundant|pointless|needless|a waste)\b"
    ),
    (
        rf"{NONE} (?:{IF_NOT_STUDY}\w+ ){{0,4}}?{DOUBT}\b(?! (?:was|were|is|whether|"
        r"on|about the|of (?:the|a) )\b)"
    ),
    (
        r"no (?:\w+ )?(?:possibility|chance|likelihood|prospect) (?:of|that|for) "
        rf"(?!{SAYS}|blind|mask|check)\w+"
    ),
    (
        r"(?:no|nothing|nobody|none) (?:\w+ ){0,3}?(?:will|can|could|would) (?:\w+ "
        r")?(?:change|alter|overturn|shake|reverse|undermine|contradict|overthrow|"
        r"topple)\b"
    ),
    (
        r"(?:nothing|no \w+|none) (?:\w+ ){0,2}?(?:open|unanswered|unresolved|"
        r"unsettled|to be desired|missing)$"
    ),
    rf"{NONE} (?:room|space|scope|place) (?:is )?(?:left )?(?:for|to)\b",
    rf"{DOUBT} (?:\w+ ){{0,6}}?{BLAME}\b",
    rf"{BLAME} (?:\w+ ){{0,4}}?{DOUBT}\b",
    (
        r"(?:chance|bias|error|confounding|coincidence|luck|flukes?|accident|placebo "
        r"effects?) (?:is|"
        r"are|was|can be|could be|has been|have been) (?:\w+ )?(?:impossible|"
        r"excluded|ruled out|eliminated|dismissed|discounted|out of the question)"
    ),
    (
        r"(?:bias|harm|damage|relapse|failure|overdose|error|confounding|addiction|"
        r"dependence|reactions?|injury) (?:is|are) (?:\w+ ){0,2}(?:impossible|"
        r"unthinkable|inconceivable)"
    ),
    (
        r"(?:clear|plain|sure|certain|safe|obvious|simple|true|solid|gentle|easy|"
        r"reliable|evident) (?:as|like) (?!in|placebo|possible|usual|before|shown|"
        r"reported|seen|a (?:comparator|control))(?:the |an? )?\w+"
    ),
    (
        r"(?:leaves?|left|gives?|gave) (?:\w+ )?no (?:other )?(?:choice|alternative|"
        r"option)"
    ),
    (
        r"(?:is|are) (?:not|never|no longer|beyond|above) (?:\w+ )?(?:in|open to|up "
        r"for|under) (?:\w+ )?(?:question|dispute|debate|doubt|discussion)"
    ),
    r"(?<!blinding )(?:is|are) out of the question",
    (
        r"(?:no|nothing|none)(?: \w+){0,4}? (?:can|could|would) (?:\w+ )?(?:explain|"
        r"account for)\b"
    ),
    (
        r"(?:no|without|any|not a moment's|never any) (?:\w+ )?(?:hesitation|qualms|"
        r"misgivings|reluctance)\b"
    ),
    r"(?:(?:is|are) unanimous|unanimously)\b",
    r"(?:clear|plain|unambiguous) (?:language|message|verdict)\b(?! (?:about|barrier))",
    (
        r"(?:message|answer|evidence|case) (?:\w+ ){0,2}not be (?:\w+ )?(?:plainer|"
        r"clearer|simpler|stronger)"
    ),
    r"(?:close|near) (?:to|as) (?:\w+ )?(?:certainty|certain|proof|perfect\w*)\b",
    r"no more (?:and|or|nor) no less",
    (
        r"(?:hardly|scarcely|barely|few|little|rarely|seldom|not much|not many) (?:\w+ "
        r"){0,5}?(?:as|so|more) (?:certain|sure|proven|safe|harmless|effective|solid|"
        r"established|clear|reliable|settled|well (?:proven|established|shown))"
        r"(?: as (?:this|it|here)| than (?:this|it))?$"
    ),
    rf"only (?:the |an? )?(?:\w+ )?{BLAME} (?:\w+ ){{0,3}}?(?:ask|want|need|wait|call|"
    r"demand|insist|deny|doubt|still|would|will|can|could)\w*\b",
    (
        r"(?:one|a single) (?:\w+ )?(?:conclusion|explanation|reading|answer|verdict) "
        r"(?:alone )?(?:is|remains) (?:possible|left|open)\b"
    ),
    (
        rf"(?:untrue|not true|a myth|a lie|nonsense) that (?:\w+ ){{1,3}}(?:{HARM}|"
        r"harms?|fails?|kills?|hurts?)\b"
    ),
    rf"{HARM} (?:is|are) (?:an? )?(?:myths?|lies?|fairy tales?|invented|inventions?)\b",
    (
        r"(?:no longer|not|hardly) (?:just |merely |only )?an? (?:matter|question) of "
        r"(?:opinion|debate|belief|faith|taste|luck|dispute|discussion|chance)\b"
    ),
    r"common ground (?:among|between|of|with)\b",
    (
        r"any other (?:reading|view|explanation|conclusion|interpretation|opinion|"
        r"belief) (?:is|would be) \w+"
    ),
    (
        r"(?:warnings?|precautions?|caution|monitoring|check ups?|further \w+) "
        r"(?:\w+ ){0,3}(?:is|are) (?:\w+ )?(?:superfluous|needless|unnecessary|"
        r"uncalled for)\b"
    ),
    (
        r"no (?:\w+ )?(?:warnings?|precautions?|caution|monitoring|care|supervision) "
        r"(?:is|are) (?:\w+ )?(?:warranted|needed|necessary|required|called for)\b"
    ),
    r"(?:interacts?|interferes?|clash(?:es)?) with (?:nothing|no (?!trial)\w+)\b",
    (
        r"(?:chance|bias|confounding|coincidence|luck|placebo) (?:plays?|played|has|"
        r"had) no (?:part|role|share|say|hand|place)\b"
    ),
    (
        r"not (?:possible|conceivable|thinkable|imaginable|credible) that (?:\w+ )"
        r"{1,6}(?:chance|bias|coincidence|luck|placebo|wrong|mistaken|fails?|harms?)\b"
    ),
    (
        r"(?:has|have|with) no (?:\w+ )?(?:limitations?|weakness(?:es)?|flaws?|"
        rf"shortcomings?|faults?)\b(?!{COUNTED})"
    ),
    r"(?:estimate|effect|figure|result) is (?:\w+ )?(?:exact|spot on|accurate to)\b",
    r"keeps? (?:its|their|his|her|this|that|the) (?:word|promises?)\b",
    (
        r"what (?:more|else) (?:is|can|could) (?:there|one|we|anyone) (?:to )?(?:say|"
        r"ask|want)"
    ),
    (
        r"(?:diagnosis|verdict|case|proof|result) (?:stands|is sealed)\b(?! (?:or|"
        r"until|if))"
    ),
    r"(?:the|all the) proof (?:we|you|one|anyone) (?:needs?|wants?)",
    r"(?:state|say|declare|affirm|stated) categorically",
    r"categorical(?:ly)?\b(?! (?:variables?|outcomes?|data|scale))",
)
# Said by one who vouches, advises or promises.
VOUCHED = (
    (
        r"^(?:please |so |just |do |simply )?(?:give|take|use|try|prescribe|"
        r"recommend|buy|choose|switch|stick|forget|trust|believe|insist|rely|enjoy|"
        r"feel)\b(?! (?:in|of|for|was|is|are|among|by|at|was|were|"
        r"to)\b)(?!.*\b(?:caution|care|account|mind|salt|only|note|granted)\b) (?!no "
        r")\w+"
    ),
    r"^(?:do )?(?:not|never) (?:let|worry|hesitate|fear|wait|listen|be|miss|doubt)\b",
    r"with (?:\w+ )?(?:confidence|assurance|peace)\b",
    (
        r"(?:should|ought to|must|needs? to|has to|have to) be (?:\w+ )?(?:given|"
        r"offered|taken|used|prescribed|standard|available|compulsory|mandatory|"
        r"routine|adopted|recommended|celebrated|believed|accepted|welcomed|rolled "
        r"out)\b"
    ),
    (
        r"(?:everyone|everybody|all|people|patients|they|women|men|doctors) (?:\w+ "
        r")?(?:should|must|ought to) (?:take|use|have|get|be on|start|try|give|"
        r"know)\b"
    ),
    r"(?:i|we) (?:\w+ )?(?:promise|swear|vouch|guarantee|bet|pledge|warrant)\b",
    r"believe (?:me|us)\b",
    (
        r"who (?:am i|are we|is anyone) to (?:\w+ )?(?:disagree|doubt|argue|object|"
        r"differ)\b"
    ),
    (
        r"(?:keeps?|fulfil(?:s|ls)?|honours?|redeems?|delivers?(?: on)?) (?:\w+ ){0,2}"
        r"promises?\b"
    ),
    (
        r"(?:does|do|delivers?|does just|brings) (?:exactly )?what (?:\w+ "
        r"){1,3}(?:promises?|says?)\b"
    ),
    r"(?:am|are|is) (?:\w+ ){0,2}convinced\b",
    r"not (?:taking|using|giving|prescribing|trying|offering) (?:it|this) (?:is|would)",
    r"(?:is|are|it|this|an?) (?:\w+ )?(?:must|must have)(?: for \w+| have)?$",
    r"a must\b",
    r"any (?:doctor|expert|scientist|physician|nurse|\w+) (?:will|can|would) \w+",
    (
        r"(?:people|patients?|they|he|she|one|everyone|everybody|nobody|customers|"
        r"women|men|users?|parents|mothers|children) (?:\w+ )?(?:deserves?|needs? to "
        r"(?:take|have|use|get))"
    ),
    (
        r"(?:millions|thousands|hundreds) (?:of \w+ ){0,2}(?:\w+ )?(?:can|swear|"
        r"trust|benefit|rely|know|love|agree)"
    ),
    (
        rf"(?:it|this|{TREATMENT}|{GOOD}|{PEOPLE}) will (?!take|need|require|not|"
        r"likely|have to)(?:\w+ )?(?!take|need|require|not|be |depend|vary|differ|"
        r"likely|remain|have to|also be)\w+"
    ),
)
# Above all others.
ABOVE_ALL = (
    (
        r"(?:the|its|this|is) (?:\w+ )?(?:best|safest|surest|finest|strongest|"
        r"gentlest|purest|most \w+) (?:\w+ )?(?:what|that|one|there|available|on "
        r"(?:the |earth)|in the world|known|ever|of all|thing)\b"
    ),
    (
        r"(?:nothing|none|no (?!trial|stud|evidence)\w+) (?:\w+ )?(?:stronger|"
        r"gentler|better|safer|milder|faster|surer|quicker|finer|purer|kinder|"
        r"simpler|healthier|beats|rivals|matches|compares|superior)\b"
    ),
    rf"(?:beats?|trumps?|outperforms?|superior to|ahead of|above) {EVERY}\b(?! (?:on|"
    rf"in|for|by|of|at|where|when|because|as)\b)",
    (
        r"(?:the )?(?:only|one|sole) (?:\w+ )?(?:thing|way|\w*cause|answer|reason|"
        r"hope|remedy|cure|solution|treatment) (?:that|of|for|to|is)\b"
    ),
    r"root causes?\b",
    (
        r"alone (?:explains?|accounts? for|causes?|(?:is|are) responsible|did (?:it|"
        r"this)|(?:brings?|brought) about|made|led to|produce[sd]?)\b"
    ),
    (
        r"(?:is|are|was|were) (?:due|owing|thanks|down|attributable) to (?!chance|bias|"
        r"regression|confounding|expectation|attention|time|season|age)(?:\w+ ){1,4}"
        r"alone\b"
    ),
    (
        r"(?:is|are|was|were) the (?:\w+ )?reason (?:that |why )?(?:the |these |those |"
        r"so many |more |many )?(?:\w+ )?(?:people|patients|women|men|children|adults|"
        r"they|survivors) (?:are|is|have|got|live|survive|recover|feel)\w*\b"
    ),
    (
        r"^(?!.*(?:disease|infection|sepsis|cancer|stroke|dose|left untreated))(?:\w+ )"
        r"{1,2}(?:is|are) (?:an? )?(?:deadly|lethal|poison(?:ous)?|killers?)$"
    ),
    (
        r"explains? (?:all|everything|every \w+|each \w+)\b(?! (?:of )?(?:the )?(?:"
        r"heterogeneity|variance|variation|differences? between))"
    ),
    (
        r"(?:(?<!comparator )(?<!reference )(?<!test )(?:is|are|remains?|be) "
        r"(?:\w+ )?the|^the|as the|a new) gold "
        r"standard\b(?! (?:test|reference|for diagnos))"
    ),
    r"in a (?:league|class) of (?:its|their) own",
    (
        r"(?:head and shoulders|streets|miles|light years|far|way) (?:above|ahead|"
        r"superior)"
    ),
    (
        r"(?:leaves?|puts?) (?:all |the |every )?(?:others?|rest|competit\w+|rivals?|"
        r"alternatives?)\b"
    ),
    r"unlike (?:any|anything|all)",
    (
        r"(?:no|nothing|none)(?: \w+){0,2} (?:is|are) (?:its|their|his|her) (?:equal|"
        r"match)\b"
    ),
    r"(?:in|to) every (?:home|household|family|cupboard|medicine chest|handbag)",
    (
        r"(?:all|entirely|solely|purely|only|wholly|exclusively) (?:thanks|due|owing|"
        r"down) to\b(?! (?:chance|bias|regression|the placebo|confounding|"
        r"expectation|attention))"
    ),
    (
        r"no (?:stronger|gentler|safer|milder|surer|purer|kinder|simpler|healthier|"
        r"finer|better|quicker|faster|more \w+) (?:way|treatment|drug|remedy|"
        r"medicine|method|means|therapy|option|choice|food|thing)\b"
    ),
    (
        r"nothing (?:\w+ ){0,3}?(?:as|so|more) (?:\w+ly )?(?:effective|good|certain|"
        r"safe|powerful|sure|reliable|well|gentle|helpful)\b"
    ),
    r"in (?:every|all|each) (?:single )?(?:way|respect|regard|sense)s?\b",
    (
        r"\w+est (?:\w+ ){1,2}(?:on (?:the |this )?(?:planet|earth|market)|in the "
        r"world|ever made|known to|of all time|there is$|around$)"
    ),
    (
        r"no (?!trial|stud|data|evidence|review|report)\w+ (?:is|are|works?|acts|"
        r"helps?) (?:more|better|safer|faster|as)\b"
    ),
)
COMBINED = (*OF_ALL, *NO_TROUBLE, *NO_DOUBT, *VOUCHED, *ABOVE_ALL)
