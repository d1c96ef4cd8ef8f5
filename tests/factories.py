"""Builders of rows for tests: the smallest row that is valid, with names made up.

``a_claim()`` stores a claim; whatever is given replaces a default, and what a row
stands on is made with it where it is not given. People have fixed names and roles:
asking twice for ``a_reviewer()`` gives the same person.
"""

from itertools import count

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from core.models import Change, FeedPlace, Job, Merge, MergeMove
from evidence import models as evidence
from studies import models as studies

_next = count(1)
TEXT = "Examplin lowers made-up fever, says Example 2001. It rained."
CLAIM = "Examplin lowers made-up fever"
MARKER = "Example 2001"


def _make(model, given, /, **defaults):
    """Store a row of ``given`` values; a default that can be called is called late."""
    for name, value in defaults.items():
        if name not in given:
            given[name] = value() if callable(value) else value
    return model._base_manager.create(**given)


def _number():
    return next(_next)


# People


def _person(username, display_name, role):
    return User.objects.get_or_create(
        username=username, defaults={"display_name": display_name, "role": role}
    )[0]


def a_reader():
    return _person("rea", "Rea Madeup", Role.READER)


def a_curator():
    return _person("cur", "Cur Madeup", Role.CURATOR)


def a_reviewer():
    return _person("rev", "Rev Madeup", Role.REVIEWER)


def another_reviewer():
    return _person("vera", "Vera Madeup", Role.REVIEWER)


def a_third_reviewer():
    return _person("viola", "Viola Madeup", Role.REVIEWER)


def an_editor():
    return _person("edi", "Edi Madeup", Role.EDITOR)


def an_admin():
    return _person("adi", "Adi Madeup", Role.ADMIN)


# The research side


def a_reference(*, doi=None, pmid=None, **given):
    """A reference; with ``doi`` or ``pmid`` also that accepted identifier."""
    reference = _make(studies.Reference, given, title="An example of a trial")
    for scheme, value in (("doi", doi), ("pmid", pmid)):
        if value:
            an_identifier(reference=reference, scheme=scheme, value=value)
    return reference


def an_identifier(**given):
    return _make(
        studies.Identifier,
        given,
        reference=a_reference,
        scheme="doi",
        value=lambda: f"10.5555/example.{_number()}",
    )


def a_reference_check(**given):
    return _make(
        studies.ReferenceCheck,
        given,
        service="Example service",
        query={"doi": "10.5555/example"},
        outcome="none",
        asked_at=timezone.now,
    )


def a_notice(**given):
    return _make(studies.Notice, given, reference=a_reference, kind="retraction")


def a_notice_source(**given):
    return _make(
        studies.NoticeSource,
        given,
        notice=a_notice,
        source="Example source",
        seen_at=timezone.now,
    )


def a_study(*, main_report=None, **given):
    """A study; with ``main_report`` also the report that reference is of it."""
    study = _make(
        studies.Study,
        given,
        label="Example 2001",
        design="rct",
        allocation=lambda: "random" if given["design"] == "rct" else "not_stated",
    )
    if main_report:
        a_report(study=study, reference=main_report)
    return study


def a_review(**given):
    """A systematic review, which is a study that includes studies."""
    return a_study(**{"label": "Reviewer 2010", "design": "systematic_review", **given})


def an_arm(**given):
    return _make(studies.Arm, given, study=a_study, name="Examplin")


def a_report(**given):
    return _make(studies.Report, given, study=a_study, reference=a_reference)


def an_inclusion(**given):
    """A study as a review lists it; matched where ``study`` is given."""
    return _make(
        studies.Inclusion,
        given,
        review=a_review,
        listed_as=lambda: f"Listed {_number()}",
        state="matched" if given.get("study") else "listed",
    )


def an_outcome(**given):
    return _make(studies.Outcome, given, name="Made-up fever", better="lower")


