"""Agreed appraisals, as stored, for what is said of them elsewhere."""

from tests import factories as make

ROB_2 = ("D1", "D2_assignment", "D3", "D4", "D5")


def appraised(result, overall="Low", **domains):
    """An agreed RoB 2 appraisal of a result: all domains as the whole, but for some."""
    judged = dict.fromkeys(ROB_2, overall) | domains
    return _agreed(result, overall, judged, instrument="rob2", variant="assignment")


def appraised_by_robins(result, overall, **domains):
    """An agreed ROBINS-I appraisal of a result, each domain as the whole."""
    judged = {str(n): overall for n in range(1, 8)} | domains
    return _agreed(result, overall, judged, instrument="robins_i_2016", version="2016")


def _agreed(result, overall, judged, **of):
    person = make.a_reviewer()
    round = make.a_study_round(result=result, reviewers=[person], **of)
    return make.an_appraisal(
        round=round,
        reviewer=person,
        judged=judged,
        overall=overall,
        overall_proposed=overall,
    )
