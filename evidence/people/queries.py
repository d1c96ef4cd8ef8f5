"""Who would judge, and what: read for the rules of conflicts of interest."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from accounts.models import User
from articles.models import Article, Mention
from bibliography.models import Identifier
from bibliography.references.actions import name_from_json
from claims.models import Claim
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
from studies.models import Study

_OF_STUDY = (
    *("id", "label", "title", "registration", "funding", "interests"),
    *("reports__reference", "reports__reference__title", "reports__reference__authors"),
)


def with_claim(user: User, claim: Claim) -> tuple[Person, Subject]:
    """A person, and a claim with the articles that make it and the studies that its
    newest base counts.

    Two queries, and a third where the person declares studies: a page asks for it.
    """
    row = Claim.objects.filter(pk=claim.pk).values(
        "added_by",
        declared=ArraySubquery(_declared_by(user)),
        texts=ArraySubquery(_articles_of(claim)),
    )
    told = row.get()
    person = _person(user, told["declared"])
    newest = EvidenceBase.objects.filter(claim=claim).order_by("-number").values("pk")
    items = EvidenceItem.objects.filter(
        base__in=newest[:1], decision=EvidenceItem.Decision.INCLUDED
    )
    studies = Study.objects.filter(pk__in=items.values("result__study"))
    texts = tuple(Text(**each) for each in told["texts"])
    return person, Subject(told["added_by"], texts, _investigations(studies, person))


def with_study(user: User, study: Study) -> tuple[Person, Subject]:
    """A person, and a study that is to be appraised."""
    person = _person(user, _declared_by(user))
    studies = Study.objects.filter(pk=study.pk)
    return person, Subject(studies=_investigations(studies, person))


def _person(user: User, declared: Iterable[dict[str, str]]) -> Person:
    return Person(
        id=user.pk,
        name=user.display_name,
        orcid=user.orcid,
        affiliation=user.affiliation,
        interests=tuple(Declared(**each) for each in declared),
    )


def _declared_by(user: User) -> QuerySet[Any]:
    """A person's interests that count today, each as ``Declared`` has it."""
    told = JSONObject(kind="kind", name="name", identifier="identifier")
    counting = user.interests.counting_on(timezone.now().date()).order_by("pk")
    return counting.annotate(told=told).values_list("told", flat=True)


def _articles_of(claim: Claim) -> QuerySet[Any]:
    """The articles that make a claim, each as ``Text`` has it."""
    made_in = Mention.objects.filter(claim=claim, status=Mention.Status.ACCEPTED)
    told = JSONObject(
        title="title",
        url=Coalesce("url", Value("")),
        outlet=Coalesce("outlet__name", Value("")),
        outlet_address=Coalesce("outlet__address", Value("")),
        brought_by="brought_by",
    )
    articles = Article.objects.filter(pk__in=made_in.values("article")).order_by("pk")
    return articles.annotate(told=told).values_list("told", flat=True)


def _investigations(
    studies: QuerySet[Study], person: Person
) -> tuple[Investigation, ...]:
    """Studies with their reports; identifiers where the person declares studies."""
    said = Authorship.objects.filter(
        user=person.id, reference=OuterRef("reports__reference")
    )
    found = studies.annotate(is_own=Subquery(said.values("is_own")[:1]))
    rows = list(found.order_by("pk", "reports__pk").values("is_own", *_OF_STUDY))
    references = {row["reports__reference"] for row in rows} - {None}
    identifiers = _identifiers(references if person.studies else set())
    reports: dict[int, list[Written]] = defaultdict(list)
    for row in rows:
        if reference := row["reports__reference"]:
            reports[row["id"]].append(_written(row, identifiers[reference]))
    return tuple(
        Investigation(
            label=row["label"],
            title=row["title"],
            registration=row["registration"],
            funding=row["funding"],
            interests=row["interests"],
            reports=tuple(reports[pk]),
        )
        for pk, row in {row["id"]: row for row in rows}.items()
    )


def _identifiers(references: set[int]) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = defaultdict(frozenset)
    rows = Identifier.objects.filter(reference__in=references, accepted=True)
    for reference, value in rows.values_list("reference", "value"):
        found[reference] |= identifiers_in(value)
    return found


def _written(row: dict[str, Any], identifiers: frozenset[str]) -> Written:
    authors = row["reports__reference__authors"]
    return Written(
        reference=row["reports__reference"],
        title=row["reports__reference__title"],
        authors=tuple(
            Author(name_from_json(each), str(each.get("orcid", ""))) for each in authors
        ),
        identifiers=identifiers,
        is_own=row["is_own"],
    )