def a_result(**given):
    """A risk ratio of 0.5 between arms, read in the study's own report."""
    return _make(
        studies.Result,
        given,
        study=a_study,
        outcome=an_outcome,
        contrast="between_arms",
        metric="rr",
        estimate=0.5,
        ci_low=0.4,
        ci_high=0.625,
        direction="lower",
        provenance="primary",
        quote="The risk ratio was 0.5.",
        place="Table 1",
        entered_by=a_curator,
    )


def a_compiled_result(**given):
    """A result that a data set reports of a study."""
    given.setdefault("compiled_from", a_reference(type="dataset", title="A data set"))
    return a_result(**{"provenance": "compiled", **given})


def a_second_hand_result(**given):
    """A result known from a citing article alone, in words."""
    words = {"metric": "words", "estimate": None, "ci_low": None, "ci_high": None}
    return a_result(**{"provenance": "second_hand", **words, **given})


def an_import_batch(**given):
    return _make(
        studies.ImportBatch,
        given,
        file_name="example.ris",
        source=b"TY  - JOUR\n",
        sha256=lambda: f"{_number():064x}",
        by=a_curator,
    )


def an_import_record(**given):
    return _make(
        studies.ImportRecord,
        given,
        batch=an_import_batch,
        number=_number,
        raw="TY  - JOUR",
        became="rejected",
        why="It has no title.",
    )


# The article's side


def a_topic(**given):
    return _make(evidence.Topic, given, name=lambda: f"Made-up topic {_number()}")


def an_outlet(**given):
    return _make(evidence.Outlet, given, name="The Example Courier")


def an_article(**given):
    return _make(evidence.Article, given, title="Examplin against made-up fever")


def a_version(**given):
    """A capture of an article; its words are ``factories.TEXT``."""
    article = given.setdefault("article", an_article())
    text = given.setdefault("text", TEXT)
    return _make(
        evidence.ArticleVersion,
        given,
        number=lambda: article.versions.count() + 1,
        form="text",
        title=article.title,
        source=text.encode(),
        sha256=lambda: f"{_number():064x}",
        words=len(text.split()),
    )


def a_claim(**given):
    return _make(evidence.Claim, given, text=CLAIM, kind="effect", asserts="lowers")


def a_mention(**given):
    """A suggested mention; with ``claim`` an accepted one."""
    accepted = given.get("claim") is not None
    given.setdefault("status", "accepted" if accepted else "suggested")
    decided = given["status"] != "suggested"
    return _make(
        evidence.Mention,
        given,
        article=an_article,
        proposed_text=CLAIM,
        kind="efficacy",
        decided_by=a_curator if decided else None,
        decided_at=timezone.now if decided else None,
    )


def a_cited_work(**given):
    """A cited work nobody looked for; with ``reference`` one that is confirmed."""
    confirmed = given.get("reference") is not None
    given.setdefault("decision", "confirmed" if confirmed else "none")
    decided = given["decision"] != "none"
    return _make(
        evidence.CitedWork,
        given,
        article=an_article,
        label=MARKER,
        authors=["Example"],
        year=2001,
        decided_by=a_reviewer if decided else None,
        decided_at=timezone.now if decided else None,
    )


def a_cited_work_entry(**given):
    work = given.setdefault("cited_work", a_cited_work())
    return _make(
        evidence.CitedWorkEntry,
        given,
        version=lambda: a_version(article=work.article),
        number=1,
        raw="Example E. An example of a trial. 2001.",
    )


def a_citation(*, mention=None, **given):
    """A citation of a cited work in its article; it stands over ``mention``."""
    if mention and "cited_work" not in given:
        given["cited_work"] = a_cited_work(article=mention.article)
    work = given.setdefault("cited_work", a_cited_work())
    citation = _make(evidence.Citation, given, article=work.article, marker=MARKER)
    if mention:
        a_mention_citation(mention=mention, citation=citation)
    return citation


