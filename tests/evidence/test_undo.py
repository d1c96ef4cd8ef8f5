"""A person undoes their own steps, from the database's history."""

import pytest

from core.errors import NotAllowed, Refused
from evidence.actions.articles import import_article
from evidence.actions.citations import (
    link_study,
    mark_citation,
    unlink_citation,
)
from evidence.actions.mentions import (
    accept_mention,
    answer_reworded,
    edit_mention,
    join_mention,
    mark_claim,
    reject_mention,
    split_mention,
)
from evidence.actions.undo import my_steps, undo_step
from evidence.models import Anchor, Citation, CitedWork, Claim, Mention, MentionCitation
from studies.models import Study
from tests import factories as make

pytestmark = pytest.mark.django_db

FEVER = b"""Examplin and made-up fever

Examplin significantly reduces made-up fever in adults, as a trial showed [1].
Examplin may cause mild headaches in some patients.
No randomised trial has compared examplin with placebitol for made-up fever [2].

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


STEPS = {
    "accept": lambda m, by: accept_mention(mention=m, by=by),
    "edit": lambda m, by: edit_mention(
        mention=m, by=by, proposed_text="Examplin lowers it", hedged=True
    ),
    "split": lambda m, by: split_mention(mention=m, by=by, parts=["One.", "Two."]),
    "reject": lambda m, by: reject_mention(mention=m, by=by),
    "join": lambda m, by: join_mention(mention=m, claim=make.a_claim(), by=by),
    "unlink": lambda m, by: unlink_citation(
        mention=m, citation=m.citations.get(), by=by
    ),
    "mark a claim": lambda m, by: mark_claim(
        article=m.article, start=28, end=60, kind="efficacy", by=by
    ),
    "mark a citation": lambda m, by: mark_citation(
        article=m.article, start=85, end=92, by=by
    ),
    "link a study": lambda m, by: link_study(
        cited_work=m.article.cited_works.first(), study=make.a_study(), by=by
    ),
}


@pytest.mark.parametrize("step", STEPS)
def test_undoing_a_step_leaves_everything_as_it_was(step, mention, curator):
    claim, study = make.a_claim(), make.a_study()
    if step == "join":
        run = lambda: join_mention(mention=mention, claim=claim, by=curator)  # noqa: E731
    elif step == "link a study":
        work = mention.article.cited_works.first()
        run = lambda: link_study(cited_work=work, study=study, by=curator)  # noqa: E731
    else:
        run = lambda: STEPS[step](mention, curator)  # noqa: E731
    before = everything()
    run()
    assert everything() != before
    undo_step(article=mention.article, by=curator)
    assert everything() == before
    assert my_steps(curator, mention.article) == []
