"""Claims of every kind with every verdict, and how their verdicts came about."""

from contextlib import suppress

from django.test import Client

from bibliography.notices.actions import add_notice
from bibliography.references.actions import add_reference
from claims.claims.actions import add_claim, file_claim
from claims.models import Claim, ClaimRelation
from core.errors import Refused
from evidence.bases.actions import copy_base, open_base
from evidence.bases.items import add_item, add_passage, decide_item
from evidence.claims.actions import (
    merge_claims,
    relate_claims,
    reword_claim,
    unmerge_claims,
    withdraw_claim,
)
from evidence.grades.actions import (
    correct,
    publish_verdict,
    submit_consensus,
    submit_grade,
)
from evidence.grades.draft import GradeForm
from evidence.grades.rounds import call_round
from evidence.method import GRADE_METHODS, method_for, verdicts_for
from evidence.models import EvidenceBase, EvidenceItem
from studies.results.actions import edit_result
from studies.topics.actions import add_topic
from tests import factories as make
from tests.stories.acting import a_base_of, a_form, a_trial, cites, graded

SEARCH = {
    "scope": "targeted",
    "sources": "PubMed; the register",
    "query": "examplin AND fever",
    "searched_on": "2026-01-05",
}
LEVELS = {
    "high": {},
    "moderate": {"risk_of_bias": 1},
    "low": {"risk_of_bias": 1, "inconsistency": 1},
    "very_low": {"risk_of_bias": 2, "imprecision": 1},
}


def fill_judgements():
    """Claims, bases, rounds and verdicts."""
    outcome = make.an_outcome(name="Made-up consumption")
    trials = [
        a_trial(f"Trial {1940 + number}", counts, outcome)
        for number, counts in enumerate(
            [(4, 123, 11, 139), (6, 306, 29, 303), (3, 231, 11, 220)], 1
        )
    ]
    _every_word()
    _every_verdict(trials)
    _every_certainty(trials)
    _without_evidence()
    _bases(trials)
    _a_review(outcome, trials[0])
    _rounds(trials)
    _moved_on(trials, outcome)
    _related(trials)


def _every_word():
    for field in ("kind", "asserts", "checkability"):
        for value, _ in Claim._meta.get_field(field).choices:
            make.a_claim(text=f"A claim whose {field} is {value}", **{field: value})
    make.a_claim(
        text="A claim with all its parts",
        population="adults",
        intervention="examplin",
        comparator="placebo",
        outcome="fever",
        negated=True,
        size="by half",
        dose="10 mg",
        time_frame="in a week",
        subgroup="women",
        scale="md",
        margin=1.0,
        figures_unit="degree",
        as_of="2025-01-01",
        jurisdiction="Exampleland",
    )
    make.a_claim(text="A claim of several parts", compound=True)


def _a_passage():
    page = add_reference(
        title="Register of the Exampleland agency",
        type="register_page",
        captured_on="2026-01-05",
        by=make.a_curator(),
    )
    return add_passage(
        reference=page,
        quote="Examplin: for the treatment of made-up fever.",
        place="Section 2",
        read_on="2026-01-05",
        jurisdiction="Exampleland",
        by=make.a_reviewer(),
    )


def _every_verdict(trials):
    passage = _a_passage()
    cohorts = [
        make.a_study(label=f"Followed {year}", design="cohort")
        for year in (1997, 1998, 1999)
    ]
    outcome = make.an_outcome(name="Made-up falls")
    for cohort in cohorts:
        make.a_result(study=cohort, outcome=outcome)
    for kind in Claim.Kind:
        follows = kind in ("association", "prognosis")
        for verdict in sorted(verdicts_for(kind)):
            claim = make.a_claim(
                text=f"Examplin for fever, of the kind {kind}, judged: {verdict}",
                kind=kind,
                asserts="raises" if verdict == "contradicted" else "lowers",
            )
            studies = cohorts if follows else trials
            with suppress(Refused):  # what the rules leave no room for has no page
                base = a_base_of(claim, studies, passages=[passage], **SEARCH)
                if method_for(kind) in GRADE_METHODS:
                    _grade(
                        claim, base, verdict, start="prognosis" if follows else "rct"
                    )
                else:
                    _judge(claim, base, verdict)