def a_mention_citation(**given):
    mention = given.setdefault("mention", a_mention())
    return _make(
        evidence.MentionCitation,
        given,
        citation=lambda: a_citation(cited_work=a_cited_work(article=mention.article)),
    )


def an_anchor(**given):
    """Where a mention, or the ``citation`` given, sits in a version."""
    of_citation = given.get("citation") is not None
    if not of_citation and "mention" not in given:
        given["mention"] = a_mention()
    exact = given.setdefault("exact", MARKER if of_citation else CLAIM)
    start = max(TEXT.find(exact), 0)
    place = (
        {}
        if given.get("state") == "gone"
        else {"start": start, "end": start + len(exact)}
    )
    wording = {} if of_citation else {"mode": "asserts", "hedged": False}
    return _make(
        evidence.Anchor,
        given,
        version=lambda: a_version(
            article=(given.get("mention") or given["citation"]).article
        ),
        **place,
        **wording,
    )


def a_result_source(**given):
    return _make(
        evidence.ResultSource,
        given,
        result=a_second_hand_result,
        version=a_version,
        quote=CLAIM,
        start=0,
        end=len(CLAIM),
    )


def a_citation_support(**given):
    mention = given.setdefault("mention", a_mention(claim=a_claim()))
    return _make(
        evidence.CitationSupport,
        given,
        citation=lambda: a_citation(mention=mention),
        answer="cannot_verify",
        words_judged=CLAIM,
        read="nothing",
        by=a_reviewer,
    )


def a_wording_check(**given):
    mention = given.setdefault("mention", a_mention(claim=a_claim()))
    return _make(
        evidence.WordingCheck,
        given,
        claim_version=lambda: a_claim_version(claim=mention.claim),
        answer="matches",
        words_judged=CLAIM,
        by=a_reviewer,
    )


# The judgement


def a_claim_relation(**given):
    return _make(
        evidence.ClaimRelation,
        given,
        source=a_claim,
        target=a_claim,
        kind="contradicts",
    )


def a_claim_version(**given):
    claim = given.setdefault("claim", a_claim())
    return _make(
        evidence.ClaimVersion,
        given,
        number=lambda: claim.versions.count() + 1,
        cause="wording",
        snapshot={},
        verdict="not_graded",
        certainty="not_graded",
        by=a_curator,
    )


def a_correction(**given):
    claim = given.setdefault("claim", a_claim())
    return _make(
        evidence.Correction,
        given,
        corrects=lambda: a_claim_version(claim=claim),
        corrected=lambda: a_claim_version(claim=claim, cause="correction"),
        what="The dose was wrong.",
        why="It was misread.",
        by=an_editor,
    )


def a_reply(**given):
    return _make(
        evidence.Reply,
        given,
        claim=a_claim,
        outlet=an_outlet,
        text="We stand by it.",
        received_on=lambda: timezone.now().date(),
    )


def a_passage(**given):
    return _make(
        evidence.Passage,
        given,
        reference=lambda: a_reference(type="register_page", title="An example page"),
        quote="Examplin is not approved.",
        place="Section 1",
        read_on=lambda: timezone.now().date(),
    )


def a_base(**given):
    """A draft of what counts for a claim: cited works only, without items yet."""
    claim = given.setdefault("claim", a_claim())
    return _make(
        evidence.EvidenceBase,
        given,
        number=lambda: claim.bases.count() + 1,
        scope="cited_only",
        by=a_reviewer,
    )


def an_item(**given):
    """An included item of a base: a result, or the ``passage`` given."""
    if "passage" not in given and "result" not in given:
        given["result"] = a_result()
    return _make(
        evidence.EvidenceItem,
        given,
        base=a_base,
        decision="included",
        bearing="supports",
    )


def a_frozen_base(*, results=None, passages=(), frozen_by=None, **given):
    """A frozen base that includes ``results`` (None: one, read in its report)."""
    base = a_base(**given)
    for result in [a_result()] if results is None else results:
        an_item(base=base, result=result)
    for passage in passages:
        an_item(base=base, passage=passage)
    base.frozen_at, base.frozen_by = timezone.now(), frozen_by or a_reviewer()
    base.save()
    return base


