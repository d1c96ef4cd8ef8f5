"""What LaTeX's commands stand for in bibliographic values, by their names.

LaTeX, its common packages and biblatex; symbols of mathematics are the library's.
"""

# Letters and signs, wherever they stand.
SIGNS = {
    "ss": "ß", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "SS": "ẞ",
    "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£",
    "euro": "€", "slash": "/", "ldots": "…", "dots": "…", "degree": "°", "TeX": "TeX",
    "celsius": "°C", "micro": "µ", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
    "nobreakspace": " ", "thinspace": " ", "space": " ", "enspace": " ", "quad": " ",
    "qquad": " ", "hfill": " ", "hfil": " ", "newline": " ", "linebreak": " ",
    "smallskip": " ", "medskip": " ", "bigskip": " ", "par": " ", "xspace": " ",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»",
    "flq": "‹", "frq": "›", "guillemotleft": "«", "guillemotright": "»",
    "quotedblbase": "„", "quotesinglbase": "‚", "lq": "‘", "rq": "’",
    "guilsinglleft": "‹", "guilsinglright": "›", "checkmark": "✓", "minus": "−",
}  # fmt: skip
# Units as siunitx names them.
SIGNS |= {
    "kilo": "k", "milli": "m", "nano": "n", "centi": "c", "deci": "d", "mega": "M",
    "gram": "g", "metre": "m", "meter": "m", "litre": "L", "liter": "L", "mole": "mol",
    "second": "s", "minute": "min", "hour": "h", "day": "d", "percent": "%",
    "per": "/", "degreeCelsius": "°C", "hertz": "Hz", "pascal": "Pa", "gray": "Gy",
}  # fmt: skip
SIGNS |= {
    f"text{name}": sign
    for name, sign in {
        "less": "<", "greater": ">", "bar": "|", "backslash": "\\", "underscore": "_",
        "asciitilde": "~", "asciicircum": "^", "tildelow": "~", "dollar": "$",
        "braceleft": "{", "braceright": "}", "endash": "–", "emdash": "—",
        "quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "quotedbl": '"',
        "quotedblleft": "“", "quotedblright": "”", "registered": "®",
        "trademark": "™", "copyright": "©", "degree": "°", "celsius": "°C", "mu": "µ",
        "periodcentered": "·", "bullet": "•", "ellipsis": "…", "euro": "€",
        "sterling": "£", "yen": "¥", "cent": "¢", "pm": "±", "times": "×", "div": "÷",
        "minus": "−", "section": "§", "paragraph": "¶", "dagger": "†",
        "daggerdbl": "‡", "asteriskcentered": "*", "onehalf": "½", "onequarter": "¼",
        "threequarters": "¾", "onesuperior": "¹", "twosuperior": "²",
        "threesuperior": "³", "ordfeminine": "ª", "ordmasculine": "º",
        "exclamdown": "¡", "questiondown": "¿", "ohm": "Ω", "micro": "µ",
        "perthousand": "‰", "numero": "№", "visiblespace": " ", "space": " ",
        "hyphen": "-", "nonbreakinghyphen": "-", "softhyphen": "", "compwordmark": "",
        "leftarrow": "←", "rightarrow": "→", "lnot": "¬", "brokenbar": "¦",
        "quotestraightbase": "‚", "quotestraightdblbase": "„",
        "asciigrave": "`", "asciiacute": "´", "asciidieresis": "¨", "asciimacron": "¯",
    }.items()
}  # fmt: skip
for at, name in enumerate(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron"
    " pi rho varsigma sigma tau upsilon phi chi psi omega".split()
):
    small = chr(0x3B1 + at)
    SIGNS |= {f"up{name}": small, f"text{name}": small}

# Looks alone: the name goes, what it is used on stays.
LOOKS = frozenset(
    """
    it bf em rm sc sl tt sf cal itshape bfseries mdseries scshape upshape slshape
    ttfamily rmfamily sffamily normalfont normalsize tiny scriptsize footnotesize small
    large Large LARGE huge Huge boldmath unboldmath displaystyle textstyle selectfont
    emph textit textbf textsc textrm texttt textsf textsl textup textnormal textmd
    textin textsw textulc text underline uline uuline uwave sout mbox hbox fbox makebox
    framebox vbox textsuperscript textsubscript textsup textsub ensuremath
    mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal
    boldsymbol bm pmb operatorname mathop mathord mathrel mathbin
    NoCaseChange mkbibemph mkbibitalic mkbibbold mkbibacro mkbibsuperscript
    mkbibparens url path nolinkurl protect relax sp sb ce ch cf chem num si unit ang ion
    allowbreak nobreak nolinebreak break noindent ignorespaces unskip leavevmode
    bibnamefont bibfnamefont bibinfo textgreek textcyrillic textlatin textipa
    left right big Big bigg Bigg limits nolimits strut smash
    """.split()
)
# With a first argument that is no text: a colour, a language, an address, a length.
ARGUED = frozenset(
    """
    textcolor color colorbox href foreignlanguage textlang selectlanguage otherlanguage
    hspace vspace hskip SIrange bibfield bibinfo fontsize fontfamily rule label
    raisebox
    hypertarget hyperlink
    """.split()
)
# For sorting and layout alone: the argument is no text either.
DROPPED = frozenset(
    """
    noop noopsort SortNoop sortnoop Noop NOOP sortkey printfirst switchargs natexlab
    phantom hphantom vphantom footnote footnotetext thanks nocite cite citep citet ref
    pageref eqref autoref includegraphics
    citeauthor citeyear index glossary marginpar bibliographystyle
    """.split()
)
CASES = {
    "MakeUppercase": str.upper,
    "uppercase": str.upper,
    "MakeTextUppercase": str.upper,
    "MakeLowercase": str.lower,
    "lowercase": str.lower,
    "MakeTextLowercase": str.lower,
    "enquote": "“{}”".format,
    "mkbibquote": "“{}”".format,
}
# Marks over a letter, in text and in mathematics, as combining characters.
ACCENTS = dict(
    zip(
        "'\"`^~=.cvuHkrdbGUth",
        "\u0301\u0308\u0300\u0302\u0303\u0304\u0307"
        "\u0327\u030c\u0306\u030b\u0328\u030a\u0323\u0331\u030f\u030e\u0361\u0309",
        strict=True,
    )
)
del ACCENTS["h"]  # as often a letter of a formula
MARKS = {
    "bar": "\u0304", "overline": "\u0304", "hat": "\u0302", "widehat": "\u0302",
    "tilde": "\u0303", "widetilde": "\u0303", "vec": "\u20d7", "dot": "\u0307",
    "ddot": "\u0308", "acute": "\u0301", "grave": "\u0300", "check": "\u030c",
    "breve": "\u0306", "mathring": "\u030a", "textcommabelow": "\u0326",
}  # fmt: skip
