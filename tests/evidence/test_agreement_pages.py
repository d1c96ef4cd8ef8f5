"""How far reviewers agreed: each alone, of opened rounds, and nothing else."""

import csv
import io

import pytest

from evidence.agreement import queries
from studies.instruments import reading
from tests import factories as make

pytestmark = pytest.mark.django_db
PAGE, API = "/agreement/", "/api/v1/agreement/"


@pytest.fixture
def graders():
    return make.a_reviewer(), make.another_reviewer()


def judged(graders, *certainties, topic=None):
    """A claim judged by both, at these certainties."""
    claim_round = make.a_round(reviewers=graders)
    if topic:
        make.a_claim_topic(claim=claim_round.claim, topic=topic)
    for reviewer, certainty in zip(graders, certainties, strict=False):
        make.a_grade(round=claim_round, reviewer=reviewer, certainty=certainty)
    return claim_round


def appraised(graders, *said, topic=None, **of):
    """A result appraised by both: of each what domains came to, the whole last."""
    study_round = make.a_study_round(reviewers=graders, **of)
    if topic:
        make.a_study_topic(study=study_round.study, topic=topic)
    for reviewer, (judged, overall, answers) in zip(graders, said, strict=True):
        make.an_appraisal(
            round=study_round,
            reviewer=reviewer,
            judged=judged,
            overall=overall,
            overall_proposed=overall,
            answers=answers,
        )
    return study_round


def parts_of(client, **asked):
    return {row["part"]: row for row in client.get(API, asked).json()["results"]}


def table(client, **asked):
    """The page's CSV, row by row."""
    answer = client.get(PAGE, {"format": "csv", **asked})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(lines)))


def certainty_of(client, **asked):
    rows = client.get(API, asked).json()["results"]
    return next((row for row in rows if row["part"] == "certainty"), None)


def test_what_two_judged_alone_is_compared(client, graders):
    for pair in (("high", "high"), ("low", "moderate"), ("low", "low")):
        judged(graders, *pair)
    found = certainty_of(client)
    (pair,) = found["pairs"]
    assert (found["units"], found["raters"], pair["n"]) == (3, 2, 3)
    assert pair["percent"] == pytest.approx(200 / 3)
    assert found["categories"] == ["very_low", "low", "moderate", "high"]
    assert pair["linear"] > pair["kappa"]
    assert 0 < found["alpha"]["nominal"] < found["alpha"]["ordinal"] < 1
    for metric in ("nominal", "ordinal"):
        low, high = found["alpha_ci"][metric]
        assert low < found["alpha"][metric] < high


def test_a_round_that_waits_for_one_and_a_judge_alone_count_nowhere(client, graders):
    judged(graders, "high")  # the second is still out
    make.a_grade(round=make.a_round(reviewers=graders[:1]), reviewer=graders[0])
    assert client.get(API).json()["results"] == []
    page = client.get(PAGE).content.decode()
    assert "Nothing has been judged by two reviewers yet." in page
    assert "Madeup" not in page


def test_a_topic_narrows_what_is_counted(client, graders):
    topic = make.a_topic(name="Fever")
    judged(graders, "high", "low", topic=topic)
    judged(graders, "low", "low")
    assert certainty_of(client)["units"] == 2
    assert certainty_of(client, topic=topic.pk)["units"] == 1
    assert certainty_of(client, topic=topic.pk + 1) is None
    assert client.get(API, {"topic": "x"}).status_code == 400
    assert (
        "<strong>Fever</strong>"
        in client.get(f"{PAGE}?topic={topic.pk}").content.decode()
    )


def test_the_page_says_what_was_taken_for_what_and_the_table_goes_along(
    client, graders
):
    judged(graders, "high", "low")
    judged(graders, "low", "low")
    page = " ".join(client.get(PAGE).content.decode().split())
    pair = '<th scope="row">Rev Madeup and Vera Madeup</th> <td class="num">2</td>'
    assert f'{pair} <td class="num">50 %</td>' in page
    assert "What one said, and what the other said of the same claim" in page
    rows = table(client, part="certainty")
    assert [(row["rater"], row["value"]) for row in rows] == [  # the newest first
        ("Rev Madeup", "low"),
        ("Vera Madeup", "low"),
        ("Rev Madeup", "high"),
        ("Vera Madeup", "low"),
    ]


