"""Studies that a sentence names without a mark: by journal, by who did them, by year.

"A 1997 study in the Lancet by …", "researchers at … reported in JOURNAL", "a team from
PLACE found …". A sentence soon after that speaks of "the study" or "the paper" speaks
of the same one.
"""

import re
from dataclasses import dataclass

from articles.reading.citing.markers import NOT_NAMES, PLACES, REPORTS
from articles.reading.document import Author, ReferenceEntry
from articles.reading.lists.names import ORGANISATION, UPPER
from texts.late_patterns import compile_late

_YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
_WORK = (
    r"(?:stud(?:y|ies)|trials?|meta-?analys[ie]s|reviews?|papers?|articles?|reports?"
    r"|surveys?|analys[ie]s|research|experiments?|investigations?|letters?|editorials?"
    r"|findings|results|data)"
)
_ONE_WORK = (
    r"(?:study|trial|meta-?analysis|review|paper|article|report|survey|analysis"
    r"|experiment|investigation|letter|editorial)"
)
_CAPITAL = rf"[{UPPER}][\w’'&.-]*"
# Journals known by one word or a few, and the words that begin or make a journal's name
_JOURNAL = (
    r"(?:[Tt]he\s)?(?:(?:[Pp]restigious\s)?(?:[Mm]edical\s)?[Jj]ournals?,?\s)?(?:[Tt]he\s)?"
    r"[*_“\"‘']{0,2}(?P<journal>"
    r"(?:New England |American |British |European |International |Canadian |Indian |"
    r"Scandinavian |Australian |Asian |Korean |Chinese |African )?"
    rf"(?:Journal|Annals|Archives|Proceedings|Bulletin)\s(?:of|for)\s(?:the\s)?{_CAPITAL}"
    rf"(?:\s(?:(?:of|and|in|for|the|&)\s)?{_CAPITAL}){{0,7}}"
    rf"|(?:{_CAPITAL}\s){{1,5}}Journal(?:\sof\s{_CAPITAL}(?:\sand\s{_CAPITAL})?)?"
    r"|(?:The\s)?Lancet(?:\s(?:Oncology|Psychiatry|Neurology|Public Health"
    r"|Global Health|Infectious Diseases|Respiratory Medicine"
    r"|Diabetes (?:and|&) Endocrinology))?"
    r"|JAMA(?:\s(?:Internal Medicine|Network Open|Pediatrics|Psychiatry|Dermatology"
    r"|Neurology|Oncology|Surgery|Cardiology))?"
    r"|BMJ(?:\sOpen)?|NEJM|PLOS\s(?:ONE|One|Medicine|Biology|Genetics)|PNAS|eLife"
    r"|Nature(?:\s(?:Medicine|Genetics|Communications|Neuroscience|Immunology|Aging"
    r"|Biotechnology|Metabolism|Microbiology))|Scientific Reports"
    r"|Science Translational Medicine|Cell (?:Metabolism|Reports|Stem Cell)"
    r"|(?:(?<= journal\s)|(?<= journal,\s)|(?<= journal\s[*_“\"‘']))"
    rf"{_CAPITAL}(?:\s(?:(?:of|and|in|for|the|&)\s)?{_CAPITAL}){{0,7}}"
    rf"|(?:BMC|Frontiers in|Trends in|Annual Review of)\s{_CAPITAL}"
    rf"(?:\s(?:and\s|&\s)?{_CAPITAL}){{0,4}}"
    r"|Cochrane (?:Database|Library)(?:\sof\sSystematic\sReviews)?"
    r"|(?:Nature|Science|Cell|Gut|Circulation|Neurology|Pediatrics|Vaccine|Nutrients"
    r"|Headache|Stroke|Diabetes Care)(?=[*_”\"’']{0,2}(?:,|\s(?:found|show|report"
    r"|suggest|by|conclud|that|last|this|in\s\d))))(?![a-z])"
)
# Behind "published in" and "the journal", any name in capitals is a journal's, if no
# place or month.
_ANY_JOURNAL = (
    r"(?:[Tt]he\s)?(?:[Mm]edical\s|[Ss]cientific\s)?(?:[Jj]ournals?,?\s)?[*_“\"‘']{0,2}"
    rf"(?P<any>{_CAPITAL}(?:\s(?:(?:of|and|in|for|the|&)\s)?{_CAPITAL}){{0,7}})"
)
_MONTH = (
    r"January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Spring|Summer|Autumn|Winter"
)
_NO_JOURNAL = re.compile(
    rf"(?:{_MONTH}|English|German|French|Spanish|Chinese"
    r"|Japan\w*|China|India|Germany|France|Britain|England|Scotland|Europe|America"
    r"|Canada|Australia|Italy|Spain|Sweden|Norway|Denmark|Korea|London|Paris|Latin"
    r"|The United|United|New (?:York|Zealand)|US|UK|U\.S|Asia|Africa|[IVX]+)\b"
)
_PERSON = (
    rf"(?:(?:Drs?|Prof(?:essor)?)\.?\s)?(?P<given>{_CAPITAL}\s(?:[{UPPER}]\.\s?){{0,2}})?"
    rf"(?P<surname>(?:(?:van|von|de|der|den|di|la|le)\s){{0,2}}[{UPPER}][\w’'-]+)"
)
IN_JOURNAL = compile_late(
    rf"\b(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Aa]nother|{_YEAR})\s(?:[\w-]+\s){{0,4}})?"
    rf"(?:{_YEAR}\s)?{_ONE_WORK}\b[^.;:?!]{{0,80}}?\sin\s{_JOURNAL}"
)
PUBLISHED_IN = compile_late(
    rf"\b{_WORK}\b[^.;:?!]{{0,120}}?\b(?:published|appear(?:ed|ing|s)|printed)\s"
    rf"(?:(?:online|last\s\w+|this\s\w+|recently|today|earlier|in\s{_YEAR})\s,?){{0,2}}"
    rf"in\s(?:{_JOURNAL}|{_ANY_JOURNAL})"
)
REPORTED_IN = compile_late(
    r"\b(?:[Rr]esearchers|[Ss]cientists|[Ii]nvestigators|[Dd]octors|[Pp]hysicians|[Aa]uthors"
    r"|[Tt]eam|[Cc]olleagues|[Tt]hey|[Ww]riting|[Rr]eporting)\b[^.;?!]{0,160}?"
    r"(?:\b(?:report|publish|writ|wrote|describ|announc|not|conclud|found|show)\w*\b"
    rf"[^.;?!]{{0,80}}?)?\bin\s{_JOURNAL}"
)
IN_ANY_JOURNAL = re.compile(  # "a 2020 review in Example Medicine Reviews"
    rf"\b[Aa]n?\s(?:[\w-]+\s){{0,4}}{_ONE_WORK}\sin\s(?P<journal>(?:{_CAPITAL}\s){{1,4}}"
    r"(?:Reviews|Research|Letters|Communications|Reports))\b"
)
TWO_REPORTED_IN = compile_late(
    rf"\b{_CAPITAL}\s(?:and|&)\s{_CAPITAL}\s(?:[a-z]+\s){{0,2}}?"
    rf"(?:reported|wrote|described|published|showed|found)\b[^.;?!]{{0,80}}?\bin\s{_JOURNAL}"
)
BY_PERSON = re.compile(
    rf"\b(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his)\s)?(?:{_YEAR}\s)?(?={_ONE_WORK}\b)[^.;:?!]{{0,80}}?"
    r"(?P<verb>[\w-]+),?\sby\s(?:[a-z]+\s){0,3}?" + _PERSON
)
BY_BODY = re.compile(
    rf"\b{_YEAR}\s(?:[\w-]+\s){{0,3}}?{_ONE_WORK}\b[^.;:?!]{{0,60}}?\s(?:by|from|at)\s"
    rf"(?:[a-z]+\s){{0,4}}?(?P<body>{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL})"
    r"{0,6})"
)
DID = re.compile(
    r"conducted|led|published|authored|written|done|performed|headed|out|run|presented"
    r"|reported|released|(?!\w+ed$)[\w-]+"
)
COLLEAGUES = re.compile(
    rf"(?<!\w)(?P<surname>[{UPPER}][\w’'-]+)\s(?:and\s(?:(?:his|her|their)\s)?"
    r"(?:colleagues|co-?workers|co-?authors)|et\sal\.?)(?=\W)"
)
COCHRANE = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|{_YEAR})\s(?:[\w-]+\s){{0,2}}Cochrane\s(?:systematic\s)?review\b"
)
# A trial by its short name, a cohort by its full one: "the SPRINT trial", "the
# Framingham Heart Study"; and a study by the house it comes from: "a Harvard study"
SHORT_NAME = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:[a-z]+\s|large,?\s){0,2}(?P<short>[A-Z]{3,}[A-Z0-9]*"
    r"(?:-[A-Z0-9][\w-]{0,9}|\s?\d)?|[A-Z][a-z]?[A-Z]{2,}[a-z]*)\s"
    r"(?:trial|study|cohort)\b"
)
FULL_NAME = re.compile(
    rf"\b(?:[Tt]he\s)(?P<full>{_CAPITAL}(?:\s(?:(?:of|and|on|for|in)\s)?{_CAPITAL}){{0,5}}"
    r"\s(?:Study|Trial|Initiative|Survey|Cohort))(?!\s(?:Group|Team|Design|Centre|Center|of"
    r"|[A-Z]))(?=\W)"
)
HOUSE = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:{_YEAR}\s)?(?:[a-z-]+\s){{0,2}}"
    r"(?:Harvard|Stanford|Yale|Princeton|Oxford|Cambridge|Columbia|Cornell|Duke"
    r"|Johns Hopkins|Mayo Clinic|Cleveland Clinic|Karolinska|MIT|UCLA|UCSF|NYU"
    r"|Kaiser Permanente"
    r"|(?:[A-Z][a-z]+\s){1,2}(?:University|Institute|College|Hospital|Clinic)"
    r"|University of (?:[A-Z][a-z]+\s?){1,2})"
    r"(?:\s(?:University|Medical School|Institute))?\s"
    rf"(?:[a-z-]+\s){{0,2}}{_ONE_WORK}\b"
)
# Those who report from a place: "a team from Uppsala found", "researchers in Japan
# reported". What patients or a treated group there "found" or "reported" is no study.
PLACED = compile_late(
    r"\b(?P<who>(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:[\w-]+\s){0,2}?)?"
    r"(?:[Rr]esearchers|[Ss]cientists|[Ii]nvestigators|[Aa]cademics|[Dd]octors"
    r"|[Pp]hysicians|[Ss]urgeons|[Pp]sychiatrists|[Gg]eneticists|[Ss]tatisticians"
    r"|\w+ologists|[Tt]eams?(?:\sof\s[a-z]+(?:\sand\s[a-z]+)?)?|research\sgroup"
    r"|group\sof\s(?:researchers|scientists|doctors|physicians|surgeons))"
    r"\s(?:(?:based|working)\s)?(?P<by>at|from|in)\s"
    rf"(?P<place>(?:the\s)?{_CAPITAL}(?:,?\s(?:(?:of|and|de|for|in|the)\s){{0,2}}"
    rf"{_CAPITAL}){{0,6}}))(?:,\s[^,.;:?!]{{2,60}},|,)?\s"
    r"(?:(?:has|have|had|also|later|recently|once|first|now|then|\w+ly"
    r"|(?:last|this)\s\w+)\s){0,3}"
    r"(?:found\s(?!it\b|them(?:selves)?\b|out\b|time\b|work\b|jobs\b|fault\b"
    r"|(?:a|no|little)\s(?:way|time|use|room|job|home|place)\b)"
    r"|reported\s(?=that|in\b|on\b|an?\b|the\b|this\b|last\b|similar\b|findings\b"
    r"|results\b|how\b|to\b)"
    r"|(?:showed|shown|discovered|concluded|observed|demonstrated|calculated|estimated"
    r"|published|identified|established|proved|detected|linked|tested|compared"
    r"|randomi[sz]ed|confirmed)\b)"
)
_NO_PLACE = re.compile(  # behind "in": a month, a field, an illness, an abbreviation
    rf"(?:{_MONTH}|Phase|Vitamin|(?!US|UK|USA|UAE)[A-Z]{{2,}}\b"
    r"|\w+[’']s\b)|.*\b(?:Medicine|Science|Sciences|Nutrition|Psychology|Studies|Health"
    r"|Therapy|Disease|Syndrome)$"
)
# Short names of illnesses, measures, methods and authorities, which name no trial
NOT_TRIALS = frozenset(
    """
    ADHD AIDS ALS ANOVA ASMR BCG BMI CBD CBT CDC COPD COVID CRP CT DNA ECG EEG EMA EU
    FDA FMRI GERD GRADE GWAS HDL HIV HPV HRT IBD IBS ICU IGF IQ IUD IVF JAMA LDL LSD
    MDMA MMR MRI MRSA MSM NAD NASA NHS NICE NIH NSAID OCD PCOS PCR PET PMS PRISMA PRP
    PSA PTSD RCT RNA ROS SARS SPF SSRI STD STI TENS THC TNF USA USDA UTI UVA UVB VAT WHO
    """.split()
)
AGAIN = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Hh]is|[Hh]er)\s(?:\w+\s)?"
    r"(?:study|trial|paper|article|report|review|meta-?analysis|authors|researchers)\b"
)
MORE_NAME = re.compile(rf"(?:\s{_CAPITAL}){{0,4}}")
NO_PERSON = re.compile(r"\b(?:News|Reports?|Times|Post|Media|Magazine|Press|School)\b")
STUDIED = re.compile(r"\b(?:study|trial|meta-?analysis|paper|experiment|survey)\b")
COMPANY = frozenset({"friends", "family", "teachers", "doctors", "researchers"})
NEAR = 2  # sentences from one that names a study to the next that speaks of it
LONGEST = 1500  # characters of a sentence that are looked at
_LONGEST_LABEL = 100  # characters


