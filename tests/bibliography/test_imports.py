"""Files of references come in: created, matched, asked, rejected, undone."""

import gc
from dataclasses import replace
from itertools import islice

import pytest
from django.db import DataError, connection

from bibliography.formats import FormatError, read
from bibliography.imports.actions import (
    begin_import,
    import_now,
    set_mapping,
    start_import,
    undo_import,
)
from bibliography.imports.decisions import decide_record, fill_from_record
from bibliography.imports.importing import lots, running, undoing
from bibliography.imports.importing.source import kept_pieces
from bibliography.models import Identifier, Reference
from bibliography.references.actions import edit_reference
from bibliography.references.merging import merge_references, unmerge_references
from core.errors import NotAllowed, Refused
from core.history import history
from core.jobs import run_job
from core.models import Job
from tests.factories import (
    a_curator,
    a_notice,
    a_reader,
    a_reference,
    a_report,
    an_editor,
)

pytestmark = pytest.mark.django_db


def ris(*records):
    """A RIS file of records, each a dictionary of tags."""
    lines = []
    for record in records:
        lines += ["TY  - " + record.get("TY", "JOUR")]
        lines += [f"{tag}  - {value}" for tag, value in record.items() if tag != "TY"]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode()


def work(n=1, **tags):
    """An invented article."""
    return {
        "TI": f"Examplin for made-up fever number {n}: a trial",
        "AU": f"Madeup{n}, Mia",
        "PY": 2001,
        "T2": "Journal of Examples",
        "DO": f"10.5555/example.{n}",
        **tags,
    }


def imported(data, file_name="example.ris", **given):
    batch = start_import(data=data, file_name=file_name, by=a_curator(), **given)
    return import_now(batch=batch, by=a_curator())


def became(batch):
    return list(batch.records.order_by("number").values_list("became", flat=True))


def test_a_file_is_told_before_it_is_imported():
    data = ris(work(1), work(2))
    batch = start_import(data=data, file_name="two.ris", by=a_curator())
    assert (batch.format, batch.encoding, batch.state) == ("ris", "utf-8", "waiting")
    assert batch.preview["records"] == 2
    assert batch.preview["first"][0]["title"].startswith("Examplin for made-up fever")
    assert b"".join(kept_pieces(batch)) == data
    assert Reference.objects.count() == 0


def test_an_import_creates_references_with_their_identifiers():
    batch = imported(ris(work(1, AB="It helped."), work(2)))
    assert batch.state == "done"
    assert batch.counts["read"] == batch.counts["created"] == 2
    reference = Reference.objects.identified_by("doi", "10.5555/example.1").get()
    assert reference.abstract == "It helped."
    assert reference.authors == [{"family": "Madeup1", "given": "Mia"}]
    record = batch.records.get(number=1)
    assert record.reference == reference
    assert record.made[0] == ["reference", reference.pk]
    assert "TY  - JOUR" in record.raw


def test_what_cannot_be_read_is_kept_with_the_reason():
    batch = imported(ris(work(1), {"PY": "2001"}, work(3)))
    assert became(batch) == ["created", "rejected", "created"]
    assert (batch.counts["read"], batch.counts["rejected"]) == (2, 1)
    record = batch.records.get(number=2)
    assert "PY  - 2001" in record.raw
    assert "nothing says which work this is" in record.why


def test_a_file_that_is_not_what_it_says_is_refused_in_one_sentence():
    batch = start_import(data=b"%PDF-1.4 example", file_name="a.ris", by=a_curator())
    assert batch.state == "refused"
    assert batch.refused_because == "“a.ris” is a PDF, not a reference file."
    with pytest.raises(Refused, match="is refused"):
        begin_import(batch=batch, by=a_curator())


def test_a_file_said_to_be_of_another_format_is_refused():
    batch = start_import(
        data=ris(work()), file_name="a.bib", by=a_curator(), format="bibtex"
    )
    assert "does not look like BibTeX" in batch.refused_because


