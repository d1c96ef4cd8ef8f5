"""Words that several ways of overclaiming have in common, as patterns."""

PEOPLE = (
    r"(?:people|persons?|patients?|women|men|adults?|children|babies|infants|users?|"
    r"humans?|individuals?|participants|volunteers|sufferers|of (?:us|them|you))"
)
HARM = (
    r"(?:risks?|harms?|dangers?|hazards?|toxicity|downsides?|drawbacks?|pitfalls?|"
    r"complications|(?:bad|dark) sides?|(?:side|adverse|unwanted|ill|harmful|negative|"
    r"untoward|bad) (?:drug )?(?:effects?|events?|reactions?|consequences|outcomes?)|"
    r"safety (?:concerns?|issues?|problems?|signals?|worries))"
)
COUNTED = (  # what makes "no …" a count, or a word of something else
    r"(?: (?:was|were|is|are|has been|have been|had been|could be|can be|that))?(?: "
    r"(?:ever|then|yet|directly|formally))? (?:reported|recorded|registered|measured|"
    r"assessed|looked for|estimated|given|stated|calculated|counted|collected|noted|"
    r"observed|seen|found|occurred|happened|arose|attributed|detected|judged|"
    r"considered|deemed|thought|classified|rated|linked|described|documented|"
    r"identified|shown|apparent|emerged|estimates?|ratios?|differences?|of bias|data|"
    r"figures|sizes?|measures?|tables?|modification|modifiers?|scores?|factors?|"
    r"groups?|calculator|in (?:either|both)|outcome|signs?|zones?)\b"
)
WHOLLY = (
    r"(?:perfectly|completely|totally|entirely|absolutely|fully|wholly|utterly|"
    r"thoroughly|altogether|100 percent|a hundred percent)"
)
FULL = r"(?:complete|total|full|absolute|utter|perfect|entire)"
RELIEF = (
    r"(?:protection|prevention|immunity|safety|reliability|effectiveness|efficacy|"
    r"success|relief|cure|elimination|eradication|recovery|healing|freedom|"
    r"restoration|peace)"
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
    r"(?:works?|effective|helps?|protects?|benefits?|suits?|suitable|prevents?|stops?|"
    r"removes?|treats?|heals?|takes? away|relieves?|eases?|clears?|kills?|lifts?|good|"
    r"right|ends?|ideal|fits|recommended)"
)
NOBODY = rf"(?:nobody|no one|not (?:a|one) (?:single )?\w+|no {PEOPLE})"
FAILS = (  # of a treatment, in whatever form of the verb
    r"(?:fail(?:s|ed|ure)?|(?:do|does|doing|cause|causes) (?:any |the slightest )?"
    r"(?:harm|damage|hurt)|harm(?:s|ful)?|hurts?|injures?|go(?:es)? wrong|be wrong|"
    r"disappoints?|kills?|poisons?|not (?:to )?(?:work|help|benefit|succeed))"
)
HELPED = (
    r"(?:help|benefit|work|respond|improve|recover|get (?:well|better)|protect|cure|"
    r"heal|suit)(?:e?d|s)?\b"
)
SAYS = (  # what cannot be said, or done, is no overclaim
    r"(?:say|tell|know|judge|whether|if|exclude|rule|see|show|find|decide|estimate|"
    r"measure|assess|compare|blind|prove)"
)
