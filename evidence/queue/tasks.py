"""The kinds of things to do, in the order in which they come, and how each reads.

What was begun comes first, then what a person is asked for by name, then what anybody
with their rights may do. A line of ``SOURCES`` is all there is to add for a new kind.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from core.models import AbstractAssignment
from evidence.models import EvidenceItem
from evidence.people.queries import Judged
from evidence.queue import rows
from evidence.queue.words import Task
from evidence.words import ScreeningDecision
from studies.appraisals.catalogue import instrument_name
from studies.figures import result_in_words
from studies.models import name_of


@dataclass(frozen=True)
class Said:
    """What a queue prints of one row: what it is about, why it is here, where it is.

    ``since`` is when it came to wait, where that is known; ``judged`` is what a
    conflict of interest may keep somebody from.
    """

    title: str
    why: str
    address: str
    claim: int | None = None
    since: datetime | None = None
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where things to do come from: whose they are, and how each is said.

    ``claims`` is the way from a row to the claims that it is for.
    """

    task: Task
    needs: Permission
    rows: Callable[[User], QuerySet]
    claims: str
    loaded: Callable[[QuerySet], QuerySet]
    said: Callable[[Any], Said]
    begun: bool = False

    @property
    def for_several(self) -> bool:
        """Whether one row may be for several claims, or for one in several ways."""
        return any(many in self.claims for many in ("results__", "items__", "mentions"))


# --- judging claims ---


def _with_claims(places: QuerySet) -> QuerySet:
    return places.select_related("round__claim", "assigned_by")


def _grade(place: Any) -> Said:
    claim = place.round.claim
    address = reverse("grade", args=[claim.pk])
    return _on_claim(claim, _asked(place), address, place.created_at)


def _on_claim(claim: Any, why: str, address: str, since: Any = None) -> Said:
    """Of a claim that is to be judged."""
    judged = (Judged("claim", claim.pk),)
    return Said(claim.text, why, address, claim.pk, since, judged)


def _asked(place: AbstractAssignment) -> str:
    """Why a reviewer has a place, and whether they began."""
    if place.draft:
        return "You began it; your draft is kept."
    if place.assigned_by_id == place.reviewer_id:
        return "You took this place yourself."
    return f"Assigned to you by {place.assigned_by.display_name}."


def _with_claim(found: QuerySet) -> QuerySet:
    return found.select_related("claim")


def _difference(round: Any) -> Said:
    why = "All grades are in; what you agree on is not stored yet."
    address = reverse("differences", args=[round.claim_id, round.pk])
    return _on_claim(round.claim, why, address, round.opened_at)


def _offer(round: Any) -> Said:
    why = _offered(round.wanted)
    address = reverse("rounds", args=[round.claim_id])
    return _on_claim(round.claim, why, address, round.created_at)


def _offered(wanted: int) -> str:
    if wanted == 1:
        return "It waits for one reviewer; the place is free."
    return f"It waits for {wanted} reviewers; a place among them is free."


def _review(claim: Any) -> Said:
    why = f"You graded it, and what it rests on changed: {claim.needs_review_why}"
    return _on_claim(claim, why, reverse("claim", args=[claim.pk]))


def _with_graded_claim(found: QuerySet) -> QuerySet:
    return found.select_related("grade__round__claim", "by")


def _sent_back(sent: Any) -> Said:
    claim = sent.grade.round.claim
    why = f"{sent.by.display_name} sent the verdict back: {sent.why}"
    address = reverse("grade", args=[claim.pk])
    return _on_claim(claim, why, address, sent.created_at)


def _with_progress(bases: QuerySet) -> QuerySet:
    awaiting = Q(screened_records__decision=ScreeningDecision.AWAITING)
    return bases.select_related("claim").annotate(
        n=Count("screened_records", filter=awaiting)
    )


def _screening(base: Any) -> Said:
    why = (
        f"{base.n:,} {'record awaits' if base.n == 1 else 'records await'} a decision."
    )
    address = reverse("screening", args=[base.claim_id])
    return Said(base.claim.text, why, address, base.claim_id)


# --- appraising studies ---


def _of_study(rounds: QuerySet) -> QuerySet:
    return rounds.select_related("study", "result__outcome").annotate(
        study_name=name_of("study"), instrument_name=instrument_name()
    )


def _of_study_round(places: QuerySet) -> QuerySet:
    return places.select_related("round__result__outcome", "assigned_by").annotate(
        study_name=name_of("round__study"), instrument_name=instrument_name("round")
    )