def test_appraisals_are_compared_domain_by_domain_and_question_by_question(
    client, graders
):
    low, high = {"D1": "Low", "D5": "Low"}, {"D1": "High", "D5": "Low"}
    appraised(
        graders,
        (low, "Low", {"1.1": "Y", "1.2": "NI", "2.3": "NA"}),
        (high, "High", {"1.1": "PY", "1.2": "N", "2.3": "Y"}),
    )
    appraised(graders, (low, "Low", {"1.1": "Y"}), (low, "Low", {"1.1": "Y"}))
    judged(graders, "high", "low")
    found = parts_of(client, of="rob2")
    assert list(found) == ["overall", "D1", "D5"]
    assert found["D1"]["categories"] == ["Low", "Some concerns", "High"]
    assert found["D1"]["percent"] == found["D1"]["pairs"][0]["percent"] == 50
    assert found["D1"]["table"] == [[1, 0, 1], [0, 0, 0], [1, 0, 0]]
    assert found["D5"]["alpha"]["nominal"] is None  # both said one thing all the time
    items = parts_of(client, of="rob2", items="true")
    assert items["item 1.1"]["categories"] == ["Y", "PY", "PN", "N"]
    assert items["item 1.2"]["categories"] == ["Y", "PY", "PN", "N", "NI"]
    assert items["item 1.2"]["notes"][-1].startswith("Alpha") is False
    assert items["item 2.3"]["missing"] == 1  # of who was not asked there is no answer
    page = " ".join(client.get(PAGE, {"of": "rob2"}).content.decode().split())
    assert "What one said, and what the other said of the same result" in page
    assert "not estimable" in page
    assert [row["value"] for row in table(client, of="rob2", part="D1")] == [
        *("Low", "Low"),
        *("Low", "High"),
    ]


def test_no_information_is_no_level_and_stars_and_items_have_their_own_scale(
    client, graders
):
    robins = {"instrument": "robins_i_2016", "version": "2016", "result": None}
    for first, second in (
        ("Low", "Serious"),
        ("No information", "Low"),
        ("Low", "Moderate"),
        ("Serious", "Serious"),
    ):
        of = robins | {"result": make.a_result()}
        said = ({"1": first}, first, {}), ({"1": second}, second, {})
        appraised(graders, *said, **of)
    confounding = parts_of(client, of="robins_i_2016")["1"]
    assert confounding["categories"] == [
        *("Low", "Moderate", "Serious", "Critical"),
        "No information",
    ]
    assert confounding["pairs"][0]["n"] == 4  # the weighted ones leave that one out
    assert any("no level: No information" in note for note in confounding["notes"])
    stars = {
        "instrument": "nos_cohort",
        "version": reading.instrument("nos_cohort").version,
    }
    domain = reading.instrument("nos_cohort").domains[0]
    said = ({domain.id: "4"}, "Good", {}), ({domain.id: "2"}, "Fair", {})
    appraised(graders, *said, **stars)
    found = parts_of(client, of="nos_cohort")
    assert found[domain.id]["categories"] == ["0", "1", "2", "3", "4"]
    jbi = {"instrument": "jbi_rct", "version": reading.instrument("jbi_rct").version}
    said = ({}, "", {"1": "Y", "2": "NA"}), ({}, "", {"1": "U", "2": "NA"})
    appraised(graders, *said, **jbi)
    found = parts_of(client, of="jbi_rct")
    assert list(found) == ["item 1", "item 2"]
    assert found["item 1"]["categories"] == ["U", "Y"]


def test_whose_is_whose_waits_for_the_settling_where_names_are_hidden(client, graders):
    low, high = ({"D1": "Low"}, "Low", {}), ({"D1": "High"}, "High", {})
    hidden = appraised(graders, low, high, names_hidden=True)
    both = parts_of(client)["D1"]
    assert (both["units"], both["raters"], both["pairs"]) == (1, 2, [])
    assert both["table"][0][2] == 1  # that they differ is told, not who said which
    told = [client.get(each).content.decode() for each in (PAGE, API)]
    rows = table(client)
    assert "Madeup" not in "".join([*told, *(row["rater"] for row in rows)])
    assert {row["rater"] for row in rows} == {
        f"Reviewer {n} of {hidden.pk}" for n in (1, 2)
    }
    make.an_appraisal(
        round=hidden, is_consensus=True, reviewer=graders[0], judged={"D1": "High"}
    )
    (pair,) = parts_of(client)["D1"]["pairs"]
    assert (pair["n"], pair["percent"]) == (1, 0)  # what was agreed counts nowhere
    assert parts_of(client)["D1"]["units"] == 1


