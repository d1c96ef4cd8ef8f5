"""Studies that a sentence names without a mark: by journal, by who did them, by year.

"A 1997 study in the Lancet by …", "researchers at … reported in JOURNAL", "a team from
PLACE found …". A sentence soon after that speaks of "the study" or "the paper" speaks
of the same one.
"""

import re
from dataclasses import dataclass

from articles.reading.citing.markers import REPORTS
from articles.reading.citing.not_authors import NOT_NAMES, NOT_TRIALS, PLACES
from articles.reading.document import Author, ReferenceEntry
from articles.reading.lists.names import ORGANISATION, UPPER
from texts.late_patterns import compile_late

_YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
_HELPED = r"(?:(?:has|have|had|also|\w+ly)\s){0,2}"  # before a verb
_FOUND = (  # what those who study do; patients find and report too, if otherwise
    r"(?:found\s(?!it\b|them(?:selves)?\b|out\b|time\b|work\b|jobs\b|fault\b"
    r"|(?:a|no|little)\s(?:way|time|use|room|job|home|place)\b)"
    r"|reported\s(?=that|in\b|on\b|an?\b|the\b|this\b|last\b|similar\b|findings\b"
    r"|results\b|how\b|to\b)"
    r"|(?:showed|shown|discovered|concluded|observed|demonstrated|calculated|estimated"
    r"|published|identified|established|proved|detected|linked|tested|compared"
    r"|randomi[sz]ed|confirmed)\b)"
)
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
    r"|Table|Figure|Fig|Appendix|Box|Section|Chapter|Supplement\w*|Part"
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
    rf"\b{_WORK}\b[^.;:?!]{{0,120}}?\b(?:published|appear(?:ed|ing|s)?|printed)\s"
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
_KNOWN = (  # journals known by their name alone
    r"(?:The\s)?Lancet(?:\s[A-Z][a-z]+){0,2}|BMJ|JAMA(?:\s[A-Z][a-z]+){0,2}|NEJM|PNAS"
    r"|New England Journal of Medicine|PLOS\s(?:ONE|One|Medicine)"
    r"|Nature(?:\s[A-Z][a-z]+)?"
)
JOURNALS_OWN = compile_late(  # "a Lancet paper", "a 2016 BMJ meta-analysis"
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|{_YEAR})\s(?:[\w-]+\s){{0,3}}?(?P<journal>{_KNOWN})\s"
    rf"(?:[a-z-]+\s){{0,2}}?{_ONE_WORK}\b"
)
ISSUE_OF = compile_late(  # "In the May issue of …"
    r"\b(?:[Ii]n|[Ff]rom)\s(?:the|an?|its|this|last)\s(?:[\w’']+,?\s){0,4}"
    rf"issue\sof\s(?:{_JOURNAL}|{_ANY_JOURNAL})"
)
IN_FIRST = compile_late(  # "In the Journal of …, Kim reported"
    rf"\b[Ii]n\s{_JOURNAL},\s[^.;?!]{{0,80}}?"
    r"\b(?:report|wr[io]te|describ|found|show|conclud|publish|argu|warn)\w*"
)
JOURNAL_PUBLISHED = compile_late(  # "The Lancet published a trial"
    rf"(?<!\w){_JOURNAL}\s{_HELPED}"
    r"(?:published|printed|carried|ran|reported)\b"
)
DATED_IN = compile_late(  # "an article in Example Today (12 May 2016)"
    rf"\b[Aa]n?\s(?:[\w-]+\s){{0,4}}{_ONE_WORK}\sin\s(?:the\s)?[*_“\"‘']{{0,2}}"
    rf"(?P<any>{_CAPITAL}(?:\s(?:(?:of|and|in|for|the|&)\s)?{_CAPITAL}){{1,7}})"
    rf"[*_”\"’']{{0,2}},?\s\([\w ,.]{{0,20}}{_YEAR}[^()]{{0,40}}\)"
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
    rf"\b{_YEAR}\s(?:[\w-]+\s){{0,3}}?(?:{_ONE_WORK}|guid(?:elines?|ance)|statement"
    r"|consensus)\b[^.;:?!]{0,60}?\s(?:by|from|at|of)\s"
    rf"(?:[a-z]+\s){{0,4}}?(?P<body>{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL})"
    r"{0,6})"
)
BODY_REPORTED = re.compile(  # "the Institute of Moss reported in 2016"
    rf"\b(?:(?P<body>{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL}){{0,6}})"
    r"(?:\s\([A-Z]{2,7}\))?\s(?:\w+ly\s)?"
    rf"(?:reported|estimated|concluded|found|published)\sin\s{_YEAR}"
    rf"|[Ii]n\s{_YEAR},?\s(?:the\s)?"
    rf"(?P<other>{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL}){{0,6}})"
    r"(?:\s\([A-Z]{2,7}\))?\s(?:reported|estimated|concluded|found)\b)"
)
FROM_HOUSE = re.compile(  # "a trial from Fernham General Hospital"
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:[\w-]+\s){{0,4}}?{_ONE_WORK}\s"
    r"(?:(?:done|run|led|conducted|published|carried\sout)\s)?(?:by|from|at|out\sof)\s"
    r"(?:[a-z]+\s){0,4}?(?:University\sof\s[A-Z]\w+"
    rf"|{_CAPITAL}(?:\s(?:(?:of|and|for|the)\s)?{_CAPITAL}){{0,5}}?"
    r"\s(?:University|Institute|Hospital|College|Clinic|Cent(?:er|re)|School))\b"
)
TEAM_LED = re.compile(  # "a team led by Ada Example found"
    r"\b(?P<who>(?:[Aa]n?|[Tt]he|[Oo]ne)\s(?:[\w-]+\s){0,2}(?:team|group)\s"
    rf"(?:of\s[a-z]+\s)?(?:led|headed)\sby\s{_PERSON}(?:\s[{UPPER}][\w’'-]+)?)"
    rf"(?:,?\s[^,.;:?!]{{2,60}},|,)?\s{_HELPED}{_FOUND}"
)
OWN_GROUP = re.compile(  # "Kim’s group found"
    rf"(?<!\w)(?P<one>[{UPPER}][\w-]+)(?P<two>)[’']s?\s(?:own\s)?(?:research\s)?"
    rf"(?:group|team|lab(?:oratory)?)\s{_HELPED}{_FOUND}"
)
BY_TWO = re.compile(  # "a meta-analysis by Kim and Roe"
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|{_YEAR})\s(?:[\w-]+\s){{0,4}}?(?:study|trial|survey|paper"
    rf"|meta-?analysis|review|experiment|analysis)\sby\s(?P<one>[{UPPER}][\w’-]+)\s"
    rf"(?:and|&)\s(?P<two>[{UPPER}][\w’-]+)(?!\s[{UPPER}])(?=\W)"
)
COHORT = re.compile(  # "the UK Biobank study": two names in capitals at least
    r"\b[Tt]he\s(?!(?:Phase|Vitamin|Type|Grade|Stage|Group|Class|Covid)\b)"
    rf"(?:{_YEAR}\s(?P<dated>{_CAPITAL})|(?P<first>{_CAPITAL})(?:\s{_CAPITAL}){{0,3}}"
    r"\s[A-Z][\w’'&.-]+)\s(?:study|trial|cohort)"
    r"(?!\s(?:group|team|design|drug|nurse|site|cent))\b"
)
BY_ONE = re.compile(  # "a trial that was published by Kim in 2016"
    rf"\b{_ONE_WORK}\b[^.;:?!]{{0,80}}?\b(?:published|reported|done|led|run)\sby\s"
    rf"(?P<one>[{UPPER}][\w’-]+)(?P<two>)\sin\s{_YEAR}"
)
PROFESSOR = re.compile(  # "Professor Kim of Example University found"
    rf"\b(?:Prof(?:essor)?|Dr)\.?\s(?:[{UPPER}][\w’.-]*\s)?(?P<one>[{UPPER}][\w’-]+)"
    rf"(?P<two>),?\s(?:of|at|from)\s(?:the\s)?{_CAPITAL}[^.;:?!]{{0,60}}?,?\s{_FOUND}"
)
GUIDANCE = re.compile(r"\bNICE\b[^.;]{0,40}?\b(?:NG|CG|TA|QS|PH|IPG|DG|HST)\d{1,4}\b")
IN_BRACKET = re.compile(r"[(;\[ ].+[)\];]")
DID = re.compile(
    r"conducted|led|published|authored|written|done|performed|headed|out|run|presented"
    r"|reported|released|(?!\w+ed$)[\w-]+"
)
COLLEAGUES = re.compile(
    rf"(?<!\w)(?P<surname>[{UPPER}][\w’'-]+)\s(?:and\s(?:(?:his|her|their)\s)?"
    r"(?:colleagues|co-?workers|co-?authors)|et\sal\.?)(?=\W)"
)
COCHRANE = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|{_YEAR})\s(?:[\w-]+\s){{0,2}}Cochrane\s(?:[a-z]+\s)?"
    r"(?:review|(?:meta-?)?analysis|report|overview)\b"
    r"|\b(?:[Tt]he\s)?Cochrane\s(?:reviewers|authors|researchers|Collaboration|group)"
    r"(?=\s(?:also\s|have\s|has\s)?(?:found|conclud|report|sa(?:y|id)|judg|not))"
)
# A trial by its short name, a cohort by its full one: "the SPRINT trial", "the
# Framingham Heart Study"; and a study by the house it comes from: "a Harvard study"
SHORT_NAME = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:[a-z]+\s|large,?\s){0,2}(?P<short>[A-Z]{3,}[A-Z0-9]*"
    r"(?:-[A-Z0-9][\w-]{0,9}|\s?\d)?|[A-Z][a-z]?[A-Z]{2,}[a-z]*)\s"
    r"(?:trial|study|cohort)\b"
)
NUMBERED = re.compile(
    r"\b[Ii]n\s(?P<short>[A-Z]{5,}-\d{1,3})\b(?=,|\s\()"
)  # "In ABCDE-2,"
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
    r"(?:\s(?:University|Medical School|Institute))?(?:-led)?\s"
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
    rf"{_FOUND}"
)
_NO_PLACE = re.compile(  # behind "in": a month, a field, an illness, an abbreviation
    rf"(?:{_MONTH}|Phase|Vitamin|(?!US|UK|USA|UAE)[A-Z]{{2,}}\b"
    r"|\w+[’']s\b)|.*\b(?:Medicine|Science|Sciences|Nutrition|Psychology|Studies|Health"
    r"|Therapy|Disease|Syndrome)$"
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
        JOURNALS_OWN,
        ISSUE_OF,
        IN_FIRST,
        JOURNAL_PUBLISHED,
        DATED_IN,
    ):
        for found in pattern.finditer(words):
            known, any_name = map(found.groupdict().get, ("journal", "any"))
            journal = known or any_name or ""
            if journal and (known or not _is_place_or_month(journal)):
                return _study(words, found.start(), found.end(), journal, person)
    cochrane = COCHRANE.search(words)
    if cochrane:
        return _study(words, *cochrane.span(), "Cochrane Database", person)
    span = (
        person[:2] if person else _by_body(words) or _by_name(words) or _by_team(words)
    )
    return _study(words, *span, "", person) if span else None