def test_an_empty_file_is_no_import():
    with pytest.raises(Refused, match="empty"):
        start_import(data=b"", file_name="a.ris", by=a_curator())


def test_a_reader_may_not_import():
    with pytest.raises(NotAllowed):
        start_import(data=ris(work()), file_name="a.ris", by=a_reader())


def test_an_import_leaves_pythons_collector_as_it_was():
    before = gc.get_threshold()
    imported(ris(work(1)))
    assert gc.get_threshold() == before


def test_the_same_file_twice_makes_nothing_new_and_overwrites_nothing():
    data = ris(work(1), work(2, DO=""), {"TI": "No year and no author"})
    imported(data)
    before = list(Reference.objects.order_by("pk").values())
    again = imported(data)
    assert again.counts["created"] == 0
    assert again.counts["matched"] == 2
    assert list(Reference.objects.order_by("pk").values())[: len(before)] == before


def test_an_identifier_and_title_that_agree_are_a_match():
    known = a_reference(title=work()["TI"].upper(), doi="10.5555/example.1")
    batch = imported(ris(work(1, AB="It helped.")))
    record = batch.records.get()
    assert (record.became, record.reference) == ("matched", known)
    assert record.why == "DOI and title agree."
    known.refresh_from_db()
    assert known.abstract == ""  # what is there stays as it is


def test_a_title_longer_than_any_is_cut_and_says_so():
    batch = imported(ris(work(1, TI="Example " * 2_000)))
    record = batch.records.get()
    assert len(record.reference.title) <= 10_000
    assert "characters; the first 10,000 stand" in " ".join(record.warnings)
    assert record.raw.count("Example") >= 2_000


def test_a_match_offers_what_is_missing_and_overwrites_nothing():
    known = a_reference(title=work()["TI"], doi="10.5555/example.1", year=1999)
    batch = imported(ris(work(1, AB="It helped.", AN="PMID: 99999901")))
    record = batch.records.offering().get()
    fill_from_record(record=record, by=a_curator())
    known.refresh_from_db()
    assert (known.abstract, known.year) == ("It helped.", 1999)
    assert known.first_author == "Madeup1"
    assert not batch.records.offering().exists()


def test_an_identifier_of_another_title_is_asked():
    known = a_reference(title="Quite another work", doi="10.5555/example.1", year=1980)
    record = imported(ris(work(1))).records.get()
    assert record.became == "asked"
    assert record.candidates == [
        {
            "reference": known.pk,
            "why": "The identifier is the same; the title is another work’s.",
        }
    ]
    assert Reference.objects.count() == 1


def test_a_near_title_of_the_same_author_and_year_is_asked():
    known = a_reference(
        title="Examplin for made-up fever number 1; trial.",
        title_key="examplin for made up fever number 1 trial",
        first_author="Madeup1",
        authors=[{"family": "Madeup1", "given": "M"}],
        year=2002,
    )
    record = imported(ris(work(1))).records.get()
    assert record.became == "asked"
    assert [each["reference"] for each in record.candidates] == [known.pk]


def test_another_author_of_a_near_title_is_another_work():
    a_reference(title=work()["TI"], first_author="Else", year=2001)
    assert became(imported(ris(work(1)))) == ["created"]


def test_a_person_says_that_an_asked_record_is_the_same():
    known = a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    decide_record(record=batch.records.get(), same_as=known, by=a_curator())
    record = batch.records.get()
    assert (record.became, record.reference) == ("matched", known)
    assert record.decided_by == a_curator()
    batch.refresh_from_db()
    assert (batch.counts["matched"], batch.counts["asked"]) == (1, 0)


def test_a_person_says_that_an_asked_record_is_a_new_work():
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    decide_record(record=batch.records.get(), same_as=None, by=a_curator())
    record = batch.records.get()
    assert record.became == "created"
    assert record.reference.title == work()["TI"]
    assert record.reference.identifiers.get(scheme="doi").accepted is False
    with pytest.raises(Refused, match="Record 1 is created"):
        decide_record(record=record, same_as=None, by=a_curator())