def _grade(claim, base, verdict, **given):
    """A verdict that its readings and levels leave open."""
    one = base.items.filter(result__isnull=False).first()
    fits = {
        "conflicting": {
            "levels": {"inconsistency": 2},
            "readings": {one.pk: "contradicts"},
        },
        "cant_say": {"levels": LEVELS["very_low"]},
    }
    said = {**fits.get(verdict, {}), **given}
    graded(claim, base, verdict=verdict, **said)


def _judge(claim, base, verdict):
    """A verdict by one of the methods that rate no certainty."""
    reviewer = make.a_reviewer()
    round = call_round(claim=claim, base=base, reviewers=[reviewer], by=reviewer)
    form = GradeForm(verdict=verdict)
    submit_grade(round=round, form=form, by=reviewer)


def _every_certainty(trials):
    for certainty, levels in LEVELS.items():
        claim = make.a_claim(
            text=f"Examplin for fever, of {certainty} certainty", asserts="lowers"
        )
        base = a_base_of(claim, trials, **SEARCH)
        verdict = "cant_say" if certainty == "very_low" else "supported"
        _grade(claim, base, verdict, levels=levels)


def _without_evidence():
    """Bases that answer by rule why nothing can be said."""
    claim = make.a_claim(text="Only its own article tells of it")
    article = make.an_article(title="The only article that tells")
    make.a_mention(article=article, claim=claim)
    told = make.a_second_hand_result()
    make.a_result_source(result=told, version=make.a_version(article=article))
    a_base_of(claim, results=[told], scope="cited_only")
    told = make.a_second_hand_result()
    claim = cites(make.a_claim(text="Only another article tells of it"), told.study)
    a_base_of(claim, results=[told], scope="cited_only")
    mice = make.a_study(label="Mice 1999", design="animal")
    a_base_of(
        make.a_claim(text="Shown in animals alone"), results=[make.a_result(study=mice)]
    )
    ongoing = make.a_study(label="Ongoing 2026", status="ongoing")
    a_base_of(
        make.a_claim(text="Still being studied"),
        results=[make.a_second_hand_result(study=ongoing)],
    )
    a_base_of(make.a_claim(text="Searched and none found"), **SEARCH)
    a_base_of(make.a_claim(text="Never searched"), scope="cited_only")


def _bases(trials):
    """A draft with items of each decision and reason, and a base of each scope."""
    reviewer = make.a_reviewer()
    claim = make.a_claim(text="Its base is open")
    base = open_base(claim=claim, by=reviewer, **SEARCH)
    for trial in trials:
        add_item(base=base, result=trial.results.get(), by=reviewer)
    decide_item(item=base.items.first(), decision="included", by=reviewer)
    add_item(base=base, passage=_a_passage(), by=reviewer)
    for reason in EvidenceItem.Reason:
        if reason:
            make.an_item(
                base=base,
                decision="excluded",
                reason=reason,
                reason_words="In other words." if reason == "other" else "",
                bearing="",
            )
    for scope in EvidenceBase.Scope:
        make.a_base(
            claim=make.a_claim(text=f"Its base is of the scope {scope}"),
            scope=scope,
            query="examplin",
            sources="PubMed",
            searched_on="2026-01-05",
            review=make.a_review() if scope == "review" else None,
        )


def _a_review(outcome, trial):
    reviewer = make.a_reviewer()
    review = make.a_review(label="Reviewer 2010")
    pooled = make.a_result(
        study=review, outcome=outcome, pooled_designs=["rct"], pooled_studies=3
    )
    make.an_inclusion(review=review, listed_as="Trial, 1941", study=trial)
    make.an_inclusion(review=review, listed_as="Madeup, 1999")
    claim = make.a_claim(
        text="Examplin for fever, resting on a review", asserts="lowers"
    )
    base = open_base(claim=claim, scope="review", review=review, by=reviewer)
    add_item(base=base, result=pooled, decision="included", by=reviewer)
    add_item(base=base, result=trial.results.get(), by=reviewer)


