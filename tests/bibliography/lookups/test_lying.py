"""Whatever a service answers with, a lookup ends in an answer with a sentence."""

import copy
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography.checks.actions import candidate_json
from bibliography.lookups import Answer, Citation, Client, Crossref, OpenAlex, PubMed
from bibliography.matching import compare_cited
from bibliography.records import LookupStatus, record_from_json
from tests.fakes.services import Work, crossref, efetch, esearch, openalex_work

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
NOWHERE = "http://127.0.0.1:9"
ONE = Work(
    doi="10.5555/example.1",
    pmid="90000001",
    title="Made-up plasma for made-up skin",
    authors=(("Xamplová", "Anna B."), ("van Acker", "C.")),
    year=2014,
    abstract="Plasma was tried in skin.",
    notices=(("retraction", "10.5555/notice.1", "2016-05-04"),),
    retracted=True,
    relations=(("has-preprint", "10.5555/preprint.1"),),
)
CITED = Citation(authors=("Xamplová",), year=2014, title=ONE.title)
CROSSREF = crossref(ONE) | {
    "subtitle": ["A trial"],
    "ISBN": ["9780000000002"],
    "clinical-trial-number": [{"clinical-trial-number": "NCT00000001"}],
    "update-to": [{"DOI": "10.5555/x", "type": "correction", "label": "Correction"}],
}


class Says:
    """A store that has one body for every question, as if a service had answered."""

    def __init__(self, *bodies):
        self.bodies = bodies

    def get(self, service, address):
        at = 1 if "efetch" in address and len(self.bodies) > 1 else 0
        return Answer(service, address, 200, self.bodies[at], AT)

    def put(self, answer):
        raise AssertionError("nobody answers here")


def answers(*bodies):
    """Every question to every service, each answered with the same body."""
    client = Client(kept=Says(*bodies), tries=1, sleep=lambda _: None)
    asked = (PubMed, Crossref, OpenAlex)
    for service in (make(client, NOWHERE) for make in asked):
        yield service.by_identifier("doi", ONE.doi)
        yield service.by_identifier("pmid", ONE.pmid)
        yield service.by_citation(CITED)
    yield Crossref(client, NOWHERE).notices_on(ONE.doi)


def hold(answer):
    """What has to be true of any answer: it can be kept, shown and compared."""
    assert bool(answer.reason.strip()) or answer.status is not LookupStatus.FAILED
    assert answer.asked_at.tzinfo
    for record in answer.candidates:
        kept = candidate_json(
            record, compare_cited(CITED, {"doi": ONE.doi}, record), answer.notices
        )
        text = json.dumps(kept, allow_nan=False, ensure_ascii=False)
        text.encode()  # no half of a character
        assert "\\u0000" not in text.replace("\\\\", "")
        assert record_from_json(json.loads(text)["record"]) == record
        assert record.title or record.identifiers
        assert all(len(value) <= 300 for _, value in record.identifiers)
    for notice in answer.notices:
        assert len(notice.notice_doi or "") <= 300
        assert len(notice.notice_pmid or "") <= 20


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(
        [
            "",
            "\0",
            "a\0b",
            "\ud800",
            "10.5555/" + "x" * 400,
            "&#0;&#xD800;",
            "<script>1</script>",
            "9" * 5000,
            [],
            {},
            [None],
            [[None]],
            [[]],
            {"date-parts": None},
            {"date-parts": [[None]]},
            {"date-parts": [["2014", None, {}]]},
            {"date-parts": [[99999, 77, -1]]},
            [[[[[[]]]]]],
            [1, "two", None],
            {"name": None},
            -1,
            10**30,
        ]
    ),
    st.text(max_size=8),
)


def paths(value, at=()):
    """The way to each value inside a JSON value."""
    yield at
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, item in inner:
        yield from paths(item, (*at, key))


def put(value, path, junk):
    """The value with what stands at a path replaced."""
    if not path:
        return junk
    value = copy.deepcopy(value)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = junk
    return value


