"""What a person decides of an article's mentions and citations."""

import pytest

from core.errors import LostRace, NotAllowed, Refused
from core.merging import undo_merge
from evidence.actions.articles import import_article
from evidence.actions.citations import (
    confirm_cited_work,
    link_citation,
    link_study,
    mark_citation,
    reject_cited_work,
    reset_cited_work,
    unlink_citation,
)
from evidence.actions.joining import join_cited_studies
from evidence.actions.mentions import (
    accept_mention,
    answer_reworded,
    edit_mention,
    join_mention,
    mark_claim,
    reject_mention,
    reopen_mention,
    split_mention,
)
from evidence.actions.second_hand import tell_result
from evidence.models import Claim, ResultSource
from studies.models import Result, Study
from tests import factories as make

pytestmark = pytest.mark.django_db

FEVER = """Examplin and made-up fever

Study 1: Madeup et al., 2011 — Examplin against placebitol
In a randomised controlled trial of 24 patients examplin significantly reduced fever.

Common adverse effects of examplin may include mild headaches and nausea (Madeup et \
al., 2011; Fictus et al., 2013).
Evidence on examplin is still limited, with few trials in patients.
The weather was fine.
"""


def bring(text=FEVER, **given):
    return import_article(data=text.encode(), by=make.a_curator(), **given).article


@pytest.fixture
def curator():
    return make.a_curator()


@pytest.fixture
def article():
    return bring()


@pytest.fixture
def efficacy(article):
    return article.mentions.get(kind="efficacy")


@pytest.fixture
def safety(article):
    return article.mentions.get(kind="safety")


def span(article, words):
    start = article.versions.latest("number").text.index(words)
    return {"article": article, "start": start, "end": start + len(words)}


# --- accepting ---


