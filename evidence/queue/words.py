"""What a queue holds, and why something in it is skipped."""

from texts.words import Words


class Task(Words):
    """One kind of thing to do."""

    GRADE = "grade", "grading"
    APPRAISAL = "appraisal"
    CHECK = "check", "check in a round"
    DIFFERENCE = "difference", "difference between grades"
    APPRAISAL_DIFFERENCE = "appraisal_difference", "difference between appraisals"
    CHECK_DIFFERENCE = "check_difference", "difference between checks"
    SENT_BACK = "sent_back", "verdict sent back"
    DISPUTE = "dispute", "disputed result"
    REVIEW = "review", "verdict to look at again"
    OFFER = "offer", "place to grade"
    APPRAISAL_OFFER = "appraisal_offer", "place to appraise"
    CHECK_OFFER = "check_offer", "place to check"
    SUPPORT = "support", "citation check"
    WORDING = "wording", "wording check"
    RESULT = "result", "result check"
    SCREENING = "screening"
    CITED_WORK = "cited_work"


class SkipReason(Words):
    """Why a person leaves something in their queue alone for now."""

    LATER = "later"
    NO_TEXT = "no_text", "can’t get the text"
    UNSURE = "unsure", "not sure how"
    NOT_MINE = "not_mine", "for somebody else"
