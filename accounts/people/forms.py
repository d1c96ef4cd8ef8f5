"""The form of a role."""

from django import forms

from accounts.people.rules import roles_up_to
from accounts.permissions import Permission, Role, can
from core.forms import Form


class RoleForm(Form):
    """Another role for somebody, of those up to one's own."""

    role = forms.ChoiceField(choices=Role.pairs)
    reason = forms.CharField(label="Why", required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, by=None, **kwargs):
        super().__init__(*args, **kwargs)
        if by is not None and can(by, Permission.MANAGE_PEOPLE):
            mine = roles_up_to(by)
            self.fields["role"].choices = [(role.value, role.label) for role in mine]