def test_a_record_without_a_title_is_asked_and_not_made_again_each_time():
    file = ris({"AU": "Madeup, Mia", "PY": "2001"}, {"AU": "Madeup, Mia"})
    assert became(imported(file)) == ["created", "asked"]
    assert became(imported(file, "again.ris")) == ["asked", "asked"]
    elsewhere = imported(ris({"AU": "Madeup, Mia", "PY": "2001", "DB": "Example"}))
    assert became(elsewhere) == ["asked"]
    assert "neither states a title" in elsewhere.records.get().why
    other = ris({"AU": "Madeup, Mia", "PY": "2002"})
    assert became(imported(other)) == ["created"]


def test_a_record_that_names_an_author_alone_is_asked_and_one_by_its_address_is_not():
    file = ris({"AU": "Madeup, Mia"}, {"UR": "https://example.org/a"})
    batch = imported(file)
    assert became(batch) == ["asked", "created"]
    record = batch.records.get(number=1)
    assert (record.candidates, "names an author and nothing" in record.why) == (
        [],
        True,
    )
    decide_record(record=record, same_as=None, by=a_curator())
    assert batch.records.get(number=1).reference.first_author == "Madeup"


def test_what_a_person_decided_is_not_asked_again_of_the_same_file():
    known = a_reference(title="Quite another work", doi="10.5555/example.1")
    data = ris(work(1))
    decide_record(record=imported(data).records.get(), same_as=known, by=a_curator())
    for _ in range(2):
        record = imported(data).records.get()
        assert (record.became, record.reference) == ("matched", known)
        assert "A person decided so" in record.why


def test_doubles_within_a_file_are_seen():
    batch = imported(ris(work(1), work(1, AB="Longer."), work(1, TI="Other words")))
    assert became(batch) == ["created", "matched", "asked"]


def test_chapters_of_a_book_share_its_doi_and_stay_apart():
    chapters = [
        work(n, TY="CHAP", DO="10.5555/book", TI=f"Chapter on example {word}")
        for n, word in ((1, "fever"), (2, "sleep"), (3, "skin"))
    ]
    book = work(4, TY="BOOK", DO="10.5555/book", TI="The book of examples")
    batch = imported(ris(*chapters, book))
    assert became(batch) == ["created"] * 4
    accepted = Identifier.objects.filter(value="10.5555/book", accepted=True)
    assert [each.reference.title for each in accepted] == ["The book of examples"]
    assert became(imported(ris(*chapters, book))) == ["matched"] * 4


def test_a_list_of_dois_makes_references_without_a_title():
    batch = imported(b"10.5555/example.1\n10.5555/example.2\n", "list.txt")
    assert batch.format == "ids"
    assert {str(each) for each in Reference.objects.all()} == {"Title not known"}
    assert became(imported(ris(work(1)))) == ["matched"]


def test_a_table_is_read_by_its_mapping():
    data = "Titel;Jahr;Kennung\nEin Beispiel;2001;10.5555/example.1\n".encode("cp1252")
    mapping = {"title": "Titel", "year": "Jahr", "doi": "Kennung"}
    batch = imported(data, "t.csv", format="csv", options={"mapping": mapping})
    reference = batch.records.get().reference
    assert (reference.title, reference.year) == ("Ein Beispiel", 2001)


def test_a_mapping_is_changed_before_the_import():
    data = b"title,other,year\nWrong,An example of a title,2001\n"
    batch = start_import(data=data, file_name="t.csv", by=a_curator())
    assert batch.preview["mapping"]["title"] == "title"
    batch = set_mapping(
        batch=batch, mapping={"title": "other", "year": "year"}, by=a_curator()
    )
    assert batch.preview["first"][0]["title"] == "An example of a title"
    batch = import_now(batch=batch, by=a_curator())
    assert batch.records.get().reference.title == "An example of a title"


