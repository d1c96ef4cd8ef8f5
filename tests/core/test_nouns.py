"""Tables are called by their nouns, which tell nothing of the packages they are in."""

from core.models import TrackedModel
from core.nouns import model_of, noun_of
from tests.constraints.breaking import tables


def test_a_noun_names_one_table():
    tracked = [model for model in tables() if issubclass(model, TrackedModel)]
    assert len(tracked) > 30
    assert [model_of(noun_of(model)) for model in tracked] == tracked
