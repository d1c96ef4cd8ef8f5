"""The pages of an import: sent, watched, decided on, undone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bibliography.imports.actions import import_now, start_import
from bibliography.imports.importing import lots, running
from bibliography.models import ImportBatch, Reference
from core.errors import Refused
from core.jobs import run_job
from core.models import Job, Merge
from tests.bibliography.test_imports import imported, ris, work
from tests.factories import (
    a_contributor,
    a_curator,
    a_reader,
    a_reference,
    an_editor,
)
from tests.html import shown

pytestmark = pytest.mark.django_db
ONE = {"TI": "Quite another work", "DO": "10.5555/example.1"}


@pytest.fixture
def curator(client):
    client.force_login(a_curator())
    return client


def send(client, data, name="example.ris", **given):
    file = SimpleUploadedFile(name, data)
    return client.post("/imports/", {"file": file, **given}, follow=True)


def run_jobs():
    for job in Job.objects.filter(state="queued"):
        run_job(job.pk)


def test_a_file_is_sent_and_imported(curator):
    answer = send(curator, ris(work(1), work(2)))
    assert "It waits for a free worker" in shown(answer)
    assert "RIS" in shown(answer) and "utf-8" in shown(answer)
    run_jobs()
    page = shown(curator.get(answer.request["PATH_INFO"]))
    assert '?became=created"><b>2</b><span>created</span>' in page
    assert Reference.objects.count() == 2


def test_a_file_is_looked_at_first(curator):
    answer = send(curator, ris(work(1), work(2)), do="look")
    assert "Import 2 records" in shown(answer)
    assert "Examplin for made-up fever number 1" in shown(answer)
    assert not Job.objects.exists()
    batch = ImportBatch.objects.get()
    curator.post(f"/imports/{batch.pk}/begin/")
    run_jobs()
    assert Reference.objects.count() == 2


def test_letters_of_an_unknown_encoding_are_asked_before_anything_is_imported(curator):
    data = ris(work(1, TI="中药治疗糖尿病的临床观察")).decode().encode("gbk")
    page = shown(send(curator, data))
    assert "Which of these reads right?" in page and "中药治疗" in page
    assert not Job.objects.exists()
    batch = ImportBatch.objects.get()
    refused = curator.post(f"/imports/{batch.pk}/begin/")
    assert refused.status_code == 422 and not Job.objects.exists()
    nothing = curator.post(f"/imports/{batch.pk}/encoding/", {"encoding": "base64"})
    assert nothing.status_code == 422
    curator.post(f"/imports/{batch.pk}/encoding/", {"encoding": "gb18030"})
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "Which of these" not in page and "Import 1 record" in page
    curator.post(f"/imports/{batch.pk}/begin/")
    run_jobs()
    assert Reference.objects.get().title == "中药治疗糖尿病的临床观察"


def test_records_are_pasted(curator):
    curator.post("/imports/", {"text": ris(work(1)).decode()})
    run_jobs()
    assert ImportBatch.objects.get().file_name == "pasted text"
    assert Reference.objects.count() == 1


def test_nothing_sent_is_said_on_the_form(curator):
    answer = curator.post("/imports/", {})
    assert answer.status_code == 422
    assert "Choose a file, or paste records." in shown(answer)


def test_a_file_too_large_is_said_on_the_form(curator, settings):
    settings.REFERENCES_MAX_BYTES = 10
    answer = send(curator, ris(work(1)))
    assert answer.status_code == 422
    assert "at most 10 can be imported at once" in shown(answer)


def test_a_file_that_is_none_is_refused_on_its_page(curator):
    answer = send(curator, b"%PDF-1.4")
    assert "“example.ris” is a PDF, not a reference file." in shown(answer)


def test_a_refused_file_is_read_as_what_a_person_says(curator):
    send(curator, b"Naslov;Oznaka\nEin Beispiel;10.5555/example.1\n", "t.csv")
    refused = ImportBatch.objects.get()
    assert refused.state == "refused"
    again = f"/imports/{refused.pk}/again/"
    assert curator.post(again, {"format": "nonsense"}).status_code == 422
    answer = curator.post(again, {"format": "csv"}, follow=True)
    assert "Each field is read from one column of the table." in shown(answer)
    batch = ImportBatch.objects.latest("pk")
    given = {"title": "Naslov", "doi": "Oznaka"}
    curator.post(f"/imports/{batch.pk}/mapping/", given)
    curator.post(f"/imports/{batch.pk}/begin/")
    run_jobs()
    assert Reference.objects.get().title == "Ein Beispiel"
    assert curator.post(f"/imports/{batch.pk}/again/").status_code == 422


def test_pasted_identifiers_with_junk_among_them_are_read_as_a_list(curator):
    pasted = "from the lab\n10.5555/example.1\nhello there\nPMID: 99999901\n"
    curator.post("/imports/", {"text": pasted, "format": "ids"})
    run_jobs()
    batch = ImportBatch.objects.get()
    assert (batch.counts["created"], batch.counts["rejected"]) == (2, 2)
    rejected = curator.get(f"/imports/{batch.pk}/rejected/")
    told = b"".join(rejected.streaming_content)
    assert told == b"from the lab\nhello there\n"


def test_a_table_is_mapped(curator):
    send(curator, b"title,other\nWrong,A title\n", "t.csv", do="look")
    batch = ImportBatch.objects.get()
    answer = curator.post(f"/imports/{batch.pk}/mapping/", {"title": "other"})
    assert answer.status_code == 302
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "A title" in page
    assert "<dt>Not used</dt><dd>title</dd>" in page
    bad = curator.post(f"/imports/{batch.pk}/mapping/", {"title": "nowhere"})
    assert bad.status_code == 422


ADDRESSES = ["", "records/", "records/1/", "file/", "rejected/", "undo/"]


@pytest.mark.parametrize("end", ADDRESSES)
def test_pages_of_an_import_are_for_who_may_import(client, end):
    batch = imported(ris(work(1)))
    address = f"/imports/{batch.pk}/{end}"
    assert client.get(address).status_code == 302
    client.force_login(a_reader())
    assert client.get(address).status_code == 403
    client.force_login(a_curator())
    assert client.get(address).status_code == 200


def test_a_visitor_is_sent_to_sign_in(client):
    assert client.get("/imports/").status_code == 302
    assert client.post("/imports/", {"text": "TY  - JOUR"}).status_code == 303


def test_the_same_file_twice_is_said(curator):
    imported(ris(work(1)))
    send(curator, ris(work(1)))
    run_jobs()
    batch = ImportBatch.objects.latest("pk")
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "The same file came in before" in page
    assert "Nothing is new, and nothing was overwritten." in page


def test_a_file_that_was_only_looked_at_did_not_come_in_before(curator):
    data = ris(work(1))
    looked_at = start_import(data=data, file_name="one.ris", by=a_curator())
    batch = imported(data)
    assert "came in before" not in shown(curator.get(f"/imports/{batch.pk}/"))
    import_now(batch=looked_at, by=a_curator())
    page = shown(curator.get(f"/imports/{looked_at.pk}/"))
    assert "The same file came in before, as" in page
    assert "Nothing is new" in page


def test_an_import_that_went_on_after_a_crash_is_not_its_own_double(
    curator, monkeypatch
):
    monkeypatch.setattr(lots, "CHUNK", 2)
    data = ris(*map(work, range(1, 6)))
    first = start_import(data=data, file_name="five.ris", by=a_curator())
    store, stored = running.store, []

    def dying(**given):
        if stored:
            raise MemoryError
        stored.append(store(**given))
        return stored[0]

    monkeypatch.setattr(running, "store", dying)
    with pytest.raises(Refused):
        import_now(batch=first, by=a_curator())
    monkeypatch.setattr(running, "store", store)
    second = imported(data)
    page = shown(curator.get(f"/imports/{second.pk}/"))
    assert "A part of the same file came in before: its first 2 records, as" in page
    assert "Nothing is new" not in page
    import_now(batch=first, by=a_curator())
    page = shown(curator.get(f"/imports/{first.pk}/"))
    assert "came in before" not in page and "Nothing is new" not in page


def test_a_file_whose_import_was_undone_says_so(curator):
    data = ris(work(1))
    first = imported(data)
    curator.post(f"/imports/{first.pk}/undo/")
    run_jobs()
    page = shown(curator.get(f"/imports/{imported(data).pk}/"))
    assert ", which was undone." in page and "Nothing is new" not in page


def test_each_count_links_to_its_records(curator):
    a_reference(title="Quite another work", doi="10.5555/example.2")
    batch = imported(ris(work(1), work(2), {"PY": "2001"}, work(4, PY="")))
    for query, numbers in (
        ("became=created", [1, 4]),
        ("became=asked", [2]),
        ("became=rejected", [3]),
        ("read=true", [1, 2, 4]),
        ("warnings=true", [4]),
    ):
        address = f"/imports/{batch.pk}/records/?{query}&format=json"
        found = curator.get(address).json()["results"]
        assert [row["number"] for row in found] == numbers
        page = shown(curator.get(f"/imports/{batch.pk}/records/?{query}"))
        assert f"Record {numbers[0]}" in page


def test_records_come_as_csv(curator):
    batch = imported(ris(work(1)))
    answer = curator.get(f"/imports/{batch.pk}/records/?format=csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "number,became,why,warnings,reference,raw"
    assert lines[1].startswith("1,created,")


def test_what_was_rejected_is_fixed_and_tried_again(curator):
    data = b"title,year,note\n,2001,lost\nA found title,2002,\n"
    batch = imported(data, "t.csv")
    answer = curator.get(f"/imports/{batch.pk}/rejected/")
    file = b"".join(answer.streaming_content)
    assert file == b"title,year,note\n,2001,lost\n"
    assert ".csv" in answer["Content-Disposition"]
    assert (
        imported(file.replace(b",2001", b"Fixed title,2001"), "t.csv").counts["created"]
        == 1
    )


BROKEN = {
    "ris": (ris({"PY": "2001"}), b"PY  -", b"TI  - A fixed title\r\nPY  -"),
    "nbib": (
        b"PMID- 99999901\nTI  - A title.\n\nPMID- \nDP  - 2001\n",
        b"PMID- ",
        b"PMID- 99999902\nTI  - A fixed title.",
    ),
    "bib": (
        b"@article{a, title={A title}}\n\n@article{b, year={2001}}\n",
        b"year=",
        b"title={A fixed title}, year=",
    ),
    "json": (
        b'[{"type": "article-journal", "title": "A title"}, {"type": "article"}]',
        b'"type": "article"',
        b'"type": "article", "title": "A fixed title"',
    ),
    "txt": (b"10.5555/a\n10.5555/b\nhello there\n", b"hello there", b"10.5555/c"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_exactly_what_was_rejected_comes_back_once_it_is_fixed(curator, kind):
    data, wrong, fixed = BROKEN[kind]
    batch = imported(data, f"example.{kind}")
    assert batch.counts["rejected"] == 1, list(batch.records.values("raw", "why"))
    answer = curator.get(f"/imports/{batch.pk}/rejected/")
    file = b"".join(answer.streaming_content)
    assert wrong in file
    again = imported(file.replace(wrong, fixed), f"rejected.{kind}")
    assert again.format == batch.format
    assert (again.counts["created"], again.counts["rejected"]) == (1, 0)


def test_the_files_own_bytes_are_kept(curator):
    data = b"\xef\xbb\xbf" + ris(work(1))
    batch = imported(data)
    answer = curator.get(f"/imports/{batch.pk}/file/")
    assert b"".join(answer.streaming_content) == data
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_an_import_is_undone_after_asking(curator):
    batch = imported(ris(work(1)))
    assert "Undo the import of" in shown(curator.get(f"/imports/{batch.pk}/undo/"))
    assert Reference.objects.count() == 1
    curator.post(f"/imports/{batch.pk}/undo/", {"why": "Wrong file."})
    run_jobs()
    assert Reference.objects.count() == 0
    assert "Undone" in shown(curator.get(f"/imports/{batch.pk}/"))


def test_a_running_import_is_watched(curator):
    send(curator, ris(work(1)))
    batch = ImportBatch.objects.get()
    now = timezone.now()
    Job.objects.update(state="running", done=300, total=1000, heartbeat=now)
    piece = curator.get(f"/imports/{batch.pk}/", headers={"HX-Request": "true"})
    assert "300 of 1,000 records" in shown(piece)
    assert "<html" not in shown(piece)
    Job.objects.update(state="done", finished_at=now)
    piece = curator.get(f"/imports/{batch.pk}/", headers={"HX-Request": "true"})
    assert piece["HX-Refresh"] == "true"


@pytest.mark.parametrize("n", [1, 6])
def test_a_page_of_records_takes_few_queries(curator, n, django_assert_max_num_queries):
    batch = imported(ris(*(work(each) for each in range(n))))
    with django_assert_max_num_queries(10):
        curator.get(f"/imports/{batch.pk}/records/")
    with django_assert_max_num_queries(10):
        curator.get(f"/imports/{batch.pk}/")


def test_pages_are_accessible(look_at, sign_in):
    a_reference(title="Quite another work", doi="10.5555/example.2", year=2001)
    batch = imported(ris(work(1), work(2), {"PY": "2001"}))
    sign_in(a_curator())
    ends = ("", f"{batch.pk}/", f"{batch.pk}/records/", f"{batch.pk}/records/2/")
    ends += (f"{batch.pk}/asked/",)
    look_at([f"/imports/{end}" for end in ends])


# --- merging two references by hand ---


def test_two_references_are_merged_and_taken_apart(client):
    one = a_reference(title="Example one", doi="10.5555/example.1")
    other = a_reference(title="Example other", doi="10.5555/example.2")
    client.force_login(an_editor())
    address = f"/references/{other.pk}/merge/"
    assert "Side by side" in shown(client.get(address, {"into": one.pk}))
    client.post(address, {"into": one.pk, "reason": "One work."})
    assert client.get(f"/references/{other.pk}/").status_code == 301
    page = shown(client.get(f"/references/{one.pk}/merge/"))
    assert "One work." in page
    merge = Merge.objects.get()
    client.post(f"/merges/{merge.pk}/undo/")
    assert client.get(f"/references/{other.pk}/").status_code == 200


@pytest.mark.parametrize("into", ["", "x", "999999999999999999999", "self"])
def test_what_cannot_be_merged_is_said(client, into):
    row = a_reference()
    client.force_login(an_editor())
    given = {"into": row.pk if into == "self" else into, "reason": "One work."}
    assert client.post(f"/references/{row.pk}/merge/", given).status_code in (200, 422)
    assert not Merge.objects.exists()


def test_a_curator_may_not_merge(curator):
    assert curator.get(f"/references/{a_reference().pk}/merge/").status_code == 403


def test_an_import_is_stopped_and_gone_on_with(curator):
    send(curator, ris(work(1)))
    batch = ImportBatch.objects.get()
    curator.post(f"/imports/{batch.pk}/stop/")
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "It stopped." in page and "Go on where it stopped" in page
    curator.post(f"/imports/{batch.pk}/begin/")
    run_jobs()
    assert Reference.objects.count() == 1


def test_a_reference_names_the_imports_it_came_from_and_was_filled_in_by(curator):
    first = imported(ris(work(1)))
    second = imported(ris(work(1, AB="It helped.")), "other.ris")
    curator.post(f"/imports/{second.pk}/fill/")
    run_jobs()
    reference = Reference.objects.get()
    page = shown(curator.get(f"/references/{reference.pk}/"))
    assert f"Record 1 of import {first.pk}</a>: created" in page
    assert f"Record 1 of import {second.pk}</a>: matched, filled in what was" in page
    record = shown(curator.get(f"/imports/{first.pk}/records/1/"))
    assert f'href="/references/{reference.pk}/"' in record


def test_a_reference_names_its_imports_to_nobody_who_may_not_see_them(client):
    imported(ris(work(1)))
    address = f"/references/{Reference.objects.get().pk}/"
    assert "of import" not in shown(client.get(address))
    client.force_login(a_reader())
    assert "of import" not in shown(client.get(address))


@pytest.mark.parametrize("n", [1, 9])
def test_a_reference_asks_as_much_for_many_imports_as_for_one(
    curator, n, django_assert_max_num_queries
):
    imported(ris(*[work(1)] * n))
    address = f"/references/{Reference.objects.get().pk}/"
    with django_assert_max_num_queries(16):
        curator.get(address)


def test_a_contributor_goes_on_with_their_own_import_and_no_others(client, curator):
    send(curator, ris(work(1)))
    theirs = ImportBatch.objects.get()
    client.force_login(a_contributor())
    assert client.post(f"/imports/{theirs.pk}/undo/").status_code == 403
    send(client, ris(work(2)))
    own = ImportBatch.objects.latest("pk")
    run_jobs()
    assert client.post(f"/imports/{own.pk}/undo/").status_code == 302
