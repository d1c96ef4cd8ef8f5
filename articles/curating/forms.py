"""The forms of the curating page, one for each kind of step."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django import forms

from articles.models import Anchor, ArticleVersion, CitedWork
from articles.reading.document import SuggestedKind
from claims.likeness import proposed_question
from claims.likeness.stems import stem
from claims.models import Claim
from core.errors import Refused
from core.forms import Form
from studies.models import Result, Topic
from texts.titles import normalise_title

MOST_TOPICS = 500  # that are looked through
LONGEST = 2000  # characters of a claim's words


def words_field(label: str, rows: int, **given: Any) -> forms.CharField:
    """A field for some sentences."""
    return forms.CharField(
        label=label,
        max_length=given.pop("max_length", LONGEST),
        widget=forms.Textarea(attrs={"rows": rows, "data-first": ""}),
        **given,
    )


class EditForm(Form):
    """What the rules made of a sentence; an accepted claim's words stay elsewhere."""

    proposed_text = words_field("The claim in plain words", 3)
    kind = forms.ChoiceField(choices=SuggestedKind.pairs)
    mode = forms.ChoiceField(label="The article", choices=Anchor.Mode.pairs)
    hedged = forms.BooleanField(
        label="It is hedged (“may”, “could”, “suggests”)", required=False
    )

    def __init__(self, *args: Any, worded: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not worded:
            del self.fields["proposed_text"]


class QuestionForm(Form):
    """What the claim that is accepted is of: proposed from its words, put right here.

    Absent is not empty: what the form does not send is proposed again by nobody.
    """

    population = forms.CharField(label="In whom", required=False, max_length=400)
    intervention = forms.CharField(label="Of what", required=False, max_length=400)
    comparator = forms.CharField(label="Against what", required=False, max_length=400)
    outcome = forms.CharField(label="On what", required=False, max_length=400)
    asserts = forms.ChoiceField(
        label="Says that it", required=False, choices=Claim.Asserts.pairs
    )
    topics = forms.CharField(
        label="Topics",
        required=False,
        max_length=400,
        help_text="Separated by commas.",
    )

    def clean_topics(self):
        """The topics' names."""
        return [name.strip() for name in self.cleaned_data["topics"].split(",")]


def question_form(words: str) -> QuestionForm:
    """The form with what the words of a claim propose."""
    proposed = asdict(proposed_question(words))
    topics = ", ".join(topics_of(words))
    return QuestionForm(initial={**proposed, "topics": topics}, auto_id="question_%s")


def topics_of(words: str) -> list[str]:
    """The known topics all of whose words stand in some words (one query)."""
    said = set(map(stem, normalise_title(words).split()))
    names = Topic.objects.current().order_by("name").values_list("name", flat=True)
    return [
        name
        for name in names[:MOST_TOPICS]
        if said.issuperset(map(stem, normalise_title(name).split()))
    ]


class SplitForm(Form):
    """Several claims made of one passage, each on its line."""

    parts = words_field("One claim on each line", 4, max_length=5 * LONGEST)


class MarkForm(Form):
    """Words of the article that a person marks: by place, or typed as they stand."""

    words = forms.CharField(
        label="The exact words",
        required=False,
        max_length=LONGEST,
        help_text="As the article has them; spaces and line ends make no difference.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    kind = forms.ChoiceField(
        label="Kind of claim",
        required=False,
        choices=[("", "as the rules see it"), *SuggestedKind.pairs()],
    )
    work = forms.TypedChoiceField(
        label="Cited work", required=False, coerce=int, empty_value=None
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, works: Iterable[CitedWork], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(work.pk, work.label) for work in works]
        self.fields["work"].choices = [("", "a new one"), *known]

    def place_in(self, version: ArticleVersion) -> tuple[int, int]:
        """Where the words stand in a version; raises Refused unless it is one place."""
        given = self.cleaned_data
        if given["start"] is not None and given["end"] is not None:
            return given["start"], given["end"]
        words = given["words"].split()
        if not words:
            raise Refused("Select or type the words to mark.", field="words")
        pattern = r"\s+".join(re.escape(word) for word in words)
        found = [match.span() for match in re.finditer(pattern, version.text)]
        if len(found) == 1:
            return found[0]
        raise Refused(
            f"These words stand at {len(found)} places; type more of the sentence."
            if found
            else "The article does not have these words, letter by letter.",
            field="words",
        )


class TellForm(Form):
    """What an article tells of a study that it cites."""

    study = forms.TypedChoiceField(coerce=int)
    outcome = forms.CharField(
        label="Outcome",
        max_length=200,
        help_text="The one thing measured, such as “bone mineral density”.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "list": "outcomes", "data-first": ""}
        ),
    )
    direction = forms.ChoiceField(
        label="With the treatment it was",
        choices=Result.Direction.pairs,
        widget=forms.RadioSelect,
    )
    quote = words_field("In the article’s words", 3)

    def __init__(
        self, *args: Any, studies: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["study"].choices = studies
