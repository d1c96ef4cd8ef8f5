"""The studies app."""

from django.apps import AppConfig


class StudiesConfig(AppConfig):
    name = "studies"
    done = {  # what an action did, as history tells it
        "check_result": "confirmed at its source",
        "dispute_result": "said to differ from its source",
        "answer_result": "numbers explained",
        "withdraw_result": "withdrawn",
        "reinstate_result": "reinstated",
        "add_report": "report attached",
        "edit_report": "report described otherwise",
        "remove_report": "report taken off",
        "add_arm": "arm added",
        "edit_arm": "arm changed",
        "remove_arm": "arm taken off",
        "include_study": "listed as included in the review",
        "include_studies": "listed as included in the review",
        "settle_inclusion": "matched with a study",
        "remove_inclusion": "taken off the review",
        "enter_table": "entered as a table",
        "file_study": "filed under a topic",
        "unfile_study": "taken out of a topic",
        "submit_appraisal": "appraisal handed in",
        "appraise_alone": "appraised by one reviewer",
        "agree_on_appraisal": "appraisal agreed on",
        "call_study_round": "appraisals called for",
        "want_fewer_appraisals": "fewer appraisals called for",
        "define_instrument": "defined",
        "withdraw_instrument": "withdrawn",
        "reinstate_instrument": "offered again",
        "write_guidance": "guidance written",
    }