def a_round(*, reviewers=None, **given):
    """A round on a frozen base that still waits for the ``reviewers`` (one)."""
    base = given.setdefault("base", a_frozen_base())
    people = [a_reviewer()] if reviewers is None else reviewers
    opened_at = given.pop("opened_at", None)
    round = _make(
        evidence.ClaimRound,
        given,
        claim=base.claim,
        wanted=len(people),
        called_by=an_editor,
        opened_at=opened_at,
    )
    for person in people:
        an_assignment(round=round, reviewer=person)
    return round


def an_assignment(**given):
    return _make(
        evidence.ClaimAssignment,
        given,
        round=lambda: a_round(reviewers=[], wanted=1),
        reviewer=a_reviewer,
        assigned_by=an_editor,
    )


def open_round(round):
    """Make a round's judgements public."""
    round.opened_at = timezone.now()
    round.save()
    return round


LEVELS_DOWN = {
    "high": {},
    "moderate": {"risk_of_bias": 1},
    "low": {"risk_of_bias": 1, "imprecision": 1},
    "very_low": {"risk_of_bias": 2, "imprecision": 1},
}


def a_draft_grade(**given):
    """A grade its reviewer still works on, without groups and readings."""
    by_grade = given.get("method", "grade").startswith("grade")
    return _make(
        evidence.Grade,
        given,
        round=a_round,
        reviewer=a_reviewer,
        method="grade",
        target="any_effect" if by_grade else "",
        certainty="low" if by_grade else "not_applicable",
        verdict="supported",
        sentence="In the studies this article cites, examplin may lower fever.",
    )


def a_group(**given):
    """Randomised evidence, rated down as far as its grade's certainty says."""
    grade = given.setdefault("grade", a_draft_grade())
    certainty = given.setdefault("certainty", grade.certainty)
    levels = LEVELS_DOWN[certainty]
    return _make(
        evidence.GradeGroup,
        given,
        designs="randomised",
        start="rct",
        verdict_rests_on_it=True,
        **levels,
        **{f"{domain}_why": "Because it is made up." for domain in levels},
    )


def a_reading(**given):
    """What the grader reads in an item of the base: the first, if none is given."""
    grade = given.setdefault("grade", a_draft_grade())
    return _make(
        evidence.ItemReading,
        given,
        item=lambda: grade.round.base.items.first(),
        bearing="supports",
    )


def a_grade(*, opened=True, bearing="supports", **given):
    """A submitted grade with its group and readings; its round opens if ``opened``."""
    grade = a_draft_grade(**given)
    if grade.method.startswith("grade"):
        a_group(grade=grade)
    for item in grade.round.base.items.filter(decision="included"):
        a_reading(grade=grade, item=item, bearing=bearing)
    grade.submitted_at = timezone.now()
    grade.save()
    grade.round.assignments.filter(reviewer=grade.reviewer).update(
        submitted_at=grade.submitted_at
    )
    if opened:
        open_round(grade.round)
    return grade


# Core


def a_job(**given):
    return _make(Job, given, kind="example", by=a_curator)


def a_merge(**given):
    return _make(
        Merge,
        given,
        model="evidence.topic",
        merged_id=_number,
        into_id=_number,
        by=an_editor,
        reason="They are one.",
    )


def a_merge_move(**given):
    return _make(
        MergeMove,
        given,
        merge=a_merge,
        model="evidence.mention",
        row_id=_number,
        field="claim",
        old_value=1,
        revision=1,
    )


def a_feed_place(**given):
    return _make(FeedPlace, given, reader=lambda: f"example reader {_number()}")


def a_change(**given):
    return _make(
        Change,
        given,
        txid=1,
        at=timezone.now,
        model="evidence.topic",
        row_id=_number,
        operation="insert",
        revision=1,
    )
