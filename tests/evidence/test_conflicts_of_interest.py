"""Conflicts of interest: found by rule, refused or noted, let through by an editor."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from articles.checks.judging import agree_on_check, save_check
from articles.checks.rounds import call_mention_round
from articles.checks.support import judge_support
from articles.checks.wording import check_wording
from claims.claims.actions import add_claim
from core.errors import NotAllowed, Refused
from evidence.grades.actions import publish_verdict
from evidence.grades.places import assign, take_place
from evidence.grades.rounds import call_off_round, call_round
from evidence.models import Authorship, ClaimRound, ConflictRecord
from evidence.people.actions import (
    answer_authorship,
    override_conflict,
    set_conflict_effect,
)
from evidence.people.conflicts import conflicts_of
from evidence.people.rules import (
    Author,
    Declared,
    Investigation,
    Person,
    Subject,
    Text,
    Written,
    conflicts_between,
)
from studies.appraisals.actions import agree_on_appraisal, save_appraisal
from studies.appraisals.rounds import call_study_round, take_study_place
from studies.results.actions import check_result, dispute_result
from tests import factories as make
from tests.api.programs import Program
from tests.html import shown
from tests.stories.acting import a_base_of, a_trial, graded
from tests.studies.appraisals.answers import LOW
from tests.studies.appraisals.answers import a_form as an_appraisal
from texts.names import Name

pytestmark = pytest.mark.django_db
ORCID = "0000-0000-0000-001X"


def person(*interests, **given):
    known = {"id": 7, "name": "Rev Madeup", **given}
    return Person(interests=tuple(Declared(*each) for each in interests), **known)


def study(*authors, orcid="", is_own=None, **given):
    report = Written(
        3,
        "A trial of examplin",
        tuple(Author(name, orcid) for name in authors),
        frozenset({"10.5555/example.1", "NCT00000000"}),
        is_own,
    )
    return Subject(studies=(Investigation("Example 2001", reports=(report,), **given),))


def article(**given):
    return Subject(articles=(Text("Examplin works", **given),))


OTHER = Name("Example", "Ann")
NEWS = {"outlet": "Madeup Clinic News", "url": "https://www.madeup.example/a/1/"}
RULES = [
    # own submission
    (person(), Subject(added_by=7), {"own_submission"}),
    (person(), Subject(added_by=8), set()),
    (person(), article(brought_by=7), {"own_submission"}),
    (person(), article(brought_by=None), set()),
    # an article one wrote: by its address, else by its title
    (
        person(("article", "x", "http://madeup.example/a/1")),
        article(**NEWS),
        {"own_article"},
    ),
    (person(("article", "x", "http://madeup.example/a/2")), article(**NEWS), set()),
    (person(("article", "EXAMPLIN works.")), article(), {"own_article"}),
    # an outlet: by where it is, else by its name
    (person(("outlet", "madeup clinic news")), article(**NEWS), {"own_outlet"}),
    (person(("outlet", "News", "madeup.example")), article(**NEWS), {"own_outlet"}),
    (person(("outlet", "News", "other.example")), article(**NEWS), set()),
    (person(("outlet", "Madeup Clinic")), article(**NEWS), set()),
    (person(("organisation", "Madeup clinic news")), article(**NEWS), {"own_outlet"}),
    (person(("outlet", "x", "http://[")), article(**NEWS), set()),
    # a study one wrote: declared, by ORCID iD, or as one answered
    (person(("study", "Example 2001")), study(OTHER), {"own_study"}),
    (
        person(("study", "x", "https://doi.org/10.5555/EXAMPLE.1")),
        study(),
        {"own_study"},
    ),
    (person(("study", "x", "nct00000000")), study(OTHER), {"own_study"}),
    (person(("study", "x", "10.5555/example.2")), study(OTHER), set()),
    (
        person(orcid=ORCID),
        study(OTHER, orcid=f"https://orcid.org/{ORCID}"),
        {"own_study"},
    ),
    (person(orcid=""), study(OTHER, orcid=""), set()),
    (person(), study(OTHER, is_own=True), {"own_study"}),
    # a name alone is asked about, once
    (person(), study(OTHER, Name("Madeup", "R")), {"same_name"}),
    (person(orcid=ORCID), study(Name("Madeup", "R")), {"same_name"}),
    (
        person(orcid=ORCID),
        study(Name("Madeup", "R"), orcid="0000-0000-0000-0028"),
        set(),
    ),
    (person(orcid=ORCID), study(Name("Madeup", "R"), orcid="no iD"), {"same_name"}),
    (person(), study(Name("Mädeup", "Rev.")), {"same_name"}),
    (person(), study(Name("Madeup")), {"same_name"}),
    (person(), study(Name("Madeup", "Ann")), set()),
    (person(), study(Name("Madeupson", "R")), set()),
    (person(), study(Name("Madeup Group", is_group=True)), set()),
    (person(), study(Name("Madeup", "R"), is_own=False), set()),
    # who paid, and where one works
    (
        person(("organisation", "Madeup Pharma")),
        study(funding="Paid by MADEUP Pharma, Ltd."),
        {"own_funder"},
    ),
    (
        person(("organisation", "Madeup Pharma")),
        study(funding="Madeup Pharmacy"),
        set(),
    ),
    (person(("organisation", "Co")), study(funding="Co"), set()),
    (
        person(affiliation="Institute of Examples"),
        study(interests="Two authors work at the Institute of Examples."),
        {"affiliation"},
    ),
    (person(affiliation=""), study(interests=""), set()),
    (person(("other", "I am fond of examplin")), article(**NEWS), set()),
]


def test_each_rule_finds_what_it_is_about_and_no_more():
    wrong = [
        (who, what, found)
        for who, what, expected in RULES
        if (found := {str(each.rule) for each in conflicts_between(who, what)})
        != expected
    ]
    assert wrong == []


@pytest.fixture
def trial(db):
    """A frozen base with one result, of a study paid for by somebody."""
    base = make.a_frozen_base()
    return base, base.items.get().result.study


def call(base, *people, by):
    return call_round(
        claim=base.claim, base=base, reviewers=people, wanted=max(len(people), 2), by=by
    )


def at(person):
    client = Client()
    client.force_login(person)
    return client


def declare(user, kind, name):
    make.an_interest(user=user, kind=kind, name=name)


def test_who_wrote_a_study_is_kept_out_and_that_is_kept(trial):
    base, study = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    declare(rev, "study", study.label)
    with pytest.raises(Refused, match="a study one wrote") as refused:
        call(base, rev, make.another_reviewer(), by=editor)
    assert refused.value.field == "reviewers"
    assert not ClaimRound.objects.exists()
    kept = ConflictRecord.objects.get()
    assert (kept.user, kept.rule, kept.outcome) == (rev, "own_study", "refused")
    with pytest.raises(NotAllowed):
        override_conflict(conflict=kept, by=make.another_reviewer(), reason="So.")
    with pytest.raises(Refused, match="Say why"):
        override_conflict(conflict=kept, by=editor, reason=" ")
    override_conflict(conflict=kept, by=editor, reason="Nobody else reads it.")
    call(base, rev, make.another_reviewer(), by=editor)
    outcomes = ConflictRecord.objects.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == ["refused", "overridden", "noted"]


def test_no_way_into_a_round_leads_around_it(trial):
    base, study = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    round = call(base, make.another_reviewer(), by=editor)
    declare(rev, "study", study.label)
    for way in (
        lambda: take_place(round=round, by=rev),
        lambda: assign(round=round, reviewer=rev, by=editor),
        lambda: call_round(claim=base.claim, base=base, reviewers=[rev], by=rev),
    ):
        with pytest.raises(Refused, match="a study one wrote"):
            way()


def test_nobody_settles_or_publishes_what_they_may_not_judge():
    trial = a_trial("Example 2001", (100, 1000, 300, 1000), make.an_outcome())
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, [trial])
    graded(claim, base)
    people = [make.a_reviewer(), make.another_reviewer()]
    appraised = make.a_study_round(reviewers=people, result=trial.results.get())
    mention = make.a_mention(claim=claim)
    checked = make.a_mention_round(mention=mention, reviewers=people)
    for each in people:
        make.an_appraisal(round=appraised, reviewer=each)
        make.checked(make.a_support_judgement(round=checked, reviewer=each))
    editor = make.an_editor()
    declare(editor, "study", trial.label)
    support = {"answer": "supports", "read": "full_text", "passage": "Word for word."}
    for act in (
        lambda: agree_on_appraisal(round=appraised, form=an_appraisal(LOW), by=editor),
        lambda: agree_on_check(round=checked, said=support, by=editor),
        lambda: publish_verdict(claim=claim, by=editor),
    ):
        with pytest.raises(Refused, match="a study one wrote"):
            act()
    page = at(editor).get(f"/claims/{claim.pk}/publish/")
    assert "a study one wrote" in shown(page)
    publish_verdict(claim=claim, by=make.an_admin())


def test_what_is_noted_tells_nobody_that_somebody_is_at_work(trial):
    base, study = trial
    rev = make.a_reviewer()
    people = [rev, make.another_reviewer()]
    mention = make.a_mention(claim=base.claim)
    appraised = make.a_study_round(reviewers=people, result=base.items.get().result)
    checked = make.a_mention_round(mention=mention, reviewers=people)
    set_conflict_effect(rule="own_study", effect="warns", by=make.an_editor())
    declare(rev, "study", study.label)
    save_appraisal(round=appraised, draft={}, by=rev)
    save_check(round=checked, draft={}, by=rev)
    assert not ConflictRecord.objects.exists()


@pytest.mark.django_db
def test_nobody_checks_what_their_own_outlet_says_of_a_claim():
    rev = make.a_reviewer()
    outlet = make.an_outlet(name="Madeup Clinic News")
    mention = make.a_mention(
        article=make.an_article(outlet=outlet), claim=make.a_claim()
    )
    citation = make.a_citation(mention=mention)
    declare(rev, "outlet", outlet.name)
    given = {"answer": "supports", "read": "full_text"}
    with pytest.raises(Refused, match="outlet"):
        judge_support(mention=mention, citation=citation, by=rev, **given)
    with pytest.raises(Refused, match="outlet"):
        check_wording(mention=mention, answer="matches", by=rev)


def test_nobody_checks_a_result_or_a_citation_of_their_own_study(client):
    rev, study = make.a_reviewer(), make.a_study(label="Example 2001")
    result = make.a_result(study=study, entered_by=make.a_curator())
    mention = make.a_mention(claim=make.a_claim())
    cited = make.a_cited_work(article=mention.article, study=study)
    citation = make.a_citation(mention=mention, cited_work=cited)
    declare(rev, "study", study.label)
    asked = {"mention": mention, "citation": citation}
    answer = {"answer": "supports", "read": "full_text", "passage": "Word for word."}
    called = {"wanted": 2, "reviewers": [rev], "by": make.an_editor()}
    for act in (
        lambda: check_result(result=result, by=rev),
        lambda: dispute_result(result=result, source_says="0.52", by=rev),
        lambda: judge_support(by=rev, **asked, **answer),
        lambda: call_mention_round(**asked, **called),
    ):
        with pytest.raises(Refused, match="a study one wrote"):
            act()
    assert {kept.study for kept in ConflictRecord.objects.all()} == {study}
    client.force_login(rev)
    page = f"/results/{result.pk}/dispute/"
    assert "<textarea" not in shown(client.get(page))
    assert "a study one wrote" in shown(client.post(page, {"source_says": "0.52"}))
    page = f"/mentions/{mention.pk}/support/{citation.pk}/"
    assert "a study one wrote" in shown(client.get(page))
    check_result(result=result, by=make.another_reviewer())


def test_a_name_is_asked_about_once_and_by_nobody_else(trial):
    base, study = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    report = make.a_report(
        study=study,
        reference=make.a_reference(authors=[{"family": "Madeup", "given": "R"}]),
    )
    round = call(base, make.a_third_reviewer(), by=editor)
    with pytest.raises(Refused, match="Say first whether it is yours"):
        take_place(round=round, by=rev)
    client = Client()
    client.force_login(rev)
    address = f"/review/conflicts/is-it-yours/{report.reference_id}/"
    assert "Did you write it?" in shown(client.get(address))
    form = f"/claims/{base.claim_id}/grade/"
    answer = client.post(address, {"is_own": "no", "next": form})
    assert answer["Location"] == form  # back to what was begun
    take_place(round=round, by=rev)
    yes = Program(rev).post(
        f"/references/{report.reference_id}/authorship/", {"is_own": "yes"}
    )
    assert yes.status_code == 200, yes.json()
    with pytest.raises(Refused, match="an editor can let you"):
        answer_authorship(by=rev, reference=report.reference, is_own=False)
    assert Authorship.objects.get().is_own


def test_an_editor_says_what_a_rule_does(trial, client):
    base, _ = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    claim = add_claim(text="Another example", kind="effect", by=make.a_curator())
    assert claim.added_by == make.a_curator()
    type(claim).objects.filter(pk=base.claim_id).update(added_by=rev)
    client.force_login(editor)
    address = "/review/conflicts/rules/own_submission/"
    assert client.post(address, {"effect": "asks"}).status_code == 422
    assert client.post(address, {"effect": "blocks"}).status_code == 302
    with pytest.raises(Refused, match="brought in by oneself"):
        call_round(claim=base.claim, base=base, reviewers=[rev], by=rev)
    set_conflict_effect(rule="own_submission", effect="nothing", by=editor)
    call_round(claim=base.claim, base=base, reviewers=[rev], by=rev)
    client.force_login(rev)
    assert client.post(address, {"effect": "nothing"}).status_code == 403


def test_the_grade_page_says_it_before_anything_is_filled_in(trial, client):
    base, study = trial
    rev = make.a_reviewer()
    client.force_login(rev)
    address = f"/claims/{base.claim_id}/grade/"
    assert "a study one wrote" not in shown(client.get(address))
    round = call(base, rev, make.another_reviewer(), by=make.an_editor())
    declare(rev, "study", study.label)
    said = shown(client.get(address))
    assert "a study one wrote" in said and "Give your place back" in said
    assert not ConflictRecord.objects.exists()  # it was only shown
    client.post(f"/claims/{base.claim_id}/rounds/", {"do": "give_back"})
    assert not round.assignments.standing().filter(reviewer=rev).exists()
    call_off_round(round=round, by=make.an_editor(), reason="Not now.")
    assert "a study one wrote" in shown(client.post(address, {"do": "save"}))
    assert ConflictRecord.objects.get().outcome == "refused"


def test_the_pages_of_appraising_and_checking_say_it_before_too(trial, client):
    base, study = trial
    rev, others = make.a_reviewer(), [make.another_reviewer()]
    called = {"wanted": 2, "reviewers": [rev, *others], "by": make.an_editor()}
    result = base.items.get().result
    round = call_study_round(study=study, result=result, instrument="rob2", **called)
    mention = make.a_mention(claim=base.claim)
    citation = make.a_citation(mention=mention)
    checks = call_mention_round(mention=mention, citation=citation, **called)
    another = make.a_citation(mention=mention)
    client.force_login(rev)
    pages = [
        f"/studies/{study.pk}/appraise/{round.pk}/",
        f"/mention-rounds/{checks.pk}/check/",
        f"/mentions/{mention.pk}/support/{another.pk}/",
    ]
    for page in pages:
        assert "a study one wrote" not in shown(client.get(page)), page
    declare(rev, "study", study.label)
    for page in pages:
        answer = client.get(page)
        assert "a study one wrote" in shown(answer), page
        assert "<textarea" not in shown(answer), page
    for page, place in zip(pages, (round, checks), strict=False):
        assert "Give your place back" in shown(client.get(page)), page
        client.post(page, {"do": "give_back"})
        assert not place.assignments.standing().filter(reviewer=rev).exists()
    alone = pages[-1]
    assert "Give your place back" not in shown(client.get(alone))


def test_who_is_kept_out_asks_and_an_editor_lets_them(trial, client):
    base, study = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    client.force_login(rev)
    on_claim = f"/review/conflicts/on-claim/{base.claim_id}/"
    refused = client.post(on_claim, {"reason": "Nobody else reads it."})
    assert "Nothing keeps you from judging this." in shown(refused)
    declare(rev, "study", study.label)
    page = client.get(f"/claims/{base.claim_id}/grade/").content.decode()
    assert f'href="{on_claim}?next=' in page
    assert "a study one wrote" in shown(client.get(on_claim))
    assert client.post(on_claim, {"reason": " "}).status_code == 422
    answer = client.post(on_claim, {"reason": "Nobody else reads it."}, follow=True)
    assert "Nobody else reads it." in shown(answer)
    again = client.post(on_claim, {"reason": "Please."})
    assert "You asked already" in shown(again)
    make.a_mention(claim=base.claim, article=make.an_article(title="Mine"))
    declare(rev, "article", "Mine")  # another rule, of which nobody was asked
    assert client.post(on_claim, {"reason": "I wrote of it."}).status_code == 302
    program, said = Program(rev), {"study": study.pk, "reason": "I only lent a bed."}
    assert program.post("/conflicts/", said).status_code == 201
    assert program.post("/conflicts/", {"reason": "So."}).status_code == 422
    assert Program(make.a_curator()).post("/conflicts/", said).status_code == 403
    decides = Program(editor)
    for kept in ConflictRecord.objects.filter(outcome="refused"):
        address = f"/conflicts/{kept.pk}/override/"
        assert decides.post(address, {"reason": "Fair."}).status_code == 200
    assert "a study one wrote" not in shown(
        client.get(f"/claims/{base.claim_id}/grade/")
    )
    assert client.get(f"/review/conflicts/on-study/{study.pk}/").status_code == 200


def test_people_see_their_own_and_editors_all_but_of_rounds_they_judge_in(
    trial, client
):
    base, study = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    declare(rev, "study", study.label)
    with pytest.raises(Refused):
        call(base, rev, by=editor)
    listed = ("/review/conflicts/", "/api/v1/conflicts/", "/conflicts.csv")

    def sees(user):
        client.force_login(user)
        answers = [client.get(address) for address in listed]
        texts = [answer.getvalue().decode() for answer in answers]
        return {"Rev Madeup wrote" in text or "as their own" in text for text in texts}

    assert sees(rev) == {True}
    assert sees(make.another_reviewer()) == {False}
    assert sees(editor) == {True}
    call(base, editor, by=User.objects.system())
    assert sees(editor) == {False}
    client.force_login(make.an_admin())
    pk = ConflictRecord.objects.get().pk
    page = client.post(f"/review/conflicts/{pk}/override/", {"reason": "Read it all."})
    assert page.status_code == 302
    assert ConflictRecord.objects.overrides().get().reason == "Read it all."
    assert sees(make.an_admin()) == {True}
    checked = make.a_mention(claim=base.claim)
    make.a_mention_round(mention=checked, reviewers=[make.an_admin()], wanted=2)
    assert sees(make.an_admin()) == {False}


def test_an_article_and_its_outlet_are_read_of_the_claims_mentions(trial):
    base, _ = trial
    rev = make.a_reviewer()
    article = make.an_article(
        outlet=make.an_outlet(name="Madeup Clinic News"), brought_by=rev
    )
    make.a_mention(article=article, claim=base.claim, status="accepted")
    declare(rev, "outlet", "madeup clinic news")
    found = {str(each.conflict.rule) for each in conflicts_of(rev, base.claim)}
    assert found == {"own_submission", "own_outlet"}
    study = base.items.get().result.study
    assert not [*conflicts_of(rev, study)]
    declare(rev, "study", study.label)
    assert [str(each.effect) for each in conflicts_of(rev, study)] == ["blocks"]


def test_an_interest_that_ended_counts_for_three_years_and_a_work_for_good(trial):
    base, study = trial
    rev, today = make.a_reviewer(), timezone.now().date()
    article = make.an_article(outlet=make.an_outlet(name="Madeup Clinic News"))
    make.a_mention(article=article, claim=base.claim, status="accepted")
    declare(rev, "outlet", "Madeup Clinic News")
    declare(rev, "study", study.label)

    def found(days):
        rev.interests.update(ended_on=today - timedelta(days=days))
        return {str(each.conflict.rule) for each in conflicts_of(rev, base.claim)}

    assert found(0) == found(3 * 365 - 1) == {"own_outlet", "own_study"}
    assert found(3 * 365) == {"own_study"}


def test_appraising_is_refused_by_the_same_rules(trial):
    base, study = trial
    rev, editor = make.a_reviewer(), make.an_editor()
    declare(rev, "study", study.label)
    given = {"result": base.items.get().result, "instrument": "rob2"}
    sent = {"study": study.pk, "result": given["result"].pk, "instrument": "rob2"}
    alone = {**sent, "reviewers": [rev.pk], "wanted": 1}
    answer = Program(rev).post("/study-rounds/", alone, Idempotency_Key="once")
    assert "a study one wrote" in answer.json()["detail"]
    assert ConflictRecord.objects.get().study == study  # kept with a key, too
    with pytest.raises(Refused, match="a study one wrote"):
        call_study_round(study=study, reviewers=[rev], by=rev, **given)
    round = call_study_round(
        study=study, reviewers=[make.another_reviewer()], wanted=2, by=editor, **given
    )
    with pytest.raises(Refused, match="a study one wrote"):
        take_study_place(round=round, by=rev)
