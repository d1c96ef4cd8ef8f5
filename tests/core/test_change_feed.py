"""What is kept and announced of every table, whoever writes: models, bulk or SQL."""

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction

from core.actions import action
from core.feed import announce_opened
from core.models import Change
from core.nouns import noun_of
from studies.models import Topic
from tests import factories
from tests.constraints.breaking import change, copy, remove, run, tables
from tests.factories.tables import BUILDERS

pytestmark = pytest.mark.django_db

NEITHER_KEPT_NOR_ANNOUNCED = {
    "core.Change",  # is the feed
    "core.FeedPlace",  # how far a reader of the feed is
    "core.FirstAnswer",  # what one person was answered, kept for a week
    "core.Job",  # its own record of what it did
    "core.KeptForm",  # what one person has not handed in
    "core.LimitUse",  # how often a visitor asked, for a day
    "core.Merge",  # a record of who joined what, and when it was undone
    "core.MergeMove",  # likewise
    "core.RecordedRow",  # what a step changed: kept to undo it, told by the step
    "core.Recording",  # likewise
    "core.SearchWord",  # derived, and made anew at will
    "core.ShortForm",  # says itself where it was read, or who said it
    "articles.ArticleSearch",  # derived, and made anew at will
    "claims.ClaimSearch",  # likewise
    "articles.KeptLink",  # a visitor's own, for a month
    "claims.Ask",  # what one person asked for
    "evidence.Authorship",  # what one person answered of themselves
    "evidence.ConflictRecord",  # tells of people, and is its own record
    "evidence.SavedSearch",  # a person's own
    "evidence.Skip",  # likewise
    "articles.Step",  # a record of who did what, and when it was undone
    "bibliography.ImportPiece",  # a file's own bytes
    "bibliography.ImportRecord",  # of the import; a file has a hundred thousand
    "bibliography.ServiceAnswer",  # a cache: what it said is in its checks
}


def _has_event(model):
    return hasattr(model, "pgh_event_model")


ANNOUNCED = [m for m in tables() if m._meta.label not in NEITHER_KEPT_NOR_ANNOUNCED]
TRACKED = [model for model in ANNOUNCED if _has_event(model)]
RECORDED = [model for model in ANNOUNCED if not _has_event(model)]
each_announced = pytest.mark.parametrize("model", ANNOUNCED, ids=lambda m: m.__name__)
each_tracked = pytest.mark.parametrize("model", TRACKED, ids=lambda m: m.__name__)


@action
def doing(*, what, by, reason=""):
    return what()


def changes_of(model, operation):
    return Change.objects.filter(model=noun_of(model), operation=operation)


def test_every_table_is_announced_or_has_a_reason_not_to_be():
    assert {model._meta.label for model in tables()} >= NEITHER_KEPT_NOR_ANNOUNCED
    assert {model.__name__ for model in RECORDED} == {
        "ArticleVersion",
        "ClaimVersion",
        "Correction",
        "ImportDecision",
        "ReferenceCheck",
        "SentBack",
        "SiteText",
    }


@pytest.mark.django_db
@each_announced
def test_a_new_row_is_announced_with_who_and_why(model):
    editor = factories.an_editor()
    row = doing(what=BUILDERS[model], by=editor, reason="for a test")
    new = changes_of(model, "insert").get(row_id=row.pk)
    assert new.revision == 1
    assert new.context.metadata == {
        "user": editor.pk,
        "action": "doing",
        "reason": "for a test",
    }


@each_tracked
def test_an_update_in_sql_is_counted_kept_and_announced(model):
    row = BUILDERS[model]()
    with pghistory.context(user=factories.an_editor().pk, reason="for a test"):
        change(row, created_at="2001-01-01T00:00:00Z")
    updated = changes_of(model, "update").get(row_id=row.pk)
    assert updated.revision == 2
    assert updated.context.metadata["reason"] == "for a test"
    kept = everything(model.pgh_event_model).get(pgh_obj_id=row.pk)
    assert kept.pgh_label == "update"
    assert kept.revision == 1
    assert kept.pgh_context.metadata["reason"] == "for a test"


@each_tracked
def test_a_removal_in_sql_is_kept_and_announced(model):
    row = BUILDERS[model]()
    run("SET CONSTRAINTS ALL DEFERRED")  # what stands on the row is not asked here
    with transaction.atomic():
        remove(row)
        assert changes_of(model, "delete").get(row_id=row.pk).revision == 1
        kept = everything(model.pgh_event_model).get(pgh_obj_id=row.pk)
        assert kept.pgh_label == "delete"
        transaction.set_rollback(True)


def everything(event_model):
    """Kept rows of all rounds, opened or not."""
    return event_model._base_manager.all()


def test_bulk_writes_are_announced_row_by_row():
    topics = factories.a_topic()._meta.model.objects
    topics.bulk_create([type(topics.get())(name=name) for name in ("one", "two")])
    topics.update(sample=True)
    topics.all().delete()
    model = topics.model
    assert changes_of(model, "insert").count() == 3
    assert changes_of(model, "update").count() == 3
    assert changes_of(model, "delete").count() == 3


def test_a_copy_in_sql_is_announced():
    topic = factories.a_topic()
    copy(topic, name="another")
    assert changes_of(type(topic), "insert").count() == 2


def test_what_is_filed_under_a_topic_is_announced():
    claim, topic = factories.a_claim(), factories.a_topic()
    claim.topics.add(topic)
    claim.topics.remove(topic)
    link = type(claim).topics.through
    assert changes_of(link, "insert").count() == 1
    assert changes_of(link, "delete").count() == 1


def test_what_becomes_public_unchanged_is_announced_like_any_other_change():
    topic, editor = factories.a_topic(), factories.an_editor()
    doing(what=lambda: announce_opened(Topic, [topic.pk]), by=editor, reason="now")
    opened = changes_of(Topic, "open").public().with_context().get()
    assert (opened.row_id, opened.revision) == (topic.pk, topic.revision)
    assert (opened.who, opened.why) == (editor.display_name, "now")


def test_history_cannot_be_rewritten():
    topic = factories.a_topic()
    topic.name = "renamed"
    topic.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        topic.events.update(name="never so named")
    with pytest.raises(DatabaseError), transaction.atomic():
        topic.events.all().delete()


def test_a_change_says_in_which_transaction_it_was_made():
    factories.a_topic()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (now,) = cursor.fetchone()
    assert Change.objects.latest("id").txid == now
