"""Ways to say it of more people, or of more cases, than evidence can.

Each line is one way to put it, not a sentence, and is matched as whole words in plain
text; what may stand before or after it in an honest use is said beside it.
"""

from evidence.method.overclaiming.words import (
    HELPED,
    HELPS,
    NOBODY,
    NUMBER,
    PEOPLE,
    UNIT,
)

UNIVERSAL = (
    r"(?<!who )(?<!as )always\b(?! (?:users?|takers?|wearers?|smokers?|read|note|see))",
    r"at all times",
    r"all of the time",
    r"(?<!was )(?<!is )(?:no|without) (?:a single |an? |any )?exceptions?",
    (
        r"universal(?:ly)?\b(?! (?:health|screening|coverage|precautions|access|"
        r"donor|vaccination|programmes?|testing|definition))"
    ),
    r"across the board",
    r"no matter (?:who|how|what)",
    (
        r"(?:whatever|whichever) (?:(?:the|their|his|her|its) )?(?:doses?|ages?|"
        r"stages?|"
        r"severity|patients?|cases?|circumstances|sex|skin|conditions?|settings?|"
        r"illness"
        r"|disease|background|weight|cause|dosage|amount)\b(?! of (?:the "
        r")?(?:dropouts?|"
        r"difference|loss|missing))"
    ),
    (
        r"in no (?:case|instance|patient|circumstances?) (?:\w+ ){0,2}?(?:is|will|can|"
        r"does)\b"
    ),
    r"in all and (?:always|everything)\b",
    r"one size fits all",
    r"whole family",
    (
        r"(?<!who )(?<!who had )(?<!who have )(?<!who has )(?<!had )never\b(?! "
        r"(?:smok|us(?:ed|ers?)|drink|drank|marri|treat|vaccin|expos|tak|receiv|"
        r"pregn|medic|oper|diagnos|screen|test|stud|measur|publish|replic|report|"
        r"examin|compar|assess|shown|establish|demonstrat|confirm|regist|randomi|"
        r"look|ask|blind|prov|reach|met|recruit|includ|explain|adjust|account|follow|"
        r"been (?!known)|before|enter|finish|complet|appear|done|tried|pool|describ|"
        r"state|specif|report))"
    ),
    rf"every\b(?! (?:{NUMBER} )?{UNIT}\b)(?! (?!other){NUMBER} )(?! effort)",
    r"every ?(?:body|one|where|thing)\b(?! else)",
    r"any ?(?:body|one) (?:can|will|who|benefits?|at all|should|may)",
    (
        r"(?:for|helps?|in|suits?|protects?|by|cures?) (?:just |literally )?any "
        r"?(?:body|one)\b"
    ),
    (
        rf"{HELPS} (?:for |in |on |against |of |to )?(?:virtually |practically |"
        r"literally |absolutely |just about )?(?:all|each and every|any)\b(?! (?:of "
        r")?\d)"
    ),
    (
        rf"all (?:of )?(?:the |these |those )?{PEOPLE} (?:who \w+ it )?(?:benefit(?:s|"
        r"ed)?|improved?|recover(?:ed)?|respond(?:ed)?|got (?:better|well)|can|will|"
        r"heal(?:ed)?|survived?|(?:get|feel|do) (?:well|better|fine)|should|(?:are|"
        r"were) (?:helped|protected|better|cured|safe))\b(?! in (?:both|either))"
    ),
    (
        r"(?:will|can) (?:be )?(?:seen?|found?|hold|occur|happen|appl(?:y|ied)|"
        r"repeat(?:ed)?|expected) (?:\w+ )?in (?:any|every|all|each) (?!of)\w+"
    ),
    r"in all (?:cases|circumstances|people|patients|who \w+)",
    r"for all (?:people|ages|skin)",
    (
        r"even the (?:\w+ )?(?:frail|old|oldest|ill|sick|youngest|weak|weakest)\b(?! "
        r"(?:w|d|h))"
    ),
    r"at (?:all|any) ages?\b",
    (
        r"each (?:and every )?(?:patient|person|user) (?:benefits|recovers|improves|"
        r"responds|will|can)\b"
    ),
    (
        r"(?:nobody|no one) (?:should|must|needs? to|has to) (?:be )?(?:hesitate|"
        r"worry|fear|afraid|without|go without|refuse|miss|suffer|doubt)\b"
    ),
    r"(?:protect|immun|cure|free|healthy|well)\w* (?:\w+ ){0,2}for life\b",
    (
        r"(?:nobody|no one|no (?:patient|person|user|woman|man|child|adult)s?) "
        r"(?:who \w+ (?:it )?)?(?:ever|will|can|could|needs?|gets?|fails?|relapses?|"
        r"is harmed|suffers?|has anything|has to)\b(?! (?:guarantee|say|tell|know|"
        r"prove|rule|exclude|yet|now|predict|judge|expect|be (?:sure|certain|blinded|"
        r"excluded)))"
    ),
    (
        rf"{NOBODY} (?:should|must|need|ought to) (?!call|conclude|infer|assume|read|"
        r"take (?:it|this)|generali|rely|expect|be (?:surprised|told))\w+"
    ),
    (
        r"(?:no one|nobody|no (?!trial|stud|data|analys|report|test)\w+) (?:\w+ "
        r")?(?:needs|requires|has to|have to)\b"
    ),
    r"none of (?:the |them )?(?!trials|studies)(?:\w+ )?(?:will|can|ever)\b",
    (
        r"(?<!to )(?<!and )(?<!\d )(?:100|1oo|hundred) ?percent\b(?! (?:stacked|"
        r"scale|oxygen|juice|cotton|humidity|nitrogen|ethanol|fruit|confidence "
        r"interval))"
    ),
    r"(?:100|20|10|ten|nine) (?:times )?(?:out )?of (?:100|20|10|ten|nine)\b",
    r"(?:response|benefit|success|effect|relief|recovery|protection) is universal\b",
    (
        r"(?:lasts? |works? |gone |cured |well |back |it |them |\w+s? )?"
        r"(?<!took )(?<!takes )(?<!taken )(?:forever|"
        r"for ever\b)"
    ),
    (
        r"(?:gone|cured?|cures|ends?|stops?|of \w+|away|healed|fixe[sd]|solved?|well|"
        r"lice|pain|it|them|\w+s) for (?:good\b(?! (?:reasons?|measure|practice))|"
        r"life\b)"
    ),
    (
        r"permanent(?:ly)? (?:cure|gone|relief|solution|solves?|results?|removes?|"
        r"ends?|fix|protection|protects|heals?|cures?|stops?|erases?)"
    ),
    r"life ?long (?:cure|protection|relief|immunity)",
    r"(?:fails?|harm(?:s|ful to)?|hurts?|disappoints?) (?:no one|nobody|none)",
    (
        rf"{NOBODY} (?:who (?:\w+ ){{1,4}}?)?(?:dies|falls ill|relapses|catches|"
        r"suffers|gets (?:ill|sick|worse)|regrets|goes without|is (?:harmed|hurt|"
        r"left)|leaves)\b"
    ),
    rf"{NOBODY} (?:\w+ ){{0,3}}un(?:helped|healed|cured|protected|relieved|improved)\b",
    rf"{NOBODY} (?:who |whom |that )?(?:\w+ )?(?:does|do|will|can|is) not {HELPED}",
    (
        r"(?:patients|people) (?:\w+ ){0,3}do not (?:relapse|die|fall ill|get ill|"
        r"get sick)\b"
    ),
    r"no \w+ has ever been",
    r"(?:a |one )?hundred (?:out )?of (?:a |every |one )?hundred",
    (
        r"all (?:who|those who|of those|of them) (?:\w+ ){0,4}(?:recover|improve|"
        r"benefit|respond|get better|are (?:cured|healed|helped))\b"
    ),
    r"whoever (?:takes|uses|tries)",
    r"for all time",
    r"(?:works?|helps?|succeeds?|effective) (?:wherever|whenever|however|whatever)\b",
    r"eternal(?:ly)?",
    r"everlasting",
    r"each and every",
    r"(?:under|in) (?:all|any) (?:conditions|circumstances|situations)\b",
    r"(?:shows|sees|knows|finds|detects|reveals|misses) (?:everything|nothing|all)$",
    r"(?:nobody|no one|none) survives\b",
)
