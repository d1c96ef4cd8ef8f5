"""Thirteen trials of BCG vaccination against tuberculosis.

Source: Colditz and others, JAMA 1994;271:698-702, as given in the data set dat.bcg of
the R package metadat. Counts are people with tuberculosis and people in all.
"""

from typing import NamedTuple


class Trial(NamedTuple):
    """One trial's label, year, allocation, and cases and people in both arms."""

    label: str
    year: int
    allocation: str  # random, alternate or systematic
    cases_bcg: int
    people_bcg: int
    cases_none: int
    people_none: int


TRIALS = (
    Trial("Aronson 1948", 1948, "random", 4, 123, 11, 139),
    Trial("Ferguson & Simes 1949", 1949, "random", 6, 306, 29, 303),
    Trial("Rosenthal 1960", 1960, "random", 3, 231, 11, 220),
    Trial("Hart & Sutherland 1977", 1977, "random", 62, 13598, 248, 12867),
    Trial("Frimodt-Moller 1973", 1973, "alternate", 33, 5069, 47, 5808),
    Trial("Stein & Aronson 1953", 1953, "alternate", 180, 1541, 372, 1451),
    Trial("Vandiviere 1973", 1973, "random", 8, 2545, 10, 629),
    Trial("TPT Madras 1980", 1980, "random", 505, 88391, 499, 88391),
    Trial("Coetzee & Berjak 1968", 1968, "random", 29, 7499, 45, 7277),
    Trial("Rosenthal 1961", 1961, "systematic", 17, 1716, 65, 1665),
    Trial("Comstock 1974", 1974, "systematic", 186, 50634, 141, 27338),
    Trial("Comstock & Webster 1969", 1969, "systematic", 5, 2498, 3, 2341),
    Trial("Comstock 1976", 1976, "systematic", 27, 16913, 29, 17854),
)

REVIEW = {
    "title": (
        "Efficacy of BCG vaccine in the prevention of tuberculosis: "
        "meta-analysis of the published literature"
    ),
    "authors": [
        {"family": "Colditz", "given": "G. A."},
        {"family": "Brewer", "given": "T. F."},
        {"family": "Berkey", "given": "C. S."},
        {"family": "Wilson", "given": "M. E."},
        {"family": "Burdick", "given": "E."},
        {"family": "Fineberg", "given": "H. V."},
        {"family": "Mosteller", "given": "F."},
    ],
    "year": 1994,
    "container": "JAMA",
    "volume": "271",
    "issue": "9",
    "pages": "698-702",
    "doi": "10.1001/jama.1994.03510330076038",
}
READ_IN = "2×2 table, as given in the data set dat.bcg of the R package metadat"
