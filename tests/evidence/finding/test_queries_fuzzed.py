"""Whatever an address asks of a list is answered, and never by an error."""

import pytest
from django.test import Client

from articles.articles.filters import ArticleFilter
from bibliography.references.filters import ReferenceFilter
from core.listing import OWN, filter_names
from evidence.claims.filters import ClaimFilter
from evidence.finding.api import SearchFilter
from evidence.topics.api import TopicFilter
from studies.studies.filters import StudyFilter
from tests import factories as make

pytestmark = pytest.mark.django_db

LISTS = {  # with a facet of each, which is counted without itself
    "claims": (ClaimFilter, "kind=effect"),
    "articles": (ArticleFilter, "sells=not_stated"),
    "studies": (StudyFilter, "design=rct"),
    "references": (ReferenceFilter, "type=article"),
    "topics": (TopicFilter, "q=fever"),
    "search": (SearchFilter, "q=fever"),
}
ODD = ["1", "%00", "%27%22%3E%3C", "9" * 30, "-%22 or *", "%C3%28", "true", ""]


def asked_of(filterset, name, turn):
    """What is asked of one parameter: a value it takes, and two odd ones in turn."""
    field = filterset().form.fields.get(name)
    choices = [str(value) for value, _ in getattr(field, "choices", ()) if value]
    return [*choices[:1], ODD[turn % len(ODD)], ODD[(turn + 3) % len(ODD)]]


def test_every_parameter_of_every_list_is_answered_alone_and_beside_a_facet():
    make.a_claim(text="Examplin lowers made-up fever")
    make.an_article(title="Fever")
    make.a_study(label="Fever 2001")
    make.a_reference(title="Fever")
    make.a_topic(name="Fever")
    client, wrong = Client(raise_request_exception=False), []
    for collection, (filterset, facet) in LISTS.items():
        for turn, name in enumerate((*OWN, *filter_names(filterset))):
            for place, value in enumerate(asked_of(filterset, name, turn)):
                api = "" if place < 2 else "/api/v1"
                address = f"{api}/{collection}/?{facet}&{name}={value}"
                answer = client.get(address)
                if answer.status_code not in (200, 400, 404):
                    wrong.append((address, answer.status_code))
    assert not wrong
