"""Works that do not exist, as CSL items: what their entries must be read into.

Readers were tuned on ``TUNED`` alone; ``HELD`` says how they fare on others.
"""

import re
from typing import Any

Item = dict[str, Any]


def people(names: str) -> list[dict[str, str]]:
    """Names from "Xamplova, Ada; van Quist, Cor; =World Example Organization"."""
    found = []
    for name in filter(None, names.split("; ")):
        if name.startswith("="):
            found.append({"literal": name[1:]})
            continue
        family, _, given = name.partition(", ")
        given, _, suffix = given.partition(", ")
        particle = re.match(
            r"(?:van|von|de|di|der|ter|la|den)(?: de[rn]?| la)? ", family
        )
        one = {"family": family[particle.end() :] if particle else family}
        one |= {"given": given} if given else {}
        one |= {"non-dropping-particle": particle[0].strip()} if particle else {}
        found.append(one | ({"suffix": suffix} if suffix else {}))
    return found


def article(names, date, title, journal, place="", doi="", **more) -> Item:
    """An article; ``journal`` is "In full = Cut", ``place`` is "12(3):144-151"."""
    full, _, cut = journal.partition(" = ")
    found = re.fullmatch(r"([^(:]*)(?:\(([^)]*)\))?(?::(.*))?", place)
    volume, issue, pages = found.groups() if found else ("", "", "")
    return _item(
        "article-journal",
        names,
        date,
        title,
        {
            "container-title": full,
            "container-title-short": cut or full,
            "volume": volume,
            "issue": issue,
            "page": pages,
            "DOI": doi and f"10.5555/{doi}",
            **more,
        },
    )


def other(kind, names, date, title, **more) -> Item:
    """A book, chapter, report, page, thesis, preprint or paper of a conference."""
    if "editor" in more:
        more["editor"] = people(more["editor"])
    if "container" in more:
        more["container-title"] = more.pop("container")
    return _item(kind, names, date, title, more)


def _item(kind, names, date, title, more) -> Item:
    parts = [int(part) for part in str(date).split("-")]
    item = {"type": kind, "title": title, "author": people(names)}
    item |= {"issued": {"date-parts": [parts]}} if parts[0] else {}
    return item | {key: value for key, value in more.items() if value}


