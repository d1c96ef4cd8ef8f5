"""What a release stored is there in this one: every row, verdict and page."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils.html import escape

from articles.models import Article
from bibliography.models import Reference
from claims.models import Claim, ClaimVersion
from config.backups.archive import checked_archive, member
from config.backups.catalog import applied_migrations
from studies.models import Study
from tests import factories as make
from tests.stores import Stores, asked, used

pytestmark = pytest.mark.django_db
DUMPS = sorted(Path(__file__).parent.glob("*.dump"))
MIGRATED = {"django_migrations", "django_content_type", "auth_permission"}
VERDICT = ["text", "verdict", "certainty", "cant_say_because", "standing", "sentence"]


@pytest.fixture(scope="module")
def stores(django_db_setup, django_db_blocker):
    made = Stores()
    with django_db_blocker.unblock():
        yield made
        connection.close()
        made.remove()


@pytest.fixture(scope="module", params=DUMPS, ids=lambda dump: dump.stem)
def upgraded(request, stores):
    """A dump; all queries go to the store that was made of it."""
    with checked_archive(request.param) as (_, manifest):
        made_by = set(manifest.migrations)
    name = stores.make()
    with used(name), connection.cursor() as cursor:
        is_of_today = set(applied_migrations(cursor)) == made_by
    with used(name if is_of_today else stores.make(with_tables=False)):
        call_command("restore", str(request.param), verbosity=0)
        yield request.param


def kept_rows(dump, table):
    """The rows of a table in a dump, by column, as COPY wrote them."""
    with checked_archive(dump) as (archive, manifest):
        columns = manifest.tables[table].columns
        lines = archive.read(member(table)).decode().splitlines()
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def test_no_row_is_lost(upgraded):
    with checked_archive(upgraded) as (_, manifest):
        kept = {name: table.rows for name, table in manifest.tables.items()}
    counted = {
        name: asked(f'SELECT count(*) FROM "{name}"')[0][0]
        for name in kept.keys() - MIGRATED
    }
    assert counted == {name: kept[name] for name in counted}


def test_every_verdict_stands(upgraded):
    kept = {int(row["id"]): row for row in kept_rows(upgraded, "claims_claim")}
    claims = Claim.objects.filter(pk__in=kept)
    assert len(claims) == len(kept) > 0
    for claim in claims:
        for name in VERDICT:
            assert getattr(claim, name) == kept[claim.pk][name], (claim, name)
    assert {claim.verdict for claim in claims} >= {"supported", "cant_say"}


def test_every_page_answers_with_what_was_stored(upgraded):
    client = Client()
    client.force_login(make.an_admin())
    said = [(f"/claims/{row.pk}/", row.text) for row in Claim.objects.current()]
    captured = Article.objects.exclude(versions=None)
    said += [(f"/articles/{row.pk}/", row.title) for row in captured]
    said += [(f"/studies/{row.pk}/", row.label) for row in Study.objects.current()]
    said += [
        (f"/references/{row.pk}/", row.title) for row in Reference.objects.current()
    ]
    said += [
        (f"/claims/{row.claim_id}/v{row.number}/", row.facts["text"])
        for row in ClaimVersion.objects.exclude(facts={})
    ]
    missing = []
    for path, words in said:
        page = client.get(path)
        shows = page.status_code == 200 and escape(words) in page.content.decode()
        if not shows and page.status_code not in (301, 410):
            missing.append((path, page.status_code, words))
    assert missing == []