@dataclass(frozen=True, slots=True)
class NamedStudy:
    """Words that name a study, and what they say of it."""

    start: int
    end: int
    entry: ReferenceEntry


def named_study(sentence: str) -> NamedStudy | None:
    """Return the study that a sentence names by journal, by who did it, or by year.

    Designs and numbers alone ("a 2019 trial of 40 people") name none.
    """
    words = " ".join(sentence.split("\n"))[:LONGEST]
    person = _person(words)
    for pattern in (
        IN_JOURNAL,
        PUBLISHED_IN,
        REPORTED_IN,
        TWO_REPORTED_IN,
        IN_ANY_JOURNAL,
    ):
        for found in pattern.finditer(words):
            journal = found["journal"] or found.groupdict().get("any") or ""
            if journal and not (_NO_JOURNAL.match(journal) and not found["journal"]):
                return _study(words, found.start(), found.end(), journal, person)
    cochrane = COCHRANE.search(words)
    if cochrane:
        return _study(words, *cochrane.span(), "Cochrane Database", person)
    span = person[:2] if person else _by_body(words) or _by_name(words)
    return _study(words, *span, "", person) if span else None


def _by_body(words: str) -> tuple[int, int] | None:
    """Return a dated study of a body: "a 2016 review by the University of …"."""
    for found in BY_BODY.finditer(words):
        if ORGANISATION.search(found["body"]):
            return found.span()
    return None


