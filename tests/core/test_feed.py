"""A reader of the feed gets every change once, whenever its transaction ends."""

import pytest
from django.db import connection

from core.feed import read_feed
from core.models import Change
from studies.models import Topic
from tests.core.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


class Reader:
    def __init__(self):
        self.seen = []

    def __call__(self, changes):
        self.seen += [change.row_id for change in changes]

    def read(self, **options):
        return read_feed("a test", self, **options)

    def read_until(self, id, **options):
        """Read until a row has come; all that came."""

        def came():
            self.read(**options)
            return id in self.seen

        wait_until(came)
        return self.seen


@pytest.fixture
def reader(transactional_db):
    reader = Reader()
    reader.read_until(name_topic("before all others"))
    reader.seen.clear()
    return reader


@pytest.fixture
def other():
    """A second connection, in a transaction of its own."""
    other = connection.copy()
    other.set_autocommit(False)
    yield other
    other.close()


def name_topic(name, connection=None):
    if connection is None:
        return Topic.objects.create(name=name).pk
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO studies_topic (revision, withdrawn_reason, name, sample)"
            " VALUES (1, '', %s, false) RETURNING id",
            [name],
        )
        return cursor.fetchone()[0]


def test_each_change_is_handed_over_once_in_order(reader):
    ids = [name_topic(f"Topic {n}") for n in range(5)]
    assert reader.read_until(ids[-1], batch=2) == ids
    assert reader.read() == 0


def test_a_late_commit_is_not_stepped_over(reader, other):
    late = name_topic("begun first, ended last", other)
    early = name_topic("begun last, ended first")
    assert reader.read() == 0
    other.commit()
    assert reader.read_until(early) == [late, early]


def test_what_was_rolled_back_never_comes(reader, other):
    name_topic("regretted", other)
    kept = name_topic("kept")
    other.rollback()
    assert reader.read_until(kept) == [kept]


def test_a_handler_that_fails_gets_the_same_changes_again(reader):
    id = name_topic("Skin")

    def fail(changes):
        Topic.objects.create(name="half done")
        raise ZeroDivisionError

    wait_until(lambda: Change.objects.settled().filter(row_id=id).exists())
    with pytest.raises(ZeroDivisionError):
        read_feed("a test", fail)
    assert not Topic.objects.filter(name="half done").exists()
    assert reader.read_until(id) == [id]


def test_what_is_blind_is_left_out_unless_asked_for(reader):
    id = name_topic("Skin")
    Change.objects.filter(row_id=id).update(hidden=True)
    wait_until(lambda: Change.objects.settled().filter(row_id=id).exists())
    assert reader.read() == 0
    seen = []
    read_feed("another", seen.extend, include_hidden=True)
    assert [change.row_id for change in seen][-1] == id


def test_one_process_reads_for_a_reader_at_a_time(reader, other):
    id = name_topic("Skin")
    with other.cursor() as cursor:
        cursor.execute("SELECT 1 FROM core_feedplace FOR UPDATE")
    wait_until(lambda: Change.objects.settled().filter(row_id=id).exists())
    assert reader.read() == 0
    other.rollback()
    assert reader.read_until(id) == [id]


def test_readers_have_their_own_places(reader):
    id = name_topic("Skin")
    assert reader.read_until(id) == [id]
    second = []
    read_feed("another", second.extend)
    assert second[-1].row_id == id
    assert len(second) > 1
