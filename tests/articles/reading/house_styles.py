"""Works that do not exist, written as entries of reference lists in house styles."""

import random
from dataclasses import dataclass

SURNAMES = (
    *("Xamplova", "Inventa", "Madeupsky", "O’Fictio"),
    *("van Quist", "Müllerin", "Sørnotte", "Fauxère"),
)
TITLES = (
    "Drops for dry eyes: a made-up trial",
    "Invented cream against imagined scars in 120 adults",
    "Does a fictitious tea help? A look-alike of a review",
    "Effects of example-19 on TGF-β1 in snails of no island",
    "Plain words for things that never were. Part 2",
    "A made-up cohort of people born in 1946",
)
JOURNALS = (
    ("Journal of Examples", "J Examp"),
    ("Annals of Invented Medicine", "Ann Invent Med"),
    ("Exemplaria", "Exemplaria"),
    ("International Journal of Made-up Research", "Int J Made Up Res"),
    ("Acta Fictitia Scandinavica", "Acta Fict Scand"),
)


@dataclass(frozen=True)
class Work:
    """An article with all that an entry may state of it."""

    authors: tuple[tuple[str, str], ...]  # surname, initials
    year: int
    title: str
    journal: tuple[str, str]  # in full, and cut as ISO 4 does
    volume: str
    issue: str
    first: str
    last: str
    doi: str
    pmid: str

    @property
    def pages(self):
        return f"{self.first}–{self.last}" if self.last else self.first


def works(how_many, seed=3):
    """Some articles, always the same ones."""
    chance = random.Random(seed)
    for number in range(how_many):
        start = chance.randint(2, 900)
        is_online = number % 5 == 4
        yield Work(
            authors=tuple(
                (name, chance.choice(("A", "JB", "CQ")))
                for name in chance.sample(SURNAMES, chance.randint(1, 4))
            ),
            year=chance.randint(1985, 2023),
            title=chance.choice(TITLES),
            journal=chance.choice(JOURNALS),
            volume=str(chance.randint(1, 140)),
            issue=str(chance.randint(1, 12)),
            first=f"e{start + 1000}" if is_online else str(start),
            last="" if is_online else str(start + 9),
            doi=f"10.5555/made.up.{number}",
            pmid=str(99000000 + number),
        )


def _joined(names, last):
    *others, final = names
    return f"{', '.join(others)}{last}{final}" if others else final


def _short(work):
    return ", ".join(f"{name} {given}" for name, given in work.authors)


def _dotted(given):
    return " ".join(f"{letter}." for letter in given)


def _apa_names(work, last=", & "):
    return _joined([f"{name}, {_dotted(given)}" for name, given in work.authors], last)


def _cut(work):
    return ". ".join(work.journal[1].split()) + "."


def _given_first(work):
    return _joined(
        [f"{_dotted(given)} {name}" for name, given in work.authors], " and "
    )