TUNED: tuple[Item, ...] = (
    article(
        "Xamplova, Ada B.; van der Quist, Cor",
        "2016-03-04",
        "Drops for dry eyes: a made-up trial in 40 adults",
        "Journal of Examples = J Examp",
        "12(3):144-151",
        "je.2016.144",
    ),
    article(
        "Inventa, Ben; Madeupsky, Carla D.; Fauxère, Élise",
        "2019-11",
        "Does a fictitious tea help? A look-alike of a systematic review",
        "Annals of Invented Medicine = Ann Invent Med",
        "7(2):33-39",
        "aim.7.33",
    ),
    article(
        "Ottobrand, Karl; Pellworm, Ida; Quarrel, Tom; Rosegarth, Una; Sandler, V. "
        "W.; Tarnish, Xenia; Umberto, Y.; Vellum, Zoe",
        "2021",
        "Salt, pepper and other things that were never weighed",
        "International Journal of Made-up Research = Int J Made Up Res",
        "140(12):1002-1011",
        "ijmr.140.1002",
    ),
    other(
        "report",
        "=World Example Organization",
        "2010",
        "Global report on examples",
        publisher="World Example Organization",
        **{"publisher-place": "Nowhere"},
    ),
    article(
        "=Institute of Made-up Medicine; Oakfeather, Pia",
        "2014",
        "Advice on moss, ferns, and lichens in the clinic",
        "Acta Fictitia Scandinavica = Acta Fict Scand",
        "55(4):e1044",
        "afs.55.1044",
    ),
    article(
        "Suhartini; Brandtholm, Nils",
        "2018",
        "One name is enough for an author of examples",
        "Exemplaria",
        "3(1):29-38",
        "ex.2018.29",
    ),
    article(
        "Mossley, Ada; Fernwell, Bert",
        "2023",
        "Early words on moss against sore knees",
        "Journal of Examples = J Examp",
        "",
        "je.ahead.77",
    ),
    article(
        "García-Inventado, José; O’Fictio, Niamh",
        "2020",
        "TGF-β1 and IL-6 in snails of no island (Helix nusquam)",
        "PLOS Examples = PLOS Ex",
        "15(6):e0234567",
        "pex.0234567",
    ),
    other(
        "book",
        "Inventa, Ben",
        "2001",
        "A handbook of nothing",
        publisher="Made-up Press",
        edition="3",
        ISBN="978-0-00-000000-2",
        **{"publisher-place": "Nowhere"},
    ),
    other(
        "chapter",
        "Xamplova, Ada",
        "2011",
        "Why eyes are dry: a chapter",
        container="A book of examples",
        editor="Roe, Charles; Inventa, Ben",
        page="12-34",
        publisher="Made-up Press",
        **{"publisher-place": "Nowhere"},
    ),
    other(
        "thesis",
        "Nilsgård, Åse",
        "2015",
        "On things that are not",
        publisher="University of Examples",
        genre="PhD thesis",
    ),
    other(
        "webpage",
        "=Example Clinic",
        "2021-02-05",
        "Sore knees and what to ask",
        container="Example Clinic",
        URL="https://example.org/knees",
        accessed={"date-parts": [[2023, 6, 3]]},
    ),
    other(
        "article",
        "Vellum, Zoe; Tarnish, Xenia",
        "2022-08-09",
        "A first look at what nobody measured",
        publisher="madeRxiv",
        DOI="10.5555/2022.08.09.22",
    ),
    article(
        "Müllerin, Jörg; Sørnotte, Pål; Łęczny, Żaneta",
        "2008-07",
        "Long-term follow-up of 1,200 imagined patients",
        "The Example Lancet = Ex Lancet",
        "371(9600):101-109",
        "exl.371.101",
    ),
    article(
        "Farnaby, Keith, Jr.; Lisle, R.",
        "1997",
        "5-year results of doing nothing vs. waiting: the NIL-2 study",
        "Ageing, Care & Society of Examples = Ageing Care Soc Ex",
        "4(Suppl 2):S12-S19",
        "acs.4.s12",
    ),
    article(
        "Grimshaw, Holt",
        "2005",
        "In memory of a tea: what we drank and why",
        "Advances in Made-up Medicine = Adv Made Up Med",
        "21(5):400-402",
    ),
    other(
        "paper-conference",
        "Radiant, Lou; Dao, Mina",
        "2024",
        "Attention is not enough for examples",
        container="Papers of the 12th Meeting of Invented Linguistics",
        page="77-89",
        publisher="Association for Invented Linguistics",
    ),
    article(
        "Wexcombe, Ann; Yardley, B.; Zorn, C.; Abel, D.",
        "2012-01-15",
        "Zinc, copper, iron: which metal for whom?",
        "British Journal of Things = Br J Things",
        "200(1):81-88",
        "bjt.200.81",
    ),
    article(
        "de la Fábula, María; ter Horstmann, Piet",
        "2017",
        "U.S. trends in imagined sleep, 1999–2014",
        "Sleepless Quarterly = Sleepless Q",
        "9(4):210-219",
        "sq.9.210",
    ),
    article(
        "Lin, Wei; Wu, Xi",
        "2013",
        "A cream",
        "Dermatologia Ficta = Derm Ficta",
        "66:55-61",
        "df.66.55",
    ),
    article(
        "Pasqualini-Vero, Gino",
        "1988",
        "“Feeling green”: a study of moss and mood",
        "Quarterly of Odd Findings = Q Odd Find",
        "2(2):88-93",
    ),
    article(
        "=SNAIL Study Group",
        "2009",
        "Snail cream after burns of dolls: a randomised, double-blind trial",
        "Annals of Invented Medicine = Ann Invent Med",
        "1(1):17-25",
        "aim.1.17",
    ),
    article(
        "Li, Xu; An, Bo; Oh, Min-Ji",
        "2016",
        "On pepper",
        "Spices of Nowhere = Spices Nowhere",
        "11:42-47",
        "sn.11.42",
    ),
    article(
        "Ó Mádeup, Ciarán; McFable, Rory; Peña-Nada, Sol",
        "2022-02",
        "LDL, HDL and VLDL in statues (n = 12): a pilot",
        "BMC Invented Cardiology = BMC Invent Cardiol",
        "22:117",
        "bic.22.117",
    ),
    article(
        "Dewinta; Prasetia; Falkvist, Örjan",
        "2012",
        "Three and more: names without surnames",
        "Onomastica Ficta = Onom Ficta",
        "8(2):55-63",
        "of.8.55",
    ),
    article(
        "=National Centre for Stories; Whimbrel, Jay",
        "2017",
        "When, where, and how to tell a tale",
        "Tales & Health = Tales Health",
        "3(4):77-85",
        "th.3.77",
    ),
    other(
        "chapter",
        "Grimshaw, Holt; Mossley, Ada",
        "2020",
        "How the moss was won",
        container="Plants that talk",
        editor="Fernwell, Bert",
        page="55-71",
        publisher="Inkwell & Daughters",
        **{"publisher-place": "Atlantis"},
    ),
    article(
        "Tarnish, Xenia",
        "2024",
        "Bandages nobody wore: an early account",
        "Chirurgia Fabulosa",
        "",
        "cf.early.3",
    ),
    article(
        "Vellum, Zoe, III; Quarrel, T. M.",
        "2003",
        "Phase 3 of rest vs. sleep: the NAP trial",
        "Dreams, Naps and Medicine = Dreams Naps Med",
        "5(Suppl 1):S1-S9",
        "dnm.5.s1",
    ),
    article(
        "ten Fantasie, Wim; del Inventario, Rosa",
        "2011",
        "U.K. and E.U. views of made-up salts, 1990–2010",
        "Salt Policy = Salt Pol",
        "13(2):99-110",
        "sp.13.99",
    ),
)

