"""Other spellings under which a word that is searched for may be written.

What can be told from the letters alone is brought into one form when texts are stored
(``core.text_search_sql``); what cannot, is searched for in each form: inflections that
stemming parts, American words for British ones, names without their umlaut. A form that
no language has finds nothing, and costs as much.
"""

import re
from collections.abc import Iterator

from texts.compounds import parted
from texts.greek import GREEK
from texts.joined_articles import with_and_without
from texts.ligatures import with_plain_e

LONGEST = 40  # letters: what is longer is no word with another spelling
_FEWEST = 5  # letters of a word whose parts are looked at
_IRREGULAR = (
    "man men",
    "woman women",
    "child children childhood",
    "person people",
    "foot feet",
    "tooth teeth",
    "mouse mice",
    "louse lice",
    "leaf leaves leafy",
    "calf calves",
    "half halves",
    "hoof hooves",
    "knife knives",
    "self selves",
    "shelf shelves",
    "wife wives",
    "gas gases",
    "bacterium bacteria bacterial",
    "criterion criteria",
    "phenomenon phenomena",
    "ganglion ganglia ganglionic",
    "fungus fungi fungal",
    "virus viruses viral",
    "larva larvae larval",
    "ovum ova",
    "embolus emboli embolism embolic",
    "fetus fetuses fetal",
    "feces fecal",
    "femur femora femoral",
    "nucleus nuclei",
    "nevus nevi",
    "ramus rami",
    "sulcus sulci sulcal",
    "corpus corpora",
    "viscus viscera visceral",
    "genus genera",
    "sinus sinuses",
    "villus villi villous",
    "axis axes",
    "testis testes testicular",
    "locus loci",
    "focus foci focal",
    "uterus uteri uterine",
    "index indices indexes",
    "matrix matrices",
    "appendix appendices",
    "ageing aging",
    "grey gray",
    "haem heme",
    "mould mold moulds molds",
    "programme program programs programmes",
    "judgement judgment",
    "aluminium aluminum",
    "sceptic skeptic sceptics skeptics",
    "sceptical skeptical",
    "scepticism skepticism",
    "aeroplane airplane",
    "pyjamas pajamas",
    "become became",
    "begin began begun",
    "break broke broken",
    "bring brought",
    "choose chose chosen",
    "eat ate eaten",
    "fall fell fallen",
    "feel felt",
    "fight fought",
    "forget forgot forgotten",
    "freeze froze frozen",
    "give gave given",
    "hold held",
    "keep kept",
    "lose lost",
    "pay paid",
    "seek sought",
    "shake shook shaken",
    "shrink shrank shrunk",
    "speak spoke spoken",
    "spend spent",
    "stick stuck",
    "swim swam swum",
    "take took taken",
    "teach taught",
    "think thought",
    "undergo underwent undergone",
    "understand understood",
    "wake woke woken",
    "wear wore worn",
    "withdraw withdrew withdrawn",
    "better best",
    "absent absence",
    "deep deeper deepest",
    "draught draft",
    "fast faster fastest",
    "fasting fasted",  # is not "faster"
    "great greater greatest",
    "heavy heavier heaviest",
    "high higher highest",
    "jewellery jewelry",
    "large larger largest",
    "long longer longest",
    "neighbour neighbor neighbourhood neighborhood",
    "old older oldest",
    "short shorter shortest",
    "slow slower slowest",
    "small smaller smallest",
    "urgent urgency",
    "weak weaker weakest",
    "young younger youngest",
    "worse worst",
    "bleed bled",
    "fed feed",
    "infant infants infancy",
    "obese obesity",
    "ug mcg µg μg microgram",
    "mg milligram",
    "ml millilitre milliliter",
    "cesarean cesarian",
    "face facial",
    "lens lenses",
    "maintain maintenance",
    "tired tiredness",
    "retain retention",
    "paracetamol acetaminophen",
    "adrenaline epinephrine",
    "noradrenaline norepinephrine",
    "salbutamol albuterol",
    "pethidine meperidine",
    "lidocaine lignocaine",
    "furosemide frusemide",
    "glibenclamide glyburide",
    "ciclosporin cyclosporin cyclosporine",
    "st saint",
    "vit vitamin",
    "aorta aortic",
    "abdomen abdominal",
    "anxiety anxious",
    "artefact artifact",
    "autism autistic",
    "benefit beneficial",
    "breastfed breastfeeding",
    "bronchus bronchi bronchial",
    "burn burnt",
    "caecum cecal",
    "caries carious",
    "cell cellular",
    "cervix cervical",
    "cortex cortices cortical",
    "counsel counsellor counselor",
    "death die died dying",
    "dementia demented",
    "dense density",
    "dental dentist dentistry",
    "dermis dermal",
    "diet dietary",
    "dietician dietitian",
    "disc disk",
    "cosy cozy",
    "dose dosage",
    "drink drank drunk drinker drinking",
    "dry dryness",
    "embryo embryonic",
    "enzyme enzymatic",
    "epidermis epidermal",
    "fever feverish",
    "follicle follicular",
    "gland glandular",
    "gram gramme",
    "grow grew grown growth",
    "herb herbal",
    "ileum ileal",
    "infection infectious",
    "itch itchy itching",
    "kilogram kilogramme",
    "licence license licensed",
    "licorice liquorice",
    "mania manic",
    "menstrual menstruation",
    "microbe microbial",
    "migraine migraineur migraineurs",
    "mollusc mollusk",
    "moustache mustache",
    "mum mom",
    "muscle muscular",
    "mutant mutation",
    "nausea nauseous nauseated",
    "ovary ovarian",
    "pancreas pancreatic",
    "patella patellar",
    "pelvis pelvic",
    "practice practise",
    "recover recovery",
    "rectum rectal",
    "remit remission",
    "risk risky",
    "run ran running runner",
    "sacrum sacral",
    "safe safer safest safety",
    "salt salty",
    "sex sexual",
    "sleep sleepy slept",
    "smoke smoker smoking",
    "spine spinal",
    "spleen splenic",
    "starch starchy",
    "strong stronger strongest strength strengthen",
    "sugar sugary",
    "swelling swollen",
    "symptom symptomatic",
    "testicle testicular",
    "thalamus thalamic",
    "thorax thoracic",
    "tibia tibial",
    "urine urinary",
    "vein venous",
    "ventricle ventricular",
    "vesicle vesicular",
    "weigh weight",
    "whiskey whisky",
    "yoghurt yogurt",
    "two 2",
    "three 3",
    "four 4",
    "five 5",
    "six 6",
    "seven 7",
    "eight 8",
    "nine 9",
    "ten 10",
    "eleven 11",
    "twelve 12",
)
_ALIKE: dict[str, tuple[str, ...]] = {
    word: tuple(other for other in line.split() if other != word)
    for line in _IRREGULAR
    for word in line.split()
}
# The forms of one stem that grammar builds with different endings.
_ENDINGS = (
    ("osis", "oses", "otic"),
    ("itis", "itides", "itic"),
    ("ysis", "yses", "ytic", "yse", "ysed"),
    ("rrhea", "rrhoea", "rrheal", "rrheic"),
    ("pnea", "pnoea", "pneic"),
    ("emia", "emias", "emic", "aemic", "aemia"),
    ("pathy", "pathies", "pathic"),
    ("ergy", "ergies", "ergic"),
    ("asthma", "asthmatic", "asthmatics"),
    ("trauma", "traumas", "traumatic"),
    ("ema", "ematous"),
    ("trophy", "trophies", "trophic"),
    ("therapy", "therapies", "therapeutic", "therapist", "therapists"),
    ("iatric", "iatrics", "iatry", "iatrist", "iatrists", "iatrician", "iatricians"),
    ("logy", "logical", "logist", "logists"),
    ("ule", "ules", "ular"),
    ("ynx", "yngeal"),
    ("phagus", "phageal"),
    ("duce", "duces", "duced", "ducing", "duction", "ductions"),
    ("sorb", "sorbs", "sorbed", "sorbing", "sorption"),
    ("sume", "sumes", "sumed", "suming", "sumption"),
    ("scribe", "scribes", "scribed", "scribing", "scription", "scriptions"),
    ("flame", "flamed", "flammation", "flammatory"),
    ("vive", "vives", "vived", "viving", "vival", "vivor", "vivors"),
    ("lent", "lence"),
    ("oma", "omas", "omata"),
    ("sis", "ses"),
    ("nosis", "noses", "nostic", "nose", "nosed", "nosing"),
    ("iasis", "iases", "iatic"),
    ("psia", "psis", "psy", "ptic"),
    ("thesia", "thetic", "thetics"),
    ("tasis", "tases", "tatic"),
    ("thesis", "theses", "thetic"),
    ("plegia", "plegic"),
    ("algia", "algic"),
    ("phylaxis", "phylactic"),
    ("pause", "pausal"),
    ("gery", "geries", "gical"),
    ("gnant", "gnancy", "gnancies"),
    ("cient", "ciency", "ciencies"),
    ("ndent", "ndency", "ndence"),
    ("escent", "escence"),
    ("ment", "ments", "mental"),
    ("scopy", "scopies", "scopic"),
    ("graphy", "graphies", "graphic"),
    ("metry", "metric"),
    ("dmit", "dmits", "dmitted", "dmitting", "dmission", "dmissions"),
    ("smit", "smits", "smitted", "smitting", "smission", "smissions"),
    ("ccur", "ccurs", "ccurred", "ccurring", "ccurrence", "ccurrences"),
    ("ecur", "ecurs", "ecurred", "ecurring", "ecurrence", "ecurrences", "ecurrent"),
    ("nvert", "nverts", "nverted", "nverting", "nversion", "nversions"),
    ("clude", "cludes", "cluded", "cluding", "clusion", "clusions"),
    ("rceive", "rceives", "rceived", "rceiving", "rception", "rceptions"),
    ("rvene", "rvenes", "rvened", "rvening", "rvention", "rventions"),
    ("pand", "pands", "panded", "panding", "pansion"),
    ("spond", "sponds", "sponded", "sponding", "sponse", "sponses"),
    ("spire", "spiration", "spiratory"),
    ("culate", "culates", "culated", "culating", "culation", "culatory"),
    ("minister", "ministers", "ministered", "ministering", "ministration"),
    ("gister", "gisters", "gistered", "gistering", "gistration", "gistry", "gistries"),
    ("eliver", "elivers", "elivered", "elivering", "elivery", "eliveries"),
    ("ferral", "ferrals", "fer", "fers", "ferred", "ferring"),
    ("mpare", "mpares", "mpared", "mparing", "mparison", "mparisons"),
    ("perience", "periences", "perienced", "periencing"),
)
# Latin nouns and what is made of them: "thrombus", "vertebral"; of short stems too much
# else has these endings.
_LATIN = re.compile(r"([a-z]{5,})(?:us|um|i|ae?|al)")
_LATIN_ENDINGS = ("us", "i", "um", "a", "ae", "al")
# Greek nouns of which the adjective loses its ending: "hypoxic". "Media" is no "medic".
_GREEK_NOUN = re.compile(r"([a-z]{4,})(?:ia|ic|iac)")
# British and American: each written for the other, where it stands.
_SPELLINGS = (
    (
        re.compile(r"our(?=s?$|ed$|ings?$|ers?$|al$|able$|ite|less$|ful$|ously$|ous$)"),
        "or",
    ),
    (re.compile(r"or(?=s?$|ed$|ings?$|ers?$|al$|able$|ite|less$|ful$)"), "our"),
    (re.compile(r"(?<!rr)i(?:er|est)$"), "y"),  # healthier; a barrier is no Barry
    (re.compile(r"(?<=[tbv])re(?=s?$|d$)"), "er"),
    (re.compile(r"(?<=[tbv])er(?=s?$)"), "re"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|i[sz])"), "l"),
    (re.compile(r"(?<=[aeiou])l(?=ed$|ing$|er$|ers$|i[sz])"), "ll"),
    (re.compile(r"(?<=i)ll(?=ment|ful)"), "l"),
    (re.compile(r"(?<=i)l(?=ment|ful)"), "ll"),
    (re.compile("sulph"), "sulf"),
    (re.compile("sulf"), "sulph"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[al])og(?=s?$)"), "ogue"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ense(?=s?$)"), "ence"),
    (re.compile(r"^foet"), "fet"),
    (re.compile(r"^leuc"), "leuk"),
    (re.compile(r"^leuk"), "leuc"),
    (re.compile(r"trop(?=h?in$)"), "troph"),
)
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_GREEK_AT_THE_END = re.compile(
    rf"([a-z]{{2,5}}?)({'|'.join(name for name in GREEK.values() if len(name) > 3)})"
)
_GREEK_AT_THE_START = re.compile(r"(alpha|beta|gamma|delta|kappa|omega)([a-z]{5,})")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACRONYM_IN_SMALL = re.compile(r"[a-z]{2,3}s")
_CODE = re.compile(r"([a-z]{5,10})(\d{1,3}[a-z]?)", re.I)  # SARSCoV2
# A Latin letter for a Greek one, behind capitals or before a number: TNFa, NFkB, tgfb1.
_GREEK_IN_LATIN = re.compile(
    r"([A-Z]{2,5}\d{0,2})([abgk])([A-Z]?\d{0,2})|([a-z]{2,4})([abg])(\d{1,2})"
)
# Greek letters for which Latin ones are typed.
MEANT = {"a": "alpha", "b": "beta", "g": "gamma", "k": "kappa"}
_UNITS = ["l litre liter", "d day", "h hr hour", "min minute", "wk week", "yr year"]
_UNIT_FORMS = {unit: forms.split() for forms in _UNITS for unit in forms.split()}


