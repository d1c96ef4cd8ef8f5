"""Whatever a program sends, it gets an answer: the row, or what is wrong in words."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests import factories as make
from tests.api.programs import Program
from tests.evidence.test_grade_pages import some_trials
from tests.stories.acting import a_base_of

pytestmark = pytest.mark.django_db
HOSTILE = [
    *("null", "true", "{}", "[]", "0", "-1", "1.5", "1e308", "1e400", "-1e400", "NaN"),
    *("Infinity", str(2**31), str(2**63), "9" * 400, "9" * 5000, "1e-320"),
    *('""', '" "', '"a\\u0000b"', '"\\ud800"', '"\\u202e"', '"²"', '"٣"', '"1e400"'),
    *('"0000-00-00"', '"9999-12-31"', '"2026-02-30"', f'"{"x" * 100_000}"'),
    *("[null]", "[1]", "[[1]]", '["\\udfff"]', '["\\u0000"]', '[{"a": [null]}]'),
    *('{"a": {"b": 1}}', '[{"designs": "randomised", "levels": {"imprecision": []}}]'),
    *(
        '[{"item": 1e400}]',
        "[" * 10_000 + "]" * 10_000,
        '{"a":' * 900 + "1" + "}" * 900,
    ),
]
WRONG = [
    ("[" * 10_000 + "]" * 10_000, "nests deeper"),
    ('{"label": 1e400}', "larger than what can be stored"),
    (f'{{"year": {"9" * 5000}}}', "larger than what can be stored"),
    ('{"year": NaN}', "NaN is no number"),
    ('{"label": "\\ud800"}', "half a character"),
    ('{"\\ud800": 1}', "half a character"),
    ('{"label": "a", "label": "b"}', "stands twice"),
    ('{"label": "a"', "This is no JSON"),
    ("[]", "A JSON object was expected"),
]


def writes(program):
    """Every operation that writes, with the names of its body's fields."""
    schema = program.get("/schema/?format=json").json()
    shapes = schema["components"]["schemas"]
    for path, operations in schema["paths"].items():
        for method in {"post", "patch", "put", "delete"} & set(operations):
            body = operations[method]["requestBody"]["content"]["application/json"]
            shape = shapes[body["schema"]["$ref"].rpartition("/")[2]]
            yield method, path, sorted(shape["properties"])


def rows(program):
    """A row of each collection that is written, by its address."""
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, some_trials(2))
    draft = program.post("/grades/", {"claim": base.claim_id}).json()
    return {
        "/claims/": claim,
        "/studies/": make.a_study(),
        "/arms/": make.an_arm(),
        "/reports/": make.a_report(),
        "/inclusions/": make.an_inclusion(),
        "/notices/": make.a_notice(),
        "/outcomes/": make.an_outcome(),
        "/results/": make.a_result(entered_by=make.a_curator()),
        "/evidence-bases/": make.a_base(),
        "/evidence-items/": make.an_item(base=make.a_base(), result=make.a_result()),
        "/grades/": make.a_grade(),
        "/grades/drafts/": draft["id"],
        "/instruments/": make.a_defined_instrument().key,
        "/mentions/": make.a_mention(claim=make.a_claim()),
    }


def test_no_body_makes_an_error_here():
    program = Program(make.an_editor())
    there = rows(program)
    operations = [
        (
            method,
            path.replace("{id}", str(getattr(there.get(of), "pk", there.get(of)))),
            fields,
        )
        for method, path, fields in writes(program)
        for of in [path.removeprefix("/api/v1").partition("{id}")[0]]
    ]

    @given(some.sampled_from(operations), some.data())
    @settings(
        max_examples=400,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    def send(operation, data):
        method, address, fields = operation
        names = some.sampled_from([*fields, "reason", "unknown"])
        sent = some.dictionaries(names, some.sampled_from(HOSTILE), max_size=4)
        body = ",".join(f'"{name}": {value}' for name, value in data.draw(sent).items())
        answer = program.client.generic(
            method.upper(),
            address,
            f"{{{body}}}".encode(),
            content_type="application/json",
            headers={"If-Match": "*"},
        )
        assert answer.status_code < 500, (address, body[:200])
        if answer.status_code >= 400:
            assert answer["Content-Type"] == "application/problem+json"
            assert json.loads(answer.content)["detail"]

    send()


@pytest.mark.parametrize(("body", "sentence"), WRONG)
def test_what_is_wrong_with_a_body_is_said(body, sentence):
    program = Program(make.a_curator())
    answer = program.client.generic(
        "POST", "/api/v1/studies/", body.encode(), content_type="application/json"
    )
    assert answer.status_code == 400
    assert sentence in answer.json()["detail"]
    assert "Python" not in answer.json()["detail"]


def test_a_text_longer_than_an_index_takes_is_refused():
    program = Program(make.a_curator())
    listed = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))  # packs no smaller
    sent = {"review": make.a_study().pk, "listed_as": listed}
    answer = program.post("/inclusions/", sent)
    assert answer.status_code == 400
    assert "longer than the database can look up" in answer.json()["detail"]


def test_a_day_is_a_text():
    program = Program(make.a_reviewer())
    sent = {"claim": make.a_claim().pk, "scope": "targeted", "searched_on": 20260131}
    answer = program.post("/evidence-bases/", sent)
    assert answer.status_code == 422
    assert "“searched_on” takes a day such as 2026-01-31" in answer.json()["detail"]


@pytest.mark.parametrize("reason", [["a"], {"a": 1}, 1, "x" * 2001, None])
def test_a_drafts_reason_is_a_text_as_everywhere(reason):
    program = Program(make.a_reviewer())
    base = a_base_of(make.a_claim(asserts="lowers"), some_trials(2))
    answer = program.post("/grades/", {"claim": base.claim_id, "reason": reason})
    assert answer.status_code == 422
    assert "“reason” takes a text" in answer.json()["detail"]
