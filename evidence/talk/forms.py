"""What is written in a comment, and what in a flag."""

from django import forms

from core.forms import TWO_LINES, Form, ModelForm
from core.ids import LARGEST_ID
from evidence.models import Comment, Flag
from evidence.talk.models import LONGEST_PART, MOST_CHARACTERS
from evidence.talk.words import About

FOUR_LINES = forms.Textarea(attrs={"rows": 4, "maxlength": MOST_CHARACTERS})


def _text(label, **said):
    return forms.CharField(label=label, max_length=MOST_CHARACTERS, **said)


def _number(label, **said):
    return forms.IntegerField(label=label, min_value=1, max_value=LARGEST_ID, **said)


def _revision():
    """The state of the row that the person saw."""
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


class CommentForm(Form):
    """A comment's words, and the part of the record where it is about one alone."""

    text = _text(
        "Comment",
        widget=FOUR_LINES,
        help_text="Plain text; addresses become links.",
    )
    part = forms.CharField(
        max_length=LONGEST_PART, required=False, widget=forms.HiddenInput, label="Part"
    )


class NewCommentForm(CommentForm):
    """The same by program, with what it is about and what it answers."""

    about = forms.ChoiceField(choices=About.pairs)
    row = _number("Number of the record")
    parent = _number("Answers comment", required=False)


class EditCommentForm(ModelForm):
    """A comment worded otherwise."""

    revision = _revision()

    class Meta:
        model = Comment
        fields = ["text"]
        labels = {"text": "Comment"}
        widgets = {"text": FOUR_LINES}


class FlagForm(ModelForm):
    """What somebody says is wrong with a record."""

    class Meta:
        model = Flag
        fields = ["kind", "text"]
        labels = {"kind": "What is wrong?", "text": "In a sentence"}
        widgets = {"text": TWO_LINES, "kind": forms.RadioSelect}


class NewFlagForm(FlagForm):
    """The same by program, with what it is about."""

    about = forms.ChoiceField(choices=About.pairs)
    row = _number("Number of the record")


class ResolveFlagForm(Form):
    """What was done about a flag."""

    resolution = _text("What was done", widget=TWO_LINES)
    revision = _revision()
