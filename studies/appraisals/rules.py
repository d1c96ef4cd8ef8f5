"""What must hold between a round on a study, its assignments and its appraisals."""

import pgtrigger

from core.round_rules import RoundTables
from core.triggers import Refuse, RefuseAll, agree

TABLES = RoundTables(
    rounds="studies_studyround",
    places="studies_studyassignment",
    judgements="studies_appraisal",
    noun="appraisal",
    a_noun="an appraisal",
    verb="appraise",
)
_OF_ANOTHER_STUDY = """EXISTS (
    SELECT 1 FROM studies_result x
    WHERE x.id = NEW.result_id AND x.study_id <> NEW.study_id)"""
_MORE_THAN_THE_STUDY = """OLD.opened_at IS NOT NULL
    AND to_jsonb(OLD) - '{study_id,revision}'::text[]
        <> to_jsonb(NEW) - '{study_id,revision}'::text[]"""
_OPENED_STAYS = "A round that has opened does not change; call a new one."

ROUND_RULES = (
    agree(
        "round_on_result_of_study",
        _OF_ANOTHER_STUDY,
        "A round on a result names the result's own study.",
    ),
    TABLES.opens_when_all_are_in(),
    Refuse(  # a merge of two studies takes their rounds along
        name="opened_round_stays",
        operation=pgtrigger.Update,
        broken=_MORE_THAN_THE_STUDY,
        sentence=_OPENED_STAYS,
    ),
    RefuseAll(
        name="opened_round_is_kept",
        operation=pgtrigger.Delete,
        condition=pgtrigger.Condition("OLD.opened_at IS NOT NULL"),
        sentence=_OPENED_STAYS,
    ),
)

_USED = """EXISTS (
    SELECT 1 FROM studies_studyround c
    WHERE c.instrument = OLD.key AND c.version = OLD.version)"""
_SAYS_OTHERWISE = """(NEW.key, NEW.version, NEW."table") IS DISTINCT FROM
    (OLD.key, OLD.version, OLD."table")"""

INSTRUMENT_RULES = (
    Refuse(
        name="used_version_stays",
        operation=pgtrigger.Update,
        broken=f"{_SAYS_OTHERWISE} AND {_USED}",
        sentence="A version that was used does not change; make a new one.",
    ),
    Refuse(
        name="used_version_is_kept",
        operation=pgtrigger.Delete,
        broken=_USED,
        sentence="A version that was used is kept.",
    ),
)
