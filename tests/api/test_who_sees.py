"""What is blind, private or not ours to give away stays so, for programs too."""

import pytest
from django.utils import timezone

from tests import factories as make

pytestmark = pytest.mark.django_db
SECRET = "In the studies cited for this claim, a secret sentence."


def results(client, address):
    return client.get(f"/api/v1/{address}").json()["results"]


@pytest.fixture
def unopened():
    return make.a_grade(opened=False, sentence=SECRET)


@pytest.mark.parametrize("who", [None, "its reviewer", make.an_editor, make.an_admin])
def test_an_unopened_grade_is_nowhere(client, unopened, who):
    if who:
        person = unopened.reviewer if who == "its reviewer" else who()
        client.force_login(person)
    assert results(client, "grades/") == []
    assert client.get(f"/api/v1/grades/{unopened.pk}/").status_code == 404
    base = unopened.round.base
    item = base.items.get()
    readings = client.get(f"/api/v1/evidence-items/{item.pk}/").json()["readings"]
    assert readings == []
    for address in (
        "changes/",
        f"claims/{base.claim_id}/",
        f"evidence-bases/{base.pk}/",
    ):
        assert SECRET not in client.get(f"/api/v1/{address}").content.decode()


def test_a_consensus_that_is_still_written_is_nowhere(client, unopened):
    make.open_round(unopened.round)
    draft = make.a_draft_grade(round=unopened.round, is_consensus=True)
    assert [row["id"] for row in results(client, "grades/")] == [unopened.pk]
    assert client.get(f"/api/v1/grades/{draft.pk}/").status_code == 404


def test_hidden_and_running_changes_stay_out_of_the_feed(client):
    settled = make.a_change(txid=1)
    make.a_change(txid=1, hidden=True)
    make.a_change(txid=2**40)
    assert [row["id"] for row in results(client, "changes/")] == [settled.pk]


@pytest.mark.parametrize(
    ("licence", "who", "reads"),
    [
        ("cc_by", None, True),
        ("all_rights", None, False),
        ("not_stated", make.a_reader, False),
        ("all_rights", make.a_curator, True),
    ],
)
def test_a_full_text_is_told_where_its_licence_or_the_work_allows(
    client, licence, who, reads
):
    article = make.an_article(licence=licence)
    version = make.a_version(article=article)
    mention = make.a_mention(article=article, claim=make.a_claim())
    make.an_anchor(version=version, mention=mention)
    if who:
        client.force_login(who())
    told = client.get(f"/api/v1/articles/{article.pk}/").json()
    assert told["capture"]["text"] == (make.TEXT if reads else None)
    assert told["capture"]["text_is_public"] is (licence == "cc_by")
    (passage,) = told["claims"]
    assert passage["words"] == make.TEXT[passage["start"] : passage["end"]]
    assert passage["mention"] == mention.pk


@pytest.mark.parametrize(("licence", "tells"), [("cc_by", True), ("all_rights", False)])
def test_selectors_show_no_text_around_the_words_of_a_closed_article(
    client, licence, tells
):
    version = make.a_version(article=make.an_article(licence=licence))
    mention = make.a_mention(article=version.article, claim=make.a_claim())
    around = {"prefix": "What stands before. ", "suffix": " What comes after."}
    anchor = make.an_anchor(version=version, mention=mention, **around)
    told = client.get(f"/api/v1/mentions/{mention.pk}/").json()["anchors"][0]
    assert told["exact"] == anchor.exact
    for name, words in around.items():
        assert told[name] == (words if tells else "")


def test_suggestions_of_a_closed_text_are_for_people_who_curate(client):
    closed = make.a_mention(article=make.an_article(licence="all_rights"))
    public = make.a_mention(article=make.an_article(licence="cc_by"))
    accepted = make.a_mention(claim=make.a_claim())
    seen = {row["id"] for row in results(client, "mentions/")}
    assert seen == {public.pk, accepted.pk}
    client.force_login(make.a_curator())
    assert closed.pk in {row["id"] for row in results(client, "mentions/")}


