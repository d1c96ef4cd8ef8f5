"""What the database holds of rounds of every kind: who judges, and what stays.

Each function takes the tables by name, and what is handed in by its ``noun``.
"""

from dataclasses import asdict, dataclass

import pgtrigger

from core.triggers import Refuse, agree

_CLOSED = """NOT EXISTS (
    SELECT 1 FROM {rounds} c
    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)"""
_PART_CLOSED = """NOT EXISTS (
    SELECT 1 FROM {judgements} g JOIN {rounds} c ON c.id = g.round_id
    WHERE g.id = r.{noun}_id AND c.opened_at IS NOT NULL)"""
_NOT_ALL_IN = """
    NEW.opened_at IS NOT NULL AND NEW.wanted > (
        SELECT count(*) FROM {judgements} g WHERE g.round_id = NEW.id
            AND g.submitted_at IS NOT NULL AND NOT g.is_consensus)
"""
_LEAVES_A_JUDGEMENT = """
    (NEW.id IS NULL OR NEW.left_at IS NOT NULL
        OR NEW.round_id <> OLD.round_id OR NEW.reviewer_id <> OLD.reviewer_id)
    AND EXISTS (
        SELECT 1 FROM {judgements} g WHERE g.round_id = OLD.round_id
            AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)
"""  # of a removed row there is no NEW
_NO_ROOM = """
    NEW.left_at IS NULL AND (
        SELECT wanted FROM {rounds} c WHERE c.id = NEW.round_id
    ) <= (
        SELECT count(*) FROM {places} a
        WHERE a.round_id = NEW.round_id AND a.left_at IS NULL AND a.id <> NEW.id)
"""
_OPEN = """EXISTS (
    SELECT 1 FROM {rounds} c
    WHERE c.id = {row}.round_id AND c.opened_at IS NOT NULL)"""
_NOT_ASSIGNED = """
    NOT NEW.is_consensus AND NOT EXISTS (
        SELECT 1 FROM {places} a
        WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id
            AND a.left_at IS NULL)
"""
_SUBMITTED = """EXISTS (
    SELECT 1 FROM {judgements} g
    WHERE g.id = {row}.{noun}_id AND g.submitted_at IS NOT NULL)"""


@dataclass(frozen=True)
class RoundTables:
    """The tables of one kind of round; ``column`` leads from a part to its judgement.

    ``verb`` says what is done in a round ("grade"), ``a_noun`` what is handed in.
    """

    rounds: str
    places: str
    judgements: str
    noun: str
    a_noun: str
    verb: str

    # --- whether a row is hidden; the row is ``r`` ---

    @property
    def closed(self) -> str:
        """SQL: the round of a place or judgement has not opened."""
        return self._sql(_CLOSED)

    @property
    def part_closed(self) -> str:
        """SQL: the round of a part's judgement has not opened."""
        return self._sql(_PART_CLOSED)

    # --- what is refused ---

    def opens_when_all_are_in(self) -> Refuse:
        """A round opens with the last of the judgements it calls for."""
        return agree(
            "round_opens_when_all_are_in",
            self._sql(_NOT_ALL_IN),
            "A round opens when all the judgements it calls for are in.",
        )

    def of_places(self) -> tuple[Refuse, ...]:
        """A place stays once its reviewer has judged; no more than are wanted."""
        return (
            Refuse(
                name="begun_assignment_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                broken=self._sql(_LEAVES_A_JUDGEMENT),
                sentence=(
                    f"This reviewer’s {self.noun} is in, so the assignment stays."
                ),
            ),
            agree(
                "round_has_room",
                self._sql(_NO_ROOM),
                "All places in this round are taken.",
            ),
        )

    def of_judgements(self) -> tuple[Refuse, ...]:
        """Judged by the assigned while it is closed, agreed on once it is open."""
        is_open = self._sql(_OPEN, row="NEW")
        was_open = self._sql(_OPEN, row="OLD")
        return (
            agree(
                f"{self.noun}_of_the_assigned",
                self._sql(_NOT_ASSIGNED),
                f"Only the reviewers assigned to a round {self.verb} in it.",
            ),
            agree(
                f"opened_round_takes_no_{self.noun}s",
                f"NOT NEW.is_consensus AND {is_open}",
                f"This round has opened and takes no more {self.noun}s; call a new "
                "one.",
            ),
            agree(
                "consensus_after_opening",
                f"NEW.is_consensus AND NOT {is_open}",
                "The consensus is found once the round has opened.",
            ),
            Refuse(
                name=f"submitted_{self.noun}_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                broken=f"OLD.submitted_at IS NOT NULL AND {was_open}",
                sentence=(
                    f"The {self.noun}s of a round that has opened do not change; call "
                    "a new one."
                ),
            ),
            Refuse(
                name="stays_in_round",
                operation=pgtrigger.Update,
                broken="NEW.round_id <> OLD.round_id",
                sentence=f"{self.a_noun.capitalize()} stays in its round.",
            ),
        )

    def of_parts(self, what: str) -> tuple[Refuse, Refuse]:
        """The parts of a submitted judgement do not change; none is added to it."""
        sentence = f"The {what} of a submitted {self.noun} do not change."
        return (
            Refuse(
                name=f"submitted_{what}_stay",
                operation=pgtrigger.Update | pgtrigger.Delete,
                broken=self._sql(_SUBMITTED, row="OLD"),
                sentence=sentence,
            ),
            Refuse(
                name=f"submitted_{what}_closed",
                operation=pgtrigger.Insert | pgtrigger.Update,
                broken=self._sql(_SUBMITTED, row="NEW"),
                sentence=sentence,
            ),
        )

    def _sql(self, template: str, **more: str) -> str:
        return template.format(**asdict(self), **more)
