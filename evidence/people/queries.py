"""Who would judge, and what: read for the rules of conflicts of interest."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Mention
from bibliography.models import Identifier
from bibliography.references.actions import name_from_json
from claims.models import Claim
from core.ids import Blank
from core.kept_sql import KeptRows
from evidence.models import Authorship, EvidenceBase, EvidenceItem
from evidence.people.rules import (
    Author,
    Declared,
    Investigation,
    Person,
    Subject,
    Text,
    Written,
    identifiers_in,
)
from studies.models import Report, Study

Ids = Collection[int] | Blank


class Judged(NamedTuple):
    """A claim or study that would be judged, by its noun and number."""

    noun: str
    id: int

    @classmethod
    def of(cls, row: Claim | Study) -> "Judged":
        """The one that a row is."""
        return cls("claim" if isinstance(row, Claim) else "study", row.pk)


def read_for(
    user: User, judged: Iterable[Judged]
) -> tuple[Person, dict[Judged, Subject]]:
    """A person, and each claim or study as the rules read it.

    A claim comes with the articles that make it and the studies that its newest base
    counts. One query for the claims and one for the studies, however many there are;
    one for the person, and another where they declare studies.
    """
    asked, readers = set(judged), [user.pk]
    claims, studies = _named("claim", asked), _named("study", asked)
    person = _person(user)
    on_claims = claims_judged.rows(claims=claims, readers=readers) if claims else []
    on_studies = (
        studies_judged.rows(studies=studies, readers=readers) if studies else []
    )
    told = [each for row in [*on_claims, *on_studies] for each in row.studies_told]
    identifiers = _identifiers(told if person.studies else [])
    found = {
        Judged("claim", row.pk): Subject(
            added_by=row.added_by_id,
            articles=tuple(Text(**each) for each in row.texts),
            studies=_investigations(row.studies_told, identifiers),
        )
        for row in on_claims
    }
    for row in on_studies:
        studied = _investigations(row.studies_told, identifiers)
        found[Judged("study", row.pk)] = Subject(studies=studied)
    return person, found


def _named(noun: str, judged: Iterable[Judged]) -> list[int]:
    return [each.id for each in judged if each.noun == noun]


def _person(user: User) -> Person:
    """A person with their interests that count today."""
    declared = user.interests.counting_on(timezone.now().date()).order_by("pk")
    return Person(
        id=user.pk,
        name=user.display_name,
        orcid=user.orcid,
        affiliation=user.affiliation,
        interests=tuple(
            Declared(*each) for each in declared.values_list(*Declared.__annotations__)
        ),
    )


# --- what is judged ---


def _claims(claims: Ids, readers: Ids) -> QuerySet[Claim]:
    """Claims, each with ``texts``, as ``Text`` has them, and ``studies_told``."""
    of_claim = OuterRef(OuterRef("pk"))
    made_in = Mention.objects.filter(claim=of_claim, status=Mention.Status.ACCEPTED)
    articles = Article.objects.filter(pk__in=made_in.values("article"))
    text = JSONObject(
        title="title",
        url=Coalesce("url", Value("")),
        outlet=Coalesce("outlet__name", Value("")),
        outlet_address=Coalesce("outlet__address", Value("")),
        brought_by="brought_by",
    )
    bases = EvidenceBase.objects.filter(claim=OuterRef(of_claim))
    items = EvidenceItem.objects.filter(
        base__in=bases.order_by("-number").values("pk")[:1],
        decision=EvidenceItem.Decision.INCLUDED,
    )
    studies = Study.objects.filter(pk__in=items.values("result__study"))
    return (
        Claim.objects.filter(pk__any_of=claims)
        .only("added_by")
        .annotate(
            texts=ArraySubquery(_told(articles, text)),
            studies_told=ArraySubquery(_told(studies, _study(readers))),
        )
    )


def _studies(studies: Ids, readers: Ids) -> QuerySet[Study]:
    """Studies, each with ``studies_told``: itself alone."""
    itself = Study.objects.filter(pk=OuterRef("pk"))
    rows = Study.objects.filter(pk__any_of=studies).only("pk")
    return rows.annotate(studies_told=ArraySubquery(_told(itself, _study(readers))))


def _study(readers: Ids) -> JSONObject:
    """What is read of a study, with its reports, and what a person answered of each."""
    said = Authorship.objects.filter(
        user__any_of=readers, reference=OuterRef("reference")
    )
    report = JSONObject(
        reference="reference",
        title="reference__title",
        authors="reference__authors",
        is_own=Subquery(said.values("is_own")[:1]),
    )
    reports = Report.objects.filter(study=OuterRef("pk"))
    names = ("label", "title", "registration", "funding", "interests")
    return JSONObject(
        **{name: name for name in names},
        reports=ArraySubquery(_told(reports, report)),
    )


def _told(rows: QuerySet[Any], told: JSONObject) -> QuerySet[Any]:
    return rows.order_by("pk").annotate(told=told).values_list("told", flat=True)


claims_judged = KeptRows(_claims)
studies_judged = KeptRows(_studies)


def _investigations(
    told: Iterable[dict[str, Any]], identifiers: Mapping[int, frozenset[str]]
) -> tuple[Investigation, ...]:
    return tuple(
        Investigation(
            **each
            | {"reports": tuple(_written(r, identifiers) for r in each["reports"])}
        )
        for each in told
    )


def _identifiers(studies: Iterable[dict[str, Any]]) -> Mapping[int, frozenset[str]]:
    """The identifiers of studies' reports, by reference."""
    references = {report["reference"] for each in studies for report in each["reports"]}
    found: dict[int, frozenset[str]] = defaultdict(frozenset)
    rows = Identifier.objects.filter(reference__in=references, accepted=True)
    for reference, value in rows.values_list("reference", "value"):
        found[reference] |= identifiers_in(value)
    return found


def _written(
    told: dict[str, Any], identifiers: Mapping[int, frozenset[str]]
) -> Written:
    return Written(
        reference=told["reference"],
        title=told["title"],
        authors=tuple(
            Author(name_from_json(each), str(each.get("orcid", "")))
            for each in told["authors"]
        ),
        identifiers=identifiers[told["reference"]],
        is_own=told["is_own"],
    )
