"""What matched records say and references lack, filled in and taken out again."""

import pytest

from bibliography.imports.actions import fill_import, undo_import
from bibliography.imports.importing import filling, undoing
from bibliography.models import Identifier, ImportDecision, Reference
from bibliography.references.actions import edit_reference
from core.errors import NotAllowed, Refused
from core.history import history
from core.models import Change
from tests.bibliography.test_import_decisions import done, fresh
from tests.bibliography.test_imports import became, imported, ris, work
from tests.factories import a_curator, a_notice, a_reader, a_reference

pytestmark = pytest.mark.django_db


def known_works(*numbers, **given):
    """References that say no more than the title and DOI of ``work(n)``."""
    return [
        a_reference(title=work(n)["TI"], doi=f"10.5555/example.{n}", **given)
        for n in numbers
    ]


def test_all_matched_records_fill_in_what_is_missing_and_overwrite_nothing():
    first, second = known_works(1, 2, container="Another journal")
    batch = imported(ris(work(1, AB="It helped."), work(2, AN="PMID: 99999902")))
    said = done(fill_import(batch=batch, by=a_curator()))
    assert said == ["Filled in from 2 of 2 records; nothing was overwritten."]
    assert (fresh(first).abstract, first.container) == ("It helped.", "Another journal")
    assert second.identifiers.filter(scheme="pmid", value="99999902").exists()
    assert not batch.records.offering().exists()
    assert batch.records.filled().count() == 2


def test_filling_in_again_finds_nothing_to_do():
    known_works(1)
    batch = imported(ris(work(1)))
    done(fill_import(batch=batch, by=a_curator()))
    with pytest.raises(Refused, match="says anything that is missing"):
        fill_import(batch=batch, by=a_curator())


def test_of_two_records_on_one_reference_the_first_fills_in():
    (known,) = known_works(1)
    batch = imported(ris(work(1, AB="First."), work(1, AB="Second.", VL="7")))
    done(fill_import(batch=batch, by=a_curator()))
    assert (fresh(known).abstract, known.volume) == ("First.", "7")


def test_what_was_said_since_is_not_overwritten_by_filling_in():
    (known,) = known_works(1)
    batch = imported(ris(work(1, AB="From the file.")))
    edit_reference(reference=known, abstract="By hand.", by=a_curator())
    done(fill_import(batch=batch, by=a_curator()))
    assert fresh(known).abstract == "By hand."


def test_an_identifier_that_another_reference_got_meanwhile_is_not_filled_in():
    (known,) = known_works(1)
    batch = imported(ris(work(1, AN="PMID: 99999901")))
    a_reference(pmid="99999901")
    done(fill_import(batch=batch, by=a_curator()))
    assert not known.identifiers.filter(scheme="pmid").exists()


def test_a_books_isbn_is_not_filled_in_as_a_chapters_own():
    known = a_reference(
        type="chapter", title="A chapter on examples", doi="10.5555/chapter.1"
    )
    record = {"TY": "CHAP", "TI": known.title, "DO": "10.5555/chapter.1"}
    batch = imported(ris({**record, "SN": "9780000000002", "AU": "Madeup, M"}))
    done(fill_import(batch=batch, by=a_curator()))
    assert known.identifiers.get(scheme="isbn").accepted is False


def test_the_type_is_filled_in_where_nothing_said_it_and_taken_out_again():
    known = a_reference(type="other", title="A thesis on examples", doi="10.5555/t.1")
    batch = imported(ris({"TY": "THES", "TI": known.title, "DO": "10.5555/t.1"}))
    done(fill_import(batch=batch, by=a_curator()))
    known.refresh_from_db()
    assert known.type == "thesis"
    done(undo_import(batch=batch, by=a_curator()))
    known.refresh_from_db()
    assert known.type == "other"


def test_a_reference_that_no_longer_stands_is_not_filled_in():
    (known,) = known_works(1)
    batch = imported(ris(work(1, AB="It helped.")))
    Reference.objects.filter(pk=known.pk).update(
        withdrawn_at="2026-01-01T00:00Z",
        withdrawn_by=a_curator(),
        withdrawn_reason="Example.",
    )
    assert not batch.records.offering().exists()


def test_filling_in_goes_on_where_a_worker_died(monkeypatch):
    known_works(1, 2, 3)
    batch = imported(ris(*map(work, (1, 2, 3))))
    monkeypatch.setattr(filling, "CHUNK", 2)
    step = filling.fill_some(batch=batch, after=0, by=a_curator(), job=None)
    assert step == (2, 2, 2)
    said = done(fill_import(batch=batch, by=a_curator()))
    assert said[0].startswith("Filled in from 1 of 1 record;")
    assert ImportDecision.objects.filter(step="filled").count() == 3


@pytest.mark.parametrize("n", [1, 9])
def test_filling_in_asks_as_much_for_many_records_as_for_one(
    n, django_assert_max_num_queries
):
    known_works(*range(n))
    batch = imported(ris(*map(work, range(n))))
    by = a_curator()
    with django_assert_max_num_queries(16):
        filling.fill_some(batch=batch, after=0, by=by, job=None)