def test_one_sees_ones_own_jobs_and_who_looks_after_it_all_sees_all(client):
    reader, other = make.a_reader(), make.a_curator()
    mine, theirs = make.a_job(by=reader), make.a_job(by=other)
    client.force_login(reader)
    assert [row["id"] for row in results(client, "jobs/")] == [mine.pk]
    assert client.get(f"/api/v1/jobs/{theirs.pk}/").status_code == 404
    client.force_login(make.an_admin())
    assert len(results(client, "jobs/")) == 2


@pytest.mark.parametrize("door", ["/imports/", "/api/v1/imports/"])
def test_who_may_import_sees_everybodys_imports_by_either_door(client, door):
    theirs = make.an_import_batch(by=make.an_editor())
    mine = make.an_import_batch(by=make.a_curator())
    client.force_login(make.a_curator())
    for number in (theirs.pk, mine.pk):
        assert client.get(f"{door}{number}/").status_code == 200
    shown = client.get(f"{door}?format=json").content.decode()
    assert theirs.file_name in shown and mine.file_name in shown


@pytest.mark.parametrize("door", ["/imports/", "/api/v1/imports/"])
def test_who_may_not_import_sees_no_import_by_either_door(client, door):
    reader = make.a_reader()
    own = make.an_import_batch(by=reader, file_name="secret.ris")
    client.force_login(reader)
    for address in (door, f"{door}{own.pk}/"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "secret.ris" not in answer.content.decode()


@pytest.mark.parametrize("door", ["/imports/", "/api/v1/imports/"])
def test_ones_own_imports_are_a_filter_on_either_door(client, door):
    make.an_import_batch(by=make.an_editor(), file_name="theirs.ris")
    make.an_import_batch(by=make.a_curator(), file_name="mine.ris")
    client.force_login(make.a_curator())
    shown = client.get(f"{door}?mine=true").content.decode()
    assert "mine.ris" in shown and "theirs.ris" not in shown


def test_the_menu_names_imports_to_who_may_import(client):
    client.force_login(make.a_reader())
    assert 'href="/imports/"' not in client.get("/claims/").content.decode()
    client.force_login(make.a_curator())
    assert 'href="/imports/"' in client.get("/claims/").content.decode()


WITHDRAWABLE = {
    "articles": make.an_article,
    "claims": make.a_claim,
    "references": make.a_reference,
    "notices": make.a_notice,
    "studies": make.a_study,
    "outcomes": make.an_outcome,
    "results": make.a_result,
    "topics": make.a_topic,
}


@pytest.mark.parametrize("name", WITHDRAWABLE)
def test_what_was_withdrawn_says_so(client, name):
    row = WITHDRAWABLE[name](
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="It was made up.",
    )
    answer = client.get(f"/api/v1/{name}/{row.pk}/")
    assert answer.status_code == 410
    assert answer.json()["withdrawn"]["reason"] == "It was made up."
    assert "Edi Madeup" in answer.json()["detail"]
    assert row.pk not in [each["id"] for each in results(client, f"{name}/")]


@pytest.mark.parametrize("name", [*WITHDRAWABLE, "cited-works"])
def test_what_was_merged_leads_to_what_it_became(client, name):
    article = make.an_article()
    build = {
        **WITHDRAWABLE,
        "cited-works": lambda **given: make.a_cited_work(article=article, **given),
    }[name]
    into = build()
    merged = build(
        **({"notice_doi": "10.5555/x"} if name == "notices" else {}), merged_into=into
    )
    answer = client.get(f"/api/v1/{name}/{merged.pk}/")
    assert answer.status_code == 308
    assert answer["Location"] == f"/api/v1/{name}/{into.pk}/"
    assert merged.pk not in [each["id"] for each in results(client, f"{name}/")]
