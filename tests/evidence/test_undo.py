"""A person undoes their own steps, from the database's history."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NotAllowed, Refused
from core.history import history
from evidence.actions.articles import import_article
from evidence.actions.citations import (
    confirm_cited_work,
    link_study,
    mark_citation,
    unlink_citation,
)
from evidence.actions.mentions import (
    accept_mention,
    edit_mention,
    join_mention,
    mark_claim,
    reject_mention,
    reopen_mention,
    split_mention,
)
from evidence.actions.second_hand import tell_result
from evidence.actions.undo import my_steps, undo_step
from evidence.models import Anchor, Citation, CitedWork, Claim, Mention, MentionCitation
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
    assert (second.action, second.reason) == ("accept_mention", "Clear.")
    assert first.words == "edited “Examplin lowers it”"
    assert my_steps(make.a_reviewer(), mention.article) == []


def test_an_undone_step_is_listed_no_more_and_can_be_done_again(mention, curator):
    accept_mention(mention=mention, by=curator)
    undone = undo_step(article=mention.article, by=curator)
    assert undone.action == "accept_mention"
    assert my_steps(curator, mention.article) == []
    accept_mention(mention=mention, by=curator)
    undo_step(article=mention.article, by=curator)
    mention.refresh_from_db()
    assert mention.status == "suggested"


def test_a_step_that_another_person_built_on_stays(mention, curator):
    accept_mention(mention=mention, by=curator)
    edit_mention(mention=mention, hedged=True, by=make.a_reviewer())
    with pytest.raises(
        Refused, match=r"Rev Madeup built on this step since \(edit mention"
    ):
        undo_step(article=mention.article, by=curator)
    mention.refresh_from_db()
    assert mention.status == "accepted"


def test_a_claim_that_another_person_uses_stays(mention, curator):
    claim = accept_mention(mention=mention, by=curator).claim
    other = make.a_mention()
    join_mention(mention=other, claim=claim, by=make.a_reviewer())
    with pytest.raises(
        Refused, match="Rev Madeup built on this step since .join mention"
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
        Refused, match="Rev Madeup built on this step since .tell result"
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
    with pytest.raises(
        Refused, match="Rev Madeup built on this step since .import article"
    ):
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
