"""The ways in which words say more than evidence can hold, as patterns of plain text.

Each kind is a list of ways to put one idea, not of sentences. A pattern is matched as
whole words; what may stand before or after it in an honest use is said beside it.
"""

from __future__ import annotations

PEOPLE = (
    r"(?:people|persons?|patients?|women|men|adults?|children|babies|infants|users?|"
    r"humans?|individuals?|participants|volunteers|sufferers|of (?:us|them|you))"
)
_HARM = (
    r"(?:risks?|harms?|dangers?|hazards?|toxicity|downsides?|drawbacks?|pitfalls?|"
    r"complications|(?:side|adverse|unwanted|ill|harmful|negative|untoward|bad) "
    r"(?:drug )?(?:effects?|events?|reactions?|consequences|outcomes?)|"
    r"safety (?:concerns?|issues?|problems?|signals?|worries))"
)
_COUNTED = (  # what makes "no …" a count, or a word of something else
    r"(?: (?:was|were|is|are|has been|have been|had been|could be|can be|that))?"
    r"(?: (?:ever|then|yet|directly|formally))? "
    r"(?:reported|recorded|registered|measured|assessed|looked for|estimated|given|"
    r"stated|calculated|counted|collected|noted|observed|seen|found|occurred|happened|"
    r"arose|attributed|detected|judged|considered|deemed|thought|classified|rated|linked|described|documented|identified|shown|apparent|emerged|"
    r"estimates?|ratios?|differences?|of bias|data|figures|sizes?|measures?|tables?|"
    r"modification|modifiers?|scores?|factors?|groups?|calculator|in (?:either|both)|"
    r"outcome)\b"
)
_WHOLLY = (
    r"(?:perfectly|completely|totally|entirely|absolutely|fully|wholly|utterly|"
    r"thoroughly|altogether|100 percent|a hundred percent)"
)
_FULL = r"(?:complete|total|full|absolute|utter|perfect|entire)"
_RELIEF = (
    r"(?:protection|prevention|immunity|safety|reliability|effectiveness|efficacy|"
    r"success|relief|cure|elimination|eradication|recovery|healing|freedom|"
    r"restoration|peace)"
)
_UNIT = (
    r"(?:days?|nights?|mornings?|evenings?|weeks?|months?|years?|hours?|minutes?|"
    r"decades?|visits?|meals?|winters?|summers?|fortnight|session|cycle|dose)"
)
_NUMBER = (
    r"(?:\d+(?:st|nd|rd|th)?|two|three|four|five|six|seven|eight|nine|ten|twelve|other|"
    r"second|third|fourth|fifth|sixth|tenth|few|half)"
)
_HELPS = (
    r"(?:works?|effective|helps?|protects?|benefits?|suits?|suitable|prevents?|stops?|"
    r"removes?|treats?|heals?|good|right|ends?|ideal|fits|recommended)"
)

