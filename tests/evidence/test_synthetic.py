"""A synthetic store is whole, says that it is made up, and obeys every rule."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db.models import Count

from evidence.facts import claim_facts
from evidence.models import Claim, ClaimVersion, EvidenceItem, Grade

pytestmark = pytest.mark.django_db


def load(claims=60, **options):
    call_command("load_synthetic", claims, **options)


def test_every_synthetic_claim_says_so_and_is_flagged(capsys):
    load()
    assert Claim.objects.filter(sample=True, text__startswith="Synthetic").count() == 60
    assert "60 synthetic claims were added." in capsys.readouterr().out


def test_a_second_load_adds_to_the_first():
    load(5)
    load(5)
    assert Claim.objects.count() == 10


def test_claims_come_in_all_states_with_about_two_items_each():
    load(200)
    states = dict(Claim.objects.values_list("standing").annotate(Count("pk")))
    assert set(states) == {"", "rule", "draft"}
    assert 1.5 < EvidenceItem.objects.count() / 200 < 3
    assert Grade.objects.count() == states["draft"]


def test_each_verdict_has_the_version_that_its_claim_page_prints():
    load()
    judged = Claim.objects.exclude(verdict="not_graded")
    assert judged.count() == ClaimVersion.objects.count() > 0
    for claim in judged[:5]:
        assert claim.versions.get().facts == claim_facts(claim)


def test_lists_count_the_studies_and_people_that_the_version_counted():
    load()
    rows = list(Claim.objects.for_lists())
    for claim in rows:
        version = claim.versions.first()
        counts = version.facts["counts"] if version else {}
        assert claim.study_count == counts.get("studies")
        assert claim.people == counts.get("people")
    assert any(claim.people for claim in rows)
    assert any(claim.study_count and claim.people is None for claim in rows)


def test_a_database_that_is_not_private_is_filled_only_when_told_twice(monkeypatch):
    monkeypatch.setattr(settings, "EMBEDDED", False)
    with pytest.raises(CommandError, match="--yes"):
        load(1)
    load(1, yes=True)
    assert Claim.objects.count() == 1