def test_characters_that_cannot_be_stored_are_replaced():
    data = ris(work(1, TI="Made\0up\\N title", AB="a\\tb\tc"))
    reference = imported(data).records.get().reference
    assert reference.title == "Made\ufffdup\\N title"
    assert "a\\tb" in reference.abstract


# --- crash and resume ---


def test_an_import_goes_on_where_it_stopped(monkeypatch):
    monkeypatch.setattr(lots, "CHUNK", 2)
    batch = start_import(
        data=ris(*map(work, range(1, 6))), file_name="five.ris", by=a_curator()
    )
    job = begin_import(batch=batch, by=a_curator())
    store, calls = running.store, []

    def dying(**given):
        calls.append(given["chunk"][0][0])
        if len(calls) == 2:
            raise MemoryError
        return store(**given)

    monkeypatch.setattr(running, "store", dying)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done) == ("waiting", 2)
    assert Reference.objects.count() == 2
    Job.objects.filter(pk=job.pk).update(state="queued")
    run_job(job.pk)
    batch.refresh_from_db()
    assert calls == [1, 3, 3, 5]
    assert (batch.state, batch.counts["created"]) == ("done", 5)
    assert list(batch.records.values_list("number", flat=True).order_by("number")) == [
        *range(1, 6)
    ]


def test_who_imported_is_told_with_every_row():
    batch = imported(ris(work(1)))
    entry = history(batch.records.get().reference)[0]
    assert entry.by == a_curator().pk
    assert entry.why == f"Import {batch.pk}: example.ris"


# --- undo ---


def undone(batch):
    job = undo_import(batch=batch, by=a_curator())
    run_job(job.pk)
    batch.refresh_from_db()
    return batch


def test_undo_removes_what_nothing_stands_on():
    batch = undone(imported(ris(work(1), work(1), work(2))))
    assert batch.state == "undone"
    assert became(batch) == ["removed"] * 3
    assert Reference.objects.count() == Identifier.objects.count() == 0
    assert batch.undone_by == a_curator()


def test_undo_keeps_and_lists_what_others_build_on():
    batch = imported(ris(*map(work, range(1, 6))))
    first, second, third, fourth, _ = Reference.objects.order_by("pk")
    a_report(reference=first)
    edit_reference(reference=second, volume="7", by=a_curator())
    a_notice(reference=third)
    imported(ris(work(4, VL="9")), "other.ris")
    batch = undone(batch)
    assert became(batch) == ["kept"] * 4 + ["removed"]
    whys = list(batch.records.order_by("number").values_list("why", flat=True)[:4])
    assert whys == [
        "It is built on by: reports.",
        "It was changed since.",
        "It is built on by: notices.",
        "It is built on by: another import.",
    ]
    assert fourth in Reference.objects.all()


@pytest.mark.parametrize("n", [1, 9])
def test_undo_asks_as_much_for_many_records_as_for_one(
    n, django_assert_max_num_queries
):
    batch = imported(ris(*map(work, range(n))))
    by = a_curator()
    with django_assert_max_num_queries(25):
        undoing.take_back(batch=batch, by=by, reason="Example.")


def test_undo_goes_on_where_it_stopped(monkeypatch):
    monkeypatch.setattr(undoing, "CHUNK", 2)
    batch = imported(ris(*map(work, range(1, 6))))
    undoing.take_back(batch=batch, by=a_curator(), reason="Example.")
    assert Reference.objects.count() == 3
    assert undone(batch).counts["removed"] == 5


def test_what_was_undone_is_not_decided_on():
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = undone(imported(ris(work(1))))
    with pytest.raises(Refused, match="was undone"):
        decide_record(record=batch.records.get(), same_as=None, by=a_curator())


# --- merging two references ---