PROOF = (
    r"(?:dis)?prov(?:e|es|ed|en|ing|able|ably)\b"
    r"(?! (?:to be )?(?:too|difficult|hard|impossible|inconclusive|unreliable|wrong|"
    r"harder|slow|costly|unpopular|challenging)\b)"
    r"(?! (?:infections?|disease|cases?|diagnos\w+|tuberculosis|allergy|infarction|"
    r"asthma|deficiency|malaria|influenza|sepsis|stroke|pneumonia))",
    r"(?<!burden of )(?<!standard of )proofs?\b(?! (?:of concept|of principle|of "
    r"(?:purchase|age|identity|vaccination)|reading))",
    r"(?:conclusive|definitive|irrefutabl[ey]|undeniabl[ey]|indisputabl[ey]|"
    r"unquestionabl[ey]|incontrovertibl[ey]|incontestabl[ey]|unequivocal|unambiguous|"
    r"overwhelming|unassailabl[ey]|indubitabl[ey]|undisputed|unarguabl[ey]|"
    r"inarguabl[ey]|uncontested|unshak(?:e)?able|unmistakabl[ey]|unimpeachabl[ey]|"
    r"watertight|self evident|unanswerabl[ey])(?:ly)?",
    r"(?:without|beyond|past|outside) (?:(?:a|any|all|the|shadow|of|reasonable|"
    r"slightest|serious|further|possible) )*(?:doubts?|question|dispute|debate|"
    r"argument|reservations?)\b",
    r"(?:no|little|hardly any|scarcely any) (?:longer )?(?:(?:any|room for|real|"
    r"reasonable|possible|more|serious|further) )*(?:doubts?|dispute|debate|question)"
    r"\b(?! (?:was|were|is|in|on|about its dose) )",
    r"no (?:\w+ ){1,3}(?:can|could|will) (?:deny|doubt|dispute|question)\b",
    r"doubtless(?:ly)?|undoubted(?:ly)?|not in doubt|crystal clear|bar none|"
    r"no two ways about it|hands down|plain as day|goes? without saying|"
    r"make no mistake|mark (?:my|our) words|rest assured|no ifs|the jury is in",
    r"(?:nobody|no one|not) (?:can |could )?(?:be )?(?:deny|denied|doubts?|doubted|"
    r"disputes?|disputed)",
    r"(?:known|hard|simple|plain|medical|scientific|established|proven) "
    r"(?:facts?|truths?)|(?:is|are) (?:now )?(?:an?|the) (?:\w+ )?(?:fact|truth)\b"
    r"(?! that limits)|for a fact\b|(?:is|as) (?:simply |just |absolutely |plainly )?"
    r"(?:true|fact)$|scientific(?:ally)? (?:certain|certainty|validated|backed|"
    r"confirmed)|(?:backed|validated|confirmed|supported) by (?:hard )?science|"
    r"science backed|(?:the )?(?:final|last) word",
    r"(?:is|are|was|been|now|firmly|fully|clearly|well|long) "
    r"(?:now )?(?:firmly |fully |well |clearly |long |safely )?established\b"
    r"(?! (?:in|by|treatments?|outcome|instruments?|scales?|measures?|comparators?) )"
    r"(?! (?:treatments?|outcome|instruments?|scales?|measures?|comparators?)\b)",
    r"(?:clearly|plainly|conclusively|definitively|convincingly) (?:been )?"
    r"(?:shows?|shown|demonstrates?|demonstrated|establish\w*|confirm\w*|works?)",
    r"once and for all|cases? closed|ends? the (?:discussion|debate)|"
    r"settles? (?:the|this|that) (?:matter|question|debate|issue|case)|"
    r"(?:science|matter|question|debate|issue|case|book) is (?:now )?(?:settled|closed|"
    r"over|shut)|time and (?:time )?again",
    r"(?:evidence|science|data|verdict|answer|facts|result|results|case) "
    r"(?:is|are) (?:now |absolutely |very |abundantly |quite )?"
    r"(?:in|clear|obvious|irresistible|plain|decisive)(?: cut)?$|"
    r"(?:speaks? for (?:itself|themselves))",
    r"(?:no|needs? no|without) (?:further|more|additional) (?:trials?|stud(?:y|ies)|"
    r"research|evidence|proof|testing|tests?)(?: (?:is|are) (?:needed|required|"
    r"necessary|called for))?\b(?! (?:was|were|has|have|had|found|since|on|planned|is|"
    r"are|could|can)\b)",
    r"(?:we|doctors|experts|scientists|physicians|all|everyone|everybody|specialists) "
    r"(?:now |all |already )?(?:knows?|understand) (?:that|it|this|for)\b(?! (?:time|"
    r"point))|(?:experts|doctors|scientists) (?:all |unanimously )agree|common "
    r"knowledge",
    r"all (?:of )?(?:the )?(?:evidence|science|experts|doctors|studies|trials|data) "
    r"(?:agrees?|points?|confirms?|says?|shows?)\b(?! no)",
    r"known to (?:work|be (?:effective|safe)|help|heal)\b",
    r"decisive(?:ly)?$|(?:is|are) decisive|(?:can|could) (?:only|hardly) be (?:real|"
    r"clearer|"
    r"plainer|true)|no arguing|(?:science|evidence) has spoken|removes? (?:all|any) "
    r"(?:uncertainty|doubts?)",
    r"demonstrably|(?:is|are|now|been) (?:(?!not )\w+ )?settled\b(?! (?:by|in|on))|settled "
    r"(?:science|fact|matter)|(?:not|no longer) open to (?:\w+ )?(?:doubt|question|debate|dispute)|puts? (?:\w+ ){1,3}to (?:rest|bed)|(?:ends?|"
    r"dispels?|silences?) (?:all|any|every|the last) (?:doubts?|critics?|debate)|no \w+ "
    r"would (?:deny|doubt|dispute)|a matter of fact|known to (?:man|science|medicine)\b",
)
CERTAINTY = (
    r"guarant(?:ee|ees|eed|eeing|y)\b(?! (?:anonymity|confidentiality|access|income))|warranted to|assur(?:e|es|ed|edly)|"
    r"ensures? (?:that )?(?:you|people|every|patients|recovery|success|protection|"
    r"healing|full|complete|results|relief|a )",
    r"(?:definitely|certainly|surely)\b(?! (?:too|not|small|uncertain|limited|biased|"
    r"weak|insufficient|incomplete|low|did|do|does)\b)",
    r"inevitabl[ey]|unfailing(?:ly)?|infallibl[ey]|infallibility|invariabl[ey]|"
    r"without fail|for sure|with (?:absolute |complete |full )?certainty|"
    r"for certain(?! (?:\w+s|people)\b)",
    r"definite (?:benefits?|cure|effect|help|success|improvement|protection|answer)",
    r"(?<!make )(?<!made )(?<!making )(?:certain|sure|bound|destined) (?:to|that)\b|"
    r"(?:absolute|complete|full|total|mathematical|dead|entire|utter|every) "
    r"(?:certainty"
    r"|certain|confidence|sure)|(?:be|are|am|is|feel) (?:quite |very |absolutely |"
    r"completely |fully |virtually |practically |as good as )?(?:certain|sure|"
    r"confident "
    r"(?:that|in))\b|sure ?fire|sure thing|as certain as|(?:is|are) an? (?:\w+ )?"
    r"certainty|a (?:sure|safe) (?:way|cure|remedy|bet|sign|success)|no brainer|a "
    r"given$",
    r"(?:can|could|should|safely|fully) (?!not\b)(?:\w+ )?(?:rely|count|bank|depend) "
    r"(?:up)?on\b|"
    r"(?:rely|count|bank|depend) (?:up)?on (?:it|this|that|them)\b|"
    r"be (?:\w+ )?(?:relied|counted|depended) (?:up)?on\b|bet (?:your|my) (?:life|"
    r"house)|(?:can|may|should) (?:\w+ )?(?:trust|be trusted)|trust (?:it|this|the "
    r"(?:science|evidence|process|treatment))\b|take (?:it|that) to the bank",
    r"you (?:will|can|should|must|need|deserve|get|gain|lose|feel|are)\b|your\b|"
    r"yourself\b",
    r"(?<!trial )(?<!trials )(?<!study )(?<!studies )(?<!research )(?<!data )"
    r"(?<!results )(?<!review )(?<!evidence )will (?:\w+ )?(?:prevent|protect|stop|"
    r"save|"
    r"heal|improve|help|work|make|extend|lower|reduce|raise|benefit|recover|live|"
    r"remain|"
    r"stay|relieve|ease|clear|end|fix|treat|boost|strengthen|halt|reverse|restore|"
    r"bring|"
    r"last|keep you|disappear|vanish|succeed|be (?:cured|healed|helped|protected|"
    r"gone))",
    r"(?:can|could|does|do|did|will|would) not (?:\w+ )?(?:fail|go wrong|hurt|harm|"
    r"be wrong|do any harm)\b(?! (?:to )?(?:show|find|reach|meet|detect))|fail ?safe|"
    r"fool ?proof|bullet ?proof|(?:water|air) ?tight|iron ?clad|rock ?solid",
    r"impossible to (?:fail|catch|get|contract|develop|be)|"
    r"makes? (?:\w+ ){1,3}impossible\b(?! to )|"
    r"incapable of (?:\w+ )?(?:harm|harming|hurting|failing)",
    r"(?:reliably|dependably|assuredly|unerringly) (?:prevent|cure|work|lower|reduce|"
    r"stop|protect|heal|improve|relieve|help|eliminate|end|clear|restore|raise)\w*|"
    r"lets? (?:you|anyone|people|nobody|no one) down",
    r"(?:has|have|is|are) to (?:\w+ )?work\b|must (?:surely |certainly )?"
    r"(?:work|help|heal)\b|can only (?:help|improve|do good|benefit)",
    r"(?:works?|succeeds?|helps?|(?:is|are) effective)(?: \w+)? (?:every|each) "
    r"(?:\w+ )?time|like clockwork|without (?:ever|once) (?:failing|fail)|"
    r"(?<!to )works?(?: \w+)?(?=$| period$| full stop$)",
    r"(?:is|are|becomes?|makes?) (?:\w+ )?impossible$|does the trick|"
    r"can not possibly\b|(?:effect|benefit|success|relief) is (?:\w+ )?a? ?certainty",
    r"(?:no|under no|are no|is no) (?:circumstances?|way) (?:\w+ ){0,3}(?:fails?|harms?|hurts?)|"
    r"(?:is|are) (?:\w+ )?(?:ensured|secured)\b|stake (?:my|our|his|her) \w+|swears? by|"
    r"(?:already|now|all but|long) certain$|nothing to (?:chance|be desired)|can not be "
    r"(?:\w+ )?(?:beaten|bettered|wrong|overstated|topped)|"
    r"(?:recurrence|relapse|failure|infection|addiction|overdose|disease) is (?:now )?"
    r"(?:ruled out|excluded|out of the question)",
)
UNIVERSAL = (
    r"(?<!who )(?<!as )always\b(?! (?:users?|takers?|wearers?|smokers?))|at all times|"
    r"all of the time|(?:no|without) (?:a single |an? |any )?exceptions?|"
    r"universal(?:ly)?\b(?! (?:health|screening|coverage|precautions|access|donor|"
    r"vaccination|programmes?|testing|definition))|across the board|"
    r"no matter (?:who|how|what)|one size fits all|whole family",
    r"(?<!who )(?<!who had )(?<!who have )(?<!who has )(?<!had )never\b"
    r"(?! (?:smok|us(?:ed|ers?)|drink|drank|marri|treat|vaccin|expos|tak|receiv|pregn|"
    r"medic|oper|diagnos|screen|test|stud|measur|publish|replic|report|examin|compar|"
    r"assess|shown|establish|demonstrat|confirm|regist|randomi|look|ask|blind|prov|"
    r"reach|met|recruit|includ|explain|adjust|account|follow|"
    r"been (?!known)|before|enter|finish|complet|appear|done|tried|pool|describ|"
    r"state|specif|report))",
    rf"every\b(?! (?:{_NUMBER} )?{_UNIT}\b)(?! {_NUMBER} )(?! effort)",
    r"every ?(?:body|one|where|thing)\b(?! else)",
    r"any ?(?:body|one) (?:can|will|who|benefits?|at all|should|may)|"
    r"(?:for|helps?|in|suits?|protects?|by|cures?) (?:just |literally )?any ?(?:body|"
    r"one)"
    r"\b",
    rf"{_HELPS} (?:for |in |on |against |of |to )?(?:virtually |practically |"
    rf"literally |"
    r"absolutely |just about )?(?:all|each and every|any)\b(?! (?:of )?\d)",
    rf"all {PEOPLE} (?:who take it )?(?:benefit|improve|recover|respond|can|will|"
    r"should|are (?:helped|protected|better|cured|safe))|in all (?:cases|circumstances|"
    r"people|patients)|for all (?:people|ages|skin)|at (?:all|any) ages?\b|"
    r"each (?:and every )?(?:patient|person|user) (?:benefits|recovers|improves|"
    r"responds|will|can)\b",
    r"(?:nobody|no one|no (?:patient|person|user|woman|man|child|adult)s?) (?:who \w+ "
    r"(?:it )?)?(?:ever|will|can|could|needs?|gets?|fails?|relapses?|is harmed|"
    r"suffers?|"
    r"has anything|has to)\b(?! (?:guarantee|say|tell|know|prove|rule|exclude|yet|now|"
    r"predict|judge|expect|be (?:sure|certain|blinded|excluded)))|"
    r"none of (?:the |them )?(?!trials|studies)(?:\w+ )?(?:will|can|ever)\b",
    r"(?<!to )(?<!and )(?<!\d )(?:100|1oo|hundred) ?percent\b"
    r"(?! (?:stacked|scale|oxygen|juice|cotton|humidity|nitrogen|ethanol|fruit|"
    r"confidence interval))|"
    r"(?:100|10|ten) (?:out )?of (?:100|10|ten)\b",
    r"(?:lasts? |works? |gone |cured |well |back |it |them |\w+s? )?"
    r"(?:forever|for ever\b)|(?:gone|cured?|cures|ends?|stops?|of \w+|away|healed|"
    r"fixe[sd]"
    r"|solved?|well) for (?:good\b(?! (?:reasons?|measure|practice))|life\b)|"
    r"permanent(?:ly)? (?:cure|gone|relief|solution|solves?|results?|removes?|ends?|"
    r"fix|"
    r"protection|protects|heals?|cures?|stops?|erases?)|life ?long (?:cure|protection|"
    r"relief|immunity)",
    r"(?:fails?|harm(?:s|ful to)?|hurts?|disappoints?) (?:no one|nobody|none)|(?:nobody|no one) "
    r"(?:dies|falls ill|relapses|catches|suffers)|(?:patients|people) (?:\w+ ){0,3}"
    r"do not (?:relapse|die|fall ill|get ill|get sick)\b|no \w+ has ever been",
    r"(?:a |one )?hundred (?:out )?of (?:a |every |one )?hundred|all (?:who|those who|of "
    r"those|of them) (?:\w+ ){0,4}(?:recover|improve|benefit|respond|get better|are "
    r"(?:cured|healed|helped))\b|whoever (?:takes|uses|tries)|for all time|eternal(?:ly)?|"
    r"everlasting|each and every",
)
CURE = (
    r"cur(?:e|es|ed|ing|ative|eall)\b(?! (?:rates?|models?|fraction|meat|ham))",
    r"(?:eliminat|eradicat|abolish|banish|vanquish|annihilat|obliterat|conquer|eras)"
    r"(?:e|es|ed|ing|s)?\b(?! (?:bias|confounding|duplicates?|from|half life))|"
    r"(?:wipes?|wiped|stamps?|stamped) out|(?:gets?|got|rids?) (?:you |people |them )?"
    r"(?:rid )?of (?:it|all|the|\w+ (?:for|once|complete|entire))|"
    r"(?:disappears?|vanish(?:es)?|gone|ends?) (?:\w+ ){0,2}(?:completely|entirely)|"
    r"makes? (?:\w+ ){1,3}(?:vanish|disappear|go away)|(?:melts?|dissolves?) (?:\w+ )?"
    r"away|a thing of the past|(?:defeats?|beats?) (?:the )?(?:cancer|disease|"
    r"infection|"
    r"diabetes|illness)|knocks? out|dead in (?:its|their) tracks",
    r"(?:puts?|putting) (?:an end|a stop|paid) to|(?:say|said|wave|kiss) (?:good ?bye|"
    r"farewell) to|farewell to|(?:brings?|bringing) (?:\w+ ){1,3}to an end|"
    r"^no more \w+(?: \w+)?$|fixes\b|"
    rf"{_FULL}(?:ly)? (?:\w+ )?{_RELIEF}\b|restores? (?:\w+ )?(?:full|complete|"
    rf"perfect)",
    r"miracles?|miraculous(?:ly)?|panacea|magic(?:al)?(?:ly)?|wonder (?:drug|cure|"
    r"pill)|"
    r"silver bullet|magic bullet|flawless(?:ly)?|works? wonders|like a (?:charm|dream)|"
    r"holy grail|elixir|game ?changer|life ?changing|break ?through|revolution(?:ary|"
    r"ises?|izes?)|ultimate\b(?! (?:outcome|end ?point|aim|goal|cause))|antidote to|"
    r"(?:the|an) answer to (?!this|that|the question|our)",
    r"unbeatable|unrivall?ed|unsurpassed|unmatched|unparalleled|unequall?ed|peerless|"
    r"second to none|no better \w+ (?:on|in|anywhere|than|exists?|to be|could|can)\b|best in class|world class|number one\b|the one and only|"
    r"the (?:best|only|one|perfect) (?:treatment|medicine|drug|remedy|therapy|choice|"
    r"option|cure|solution|thing|way)(?: (?:you|that|there|anyone|for)\b)|"
    r"the best (?:treatment|medicine|drug|remedy|therapy|choice|option)|"
    r"better than (?:any|all|every|everything|anything)|superior to (?:any|all|every)|"
    r"nothing (?:works|helps|is|comes|compares|beats) (?:better|close|near|so|quite|"
    r"it)?|no other (?:\w+ )?(?:comes close|compares|works|can match|matches|rivals?)",
    r"amazing(?:ly)?|incredibl[ey]|astonishing(?:ly)?|astounding(?:ly)?|"
    r"spectacular(?:ly)?"
    r"|sensational(?:ly)?|phenomenal(?:ly)?|unbelievabl[ey]|stunning(?:ly)?|"
    r"superb(?:ly)?|"
    r"fantastic(?:ally)?|marvell?ous(?:ly)?",
    r"perfect(?:ly|ion)?\b(?! (?:match|balanc|adheren|complian|blind|agree|correl|"
    r"follow|measure|test|way|knowledge|information))",
    rf"{_WHOLLY} (?:\w+ )?(?:effective|protects?|prevents?|reliable|works?|stops?|"
    r"protected|prevented|gone|heals?|healed|reverses?|reversed|immune|removes?|"
    r"benign|natural|well tolerated|non ?toxic|clears?|resolves?|relieves?|cures?)|"
    r"(?:prevents?|protects?|stops?|heals?|reverses?|clears?|resolves?|relieves?|"
    r"works?) "
    rf"(?:\w+ ){{0,3}}{_WHOLLY}\b",
    r"(?:world's|world) most|nothing else (?:\w+ )?(?:comes|works|compares|helps)|"
    r"permanent (?:and \w+ )?(?:results?|relief)|instant (?:\w+ ){0,3}(?:results?|"
    r"relief|"
    r"cure)|the secret (?:of|to)|the answer to\b(?! this| that| the question)",
    r"the (?:most (?:powerful|effective|potent|reliable|successful|advanced)|strongest|"
    r"surest|finest|greatest) (?:\w+ ){0,2}(?:agent|treatment|remedy|drug|cure|product|"
    r"solution|medicine|therapy|way|method|choice|vaccine)\b(?! (?:was|were|in the)\b)|"
    r"heals? (?:everything|anything|all|any)|frees? (?:you|people|patients) (?:of|from)",
)
SAFE = (
    r"safe(?:ly|st)?\b(?! (?:sex|water|drinking|hous\w+|distance|storage|handling|"
    r"side|disposal|stored|disposed|delivery))",
    r"harmless(?:ly|ness)?|innocuous|riskless|dangerless|side ?effectless|"
    r"(?:worry|care) ?free|with impunity|non ?toxic\b(?! (?:dose|level|concentration))",
    r"(?:no|zero|without|(?:free|devoid|rid|void|absence|lack|clear|exempt) "
    r"(?:of|from)|not (?:a|one) single|nil|0 percent|lacks?|never (?:any|a)) "
    r"(?:(?!information|data|evidence|reports?|mention|stud|trials?|figures|increase|"
    r"difference|change|rise|test|one\b|trial|way|search)\w+ ){0,3}?"
    rf"{_HARM}\b(?!{_COUNTED})",
    rf"{_HARM} (?:(?:is|are) (?:\w+ )?(?:zero|nil|non ?existent|absent|impossible|out "
    rf"of "
    r"the question|a myth|none|not (?:possible|an issue|a concern|a worry))|(?:\w+ )?(?:do|does|can|will) (?:\w+ )?not (?:\w+ )?(?:occur|happen|exist|arise))",
    rf"{_HARM} (?:can|may|could) (?:now )?(?:be )?(?:\w+ )?(?:excluded|ruled out|"
    r"dismissed|discounted|ignored|forgotten|neglected|put aside)\b"
    r"(?! (?:only|above|beyond|if))",
    r"(?:risk|danger|harm|hazard|toxicity|side effects?|worry|trouble|complication|"
    r"pain) free\b(?! (?:days|survival|weeks|walking|interval|time|period|months|at))|"
    r"(?:poses|carries|has|brings|presents) no (?:\w+ )?(?:threat|danger|hazard|peril)",
    r"does not (?:cause |do |have )?(?:any )?(?:harm|hurt|side effects)\b|"
    r"(?:does|do|did|doing) no (?:\w+ )?harm|(?:harms?|hurts?|injures?) (?:nobody|no "
    r"one)"
    r"|(?:can|does|do|will) (?:simply )?no (?:wrong|damage)",
    r"nothing (?:(?:bad|harmful|worse|dangerous|risky|unsafe|toxic|unsafe)\b|(?:can|"
    r"could|will) (?:go|happen))|nothing to (?:fear|worry|lose)|(?:no|without|never a) "
    r"(?:\w+ )?(?:need|reason|cause) (?:not to|(?:to|for) (?:worry|fear|concern|alarm|"
    r"hesitat\w+|caution))|no worries|"
    r"without (?:a |any |the slightest |having to )?(?:worry|worries|worrying|fear|"
    r"hesitation|qualms|second thoughts?|concern)\b|peace of mind",
    r"(?:rules?|ruled|excludes?) out? ?(?:all|any|every|harms?|dangers?|side effects)\b"
    r"(?! (?:larger|greater|above|of more|beyond|over|bigger))",
    r"(?:its|the|their|full|this) (?:\w+ )?safety (?:is|has been|was|stands) (?:now |"
    r"well "
    r"|fully |firmly |long |thus |clearly |thoroughly )?(?:established|assured|"
    r"confirmed|"
    r"certain|shown|demonstrated|undisputed|excellent|beyond|guaranteed|a fact|"
    r"documented)|(?:confirms?|establish(?:es)?|demonstrates?|shows?|assures?|"
    r"underlines?|attests?(?: to)?) (?:its|the|their|full|complete)? ?(?:\w+ )?safety\b"
    r"(?! (?:of blood|data|outcomes?|net|populations?|sets?|profile|events?|signals?))|"
    r"(?:spotless|unblemished|impeccable|excellent|perfect) safety|clean bill of "
    r"health|"
    r"gentle enough for|as much as (?:you|one|they) (?:like|want|wish)",
    r"(?:zero|no) (?:mortality|deaths? risk|bleeding risk)\b(?! (?:data|difference|"
    r"was|were|benefit))|no safer|(?:poses?|does|do) (?:\w+ )?no (?:harm|damage)|"
    r"do any (?:harm|damage)",
    r"(?:can|will|does|do) not (?:\w+ ){0,2}(?:do|cause) (?:\w+ ){0,2}(?:harm|damage|"
    r"hurt|problems)|can not be (?:\w+ )?(?:harmful|dangerous|toxic|unsafe|risky)|"
    r"(?:zero|no|not the slightest) chance (?:of|that)\b|nothing to be (?:afraid|feared|"
    r"scared)|(?:perfectly|totally|completely|absolutely) (?:ok|okay|fine|secure|"
    r"alright)\b|without (?:ever )?(?:harming|hurting|risking)",
)
NO_EFFECT = (
    r"(?<!line of )(?<!includes )(?<!include )(?<!including )(?<!crosses )(?<!holds )"
    r"(?<!excludes )(?<!exclude )(?<!rule out )(?<!rules out )(?<!from )(?<!both )"
    r"(?<!between )(?<!compatible with )(?<!consistent with )(?<!covers )(?<!contains )"
    r"(?<!includes both )(?<!spans )(?<!spanning )(?<!covering )(?<!reaches "
    r")(?<!touches )"
    r"(?<!little to )(?<!little or )(?<!value of )(?<!towards )(?<!toward )(?<!and )"
    r"(?:no|zero|without|without any|not any|not the slightest|nil|devoid of) "
    r"(?:(?:real|measurable|true|clinical|beneficial|actual|meaningful|discernible|"
    r"therapeutic|conceivable|health|possible) )?"
    rf"(?:effects?|impact|influence|bearing|merit|efficacy|effectiveness|action|"
    rf"benefits?|value)\b(?!{_COUNTED})",
    r"(?:does|did) (?:absolutely |precisely |literally )?(?:nothing|zilch|nada|zip|"
    r"squat)\b|useless|worthless|whatsoever|pointless|futile|waste of (?:time|money)|"
    rf"(?:is|are|{_WHOLLY}) ineffective|{_WHOLLY} (?:useless|inert|powerless)|"
    r"(?:not|never) (?:\w+ ){1,4}(?:in any way|in the slightest|one bit)|in no way "
    r"(?:affect|change|help|influence|work|improve|alter)\w*|"
    r"(?:does|do) not work\b(?! (?:for|in|on|as|equally|well|the same|better|out) )|"
    r"(?:does|do|did) not do (?:anything|a thing|any good)\b|debunked|snake oil|"
    r"quackery|"
    r"bogus|hoax|(?:is|are) (?:just |only |nothing but )?a myth|"
    r"(?:makes?|made) (?:absolutely )?no difference|of no use\b|"
    r"no (?:benefit|use|value|good|help) at all|absolutely (?:no|nothing)\b|"
    r"(?:does|do|did|has|have) not have (?:any|an) (?:\w+ )?"
    r"(?:effect|impact|influence|benefit)\b|there is (?:\w+ )?no (?:real )?difference\b"
    rf"(?!{_COUNTED})|(?:is|are) no better than\b",
    r"(?:really|simply|just|obviously|truly|actually) works",
    r"(?:does|do) not (?:\w+ ){1,5}(?:at all|in the least)\b|(?:is|are) (?:just|only|"
    r"merely|nothing but|no more than) (?:an? )?(?:\w+ )?placebos?$",
)
# Asked and answered, over the end of a clause: "Side effects? None."
ANSWERED = rf"{_HARM} (?:\? )?\| (?:none|zero|nil|never|not (?:a|one) single|absolutely none)\b"
KINDS = {
    "proof": PROOF,
    "certainty": CERTAINTY,
    "universal": UNIVERSAL,
    "cure": CURE,
    "safe": SAFE,
    "no_effect": NO_EFFECT,
}
