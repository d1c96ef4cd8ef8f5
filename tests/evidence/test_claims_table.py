"""The questions, topics and parts of many claims are edited together, a change each."""

import pytest

from claims.models import Claim, ClaimRelation
from core.history import history
from evidence.claims.actions import set_question
from tests import factories as make
from tests.api.programs import Program
from tests.html import shown

pytestmark = pytest.mark.django_db

ADDRESS = "/claims/table/"
HTML = (
    "<table><tr><th>Claim</th><th>P</th><th>I</th><th>Says</th></tr>"
    "<tr><td>{}</td><td>adults</td><td>examplin</td><td>raises</td></tr></table>"
)


@pytest.fixture
def claims():
    return [make.a_claim(text=f"Made-up claim {n}") for n in range(3)]


def sent(answer):
    """What a browser would send back of the page's rows."""
    rows = answer.context["rows"]
    said = {"claims": [row.claim.pk for row in rows]}
    for row in rows:
        said |= {field.html_name: field.value() or "" for field in row.form}
    return said


def paste(client, text, markup=""):
    return client.post(ADDRESS, {"do": "read", "pasted": text, "markup": markup})


def table_of(claims):
    first, second, third = claims
    return (
        "Claim\tP\tI\tC\tO\tSays\tTopics\tPart of\tMood\n"
        f"{first.pk}\tadults\texamplin\tplacebo\tfever\tlowers\tFever, Cough\t\thigh\n"
        f"http://localhost/claims/{second.pk}/\tchildren\t\t\t\tsideways\t\t\t\n"
        f"{third.text}\t\t\t\trash\t\t\t{first.pk}\t\n"
        "999999\tadults\t\t\t\t\t\t\t"
    )


def test_a_pasted_table_is_shown_before_it_is_stored(client, curator, claims):
    first, second, third = claims
    answer = paste(client, table_of(claims))
    page = shown(answer)
    assert "“P” as population" in page
    assert "Not read: Mood." in page
    assert "Row 4, “999999”: No claim here has this number or these words." in page
    assert 'value="adults"' in page
    assert not Claim.objects.filter(population="adults").exists()
    assert answer.context["changing"] == 3
    stored = client.post(ADDRESS, {**sent(answer), "reason": "Sorted.", "do": "store"})
    assert stored.status_code == 422  # of the second claim alone
    for claim in claims:
        claim.refresh_from_db()
    assert (first.population, first.intervention, first.asserts) == (
        "adults",
        "examplin",
        "lowers",
    )
    assert sorted(topic.name for topic in first.topics.all()) == ["Cough", "Fever"]
    assert (third.outcome, third.relations.get().target) == ("rash", first)
    assert second.population == ""
    page = shown(stored)
    assert "2 claims are changed." in page
    assert "sideways" in page and f"claim {second.pk}" in page
    assert f'aria-label="Says of claim {second.pk}"' in page
    assert f'aria-label="Says of claim {third.pk}"' not in page
    assert [entry.why for entry in history(first)][:1] == ["Sorted."]
    again = {**sent(stored), f"c{second.pk}-asserts": "raises", "do": "store"}
    assert client.post(ADDRESS, again).status_code == 302
    second.refresh_from_db()
    assert (second.population, second.asserts) == ("children", "raises")


def test_html_of_a_spreadsheet_is_read(client, curator, claims):
    answer = paste(client, "", HTML.format(claims[0].pk))
    (row,) = answer.context["rows"]
    assert row.changed == ["population", "intervention", "asserts"]


def test_what_is_no_table_of_claims_is_told_what_was_expected(client, curator):
    for text in ("nothing", "Study\tN\nKim\t4", "Claim\tMood\n1\thigh"):
        answer = paste(client, text)
        assert answer.status_code == 422
        assert "xpected" in shown(answer)
        assert text in answer.content.decode()


def test_claims_are_typed_in_and_taken_out(client, curator, claims):
    first, second, _ = claims
    make.a_claim_relation(source=first, target=second, kind="part_of")
    said = sent(client.get(ADDRESS))
    assert said[f"c{first.pk}-part_of"] == f"{second.pk} · {second.text}"
    said |= {f"c{first.pk}-part_of": "", f"c{second.pk}-topics": "Fever"}
    client.post(ADDRESS, {**said, "do": "store"})
    assert not ClaimRelation.objects.exists()
    assert second.topics.get().name == "Fever"
    nothing = client.post(ADDRESS, {**sent(client.get(ADDRESS)), "do": "store"})
    assert "Nothing of these claims is changed." in shown(nothing)


