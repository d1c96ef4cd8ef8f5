"""What waits for a person, table by table: which rows, and nothing of how they read.

Of a round that has not opened, nothing but a person's own place decides here, and
whether a place is free; what others handed in changes nobody's queue.
"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from articles.models import (
    Anchor,
    CitationSupport,
    CitedWork,
    Mention,
    MentionCitation,
    WordingCheck,
)
from articles.words import Found
from claims.models import Claim
from claims.words import Verdict
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    Grade,
    ScreenedRecord,
    SentBack,
)
from studies.models import Appraisal, Result, StudyAssignment, StudyRound


def grades_begun(user: User) -> QuerySet[ClaimAssignment]:
    """One's places in rounds that wait, with a draft."""
    return _grades_to_give(user).exclude(draft={})


def grades_not_begun(user: User) -> QuerySet[ClaimAssignment]:
    """One's places in rounds that wait, nothing said yet."""
    return _grades_to_give(user).filter(draft={})


def _grades_to_give(user: User) -> QuerySet[ClaimAssignment]:
    places = ClaimAssignment.objects.filter(_stands("round__claim"))
    return _to_judge(places, Grade, user)


def appraisals_begun(user: User) -> QuerySet[StudyAssignment]:
    """One's places in rounds on studies that wait, with a draft."""
    return _appraisals_to_make(user).exclude(draft={})


def appraisals_not_begun(user: User) -> QuerySet[StudyAssignment]:
    """One's places in rounds on studies that wait, nothing said yet."""
    return _appraisals_to_make(user).filter(draft={})


def _appraisals_to_make(user: User) -> QuerySet[StudyAssignment]:
    places = StudyAssignment.objects.filter(_stands("round__study"))
    return _to_judge(places, Appraisal, user)


def _to_judge(places: QuerySet, judgements: Any, user: User) -> QuerySet:
    """One's places whose judgement is not in, in rounds that have not opened."""
    own = judgements.objects.of(user).filter(
        round=OuterRef("round"),
        reviewer=user,
        submitted_at__isnull=False,
        is_consensus=False,
    )
    standing = places.standing().filter(reviewer=user, round__opened_at=None)
    return standing.filter(~Exists(own))


def differences(user: User) -> QuerySet[ClaimRound]:
    """Opened rounds of several that one graded in, newest of their claim, unsettled."""
    later = ClaimRound.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    rounds = ClaimRound.objects.filter(_stands("claim"), ~Exists(later))
    return _unsettled(rounds, Grade, user)


def appraisal_differences(user: User) -> QuerySet[StudyRound]:
    """The same of rounds on studies, by instrument and effect of interest."""
    later = StudyRound.objects.filter(
        study=OuterRef("study"),
        instrument=OuterRef("instrument"),
        variant=OuterRef("variant"),
        pk__gt=OuterRef("pk"),
    )
    of_study = Q(result=None) & Exists(later.filter(result=None))
    of_result = Exists(later.filter(result=OuterRef("result")))
    rounds = StudyRound.objects.filter(_stands("study"), ~of_study, ~of_result)
    return _unsettled(rounds, Appraisal, user)


def _unsettled(rounds: QuerySet, judgements: Any, user: User) -> QuerySet:
    """Opened rounds of several that one judged in, nothing agreed on yet."""
    made = judgements.objects.filter(round=OuterRef("pk"))
    own = made.filter(reviewer=user, is_consensus=False)
    agreed = Exists(made.filter(is_consensus=True))
    return rounds.opened().filter(Exists(own), ~agreed, wanted__gt=1)


def offers(user: User) -> QuerySet[ClaimRound]:
    """Rounds of grading that wait and have a place that one may take."""
    rounds = ClaimRound.objects.filter(_stands("claim"))
    return _on_offer(rounds, ClaimAssignment, user)


def appraisal_offers(user: User) -> QuerySet[StudyRound]:
    """The same of rounds on studies."""
    rounds = StudyRound.objects.filter(_stands("study"))
    return _on_offer(rounds, StudyAssignment, user)


def _on_offer(rounds: QuerySet, places: Any, user: User) -> QuerySet:
    """Rounds that wait and have fewer people with an account than they want."""
    standing = places.objects.standing().filter(round=OuterRef("pk"))
    taken = (
        standing.filter(reviewer__is_active=True)
        .order_by()
        .values("round")
        .annotate(n=Count("pk"))
    )
    return rounds.filter(
        ~Exists(standing.filter(reviewer=user)),
        opened_at=None,
        wanted__gt=Coalesce(Subquery(taken.values("n")), 0),
    )


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
        ~_gone("mention"),
        citation__cited_work__decision=CitedWork.Decision.CONFIRMED,
    )


def wordings(user: User) -> QuerySet[Mention]:
    """Mentions of claims that have a verdict, their words not compared with it yet."""
    answered = WordingCheck.objects.filter(mention=OuterRef("pk"), superseded_at=None)
    mentions = Mention.objects.filter(_made(""), ~Exists(answered), ~_gone("pk"))
    return mentions.exclude(claim__verdict=Verdict.NOT_GRADED)


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
    anchors = Anchor.objects.filter(mention=OuterRef(mention))
    newest = anchors.order_by("-version__number").values("pk")[:1]
    return Exists(Anchor.objects.filter(pk=Subquery(newest), start=None))
