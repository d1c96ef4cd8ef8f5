"""What of a study can be appraised, by which instruments, and what is running."""

from dataclasses import dataclass, field

from django.http import QueryDict

from accounts.models import User
from studies.appraisals.catalogue import Offer, in_words, instrument_of, offered
from studies.appraisals.rounds import APPRAISING
from studies.figures import result_in_words, which_in_words
from studies.models import Result, Study, StudyRound


@dataclass
class Target:
    """A study or one of its results, with what it can be appraised by."""

    result: Result | None
    words: str
    offers: list[Offer]
    running: list[dict] = field(default_factory=list)
    said: QueryDict = field(default_factory=QueryDict)  # of a call that was refused

    @property
    def key(self) -> str:
        """How a form says what it is about; empty for the study as a whole."""
        return str(self.result.pk) if self.result else ""

    @property
    def named(self) -> list[str]:
        """The keys of the reviewers that were chosen."""
        return self.said.getlist("reviewers")

    @property
    def fitting(self) -> list[Offer]:
        """Those that suit the design; all, where none is known to."""
        return [one for one in self.offers if one.fits] or self.offers

    @property
    def others(self) -> list[Offer]:
        return [one for one in self.offers if one not in self.fitting]


def targets_of(study: Study, user: User) -> list[Target]:
    """The study's current results, then the study as a whole."""
    results = list(
        study.results.current()
        .select_related("study", "outcome", "arm_1", "arm_2")
        .order_by("outcome__name", "id")
    )
    of_result = offered(study, results[0]) if results else []
    targets = [Target(each, result_words(each), of_result) for each in results]
    targets.append(Target(None, "The whole study", offered(study, None)))
    running = StudyRound.objects.filter(study=study, opened_at=None).order_by("id")
    mine = set(APPRAISING.places_of(user).standing().values_list("round", flat=True))
    for round in running:
        for target in targets:
            if round.result_id == (target.result and target.result.pk):
                tool = instrument_of(round.instrument, round.version)
                words = in_words(tool, round.variant) if tool else round.instrument
                told = {"round": round, "words": words, "is_mine": round.pk in mine}
                target.running.append(told)
    return targets


def result_words(result: Result) -> str:
    """A result as a list of several tells it."""
    parts = [result.outcome.name, which_in_words(result), result_in_words(result)]
    return " · ".join(filter(None, parts))