def test_filling_in_is_announced_to_who_reads_the_changes():
    (known,) = known_works(1)
    batch = imported(ris(work(1)))
    before = Change.objects.filter(model="reference", row_id=known.pk).count()
    done(fill_import(batch=batch, by=a_curator()))
    rows = Change.objects.filter(model="reference", row_id=known.pk)
    assert rows.count() == before + 1


def test_undoing_an_import_takes_out_what_it_filled_in():
    (known,) = known_works(1)
    before = Reference.objects.values().get(pk=known.pk)
    batch = imported(ris(work(1, AB="It helped.", AN="PMID: 99999901")))
    done(fill_import(batch=batch, by=a_curator()))
    said = done(undo_import(batch=batch, by=a_curator()))
    after = Reference.objects.values().get(pk=known.pk)
    assert after == {**before, "revision": before["revision"] + 2}
    assert list(known.identifiers.values_list("scheme", flat=True)) == ["doi"]
    assert said[1] == "What 1 record had filled in was taken out again."


def test_undoing_leaves_what_was_changed_since_it_was_filled_in():
    (known,) = known_works(1)
    batch = imported(ris(work(1, AB="It helped.", AN="PMID: 99999901")))
    done(fill_import(batch=batch, by=a_curator()))
    edit_reference(reference=known, abstract="By hand.", by=a_curator())
    a_notice(reference=known)
    said = done(undo_import(batch=batch, by=a_curator()))
    assert (fresh(known).abstract, known.year) == ("By hand.", None)
    assert known.identifiers.filter(scheme="pmid").exists()
    assert said[1].endswith("of 1 something stays.")
    step = ImportDecision.objects.get(step="emptied")
    assert step.why == (
        "Of what was filled in stays: abstract was changed since, its identifiers "
        "were looked up since."
    )


def test_undoing_removes_what_the_import_made_and_filled_in_itself():
    batch = imported(ris(work(1), work(1, AB="It helped.", AN="PMID: 99999901")))
    done(fill_import(batch=batch, by=a_curator()))
    assert Reference.objects.get().abstract == "It helped."
    done(undo_import(batch=batch, by=a_curator()))
    assert Reference.objects.count() == Identifier.objects.count() == 0


def test_undoing_keeps_what_another_import_filled_in():
    first = imported(ris(work(1)))
    second = imported(ris(work(1, AB="It helped.")), "other.ris")
    done(fill_import(batch=second, by=a_curator()))
    done(undo_import(batch=first, by=a_curator()))
    assert became(first) == ["kept"]
    done(undo_import(batch=second, by=a_curator()))
    assert Reference.objects.get().abstract == ""


def test_taking_out_goes_on_where_a_worker_died(monkeypatch):
    known_works(1, 2)
    batch = imported(ris(work(1), work(2)))
    done(fill_import(batch=batch, by=a_curator()))
    monkeypatch.setattr(undoing, "CHUNK", 1)
    assert undoing.take_out(batch=batch, by=a_curator(), reason="Example.") == (1, 0)
    done(undo_import(batch=batch, by=a_curator()))
    assert ImportDecision.objects.filter(step="emptied").count() == 2


@pytest.mark.parametrize("n", [1, 9])
def test_taking_out_asks_as_much_for_many_records_as_for_one(
    n, django_assert_max_num_queries
):
    known_works(*range(n))
    records = (work(i, AB="It helped.", AN=f"PMID: 9999990{i}") for i in range(n))
    batch = imported(ris(*records))
    by = a_curator()
    done(fill_import(batch=batch, by=by))
    with django_assert_max_num_queries(20):
        undoing.take_out(batch=batch, by=by, reason="Example.")
    assert not Identifier.objects.filter(scheme="pmid").exists()
    assert set(Reference.objects.values_list("abstract", flat=True)) == {""}


def test_taking_out_many_keeps_who_and_why_of_each():
    known = known_works(1, 2)
    batch = imported(ris(work(1), work(2)))
    done(fill_import(batch=batch, by=a_curator()))
    undoing.take_out(batch=batch, by=a_curator(), reason="Example.")
    for each in known:
        entry = history(each)[0]
        assert (entry.by, entry.why) == (a_curator().pk, "Example.")
        assert (fresh(each).revision, each.year) == (3, None)


def test_two_records_that_filled_in_one_reference_are_both_taken_out():
    (known,) = known_works(1)
    batch = imported(ris(work(1, AB="First."), work(1, VL="7")))
    done(fill_import(batch=batch, by=a_curator()))
    said = done(undo_import(batch=batch, by=a_curator()))
    assert said[1] == "What 2 records had filled in was taken out again."
    assert (fresh(known).abstract, known.volume) == ("", "")


def test_a_reader_fills_in_nothing():
    known_works(1)
    batch = imported(ris(work(1)))
    with pytest.raises(NotAllowed):
        fill_import(batch=batch, by=a_reader())
