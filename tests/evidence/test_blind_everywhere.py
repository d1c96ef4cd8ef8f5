"""Nothing that others do in a closed round moves anything one of its reviewers can see.

The addresses are read from the routes: whatever is added is looked at here too.
"""

import re
from os.path import commonprefix

import pytest

from articles.checks.judging import agree_on_check, save_check, submit_check
from articles.checks.rounds import (
    call_mention_round,
    give_back_check_place,
    take_check_place,
)
from articles.models import Article, Mention, MentionRound
from claims.models import Claim
from core.api.viewsets import ReadViewSet
from core.keeping import keep_form
from core.models import Change
from evidence.grades.actions import save_grade, submit_consensus, submit_grade
from evidence.grades.places import give_back_place, take_place
from evidence.grades.rounds import call_round
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
)
from evidence.talk.actions import add_comment, flag_record
from studies.appraisals.actions import (
    agree_on_appraisal,
    save_appraisal,
    submit_appraisal,
)
from studies.appraisals.rounds import (
    call_study_round,
    give_back_study_place,
    take_study_place,
)
from studies.models import Appraisal, Result, Study, StudyAssignment, StudyRound
from tests import factories as make
from tests.core.waiting import wait_until
from tests.record.asking import Visitor
from tests.stories.acting import a_base_of, a_form, a_trial
from tests.studies.appraisals.answers import HIGH, LOW
from tests.studies.appraisals.answers import a_form as an_appraisal
from tests.test_every_route import ROUTES, address, numbers