HELD: tuple[Item, ...] = (
    article(
        "Notreal, Priya; Abelfalse, Simon",
        "2015-09-21",
        "Salve on scars: an imagined study of 120 adults",
        "Journal of Nothing in Particular = J Noth Part",
        "31(9):77-84",
        "jnp.31.77",
    ),
    article(
        "Thistlewood, G. H.; Untruth, M.; Kestrel, Olga",
        "2011",
        "Is broth better than rest? Results from two made-up cohorts",
        "Example Medical Journal = Ex Med J",
        "344:e3301",
        "emj.e3301",
    ),
    article(
        "Ashplant, Q.; Birchall, R.; Cedarholm, S.; Dogwood, T.; Elderkin, U.; "
        "Firth, V.; Gorsedale, W.; Hollins, X.; Ivyson, Y.",
        "2022-05",
        "Rain, wind and the knees of nobody in twelve towns",
        "Weather and Fiction = Weather Fict",
        "18(5):501-517",
        "wf.18.501",
    ),
    other(
        "report",
        "=National Agency for Made-up Health",
        "2019-10",
        "Plan for things that may not happen, 2020-2030",
        publisher="National Agency for Made-up Health",
        **{"publisher-place": "Erewhon"},
    ),
    article(
        "=Committee on Imagined Safety; Greyling, Tess",
        "2006",
        "Signals, noise, and other words of caution",
        "Safety in Stories = Saf Stories",
        "14(2):120-131",
        "sis.14.120",
    ),
    article(
        "Wulandari; Setiawan; Holmqvist, Åke",
        "2020",
        "Two names and one: how lists go wrong",
        "Names & Lists = Names Lists",
        "5(3):61-70",
        "nl.5.61",
    ),
    article(
        "Foxbridge, Eve",
        "2024",
        "Needles that were never used: a first report",
        "Acupuncta Fabulosa",
        "",
        "af.early.12",
    ),
    article(
        "Ó Fictional, Seán; Núñez-Falso, Inés",
        "2016",
        "HbA1c, BMI and CRP in paper dolls (n = 0)",
        "BMC Invented Metabolism = BMC Invent Metab",
        "16:204",
        "bim.16.204",
    ),
    other(
        "book",
        "Quillfeather, Basil; Roughcast, Ned",
        "1994",
        "The care of imaginary plants",
        publisher="Fable & Sons",
        edition="2",
        ISBN="978-0-00-000001-9",
        **{"publisher-place": "Utopia"},
    ),
    other(
        "chapter",
        "Kestrel, Olga; Lapwing, Mo",
        "2018",
        "What the owl did not say",
        container="Birds of invention",
        editor="Swift, Jo",
        page="201-219",
        publisher="Fable & Sons",
        **{"publisher-place": "Utopia"},
    ),
    other(
        "thesis",
        "Haltegren, Sixten",
        "2003",
        "The length of short stories",
        publisher="University of Nowhere",
        genre="PhD thesis",
    ),
    other(
        "webpage",
        "=Council for Made-up Food",
        "2022-12-01",
        "Questions and answers on invisible soup",
        container="Council for Made-up Food",
        URL="https://example.org/soup",
        accessed={"date-parts": [[2024, 1, 2]]},
    ),
    other(
        "article",
        "Ravensworth, Noor; Stork, Jan",
        "2021-04-12",
        "Counting what is not there with care",
        publisher="fictRxiv",
        DOI="10.5555/2021.04.12.44",
    ),
    article(
        "Brännlund, Östen; Çelikyalan, Gül; Dvořáková, Jiřina",
        "1999-12",
        "Fifteen years of waiting in 3,400 invented patients",
        "The New Erewhon Journal of Medicine = N Erewhon J Med",
        "341(24):1801-1808",
        "nejx.341.1801",
    ),
    article(
        "Underhill, Frank, III; Vane, P. Q.",
        "2001",
        "Phase 2 of nothing vs. placebo: the VOID trial",
        "Clinical Fables, Trials and Tales = Clin Fables Trials Tales",
        "8(Suppl 1):S3-S11",
        "cft.8.s3",
    ),
    article(
        "Mirehouse, Celia",
        "1979",
        "In praise of doubt: notes from a ward",
        "Progress in Doubtful Studies = Prog Doubt Stud",
        "2(4):301-309",
    ),
    other(
        "paper-conference",
        "Penhallow, Kit; Osei-Fable, Kofi",
        "2023",
        "Parsing what nobody wrote",
        container="Papers of the First Workshop on Absent Text",
        page="5-14",
        publisher="Society for Absent Text",
    ),
    article(
        "Larkrise, Amy; Mudge, Bo; Nettlefold, Cy; Oxlip, Di",
        "2010-06-30",
        "Honey, garlic, onion: what helps a cold that isn’t one?",
        "Scandinavian Review of Colds = Scand Rev Colds",
        "47(6):611-620",
        "src.47.611",
    ),
    article(
        "van den Verzinsel, Joost; di Favola, Chiara",
        "2014",
        "E.U. rules on made-up herbs, 2004–2012",
        "Herbal Policy Letters = Herb Pol Lett",
        "6(1):15-27",
        "hpl.6.15",
    ),
    article(
        "Xu, Li; Ng, Bo",
        "2007",
        "On salt",
        "Condimenta = Condim",
        "40:13-14",
        "co.40.13",
    ),
    article(
        "Featherstone-Vague, Iris",
        "1985",
        "‘Better than nothing’: patients on sugar pills",
        "Archives of Vague Medicine = Arch Vague Med",
        "19(7):770-775",
    ),
    article(
        "=FOG Collaborative Group",
        "2013",
        "Fog and falls: a cluster-randomised study of stairs",
        "Journal of Nothing in Particular = J Noth Part",
        "29(1):21-30",
        "jnp.29.21",
    ),
)