def variants(word: str) -> tuple[str, ...]:
    """The other spellings of one word, in small letters; none where there are none.

    "oestrogen" needs none: stored words have it in one form. "tumor" gives "tumour",
    "osteoporotic" gives "osteoporosis", "tnfalpha" gives "tnf alpha".
    """
    small = word.lower()
    if codes := tuple(_codes(word)):
        return codes
    if small.isdigit():
        return tuple(_numbers(small))
    if not small.isalpha() or len(small) > LONGEST:
        return ()
    found = dict.fromkeys([*_variants(small), *_parted_at_capitals(word)])
    if word != small and word.isupper():  # an acronym, not a word that is bent
        found = dict.fromkeys(one for one in found if " " in one)
    found.pop(small, None)
    return tuple(found)


def ratios(pieces: list[str]) -> Iterator[str]:
    """A ratio of units in other words: "mg/day" as "mg d" and "mg per day"."""
    *first, last = pieces
    for unit in _UNIT_FORMS.get(last.lower(), [last]):
        yield " ".join([*first, unit])
        yield " ".join([*first, "per", unit])


def name_variants(name: str) -> tuple[str, ...]:
    """The other spellings of a name: Mueller of Müller; not Younger of Young."""
    small = name.lower()
    if not small.isalpha() or len(small) > LONGEST:
        return ()
    found = dict.fromkeys([*_umlauts(small), *_parted_at_capitals(name)])
    return (*found, *with_and_without(small))