def _is_place_or_month(name: str) -> bool:
    return bool(_NO_JOURNAL.match(name)) or name.split()[-1].lower() in PLACES


def _by_body(words: str) -> tuple[int, int] | None:
    """Return a dated study of a body: "a 2016 review by the University of …"."""
    for pattern in (BY_BODY, BODY_REPORTED):
        for found in pattern.finditer(words):
            if ORGANISATION.search(found["body"] or found["other"]):
                return found.span()
    found = FROM_HOUSE.search(words) or GUIDANCE.search(words)
    return found.span() if found else None


def _by_team(words: str) -> tuple[int, int] | None:
    """Return who found something, where a team is named by its head or by two."""
    led = TEAM_LED.search(words)
    if led and led["surname"].lower() not in NOT_NAMES | PLACES:
        return led.span("who")
    for pattern in (OWN_GROUP, BY_TWO, BY_ONE, PROFESSOR):
        for found in pattern.finditer(words):
            names = {name.lower() for name in found.group("one", "two") if name}
            if not names & (NOT_NAMES | PLACES | COMPANY):
                return found.span()
    return None


def _by_name(words: str) -> tuple[int, int] | None:
    """Return a trial or cohort by its own name, or a study by its house or place."""
    for found in (*SHORT_NAME.finditer(words), *NUMBERED.finditer(words)):
        if re.split(r"[\s-]", found["short"].upper())[0] not in NOT_TRIALS:
            return found.span()
    for pattern in (FULL_NAME, HOUSE, COHORT):
        named = pattern.search(words)
        names = named.groupdict() if named else {}
        if named and not NOT_TRIALS & {names.get("first"), names.get("dated")}:
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
        by = by or IN_BRACKET.fullmatch(words[found.start() - 1 : found.end() + 1])
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
    raw = words[start:end].rstrip(".,’' ")
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