def test_a_whole_is_named_by_words_or_number_and_asked_where_several_fit(
    client, curator
):
    part = make.a_claim(text="Examplin eases fever and cough")
    one, other = (
        make.a_claim(text=f"Placebin; in short, eases {what}")
        for what in ("headache", "toothache")
    )
    name = f"c{part.pk}-part_of"

    def store(words):
        said = sent(client.get(ADDRESS)) | {name: words, "do": "store"}
        answer = client.post(ADDRESS, said)
        wholes = part.relations.filter(kind="part_of").values_list("target", flat=True)
        return set(wholes), answer.content.decode()

    assert store("placebin headache")[0] == {one.pk}
    assert store(f"{one.pk} · whatever; TOOTHACHE")[0] == {one.pk, other.pk}
    assert "Nothing of these claims is changed." in store(f"{other.pk}, #{one.pk}")[1]
    assert store(f"{other.pk}")[0] == {other.pk}
    wholes, page = store("placebin")
    assert wholes == {other.pk} and "Several fit “placebin”, say which" in page
    assert f"{one.pk} · Placebin; in short" in page
    assert "No claim here fits “nowhere”." in store("nowhere")[1]


def test_who_lost_a_race_is_shown_both_and_the_others_go_in(client, curator, claims):
    first, second, _ = claims
    said = sent(client.get(ADDRESS))
    set_question(claim=first, by=make.an_editor(), outcome="cough")
    said |= {f"c{first.pk}-outcome": "fever", f"c{second.pk}-outcome": "rash"}
    page = shown(client.post(ADDRESS, {**said, "do": "store"}))
    assert "was changed meanwhile" in page
    assert 'value="fever"' in page and "<ins>cough</ins>" in page
    second.refresh_from_db()
    first.refresh_from_db()
    assert (first.outcome, second.outcome) == ("cough", "rash")


def test_the_list_of_claims_leads_to_its_table(client, curator, claims):
    make.a_claim(text="Another", kind="harm")
    page = shown(client.get("/claims/?kind=harm"))
    assert 'href="/claims/table/?kind=harm"' in page
    assert client.get(f"{ADDRESS}?kind=odd&q={'x' * 9000}").status_code == 400
    answer = client.get(f"{ADDRESS}?kind=harm")
    assert [row.claim.text for row in answer.context["rows"]] == ["Another"]


def test_a_table_takes_as_many_queries_however_long(
    client, curator, claims, django_assert_max_num_queries
):
    for n in range(5):
        make.a_claim(text=f"Made-up claim, too, {n}")
    with django_assert_max_num_queries(12):
        client.get(ADDRESS)


def test_a_program_does_the_same(curator, claims):
    first, second, third = claims
    program = Program(curator)
    body = {"text": table_of(claims), "preview": True}
    told = program.post("/claims/table/", body).json()
    assert [row["changed"] for row in told["rows"]] == [False] * 3
    assert told["unread"][0]["printed"] == "999999"
    told = program.post("/claims/table/", body | {"preview": False}).json()
    changed = {row["claim"]: row["changed"] for row in told["rows"]}
    assert changed == {first.pk: True, second.pk: False, third.pk: True}
    assert "Says" in told["rows"][1]["problems"][0]
    rows = [{"claim": second.pk, "asserts": "raises", "topics": "Fever"}]
    answer = program.post("/claims/table/", {"rows": rows})
    assert answer.status_code == 200
    second.refresh_from_db()
    assert (second.asserts, second.topics.get().name) == ("raises", "Fever")
    stale = [{"claim": second.pk, "outcome": "rash", "revision": 1}]
    refused = program.post("/claims/table/", {"rows": stale})
    assert refused.status_code == 422
    assert "was changed meanwhile" in refused.json()["rows"][0]["problems"][0]


def test_readers_edit_no_table(client):
    client.force_login(make.a_reader())
    assert client.get(ADDRESS).status_code == 403
    refused = Program(make.a_reader()).post("/claims/table/", {"rows": []})
    assert refused.status_code == 403