def test_a_merge_keeps_both_sides_identifiers_and_can_be_undone():
    one = a_reference(doi="10.5555/example.1", pmid="99999901")
    other = a_reference(doi="10.5555/example.2")
    report = a_report(reference=other)
    merge = merge_references(merged=other, into=one, by=an_editor(), reason="One.")
    assert one.identifiers.count() == 3
    report.refresh_from_db()
    assert report.reference == one
    unmerge_references(merge=merge, by=an_editor(), reason="Two after all.")
    other.refresh_from_db()
    assert other.merged_into is None
    assert other.identifiers.get().value == "10.5555/example.2"


def test_what_matches_a_merged_reference_matches_the_one_that_stands():
    one = a_reference(title=work(1)["TI"])
    other = a_reference(title=work(1)["TI"], doi="10.5555/example.1")
    merge_references(merged=other, into=one, by=an_editor(), reason="One.")
    assert imported(ris(work(1))).records.get().reference == one


# --- files that break ---


def test_what_comes_before_a_file_breaks_off_is_imported(monkeypatch):
    def broken(*given, **named):
        reading = read(*given, **named)

        def records():
            yield from islice(reading.records, 2)
            raise FormatError("It breaks off.")

        return replace(reading, records=records())

    batch = start_import(
        data=ris(*map(work, range(1, 5))), file_name="a.ris", by=a_curator()
    )
    monkeypatch.setattr(lots, "read", broken)
    batch = import_now(batch=batch, by=a_curator())
    assert became(batch) == ["created", "created", "rejected"]
    assert "the rest of the file cannot be read" in batch.records.last().why


def lots_beyond_the_reader(*given):
    """As they are read where the third record keeps its reader for ever."""

    def stuck(*given, **named):
        reading = read(*given, **named)

        def records():
            yield from islice(reading.records, 2)
            while True:
                pass

        return replace(reading, records=records())

    lots.read = stuck  # in the process where this runs, and ends
    yield from READ_LOTS(*given)


READ_LOTS = lots.read_lots


def test_a_record_that_takes_for_ever_is_stopped_and_the_rest_read_later(
    settings, monkeypatch
):
    settings.HEAVY_FROM_BYTES, settings.HEAVY_SECONDS = 0, 1
    batch = start_import(
        data=ris(*map(work, range(1, 5))), file_name="a.ris", by=a_curator()
    )
    with monkeypatch.context() as beyond:
        beyond.setattr(lots, "read_lots", lots_beyond_the_reader)
        with pytest.raises(Refused, match="end of record 2 and no further. This took"):
            import_now(batch=batch, by=a_curator())
    assert became(batch) == ["created", "created"]
    batch = import_now(batch=batch, by=a_curator())
    assert became(batch) == ["created"] * 4


def test_many_slow_records_are_bounded_together(tmp_path):
    file = tmp_path / "a.ris"
    file.write_bytes(ris(*map(work, range(1, 5))))
    read = []
    with pytest.raises(Refused, match="more than 0 seconds"):
        for lot in lots.read_lots(str(file), {}, 0, 1, 0):
            read.append(lot.last)  # noqa: PERF402  as far as it comes
    assert read == [1]


def test_a_record_that_cannot_be_stored_is_kept_and_the_others_go_in(monkeypatch):
    store = running.store

    def limited(*, chunk, **given):
        titles = [getattr(read, "title", "") for _, read in chunk]
        if "Too much" in titles:  # no column of today is too small for any record
            raise DataError("value too long")
        return store(chunk=chunk, **given)

    monkeypatch.setattr(running, "store", limited)
    batch = imported(ris(work(1), work(2, TI="Too much"), work(3)))
    assert became(batch) == ["created", "rejected", "created"]
    record = batch.records.get(number=2)
    assert "it cannot be stored (value too long)" in record.why
    assert record.raw.startswith("TY  - JOUR")


def test_after_a_large_import_the_planner_knows_the_tables_at_once(monkeypatch):
    monkeypatch.setattr("bibliography.imports.importing.running.MANY", 3)
    imported(ris(work(1), work(2), work(3)))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples FROM pg_class WHERE relname = 'bibliography_reference'"
        )
        assert cursor.fetchone() == (Reference.objects.count(),)
