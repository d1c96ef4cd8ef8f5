"""What waits for a person, table by table: which rows, and nothing of how they read.

Of a round that has not opened, nothing but a person's own place decides here, and
whether a place is free.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from articles.checks.questions import CHECKING
from articles.models import (
    Anchor,
    CitationSupport,
    CitedWork,
    Mention,
    MentionAssignment,
    MentionCitation,
    MentionRound,
    WordingCheck,
)
from articles.words import Found
from claims.models import Claim
from claims.words import Verdict
from core.rounds import RoundKind
from evidence.grades.rounds import GRADING
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    Grade,
    ScreenedRecord,
    SentBack,
)
from studies.appraisals.rounds import APPRAISING
from studies.models import Result, StudyAssignment, StudyRound


def grades_begun(user: User) -> QuerySet[ClaimAssignment]:
    """One's places in rounds that wait, with a draft."""
    return _grades_to_give(user).exclude(draft={})


def grades_not_begun(user: User) -> QuerySet[ClaimAssignment]:
    """One's places in rounds that wait, nothing said yet."""
    return _grades_to_give(user).filter(draft={})


def _grades_to_give(user: User) -> QuerySet[ClaimAssignment]:
    return _to_judge(GRADING, user).filter(_stands("round__claim"))


def appraisals_begun(user: User) -> QuerySet[StudyAssignment]:
    """One's places in rounds on studies that wait, with a draft."""
    return _appraisals_to_make(user).exclude(draft={})


def appraisals_not_begun(user: User) -> QuerySet[StudyAssignment]:
    """One's places in rounds on studies that wait, nothing said yet."""
    return _appraisals_to_make(user).filter(draft={})


def _appraisals_to_make(user: User) -> QuerySet[StudyAssignment]:
    return _to_judge(APPRAISING, user).filter(_stands("round__study"))


def _to_judge(kind: RoundKind, user: User) -> QuerySet:
    """One's places whose judgement is not in, in rounds that have not opened."""
    waiting = kind.places_of(user).filter(left_at=None, round__opened_at=None)
    return waiting.filter(submitted=False)


def differences(user: User) -> QuerySet[ClaimRound]:
    """Opened rounds of several that one graded in, newest of their claim, unsettled."""
    rounds = ClaimRound.objects.filter(_stands("claim"))
    return _to_settle(GRADING, rounds, user)


def appraisal_differences(user: User) -> QuerySet[StudyRound]:
    """The same of rounds on studies, by instrument and effect of interest."""
    rounds = StudyRound.objects.filter(_stands("study"))
    return _to_settle(APPRAISING, rounds, user)


def _to_settle(kind: RoundKind, rounds: QuerySet, user: User) -> QuerySet:
    """Rounds that one judged in, nothing agreed on yet."""
    own = kind.handed_in(OuterRef("pk")).filter(reviewer=user)
    return kind.unsettled(rounds).filter(Exists(own))


def offers(user: User) -> QuerySet[ClaimRound]:
    """Rounds of grading that wait and have a place that one may take."""
    return GRADING.on_offer_to(user, ClaimRound.objects.filter(_stands("claim")))


def appraisal_offers(user: User) -> QuerySet[StudyRound]:
    """The same of rounds on studies."""
    return APPRAISING.on_offer_to(user, StudyRound.objects.filter(_stands("study")))


def checks_begun(user: User) -> QuerySet[MentionAssignment]:
    """One's places in rounds of checks that wait, with a draft."""
    return _checks_to_make(user).exclude(draft={})


def checks_not_begun(user: User) -> QuerySet[MentionAssignment]:
    """One's places in rounds of checks that wait, nothing said yet."""
    return _checks_to_make(user).filter(draft={})


def _checks_to_make(user: User) -> QuerySet[MentionAssignment]:
    waiting = _to_judge(CHECKING, user).filter(round__lapsed_at=None)
    return waiting.filter(_made("round__mention"))


def check_differences(user: User) -> QuerySet[MentionRound]:
    """Opened rounds of several that one checked in, the newest on it, unsettled."""
    rounds = MentionRound.objects.standing().filter(_made("mention"))
    return _to_settle(CHECKING, rounds, user)


