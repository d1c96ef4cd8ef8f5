"""An editor joins two records of one study, found by search, and takes them apart."""

import pytest

from core.models import Merge
from studies.models import Study
from tests import factories as make
from tests.html import as_sent, shown

pytestmark = pytest.mark.django_db
DOI = "10.5555/examplin.trial"


@pytest.fixture
def two():
    """Two records of one name, told apart by their reports; the first is merged."""
    first = make.a_study(label="Kim 2016", title="Examplin for made-up fever")
    report = make.a_reference(title="Examplin in adults", doi=DOI)
    second = make.a_study(label="Kim 2016", main_report=report, sample_size=40)
    make.a_result(study=second)
    return first, second


def merge_page(client, study, **asked):
    return client.get(f"/studies/{study.pk}/merge/", asked)


def test_its_namesakes_are_offered_and_others_looked_for(client, editor, two):
    study, other = two
    third = make.a_study(label="Madeup 1999", title="Of examplin cream")
    assert "Examplin in adults" in shown(merge_page(client, study))
    for words, found in {
        DOI: other,
        f"https://doi.org/{DOI}": other,
        "Madeup 1999": third,
        "examplin cream": third,
    }.items():
        assert list(merge_page(client, study, q=words).context["found"]) == [found]
    assert "No other study here" in shown(merge_page(client, study, q="nothing such"))


def test_both_are_seen_side_by_side_before_they_are_one(client, editor, two):
    page = shown(merge_page(client, two[0], into=two[1].pk))
    for said in ("Examplin for made-up fever", "Examplin in adults", "RR 0.50", "40"):
        assert said in page
    assert "Kim 2016 (Examplin in adults)</a>, stays" in page
    assert page.count("not stated") == 6


def test_they_are_merged_and_taken_apart(client, editor, two):
    study, other = two
    address = f"/studies/{study.pk}/merge/"
    form = client.get(address, {"into": other.pk})
    sent = as_sent(form, into=other.pk, reason="One registration.")
    answer = client.post(address, sent)
    assert answer["Location"] == f"/studies/{other.pk}/"
    gone = client.get(f"/studies/{study.pk}/")
    assert (gone.status_code, gone["Location"]) == (301, f"/studies/{other.pk}/")
    moved = client.get(f"/api/v1/studies/{study.pk}/")
    assert moved.status_code == 308
    assert "One registration." in shown(merge_page(client, other))
    assert "One registration." in shown(client.get(f"/studies/{study.pk}/history/"))
    client.post(f"/study-merges/{Merge.objects.get().pk}/undo/")
    assert client.get(f"/studies/{study.pk}/").status_code == 200


def test_what_was_typed_comes_back_with_what_is_refused(client, editor, two):
    study, other = two
    address = f"/studies/{study.pk}/merge/"
    form = client.get(address, {"into": other.pk})
    sent = as_sent(form, into=other.pk, reason="One.")
    Study.objects.filter(pk=study.pk).update(title="Put right meanwhile")
    answer = client.post(address, sent)
    assert answer.status_code == 422
    page = shown(answer)
    assert "was changed meanwhile" in page
    assert 'value="One."' in page
    assert "“Why” is missing" in shown(client.post(address, sent | {"reason": " "}))
    assert not Merge.objects.exists()


def test_a_refused_undo_says_what_came_since(client, editor, two):
    study, other = two
    address = f"/studies/{study.pk}/merge/"
    client.post(address, {"into": other.pk, "reason": "One."})
    result = make.a_result(study=other)
    undo = f"/study-merges/{Merge.objects.get().pk}/undo/"
    assert f"Result {result.pk}" in shown(client.post(undo, follow=True))
    assert not Merge.objects.filter(undone_at__isnull=False)


def test_only_an_editor_finds_the_page(client, two, django_assert_max_num_queries):
    client.force_login(make.a_reviewer())
    assert merge_page(client, two[0]).status_code == 403
    assert "/merge/" not in shown(client.get(f"/studies/{two[0].pk}/"))
    client.force_login(make.an_editor())
    for _ in range(5):
        make.a_report(study=make.a_study(label="Kim 2016"))
    with django_assert_max_num_queries(10):
        merge_page(client, two[0])
