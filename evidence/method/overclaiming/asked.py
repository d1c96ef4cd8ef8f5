"""Questions that are none: answered at once, or so asked that one answer is left.

Matched in the whole plain text, where a "?" stands before the "|" after a question.
"""

from evidence.method.overclaiming.words import DOUBT, HARM

ANSWERED = (
    (
        rf"{HARM} (?:\? )?\| (?:none|zero|nil|never|not (?:a|one) single|absolutely "
        r"none|not (?:with|from|in|for|by) (?:it|this|these|us)|not at all|no way)\b"
    ),
    (
        r"(?:safe|works?|helps?|cures?|effective|protects?|certain|proven|"
        r"prevents?)(?: \w+){0,4} \? \| (?:yes|absolutely|definitely|certainly|of "
        r"course|always|sure|indeed|completely|very|it is|it does|without)\b"
    ),
    (
        r"(?:unsafe|harm\w*|risks?|dangers?|dangerous|risky|toxic|side effects?|"
        r"doubts?|fails?|uncertain\w*|worr\w+)(?: \w+){0,4} \? \| (?:no|none|hardly|"
        r"never|not at all|no way|zero|nil|forget it|far from it)(?= \||$|\W*$)"
    ),
)
_WORKS = (
    r"(?:works?|helps?|benefits?|effective|safe|good|heals?|protects?|cures?|"
    r"succeeds?|true|right)"
)
_DANGER = r"(?:unsafe|harm\w*|hurts?|risk\w*|danger\w*|toxic|fail\w*|go(?:es)? wrong)"
_BAD = rf"(?:{_DANGER}|{DOUBT}|object\w*|useless|nothing|worr\w+|fear\w*)"
_DOES = r"(?:is|are|does|do|has|have|had|was|were|can|could|should|would|will)"
_PLAIN = (
    r"(?:obvious|clear|plain|evident|certain|proof|proven|amazing|wonderful|"
    r"splendid|deserve\w*|(?:proof|reason|evidence) enough|enough (?:proof|reason|"
    r"evidence)|often enough|time (?:to|for|that))"
)
RHETORICAL = (
    (
        rf"{_DOES} (?:\w+ ){{0,2}}?not (?:\w+ ){{0,6}}?(?:{_PLAIN}|that (?:it|this) "
        rf"{_WORKS})(?: \w+){{0,6}} \?"
    ),
    (
        rf"how (?:can|could|would|should) (?:\w+ ){{0,6}}?(?:not (?:be )?{_WORKS}|"
        rf"not (?:use|take|give|recommend|believe|offer)|{_BAD})(?: \w+){{0,5}} \?"
    ),
    (
        r"what (?:more|else|better \w+|other \w+|further \w+)(?: \w+)? (?:could|can|"
        r"do|does|would|should|is|might) (?:\w+ ){0,3}?(?:want|ask|wish|desire|call|"
        r"hope|say)\b(?: \w+){0,5} \?"
    ),
    (
        rf"what (?:can|could|should|would|might) (?:\w+ )?(?:{_DANGER}|be (?:wrong|"
        r"safer|better|simpler|clearer|surer|plainer|more \w+))(?: \w+){0,4} \?"
    ),
    (
        r"what is (?:there )?(?:left )?(?:for \w+ )?to (?:fear|lose|ask|doubt|discuss|"
        r"argue|debate|wait|dispute|prove|be afraid|worry)(?: \w+){0,3} \?"
    ),
    (
        r"where (?:is|are) the (?:harm|risks?|danger|catch|downside|doubt|problem)\b"
        r"[^|]*\?"
    ),
    (
        r"why (?:still |even |ever )?(?:wait|hesitate|worry|doubt|bother|suffer|fear|"
        r"not (?:use|take|give|offer|try|recommend))\b[^|]*\?"
    ),
    (
        r"who (?:can|could|would|will|still|dares?|is left to)(?: \w+){0,6}? "
        rf"(?:{_BAD}|den(?:y|ies)|refuse|withhold|(?:need|want)s? (?:more|another|"
        r"further))\b[^|]*\?"
    ),
    r"who (?:still )?(?:needs|wants) (?:more|another|further|a placebo)\b[^|]*\?",
    (
        r"(?:would|could|can|does|do|will|should|is there) (?:any ?one|any ?body|any "
        r"\w+(?: \w+)?) (?:\w+ ){0,4}?(?:right mind|still|seriously|withhold|refuse|"
        rf"{_BAD})\b[^|]*\?"
    ),
    r"(?:can|could|is) there be (?:a |any )?(?:\w+er|more|better) \w+ \?",
)
