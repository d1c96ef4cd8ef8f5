"""Which of the works an article cites are known here, and for which claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from articles.citations.cited import label_of
from articles.models import CitedWork, Mention, MentionCitation
from articles.reading.document import ReferenceEntry
from bibliography.models import Identifier, Reference
from claims.models import Claim
from studies.models import Study
from texts.identifiers import normalise_doi
from texts.titles import legible

MOST_CLAIMS = 5  # that are named beside one work
_MOST_LINKS = 2000  # citations of known works that are followed
Identified = tuple[str, str]  # scheme and value


@dataclass
class KnownWork:
    """A cited work as it is known here.

    ``reference`` carries an identifier that the article states; a ``study`` that only
    has the same name and year may be another: then ``by_name`` is true.
    """

    reference: Reference | None = None
    study: Study | None = None
    by_name: bool = False
    claims: list[Claim] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it is called here, beside each sentence that cites it."""
        return legible(str(self.reference) if self.reference else self.study.title)

    @property
    def is_retracted(self) -> bool:
        return bool(self.reference and self.reference.is_retracted)


def known_works(entries: Sequence[ReferenceEntry]) -> dict[int, KnownWork]:
    """The entries of a list that are known here, by place; up to six queries.

    Each reference has ``is_retracted``. Surname and year never decide that two works
    are one: what is known by them alone says so.
    """
    stated = {place: identifiers_of(entry) for place, entry in enumerate(entries)}
    references = _references({pair for pairs in stated.values() for pair in pairs})
    found = {}
    for place, pairs in stated.items():
        carrying = [references[pair] for pair in pairs if pair in references]
        if carrying:
            found[place] = KnownWork(reference=carrying[0])
    named = {
        place: label_of(entry)
        for place, entry in enumerate(entries)
        if place not in found and entry.authors and entry.year
    }
    studies = _studies(named.values())
    for place, label in named.items():
        if label in studies:
            found[place] = KnownWork(study=studies[label], by_name=True)
    _add_claims(found)
    return found


def identifiers_of(entry: ReferenceEntry) -> list[Identified]:
    """The identifiers that an entry states, as they are stored."""
    stated = (
        ("doi", normalise_doi(entry.doi) if entry.doi else ""),
        ("pmid", entry.pmid),
    )
    return [(scheme, value) for scheme, value in stated if value]


def _references(pairs: Collection[Identified]) -> dict[Identified, Reference]:
    """The standing references that carry some identifiers as their own."""
    if not pairs:
        return {}
    wanted = Q()
    for scheme in {scheme for scheme, _ in pairs}:
        values = [value for each, value in pairs if each == scheme]
        wanted |= Q(scheme=scheme, value__in=values)
    rows = Identifier.objects.filter(wanted, accepted=True).values_list(
        "scheme", "value", "reference"
    )
    named = {(scheme, value): number for scheme, value, number in rows}
    standing = Reference.objects.current().with_retracted().in_bulk(named.values())
    return {pair: standing[n] for pair, n in named.items() if n in standing}


def _studies(labels: Iterable[str]) -> dict[str, Study]:
    """A standing study of each name, where there is one."""
    wanted = set(labels)
    if not wanted:
        return {}
    rows = Study.objects.current().filter(label__in=wanted).order_by("-pk")
    return {study.label: study for study in rows[:_MOST_LINKS]}


def _add_claims(found: dict[int, KnownWork]) -> None:
    """Name the standing claims that other articles make citing the same works."""
    if not found:
        return
    references = {w.reference.pk for w in found.values() if w.reference}
    studies = {w.study.pk for w in found.values() if w.study}
    works = CitedWork.objects.of_standing_articles().filter(
        Q(reference__in=references) | Q(study__in=studies)
    )
    rows = MentionCitation.objects.filter(
        citation__cited_work__in=works,
        mention__status=Mention.Status.ACCEPTED,
        mention__claim__withdrawn_at=None,
    ).values_list(
        "citation__cited_work__reference",
        "citation__cited_work__study",
        "mention__claim",
    )
    by_reference, by_study = defaultdict(dict), defaultdict(dict)
    for reference, study, claim in rows[:_MOST_LINKS]:
        by_reference[reference][claim] = by_study[study][claim] = True
    numbers = {claim for linked in by_study.values() for claim in linked}
    claims = Claim.objects.defer("search").in_bulk(numbers)
    for work in found.values():
        linked = (
            by_reference[work.reference.pk]
            if work.reference
            else by_study[work.study.pk]
        )
        work.claims = [claims[n] for n in list(linked)[:MOST_CLAIMS] if n in claims]
