"""A synthetic store is whole, says that it is made up, and obeys every rule."""

import json

import pytest
from django.conf import settings
from django.db import IntegrityError, connection
from django.db.models import Count

from accounts.models import User
from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    Citation,
    CitedWork,
    Mention,
    MentionCitation,
    Outlet,
)
from benchmarks.load import main
from benchmarks.synthetic import load_synthetic
from benchmarks.synthetic.checking import check_references
from claims.models import Claim, ClaimTopic, ClaimVersion
from core.dataclass_json import to_json
from core.models import Change
from core.nouns import noun_of
from evidence.basis import basis_of
from evidence.claims.exports import claims_as_ndjson
from evidence.claims.queries import claims_with_evidence
from evidence.facts import many_claim_facts
from evidence.judged import judged_by
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
    GradeGroup,
    ItemReading,
)
from studies.models import Outcome, Result, Study, Topic

pytestmark = pytest.mark.django_db

# The tables in the order of their writing, with the columns that close their rows.
IN_ORDER = {
    Claim: (),
    ClaimTopic: (),
    Article: (),
    ArticleVersion: (),
    Mention: (),
    CitedWork: (),
    Citation: (),
    MentionCitation: (),
    Anchor: (),
    Study: (),
    Result: (),
    EvidenceBase: ("frozen_at", "frozen_by_id"),
    EvidenceItem: (),
    ClaimRound: ("opened_at",),
    ClaimAssignment: (),
    Grade: ("submitted_at",),
    GradeGroup: (),
    ItemReading: (),
    ClaimVersion: (),
}
CLOSED_AFTER = {
    EvidenceItem: EvidenceBase,
    ItemReading: Grade,
    ClaimVersion: ClaimRound,
}


def load(claims=50, lot=20):
    """Two copies of one lot, and the rest."""
    assert sum(load_synthetic(claims, lot=lot, by=User.objects.system(), processes=1))


def test_every_synthetic_claim_says_so_and_is_flagged(capsys):
    main(["60"])
    assert Claim.objects.filter(sample=True, text__startswith="Synthetic").count() == 60
    assert "60 synthetic claims were added." in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_several_processes_write_what_one_would():
    assert sum(load_synthetic(40, lot=10, by=User.objects.system(), processes=2)) == 40
    assert Claim.objects.count() == 40
    assert len(set(Claim.objects.values_list("text", flat=True))) > 30


def test_a_second_load_adds_to_the_first():
    load(5)
    load(5)
    assert Claim.objects.count() == 10


def test_claims_come_in_all_states_with_about_two_items_each():
    load(200, lot=100)
    states = dict(Claim.objects.values_list("standing").annotate(Count("pk")))
    assert set(states) == {"", "rule", "draft"}
    assert 1.5 < EvidenceItem.objects.count() / 200 < 3
    assert Grade.objects.count() == states["draft"]


def test_copies_of_a_lot_differ_in_words_and_days():
    load(40)
    claims = Claim.objects.all()
    assert len({claim.text for claim in claims}) > 30
    assert len({claim.judged_at for claim in claims}) > 20
    assert min(claim.judged_at.year for claim in claims if claim.judged_at) > 2000
    assert claims.filter(search="Synthetic").count() == 40


def claims_told_apart():
    """The claims on studies whose label, made of chance words, another bears too.

    Their pages tell the two apart since the second came, their versions do not.
    """
    labels = Study.objects.values("label").annotate(count=Count("pk"))
    shared = [each["label"] for each in labels if each["count"] > 1]
    items = EvidenceItem.objects.filter(result__study__label__in=shared)
    return set(items.values_list("base__claim", flat=True))