def _rounds(trials):
    """A round nobody has begun, one half in, one to agree on, one agreed, published."""
    editor, people = make.an_editor(), [make.a_reviewer(), make.another_reviewer()]
    for stage in ("called", "begun", "half", "differing", "agreed", "published"):
        claim = make.a_claim(
            text=f"Examplin for fever, its round is {stage}", asserts="lowers"
        )
        base = a_base_of(claim, trials, **SEARCH)
        round = call_round(claim=claim, base=base, reviewers=people, by=editor)
        if stage == "called":
            continue
        if stage == "begun":
            _begin_grade(claim, people[0])
            continue
        submit_grade(round=round, form=a_form(base), by=people[0])
        if stage == "half":
            continue
        form = a_form(base, levels=LEVELS["low"])
        submit_grade(round=round, form=form, by=people[1])
        if stage == "differing":
            continue
        round.refresh_from_db()
        submit_consensus(round=round, form=form, by=people[0])
        if stage == "published":
            claim.refresh_from_db()
            publish_verdict(claim=claim, by=editor)


def _begin_grade(claim, reviewer):
    """Half a form, kept as the page keeps it."""
    client = Client()
    client.force_login(reviewer)
    half = {"do": "save", "verdict": "supported", "randomised-start": "rct"}
    answer = client.post(f"/claims/{claim.pk}/grade/", half)
    if answer.status_code != 302:
        raise RuntimeError(f"The draft was answered with {answer.status_code}.")


def _moved_on(trials, outcome):
    """Verdicts under which something moved: reworded, retracted, changed, corrected."""
    curator, editor = make.a_curator(), make.an_editor()
    claim = make.a_claim(text="Examplin for fever, reworded since", asserts="lowers")
    graded(claim, a_base_of(claim, trials, **SEARCH))
    claim.refresh_from_db()
    reword_claim(
        claim=claim,
        text="Examplin for fever, reworded since, in adults",
        by=curator,
        reason="As the trial says.",
    )
    own = [
        a_trial(f"Unsteady {year}", (10, 100, 30, 100), outcome) for year in (1, 2, 3)
    ]
    claim = make.a_claim(
        text="Examplin for fever, its trials moved since", asserts="lowers"
    )
    base = a_base_of(claim, own, **SEARCH)
    claim = graded(claim, base)
    add_notice(
        reference=own[0].reports.get().reference,
        kind="retraction",
        source="Example source",
        dated="2026-02-01",
        by=curator,
    )
    edit_result(result=own[1].results.get(), events_1=9, by=curator, reason="Misread.")
    copy_base(base=base, by=make.a_reviewer())
    claim = make.a_claim(
        text="Examplin for fever, its verdict was corrected", asserts="lowers"
    )
    claim = graded(claim, a_base_of(claim, trials, **SEARCH))
    correct(
        claim=claim,
        corrects=1,
        what="The dose was wrong.",
        why="It was misread.",
        by=editor,
    )
    make.a_reply(claim=claim)


def _related(trials):
    curator, editor = make.a_curator(), make.an_editor()
    centre = add_claim(
        text="Examplin for fever, related in every way",
        kind="effect",
        asserts="lowers",
        topics=["Made-up coughs"],
        by=curator,
    )
    for kind in ClaimRelation.Kind:
        other = make.a_claim(text=f"Related: {kind}")
        relate_claims(source=other, target=centre, kind=kind, by=curator)
    for undone in (False, True):
        merged = make.a_claim(
            text="Examplin for fever, the same in other words", asserts="lowers"
        )
        make.an_anchor(mention=make.a_mention(claim=merged))
        file_claim(claim=merged, topic=add_topic(name="Fevers", by=curator), by=curator)
        a_base_of(merged, trials[:1])
        merge = merge_claims(
            merged=merged, into=centre, by=editor, reason="They say the same."
        )
        if undone:
            unmerge_claims(merge=merge, by=editor, reason="Another dose.")
    gone = make.a_claim(text="It was withdrawn")
    withdraw_claim(claim=gone, by=editor, reason="It was no claim.")