def _appraised(row: Any, round: Any) -> str:
    """What a round on a study is on, and by which instrument."""
    outcome = f", {round.result.outcome.name}" if round.result else ""
    return f"{row.study_name}{outcome}: {row.instrument_name}"


def _appraisal(place: Any) -> Said:
    address = _of_round(place.round)
    return _on_study(place, place.round, _asked(place), address, place.created_at)


def _appraisal_difference(round: Any) -> Said:
    why = "All appraisals are in; what you agree on is not stored yet."
    address = f"/studies/{round.study_id}/appraisals/{round.pk}/differences/"
    return _on_study(round, round, why, address, round.opened_at)


def _appraisal_offer(round: Any) -> Said:
    why = _offered(round.wanted)
    return _on_study(round, round, why, _of_round(round), round.created_at)


def _on_study(row: Any, round: Any, why: str, address: str, since: Any) -> Said:
    judged = (Judged("study", round.study_id),)
    return Said(_appraised(row, round), why, address, None, since, judged)


def _of_round(round: Any) -> str:
    return f"/studies/{round.study_id}/appraise/{round.pk}/"


# --- results ---


def _with_study(found: QuerySet) -> QuerySet:
    taken_up = EvidenceItem.objects.filter(result=OuterRef("pk")).order_by("-base")
    return found.select_related(
        "study", "outcome", "arm_1", "arm_2", "entered_by", "disputed_by"
    ).annotate(
        study_name=name_of("study"),
        for_claim=Subquery(taken_up.values("base__claim")[:1]),
    )


def _result_title(result: Any) -> str:
    return f"{result.study_name}, {result.outcome.name}: {result_in_words(result)}"


def _dispute(result: Any) -> Said:
    why = (
        f"You entered it; {result.disputed_by.display_name} reads at the source: "
        f"“{result.source_says}”"
    )
    address = reverse("edit-result", args=[result.pk])
    title = _result_title(result)
    return Said(title, why, address, result.for_claim, result.disputed_at)


def _result(result: Any) -> Said:
    why = f"Entered by {result.entered_by.display_name}; nobody else has read it yet."
    address = reverse("result", args=[result.pk])
    title, judged = _result_title(result), (Judged("study", result.study_id),)
    return Said(title, why, address, result.for_claim, result.created_at, judged)


# --- articles ---


def _with_work(links: QuerySet) -> QuerySet:
    return links.select_related("mention__article", "citation__cited_work").annotate(
        claim_id=F("mention__claim")
    )


def _support(link: Any) -> Said:
    work, article = link.citation.cited_work, link.mention.article
    why = f"“{article.title}” cites {work.label} for it; does the study say so?"
    address = reverse("support", args=[link.mention_id, link.citation_id])
    judged = _checking(link.claim_id, work)
    title = link.mention.proposed_text
    return Said(title, why, address, link.claim_id, judged=judged)


def _checking(claim: int, work: Any = None) -> tuple[Judged, ...]:
    """What is judged where words are checked, against a cited work where there is one.

    As ``articles.checks.support.what_is_judged`` has it.
    """
    study = work and work.study_id
    on_study = (Judged("study", study),) if study else ()
    return (Judged("claim", claim), *on_study)


def _with_article(mentions: QuerySet) -> QuerySet:
    return mentions.select_related("article", "claim")


def _wording(mention: Any) -> Said:
    claim = mention.claim
    why = (
        f"“{mention.article.title}” says so; the claim’s verdict is "
        f"“{claim.get_verdict_display()}”."
    )
    address = reverse("wording", args=[mention.pk])
    judged = _checking(claim.pk)
    title = mention.proposed_text
    return Said(title, why, address, claim.pk, claim.judged_at, judged)


def _of_mention(rounds: QuerySet) -> QuerySet:
    return rounds.select_related("mention__article", "citation__cited_work")


def _of_mention_round(places: QuerySet) -> QuerySet:
    return places.select_related(
        "round__mention__article", "round__citation__cited_work", "assigned_by"
    )


def _checked(round: Any) -> str:
    """What a round on a mention asks."""
    article = round.mention.article
    if round.citation_id:
        work = round.citation.cited_work
        return f"“{article.title}” cites {work.label} for it; does the study say so?"
    return f"“{article.title}” says so; do the words fit the verdict?"


def _check(place: Any) -> Said:
    round = place.round
    why = f"{_checked(round)} {_asked(place)}"
    address = reverse("check-in-round", args=[round.pk])
    return _of_check(round, why, address, place.created_at)


