"""Appraisals are drafted, handed in blind, opened together and agreed on."""

import pytest

from accounts.rounds import how_many_are_in
from core.errors import LostRace, NotAllowed, Refused
from core.models import Change
from studies.appraisals.actions import (
    agree_on_appraisal,
    appraise_alone,
    save_appraisal,
    submit_appraisal,
)
from studies.appraisals.rounds import (
    APPRAISING,
    call_off_study_round,
    call_study_round,
    replace_appraiser,
    take_study_place,
)
from studies.models import Appraisal, AppraisalQuote, Judgement, StudyAssignment
from tests import factories as make
from tests.studies.appraisals.answers import HIGH, LOW, a_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def result():
    return make.a_result(study=make.a_study(design="rct", allocation="random"))


@pytest.fixture
def round(result):
    return call_study_round(
        study=result.study,
        result=result,
        instrument="rob2",
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
    )


def hand_in(round, person, answers=LOW, **said):
    return submit_appraisal(round=round, form=a_form(answers, **said), by=person)


def test_an_appraisal_alone_is_open_and_agreed_at_once(result):
    found = appraise_alone(
        study=result.study,
        result=result,
        instrument="rob2",
        form=a_form({**LOW, "2.3": "Y", "3.3": "Y"}),
        by=make.a_reviewer(),
    )
    assert found.round.is_open
    assert found.round.version == "2019-08-22"
    assert found.round.variant == "assignment"
    assert (found.overall_proposed, found.overall) == ("Low", "Low")
    assert found.answers["2.3"] == found.answers["3.3"] == "NA"
    assert [row.judgement for row in found.judgements.order_by("id")] == ["Low"] * 5
    assert list(Appraisal.objects.agreed()) == [found]


def test_everything_missing_is_refused_at_once(round):
    with pytest.raises(Refused) as refusal:
        hand_in(
            round,
            make.a_reviewer(),
            {"1.2": "Y", "3.1": "N"},
            judgements={"D5": "Serious"},
            quotes=[{"domain": "D9", "quote": " "}],
        )
    fields = [one.field for one in refusal.value.problems]
    assert fields == [
        *("quotes.0.domain", "answers.1.1", "answers.1.3"),
        *("answers.2.1", "answers.2.2", "answers.2.6"),
        *("answers.3.2", "answers.4.1", "answers.4.2"),
        *("answers.5.1", "answers.5.2", "answers.5.3"),
        *("judgements.D5", "quotes.0.quote"),
    ]
    assert not Appraisal.unfiltered.exists()


def test_another_judgement_than_the_proposed_needs_a_reason_and_keeps_both(round):
    with pytest.raises(Refused, match="say why it is High where .* come to Low"):
        hand_in(round, make.a_reviewer(), judgements={"D1": "High"})
    said = {"judgements": {"D1": "High"}, "why": {"D1": "One envelope was open."}}
    found = hand_in(round, make.a_reviewer(), **said)
    row = Judgement.unfiltered.get(appraisal=found, domain="D1")
    assert (row.proposed, row.judgement) == ("Low", "High")
    assert row.why == "One envelope was open."
    assert found.overall_proposed == found.overall == "High"


def test_nobody_sees_an_appraisal_before_all_are_in(round):
    save_appraisal(round=round, draft={"answers": LOW}, by=make.a_reviewer())
    mine = hand_in(round, make.a_reviewer())
    assert not Appraisal.objects.exists()
    assert not Judgement.objects.exists()
    assert list(Appraisal.objects.of(make.a_reviewer())) == [mine]
    for person in (make.another_reviewer(), make.an_editor(), make.an_admin()):
        assert not Appraisal.objects.of(person).exists()
    told = set(Change.objects.public().values_list("model", flat=True))
    assert not told & {"appraisal", "judgement", "studyassignment"}
    assert how_many_are_in(APPRAISING, round, make.an_editor()) == 1
    assert how_many_are_in(APPRAISING, round, make.another_reviewer()) is None


def test_the_last_one_in_opens_the_round_and_the_consensus_is_its_own_row(round):
    hand_in(round, make.a_reviewer())
    with pytest.raises(Refused, match="follows the appraisals"):
        agree_on_appraisal(round=round, form=a_form(), by=make.a_reviewer())
    hand_in(round, make.another_reviewer(), HIGH)
    round.refresh_from_db()
    assert round.is_open
    assert Appraisal.objects.count() == 2
    assert not Appraisal.objects.agreed().exists()
    assert Change.objects.public().filter(model="judgement", operation="open").exists()
    with pytest.raises(NotAllowed, match="the round’s reviewers or an editor"):
        agree_on_appraisal(round=round, form=a_form(), by=make.a_third_reviewer())
    agreed = agree_on_appraisal(round=round, form=a_form(HIGH), by=make.a_reviewer())
    assert list(Appraisal.objects.agreed()) == [agreed]
    assert Appraisal.objects.count() == 3