STYLES = {
    "NLM": lambda w: (
        f"{_short(w)}. {w.title}. {w.journal[1]}. {w.year} Mar 4;{w.volume}({w.issue}):"
        f"{w.pages}. doi: {w.doi}. PMID: {w.pmid}."
    ),
    "AMA": lambda w: (
        f"7. {_short(w)}. {w.title}. {w.journal[1]}. {w.year};{w.volume}({w.issue}):"
        f"{w.pages}. doi:{w.doi}"
    ),
    "BMJ": lambda w: (
        f"7 {_short(w)}. {w.title}. {w.journal[1]} {w.year};{w.volume}:{w.pages}."
    ),
    "APA 7": lambda w: (
        f"{_apa_names(w)} ({w.year}). {w.title}. {w.journal[0]}, {w.volume}"
        f"({w.issue}), {w.pages}. https://doi.org/{w.doi}"
    ),
    "APA 6": lambda w: (
        f"{_apa_names(w)} ({w.year}). {w.title}. {w.journal[0]}, {w.volume}, "
        f"{w.pages}. doi:{w.doi}"
    ),
    "Harvard": lambda w: (
        f"{_apa_names(w, ' and ')} ({w.year}) ‘{w.title}’, {w.journal[0]}, {w.volume}"
        f"({w.issue}), pp. {w.pages}. doi:{w.doi}."
    ),
    "Chicago": lambda w: (
        f"{_apa_names(w, ', and ')} {w.year}. “{w.title}.” {w.journal[0]} {w.volume} "
        f"({w.issue}): {w.pages}. https://doi.org/{w.doi}."
    ),
    "Nature": lambda w: (
        f"7. {_apa_names(w, ' & ')} {w.title}. {_cut(w)} {w.volume}, "
        f"{w.pages} ({w.year})."
    ),
    "Elsevier": lambda w: (
        f"[7] {_joined([f'{_dotted(g)} {n}' for n, g in w.authors], ', ')}, {w.title}, "
        f"{_cut(w)} {w.volume} ({w.year}) {w.pages}. https://doi.org/{w.doi}."
    ),
    "Elsevier Harvard": lambda w: (
        f"{_apa_names(w, ', ')}, {w.year}. {w.title}. {_cut(w)} {w.volume}, {w.pages}."
    ),
    "MLA": lambda w: (
        f"{_apa_names(w, ', and ')} “{w.title}.” {w.journal[0]}, vol. {w.volume}, no. "
        f"{w.issue}, {w.year}, pp. {w.pages}, https://doi.org/{w.doi}."
    ),
    "IEEE": lambda w: (
        f"[7] {_given_first(w)}, “{w.title},” {_cut(w)}, vol. {w.volume}, "
        f"no. {w.issue}, pp. {w.pages}, Mar. {w.year}, doi: {w.doi}."
    ),
    "Springer": lambda w: (
        f"{_short(w)} ({w.year}) {w.title}. {w.journal[1]} {w.volume}({w.issue}):"
        f"{w.pages}. https://doi.org/{w.doi}"
    ),
    "MDPI": lambda w: (
        f"7. {'; '.join(f'{n}, {_dotted(g)}' for n, g in w.authors)} {w.title}. "
        f"{_cut(w)} {w.year}, {w.volume}, {w.pages}, doi:{w.doi}."
    ),
    "on the internet": lambda w: (
        f"{_short(w)}. {w.title}. {w.journal[1]} [Internet]. {w.year} "
        f"[cited 2024 Jan 2];{w.volume}({w.issue}):{w.pages}. Available from: https://example.org/{w.first}"
    ),
}
NO_ARTICLES = (
    "Xamplova A, Inventa B. A handbook of nothing. 3rd ed. Nowhere: Made-up Press; "
    "2010.",
    "Xamplova A. A chapter. In: Inventa B, Roe C, editors. A book of examples. 2nd ed. "
    "New York: Springer; 2011. p. 12-34.",
    "Xamplova, A. (2010). A chapter on things. In B. Inventa (Ed.), A book of examples "
    "(Vol. 2, pp. 12–34). Made-up Press.",
    "Xamplova, A. (2012) A handbook of nothing. 2nd edn. Nowhere: Made-up Press.",
    "Xamplova, Ada. 2010. “A Chapter on Things.” In A Book of Examples, edited by B. "
    "Inventa, 12–34. Nowhere: University Press.",
    "Inventa B. On things that are not [dissertation]. Nowhere: University of "
    "Examples; 2015.",
    "Inventa, B. (2015). On things that are not (Doctoral dissertation, University of "
    "Examples).",
    "Example Clinic. Sore knees. https://example.org/knees. Accessed February 5, 2021.",
    "World Example Organization. (2020, March 3). A page of advice. "
    "https://example.org/advice",
    "World Example Organization. Global report on examples. Nowhere: WEO; 2010. 144 p.",
    "A. Xamplova, A Handbook of Nothing, second ed., Academic Press, Nowhere, 2001.",
)
