"""Words that several ways of overclaiming have in common, as patterns."""

PEOPLE = (
    r"(?:people|persons?|patients?|women|men|adults?|children|babies|infants|users?|"
    r"humans?|individuals?|participants|volunteers|sufferers|of (?:us|them|you))"
)
HARM = (
    r"(?:risks?|harms?|dangers?|hazards?|toxicity|downsides?|drawbacks?|pitfalls?|"
    r"complications|(?:bad|dark) sides?|(?:side|adverse|unwanted|ill|harmful|"
    r"negative|untoward|bad) (?:drug )?(?:effects?|events?|reactions?|consequences|"
    r"outcomes?)|safety (?:concerns?|issues?|problems?|signals?|worries))"
)
COUNTED = (  # what makes "no …" a count, or a word of something else
    r"(?:(?: (?:was|were|is|are|has been|have been|had been|could be|can be|"
    r"that))?(?: (?:ever|then|yet|directly|formally))? (?:reported|recorded|"
    r"registered|measured|assessed|looked for|estimated|given|stated|calculated|"
    r"counted|collected|noted|observed|seen|found|occurred|happened|arose|attributed|"
    r"detected|judged|considered|deemed|thought|classified|rated|linked|described|"
    r"documented|identified|shown|apparent|emerged|estimates?|ratios?|differences?|"
    r"of bias|data|figures|sizes?|measures?|tables?|modification|modifiers?|scores?|"
    r"factors?|groups?|calculator|in (?:either|both)|outcome|signs?|zones?)\b|(?: "
    r"\w+){0,3}? (?:was|were|is|are|has been|have been) (?:\w+ly )?(?!caused|"
    r"expected|involved|associated|known|needed|implied|posed|entailed|feared|"
    r"removed|eliminated|avoided)\w+(?:ed|ught|id|een|und|iven|own|sked)\b)"
)
WHOLLY = (
    r"(?:perfectly|completely|totally|entirely|absolutely|fully|wholly|utterly|"
    r"thoroughly|altogether|100 percent|a hundred percent)"
)
FULL = r"(?:complete|total|full|absolute|utter|perfect|entire)"
RELIEF = (
    r"(?:protection|prevention|immunity|safety|reliability|effectiveness|efficacy|"
    r"success|relief|cure|elimination|eradication|recovery|healing|freedom|"
    r"restoration|peace|standstill|halt|clarity|shield|barrier|painlessness)"
)
UNIT = (
    r"(?:days?|nights?|mornings?|evenings?|weeks?|months?|years?|hours?|minutes?|"
    r"decades?|visits?|meals?|winters?|summers?|fortnight|session|cycle|dose)"
)
NUMBER = (
    r"(?:\d+(?:st|nd|rd|th)?|two|three|four|five|six|seven|eight|nine|ten|twelve|"
    r"other|second|third|fourth|fifth|sixth|tenth|few|half)"
)
HELPS = (
    r"(?:works?|effective|helps?|protects?|benefits?|suits?|suitable|prevents?|"
    r"stops?|removes?|treats?|heals?|takes? away|relieves?|eases?|clears?|kills?|"
    r"lifts?|good|right|ends?|ideal|fits|recommended|detects|finds|dissolves|"
    r"destroys|burns|catches|cleanses|spares|repairs|regenerates|reverses|blocks|"
    r"neutralises?|restores|relaxes|tolerates)"
)
NOBODY = rf"(?:nobody|no one|not (?:a|one) (?:single )?\w+|no {PEOPLE})"
FAILS = (  # of a treatment, in whatever form of the verb
    r"(?:fail(?:s|ed|ure)?|(?:do|does|doing|cause|causes) (?:any |the slightest "
    r")?(?:harm|damage|hurt)|harm(?:s|ful)?|hurts?|injures?|go(?:es)? wrong|be wrong|"
    r"disappoints?|kills?|poisons?|misleads?|bias|err|deceives?|not (?:to )?(?:work|"
    r"help|benefit|succeed))"
)
HELPED = (
    r"(?:help|benefit|work|respond|improve|recover|get (?:well|better)|protect|cure|"
    r"heal|suit)(?:e?d|s)?\b"
)
SAYS = (  # what cannot be said, or done, is no overclaim
    r"(?:say|tell|know|judge|whether|if|exclude|rule|see|show|find|decide|estimate|"
    r"measure|assess|compare|blind|prove)"
)
STUDIES = (
    r"(?:trials?|stud(?:y|ies)|arms?|groups?|sites?|cent(?:re|er)s?|reports?|"
    r"reviews?|analys[ei]s|cohorts?|clusters?|datasets?|papers?|records?|results?|"
    r"estimates?)"
)
IF_NOT_STUDY = rf"(?!{STUDIES}\b|both|either|half|most|some|without|free|not|said)"
NONE = (
    r"(?:no|zero|nil|none|without|nobody|nothing|never|not (?:a|one)(?: single)?|not "
    r"the (?:slightest|least)|neither|hardly any|free of|free from|devoid of)"
)
EVERY = (
    r"(?:all|every|every ?(?:one|body|thing)|each|whoever|any ?(?:one|body)|always|"
    r"100 percent of|who (?:takes|uses|tries) it)"
)
DOUBT = (
    r"(?:doubt(?:s|ed|ing|ers?|ful)?|question(?:s|ed|able|ing)?|disput(?:e|es|ed)|"
    r"den(?:y|ies|ied|ying)|debat(?:e|es|ed)|contest(?:s|ed)?|challeng(?:e|es|ed)|"
    r"argu(?:e|es|ed|ment|ments)|quibbles?|objections?|object|s[ck]eptic(?:s|al|"
    r"ism)?|uncertain(?:ty|ties)?|unclear|controvers(?:y|ies|ial)|disagree(?:s|"
    r"ment)?|reservations?|find fault|criticis(?:e|es|m)|gainsay|refut(?:e|es)|"
    r"otherwise|left open|counter ?arguments?)"
)
BLAME = (
    r"(?:fools?|foolish|mad(?:ness|men|man)?|crazy|absurd|wrong|unreasonable|"
    r"ignorant|ignorance|silly|stupid|nonsense|irrational|idiots?|perverse|blind to|"
    r"closed|over|ridiculous|groundless|baseless|pointless|senseless|ended|silent|"
    r"quiet|silenced|answered|beyond help|malicious|malice|dishonest)"
)
SUFFERS = (
    r"(?:suffers?|regrets?|complains?|complained|comes? to (?:grief|harm)|goes? "
    r"(?:back|wrong|without|away)|dies|gets? (?:hurt|ill|sick|worse)|is (?:harmed|"
    r"hurt|left|disappointed)|falls? (?:ill|sick)|fails?|disappoints?|returns?|"
    r"damages?|harms?|let(?:s)? (?:me|us|you|\w+) down|be (?:disappointed|hurt|"
    r"harmed)|misses out)"
)
TROUBLE = (
    r"(?:problems?|trouble|damage|injur(?:y|ies)|interactions?|contra ?indications?|"
    r"defects?|fears?|worr(?:y|ies)|addiction|withdrawal|dependence|precautions?|"
    r"hangover|reactions?|pain(?:s)?|side ?effects?|harm|relapses?|recurrences?|"
    r"flare ups?|dangers?|hazards?|strings)(?! (?:of|with|between|in|among|score|"
    r"scale|diar|term|test|data|were|was|relief|at baseline))"
)
FINDING = (  # what a test says of one person
    r"(?:positive|negative|normal|abnormal|clear|raised|low|high) (?:\w+ )?(?:results?|"
    r"tests?|scans?|swabs?|findings?|screens?|screening|readings?|levels?|values?|x "
    r"rays?|ecgs?|biops(?:y|ies)|cultures?|smears?|mammograms?)"
)
ERROR = (
    r"(?:(?:an? )?(?:errors?|mistakes?|failures?|misses|false (?:results?|alarms?|"
    r"positives?|negatives?|readings?)|wrong (?:results?|answers?|readings?)))"
    r"(?! (?:bars?|terms?|models?|rates?|of measurement|variance))"
)
BEFALLS = (  # what becomes of people
    r"(?:develops?|gets?|catch(?:es)?|contracts?|escapes?|miscarr(?:y|ies)|dies|"
    r"relapses?|falls ill|loses|suffers|goes (?:blind|without|away)|experiences|"
    r"becomes (?:ill|sick|worse|addicted|dependent)|stays (?:ill|sick)|returns|remains "
    r"(?:ill|sick|in)|bleeds|faints|ages)"
)
GOOD = r"(?:pain|symptoms?|swelling|fever|cough|rash|skin|health|life|lives)"
TREATMENT = (
    r"the (?:treatment|drug|pill|tablet|remedy|therapy|medicine|product|vaccine|jab|"
    r"cream|diet|method|supplement|device|operation|exercise|programme|technique)"
)