def test_a_changed_mind_replaces_ones_own_until_it_opens(round):
    hand_in(round, make.a_reviewer())
    hand_in(round, make.a_reviewer(), HIGH)
    own = Appraisal.unfiltered.get()
    assert own.overall == "High"
    hand_in(round, make.another_reviewer())
    with pytest.raises(Refused, match="takes a new round"):
        hand_in(round, make.a_reviewer())


def test_a_new_round_says_why_and_holds_once_it_is_agreed(result, round):
    hand_in(round, make.a_reviewer())
    hand_in(round, make.another_reviewer())
    agreed = agree_on_appraisal(round=round, form=a_form(), by=make.an_editor())
    again = {"study": result.study, "result": result, "instrument": "rob2"}
    alone = {"form": a_form(HIGH), "by": make.a_reviewer()}
    with pytest.raises(Refused, match="say why it is appraised again"):
        appraise_alone(**again, **alone)
    newer = appraise_alone(**again, **alone, reason="A protocol was found.")
    assert newer.round.why == "A protocol was found."
    assert list(Appraisal.objects.agreed()) == [newer]
    assert Appraisal.objects.filter(pk=agreed.pk).exists()


def test_two_tabs_do_not_overwrite_each_other(round):
    person = make.a_reviewer()
    seen = round.assignments.get(reviewer=person).revision
    save_appraisal(round=round, draft={}, by=person, revision=seen)
    with pytest.raises(LostRace):
        save_appraisal(round=round, draft={}, by=person, revision=seen)


def test_who_leaves_keeps_the_draft_and_the_place_is_on_offer(round):
    leaver = make.another_reviewer()
    save_appraisal(round=round, draft={"answers": LOW}, by=leaver)
    replace_appraiser(round=round, reviewer=leaver, by=make.an_editor(), reason="Ill.")
    take_study_place(round=round, by=make.a_third_reviewer())
    hand_in(round, make.a_third_reviewer())
    hand_in(round, make.a_reviewer())
    round.refresh_from_db()
    assert round.is_open
    kept = StudyAssignment.objects.get(reviewer=leaver)
    assert kept.draft == {"answers": LOW}


def test_a_call_is_off_only_before_anything_is_in(round):
    hand_in(round, make.a_reviewer())
    with pytest.raises(Refused, match="is in already"):
        call_off_study_round(round=round, by=make.an_editor(), reason="Not now.")


def test_what_cannot_be_appraised_is_refused_in_words(result):
    review = make.a_study(design="systematic_review")
    refused = {
        "reviews; this is no review": {"study": result.study, "instrument": "amstar2"},
        "AMSTAR 2": {
            "study": review,
            "result": make.a_result(study=review),
            "instrument": "rob2",
        },
        "name one of the study": {"study": result.study, "instrument": "rob2"},
        "name no result": {
            "study": result.study,
            "result": result,
            "instrument": "jbi_rct",
        },
        "no instrument “rob3”": {"study": result.study, "instrument": "rob3"},
        "has these effects": {
            "study": result.study,
            "result": result,
            "instrument": "rob2",
            "variant": "other",
        },
    }
    for sentence, given in refused.items():
        with pytest.raises(Refused, match=sentence):
            call_study_round(
                **given, reviewers=[make.a_reviewer()], by=make.a_reviewer()
            )
    with pytest.raises(NotAllowed, match="open rounds"):
        call_study_round(
            study=review,
            instrument="amstar2",
            reviewers=[make.another_reviewer()],
            by=make.a_reviewer(),
        )


def test_a_quote_stands_in_a_text_of_one_of_the_studys_reports(result, round):
    text = make.a_stored_text(text="We drew sealed envelopes, made up for this.")
    elsewhere = make.a_stored_text()
    make.a_report(study=result.study, reference=text.reference)
    said = {"domain": "D1", "question": "1.2", "place": "Methods"}
    for quote, sentence in (
        ({"text": elsewhere.pk, "quote": "Made-up words"}, "of no report"),
        ({"text": text.pk, "quote": "open envelopes"}, "does not stand"),
        ({"text": text.pk, "quote": "envelopes", "start": 3}, "does not stand"),
    ):
        with pytest.raises(Refused, match=sentence):
            hand_in(round, make.a_reviewer(), quotes=[{**said, **quote}])
    placed = {"text": text.pk, "quote": "sealed envelopes", "start": 8}
    hand_in(round, make.a_reviewer(), quotes=[{**said, **placed}])
    row = AppraisalQuote.unfiltered.get()
    assert (row.stored_text, row.start, row.place) == (text, 8, "Methods")
