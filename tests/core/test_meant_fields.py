"""A row is named in a form by words of it, and of several one is chosen."""

import pytest

from bibliography.models import Reference
from core.forms import Form, MeantField
from studies.models import Study
from tests import factories as make

pytestmark = pytest.mark.django_db
DOI = "10.5555/examplin.trial"


class Named(Form):
    study = MeantField(rows=Study.objects.current().with_names, what="study")
    record = MeantField(rows=Reference.objects.current, what="record", required=False)


def said(**typed):
    form = Named(typed)
    form.is_valid()
    return form


def test_a_row_is_meant_by_its_words_its_identifier_and_its_number():
    record = make.a_reference(title="Examplin in adults", doi=DOI, pmid="90000001")
    study = make.a_study(label="Kim 2016", main_report=record)
    make.a_study(label="Lee 2017", title="12 weeks of examplin")
    for words in (
        "Kim 2016",
        DOI,
        f"{study.pk}",
        f"{study.pk} · whatever",
        f"#{study.pk}",
    ):
        assert said(study=words).cleaned_data == {"study": study, "record": None}, words
    for words in (DOI, "90000001", "Examplin in adults", f"{record.pk} · x"):
        form = said(study="Lee 2017", record=words)
        assert form.cleaned_data["record"] == record, words
    assert said(study="12 weeks").cleaned_data["study"].label == "Lee 2017"


def test_of_several_one_is_chosen_and_none_is_said():
    one = make.a_study(label="Kim 2016", described_in="On fever")
    make.a_study(label="Kim 2016", described_in="On pain")
    form = said(study="Kim 2016")
    assert "Several fit “Kim 2016”, say which" in form.errors["study"][0]
    chosen = f"{one.pk} · Kim 2016 (cited in “On fever”)"
    assert form.fields["study"].offered[0] == chosen
    assert said(study=chosen).cleaned_data["study"] == one
    for nobody in ("Nobody 1900", "9" * 18, "\u00b2", "0", "%", "'"):
        assert f"No study here fits “{nobody}”." in said(study=nobody).errors["study"]
    assert said(study=" ").errors["study"] == ["“Study” is missing."]