def _of_check(round: Any, why: str, address: str, since: Any) -> Said:
    claim = round.mention.claim_id
    judged = _checking(claim, round.citation and round.citation.cited_work)
    return Said(round.words, why, address, claim, since, judged)


def _check_difference(round: Any) -> Said:
    why = f"{_checked(round)} All are in; what you agree on is not stored yet."
    address = reverse("check-differences", args=[round.pk])
    return _of_check(round, why, address, round.opened_at)


def _check_offer(round: Any) -> Said:
    why = f"{_checked(round)} {_offered(round.wanted)}"
    address = reverse("check-in-round", args=[round.pk])
    return _of_check(round, why, address, round.created_at)


def _cited_work(work: Any) -> Said:
    why = f"“{work.article.title}” cites it: {work.get_found_display()}."
    title = f"{work.label}: {work.title}" if work.title else work.label
    address = reverse("cited-work", args=[work.pk])
    return Said(title, why, address, None, work.checked_at)


def _with_its_article(works: QuerySet) -> QuerySet:
    return works.select_related("article")


JUDGES, APPRAISES = Permission.GRADE, Permission.APPRAISE
CHECKS = Permission.CHECK_SUPPORT
SOURCES = (
    Source(
        Task.GRADE,
        JUDGES,
        rows.grades_begun,
        "round__claim",
        _with_claims,
        _grade,
        begun=True,
    ),
    Source(
        Task.APPRAISAL,
        APPRAISES,
        rows.appraisals_begun,
        "round__study__results__items__base__claim",
        _of_study_round,
        _appraisal,
        begun=True,
    ),
    Source(
        Task.CHECK,
        CHECKS,
        rows.checks_begun,
        "round__mention__claim",
        _of_mention_round,
        _check,
        begun=True,
    ),
    Source(
        Task.GRADE,
        JUDGES,
        rows.grades_not_begun,
        "round__claim",
        _with_claims,
        _grade,
    ),
    Source(
        Task.APPRAISAL,
        APPRAISES,
        rows.appraisals_not_begun,
        "round__study__results__items__base__claim",
        _of_study_round,
        _appraisal,
    ),
    Source(
        Task.CHECK,
        CHECKS,
        rows.checks_not_begun,
        "round__mention__claim",
        _of_mention_round,
        _check,
    ),
    Source(
        Task.DIFFERENCE, JUDGES, rows.differences, "claim", _with_claim, _difference
    ),
    Source(
        Task.APPRAISAL_DIFFERENCE,
        APPRAISES,
        rows.appraisal_differences,
        "study__results__items__base__claim",
        _of_study,
        _appraisal_difference,
    ),
    Source(
        Task.CHECK_DIFFERENCE,
        CHECKS,
        rows.check_differences,
        "mention__claim",
        _of_mention,
        _check_difference,
    ),
    Source(
        Task.SENT_BACK,
        JUDGES,
        rows.sent_back,
        "grade__round__claim",
        _with_graded_claim,
        _sent_back,
    ),
    Source(
        Task.DISPUTE,
        Permission.ENTER_RESULTS,
        rows.disputes,
        "items__base__claim",
        _with_study,
        _dispute,
    ),
    Source(Task.REVIEW, JUDGES, rows.reviews, "pk", lambda found: found, _review),
    Source(Task.OFFER, JUDGES, rows.offers, "claim", _with_claim, _offer),
    Source(
        Task.APPRAISAL_OFFER,
        APPRAISES,
        rows.appraisal_offers,
        "study__results__items__base__claim",
        _of_study,
        _appraisal_offer,
    ),
    Source(
        Task.CHECK_OFFER,
        CHECKS,
        rows.check_offers,
        "mention__claim",
        _of_mention,
        _check_offer,
    ),
    Source(Task.SUPPORT, CHECKS, rows.supports, "mention__claim", _with_work, _support),
    Source(Task.WORDING, CHECKS, rows.wordings, "claim", _with_article, _wording),
    Source(
        Task.RESULT,
        Permission.CHECK_RESULTS,
        rows.results,
        "items__base__claim",
        _with_study,
        _result,
    ),
    Source(
        Task.SCREENING,
        Permission.FREEZE_BASES,
        rows.screenings,
        "claim",
        _with_progress,
        _screening,
    ),
    Source(
        Task.CITED_WORK,
        Permission.LINK_CITATIONS,
        rows.cited_works,
        "citations__mentions__claim",
        _with_its_article,
        _cited_work,
    ),
)
