"""What a reviewer's grading page shows: the evidence, the form, what it comes to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from django.utils.safestring import SafeString

from accounts.models import User
from articles.mentions.facts import Saying
from claims.models import Claim
from claims.words import CantSay, ClaimKind, Method, Verdict
from evidence.bases.freezing import cant_say_of, in_words
from evidence.facts.declared import ItemFacts, PooledLine, StudyFacts
from evidence.facts.figures import figures_of
from evidence.facts.lights import legend_of_items
from evidence.facts.pooling import Pooling, deciding_line
from evidence.facts.remembered import Candidates, candidates_of
from evidence.facts.standing_on import base_facts
from evidence.grades import forms as rows
from evidence.grades.deriving import derived
from evidence.grades.draft import GradeForm, GroupForm, form_of
from evidence.grades.findings import Evidence
from evidence.grades.guiding import Beside, guides_of
from evidence.grades.item_rows import item_row
from evidence.grades.rounds import (
    GRADING,
    UNSETTLED,
    another_question,
    last_judged,
    round_to_settle,
)
from evidence.grades.sentences import left_out, sentence_of
from evidence.grades.weighing import (
    rests_on_review,
    starts_offered,
    without_robins_i,
)
from evidence.judged import Items, base_to_grade
from evidence.method import (
    GRADE_METHODS,
    READING_METHODS,
    Problem,
    Rating,
    method_for,
)
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
)
from evidence.words import Leaning
from studies.designs import DesignGroup, Start


@dataclass
class Bench:
    """One reviewer's place at one claim: what is graded, in which round, as drafted."""

    claim: Claim
    user: User
    base: EvidenceBase | None
    round: ClaimRound | None
    place: ClaimAssignment | None
    left: ClaimAssignment | None = None  # a place that is theirs no more

    @classmethod
    def of(cls, claim: Claim, user: User) -> "Bench":
        """The claim's newest frozen base and the round that waits, if there are any."""
        base = base_to_grade(claim)
        round = getattr(base, "waiting", None)
        if base:
            base.claim = claim
        if round:
            round.claim, round.base = claim, base
        place = round and round.assignments.filter(reviewer=user).first()
        left = place if place and place.left_at else None
        return cls(claim, user, base, round, None if left else place, left)

    # --- whether there is something to do ---

    @cached_property
    def closed_because(self) -> str:
        """Why this reviewer cannot grade here now; empty if they can."""
        if self.base is None:
            return "Nobody has frozen yet what counts for this claim."
        if self.left and self.left.left_because:
            return f"Your place in this round was taken away: {self.left.left_because}"
        if self.left:
            return "You gave your place in this round back."
        if self.round and self.place is None:
            if GRADING.free_places(self.round):
                return "A round waits for grades, and a place in it is free: take it."
            return "Others are grading this claim now; you were not asked to."
        if why := another_question(self.base):
            return why
        if self.to_settle:
            return UNSETTLED
        notices = self.items_of_base.notices
        nothing = cant_say_of(self.base, self.rows_of_base, notices)
        return in_words(nothing) if nothing else ""

    @cached_property
    def to_settle(self) -> ClaimRound | None:
        """The round of several that is to be settled before one grades alone."""
        asked = self.round is None and self.base.by_several
        return round_to_settle(self.base) if asked else None

    @cached_property
    def items_of_base(self) -> Items:
        """All candidates of the base, as they were proposed."""
        return self._candidates.items

    @cached_property
    def _candidates(self) -> Candidates:
        return candidates_of(self.base)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Where the claim is made."""
        return self._candidates.sayings

    @property
    def rows_of_base(self) -> list[EvidenceItem]:
        return self.items_of_base.of_base[self.base.pk]

    @property
    def words_left(self) -> list[str]:
        """What a person had written who has no place any more; still their own."""
        return list(_written_in(self.left.draft)) if self.left else []

    @property
    def blind(self) -> bool:
        return bool(self.round and self.round.wanted > 1)

    @property
    def again(self) -> bool:
        """Whether one grades alone what several agreed on, and so says why."""
        return not self.blind and self.base.by_several

    @cached_property
    def handed_in(self) -> Grade | None:
        """One's own grade that is in, in a round that has not opened."""
        if self.round is None:
            return None
        mine = GRADING.handed_in(self.round).filter(reviewer=self.user)
        return mine.select_related("reviewer").first()

    @cached_property
    def earlier(self) -> list[Any]:
        """What one handed in before that and replaced, newest first; one's own alone.

        Each as it was kept, with ``submitted_at``.
        """
        if self.round is None:
            return []
        kept = Grade.pgh_event_model.objects.of(self.user)
        mine = kept.filter(round=self.round, reviewer=self.user, is_consensus=False)
        return list(mine.exclude(submitted_at=None).order_by("-submitted_at"))

    # --- what is graded ---

    @property
    def method(self) -> Method:
        return method_for(self.claim.kind)

    @property
    def by_grade(self) -> bool:
        return self.method in GRADE_METHODS

    @property
    def is_read(self) -> bool:
        """Whether a person says of each item what it shows."""
        return self.method in READING_METHODS

    @property
    def recommends(self) -> bool:
        return self.claim.kind == ClaimKind.RECOMMENDATION

    @cached_property
    def evidence(self) -> list[ItemFacts]:
        """The included items, as the page tells them."""
        return [item for item in self.candidates if item.decision == "included"]

    @cached_property
    def candidates(self) -> list[ItemFacts]:
        """All items, whatever was decided of them."""
        return list(self._candidates.facts)

    @cached_property
    def weighed(self) -> Evidence:
        """The evidence as the rules of a grade read it."""
        return Evidence.among(self.base, self._candidates)

    @property
    def pooling(self) -> Pooling:
        """What is pooled of the included results, and what is held out."""
        return self.weighed.pooling

    def pooled_of(self, designs: str) -> PooledLine | None:
        """The pooled figures that speak for one group of designs, if any do."""
        return deciding_line(self.pooling, designs, self.claim)

    @cached_property
    def starts(self) -> dict[str, str]:
        """The groups of designs in the base, each with where GRADE starts it."""
        return {**self.weighed.starts} if self.by_grade else {}

    @property
    def items(self) -> list[int]:
        return [item.item for item in self.evidence] if self.is_read else []

    # --- what is said ---

    def drafted(self) -> dict[str, Any]:
        """The form as it was left, else as it was handed in, or an empty one."""
        readable = self.evidence if self.is_read else []
        empty = rows.blank(self.starts, readable)
        draft = self.place.draft if self.place else {}
        if not draft and self.handed_in:
            draft = form_of(self.handed_in).as_json()
        # A draft may hold fields that the form no longer has.
        return {name: draft.get(name, value) for name, value in empty.items()}

    def said_in(self, post: Mapping[str, str]) -> dict[str, Any]:
        """What a request says of this claim; starts that no design has are mended."""
        said = rows.said_in(post, self.starts, self.items)
        for group in said["groups"]:
            start = self.starts[group["designs"]]
            by_robins = start is Start.NRS and group["start"] == Start.NRS_ROBINS_I
            if group["start"] != start and not by_robins:
                group["start"] = start
        return said

    def offered(self, designs: str) -> list[str]:
        """Where a group of designs may start."""
        return starts_offered(self.weighed, designs)

    def lacks_robins(self, designs: str) -> list[StudyFacts]:
        """The studies to appraise before a group may start at High by ROBINS-I."""
        if self.starts[designs] is not Start.NRS:
            return []
        return without_robins_i(self.weighed, designs)

    def if_cant_say(self, form: GradeForm) -> str:
        """What follows where the verdict is can’t say: its reason and its leaning."""
        try:
            follows = derived(self.weighed, replace(form, verdict=Verdict.CANT_SAY))
        except ValueError:
            return ""
        words = [CantSay(follows.because).label]
        if follows.leaning:
            words.append(Leaning(follows.leaning).label)
        return ", ".join(words)

    def sentence(self, form: GradeForm) -> dict[str, Any]:
        """The sentence of what is said so far, and what it lacks; empty before."""
        if not form.verdict or form.carrying and _unjudged(form.carrying):
            return {"sentence": ""}
        try:
            because = derived(self.weighed, form).because
            sentence = sentence_of(self.weighed, form, because)
        except ValueError:
            return {"sentence": ""}
        return {"sentence": sentence, "left_out": left_out(self.weighed, form)}


