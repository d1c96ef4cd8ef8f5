"""Words that a stemmer takes for one and that are not the same.

It takes "several" for a form of "severe". A bar stands where a word leaves the stem
that it shares with others: "sever|al" keeps "several" apart from "severe". What is
behind the bar is the beginning of what follows; a dot is the end of the word. Endings
are taken off as before: "positions" is "position".
"""

_APART = """
    addit|iv affect|ion affecti|v altern|ativ anim|at apart|ment applic|ab
    applica|nt author|it bare|ly busi|ness carbon|at care|f clinic|al
    communic|ab compass|ion compet|en comprehens|ion concept|ion conduct|an
    conduct|ion conduct|iv confer|enc conserv|ativ consider|ab contract|ion
    convers|at converse|ly cooper|at critic|al cultur|al curat|iv custom|er
    departme|nt design|at differenti|al digit|al discret|ion divers|ion
    elect|iv emergenc|ie emergenc|y empir|ic even|ing exclus|iv execut|iv
    exhaust|iv experime|nt extens|iv fabric|at fast|ed fast|ing format|ion
    format|iv hand|ful hard|ly hospit|ab hospit|alit humor|al ident|it
    import|an inform|al initi|al initiati|v integra|l integr|it intens|iv
    intern|al internat|ion invers|ion iron|ic lactat|i late|ly later|al
    liber|at lik|ely liter|al lung|e. lung|ed. lung|es. lung|ing. major|it
    marin|at mechan|ism medic|at miner|al minor|it modul|at moral|e. name|ly
    near|ly neglig|ib numer|ous object|iv optim|ism organ|ic organis|m palat|ab
    past|e. past|es. personal|it physic|al plastic|it posit|ion practic|al
    process|ion prospect|iv public|at publicit|y rat|ing ration|al recess|ion
    recessi|v refer|enc relat|iv respect|iv respons|ib secret|e secret|i
    sever|al short|ly sole|ly subject|iv success|ion successi|v termin|al
    test|es. topic|al transit|ion unit|e. unit|ed unit|es. unit|ing univers|al
    universi|t unlik|ely veget|atio vegetati|v wit|ness
"""
MARK = "qt"  # letters of no word, and no ending: -ion and -ly may stand behind them
NAMED = "qn"  # behind a name, of which no stem is taken
# Inflammations, of which the stemmer leaves the organ: "pancreatitis" and "pancreatic".
_INFLAMED = ("itis ", f"itis{MARK} ")


def _marked() -> list[tuple[str, str]]:
    parted = (word.replace(".", " ").split("|") for word in _APART.split())
    marked = [(f" {stem}{rest}", f" {stem}{MARK}{rest}") for stem, rest in parted]
    return [*marked, _INFLAMED]


# What is written for what, in small letters between blanks.
MARKED = dict(_marked())
