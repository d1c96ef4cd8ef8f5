"""Who would judge, and what: read for the rules of conflicts of interest."""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet

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


def person_of(user: User) -> Person:
    """What is known of a person: their word, and what they answered; two queries."""
    declared = user.interests.standing().values_list("kind", "name", "identifier")
    answered = Authorship.objects.filter(user=user).values_list("reference", "is_own")
    return Person(
        id=user.pk,
        name=user.display_name,
        orcid=user.orcid,
        affiliation=user.affiliation,
        interests=tuple(Declared(*each) for each in declared),
        answers=dict(answered),
    )


def subject_of_claim(claim: Claim) -> Subject:
    """A claim with the articles that make it and the studies its newest base counts."""
    made_in = Mention.objects.filter(claim=claim, status=Mention.Status.ACCEPTED)
    articles = Article.objects.filter(pk__in=made_in.values("article"))
    newest = EvidenceBase.objects.filter(claim=claim).order_by("-number").values("pk")
    items = EvidenceItem.objects.filter(
        base__in=newest[:1], decision=EvidenceItem.Decision.INCLUDED
    )
    studies = Study.objects.filter(pk__in=items.values("result__study"))
    return Subject(claim.added_by_id, _texts(articles), _investigations(studies))


def subject_of_study(study: Study) -> Subject:
    """A study that is to be appraised."""
    return Subject(studies=_investigations(Study.objects.filter(pk=study.pk)))


def _texts(articles: QuerySet[Article]) -> tuple[Text, ...]:
    return tuple(
        Text(
            title=each.title,
            url=each.url or "",
            outlet=each.outlet.name if each.outlet else "",
            outlet_address=each.outlet.address if each.outlet else "",
            brought_by=each.brought_by_id,
        )
        for each in articles.select_related("outlet").order_by("pk")
    )


def _investigations(studies: QuerySet[Study]) -> tuple[Investigation, ...]:
    rows = list(studies.order_by("pk", "reports__pk").values(*_OF_STUDY))
    references = {row["reports__reference"] for row in rows} - {None}
    identifiers = _identifiers(references)
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
    )
