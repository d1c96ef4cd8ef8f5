"""Praise without measure: full marks, flaws too small to see, nobody left unhelped."""

from evidence.method.overclaiming.words import HARM, PEOPLE

PRAISE = (
    (
        rf"(?:nobody|no one|no (?:\w+ )?{PEOPLE}|not (?:a|one)(?: single)? \w+)(?: "
        r"\w+){0,8}? un(?:improved|helped|convinced|changed|moved|satisfied|aided|"
        r"healed|cured|benefited|relieved|rewarded|impressed|persuaded|touched)\b"
    ),
    (
        r"(?:needs?|takes?|requires?) (?:an? )?(?:microscope|magnifying glass|"
        r"telescope) "
        r"to (?:find|see|spot|detect)\b"
    ),
    rf"hard (?:pressed|put) to (?:find|name|see|spot) (?:\w+ ){{0,2}}?{HARM}",
    rf"(?:looks?|search(?:es)?|hunts?) in vain for (?:\w+ ){{0,2}}?(?:{HARM}|flaws?)",
    (
        r"pass(?:es|ed) (?:every|all|each|any) (?:\w+ )?(?:tests?|exams?|checks?|"
        r"hurdles?)\b(?! of (?:normality|heterogeneity|assumptions?))"
    ),
    r"(?:with )?flying colou?rs\b",
    r"(?:full|top|straight) (?:marks|grades)\b",
    r"(?:ten|10) out of (?:ten|10)(?= \||$| for)",
    (
        r"no (?:place|home|refuge|hiding place|business|future|foothold|escape)(?: "
        r"left)? (?:where|once|when|if|with|in the (?:presence|face))\b"
    ),
    (
        r"every (?:guideline|textbook|doctor|physician|nurse|hospital|clinic|health "
        r"service|insurer|country|government|household|family|pharmacy|home|school)"
        r"(?: \w+){0,4}? (?:will|must|has to|have to|should|ought to|needs to)\b"
    ),
    r"as if any ?(?:one|body) (?:could|can|would|still|needed|had)\b",
    r"(?:flawless|immaculate|impeccable) (?:results?|outcomes?|drugs?|record)\b",
    # what cannot be otherwise, and what nothing can be said against
    r"the sun (?:would|will|may) (?:not|sooner|never)\b",
    r"(?:pigs|hell) (?:would|will|might|may|must) (?:sooner )?(?:fly|freeze)\w*",
    r"slam(?:s|med)? (?:the|every|all) doors? on\b",
    r"can not live in the same\b",
    (
        r"makes? \w+(?: \w+)? look like (?:a )?(?:sugar|water|sweets|candy|child\w*|"
        r"toys?|"
        r"placebos?|nothing|snails?|amateurs?)\b"
    ),
    r"need (?:one|we|i|you) (?:say|add|ask|know) (?:any )?more\b",
    r"(?:enough said|say no more|nuff said)\b",
    (
        r"(?:most|worst|only thing|one thing) (?:that )?(?:one|you|any ?one|any ?body|"
        r"we|"
        r"(?:its )?critics|sceptics) (?:can|could|may) say against\b"
    ),
    r"(?:without (?:any )?|no )(?:small|fine) print\b",
    (
        r"(?:challenge|defy|dare) (?:any ?one|any ?body|every ?one|you|critics|"
        r"sceptics|"
        r"the \w+) to (?:\w+ )?(?:show|find|name|prove|point|produce|cite)\b"
    ),
    r"goes without saying\b",
    r"(?:hit|struck|killed) by (?:lightning|a meteor\w*)\b",
    (
        r"(?:trials?|stud(?:y|ies)|reviews?|critics|others|reports?)(?: \w+){0,5}? (?:"
        r"must|can only) (?:have (?:\w+ )?|be )(?:mistakes?|errors?|wrong|flawed|"
        r"biased|"
        r"faked?|mistaken|bad|poor)\b"
    ),
    (  # nobody can be thought of whom it does not help
        r"(?:hard|difficult|impossible) to (?:imagine|think of|conceive|picture|name|"
        r"find)"
        r" (?:any ?(?:one|body|thing)?|a|some\w*) (?:\w+ ){0,4}?(?:not|without|against|"
        r"un(?:helped|cured|healed|moved|convinced))\b"
    ),
    r"nothing stands between \w+ and\b",
    (
        r"rules? out (?:that|any chance that) (?:it|they|this|the \w+) (?:fails?|"
        r"harms?|"
        r"(?:does|do|will|could|can) (?:not|ever|harm|hurt|fail))\b"
    ),
)
