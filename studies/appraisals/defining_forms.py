"""The form in which an editor defines an instrument, line by line."""

from django import forms

from core.forms import Form
from studies.appraisals.defining import said_twice
from studies.instruments.instrument import OverallBy, Unit
from studies.instruments.reading import answers_of
from studies.instruments.written import Unreadable, as_text, domains_in

_TALL = forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "class": "tall"})
_SHORT = forms.Textarea(attrs={"rows": 5})


class InstrumentForm(Form):
    """An instrument in one version; a used version never changes."""

    name = forms.CharField(max_length=200)
    key = forms.SlugField(max_length=60, help_text="Short, in small letters.")
    version = forms.CharField(max_length=60)
    unit = forms.ChoiceField(
        label="What one appraisal is of",
        choices=[(Unit.RESULT, "one result"), (Unit.STUDY, "a whole study")],
    )
    about = forms.CharField(max_length=500)
    source = forms.CharField(max_length=300, help_text="Whose it is, with the year.")
    answers = forms.CharField(
        widget=_SHORT,
        initial="Y Yes\nPY Probably yes\nPN Probably no\nN No\nNI No information",
        help_text="A line each: its code, and its words.",
    )
    judgements = forms.CharField(
        widget=_SHORT,
        required=False,
        initial="Low\nSome concerns\nHigh",
        help_text="A line each, from the best to the worst.",
    )
    overall = forms.ChoiceField(
        label="The whole is",
        choices=[
            (OverallBy.WORST_DOMAIN, "as its worst domain"),
            (OverallBy.NOBODY, "not judged"),
        ],
    )
    lines = forms.CharField(
        label="Domains, questions and rules",
        widget=_TALL,
        help_text="“# D1 Randomisation” begins a domain; “1.1 Was it random?” asks; "
        "“1.2 Was it hidden? [Y N] if 1.1=Y PY” asks where the answers lead to it; "
        "“> Low if 1.1=Y & 1.2=Y” and “> else High” say what they come to.",
    )

    def clean_answers(self):
        """The answers by code."""
        lines = [
            line.split(maxsplit=1) for line in _lines(self.cleaned_data["answers"])
        ]
        if any(len(line) != 2 for line in lines):
            raise forms.ValidationError("Each answer has a code and its words.")
        if twice := said_twice(code for code, _ in lines):
            raise forms.ValidationError(f"Two answers have the code {twice[0]}.")
        return dict(lines)

    def clean_judgements(self):
        """The judgements, each once."""
        if twice := said_twice(_lines(self.cleaned_data["judgements"])):
            raise forms.ValidationError(f"“{twice[0]}” stands there twice.")
        return self.cleaned_data["judgements"]

    def clean_lines(self):
        """The domains that the lines say."""
        try:
            return domains_in(self.cleaned_data["lines"])
        except Unreadable as problem:
            raise forms.ValidationError(str(problem).splitlines()) from None


def defined_by(data):
    """What the action is called with, of what the form found."""
    named = {name: data[name] for name in ("key", "version", "name")}
    plain = {name: data[name] for name in ("unit", "about", "source", "answers")}
    return {
        **named,
        "table": {
            **plain,
            "usual": [*data["answers"]],  # a stored object keeps no order
            "judgements": _lines(data["judgements"]),
            "overall": {"by": data["overall"]},
            "domains": data["lines"],
        },
    }


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def initial_of(row):
    """The form of a version that a new one begins from."""
    table = row.table
    answers = [f"{one} {words}" for one, words in answers_of(table).items()]
    return {
        "name": row.name,
        "key": row.key,
        "unit": table["unit"],
        "about": table["about"],
        "source": table["source"],
        "answers": "\n".join(answers),
        "judgements": "\n".join(table.get("judgements", ())),
        "overall": table.get("overall", {}).get("by", OverallBy.NOBODY),
        "lines": as_text(table["domains"]),
    }


class GuidanceForm(Form):
    """What the reviewers here agreed on for one question."""

    domain = forms.CharField(max_length=60)
    question = forms.CharField(max_length=60)
    text = forms.CharField(max_length=4000, required=False)
    revision = forms.IntegerField(required=False)
