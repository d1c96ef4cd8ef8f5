"""A person undoes their own steps, however they were written."""

from itertools import count

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.articles.actions import import_article
from articles.citations.actions import (
    confirm_cited_work,
    link_study,
    mark_citation,
    reset_cited_work,
    unlink_citation,
)
from articles.mentions.actions import (
    accept_mention,
    edit_mention,
    join_mention,
    mark_claim,
    reject_mention,
    reopen_mention,
    split_mention,
)
from articles.models import Anchor, Citation, CitedWork, Mention, MentionCitation, Step
from articles.second_hand.actions import tell_result
from articles.steps.recording import one_step
from articles.steps.undo import my_steps, undo_step
from claims.models import Claim
from core.actions import action
from core.errors import NotAllowed, Refused
from core.history import history
from studies.models import Study
from tests import factories as make

pytestmark = pytest.mark.django_db
NUMBERS = count()

FEVER = b"""Examplin and made-up fever

Examplin significantly reduces made-up fever in adults, as a trial showed [1].
Common adverse effects of examplin may include mild headaches and nausea.
It rained [2].

References
1. Madeup A, Inventa B. Examplin for made-up fever. J Example. 2011;1:1-9.
2. Fictus C. Placebitol: a survey. J Example. 2013;2:10-19.
"""


@pytest.fixture
def curator():
    return make.a_curator()


@pytest.fixture
def article(curator):
    return import_article(data=FEVER, by=curator).article


@pytest.fixture
def mention(article):
    return article.mentions.order_by("pk").first()


def everything():
    """All that curating writes, row by row, without counters of writes."""
    return {
        model: sorted(
            tuple(sorted((k, str(v)) for k, v in row.items() if k != "revision"))
            for row in model.objects.values()
        )
        for model in (
            Mention,
            Anchor,
            Claim,
            Citation,
            CitedWork,
            MentionCitation,
            Study,
        )
    }


@pytest.fixture
def claim():
    return make.a_claim()


@pytest.fixture
def study():
    return make.a_study()


STEPS = {
    "accept": lambda m, **to: accept_mention(mention=m, by=to["by"]),
    "edit": lambda m, **to: edit_mention(
        mention=m, proposed_text="Examplin lowers it", hedged=True, by=to["by"]
    ),
    "split": lambda m, **to: split_mention(
        mention=m, parts=["One.", "Two."], by=to["by"]
    ),
    "reject": lambda m, **to: reject_mention(mention=m, by=to["by"]),
    "join": lambda m, **to: join_mention(mention=m, claim=to["claim"], by=to["by"]),
    "unlink": lambda m, **to: unlink_citation(
        mention=m, citation=m.citations.get(), by=to["by"]
    ),
    "mark a claim": lambda m, **to: mark_claim(
        article=m.article, start=28, end=60, kind="efficacy", by=to["by"]
    ),
    "mark a citation": lambda m, **to: mark_citation(
        article=m.article, start=85, end=92, by=to["by"]
    ),
    "link a study": lambda m, **to: link_study(
        cited_work=m.article.cited_works.first(), study=to["study"], by=to["by"]
    ),
    "confirm": lambda m, **to: confirm_cited_work(
        cited_work=m.article.cited_works.first(),
        reference=to["reference"],
        by=to["by"],
    ),
}


@pytest.mark.parametrize("step", STEPS)
def test_undoing_a_step_leaves_everything_as_it_was(
    step, mention, curator, claim, study
):
    reference = make.a_reference()
    before = everything()
    STEPS[step](mention, claim=claim, study=study, reference=reference, by=curator)
    assert everything() != before
    undo_step(article=mention.article, by=curator)
    assert everything() == before
    assert my_steps(curator, mention.article) == []


@settings(max_examples=15, deadline=None)
@given(
    names=st.lists(st.sampled_from(["accept", "edit", "reject", "unlink"]), max_size=6)
)
def test_all_steps_are_undone_in_turn(names):
    """Whatever was done, as far as it was not refused, is undone newest first."""
    curator = make.a_curator()
    article = import_article(
        data=FEVER + str(next(NUMBERS)).encode(), by=curator
    ).article
    mention = article.mentions.order_by("pk").first()
    states = []
    for name in names:
        before = everything()
        try:
            STEPS[name](mention, by=curator)
        except (Refused, Citation.DoesNotExist):
            continue
        states.append(before)
    for state in reversed(states):
        undo_step(article=article, by=curator)
        assert everything() == state
    with pytest.raises(Refused, match="no step of yours left"):
        undo_step(article=article, by=curator)


def test_steps_are_listed_newest_first_in_words(mention, curator):
    edit_mention(mention=mention, proposed_text="Examplin lowers it", by=curator)
    accept_mention(mention=mention, by=curator, reason="Clear.")
    link_study(
        cited_work=mention.article.cited_works.last(), study=make.a_study(), by=curator
    )
    third, second, first = my_steps(curator, mention.article)
    assert third.words == "linked to a study “Fictus 2013”"
    assert second.words == "accepted “Examplin lowers it”"
    assert (second.kind, second.reason) == ("accepted", "Clear.")
    assert first.words == "edited “Examplin lowers it”"
    assert my_steps(make.a_reviewer(), mention.article) == []


