"""The rows of a table of claims: what each says, and what it would change."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from django import forms
from django.db.models import Prefetch, QuerySet

from claims.models import Claim, ClaimRelation
from core.forms import Form, MeantField, ModelForm
from evidence.claims.forms import names_in
from evidence.claims.table.actions import ClaimToEdit
from evidence.claims.table.reading import Read

COLUMNS = (
    *("kind", "population", "intervention", "comparator", "outcome", "asserts"),
    "time_frame",
)
MOST_WHOLES = 20  # that a cell names, each looked for by itself
LEGIBLE = 80  # characters of a claim that is named in a cell


class WholesField(forms.CharField):
    """Claims that a claim is a part of, by their numbers or by words of them.

    Between several stands a semicolon; between numbers a comma does too.
    """

    def clean(self, value: Any) -> list[Claim]:
        """The claims that are meant, each once; of several that fit one is asked."""
        named = dict.fromkeys(_named(super().clean(value)))
        if len(named) > MOST_WHOLES:
            raise forms.ValidationError(
                f"These are {len(named)} claims; a claim is part of {MOST_WHOLES} at "
                "most."
            )
        return list(dict.fromkeys(map(self._meant, named)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other claims are named; their words are not looked at."""
        return _numbers(initial or "") != _numbers(data or "")

    def _meant(self, words: str) -> Claim:
        one = MeantField(rows=Claim.objects.current, what="claim")
        return one.clean(words)


def _named(words: str) -> list[str]:
    """What names a claim each, of what stands in a cell."""
    if re.fullmatch(r"[#\d\s,;]+", words):
        return re.findall(r"\d+", words)
    return [piece for each in re.split(r"[;\n]", words) if (piece := each.strip())]


def _numbers(words: str) -> set[str]:
    """The numbers of the claims that are named, or the words where there is none."""
    return {each.partition(" · ")[0].lstrip("#") for each in _named(words)}


def in_one_cell(claims: Iterable[Claim]) -> str:
    """Claims as ``WholesField`` takes them: numbers, and enough words to know them."""
    return "; ".join(
        shorten(
            f"{claim.pk} · {claim.text}".replace(";", ","), LEGIBLE, placeholder=" …"
        )
        for claim in claims
    )


class ClaimRowForm(ModelForm):
    """A claim's question, topics and wholes, in a row."""

    topics = forms.CharField(required=False, max_length=1000)
    part_of = WholesField(label="Part of", required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Claim
        fields = COLUMNS
        labels = {"asserts": "Says", "time_frame": "Time frame"}
        widgets = dict.fromkeys(
            ("population", "intervention", "comparator", "outcome", "time_frame"),
            forms.TextInput(),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {
            "topics": ", ".join(sorted(t.name for t in self.instance.topics.all())),
            "part_of": in_one_cell(each.target for each in self.instance.wholes),
            "revision": self.instance.revision,
        }
        for bound in self.visible_fields():
            of_claim = f"{bound.label} of claim {self.instance.pk}"
            bound.field.widget.attrs["aria-label"] = of_claim

    def clean_topics(self) -> list[str]:
        """The names of topics, each once."""
        return names_in(self.cleaned_data["topics"])


class WhyForm(Form):
    """Why the claims are changed, kept with each change."""

    reason = forms.CharField(label="Why", required=False, max_length=2000)


@dataclass
class Row:
    """A claim in the table, and the form of its row."""

    claim: Claim
    form: ClaimRowForm

    @property
    def changed(self) -> list[str]:
        """The fields that it would change, in their order."""
        if not self.form.is_bound:
            return []
        return [name for name in self.form.changed_data if name != "revision"]

    @property
    def was(self) -> list[tuple[str, str]]:
        """What stands of the fields that it would change, by their labels."""
        return [
            (str(self.form[name].label), self._stands(name)) for name in self.changed
        ]

    def _stands(self, name: str) -> str:
        stands = self.form.initial.get(name)
        choices = dict(getattr(self.form.fields[name], "choices", ()))
        return str(choices.get(stands, stands) if stands else "")

    @property
    def to_edit(self) -> ClaimToEdit | None:
        """What is to be edited of the claim; None for nothing, or not as it stands."""
        if not self.changed or not self.form.is_valid():
            return None
        said = self.form.cleaned_data
        changes = {name: said[name] for name in self.changed}
        return ClaimToEdit(self.claim, changes, said["revision"])


def for_table(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with their topics and what they are part of, as the rows show them."""
    wholes = ClaimRelation.objects.filter(kind=ClaimRelation.Kind.PART_OF)
    return claims.prefetch_related(
        "topics",
        Prefetch(
            "relations",
            wholes.select_related("target").order_by("target_id"),
            to_attr="wholes",
        ),
    )


def rows_of(
    claims: Iterable[Claim], data: Mapping[str, Any] | None = None
) -> list[Row]:
    """The claims as rows, with what was sent of them where something was."""
    return [
        Row(claim, ClaimRowForm(data, instance=claim, prefix=f"c{claim.pk}"))
        for claim in claims
    ]


def pasted_rows(read: Read) -> list[Row]:
    """The claims that a pasted table names, with what it says put over what stands."""
    said = {row.claim.pk: row.said for row in read.rows if row.claim}
    claims = for_table(Claim.objects.current().filter(pk__in=said)).order_by("pk")
    found = list(claims)
    return rows_of(found, put_over(found, said))


def put_over(
    claims: Iterable[Claim], said: Mapping[int, Mapping[str, Any]]
) -> dict[str, Any]:
    """What forms would send of claims in which some was filled in, by claim."""
    data: dict[str, Any] = {}
    for claim in claims:
        form = ClaimRowForm(instance=claim, prefix=f"c{claim.pk}")
        for bound in form:
            stands = bound.value()
            data[bound.html_name] = said[claim.pk].get(bound.name, stands)
    return data