def test_a_round_that_waits_a_mind_changed_and_another_topic_count_nowhere(
    client, graders
):
    topic = make.a_topic(name="Fever")
    low = {"D1": "Low"}, "Low", {}
    appraised(graders, low, low, topic=topic)
    waits = make.a_study_round(reviewers=graders)
    make.an_appraisal(round=waits, reviewer=graders[0])
    assert parts_of(client)["D1"]["units"] == 1
    assert parts_of(client, topic=topic.pk)["D1"]["units"] == 1
    assert parts_of(client, topic=topic.pk + 1) == {}
    assert parts_of(client, version="1900") == parts_of(client, of="none") == {}
    assert client.get(API, {"items": "x"}).status_code == 400


def test_checks_of_citations_and_of_wording_are_compared(client, graders):
    topic = make.a_topic(name="Fever")
    on_citation = make.a_mention_round(reviewers=graders)
    make.a_claim_topic(claim=on_citation.mention.claim, topic=topic)
    for reviewer, error in zip(graders, ("", "major"), strict=True):
        said = {"error": error, "subtype": error and "scope"}
        check = make.a_support_judgement(round=on_citation, reviewer=reviewer, **said)
        make.checked(check)
    on_wording = make.a_wording_round(reviewers=graders)
    for reviewer in graders:
        make.checked(make.a_wording_judgement(round=on_wording, reviewer=reviewer))
    waits = make.a_mention_round(reviewers=graders)
    make.checked(make.a_support_judgement(round=waits, reviewer=graders[0]))
    support = parts_of(client, of="support")
    assert (support["answer"]["units"], support["answer"]["percent"]) == (1, 100)
    assert support["error"]["categories"] == ["major", "none"]
    assert support["error"]["percent"] == 0
    assert parts_of(client, of="wording")["answer"]["categories"] == ["matches"]
    assert parts_of(client, of="wording", topic=topic.pk) == {}
    assert parts_of(client, of="support", topic=topic.pk)["answer"]["units"] == 1


def test_what_is_not_reckoned_or_told_is_said_and_the_table_has_all(
    client, graders, monkeypatch
):
    third = make.a_third_reviewer()
    for pair in (graders, (graders[0], third), graders):
        judged(pair, "high", "low")
    monkeypatch.setattr(queries, "MOST_PAIRS", 1)
    found = certainty_of(client)
    assert [pair["n"] for pair in found["pairs"]] == [2]
    assert any("Of 2 pairs of raters only the 1" in note for note in found["notes"])
    assert (found["units"], found["raters"]) == (3, 3)
    per_round = len(table(client)) // 3
    monkeypatch.setattr(queries, "MOST_RATINGS", 2 * per_round)
    found = certainty_of(client)
    assert (found["units"], found["raters"]) == (2, 3)  # the newest, whole
    assert "Of the newest 2 rounds" in client.get(PAGE).content.decode()
    assert len(table(client)) == 3 * per_round


def test_the_count_of_queries_does_not_grow(
    client, graders, django_assert_max_num_queries
):
    low = {"D1": "Low"}, "Low", {"1.1": "Y"}
    for n in range(5):
        judged(graders, "high", "low")
        appraised(graders, low, low)
        row = make.a_defined_instrument(key=f"example-{n}")
        of = {"instrument": row.key, "version": row.version}
        appraised(graders, ({"1": "Good"}, "Good", {}), ({}, "Poor", {}), **of)
    with django_assert_max_num_queries(8):
        client.get(PAGE)
    with django_assert_max_num_queries(8):
        client.get(PAGE, {"of": "rob2", "items": "true"})
    with django_assert_max_num_queries(21):  # two for each kind of the seven
        client.get(API)