def test_an_undone_step_is_listed_no_more_and_can_be_done_again(mention, curator):
    accept_mention(mention=mention, by=curator)
    undone = undo_step(article=mention.article, by=curator)
    assert undone.kind == "accepted"
    assert my_steps(curator, mention.article) == []
    accept_mention(mention=mention, by=curator)
    undo_step(article=mention.article, by=curator)
    mention.refresh_from_db()
    assert mention.status == "suggested"


def test_a_step_that_another_person_built_on_stays(mention, curator):
    accept_mention(mention=mention, by=curator)
    edit_mention(mention=mention, hedged=True, by=make.a_reviewer())
    with pytest.raises(
        Refused, match=r"Rev Madeup built on this step since \(corrected"
    ):
        undo_step(article=mention.article, by=curator)
    mention.refresh_from_db()
    assert mention.status == "accepted"


def test_a_claim_that_another_person_uses_stays(mention, curator):
    claim = accept_mention(mention=mention, by=curator).claim
    other = make.a_mention()
    join_mention(mention=other, claim=claim, by=make.a_reviewer())
    with pytest.raises(
        Refused, match="Rev Madeup built on this step since .joined with a known claim"
    ):
        undo_step(article=mention.article, by=curator)


def test_a_study_with_a_told_result_stays(mention, curator):
    accept_mention(mention=mention, by=curator)
    tell_result(
        mention=mention,
        study=Study.objects.get(),
        outcome=make.an_outcome(),
        by=make.a_reviewer(),
    )
    with pytest.raises(
        Refused, match="Rev Madeup built on this step since .taken from an article"
    ):
        undo_step(article=mention.article, by=curator)


def test_a_claim_that_reopening_removed_comes_back(mention, curator):
    claim = accept_mention(mention=mention, by=curator).claim
    before = everything()
    reopen_mention(mention=mention, by=curator)
    assert not Claim.objects.exists()
    undo_step(article=mention.article, by=curator)
    assert everything() == before
    assert Claim.objects.get() == claim
    undo_step(article=mention.article, by=curator)
    assert not Claim.objects.exists()


def test_ones_own_later_step_is_undone_first(mention, curator):
    edit_mention(mention=mention, proposed_text="Examplin lowers it", by=curator)
    accept_mention(mention=mention, by=curator)
    newer, older = my_steps(curator, mention.article)
    with pytest.raises(Refused, match="You built on this step .* Undo that first"):
        undo_step(article=mention.article, step=older.id, by=curator)
    undo_step(article=mention.article, step=newer.id, by=curator)
    undo_step(article=mention.article, step=older.id, by=curator)
    mention.refresh_from_db()
    assert (mention.status, mention.decided_by) == ("suggested", None)


def test_what_another_person_undid_again_stands_in_nobodys_way(mention, curator):
    reviewer = make.a_reviewer()
    edit_mention(mention=mention, proposed_text="Examplin lowers it", by=curator)
    accept_mention(mention=mention, by=reviewer)
    undo_step(article=mention.article, by=reviewer)
    undo_step(article=mention.article, by=curator)
    mention.refresh_from_db()
    assert mention.proposed_text.startswith("Examplin significantly")


def test_a_step_on_which_a_new_capture_was_made_stays(mention, curator):
    mark_claim(article=mention.article, start=28, end=60, kind="efficacy", by=curator)
    import_article(data=FEVER + b"More.", article=mention.article, by=make.a_reviewer())
    with pytest.raises(Refused, match="Rev Madeup built on this step since .captured"):
        undo_step(article=mention.article, by=curator)


def test_nobody_undoes_the_steps_of_others(mention, curator):
    accept_mention(mention=mention, by=curator)
    step = my_steps(curator, mention.article)[0]
    with pytest.raises(Refused, match="no step of yours"):
        undo_step(article=mention.article, step=step.id, by=make.a_reviewer())
    with pytest.raises(NotAllowed):
        undo_step(article=mention.article, by=make.a_reader())


def test_undoing_is_in_the_history_too(mention, curator):
    accept_mention(mention=mention, by=curator)
    undo_step(article=mention.article, by=curator, reason="Too early.")
    last = history(mention)[0]
    assert (last.action, last.who, last.why) == (
        "undo_step",
        "Cur Madeup",
        "Too early.",
    )


def test_the_list_of_steps_takes_the_same_few_queries(
    article, curator, django_assert_max_num_queries
):
    for mention in article.mentions.all():
        edit_mention(mention=mention, proposed_text="Else", by=curator)
    with django_assert_max_num_queries(5):
        assert len(my_steps(curator, article)) == 2