def _numbers(digits: str) -> Iterator[str]:
    """A number as a word, and with a comma between its thousands."""
    yield from _ALIKE.get(digits, ())
    if 4 <= len(digits) <= 9 and digits[0] != "0":
        yield f"{int(digits):,}"


def _parted_at_capitals(word: str) -> Iterator[str]:
    """A name with a capital inside, parted before it: "OBrien" as "O Brien"."""
    for capital in _INNER_CAPITAL.finditer(word):
        yield f"{word[: capital.start()]} {word[capital.start() :]}"


def _variants(word: str) -> Iterator[str]:
    if (plain := with_plain_e(word)) != word:  # as it is stored
        yield from _variants(plain)
    known = [word.removesuffix(ending) for ending in ("", "s", "ed", "ing")]
    known += [f"{one}e" for one in known[2:] if one != word]  # practicing
    yield from next((_ALIKE[one] for one in known if one in _ALIKE), ())
    if _ACRONYM_IN_SMALL.fullmatch(word):
        yield word.upper()
    if joined := _GREEK_AT_THE_END.fullmatch(word):
        yield f"{joined[1]} {joined[2]}"
    if joined := _GREEK_AT_THE_START.fullmatch(word):
        yield f"{joined[1]} {joined[2]}"
    yield from _umlauts(word)
    yield from with_and_without(word)
    if len(word) < _FEWEST:
        return
    for endings in _ENDINGS:
        for ending in endings:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                yield from (stem + other for other in endings)
    if latin := _LATIN.fullmatch(word):
        yield from (latin[1] + ending for ending in _LATIN_ENDINGS)
    if greek := _GREEK_NOUN.fullmatch(word):
        yield from (greek[1] + ending for ending in ("ia", "ic", "iac"))
    yield from parted(word)
    for pattern, other in _SPELLINGS:
        if pattern.search(word):
            yield pattern.sub(other, word)


def _codes(word: str) -> Iterator[str]:
    """A name of a molecule or virus, parted where a hyphen may stand in it."""
    if meant := _GREEK_IN_LATIN.fullmatch(word):
        first, letter, rest = (group or "" for group in meant.groups()[:3])
        if not letter:
            first, letter, rest = meant.groups()[3:]
        yield f"{first} {MEANT[letter]} {rest}".strip()
    if code := _CODE.fullmatch(word):
        letters, number = code.groups()
        for place in range(2, len(letters) - 1):
            first = letters[:place]
            for one in (first, first.upper()) if first.endswith("s") else (first,):
                yield f"{one} {letters[place:]} {number}"


def _umlauts(word: str) -> Iterator[str]:
    if (written := word.translate(_WRITTEN_OUT)) != word:
        yield written
    for pair, letter in _UMLAUTS:
        if pair in word:
            yield word.replace(pair, letter)
