"""What is quoted as support is looked for in the stored text of its record."""

import pytest

from articles.models import CitationSupport
from evidence.models import Passage
from studies.models import Result
from tests import factories as make
from tests.evidence.test_claim_edit_pages import a_graded_claim
from tests.html import shown

pytestmark = pytest.mark.django_db
ABSTRACT = "Made-up fever fell by −5.3 points (95% CI −6.1 to −4.5) with examplin."
TYPED = "fever fell by -5.3 points"
OWN = "fever fell by −5.3 points"
FLIPPED = "fever fell by -6.3 points"


@pytest.fixture
def record(db):
    return make.a_reference(title="Examplin", abstract=ABSTRACT)


def a_result(record):
    study = make.a_study(main_report=record)
    said = {"outcome": "Fever", "contrast": "between_arms", "provenance": "primary"}
    said |= {"metric": "words", "analysis_set": "not_stated", "better": "not_stated"}
    return study, said | {"direction": "lower", "place": "Abstract"}


def test_the_source_s_own_words_are_offered_for_a_result(client, reviewer, record):
    study, said = a_result(record)
    address = f"/studies/{study.pk}/results/new/"
    page = shown(client.post(address, said | {"quote": TYPED}))
    assert f"a little otherwise: “{OWN}”" in page
    assert "a dash: “-5.3”, there “−5.3”" in page
    assert "Which words are kept" in page
    assert not Result.objects.exists()
    client.post(address, said | {"quote": TYPED, "words": "source"})
    assert Result.objects.get().quote == OWN
    page = shown(client.get(f"/studies/{study.pk}/"))
    assert f"“{OWN}” (word for word in the stored text)" in page
    assert quoted(client, "results") == {
        OWN: ("verbatim", "word for word in the stored text")
    }


def quoted(client, rows):
    """What the API says of each quote in a list of rows."""
    return {
        row["quote"]: (row["quote_state"], row["quote_state_words"])
        for row in client.get(f"/api/v1/{rows}/").json()["results"]
    }


def test_the_api_says_of_each_row_where_its_quote_stands(client, record):
    make.a_result(study=make.a_study(main_report=record), quote=TYPED)
    make.a_result(study=make.a_study(main_report=record), quote="")
    make.a_result(compiled_from=record, provenance="compiled", quote=FLIPPED)
    make.a_result(quote=OWN)
    make.a_result(provenance="second_hand", quote="Fever fell.")
    assert quoted(client, "results") == {
        TYPED: ("near", "in the stored text, written otherwise"),
        "": ("", ""),
        FLIPPED: ("absent", "not in the stored text"),
        OWN: ("", "the source’s text is not stored"),
        "Fever fell.": ("", ""),
    }


def test_words_that_say_something_else_are_kept_as_not_there(client, reviewer, record):
    study, said = a_result(record)
    client.post(f"/studies/{study.pk}/results/new/", said | {"quote": FLIPPED})
    assert Result.objects.get().quote == FLIPPED
    page = shown(client.get(f"/studies/{study.pk}/"))
    assert f"“{FLIPPED}” (not in the stored text)" in page


def test_typed_words_may_be_kept(client, reviewer, record):
    study, said = a_result(record)
    address = f"/studies/{study.pk}/results/new/"
    client.post(address, said | {"quote": TYPED, "words": "mine"})
    assert Result.objects.get().quote == TYPED
    page = shown(client.get(f"/studies/{study.pk}/"))
    assert "(in the stored text, written otherwise)" in page


def test_a_passage_that_supports_is_looked_for(client, reviewer, record):
    mention = a_graded_claim().mentions.get()
    work = make.a_cited_work(article=mention.article, reference=record)
    citation = make.a_citation(mention=mention, cited_work=work)
    address = f"/mentions/{mention.pk}/support/{citation.pk}/"
    said = {"answer": "supports", "read": "full_text", "place": "Abstract"}
    page = shown(client.post(address, said | {"passage": TYPED}))
    assert f"a little otherwise: “{OWN}”" in page
    answer = client.post(
        address, said | {"passage": TYPED, "words": "source"}, follow=True
    )
    assert "word for word in the stored text" in shown(answer)
    assert CitationSupport.objects.get().passage == OWN


def test_a_record_s_passage_is_looked_for_by_page_and_program(client, record):
    client.force_login(make.an_editor())
    base = make.a_base()
    said = {"reference": str(record.pk), "place": "Abstract", "read_on": "2026-01-02"}
    address = f"/claims/{base.claim_id}/base/passage/"
    page = shown(client.post(address, said | {"quote": TYPED}))
    assert f"a little otherwise: “{OWN}”" in page
    assert not Passage.objects.exists()
    program = f"/api/v1/evidence-bases/{base.pk}/quote/"
    for quote, words, status in (
        (TYPED, None, 422),
        (TYPED, "source", 200),
        (FLIPPED, None, 200),
    ):
        base.refresh_from_db()
        sent = said | {"quote": quote} | ({"words": words} if words else {})
        answer = client.post(
            program,
            sent,
            content_type="application/json",
            headers={"If-Match": f'"{base.revision}"'},
        )
        assert answer.status_code == status, answer.content
    assert [p.quote for p in Passage.objects.order_by("pk")] == [OWN, FLIPPED]
    assert quoted(client, "evidence-items") == {
        OWN: ("verbatim", "word for word in the stored text"),
        FLIPPED: ("absent", "not in the stored text"),
    }