def check_offers(user: User) -> QuerySet[MentionRound]:
    """Rounds of checks that wait and have a place that one may take."""
    rounds = MentionRound.objects.standing().filter(_made("mention"))
    return CHECKING.on_offer_to(user, rounds)


def disputes(user: User) -> QuerySet[Result]:
    """Results one entered that somebody finds not the same as their source."""
    return Result.objects.disputed().filter(entered_by=user)


def sent_back(user: User) -> QuerySet[SentBack]:
    """Verdicts of rounds one judged in that an editor sent back."""
    return SentBack.objects.waiting().to(user)


def reviews(user: User) -> QuerySet[Claim]:
    """Claims one graded, whose verdict needs review."""
    own = Grade.objects.filter(round__claim=OuterRef("pk"), reviewer=user)
    return Claim.objects.current().filter(Exists(own), needs_review=True)


def results(user: User) -> QuerySet[Result]:
    """Results others entered, which nobody compared with their source yet."""
    waiting = Result.objects.current().filter(
        study__withdrawn_at=None, checked_at=None, disputed_at=None
    )
    return waiting.exclude(entered_by=user)


def supports(user: User) -> QuerySet[MentionCitation]:
    """Citations of works that are known, nobody having said if the study says it."""
    answered = CitationSupport.objects.filter(
        mention=OuterRef("mention"), citation=OuterRef("citation"), superseded_at=None
    )
    return MentionCitation.objects.filter(
        _made("mention"),
        ~Exists(answered),
        ~Exists(_at_it(mention=OuterRef("mention"), citation=OuterRef("citation"))),
        ~_gone("mention"),
        citation__cited_work__decision=CitedWork.Decision.CONFIRMED,
    )


def wordings(user: User) -> QuerySet[Mention]:
    """Mentions of claims that have a verdict, their words not compared with it yet."""
    answered = WordingCheck.objects.filter(mention=OuterRef("pk"), superseded_at=None)
    at_it = _at_it(mention=OuterRef("pk"), citation=None)
    mentions = Mention.objects.filter(
        _made(""), ~Exists(answered), ~Exists(at_it), ~_gone("pk")
    )
    return mentions.exclude(claim__verdict=Verdict.NOT_GRADED)


def _at_it(**on: Any) -> QuerySet[MentionRound]:
    """Rounds that have the word on what is named."""
    return MentionRound.objects.newest().standing().unsettled().filter(**on)


def screenings(user: User) -> QuerySet[EvidenceBase]:
    """Open evidence bases with records that nobody has decided on."""
    awaiting = ScreenedRecord.objects.awaiting().order_by().filter(base=OuterRef("pk"))
    bases = EvidenceBase.objects.filter(_stands("claim"), frozen_at=None)
    return bases.filter(Exists(awaiting))


def cited_works(user: User) -> QuerySet[CitedWork]:
    """Cited works for which something was found, and nobody decided if it is them."""
    works = CitedWork.objects.of_standing_articles().filter(merged_into=None)
    some = (Found.ONE_AGREES, Found.CONFLICT, Found.CANDIDATES)
    return works.filter(decision=CitedWork.Decision.NONE, found__in=some)


def _stands(kept: str) -> Q:
    """Neither withdrawn nor merged: a claim or study, ``kept`` being the way to it."""
    return Q(**{f"{kept}__withdrawn_at": None, f"{kept}__merged_into": None})


def _made(mention: str) -> Q:
    """An accepted mention of a standing claim in a standing article."""
    way = f"{mention}__" if mention else ""
    made = {
        f"{way}status": Mention.Status.ACCEPTED,
        f"{way}article__withdrawn_at": None,
    }
    return Q(**made) & _stands(f"{way}claim")


def _gone(mention: str) -> Exists:
    """The newest capture of a mention's article has its words no more."""
    newer = Anchor.objects.filter(
        mention=OuterRef("mention"), version__number__gt=OuterRef("version__number")
    )
    lost = Anchor.objects.filter(mention=OuterRef(mention), start=None)
    return Exists(lost.filter(~Exists(newer)))