def _by_name(words: str) -> tuple[int, int] | None:
    """Return a trial or cohort by its own name, or a study by its house or place."""
    for found in SHORT_NAME.finditer(words):
        if re.split(r"[\s-]", found["short"].upper())[0] not in NOT_TRIALS:
            return found.span()
    for pattern in (FULL_NAME, HOUSE):
        named = pattern.search(words)
        if named:
            return named.span()
    return _by_place(words)


def _by_place(words: str) -> tuple[int, int] | None:
    """Return those who report from a place: "a team from Uppsala"."""
    for found in PLACED.finditer(words):
        if found["by"] != "in" or not _NO_PLACE.match(found["place"]):
            return found.span("who")
    return None


Person = tuple[int, int, str]  # start and end of the words, surname


def _person(words: str) -> Person | None:
    """Return who did a study, where a sentence says so by name."""
    for found in BY_PERSON.finditer(words):
        name = f"{found['given']}{found['surname']}"
        more = MORE_NAME.match(words, found.end())
        name += more[0] if more else ""
        is_body = NO_PERSON.search(name) or ORGANISATION.search(name)
        is_body = is_body or _NO_JOURNAL.match(name)
        sure = STUDIED.search(found[0]) or re.search(_YEAR, found[0])
        if found["given"] and sure and not is_body and DID.fullmatch(found["verb"]):
            return found.start(), found.end(), found["surname"]
    for found in COLLEAGUES.finditer(words):
        reports = REPORTS.match(words, found.end())
        by = words[max(0, found.start() - 3) : found.start()] == "by "
        surname = found["surname"].lower()
        if (reports or by) and surname not in NOT_NAMES | PLACES | COMPANY:
            return *found.span(), found["surname"]
    return None