def test_each_verdict_has_the_version_that_its_claim_page_prints():
    load()
    judged = Claim.objects.exclude(verdict="not_graded")
    assert judged.count() == ClaimVersion.objects.count() > 20
    stored = {version.claim_id: version for version in ClaimVersion.objects.all()}
    apart = claims_told_apart()
    assert len(apart) < len(stored) / 2
    for now in many_claim_facts(judged.values_list("pk", flat=True)):
        assert now["id"] in apart or stored[now["id"]].facts == now
    rows = Claim.objects.for_facts().in_bulk(list(stored))
    now = judged_by(rows)
    for id, claim in rows.items():
        assert stored[id].basis == to_json(basis_of(claim, now))


def test_lists_count_the_studies_and_people_that_the_version_counted():
    load()
    rows = list(claims_with_evidence().for_lists())
    for claim in rows:
        version = claim.versions.first()
        counts = version.facts["counts"] if version else {}
        assert claim.study_count == counts.get("studies")
        assert claim.people == counts.get("people")
    assert any(claim.people for claim in rows)
    assert any(claim.study_count and claim.people is None for claim in rows)


def test_pages_api_and_export_tell_of_every_synthetic_claim(client):
    load(12, lot=5)
    assert client.get("/claims/").status_code == 200
    assert client.get("/api/v1/claims/").json()["results"]
    for claim in Claim.objects.all():
        page = client.get(f"/claims/{claim.pk}/")
        assert claim.text in page.content.decode()
        assert client.get(f"/api/v1/claims/{claim.pk}/").json()["text"] == claim.text
        if claim.verdict != "not_graded":
            version = client.get(f"/claims/{claim.pk}/v1/")
            assert claim.text in version.content.decode()
    told = [json.loads(line) for line in claims_as_ndjson()]
    assert len(told) == 12
    article = Article.objects.first()
    assert client.get(f"/articles/{article.pk}/").status_code == 200
    assert client.get(f"/studies/{Study.objects.first().pk}/").status_code == 200


def test_every_copied_row_may_be_written_under_all_triggers():
    load(40)
    kept = {model: list(model._base_manager.order_by("pk")) for model in IN_ORDER}
    take_away_unasked(reversed(IN_ORDER))
    for model, closing in IN_ORDER.items():
        write_open(kept[model], closing)
        if closes := CLOSED_AFTER.get(model):
            close(kept[closes], IN_ORDER[closes])
    assert all(
        model._base_manager.count() == len(rows) > 0 for model, rows in kept.items()
    )


def take_away_unasked(models):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model in models:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
        cursor.execute("SET LOCAL session_replication_role TO DEFAULT")


def write_open(rows, closing):
    closed = [{name: getattr(row, name) for name in closing} for row in rows]
    for row in rows:
        for name in closing:
            setattr(row, name, None)
    type(rows[0])._base_manager.bulk_create(rows)
    for row, values in zip(rows, closed, strict=True):
        row.__dict__.update(values)


def close(rows, closing):
    for row in rows:
        if getattr(row, closing[0]):
            values = {name: getattr(row, name) for name in closing}
            type(row)._base_manager.filter(pk=row.pk).update(**values)


def test_the_feed_and_the_history_say_nothing_of_synthetic_rows():
    load()
    told = Change.objects.values_list("model", flat=True).distinct()
    assert set(told) <= {noun_of(model) for model in (Topic, Outlet, Outcome)}
    for model in IN_ORDER:
        assert not model._base_manager.exclude(revision=1).exists()


def test_a_reference_that_leads_nowhere_is_found():
    load(20)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(f"DELETE FROM {Study._meta.db_table} WHERE label <> ''")
    with pytest.raises(IntegrityError, match="name no row by study_id"):
        check_references([Claim, Result])


def test_triggers_and_references_are_minded_again_after_a_load():
    load(5)
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("origin",)


def test_a_database_that_is_not_private_is_filled_only_when_told_twice(monkeypatch):
    monkeypatch.setattr(settings, "EMBEDDED", False)
    with pytest.raises(SystemExit, match="--yes"):
        main(["1"])
    main(["1", "--yes"])
    assert Claim.objects.count() == 1


def test_no_claims_are_refused_in_a_sentence():
    with pytest.raises(SystemExit, match="0 claims cannot be made"):
        main(["0"])