# --- what the page prints ---


def bench_context(
    bench: Bench, said: dict[str, Any], problems: list[Problem]
) -> dict[str, Any]:
    """All the page needs: the form with its problems, beside it the evidence."""
    guides = guides_of(
        bench.base,
        bench.candidates,
        bench.pooling,
        {designs: bench.pooled_of(designs) for designs in bench.starts},
        said["readings"],
        bench.rows_of_base,
    )
    return {
        "bench": bench,
        "claim": bench.claim,
        "base": base_facts(bench.base, bench.evidence),
        "evidence": _rows(bench, said, problems),
        "legend": legend_of_items(bench.evidence),
        "mentions": bench.sayings,
        "said": said,
        "problems": [
            {"sentence": one.sentence, "anchor": rows.anchor_of(one.field)}
            for one in problems
        ],
        "by_field": {problem.field: problem.sentence for problem in problems},
        "plain": rows.plain_rows(said, problems),
        "figures": figures_of(bench.base),
        "verdict": rows.verdict_row(bench.claim.kind, said, problems),
        "groups": [
            _group(bench, group, guides[group["designs"]], problems)
            for group in said["groups"]
        ],
        **live_context(bench, said),
    }


def live_context(bench: Bench, said: dict[str, Any]) -> dict[str, Any]:
    """What changes while the form is filled in: certainty, sum and sentence."""
    form = GradeForm.from_json(said)
    return {
        "bench": bench,
        "sums": [_sum(group) for group in said["groups"]],
        **bench.sentence(form),
        "if_cant_say": bench.if_cant_say(form),
        "revision": bench.place.revision if bench.place else 0,
        "judged": last_judged(bench.claim),
    }


