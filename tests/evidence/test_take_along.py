"""A claim is taken along: cited, its studies as records, its results as a table."""

import csv
import io
import json
import re

import pytest

from bibliography import formats
from evidence.claims.actions import withdraw_claim
from evidence.claims.versions import make_version
from evidence.studies.merging import merge_studies
from studies.models import Study
from studies.results.further import FURTHER as NUMBERS
from tests import factories as make
from tests.evidence.facts import kept
from tests.evidence.test_facts import a_judged_claim
from tests.html import shown

pytestmark = pytest.mark.django_db
HOST = {"headers": {"host": "localhost"}}
NAMES = {
    "text": ".txt",
    "bibtex": ".bib",
    "csl": ".json",
    "ris": "-studies.ris",
    "csv": "-results.csv",
}


@pytest.fixture
def claim():
    """A judged claim on three trials, two of which have a report here."""
    claim = a_judged_claim(3, text="Examplin lowers {made-up} fever & more.")
    results = [item.result for item in claim.bases.get().items.order_by("id")]
    for number, result in enumerate(results[:2]):
        reference = make.a_reference(
            title=f"Trial {number} of an example",
            doi=f"10.5555/trial.{number}",
            year=2001 + number,
            first_author="Example",
            authors=[{"family": "Example", "given": "E."}],
        )
        make.a_report(study=result.study, reference=reference)
    make_version(claim=claim, cause="verdict", by=make.an_editor())
    return claim


def file_of(client, page, format):
    answer = client.get(f"{page}export/?format={format}", **HOST)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return b"".join(answer) if answer.streaming else answer.content


def records_of(data, format):
    return list(formats.read(data, format).records)


def pages_of(claim):
    return f"/claims/{claim.pk}/", f"/claims/{claim.pk}/v1/"


@pytest.fixture(params=[0, 1], ids=["as it stands", "version"])
def page(request, claim):
    return pages_of(claim)[request.param]


def cited_as(claim):
    day = claim.versions.get().created_at
    return "Examplin lowers {made-up} fever & more (version 1)", day.date().isoformat()


def test_a_page_says_how_to_cite_it_and_links_what_is_taken_along(client, claim, page):
    told = shown(client.get(page, **HOST))
    title, _ = cited_as(claim)
    cited = title.replace("&", "&amp;")
    assert f"Footing. {cited}. " in told
    assert f"http://localhost/claims/{claim.pk}/v1/</p>" in told
    (line,) = re.findall(r"<p>(<a href=[^ ]*format=text.*?)</p>", told)
    assert re.sub("<.*?>", "", line) == "Cite · BibTeX · CSL · RIS · CSV"
    assert "RIS: 1 of its 3 studies has no report here." in told


@pytest.mark.parametrize("format", NAMES)
def test_each_file_has_its_name(client, claim, page, format):
    answer = client.get(f"{page}export/?format={format}", **HOST)
    version = "-v1" if "/v1/" in page else ""
    name = f"claim-{claim.pk}{version}{NAMES[format]}"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_citation_is_one_line_of_text(client, claim, page):
    text = file_of(client, page, "text").decode()
    title, _ = cited_as(claim)
    assert text.startswith(f"Footing. {title}. ")
    assert text.endswith(f"http://localhost/claims/{claim.pk}/v1/\n")
    assert text.count("\n") == 1


@pytest.mark.parametrize("format", ["bibtex", "csl"])
def test_the_citation_is_read_back_whole(client, claim, page, format):
    (record,) = records_of(file_of(client, page, format), format)
    title, day = cited_as(claim)
    assert (record.title, record.date) == (title, day)
    assert record.url == f"http://localhost/claims/{claim.pk}/v1/"
    # one list holds the citations of many claims
    assert f"claims-{claim.pk}-v1" in file_of(client, page, format).decode()
    assert [(name.family, name.is_group) for name in record.authors] == [
        ("Footing", True)
    ]


def test_csl_is_json_as_reference_managers_read_it(client, page):
    (item,) = json.loads(file_of(client, page, "csl"))
    assert item["type"] == "webpage"
    assert item["author"] == [{"literal": "Footing"}]


def test_ris_holds_the_reports_that_are_known(client, page):
    records = records_of(file_of(client, page, "ris"), "ris")
    assert {record.doi for record in records} == {"10.5555/trial.0", "10.5555/trial.1"}


