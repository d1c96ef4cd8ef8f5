"""The forms of a saved search."""

from django import forms

from core.filters import MomentField
from core.forms import Form, ModelForm
from evidence.saved_searches.addresses import LONGEST, NO_LIST, list_at
from evidence.saved_searches.models import SavedSearch


class NameForm(ModelForm):
    """What a saved search is called, and which state of it the person saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = SavedSearch
        fields = ["name"]
        labels = {"name": "Name"}


class LookForm(Form):
    """Up to when a person has seen what a saved search finds."""

    until = MomentField(
        required=False, help_text="What came later stays new; now, unless told."
    )


class NewSavedSearchForm(Form):
    """A search to be saved: a name, and the address of what it finds."""

    name = NameForm.base_fields["name"]
    address = forms.CharField(
        max_length=LONGEST,
        help_text="Of a search or of a list here, as it is narrowed: /claims/?q=fever",
    )


class SaveForm(NewSavedSearchForm):
    """The same on a page of ``host``.

    ``searched`` and ``query`` are the list and the query string of the address.
    """

    def __init__(self, *args, host="", **kwargs):
        super().__init__(*args, **kwargs)
        self.host = host

    def clean_address(self):
        found = list_at(self.cleaned_data["address"], self.host)
        if found is None:
            raise forms.ValidationError(NO_LIST)
        self.searched, self.query = found
        return self.cleaned_data["address"]