def _study(
    words: str, start: int, end: int, journal: str, person: Person | None
) -> NamedStudy:
    start = min(start, person[0]) if person else start
    end = max(end, person[1]) if person else end
    year = re.search(rf"\b{_YEAR}\b", words[start:end])
    surname = person[2] if person else ""
    dated = int(year[0]) if year else None
    raw = words[start:end].rstrip(".,’'")
    end = start + len(raw)
    label = f"{surname} {dated}" if surname and dated else _cut(raw)
    authors = (Author(surname),) if surname else ()
    return NamedStudy(
        start,
        end,
        ReferenceEntry(raw, label, people=authors, year=dated, journal=journal),
    )


def _cut(words: str) -> str:
    """Cut a label between two words, and show that it was cut."""
    if len(words) <= _LONGEST_LABEL:
        return words
    return f"{words[:_LONGEST_LABEL].rpartition(' ')[0].rstrip(',')} …"


def speaks_again(sentence: str, study: ReferenceEntry) -> tuple[int, int] | None:
    """Return the words of a sentence that speak of a study named just before."""
    words = " ".join(sentence.split("\n"))[:LONGEST]
    found = AGAIN.search(words)
    if found is None and study.authors:
        found = re.search(rf"\b{re.escape(study.authors[0])}\b", words)
    return found.span() if found else None
