"""The front page: one claim followed from an article's sentence to its verdict."""

import re

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from articles.models import CitedWork
from claims.models import Claim
from config.sample.loading import load_sample
from evidence.home.chain import example_chain
from tests import factories as make
from tests.evidence.facts.rendering import words_of
from tests.html import shown

pytestmark = pytest.mark.django_db
NAMES = ["Sentence in an article", "Claim", "Citation", "Cited work", "Reference"]
NAMES += ["Studies", "Result", "Grade", "Verdict"]


def link(name):
    return next(each for each in example_chain().links if each.name == name)


class SampleTest(TestCase):
    """The front page of the sample, which is loaded once for all."""

    @classmethod
    def setUpTestData(cls):
        assert load_sample(by=User.objects.system())

    def test_every_link_of_the_sample_has_a_line_with_its_state(self):
        links = example_chain().links
        assert [each.name for each in links] == NAMES
        assert all(each.state for each in links)
        assert link("Sentence in an article").text.startswith("BCG vaccination lowers")
        assert link("Cited work").state == "record found"
        assert link("Reference").state == "no retraction known"
        assert link("Studies").state == "own report: not looked for"
        assert "risk ratio 0.38 (0.19 to 0.74)" in link("Result").text
        assert "Risk of bias not appraised" in link("Grade").state
        assert link("Verdict").state == "One reviewer, not agreed"

    def test_a_retraction_of_the_reference_is_said_at_its_link(self):
        work = CitedWork.objects.get(label="Colditz 1994")
        make.a_notice(reference=work.reference, kind="retraction")
        assert link("Reference").state == "retracted"

    def test_what_is_said_by_rule_is_no_newest_verdict(self):
        newest = shown(self.client.get("/")).split("Newest verdicts")[1]
        rule = Claim.objects.filter(standing="rule")
        assert rule.exists() and not [one for one in rule if one.text in newest]
        assert Claim.objects.get(standing="draft").text in newest

    def test_every_count_leads_to_what_it_counts(self):
        counts = shown(self.client.get("/")).split('class="audit"')[1].split("<h2")[0]
        addresses = re.findall(r'href="([^"]+)"', counts)
        assert addresses == ["/claims/", "/articles/", "/studies/", "/references/"]
        assert counts.count("<b>") == len(addresses)

    def test_the_front_page_asks_at_most_twenty_queries(self):
        with CaptureQueriesContext(connection) as asked:
            self.client.get("/")
        assert len(asked) <= 20


def test_a_claim_that_no_article_makes_says_so(client):
    claim = make.a_claim(text="Examplin lowers fever")
    type(claim).objects.filter(pk=claim.pk).update(
        verdict="supported",
        certainty="low",
        standing="draft",
        judged_at="2026-01-01T00:00Z",
    )
    page = words_of(client.get("/").content.decode())
    assert "No article here makes this claim" in page
    assert "No source recognised in the sentence" not in page


def test_without_a_rated_claim_there_is_no_chain(client):
    make.a_claim()
    assert example_chain() is None
    assert client.get("/").status_code == 200