def test_accepting_makes_a_claim_of_the_proposed_words(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    assert efficacy.status == "accepted"
    assert efficacy.decided_by == curator
    assert efficacy.claim.text == efficacy.proposed_text
    assert efficacy.claim.kind == "effect"
    assert efficacy.claim.verdict == "not_graded"


@pytest.mark.parametrize(
    ("kind", "of_claim"),
    [
        ("efficacy", "effect"),
        ("comparison", "effect"),
        ("safety", "harm"),
        ("mechanism", "mechanism"),
        ("evidence-state", "evidence_state"),
        ("regulatory", "regulatory"),
        ("definition", "definition"),
    ],
)
def test_a_claims_kind_follows_the_suggestions(kind, of_claim, efficacy, curator):
    edit_mention(mention=efficacy, kind=kind, by=curator)
    assert accept_mention(mention=efficacy, by=curator).claim.kind == of_claim


def test_a_person_words_the_claim(efficacy, curator):
    done = accept_mention(
        mention=efficacy, text=" Examplin lowers\nfever ", kind="harm", by=curator
    )
    assert (done.claim.text, done.claim.kind) == ("Examplin lowers fever", "harm")
    assert done.proposed_text != done.claim.text


def test_a_claim_without_words_is_refused(efficacy, curator):
    with pytest.raises(Refused, match="(?i)text"):
        accept_mention(mention=efficacy, text="  ", by=curator)
    assert not Claim.objects.exists()


def test_a_suggestion_can_be_a_mention_of_a_known_claim(efficacy, curator):
    claim = make.a_claim()
    assert accept_mention(mention=efficacy, claim=claim, by=curator).claim == claim
    assert Claim.objects.count() == 1


def test_nothing_new_is_put_on_a_withdrawn_claim(efficacy, curator):
    claim = make.a_claim(
        withdrawn_at="2020-01-01T00:00Z",
        withdrawn_by=curator,
        withdrawn_reason="Twice.",
    )
    with pytest.raises(Refused, match="withdrawn on 2020-01-01: Twice"):
        accept_mention(mention=efficacy, claim=claim, by=curator)


def test_what_was_decided_says_by_whom(efficacy, curator):
    reject_mention(mention=efficacy, by=curator)
    with pytest.raises(Refused, match="rejected by Cur Madeup on .* reopen it first"):
        accept_mention(mention=efficacy, by=make.a_reviewer())


def test_a_write_over_another_persons_is_refused(efficacy, curator):
    seen = efficacy.revision
    edit_mention(mention=efficacy, proposed_text="Other words", by=make.a_reviewer())
    with pytest.raises(LostRace, match="changed meanwhile") as lost:
        accept_mention(mention=efficacy, revision=seen, by=curator)
    assert lost.value.current.proposed_text == "Other words"


@pytest.mark.parametrize("action", [accept_mention, reject_mention, edit_mention])
def test_a_reader_decides_nothing(action, efficacy):
    with pytest.raises(NotAllowed, match="curate claims"):
        action(mention=efficacy, by=make.a_reader())


# --- studies as the article describes them ---


def test_accepting_makes_the_cited_study_as_the_article_describes_it(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    study = Study.objects.get()
    assert (study.label, study.year, study.sample_size) == ("Madeup 2011", 2011, 24)
    assert study.design == "rct"
    assert "randomised" in study.design_words
    assert study.allocation == "not_stated"
    assert efficacy.citations.get().cited_work.study == study


def test_what_two_works_share_describes_neither(safety, curator):
    accept_mention(mention=safety, by=curator)
    fictus = Study.objects.get(label="Fictus 2013")
    assert (fictus.design, fictus.sample_size) == ("not_stated", None)


def test_accepting_twice_makes_a_study_once(efficacy, safety, curator):
    accept_mention(mention=efficacy, by=curator)
    accept_mention(mention=safety, by=curator)
    assert Study.objects.filter(label="Madeup 2011").count() == 1


def test_the_same_name_in_two_articles_is_two_studies_until_a_person_joins_them(
    efficacy, curator
):
    other = bring(
        "Examplin\n\n" + FEVER.replace("24 patients", "30 women").split("\n\n")[1]
    )
    for mention in (efficacy, other.mentions.get()):
        accept_mention(mention=mention, by=curator)
    one, two = Study.objects.order_by("pk")
    assert one.label == two.label == "Madeup 2011"
    with pytest.raises(NotAllowed):
        join_cited_studies(study=two, into=one, by=curator, reason="Same trial.")
    joined = join_cited_studies(
        study=two, into=one, by=make.an_editor(), reason="Same trial."
    )
    assert {work.study for work in other.cited_works.all()} == {one}
    undo_merge(merge=joined, by=make.an_editor(), reason="Not the same.")
    assert other.cited_works.get().study == two


def test_joining_keeps_one_main_report_and_what_is_there_already():
    one, two = make.a_study(), make.a_study()
    make.a_report(study=one)
    report, result = make.a_report(study=two), make.a_result(study=two)
    make.an_arm(study=one, name="examplin")
    make.an_arm(study=two, name="examplin")
    join_cited_studies(study=two, into=one, by=make.an_editor(), reason="Same trial.")
    report.refresh_from_db()
    result.refresh_from_db()
    assert (report.study, report.role) == (one, "follow_up")
    assert result.study == one
    assert one.arms.count() == two.arms.count() == 1


# --- editing, splitting, reopening, joining ---


def test_editing_corrects_what_the_rules_made_of_it(efficacy, curator):
    edit_mention(
        mention=efficacy,
        kind="mechanism",
        also_kind="efficacy",
        mode="attributes",
        hedged=True,
        by=curator,
    )
    place = efficacy.anchors.get()
    assert (efficacy.kind, efficacy.also_kind) == ("mechanism", "efficacy")
    assert (place.mode, place.hedged) == ("attributes", True)
    with pytest.raises(Refused, match="(?i)kind"):
        edit_mention(mention=efficacy, kind="opinion", by=curator)


def test_an_accepted_claim_is_not_reworded_here(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    with pytest.raises(Refused, match="reworded on its own page"):
        edit_mention(mention=efficacy, proposed_text="Else", by=curator)


def test_a_split_passage_makes_several_claims(safety, curator):
    first, second = split_mention(
        mention=safety,
        parts=["Examplin causes headaches.", "Examplin causes nausea."],
        by=curator,
    )
    assert first.pk == safety.pk
    one, two = first.anchors.get(), second.anchors.get()
    assert (one.start, one.end, one.exact) == (two.start, two.end, two.exact)
    assert set(first.citations.all()) == set(second.citations.all()) != set()
    texts = {accept_mention(mention=m, by=curator).claim.text for m in (first, second)}
    assert texts == {"Examplin causes headaches.", "Examplin causes nausea."}


@pytest.mark.parametrize(
    ("parts", "kinds", "words"),
    [
        (["one"], [], "two parts"),
        (["one", " "], [], "two parts"),
        (["one", "two"], ["safety"], "2 parts and 1 kinds"),
    ],
)
def test_a_split_needs_its_parts(parts, kinds, words, safety, curator):
    with pytest.raises(Refused, match=words):
        split_mention(mention=safety, parts=parts, kinds=kinds, by=curator)


def test_reopening_takes_the_claim_along_that_nothing_else_stands_on(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    reopen_mention(mention=efficacy, by=curator)
    assert (efficacy.status, efficacy.claim, efficacy.decided_by) == (
        "suggested",
        None,
        None,
    )
    assert not Claim.objects.exists()
    with pytest.raises(Refused, match="open already"):
        reopen_mention(mention=efficacy, by=curator)


def test_reopening_leaves_a_claim_that_others_use(efficacy, safety, curator):
    claim = accept_mention(mention=efficacy, by=curator).claim
    accept_mention(mention=safety, claim=claim, by=curator)
    reopen_mention(mention=efficacy, by=curator)
    assert Claim.objects.get() == claim


def test_reopening_withdraws_a_claim_of_which_a_version_was_kept(efficacy, curator):
    claim = accept_mention(mention=efficacy, by=curator).claim
    make.a_claim_version(claim=claim)
    reopen_mention(mention=efficacy, by=curator)
    claim.refresh_from_db()
    assert (claim.withdrawn_by, claim.is_withdrawn) == (curator, True)


def test_joining_moves_a_mention_to_another_claim(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    check = make.a_wording_check(mention=efficacy)
    claim = make.a_claim()
    join_mention(mention=efficacy, claim=claim, by=curator)
    check.refresh_from_db()
    assert efficacy.claim == claim
    assert check.superseded_at
    with pytest.raises(Refused, match="already"):
        join_mention(mention=efficacy, claim=claim, by=curator)


def test_near_claims_are_offered_nearest_first():
    near = make.a_claim(text="Examplin reduces made-up fever")
    nearer = make.a_claim(text="Examplin lowers made-up fever in adults")
    make.a_claim(text="Placebitol whitens teeth")
    merged = make.a_claim(text="Examplin lowers made-up fever", merged_into=near)
    found = list(Claim.objects.near_claims("Examplin lowers made-up fever in adults."))
    assert found == [nearer, near]
    assert merged not in found
    assert 0.9 < found[0].nearness <= 1
    assert list(Claim.objects.near_claims("Examplin lowers fever", limit=1)) != []


# --- marking by hand ---


def test_a_selection_becomes_a_claim(article, curator):
    words = "  few trials in patients"
    place = span(article, words.strip())
    place["start"] -= 1
    mention = mark_claim(**place, kind="evidence-state", by=curator)
    anchor = mention.anchors.get()
    assert (mention.origin, mention.status) == ("person", "accepted")
    assert mention.claim.text == anchor.exact == words.strip()
    assert anchor.version.text[anchor.start : anchor.end] == anchor.exact


def test_a_marked_claim_stands_under_what_covers_it(article, curator):
    place = span(article, "examplin significantly reduced fever")
    mention = mark_claim(**place, text="Examplin lowers fever", by=curator)
    assert mention.citations.get().cited_work.label == "Madeup 2011"
    assert mention.claim.text == "Examplin lowers fever"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(5, 5, "does not lie"), (-1, 4, "does not lie"), (0, 10_000, "does not lie")],
)
def test_a_selection_outside_the_text_is_refused(start, end, words, article, curator):
    with pytest.raises(Refused, match=words):
        mark_claim(article=article, start=start, end=end, kind="safety", by=curator)


def test_a_selection_says_what_kind_of_claim_it_is(article, curator):
    with pytest.raises(Refused, match="what kind of claim"):
        mark_claim(**span(article, "The weather"), by=curator)


def test_a_selection_in_an_old_capture_is_refused(article, curator):
    shown = article.versions.get()
    bring(FEVER + "It rained.", article=article)
    with pytest.raises(LostRace, match="captured again"):
        mark_claim(article=article, start=0, end=8, version=shown, by=curator)


def test_a_selection_becomes_a_citation_of_its_sentence(article, curator):
    citation = mark_citation(
        **span(article, "few trials"), label="Few 2019", by=curator
    )
    place = citation.anchors.get()
    text = place.version.text
    assert text[place.covers_start : place.covers_end].startswith(
        "Evidence on examplin"
    )
    assert citation.cited_work.label == "Few 2019"
    assert [one.kind for one in citation.mentions.all()] == ["evidence-state"]


def test_a_marked_citation_can_point_to_a_known_work(article, curator):
    work = article.cited_works.get(label="Fictus 2013")
    citation = mark_citation(**span(article, "few trials"), cited_work=work, by=curator)
    assert citation.cited_work == work
    other = make.a_cited_work()
    with pytest.raises(Refused, match="one article"):
        mark_citation(**span(article, "few trials"), cited_work=other, by=curator)


def test_a_marked_citation_keeps_real_identifiers_only(article, curator):
    with pytest.raises(Refused, match="is no DOI"):
        mark_citation(**span(article, "few trials"), doi="see below", by=curator)
    citation = mark_citation(
        **span(article, "few trials"), doi="https://doi.org/10.5555/Few", by=curator
    )
    assert citation.cited_work.doi == "10.5555/few"


# --- citations and cited works ---


def test_a_mention_is_put_under_a_citation_and_taken_away(efficacy, article, curator):
    citation = article.citations.get(cited_work__label="Fictus 2013")
    link_citation(mention=efficacy, citation=citation, by=curator)
    assert efficacy.citations.filter(pk=citation.pk).exists()
    with pytest.raises(Refused, match="stands under this citation"):
        link_citation(mention=efficacy, citation=citation, by=curator)
    unlink_citation(mention=efficacy, citation=citation, by=curator)
    assert not efficacy.citations.filter(pk=citation.pk).exists()
    with pytest.raises(Refused, match="does not stand"):
        unlink_citation(mention=efficacy, citation=citation, by=curator)


def test_a_judged_citation_stays_linked(efficacy, curator):
    citation = efficacy.citations.get()
    make.a_citation_support(mention=efficacy, citation=citation)
    with pytest.raises(Refused, match="Somebody judged"):
        unlink_citation(mention=efficacy, citation=citation, by=curator)


def test_a_cited_work_is_linked_to_a_known_study(article, curator):
    work, study = article.cited_works.first(), make.a_study()
    assert link_study(cited_work=work, study=study, by=curator).study == study
    assert link_study(cited_work=work, study=None, by=curator).study is None


def test_only_a_person_confirms_a_match_and_can_take_it_back(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    work = efficacy.citations.get().cited_work
    reference = make.a_reference()
    work = confirm_cited_work(cited_work=work, reference=reference, by=curator)
    assert (work.decision, work.decided_by) == ("confirmed", curator)
    assert work.study.reports.get().reference == reference
    work = reset_cited_work(cited_work=work, by=curator)
    assert (work.decision, work.reference, work.decided_at) == ("none", None, None)
    assert not work.study.reports.exists()
    work = reject_cited_work(cited_work=work, by=curator)
    assert work.decision == "rejected"


def test_a_report_that_a_person_entered_outlives_the_match(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    work = efficacy.citations.get().cited_work
    report = make.a_report(study=work.study)
    work = confirm_cited_work(cited_work=work, reference=report.reference, by=curator)
    reset_cited_work(cited_work=work, by=curator)
    assert work.study.reports.get() == report


def test_a_confirmed_work_brings_the_study_its_reference_reports(article, curator):
    work, report = article.cited_works.first(), make.a_report()
    work = confirm_cited_work(cited_work=work, reference=report.reference, by=curator)
    assert work.study == report.study


# --- reworded ---


@pytest.fixture
def reworded(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    make.a_citation_support(mention=efficacy, citation=efficacy.citations.get())
    make.a_wording_check(mention=efficacy)
    bring(
        FEVER.replace("reduced fever", "reduced high fever"), article=efficacy.article
    )
    efficacy.refresh_from_db()
    return efficacy


def test_what_was_judged_of_a_reworded_mention_is_asked_again(reworded):
    assert reworded.ask_again
    assert reworded.status == "accepted"
    assert reworded.supports.get().superseded_at
    assert reworded.wording_checks.get().superseded_at


def test_a_reworded_mention_may_be_the_same_claim(reworded, curator):
    claim = reworded.claim
    assert not answer_reworded(mention=reworded, same=True, by=curator).ask_again
    reworded.refresh_from_db()
    assert reworded.claim == claim
    with pytest.raises(Refused, match="was not reworded"):
        answer_reworded(mention=reworded, same=True, by=curator)


def test_or_another_claim_and_then_the_first_was_made_until_then(reworded, curator):
    new = answer_reworded(mention=reworded, same=False, by=curator)
    assert (new.status, "high fever" in new.proposed_text) == ("suggested", True)
    first, last = reworded.anchors.order_by("version__number")
    assert (last.state, last.start) == ("gone", None)
    assert last.exact == first.exact
    assert new.anchors.get().version == last.version
    assert set(new.citations.all()) == set(reworded.citations.all())


# --- results an article tells ---


def test_a_told_result_is_second_hand_and_quotes_its_passage(efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    study = Study.objects.get()
    told = tell_result(
        mention=efficacy,
        study=study,
        outcome=make.an_outcome(),
        direction="lower",
        quote="significantly reduced fever",
        details={"time_point": "one week"},
        by=curator,
    )
    result = told.result
    assert (result.provenance, result.metric) == ("second_hand", "words")
    assert (result.direction, result.time_point) == ("lower", "one week")
    assert result.entered_by == curator
    assert told.version.text[told.start : told.end] == told.quote == result.quote
    assert not Result.objects.read_at_source().exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"quote": "cured everyone"}, "quote is not in the article"),
        ({"details": {"provenance": "primary"}}, "has no provenance"),
        ({"direction": "up"}, "(?i)direction"),
        ({"details": {"metric": "rr", "estimate": -1.0}}, "above 0"),
    ],
)
def test_a_told_result_keeps_to_what_the_article_says(given, words, efficacy, curator):
    accept_mention(mention=efficacy, by=curator)
    told = {"study": Study.objects.get(), "outcome": make.an_outcome(), **given}
    with pytest.raises(Refused, match=words):
        tell_result(mention=efficacy, by=curator, **told)
    assert not ResultSource.objects.exists()


def test_an_article_tells_nothing_of_a_study_it_does_not_cite(efficacy, curator):
    with pytest.raises(Refused, match="cites no work"):
        tell_result(
            mention=efficacy,
            study=make.a_study(),
            outcome=make.an_outcome(),
            by=curator,
        )