# --- steps that no page takes ---


@action
def accept_all(*, article, by, reason=""):
    """Many mentions in three lines, past the actions for one."""
    with one_step(article=article.pk, kind=Step.Kind.ACCEPTED) as step:
        step.about = "all that it claims"
        claims = Claim.objects.bulk_create(
            Claim(text=mention.proposed_text, kind="effect")
            for mention in article.mentions.all()
        )
        for mention, claim in zip(article.mentions.all(), claims, strict=True):
            Mention.objects.filter(pk=mention.pk).update(
                status="accepted",
                claim=claim,
                made_claim=claim,
                decided_by=by,
                decided_at=timezone.now(),
            )


@action
def accept_each(*, article, by, reason=""):
    for mention in article.mentions.all():
        accept_mention(mention=mention, by=by)


@pytest.fixture
def three(curator):
    article = make.an_article()
    for number in range(3):
        make.a_mention(article=article, proposed_text=f"Examplin does {number}")
    return article


def test_many_mentions_accepted_in_bulk_are_one_step(three, curator):
    before = everything()
    accept_all(article=three, by=curator)
    assert Claim.objects.count() == three.mentions.accepted().count() == 3
    (step,) = my_steps(curator, three)
    assert step.words == "accepted “all that it claims”"
    undo_step(article=three, by=curator)
    assert everything() == before
    assert not Claim.objects.exists()


def test_many_mentions_accepted_one_by_one_are_as_many_steps(three, curator):
    before = everything()
    accept_each(article=three, by=curator, reason="All clear.")
    assert [step.reason for step in my_steps(curator, three)] == ["All clear."] * 3
    for _ in range(3):
        undo_step(article=three, by=curator)
    assert everything() == before


def test_a_claim_that_was_made_in_bulk_goes_with_its_mention(three, curator):
    accept_all(article=three, by=curator)
    for mention in three.mentions.all():
        reopen_mention(mention=mention, by=curator)
    assert not Claim.objects.exists()


def test_in_bulk_too_a_claim_is_not_left_without_being_let_go(three, curator):
    @action
    def reopen_all(*, by):
        three.mentions.update(
            status="suggested", claim=None, decided_by=None, decided_at=None
        )

    accept_all(article=three, by=curator)
    with pytest.raises(Refused, match="leaves the claim it made lets go of it"):
        reopen_all(by=curator)


def test_nothing_depends_on_what_an_action_is_called(mention, curator, monkeypatch):
    """As a function that is called otherwise from now on, or was until today."""

    def renamed(function, name):
        inner = function.__wrapped__
        monkeypatch.setattr(inner, "__name__", name)
        return action(inner)

    before = everything()
    renamed(accept_mention, "take_up")(mention=mention, by=curator)
    (step,) = my_steps(curator, mention.article)
    assert step.words == f"accepted “{mention.proposed_text[:80]}”"
    renamed(undo_step, "back_to_before")(article=mention.article, by=curator)
    assert everything() == before
    assert my_steps(curator, mention.article) == []
    renamed(accept_mention, "take_up_again")(mention=mention, by=curator)
    renamed(reopen_mention, "open_up")(mention=mention, by=curator)
    assert not Claim.objects.exists()


# --- what accepting and confirming made ---


def test_a_claim_stays_for_the_mentions_that_joined_it_and_goes_with_the_last(
    mention, curator
):
    claim = accept_mention(mention=mention, by=curator).claim
    other = join_mention(mention=make.a_mention(), claim=claim, by=curator)
    reopen_mention(mention=mention, by=curator)
    other.refresh_from_db()
    assert (other.claim, other.made_claim) == (claim, claim)
    mention = accept_mention(mention=mention, by=curator)
    reopen_mention(mention=other, by=curator)
    assert list(Claim.objects.all()) == [mention.claim]


def test_a_claim_that_no_mention_made_stays(mention, claim, curator):
    join_mention(mention=mention, claim=claim, by=curator)
    reopen_mention(mention=mention, by=curator)
    assert Claim.objects.get() == claim


def test_a_report_stays_for_the_other_match_and_goes_with_it(article, study, curator):
    reference = make.a_reference()
    works = list(article.cited_works.all())
    for work in works:
        link_study(cited_work=work, study=study, by=curator)
        confirm_cited_work(cited_work=work, reference=reference, by=curator)
    first, second = works
    reset_cited_work(cited_work=first, by=curator)
    assert study.reports.get().made_by == second
    reset_cited_work(cited_work=second, by=curator)
    assert not study.reports.exists()


def test_a_report_that_confirming_did_not_make_stays(article, study, curator):
    report = make.a_report(study=study)
    work = article.cited_works.first()
    link_study(cited_work=work, study=study, by=curator)
    confirm_cited_work(cited_work=work, reference=report.reference, by=curator)
    reset_cited_work(cited_work=work, by=curator)
    assert study.reports.get() == report