def mutated(value):
    """A JSON value with up to three of its values replaced by junk."""

    @st.composite
    def build(draw):
        changed = value
        for _ in range(draw(st.integers(1, 3))):
            where = draw(st.sampled_from(list(paths(changed))))
            changed = put(changed, where, draw(JUNK))
        return json.dumps(changed).encode()

    return build()


@settings(max_examples=150, deadline=None)
@given(
    mutated({"message": CROSSREF})
    | mutated({"message": {"items": [CROSSREF, crossref(ONE)]}})
    | mutated(openalex_work(ONE))
    | mutated({"meta": {"count": 1}, "results": [openalex_work(ONE)]})
)
def test_json_of_any_shape_is_read_or_refused(body):
    for answer in answers(body):
        hold(answer)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_xml_of_any_shape_is_read_or_refused(data):
    """A piece of the XML is cut out, doubled or replaced."""
    search, fetch = esearch([ONE]), efetch([ONE, ONE])
    bodies = []
    for text in (search, fetch):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 120, len(text))))
        piece = data.draw(
            st.sampled_from(
                ["", "\0", "<", "&nbsp;", "&#0;", "<a>", text[start:end] * 2]
            )
        )
        bodies.append((text[:start] + piece + text[end:]).encode())
    for answer in answers(*bodies):
        hold(answer)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused(body):
    for answer in answers(body):
        assert answer.status is LookupStatus.FAILED


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b'{"message":' * 50_000,
        b'{"message": {"items": ' + b"[" * 990 + b"]" * 990 + b"}}",
        b'{"message": ' + b"9" * 10_000 + b"}",
        b"<!doctype html><title>Down</title>",
        b'{"message": null, "results": null}',
        b'{"message": {"items": null}}',
        b'{"message": {}, "results": {}}',
        b'{"message": [], "results": 1}',
        b"[]",
        b"null",
        b'"text"',
        b"",
        b"\xef\xbb\xbf",
        b'{"message": {"title": "caf\xe9"}}',
        b"<PubmedArticleSet><PubmedArticle>",
        b"<PubmedArticleSet><PubmedArticle><MedlineCitation></PubmedArticle></PubmedArticleSet>",
        b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        "<eSearchResult><IdList/></eSearchResult>".encode("utf-16"),
    ],
    ids=range(19),
)
def test_what_is_no_answer_is_a_failure(body):
    for answer in answers(body):
        assert answer.status is LookupStatus.FAILED
        hold(answer)


def test_numbers_in_the_place_of_texts_are_read():
    work = crossref(ONE) | {"volume": 12, "issue": 3, "page": 45}
    body = json.dumps({"message": work}).encode()
    client = Client(kept=Says(body))
    (record,) = Crossref(client, NOWHERE).by_identifier("doi", ONE.doi).candidates
    assert (record.volume, record.issue, record.pages) == ("12", "3", "45")


def test_a_number_longer_than_any_is_left_out():
    endless = "10.5555/" + "x" * 400
    update = {"DOI": endless, "type": "retraction", "label": "Retraction"}
    work = crossref(ONE) | {"updated-by": [update], "ISBN": ["9" * 5000]}
    client = Client(kept=Says(json.dumps({"message": work}).encode()))
    answer = Crossref(client, NOWHERE).by_identifier("doi", ONE.doi)
    hold(answer)
    (notice,) = answer.notices
    assert (notice.kind, notice.notice_doi) == ("retraction", None)


def test_a_set_of_no_records_is_nothing_found():
    body = b"<?xml version='1.0'?><PubmedArticleSet></PubmedArticleSet>"
    answer = PubMed(Client(kept=Says(body)), NOWHERE).by_identifier("pmid", "1")
    assert answer.status is LookupStatus.NONE


def test_a_set_that_breaks_off_is_no_answer():
    """Half of two records would pass for all there is."""
    body = efetch([ONE, ONE]).encode()
    cut = body[: body.rindex(b"<PubmedArticle>")]
    client = Client(kept=Says(cut), tries=1)
    answer = PubMed(client, NOWHERE).by_identifier("pmid", ONE.pmid)
    assert answer.status is LookupStatus.FAILED
