"""What is backed up comes back as it was, elsewhere; what is damaged does not."""

import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from articles.models import ArticleVersion
from bibliography.imports.actions import import_now, start_import
from bibliography.models import ImportBatch, Reference
from claims.models import Claim
from config.backups import archive, restoring
from config.backups.archive import BackupError, checked_archive
from config.backups.making import make_backup
from config.backups.restoring import restore_backup
from core.feed import continue_feed_behind, read_feed
from core.models import Change
from evidence.models import Grade
from studies.models import ReportCopy
from tests import factories as make
from tests.at_once import at_once
from tests.core.waiting import wait_until
from tests.programs import start
from tests.stores import Stores, asked, used

RIS = b"TY  - JOUR\nTI  - Examplin in adults\nDO  - 10.5555/kept.1\nER  - \n" * 3
TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname, tgenabled, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2
"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, convalidated, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE conrelid <> 0 ORDER BY 1, 2
"""
BYTES = bytes(range(256))  # of a file that is nobody's but a round's people's
FAR = 10**12  # further than the test's server has come


KILLED = """
import os, signal
from pathlib import Path
from config.backups.restoring import restore_backup
def die(table):
    if table == "claims_claim":
        os.kill(os.getpid(), signal.SIGKILL)
restore_backup(Path({file!r}), die)
"""


@dataclass
class Busy:
    """A backup that was taken while references were imported, and what it was of."""

    file: Path
    manifest: archive.Manifest
    triggers: list
    constraints: list


@pytest.fixture(scope="module")
def stores(django_db_setup, django_db_blocker):
    made = Stores()
    with django_db_blocker.unblock():
        yield made
        connection.close()
        made.remove()


@pytest.fixture(scope="module")
def empty_backup(stores, tmp_path_factory):
    file = tmp_path_factory.mktemp("backups") / "empty.backup"
    with used(stores.make()):
        make_backup(file)
    return file


@pytest.fixture(scope="module")
def busy(stores, tmp_path_factory):
    file, imported = tmp_path_factory.mktemp("backups") / "busy.backup", []

    def import_meanwhile(_table):
        if not imported:
            imported.append(import_the_waiting())

    with used(stores.make()):
        with connection.cursor() as cursor:
            continue_feed_behind(cursor, FAR)
        fill()
        manifest = make_backup(file, import_meanwhile)
        assert Reference.objects.filter(title__contains="adults").exists()
        return Busy(file, manifest, asked(TRIGGERS), asked(CONSTRAINTS))


def fill():
    """A store with a verdict, a judgement that is blind, and an import that waits."""
    text = "Examplin hjälper — 💊 \\N \t \\."
    make.a_version(text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    make.a_report_copy(data=BYTES)
    make.a_grade()
    make.a_grade(opened=False, sentence="Nobody has seen this.")
    topic = make.a_topic()
    topic.name = "Another name"
    topic.save()
    start_import(data=RIS, file_name="kept.ris", by=make.a_curator())
    make.a_feed_place(reader="outside", txid=Change.objects.latest("id").txid)


def import_the_waiting():
    """Import what waits, in a thread of its own."""
    batch = ImportBatch.objects.get()
    at_once(lambda: import_now(batch=batch, by=make.a_curator()))


def test_a_killed_restore_leaves_the_store_empty_and_comes_again_whole(
    busy, stores, tmp_path
):
    target = stores.make()
    script = KILLED.format(file=str(busy.file))
    process = start("shell", "-v0", "-c", script, database=target)
    process.communicate(timeout=60)
    assert process.returncode == -9
    with used(target):
        with connection.cursor() as cursor:
            restoring.refuse_what_is_not_empty(cursor)
        assert restore_backup(busy.file) == busy.manifest
        again = make_backup(tmp_path / "again.backup")
        assert again.tables == busy.manifest.tables
        assert again.sequences == busy.manifest.sequences
        assert asked(TRIGGERS) == busy.triggers
        assert asked(CONSTRAINTS) == busy.constraints
        assert busy.manifest.tables["studies_reportcopy"].rows == 1
        assert bytes(ReportCopy.objects.get().data) == BYTES
        version = ArticleVersion.objects.latest("id")
        assert version.sha256 == hashlib.sha256(version.text.encode()).hexdigest()
        assert not Reference.objects.filter(title__contains="adults").exists()
        import_the_waiting()
        assert Reference.objects.filter(title__contains="adults").count() == 1


def test_the_first_writes_of_a_restored_store_are_kept_and_announced(busy, stores):
    with used(stores.make()):
        restore_backup(busy.file)
        assert Grade.objects.count() == 1
        assert Grade._base_manager.count() == 2
        last, seen = Claim.objects.latest("id").pk, []
        claim = make.a_claim(text="Examplin helps after all")
        assert claim.pk == last + 1
        claim.text = "Examplin helps"
        claim.save()
        claim.refresh_from_db()
        assert claim.revision == 2
        kept = f"SELECT count(*) FROM claims_claimevent WHERE pgh_obj_id = {claim.pk}"
        assert asked(kept) == [(1,)]

        def both_came():
            read_feed("outside", seen.extend)
            came = [each for each in seen if each.row_id == claim.pk]
            return came if len(came) > 1 else []  # the second may be announced later

        assert [(each.model, each.operation) for each in wait_until(both_came)] == [
            ("claim", "insert"),
            ("claim", "update"),
        ]
        assert all(each.txid > FAR for each in seen)


def damaged(content):
    """A backup with a byte flipped in each of its parts, and cut off in places."""
    length = len(content)
    for place in (
        0,
        30,
        length // 3,
        length // 2,
        length - 400,
        length - 70,
        length - 1,
    ):
        flipped = bytearray(content)
        flipped[place] ^= 0x20
        yield f"byte {place}", bytes(flipped)
    for rest in (0, 10, 64, 65, length // 2, length - 64, length - 1):
        yield f"cut at {rest}", content[:rest]
    yield "longer", content + b"0"
    yield "another file", b"PK" + bytes(1000)


def test_what_is_damaged_is_refused_before_anything_is_touched(empty_backup, tmp_path):
    taken = []
    for what, content in damaged(empty_backup.read_bytes()):
        file = tmp_path / "damaged"
        file.write_bytes(content)
        try:
            restore_backup(file)  # no database is let to it here
        except BackupError as refusal:
            assert "is no backup, or is damaged" in str(refusal)
        else:
            taken.append(what)
    assert taken == []


def sealed(file, members):
    """An archive that was not written here, with a seal that holds."""
    with archive.new_archive(file) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return file


def test_a_sealed_file_that_is_none_is_refused_in_a_sentence(tmp_path):
    manifests = [b"", b"[]", b"{}", b'{"format": 1}', b'{"format": 1, "tables": 3}']
    for content in manifests:
        file = sealed(tmp_path / "other", {"manifest.json": content})
        with pytest.raises(BackupError, match="is no backup"):
            restore_backup(file)
    newer = sealed(tmp_path / "newer", {"manifest.json": b'{"format": 99}'})
    with pytest.raises(BackupError, match="newer Footing"):
        restore_backup(newer)


def test_what_another_release_made_is_left_to_it(empty_backup, stores, tmp_path):
    with zipfile.ZipFile(empty_backup) as made:
        known = json.loads(made.read("manifest.json"))
        parts = {name: made.read(name) for name in made.namelist()}
    known["migrations"].append(["claims", "0999_from_the_future"])
    parts["manifest.json"] = json.dumps(known)
    file = sealed(tmp_path / "future", parts)
    target = stores.make()
    with (
        used(target),
        pytest.raises(BackupError, match="claims 0999_from_the_future is not known"),
    ):
        restore_backup(file)
    known["migrations"] = known["migrations"][:-2]
    file = sealed(tmp_path / "past", parts | {"manifest.json": json.dumps(known)})
    with (
        used(target),
        pytest.raises(BackupError, match="a newer release than the backup"),
    ):
        restore_backup(file)


def test_a_store_that_is_not_empty_is_left_alone(empty_backup, stores):
    with used(stores.make()):
        claim = make.a_claim()
        with pytest.raises(CommandError) as refusal:
            call_command("restore", str(empty_backup))
        assert str(refusal.value).startswith("The store is not empty (")
        assert "\n" not in str(refusal.value)
        assert Claim.objects.get() == claim


def test_a_backup_that_fails_leaves_the_earlier_one(empty_backup, stores, tmp_path):
    assert empty_backup.stat().st_mode & 0o077 == 0
    file = Path(shutil.copy(empty_backup, tmp_path))
    before = file.read_bytes()

    def fill_the_disk(_table):
        raise OSError(28, "No space left on device")

    with used(stores.make()), pytest.raises(OSError, match="No space left"):
        make_backup(file, fill_the_disk)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert file.read_bytes() == before
    with checked_archive(file) as (_, manifest):
        assert manifest.rows > 0
