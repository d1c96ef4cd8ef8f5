"""Profiles: what others see of a person, and what editors may change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Interest, User
from accounts.profiles.actions import edit_profile
from tests import factories as make
from tests.api.programs import Program
from tests.html import shown
from texts.identifiers import normalise_orcid

pytestmark = pytest.mark.django_db
ORCID = "0000-0000-0000-001X"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (ORCID, ORCID),
        (f" https://orcid.org/{ORCID.lower()} ", ORCID),
        ("ORCID: 000000000000001X", ORCID),
        ("0000‐0000‐0000‐001X", ORCID),
        ("0000-0000-0000-0010", None),
        ("0000-0000-0000-00X1", None),
        ("٠٠٠٠-0000-0000-001X", None),
        ("", None),
        (None, None),
    ],
)
def test_an_orcid_is_read_in_any_spelling_with_its_check_digit(written, read):
    assert normalise_orcid(written) == read


@given(st.from_regex(r"\A[0-9]{15}\Z"), st.integers(0, 14), st.integers(1, 9))
def test_any_one_wrong_digit_of_an_orcid_is_noticed(digits, place, more):
    found = filter(normalise_orcid, (f"{digits}{last}" for last in "0123456789X"))
    right = next(found)
    assert next(found, None) is None  # one check digit fits
    wrong = str((int(right[place]) + more) % 10)
    assert normalise_orcid(f"{right[:place]}{wrong}{right[place + 1 :]}") is None


def test_a_profile_is_changed_by_its_person_and_seen_without_the_address(client):
    rev = make.a_reviewer()
    User.objects.filter(pk=rev.pk).update(email="rev@footing.example")
    client.force_login(rev)
    said = {"display_name": "Rev Madeup", "affiliation": "Madeup Institute"}
    slip = client.post("/accounts/profile/", {**said, "orcid": ORCID[:-1] + "1"})
    assert slip.status_code == 422 and "Look for a slip" in shown(slip)
    client.post("/accounts/profile/", {**said, "orcid": f"https://orcid.org/{ORCID}"})
    interest = {"kind": "outlet", "name": "Madeup Clinic", "says": "I advise it."}
    client.post("/accounts/profile/interests/", interest)
    row = Interest.objects.get()
    client.logout()
    page = shown(client.get(f"/people/{rev.pk}/"))
    for words in (ORCID, "not checked with ORCID", "Madeup Institute", "I advise it."):
        assert words in page
    listed = client.get("/people/")
    for answer in (page, shown(listed), client.get("/people.csv").getvalue().decode()):
        assert "footing.example" not in answer
    client.force_login(make.another_reviewer())
    assert client.post(f"/accounts/profile/interests/{row.pk}/end/").status_code == 404
    client.force_login(rev)
    client.post(f"/accounts/profile/interests/{row.pk}/end/")
    assert "until" in shown(client.get(f"/people/{rev.pk}/"))


def test_who_only_reads_is_shown_to_editors_and_to_themselves_alone(client):
    rea = make.a_reader()
    assert client.get(f"/people/{rea.pk}/").status_code == 404
    assert client.get(f"/api/v1/people/{rea.pk}/").status_code == 404
    for person in (rea, make.an_editor()):
        client.force_login(person)
        assert client.get(f"/people/{rea.pk}/").status_code == 200


def test_an_editor_changes_a_role_on_the_persons_page(client):
    rev, editor = make.a_reviewer(), make.an_editor()
    client.force_login(editor)
    address = f"/people/{rev.pk}/role/"
    said = {"role": "curator", "reason": "Asked for it.", "revision": 1}
    assert client.post(address, said).status_code == 302
    page = shown(client.get(f"/people/{rev.pk}/"))
    assert "Given another role: curator" in page and "Asked for it." in page
    late = client.post(address, {**said, "role": "reader"})
    assert late.status_code == 422 and "changed meanwhile" in shown(late)
    assert client.post(f"/people/{editor.pk}/role/", said).status_code == 403
    client.force_login(rev)
    assert client.post(address, said).status_code == 403


def test_two_windows_on_a_profile_do_not_overwrite_each_other():
    rev = make.a_reviewer()
    edit_profile(by=rev, affiliation="Here", revision=1)
    with pytest.raises(Exception, match="changed meanwhile"):
        edit_profile(by=rev, affiliation="There", revision=1)


def test_the_list_of_people_takes_as_many_queries_for_five_as_for_one(
    client, django_assert_max_num_queries
):
    for build in (make.a_curator, make.a_reviewer, make.another_reviewer):
        build()
    client.force_login(make.an_editor())
    with django_assert_max_num_queries(8):
        assert "Vera Madeup" in shown(client.get("/people/?role=reviewer"))


def test_a_program_says_of_its_own_person_who_they_are_and_of_nobody_else():
    rev, other = make.a_reviewer(), make.another_reviewer()
    program, own = Program(rev), f"/people/{rev.pk}/"
    said = {"orcid": f"https://orcid.org/{ORCID}", "affiliation": "Madeup  Institute"}
    told = program.patch(own, said).json()
    assert (told["orcid"], told["affiliation"]) == (ORCID, "Madeup Institute")
    assert told["display_name"] == rev.display_name  # what was not sent stays
    wrong = program.patch(own, {"orcid": "0000-0000-0000-0010"})
    assert "This is no ORCID iD" in wrong.json()["errors"][0]["detail"]
    interest = {"kind": "organisation", "name": "Madeup Pharma", "since": "2019"}
    (declared,) = program.post(f"{own}declare-interest/", interest).json()["interests"]
    assert (declared["name"], declared["ended_on"]) == ("Madeup Pharma", None)
    ended = {"interest": declared["id"], "ended_on": "2024-05-01"}
    (told,) = program.post(f"{own}end-interest/", ended).json()["interests"]
    assert told["ended_on"] == "2024-05-01"
    for sent in (
        program.patch(f"/people/{other.pk}/", said),
        program.post(f"/people/{other.pk}/declare-interest/", interest),
        Program(other).post(f"/people/{other.pk}/end-interest/", ended),
    ):
        assert sent.status_code == 403
