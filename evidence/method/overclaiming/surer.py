"""Ways to say it more surely than evidence can.

Each line is one way to put it, not a sentence, and is matched as whole words in plain
text; what may stand before or after it in an honest use is said beside it.
"""

from evidence.method.overclaiming.words import (
    FAILS,
    FINDING,
    HARM,
    SAYS,
)

PROOF = (
    (
        r"(?:dis)?prov(?:e|es|ed|en|ing|able|ably)\b(?! (?:to be )?(?:too|little|"
        r"nothing|neither|difficult|hard|impossible|inconclusive|unreliable|wrong|"
        r"harder|slow|costly|unpopular|challenging)\b)(?! (?:infections?|disease|"
        r"cases?|diagnos\w+|tuberculosis|allergy|infarction|asthma|deficiency|"
        r"malaria|influenza|sepsis|stroke|pneumonia))(?! by (?:blood|culture|biops|"
        r"pcr|swab|autopsy|histolog|x ray|scan|test)\w*)(?! (?:and|or) (?:suspected|"
        r"probable|possible|unproven|clinical))"
    ),
    (
        r"(?<!burden of )(?<!standard of )proofs?\b(?! (?:of concept|of principle|of "
        r"(?:purchase|age|identity|vaccination)|reading|offered|cited|claimed))"
    ),
    (
        r"(?:conclusive|definitive|irrefutabl[ey]|undeniabl[ey]|indisputabl[ey]|"
        r"unquestionabl[ey]|incontrovertibl[ey]|incontestabl[ey]|unequivocal|"
        r"unambiguous|overwhelming|unassailabl[ey]|indubitabl[ey]|undisputed|"
        r"unarguabl[ey]|inarguabl[ey]|uncontested|unshak(?:e)?able|unmistakabl[ey]|"
        r"unimpeachabl[ey]|watertight|self evident|unanswerabl[ey])(?:ly)?"
    ),
    (
        r"(?:without|beyond|past|outside) (?:(?:a|any|all|the|shadow|of|reasonable|"
        r"slightest|serious|further|possible) )*(?:doubts?|question|dispute|debate|"
        r"argument|reservations?|objections?|contradiction|criticism|challenge)\b"
        r"(?! (?:about|over|as to) (?:the|its|their) (?:"
        r"diagnos|dose|allocation|identity|data|date|consent))"
    ),
    (
        r"(?:no|little|hardly any|scarcely any) (?:longer )?(?:(?:any|room for|real|"
        r"reasonable|possible|more|serious|further) )*(?:doubts?|dispute|debate|"
        r"question)\b(?! (?:was|were|is|in|on|of \w+ (?:was|were)|about (?:the|its|"
        r"their) (?:diagnos|"
        r"dose|allocation|identity|data|date)))"
    ),
    r"no (?:\w+ ){1,3}(?:can|could|will) (?:deny|doubt|dispute|question)\b",
    r"no (?:\w+ ){1,3}(?:\w+ )?(?:show|say|find|think) otherwise",
    (
        r"(?:can|could|will|would) (?:not|never|no longer|hardly) be (?:\w+ )?(?:"
        r"overturned|overthrown|refuted|shaken|challenged|contested|reversed|faulted|"
        r"bettered|improved (?:on|upon)|argued with|gainsaid|ignored|explained away)\b"
        r"(?! (?:from|with|by) (?:this|these|the|so|such|a) )"
    ),
    (
        r"there (?:can|could) (?:not|never) be (?:an?|any|the slightest) (?:\w+ )?(?:"
        r"link|connection|relation(?:ship)?|association|effect|benefit|harm|risk|"
        r"danger|doubt|question|explanation|cause|reason|failure|mistake|error)\b"
    ),
    (
        r"(?:can|could) (?:not|never|hardly) (?:just |merely |simply |all |possibly )?"
        r"be (?:an? )?(?:mere |pure )?(?:chance|coincidence|accident|fluke|luck)\b"
    ),
    (
        r"(?:counts?|counted|passes|stands?|regarded|considered|taken|seen|treated|"
        r"ranks?) (?:now |thus |hereby )?(?:as |for |to be )?(?:now |thus |fully |"
        r"well )?(?:proven|secured|settled|certain|established|assured|confirmed|"
        r"beyond \w+)\b(?! (?:by|in|if|when|only|cases?|treatments?|outcome))"
    ),
    (
        r"(?:doubting|denying|questioning|disputing|rejecting|contradicting) (?:this|"
        r"it|that|them|the \w+) (?:is|would be|means)\b"
    ),
    (
        r"(?:every|all|each|any) (?:\w+ )?(?:stud(?:y|ies)|trials?|reviews?|"
        r"experiments?|investigations?|tests?) (?:that was )?(?:ever |so far |to date )"
        r"(?:\w+ )?"
        r"(?:agrees?|confirms?|says?|points?|shows?|proves?|finds?|found|supports?)\b"
    ),
    (
        r"(?:do(?:es)? not|never) want (?:you|us|anyone|people|patients) to (?:know|"
        r"find|learn|hear|see)\b"
    ),
    r"(?:hide|hides|hid|hidden|suppress(?:es|ed)?|conceals?) (?:this|it|the truth)\b",
    (
        r"(?:fears?|worr(?:y|ies)|doubts?|concerns?|objections?)(?: \w+){0,5}? "
        r"(?:is|are) (?:\w+ )?(?:groundless|unfounded|baseless|unjustified|needless|"
        r"misplaced)\b"
    ),
    (
        r"(?:infections?|relapses?|failures?|side effects|accidents?|reactions?|harm|"
        r"deaths?)(?: \w+){0,3}? (?:is|are) not (?:\w+ )?(?:possible|conceivable)\b"
    ),
    r"without (?:remainder|residue|exceptions?|remission)\b",
    r"needs? (?:have|feel) no (?:\w+ )?(?:fears?|concerns?|worry|worries|doubts?)\b",
    r"not be explained (?:in any other way|otherwise|by anything else)\b",
    r"belongs? to the past\b",
    (
        r"(?:disease|illness|pain|virus|germ|cancer) is (?:\w+ )?(?:extinct|defeated|"
        r"dead)\b"
    ),
    (
        r"(?:how|why) any ?(?:one|body) (?:can|could|would|should|still) (?:\w+ )"
        r"{1,6}(?:is|remains) (?:\w+ )?(?:a mystery|a riddle|beyond|hard to|"
        r"impossible to|incomprehensible|puzzling|baffling)\b"
    ),
    (
        r"(?:rightly|justly|deservedly|not for nothing) (?:be )?(?:called|named|"
        r"dubbed) \w+"
    ),
    r"in (?:each|every) (?:patient|person|user|woman|man|child|case)\b",
    (
        r"(?:can|could|will|does|do|is|are) not (?:\w+ )?not (?:be )?(?:work|help|"
        r"benefit|heal|protect|succeed|effective|safe|true|right)\b"
    ),
    (
        r"not (?:the case|true|so|possible|conceivable) that (?:\w+ ){1,4}?(?:not|"
        r"never|fails? to) (?:\w+ )?(?:work|help|benefit|heal|protect|be)\b"
    ),
    (
        r"(?:the|its|this) (?:\w+ )?causes? (?:is|are|has been|have been|was) (?:now |"
        r"finally |thus |thereby )?(?:found|known|clear|identified|established|proven|"
        r"settled|certain)\b(?! (?:in|for|by|only))"
    ),
    r"(?:and )?nothing (?:but|other than) (?:this|that|it|the \w+|\w+)$",
    r"as (?:night follows day|day follows night|surely as|sure as)\b",
    r"like clockwork",
    (
        r"(?:nobody|no one|none|can not|could not) (?:\w+ ){0,7}?be (?:in two minds|"
        r"of (?:two minds|another opinion|a different opinion))\b"
    ),
    (
        r"(?:anything|everything|all|whatever) (?:else|different|other|less) (?:is|"
        r"would be|was) (?:\w+ )?(?:lies?|denial|false|madness|folly|nonsense|dis"
        r"honest|absurd|wrong|untrue|fiction|superstition|wishful)\b"
    ),
    rf"not as (?:if|though) (?:\w+ ){{1,3}}?(?:any|a|the slightest) {HARM}\b",
    r"doubtless(?:ly)?",
    r"undoubted(?:ly)?",
    r"not in doubt",
    r"crystal clear",
    r"bar none",
    r"no two ways about it",
    r"hands down",
    r"plain as day",
    r"goes? without saying",
    r"make no mistake",
    r"mark (?:my|our) words",
    r"rest assured",
    r"no ifs",
    r"the jury is in",
    (
        r"(?:nobody|no one|not) (?:can |could )?(?:be )?(?:deny|denied|doubts?|"
        r"doubted|disputes?|disputed)"
    ),
    (
        r"(?:known|hard|simple|plain|medical|scientific|established|proven) "
        r"(?:facts?|truths?)"
    ),
    r"(?:is|are) (?:now )?(?:an?|the) (?:\w+ )?(?:fact|truth)\b(?! that limits)",
    r"for a fact\b",
    r"(?:is|as) (?:simply |just |absolutely |plainly )?(?:true|fact)$",
    r"scientific(?:ally)? (?:certain|certainty|validated|backed|confirmed)",
    r"(?:backed|validated|confirmed|supported) by (?:hard )?science",
    r"science backed",
    r"(?:the )?(?:final|last) word",
    (
        r"(?:is|are|was|been|now|firmly|fully|clearly|well|long) (?:now )?(?:firmly |"
        r"fully |well |clearly |long |safely )?established\b(?! (?:in|by|treatments?|"
        r"outcome|instruments?|scales?|measures?|comparators?) )(?! (?:treatments?|"
        r"outcome|instruments?|scales?|measures?|comparators?)\b)"
    ),
    (
        r"(?:clearly|plainly|conclusively|definitively|convincingly) (?:and \w+ "
        r")?(?:been )?(?:shows?|shown|demonstrates?|demonstrated|establish\w*|"
        r"confirm\w*|works?)"
    ),
    r"once and for all",
    r"cases? closed",
    r"ends? the (?:discussion|debate)",
    r"settles? (?:the|this|that) (?:matter|question|debate|issue|case)",
    (
        r"(?:science|matter|question|debate|discussion|issue|case|book|file|verdict|"
        r"argument) (?:(?:for|on|about|of) (?:\w+ ){1,3})?is (?:now |finally "
        r")?(?:settled|closed|over|shut|final|decided)"
    ),
    r"time and (?:time )?again",
    (
        r"(?:evidence|science|data|verdict|answer|facts|result|results|case) (?:is|"
        r"are) (?:now |absolutely |very |abundantly |quite )?(?:in|clear|obvious|"
        r"irresistible|plain|decisive)(?: cut)?$"
    ),
    r"(?:speaks? for (?:itself|themselves))",
    r"nothing (?:else|more) (?:is|will be) (?:needed|required)",
    (
        r"(?:no|needs? no|without) (?:further|more|additional|other) (?:trials?|"
        r"stud(?:y|ies)|research|evidence|proof|testing|tests?)(?: (?:is|are) "
        r"(?:needed|required|necessary|called for))?\b(?! (?:was|were|has|have|had|"
        r"found|since|on|planned|is|are|could|can)\b)"
    ),
    (
        r"(?:we|doctors|experts|scientists|physicians|all|everyone|everybody|"
        r"specialists) (?:now |all |already )?(?:knows?|understand) (?:that|it|this|"
        r"for)\b(?! (?:time|point))"
    ),
    r"(?:experts|doctors|scientists) (?:all |unanimously )agree",
    r"common knowledge",
    (
        r"(?:each|every) (?:trial|study|review) (?:\w+ )?(?:shows|confirms|proves|"
        r"agrees)\b"
    ),
    (
        r"all (?:of )?(?:the )?(?:evidence|science|experts|doctors|studies|trials|"
        r"data) (?:in the world |there is |we have |on earth )?(?:supports?|"
        r"agrees?|points?|confirms?|says?|shows?)\b(?! no)"
    ),
    r"known to (?:work|be (?:effective|safe)|help|heal)\b",
    r"decisive(?:ly)?$",
    r"(?:is|are) decisive",
    r"(?:can|could) (?:only|hardly) be (?:real|clearer|plainer|true)",
    r"no arguing",
    r"(?:science|evidence) has spoken",
    r"removes? (?:all|any) (?:uncertainty|doubts?)",
    r"demonstrably",
    r"(?:is|are|now|been) (?:(?!not )\w+ )?settled\b(?! (?:by|in|on))",
    r"settled (?:science|fact|matter)",
    r"(?:not|no longer) open to (?:\w+ )?(?:doubt|question|debate|dispute)",
    r"puts? (?:\w+ ){1,3}to (?:rest|bed)",
    (
        r"(?:ends?|dispels?|silences?) (?:all|any|every|the last) (?:doubts?|"
        r"critics?|debate)"
    ),
    (
        r"(?:nobody|no one|no|none|nothing|never|can not|could not|hardly) (?:\w+ "
        r"){0,5}?(?:doubt(?:s|ed)?|den(?:y|ies|ied)|disput(?:e|es|ed)|gainsay|"
        r"refute)\b(?! (?:was|were|in the|about (?:the|its|their) (?:diagnos\w+|dose|"
        r"allocation|identity|data|dates?))\b)"
    ),
    (
        r"doubt(?:s|ing)? (?:\w+ ){0,3}(?:makes? no|(?:is|are) (?:absurd|foolish|"
        r"over|gone|pointless|unreasonable|baseless|unfounded|groundless))"
    ),
    (
        r"(?:doubts?|s[ck]epticism|reservations?|disbelief|hesitation|criticism|"
        r"objections?) (?:\w+ )?(?:(?:is|are) (?:no longer|not) (?:justified|possible|"
        r"reasonable|warranted|tenable|defensible|called for|allowed|an option)|"
        r"(?:is|are|seems?|ha(?:s|ve) become) (?:now )?(?:out of (?:place|date|order)|"
        r"misplaced|(?:un|in)(?:justified|reasonable|warranted|tenable|defensible|"
        r"called for))|ha(?:s|ve) had (?:its|their) day)\b"
    ),
    (
        r"(?:nothing|no longer anything) (?:\w+ )?(?:uncertain|unclear|doubtful|"
        r"unknown|questionable|dubious|left open)\b"
    ),
    (
        r"(?:could|can) (?:not|hardly|scarcely) be (?:any |much )?(?:stronger|"
        r"clearer|surer|better|safer|more)\b"
    ),
    (
        r"no (?:\w+ ){0,2}(?:reasons?|grounds?|cause|need|basis|case) (?:\w+ )?(?:to|"
        r"for|against) (?:\w+ )?(?:doubt|question|dispute|argu|hesitat|debat|"
        r"s[ck]eptic|mistrust|distrust)\w*(?! (?:the |its |their )?(?:\w+ "
        r")?(?:randomi|allocat|blind|conceal|data|count|integrity))"
    ),
    (
        r"no (?:\w+ )?(?:arguments?|arguing|quarrel|quibbles?) (?:about|against|with|"
        r"over)\b"
    ),
    (
        r"not an? (?:trace|shred|hint|shadow|whiff|iota) of (?:\w+ )?(?:doubt|"
        r"uncertainty|danger|harm)\b"
    ),
    (
        r"(?:doubters?|critics?|s[ck]eptics?) (?!not |\w+ not )(?:\w+ ){0,3}(?:"
        r"silenced|refuted|answered|won over|give in|conver?ted|convinced|wrong)\b"
    ),
    (
        r"(?:any|all|every|last) (?:\w+ )?(?:doubts?|uncertainty|questions?) (?:has|"
        r"have|is|are) (?:now )?(?:been )?(?:dispelled|removed|gone|resolved|laid)\b"
    ),
    r"a matter of fact",
    r"known to (?:man|science|medicine)\b",
    r"(?:is|are|it|that) official",
    r"the real (?:deal|thing)",
    r"proof(?:ed|s)\b(?! (?:of|for))",
    r"q ?e ?d$",
    r"end of (?:the )?(?:story|discussion|debate|argument)",
    r"^(?:full stop|period|fact|no question|no doubt|enough said|nuff said)$",
    r"done deal",
    r"cast iron",
    r"bomb ?proof",
    (
        r"(?:nails?|cracks|cracked|clinches|clinched|seals) (?:it|this|the (?:case|"
        r"matter))"
    ),
    r"stands to reason",
    r"say what (?:you|they) (?:like|want)",
    r"as (?:everyone|everybody|we all) knows?",
    r"(?:in|the) (?:\w+ )?truth (?:is|that)?\b(?! (?:table|telling))",
    r"(?:has|have|had) (?:got )?to be (?:true|right|real|so)\b",
    r"must be (?:\w+ )?(?:true|right|real|safe|harmless|effective|so|correct)\b",
    (
        r"no other (?:explanation|conclusion|interpretation|reading|way)\b(?! (?:was|"
        r"were))"
    ),
    (
        r"(?:compelling|crushing|rock hard|unbreakable|hard and fast|bulletproof) "
        r"(?:and \w+ )?(?:evidence|proof|data|case)"
    ),
    r"(?:takes? (?:it )?|can (?:\w+ )?be taken )(?:as read|for granted)",
    r"(?:lead|leads|points?|allows?|permits?) (?:to )?(?:only )?one conclusion",
    r"(?:with|of|by) necessity\b(?! (?:small|short|open|unblinded))",
    (
        r"(?:is|are|been|was|stands?) (?:\w+ )?(?:vindicated|borne out|verified|"
        r"undeniable)(?: \w+)?$"
    ),
    r"(?:is|are) (?:lying|liars?|a liar)\b",
    r"let (?:nobody|no one|none) (?:tell|say|persuade|convince)",
    (
        r"(?:odds|chances?|probability|likelihood|possibility|risk) (?:that|of) "
        r"(?:\w+ ){1,5}?(?:is|are) (?:now |practically |precisely )?(?:nil|nought|zero)"
    ),
    r"(?:not|no) (?:be )?(?:open|subject|due|owed) to (?:chance|bias)(?: or \w+)?",
    (
        r"(?:need not|do not need to|no need to|needn't) (?:wait|ask|look|search)"
        r"(?: \w+)? for (?:\w+ )?(?:trials?|studies|study|evidence|proof|data)"
    ),
    r"no (?:better|stronger|clearer) (?:evidence|proof|case) (?:is |was )?possible",
)
CERTAINTY = (
    (
        r"guarant(?:ee|ees|eed|eeing|y)\b(?! (?:nothing|little|anonymity|"
        r"confidentiality|access|"
        r"income|time|periods?))"
    ),
    r"^an? (?:\w+ )?certainty$",
    r"warranted (?:to|in (?:all|each|every))\b(?! (?:conclu|say|infer|assume))",
    r"assur(?:e|es|ed|edly)",
    (
        r"ensures? (?:that )?(?:you|people|nothing|every|patients|recovery|success|"
        r"protection|healing|full|complete|results|relief|a )"
    ),
    (
        r"(?:definitely|certainly|surely)\b(?! (?:too|not|small|uncertain|limited|"
        r"biased|weak|insufficient|incomplete|low|did|do|does|relevant|worth|worrying|"
        r"unusual|odd|unexpected|short|open)\b)"
    ),
    r"inevitabl[ey]",
    r"unfailing(?:ly)?",
    r"infallibl[ey]",
    r"infallibility",
    r"invariabl[ey]",
    r"without fail",
    r"for sure",
    r"with (?:absolute |complete |full )?certainty",
    r"for certain(?! (?:\w+s|people)\b)",
    r"(?:is|are) (?:absolute|total|assured)$",
    r"(?:protects?|cures?|heals?|helps?|keeps?|makes?|frees?|saves?|rids?) you\b",
    r"certain (?:protection|relief|death|harm|cure|success|recovery|benefit|safety)\b",
    r"definite (?:benefits?|cure|effect|help|success|improvement|protection|answer)",
    (
        r"(?<!make )(?<!made )(?<!making )(?<!were )(?<!was )(?:certain|sure|bound|"
        r"destined) (?:to|that)\b"
    ),
    (
        r"(?:absolute|complete|full|total|mathematical|dead|entire|utter|every) "
        r"(?:certainty|certain|confidence|sure)"
    ),
    (
        r"(?:be|are|am|is|feel) (?:quite |very |absolutely |completely |fully |"
        r"virtually |practically |as good as )?(?:certain(?! \w+s\b)|sure|confident "
        r"(?:that|in))\b"
    ),
    r"sure ?fire",
    r"sure thing",
    r"as certain as",
    r"(?:is|are) an? (?:\w+ )?certainty",
    r"a (?:sure|safe) (?:way|cure|remedy|bet|sign|success)",
    r"no brainer",
    r"a given$",
    (
        r"(?:can|could|should|safely|fully) (?!not\b)(?:\w+ )?(?:rely|count|bank|"
        r"depend) (?:up)?on\b"
    ),
    r"(?:rely|count|bank|depend) (?:up)?on (?:it|this|that|them)\b",
    r"be (?:\w+ )?(?:relied|counted|depended) (?:up)?on\b",
    r"bet (?:your|my) (?:life|house)",
    r"(?:can|may|should) (?:\w+ )?(?:trust|be trusted)",
    r"trust (?:it|this|the (?:science|evidence|process|treatment))\b",
    r"take (?:it|that) to the bank",
    (
        r"you (?:will|can|should|must|need|deserve|get|gain|lose|feel|are)\b(?! (?:not "
        r")?(?:tell|know (?:that|who|how)|need the|read|look)\b)"
    ),
    r"your\b",
    r"yourself\b",
    (
        r"(?<!trial )(?<!trials )(?<!study )(?<!studies )(?<!research )(?<!data "
        r")(?<!results )(?<!review )(?<!evidence )will (?:\w+ )?(?:prevent|protect|"
        r"stop|save|heal|improve|help|work|make|extend|lower|reduce|raise|benefit|"
        r"recover|live|remain|stay|relieve|ease|clear|end|fix|treat|boost|strengthen|"
        r"halt|reverse|restore|bring|last|keep you|disappear|vanish|succeed|be "
        r"(?:cured|healed|helped|protected|gone))"
    ),
    (
        r"(?:can|could|does|do|did|will|would) not (?:\w+ )?(?:fail|go wrong|hurt|"
        r"harm|mislead|be wrong|do any harm)\b(?! (?:to )?(?:show|find|reach|meet|"
        r"detect))"
    ),
    r"fail ?safe\b(?! (?:n|number|procedures?|mechanisms?|devices?|systems?|switch)\b)",
    r"fool ?proof",
    r"bullet ?proof",
    r"(?:water|air) ?tight",
    r"iron ?clad",
    r"rock ?solid",
    (
        r"impossible to (?!(?:say|tell|know|judge|rule|exclude|assess|blind|separate|"
        r"compare|estimate|measure|determine|conclude|pool|see|be sure|be certain|"
        r"mask|conceal|obtain|find|date|trace|read|count|check|reproduce|extract|"
        r"distinguish|reconstruct|verify|identify|test|schedule|recruit|follow)\b)\w+"
    ),
    (
        r"doubts? (?:is|are|has been|have been) (?:\w+ ){0,2}(?:impossible|possible|"
        r"dispelled|removed|silenced|excluded|gone|over)\b"
    ),
    r"no need (?:for|of) (?:any|more|further|other)\b",
    r"(?:lack|absence) of \w+ (?:is|was|has been) (?:\w+ )?(?:prove[nd]|certain)\b",
    r"makes? (?:\w+ ){1,3}impossible\b(?! to )",
    r"incapable of (?:\w+ )?(?:harm|harming|hurting|failing)",
    (
        r"(?:not (?:\w+ )?(?:possible|conceivable|thinkable)|impossible|unthinkable|"
        rf"inconceivable|no (?:way|chance)) (?:that|for|to) (?:(?!{SAYS}\b)\w+ "
        rf"){{0,5}}?{FAILS}\b"
    ),
    (
        r"(?:reliably|dependably|assuredly|unerringly) (?:prevent|cure|work|lower|"
        r"reduce|stop|protect|heal|improve|relieve|help|eliminate|end|clear|restore|"
        r"raise)\w*"
    ),
    (
        r"(?:(?:not|never) (?:\w+ )?)?lets? (?:you|anyone|anybody|people|nobody|no "
        r"one) down"
    ),
    r"(?:has|have|is|are) to (?:\w+ )?work\b",
    r"must (?:surely |certainly )?(?:work|help|heal)\b",
    r"can only (?:help|improve|do good|benefit)",
    (
        r"(?:works?|succeeds?|helps?|(?:is|are) effective)(?: \w+)? (?:every|each) "
        r"(?:\w+ )?time"
    ),
    r"like clockwork",
    r"without (?:ever|once) (?:failing|fail)",
    r"(?<!to )works?(?: \w+)?(?=$| period$| full stop$)",
    r"(?:heals|cures|protects|succeeds)$",
    r"works? (?:\w+ )?(?:where|when|though|after) (?:\w+ ){0,4}fail(?:s|ed)?",
    r"(?:is|are|becomes?|makes?) (?:\w+ )?impossible$",
    r"does the trick",
    r"can not possibly\b",
    r"(?:effect|benefit|success|relief) is (?:\w+ )?a? ?certainty",
    (
        r"(?:no|under no|are no|is no) (?:circumstances?|way) (?:\w+ ){0,3}(?:fails?|"
        r"harms?|hurts?)"
    ),
    r"(?:is|are) (?:\w+ )?(?:ensured|secured)\b",
    r"stake (?:my|our|his|her) \w+",
    r"swears? by",
    r"(?:already|now|all but|long) certain$",
    r"nothing to (?:chance|be desired)",
    r"can not be (?:\w+ )?(?:beaten|bettered|wrong|overstated|topped)",
    (
        r"(?:recurrence|relapse|failure|infection|addiction|overdose|disease) is "
        r"(?:now )?(?:ruled out|excluded|out of the question)"
    ),
    r"promised?(?: (?:to|for) (?:all|every\w*|each|any\w*)(?: \w+)*)?$",
    r"(?:full|complete|every|total|put \w+|one's) (?:\w+ )?(?:trust|faith)\b",
    r"have faith",
    (
        r"(?:would|is|be) (?:\w+ )?(?:unethical|criminal|irresponsible|negligent|"
        r"inexcusable|a crime|a sin) (?:not )?to\b"
    ),
    (
        r"(?:not|never) (?:\w+ ){0,3}a single (?:failure|exception|relapse|problem|"
        r"complaint|side effect|complication|doubt)"
    ),
    r"(?:is|are) never (?:wrong|false|mistaken|in error)\b",
    (
        rf"{FINDING} (?:means?|shows?|says?|tells? (?:\w+ )?|implies|entails) (?:that "
        r")?(?:you|one|they|he|she|no|nobody|(?:the |an? )?(?:patient|person|woman|man|"
        r"child|people|disease|cancer|tumour|infection))\b(?! (?:(?:may|might|could|"
        r"can|should|would|probably|is (?:more|less)|are (?:more|less)|was|were|had|"
        r"reported|\w+ in)\b|more\b|less\b))"
    ),
    (
        r"(?:test|scan|method|marker|scale|score|rule|screening|dogs?|algorithm|it) "
        r"(?:\w+ )?(?:misses|overlooks) (?:nothing|nobody|no one|none|no \w+)\b"
    ),
)
