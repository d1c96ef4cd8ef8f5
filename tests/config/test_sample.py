"""A first visitor sees the point: what is known, and what is not."""

from functools import partial
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import TestCase

from accounts.models import User
from articles.models import Article, CitedWork
from claims.models import Claim
from config.sample.loading import load_sample
from core.errors import Refused
from core.jobs import run_now
from evidence.claims.queries import claims_with_evidence
from evidence.facts import claim_facts
from studies.models import Result, Study


class SampleTest(TestCase):
    """It is loaded once for all: that takes a second and more."""

    @classmethod
    def setUpTestData(cls):
        assert load_sample(by=User.objects.system())

    def test_the_verdict_on_bcg_rests_on_the_seven_randomised_trials(self):
        snapshot = claim_facts(
            Claim.objects.get(text="BCG vaccination lowers the risk of tuberculosis.")
        )
        randomised, others = snapshot["pooled"]
        assert (randomised["k"], others["k"]) == (7, 6)
        assert randomised["in_words"].startswith(
            "RR 0.38 (0.19 to 0.74); prediction interval 0.07 to 2.02"
        )
        assert snapshot["judgement"]["verdict"] == "supported"
        assert snapshot["judgement"]["certainty"] == "low"
        assert snapshot["judgement"]["standing_words"] == "one reviewer, not agreed"
        assert (
            "risk ratio 0.38, 95 % CI 0.19 to 0.74" in snapshot["judgement"]["sentence"]
        )
        assert "0.07 to 2.02" in snapshot["judgement"]["note"]
        assert snapshot["groups"][0]["carries"]
        assert snapshot["groups"][0]["domains"][4]["words"] == "not assessed"

    def test_the_article_on_bcg_cites_the_review_whose_record_was_found(self):
        work = CitedWork.objects.get(label="Colditz 1994")
        assert work.decision == "confirmed"
        assert work.study.inclusions.count() == 13
        assert Study.objects.current().filter(label="Colditz 1994").count() == 1

    def test_claims_that_only_an_article_tells_of_cant_be_said(self):
        told = Claim.objects.filter(mentions__article__title__contains="five studies")
        assert told.count() == 5
        for claim in told:
            assert claim.verdict == "cant_say"
            assert "only articles that make this claim" in claim.cant_say_words

    def test_the_five_studies_are_stored_as_far_as_they_are_stated(self):
        labels = ["Gentile 2017", "Kim 2016", "Shin 2018", "Cervelli 2014", "Lee 2019"]
        studies = Study.objects.filter(label__in=labels)
        assert sorted(study.label for study in studies) == sorted(labels)
        assert {study.sample_size for study in studies} == {None}
        assert not any(study.reports.exists() for study in studies)
        works = CitedWork.objects.filter(study__in=studies)
        assert {work.found for work in works} == {"not_checked"}
        results = Result.objects.filter(study__in=studies)
        assert {result.provenance for result in results} == {"second_hand"}
        assert {result.estimate for result in results} == {None}

    def test_everything_in_it_is_marked_as_a_sample(self):
        assert set(Article.objects.values_list("sample", flat=True)) == {True}
        assert set(Claim.objects.values_list("sample", flat=True)) == {True}
        assert set(Study.objects.values_list("sample", flat=True)) == {True}

    def test_its_grades_are_what_the_rules_make_of_them(self):
        daily = partial(run_now, kind="check_grades", arguments={})
        assert check_grades() == "All grades hold: 1, judged whole: 1.\n"
        job = daily(by=User.objects.system())
        assert (job.result["judged"], job.result["whole"]) == (1, 1)
        behind_the_rules("SET sentence = 'BCG is known to work.'")
        assert refused() == "Grades that do not hold: 1 of 1."
        with pytest.raises(Refused, match="BCG is known to work"):
            daily(by=User.objects.system())
        # by earlier rules it was another sentence, and never another certainty
        behind_the_rules("SET method_version = 1")
        assert check_grades() == "All grades hold: 1, judged whole: 0.\n"
        behind_the_rules("SET certainty = 'high'")
        assert refused() == "Grades that do not hold: 1 of 1."

    def test_it_is_loaded_once(self):
        before = Claim.objects.count()
        assert load_sample(by=User.objects.system()) is False
        assert Claim.objects.count() == before

    def test_a_claim_rests_on_the_review_its_numbers_come_from_too(self):
        claim = Claim.objects.get(
            text="BCG vaccination lowers the risk of tuberculosis."
        )
        for label in ("Colditz 1994", "Aronson 1948"):
            study = Study.objects.current().get(label=label)
            assert list(claims_with_evidence().current().resting_on(study.pk)) == [
                claim
            ]
        told = Study.objects.current().get(label="Cervelli 2014")
        assert claim not in claims_with_evidence().current().resting_on(told.pk)


def check_grades():
    told = StringIO()
    call_command("check_grades", stdout=told, stderr=StringIO())
    return told.getvalue()


def refused():
    with pytest.raises(CommandError) as error:
        check_grades()
    return str(error.value)


def behind_the_rules(change):
    """Change the one stored grade as no door of the house would."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"UPDATE evidence_grade {change}")
        cursor.execute("SET LOCAL session_replication_role = origin")
