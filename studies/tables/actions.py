"""The results of a table, stored together: each row whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, whole_or_not
from core.errors import Refused
from studies.models import Arm, Outcome, Result, Study
from studies.results.actions import EnteredFields, enter_result
from studies.studies.actions import add_arm, add_study
from studies.tables.clipboard import MOST_RESULTS, MOST_ROWS
from studies.tables.matching import results_standing, standing_as


@dataclass(frozen=True)
class NewStudy:
    """A study that a row names and nobody has entered."""

    label: str
    year: int | None = None
    design: str = Study.Design.NOT_STATED


@dataclass(frozen=True)
class ResultToEnter:
    """What is stated of a result, and the names of the arms it is of.

    ``arms`` are of group 1 and 2; empty where there is none, or none with a name.
    """

    fields: EnteredFields
    arms: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class RowToEnter:
    """A row of a table: its study, its outcome by name, its results.

    ``number`` is its place in the table; ``better`` is said of a new outcome; ``sizes``
    are the people of arms, by name, where the table states them.
    """

    number: int
    study: Study | NewStudy
    outcome: str
    results: Sequence[ResultToEnter]
    sizes: Mapping[str, int | None] = field(default_factory=dict)
    better: str = Outcome.Better.NOT_STATED


@dataclass
class Entered:
    """What became of a table: the results stored by row, the others' sentences."""

    stored: dict[int, list[Result]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)

    @property
    def results(self) -> list[Result]:
        """All that was stored, in the table's order."""
        return [result for row in self.stored.values() for result in row]


@action
def enter_table(
    *,
    rows: Sequence[RowToEnter],
    by: User,
    reason: str = "",
    answer_later: bool = False,
) -> Entered:
    """Enter a table's results; a row that is refused keeps no other from being stored.

    An arm or an outcome that nobody knows is new, and so is a ``NewStudy``, once for
    all rows that name it. What stands already, with the same numbers, is refused.
    ``answer_later`` is as in ``add_result``.
    """
    require(by, Permission.ENTER_RESULTS)
    if len(rows) > MOST_ROWS:
        raise Refused(f"These are {len(rows)} rows; at most {MOST_ROWS} go in at once.")
    if (held := sum(len(row.results) for row in rows)) > MOST_RESULTS:
        raise Refused(f"These are {held:,} results; at most {MOST_RESULTS:,} go in.")
    known = sorted({row.study.pk for row in rows if isinstance(row.study, Study)})
    # Of two who send one table at once, the second waits and sees what is stored.
    list(Study.objects.select_for_update().filter(pk__in=known).order_by("pk"))
    entered, made = Entered(), dict[NewStudy, Study]()
    for row in rows:
        try:
            with whole_or_not():
                study = _study(row.study, made, by)
                entered.stored[row.number] = _enter(row, study, answer_later, by)
        except Refused as refusal:
            entered.refused[row.number] = refusal.sentence
            continue
        if isinstance(row.study, NewStudy):
            made[row.study] = study
    return entered


def _study(named: Study | NewStudy, made: dict[NewStudy, Study], by: User) -> Study:
    if isinstance(named, Study):
        return named
    return made.get(named) or add_study(
        label=named.label, year=named.year, design=named.design, by=by
    )


def _enter(row: RowToEnter, study: Study, later: bool, by: User) -> list[Result]:
    known = {arm.name.casefold(): arm for arm in study.arms.all()}

    def arm(name: str) -> Arm | None:
        if name and name.casefold() not in known:
            size = row.sizes.get(name)
            known[name.casefold()] = add_arm(study=study, name=name, size=size, by=by)
        return known.get(name.casefold())

    standing = results_standing([study])
    results = []
    for each in row.results:
        if same := standing_as(standing, row.outcome, each.fields):
            raise Refused(f"This stands here already, as result {same.pk}.")
        said = each.fields | {"arm_1": arm(each.arms[0]), "arm_2": arm(each.arms[1])}
        named = {"study": study, "outcome": row.outcome, "better": row.better}
        results.append(enter_result(by=by, answer_later=later, **named, **said))
    return results
