"""Plainly invented works, as services know them: seeded, each unlike the others."""

import random
from dataclasses import dataclass, field, replace

PARTS = {
    "what": "moss honey-broth snail-cream pepper-tea wool-socks invented-salve glass-"
    "beads paper-masks birch-water copper-rings sand-baths fig-paste rye-bread bell-"
    "music pebble-walking ink-drops owl-song kelp-wraps chalk-tablets plum-vinegar",
    "whom": "imagined-sailors paper-dolls bakers clockmakers lighthouse-keepers "
    "nobody-in-particular beekeepers choir-singers glassblowers goatherds potters "
    "stilt-walkers tailors ferrymen cellists printers",
    "against": "sore-knees made-up-fever dry-eyes winter-itch stage-fright hiccups "
    "cold-feet homesickness ink-stains snoring blisters seasickness hoarseness "
    "stiff-necks daydreaming chapped-lips",
    "how": "a-randomised-trial a-cohort-of-twelve-towns a-systematic-review two-case-"
    "series a-cross-sectional-survey an-interview-study a-crossover-trial a-ten-year-"
    "follow-up a-registry-analysis a-modelling-study",
}
TITLES = (
    "{what} against {against} in {whom}: {how}",
    "Does {what} help {whom} with {against}? {how}",
    "{against}, {what} and the health of {whom}",
    "{how} of {what} for {against}, sleep, and mood in {whom}",
    "Why {whom} use {what}: {against} and other reasons",
)
SYLLABLES = (
    "ba be bri cor da del fa fen gar hol is jor ka lin mor na ost pel qua ri sa "
)
SYLLABLES += "ter um vel wes xan yor zim"
ENDINGS = "ström ová son berg inho wicz ez ley ard öglu feld"
GIVEN = "Ada Ben Cleo Dov Élise Finn Gül Håkon Ida Jón Kai Lou Mia Noor Östen Pia"
JOURNALS = (
    "Journal of Examples = J Ex",
    "Annals of Invented Medicine = Ann Invent Med",
    "The Example Lancet = Ex Lancet",
    "International Journal of Made-up Research = Int J Made Up Res",
    "Exemplaria = Exemplaria",
    "Nowhere Heart Journal = Nowhere Heart J",
    "Proceedings of the Fictional Academy = Proc Fict Acad",
    "Conference on Computers and Fiction = CCF",
    "International Conference on Imagined Learning = ICIL",
    "Folk Remedies Quarterly = Folk Rem Q",
    "Archives of Vague Medicine = Arch Vague Med",
    "Sleep, Naps and Health = Sleep Naps Health",
)


@dataclass(frozen=True)
class Work:
    """An invented work with all that services say of it."""

    number: int
    title: str
    authors: tuple[tuple[str, str], ...]  # family and given
    year: int
    journal: str = ""
    short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    online: int = 0  # the year of the electronic version
    is_preprint: bool = False
    known_to: frozenset[str] = field(default_factory=frozenset)

    @property
    def doi(self):
        return f"10.5555/list.{self.number}"

    @property
    def pmid(self):
        return f"{90_000_000 + self.number}" if "pubmed" in self.known_to else ""


def works(count, seed):
    """So many works, no two of one title."""
    chance = random.Random(seed)
    made, titles = [], set()
    while len(made) < count:
        work = _work(len(made) + 1, chance)
        if work.title not in titles:
            titles.add(work.title)
            made.append(work)
    return made


def _work(number, chance):
    year = chance.randrange(1995, 2024)
    names = tuple(_name(chance) for _ in range(chance.choice((1, 2, 3, 3, 4, 5, 7))))
    known = {"crossref", "openalex"} | ({"pubmed"} if chance.random() < 0.6 else set())
    work = Work(number, _title(chance), names, year, known_to=frozenset(known))
    if chance.random() < 0.1:
        return replace(work, is_preprint=True, journal="madeRxiv preprint server")
    full, _, short = chance.choice(JOURNALS).partition(" = ")
    first = chance.randrange(1, 900)
    return replace(
        work,
        journal=full,
        short=short,
        volume=str(chance.randrange(1, 90)),
        issue=str(chance.randrange(1, 13)),
        pages=f"{first}-{first + chance.randrange(3, 15)}",
        online=year - 1 if chance.random() < 0.15 else 0,
    )


def _title(chance):
    words = {
        name: chance.choice(said.split()).replace("-", " ")
        for name, said in PARTS.items()
    }
    title = chance.choice(TITLES).format(**words)
    return title[:1].upper() + title[1:]


def _name(chance):
    """A person's family and given name; a few have one name alone."""
    family = "".join(chance.choice(SYLLABLES.split()) for _ in range(2)).capitalize()
    if chance.random() < 0.04:
        return f"{family}i", ""
    family += chance.choice(ENDINGS.split())
    if chance.random() < 0.05:
        family = f"van {family}"
    return family, chance.choice(GIVEN.split())