def test_csv_has_a_row_for_each_result_and_begins_with_a_mark(client, claim, page):
    data = file_of(client, page, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["study"] for row in rows] == [
        "Example 2000",
        "Example 2001",
        "Example 2002",
    ]
    assert [(row["events_1"], row["total_1"]) for row in rows] == [
        ("10", "100"),
        ("11", "100"),
        ("12", "100"),
    ]
    assert {row["claim"] for row in rows} == {str(claim.pk)}
    assert len({row["result_id"] for row in rows}) == 3


def test_numbers_stay_numbers_and_texts_are_no_formulas(client):
    result = make.a_result(
        metric="md", estimate=-1.5, ci_low=-2, ci_high=-1, place="=1+1"
    )
    claim = make.a_claim()
    make.a_frozen_base(claim=claim, results=[result])
    data = file_of(client, f"/claims/{claim.pk}/", "csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data))
    assert (row["estimate"], row["ci_low"]) == ("-1.5", "-2.0")
    assert row["place"] == "'=1+1"


def test_every_number_that_is_printed_is_taken_along(client):
    shape = {"metric": "md", "estimate": -1.5, "ci_low": -2, "ci_high": -1}
    shape |= {"direction": "not_stated", "adjusted": "yes"}
    printed = {
        **{"median_1": 4.5, "q1_1": 3.0, "q3_1": 6.0, "se_2": 0.25, "icc": 0.05},
        **{"cluster_size": 12.0, "adjusted_for": "age", "imputed": "yes"},
        **{"time_value": 8.0, "time_unit": "weeks"},
    }
    claim, result = make.a_claim(), make.a_result(**shape, **printed)
    make.a_frozen_base(claim=claim, results=[result, make.a_result()])
    data = file_of(client, f"/claims/{claim.pk}/", "csv").decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(data))
    assert set(NUMBERS) <= first.keys()
    assert {name: first[name] for name in printed} == {
        name: str(value) for name, value in printed.items()
    }
    assert {second[name] for name in NUMBERS} == {""}


def test_a_claim_without_a_version_is_cited_without_a_day(client):
    claim = make.a_claim(text="Examplin is new")
    text = file_of(client, f"/claims/{claim.pk}/", "text").decode()
    assert text == f"Footing. Examplin is new. http://localhost/claims/{claim.pk}/\n"
    told = shown(client.get(f"/claims/{claim.pk}/"))
    assert "format=bibtex" in told
    assert "format=ris" not in told


@pytest.mark.parametrize("name", kept.files(kept.FORMAT_1))
@pytest.mark.parametrize("format", NAMES)
def test_earlier_versions_are_taken_along_too(client, name, format):
    facts = kept.read(kept.files(kept.FORMAT_1)[name])
    version = make.a_claim_version(facts=facts)
    page = f"/claims/{version.claim_id}/v{version.number}/"
    data = file_of(client, page, format)
    if format == "csv":
        results = [
            item
            for item in facts["evidence"]
            if item["decision"] == "included" and item["result"]
        ]
        told = data.decode("utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(told)))) == len(results)


def test_another_format_is_refused(client, page):
    answer = client.get(f"{page}export/?format=docx", **HOST)
    assert answer.status_code == 400
    assert "expected one of text, bibtex, csl, ris, csv" in answer.content.decode()


def test_what_is_withdrawn_or_not_there_is_not_taken_along(client):
    assert client.get("/claims/999999/export/").status_code == 404
    claim = make.a_claim()
    assert client.get(f"/claims/{claim.pk}/v7/export/").status_code == 404
    withdraw_claim(claim=claim, by=make.an_editor(), reason="As an example.")
    assert client.get(f"/claims/{claim.pk}/export/").status_code == 410


def test_a_study_merged_since_has_the_reports_of_what_it_is_now(client, claim):
    before = client.get(f"/claims/{claim.pk}/v1/", **HOST).content
    reported = [s for s in Study.objects.order_by("pk") if s.reports.exists()]
    stays = make.a_study(label="Another record 2001")
    merge_studies(merged=reported[0], into=stays, by=make.an_editor(), reason="One.")
    assert not reported[0].reports.exists()
    assert client.get(f"/claims/{claim.pk}/v1/", **HOST).content == before