pytestmark = pytest.mark.django_db(transaction=True)
ASKED_OF_LISTS = ("", "?format=csv", "?size=1")
ONE_REQUEST = [  # what differs between two answers to the same question, and why
    re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[^"]+'),  # hides a secret
    re.compile(rb"(?<=csrfToken)[^,}]+"),
    re.compile(rb'(?<="worker_seconds": )\d+'),  # the clock
    re.compile(rb'(?<="queue_seconds": )\d+'),
    re.compile(rb"(?<=secret=)[A-Z2-7]+|\b[A-Z2-7]{32}\b"),  # a new second factor's
    re.compile(rb'data:image/svg\+xml[^"]+'),  # the same as a picture
]
NO_PAGE = 405  # takes forms alone: nothing is looked up
WHERE_EDITORS_LOOK = re.compile(
    r"^/$|/rounds/|-rounds/|/grade/|/apprais|/review|/editing|/changes/$"
)
CLOCK = ("Expires", "Date", "Last-Modified")


@pytest.fixture
def store():
    """Rows of each kind, and two claims that are graded in rounds that have not opened.

    On the first the reviewer's grade is in; on the second they graded in an earlier
    round that was settled. The editor judges in both. Rounds of checks the same: one on
    a citation, one on wording; and rounds on studies.
    """
    rows = numbers()
    make.a_correction()  # an empty feed is as old as the question
    mine, editor, theirs = people = judges()
    first = called(a_base(), people)
    submit_grade(round=first, form=a_form(first.base), by=mine)
    base = a_base()
    settled = called(base, [mine, theirs])
    for person in (mine, theirs):
        submit_grade(round=settled, form=a_form(base), by=person)
    settled.refresh_from_db()
    submit_consensus(round=settled, form=a_form(base), by=theirs)
    again = [theirs, editor, make.a_third_reviewer()]
    second = called(base, again, reason="Anew.")
    checks = rounds_of_checks(base.claim, people, again)
    return rows, first, second, *checks, *rounds_on_studies(people, again)


SUPPORT = {"answer": "cannot_verify", "read": "nothing"}
WORDING = {"answer": "overstates", "aspects": ["size"]}
QUOTE = {"domain": "D1", "quote": "Sealed envelopes", "place": "Methods"}
CHANGED_MIND = {"answer": "unrelated", "read": "abstract", "nothing_found": True}


def rounds_of_checks(claim, people, again):
    """One on a citation with the reviewer's check in, one on wording after another."""
    mine, _, theirs = people
    mention = make.a_mention(
        claim=claim,
        article=make.an_article(outlet=make.an_outlet(name="Madeup Post")),
    )
    make.an_anchor(mention=mention)
    reference = make.a_reference()
    work = make.a_cited_work(article=mention.article, reference=reference)
    citation = make.a_citation(mention=mention, cited_work=work)
    admin = make.an_admin()
    on = {"mention": mention, "by": admin}
    first = call_mention_round(**on, citation=citation, reviewers=people)
    submit_check(round=first, said=SUPPORT, by=mine)
    settled = call_mention_round(**on, reviewers=[mine, theirs])
    for person in (mine, theirs):
        submit_check(round=settled, said=WORDING, by=person)
    settled.refresh_from_db()
    agree_on_check(round=settled, said=WORDING, by=theirs)
    return first, call_mention_round(**on, reviewers=again, reason="Anew.")


def rounds_on_studies(people, again):
    """One on a result with the reviewer's appraisal in, one that follows another."""
    mine, _, theirs = people
    admin = make.an_admin()
    result = make.a_result(study=make.a_study(design="rct", allocation="random"))
    on = {"study": result.study, "result": result, "instrument": "rob2", "by": admin}
    first = call_study_round(**on, reviewers=people)
    submit_appraisal(round=first, form=an_appraisal(LOW), by=mine)
    on |= {"result": make.a_result(study=result.study)}
    settled = call_study_round(**on, reviewers=[mine, theirs])
    for person in (mine, theirs):
        submit_appraisal(round=settled, form=an_appraisal(LOW), by=person)
    settled.refresh_from_db()
    agree_on_appraisal(round=settled, form=an_appraisal(LOW), by=theirs)
    return first, call_study_round(**on, reviewers=again, reason="Anew.")


def judges():
    """The reviewer who looks, an editor who judges with them, and another reviewer."""
    return [make.a_reviewer(), make.an_editor(), make.another_reviewer()]


def a_base():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    return a_base_of(make.a_claim(asserts="lowers"), [trial])


def called(base, people, **given):
    admin = make.an_admin()
    return call_round(claim=base.claim, base=base, reviewers=people, by=admin, **given)


def addresses(rows, *rounds):
    """Every address there is: of each kind of row one, and of these rounds all."""
    found = {}
    for name, (kwargs, view) in ROUTES.items():
        viewset = getattr(view, "cls", None)
        collection = viewset and issubclass(viewset, ReadViewSet)
        named = [_names_of(round) for round in rounds]
        asked = [{**rows, **each} for each in named if each.keys() & kwargs]
        if collection and "pk" in kwargs and "get" in view.actions:
            keys = _keys_of(viewset.queryset.model, rounds)
            asked = [{**rows, "pk": pk} for pk in keys]
        queries = ASKED_OF_LISTS if collection and not kwargs else ("",)
        for each in asked or [rows]:
            found |= dict.fromkeys(address(name, each) + query for query in queries)
    return list(found)


def _names_of(round):
    """What a round is on, by the name that it has in an address."""
    if isinstance(round, ClaimRound):
        named = {"claim_id": round.claim_id, "round_id": round.pk}
        return {**named, "base_id": round.base_id}
    if isinstance(round, StudyRound):
        named = {"study_id": round.study_id, "study_round_id": round.pk}
        return {**named, "result_id": round.result_id}
    mention = round.mention
    named = {"mention_round_id": round.pk, "mention_id": mention.pk}
    if round.citation_id:
        named |= {"citation_id": round.citation_id, "claim_id": mention.claim_id}
        named |= {"article_id": mention.article_id}
        named |= {"outlet_id": mention.article.outlet_id}
    return named


def _keys_of(model, rounds):
    """The rows of a table that these rounds are of, or made."""
    checks = [round for round in rounds if isinstance(round, MentionRound)]
    studies = [round for round in rounds if isinstance(round, StudyRound)]
    rounds = [round for round in rounds if isinstance(round, ClaimRound)]
    bases = [round.base_id for round in rounds]
    keys = {
        MentionRound: checks,
        Mention: [round.mention_id for round in checks[:1]],
        Article: [round.mention.article_id for round in checks[:1]],
        Claim: [round.claim_id for round in rounds],
        ClaimRound: [round.pk for round in rounds],
        EvidenceBase: bases,
        EvidenceItem: EvidenceItem.objects.filter(base__in=bases),
        Grade: Grade.unfiltered.filter(round__in=rounds),
        ClaimAssignment: ClaimAssignment.objects.filter(round__in=rounds),
        StudyRound: studies,
        Study: [round.study_id for round in studies[:1]],
        Result: [round.result_id for round in studies],
        Appraisal: Appraisal.unfiltered.filter(round__in=studies),
        StudyAssignment: StudyAssignment.objects.filter(round__in=studies),
    }.get(model, [])
    return [getattr(key, "pk", key) for key in keys]


def captured(visitor, asked):
    """Each answer whole: status, headers and body, but for what is one request's."""
    return {each: _stable(visitor.get(each)) for each in asked}


def _stable(answer):
    body = answer.whole.encode("utf-8", "backslashreplace")
    for pattern in ONE_REQUEST:
        body = pattern.sub(b"", body)
    headers = {
        name: re.sub(r"nonce-[\w+/=-]+", "", value)
        for name, value in answer.items()
        if name not in CLOCK and name != "Content-Length"
    }
    headers.pop("X-Request-ID", None)
    return answer.status_code, headers, len(body), body


def refused(visitor, round):
    """What is answered to things a reviewer may try in a round."""
    if isinstance(round, MentionRound):
        return _refused_in_checks(visitor, round)
    if isinstance(round, StudyRound):
        return _refused_on_studies(visitor, round)
    rounds = f"/claims/{round.claim_id}/rounds/"
    tried = [
        (rounds, {"do": do, "reason": "x"}) for do in ("take", "call_off", "fewer")
    ]
    tried += [(rounds, {"do": "replace", "reviewer": "1", "reason": "x"})]
    tried += [(f"/claims/{round.claim_id}/grade/", {"do": "submit"})]
    tried += [(f"/claims/{round.claim_id}/base/freeze/", {})]
    return {
        (where, said.get("do", "")): _stable(visitor.post(where, said))
        for where, said in tried
    }


def _refused_in_checks(visitor, round):
    here = f"/mention-rounds/{round.pk}/"
    alone = f"/mentions/{round.mention_id}/support/{round.citation_id}/"
    tried = [
        (here, {"do": "call_off", "reason": "x"}),
        (here, {"do": "replace", "reviewer": "1", "reason": "x"}),
        (f"{here}check/", {"do": "take"}),
        (f"{here}check/", {"do": "give_back"}),
        (f"{here}check/", {"do": "submit"}),
        (alone, SUPPORT),
    ]
    return {
        (where, said.get("do", "")): _stable(visitor.post(where, said))
        for where, said in tried
    }


def _refused_on_studies(visitor, round):
    here = f"/studies/{round.study_id}/appraisals/{round.pk}/"
    form = f"/studies/{round.study_id}/appraise/{round.pk}/"
    steps = ("call_off", "fewer", "replace", "assign")
    tried = [(here, {"do": do, "reason": "x", "reviewer": "1"}) for do in steps]
    tried += [(form, {"do": do}) for do in ("take", "give_back", "submit")]
    return {
        (where, said["do"]): _stable(visitor.post(where, said)) for where, said in tried
    }


def others_appraise(*rounds):
    """Drafts, an appraisal, another in its place, a place given back and taken."""
    *_, theirs = judges()
    for round in rounds:
        save_appraisal(round=round, draft={"answers": {"1.1": "N"}}, by=theirs)
        for answers in (LOW, HIGH):
            form = an_appraisal(answers, quotes=[QUOTE])
            submit_appraisal(round=round, form=form, by=theirs)
    give_back_study_place(round=rounds[1], by=make.a_third_reviewer())
    take_study_place(round=rounds[1], by=make.an_admin())


def others_say(first, second, check, _, study, __):
    """Comments, an answer and a flag on what they judge; what they skip and type."""
    *_, theirs = judges()
    mention, claim = check.mention, first.claim
    for about, row in (
        *(("claim", claim), ("claim", second.claim), ("study", study.study)),
        *(("result", study.result), ("mention", mention), ("studyround", study)),
    ):
        said = {"about": about, "row_id": row.pk, "by": theirs}
        asked = add_comment(text="I read it otherwise.", **said)
        add_comment(text="See page 3.", parent=asked, **said)
        if about != "studyround":
            flag_record(kind="wrong_number", text="The count is another.", **said)
    make.a_skip(person=theirs, task="check", row=check.assignments.first().pk)
    keep_form(row=first, said={"note": "Half a thought"}, by=theirs)


def others_work(first, second, *checks):
    """All that happens in the rounds but the last judgement of each."""
    *_, theirs = judges()
    for round, first_said, then in zip(
        checks, (SUPPORT, WORDING), (CHANGED_MIND, {"answer": "matches"}), strict=True
    ):
        save_check(round=round, draft={"note": "Half a thought"}, by=theirs)
        for said in (first_said, then):
            submit_check(round=round, said=said, by=theirs)
    give_back_check_place(round=checks[1], by=make.a_third_reviewer())
    take_check_place(round=checks[1], by=make.an_admin())
    for round in (first, second):
        save_grade(round=round, draft={"note": "Half a thought"}, by=theirs)
        submit_grade(round=round, form=a_form(round.base), by=theirs)
        levels = {"risk_of_bias": 1}
        submit_grade(round=round, form=a_form(round.base, levels=levels), by=theirs)
    give_back_place(round=second, by=make.a_third_reviewer())
    take_place(round=second, by=make.an_admin())


def test_what_others_do_in_a_closed_round_moves_nothing_a_reviewer_sees(store):
    rows, first, second, *others = store
    checks, studies = others[:2], others[2:]
    mine, editor, _ = judges()
    wait_until(lambda: Change.objects.settled().count() == Change.objects.count())
    everything = addresses(rows, first, second, *others)
    arranged = [each for each in everything if WHERE_EDITORS_LOOK.search(each)]
    looking = [(Visitor(mine), everything, first), (Visitor(editor), arranged, first)]
    seen = [captured(who, asked) for who, asked, _ in looking]
    tried = [all_refused(who, round, *others) for who, _, round in looking]
    others_work(first, second, *checks)
    others_appraise(*studies)
    others_say(first, second, *others)
    wait_until(lambda: Change.objects.settled().count() == Change.objects.count())
    for (who, asked, round), before, refusals in zip(looking, seen, tried, strict=True):
        after = captured(who, [each for each in asked if before[each][0] != NO_PAGE])
        assert differing(before, after) == {}
        again = all_refused(who, round, *others)
        assert differing(refusals, again) == {}
    assert len(everything) > len(ROUTES)
    for round in (first, second, *others):
        round.refresh_from_db()
        assert not round.is_open


def all_refused(visitor, round, check, _, study, __):
    """What is refused in one round of each kind."""
    return {
        tried: answer
        for each in (round, check, study)
        for tried, answer in refused(visitor, each).items()
    }


def differing(before, after):
    """By address what was and what is, from the first place where they part."""
    found = {}
    for each, was in before.items():
        now = after.get(each, was)
        if was != now:
            at = len(commonprefix([was[3], now[3]]))
            cut = slice(max(0, at - 80), at + 80)
            found[each] = (was[:3], was[3][cut], now[:3], now[3][cut])
    return found
