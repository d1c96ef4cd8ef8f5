"""Editors define instruments and write guidance; a used version never changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studies.appraisals.actions import appraise_alone, submit_appraisal
from studies.appraisals.catalogue import instrument_of, newest
from studies.appraisals.draft import AppraisalForm
from studies.instruments.written import Unreadable, as_text, domains_in
from studies.models import DefinedInstrument
from tests import factories as make
from tests.html import shown

LINES = """
# 1 Examples
1.1 Is it an example?
1.2 Is it a good one? [Y N] if 1.1=Y PY
> Good if 1.1=Y & 1.2=Y | 1.1=PY
> else Poor

# 2 Words
2.1 Are there words?
> Good if 2.1=Y PY
> else Poor
"""
SENT = {
    "name": "Example questions",
    "key": "example",
    "version": "1",
    "unit": "study",
    "about": "Made up.",
    "source": "Written here",
    "answers": "Y Yes\nPY Probably yes\nN No",
    "judgements": "Good\nPoor",
    "overall": "worst domain",
    "lines": LINES,
}
MANY = "# 1 One\n" + "\n".join(f"1.{n} Is it?" for n in range(301))
each_text = st.text("abc ?,", min_size=1).map(lambda words: f"Is {words.strip()} so?")
each_condition = st.lists(
    st.dictionaries(
        st.sampled_from(["1.1", "1.2"]),
        st.lists(st.sampled_from(["Y", "N"]), min_size=1, max_size=2).map(" ".join),
        min_size=1,
    ),
    min_size=1,
    max_size=3,
)


@given(text=each_text, when=each_condition, asked=each_condition)
@settings(deadline=None)
def test_what_is_read_is_written_the_same_way(text, when, asked):
    domains = [
        {
            "id": "D1",
            "name": "Examples",
            "questions": [
                {"id": "1.1", "text": "Is it?", "answers": ["Y", "N"]},
                {"id": "1.2", "text": " ".join(text.split()), "asked_if": asked},
            ],
            "parts": [[{"then": "Low", "when": when}, {"then": "Very high"}]],
        }
    ]
    assert domains_in(as_text(domains)) == domains


def test_what_cannot_be_read_is_told_by_its_line():
    for lines, sentence in {
        "1.1 Is it?": "Line 1: before the first question",
        "# D1": "Line 1: a domain has a key",
        "# D1 One\n1.1": "Line 2: a question has",
        "# D1 One\n> Low when 1.1=Y": "Line 2: a rule reads",
        "# D1 One\n> Low if 1.1": "Line 2: “1.1” is no condition",
    }.items():
        with pytest.raises(Unreadable, match=sentence):
            domains_in(lines)


@pytest.mark.django_db
def test_an_editor_defines_an_instrument_and_a_reviewer_uses_it(client, editor):
    assert client.post("/instruments/new/", SENT)["Location"] == "/instruments/example/"
    page = shown(client.get("/instruments/example/"))
    assert "Is it a good one?" in page
    assert "Asked where 1.1 is “Yes” or “Probably yes”." in page
    first = "1.1 is “Yes”, and 1.2 is “Yes”; or 1.1 is “Probably yes”"
    assert f"<li>Good where {first}</li><li>otherwise Poor</li>" in page
    found = appraise_alone(
        study=make.a_study(),
        instrument="example",
        form=AppraisalForm(answers={"1.1": "Y", "1.2": "N", "2.1": "Y"}),
        by=make.a_reviewer(),
    )
    assert found.overall == "Poor"
    begun = client.get("/instruments/example/new/")
    assert "1.2 Is it a good one? [Y N] if 1.1=Y PY" in shown(begun)
    assert client.post("/instruments/example/new/", SENT).status_code == 422
    newer = {**SENT, "version": "2", "name": "Better questions"}
    client.post("/instruments/example/new/", newer)
    assert newest("example").name == "Better questions"
    assert instrument_of("example", "1").name == "Example questions"
    client.force_login(make.a_reviewer())
    assert client.get("/instruments/new/").status_code == 403


@pytest.mark.django_db
def test_answers_keep_the_order_they_were_written_in(client, editor):
    client.post("/instruments/new/", SENT)
    found = newest("example")
    asked = found.domains[0].questions[0]
    assert [*found.answers] == [*asked.answers] == ["Y", "PY", "N"]
    form = client.get("/instruments/example/new/").context["form"]
    assert form.initial["answers"] == SENT["answers"]


@pytest.mark.django_db
def test_what_is_withdrawn_is_kept_for_what_used_it_and_offered_no_more(client, editor):
    old = make.a_defined_instrument(key="example", version="1")
    make.a_defined_instrument(key="example", version="2")
    running = make.a_study_round(instrument="example", version="1")
    page = "/instruments/example/"
    assert client.post(f"{page}withdraw/", {"reason": ""}).status_code == 422
    client.post(f"{page}withdraw/", {"reason": "A better one is here."})
    assert newest("example") is None
    assert instrument_of("example", "1").name == old.name
    gone = client.get(page)
    assert (gone.status_code, "A better one is here." in shown(gone)) == (410, True)
    assert f"{page}reinstate/" in gone.content.decode()
    offered = client.get(f"/studies/{running.study_id}/appraise/").content.decode()
    assert 'value="example"' not in offered
    form = AppraisalForm(answers={"1.1": "Y"})
    submit_appraisal(round=running, form=form, by=make.a_reviewer())
    again = client.post("/instruments/new/", {**SENT, "version": "3"})
    assert "reinstate it first" in shown(again)
    assert client.post(f"{page}withdraw/", {"reason": "Twice."}).status_code == 422
    client.post(f"{page}reinstate/", {"reason": "It was not."})
    assert client.get(page).status_code == 200
    client.force_login(make.a_reviewer())
    assert client.post(f"{page}withdraw/", {"reason": "No."}).status_code == 403
    assert client.get("/instruments/none/withdraw/").status_code == 403


@pytest.mark.django_db
def test_what_is_wrong_with_an_instrument_is_said_and_nothing_is_lost(client, editor):
    for changed, sentence in (
        ({"key": "rob2"}, "comes along already"),
        ({"lines": "# 1 One\n1.1 Is it? [X]\n> else Good"}, "is no answer"),
        ({"lines": "# 1 One\n1.1 Is it?\n> Grand if 1.1=Y"}, "must hold in every case"),
        ({"lines": "nothing"}, "before the first question"),
        ({"answers": "Y"}, "has a code and its words"),
        ({"key": "new"}, "A page of its own has this name"),
        ({"key": "RoB2"}, "comes along already"),
        ({"key": "Ours"}, "A key is in small letters"),
        ({"lines": f"{LINES}\n# 1 Anew\n3.1 Is it?"}, "Two domains are called 1."),
        ({"lines": f"{LINES}\n# 'a\" b\n3.1 Is it?"}, "a domain’s key is"),
        ({"lines": f"{LINES}\n# 3 Nothing"}, "Domain 3 asks nothing."),
        ({"lines": f"{LINES}\n> else Good"}, "what follows “else” never counts"),
        ({"lines": f"{LINES}\n# overall All\n3.1 Is it?"}, "what the whole is called"),
        ({"lines": "# 1 One\noverall Is it?"}, "what the whole is called"),
        ({"lines": "# 1 One\n1 Is it?", "judgements": ""}, "that takes judgements"),
        ({"judgements": "Good\nPoor\nGood"}, "“Good” stands there twice"),
        ({"answers": "Y Yes\nN No\nY Sure"}, "Two answers have the code Y"),
        ({"lines": "# 1 One\n1.1 " + "[a " * 20_000}, "60,003 characters; at most"),
        ({"lines": "# 1 One\n" + "1 Is it?\n" * 2_000}, "2,001 lines; at most"),
        ({"lines": MANY}, "at most 300 questions; these are 301"),
        ({"lines": f"# {'1' * 61} One\n1.1 Is it?"}, "is longer than 60"),
        (
            {"answers": SENT["answers"] + "".join(f"\n{n} No" for n in range(30))},
            "at most 30 answers",
        ),
    ):
        page = client.post("/instruments/new/", SENT | changed)
        assert page.status_code == 422
        assert sentence in shown(page)
        assert "Made up." in shown(page)
    assert not DefinedInstrument.objects.exists()


@pytest.mark.django_db
def test_guidance_is_dated_and_stands_beside_its_question(client, editor):
    sent = {"domain": "D1", "question": "1.1", "text": "A made-up rule of ours."}
    client.post("/instruments/rob2/", sent)
    assert "A made-up rule of ours." in shown(client.get("/instruments/rob2/"))
    round = make.a_study_round()
    client.force_login(make.a_reviewer())
    address = f"/studies/{round.study_id}/appraise/{round.pk}/"
    form = shown(client.get(address))
    assert "Agreed here:" in form
    assert editor.display_name in form
    assert client.post("/instruments/rob2/", sent | {"text": "x"}).status_code == 403