def _rows(
    bench: Bench, said: dict[str, Any], problems: list[Problem]
) -> list[SafeString]:
    read = {reading["item"]: reading for reading in said["readings"]}
    return [
        item_row(
            item,
            read.get(item.item, {}),
            tuple(rows.of(f"readings.{item.item}", problems)),
            is_read=bench.is_read,
        )
        for item in bench.evidence
    ]


def _group(
    bench: Bench,
    group: Mapping[str, Any],
    guides: Mapping[str, Beside],
    problems: list[Problem],
) -> dict[str, Any]:
    designs = group["designs"]
    return {
        "designs": designs,
        "words": _designs_words(designs, group["start"]),
        "carries": group["carries"],
        "start": rows.start_row(group, bench.offered(designs), problems),
        "lacks_robins": bench.lacks_robins(designs),
        "quotable": rests_on_review(bench.weighed, designs),
        "says": rows.says_row(group),
        "bias_quote": group["bias_quote"],
        "domains": rows.group_rows(
            group,
            cited_only=bench.base.scope == EvidenceBase.Scope.CITED_ONLY,
            guides=guides,
            problems=problems,
        ),
        "may_rate_up": group["start"] != Start.RCT,
        "ups": rows.up_rows(group, guides=guides, problems=problems),
        "override_why": group["override_why"],
        "override_problems": rows.of(f"groups.{designs}.override_why", problems),
    }


def _designs_words(designs: str, start: str) -> str:
    if start in (Start.PROGNOSIS, Start.OBSERVED_LOW) and designs == "other":
        return "observational"
    if start == Start.ACCURACY:
        return "accuracy"
    return DesignGroup(designs).label


def _sum(group: Mapping[str, Any]) -> dict[str, Any]:
    form = GroupForm(**group)
    rating = form.rating()
    return {
        "words": _designs_words(group["designs"], group["start"]),
        "carries": group["carries"],
        "start": rating.start.capitalised,
        "certainty": str(rating.certainty),
        "arithmetic": _short(rating, form),
        "unjudged": len(_unjudged(form)),
        "refused": [code for code in rating.errors if code.startswith("upgrade")],
    }


def _written_in(draft: Any) -> Iterator[str]:
    """The sentences in a draft, wherever they stand; choices are single words."""
    match draft:
        case str() if " " in draft:
            yield draft
        case dict():
            yield from chain.from_iterable(map(_written_in, draft.values()))
        case list():
            yield from chain.from_iterable(map(_written_in, draft))


def _unjudged(group: GroupForm) -> list[str]:
    return [code for code in group.rating().errors if code.startswith("not_judged")]


def _short(rating: Rating, group: GroupForm) -> str:
    """As "High −2 = Low": the sum without the names of its domains."""
    said = group.arguments()
    down = sum(levels or 0 for levels in said["down"].values())
    up = sum(said["up"].values()) if rating.upgrades_applied else 0
    steps = [f"−{down}"] * bool(down) + [f"+{up}"] * bool(up)
    return " ".join(
        [rating.start.capitalised, *steps, "=", rating.certainty.capitalised]
    )
