"""The evidence app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.migrations.operations import RunSQL
from django.db.migrations.operations.base import Operation


class EvidenceConfig(AppConfig):
    name = "evidence"
    last_operations_on = ("articles",)  # whose tables they need, beside its own
    done = {  # what an action did, as history tells it
        "open_base": "begun",
        "copy_base": "begun from an earlier base",
        "mark_main_line": "main line marked",
        "freeze_base": "frozen",
        "add_passage": "passage added",
        "quote_record": "passage added",
        "add_item": "candidate added",
        "add_items": "candidates added",
        "decide_item": "included, excluded or left to decide",
        "reword_claim": "put in other words",
        "set_question": "question stated",
        "relate_claims": "related to another claim",
        "unrelate_claims": "relation taken back",
        "withdraw_claim": "withdrawn",
        "reinstate_claim": "reinstated",
        "merge_claims": "merged",
        "unmerge_claims": "merge undone",
        "review_claims": "looked at whether it needs review",
        "edit_claims": "changed in a table",
        "take_verdict": "verdict given",
        "publish_newer": "newer verdict published",
        "take_back_verdict": "verdict taken back",
        "make_version": "version kept",
        "send_back": "sent back",
        "submit_grade": "grade handed in",
        "grade_alone": "graded by one reviewer",
        "submit_consensus": "grade agreed on",
        "publish_verdict": "verdict published",
        "withdraw_verdict": "verdict taken back",
        "correct": "corrected",
        "call_round": "grades called for",
        "call_off_round": "call for grades taken back",
        "want_fewer": "fewer grades called for",
        "take_on": "taken on from a search",
        "leave_out": "left out",
        "leave_out_several": "left out with others",
        "put_back": "put back to decide",
        "put_back_several": "put back to decide",
        "undo_last": "last step undone",
        "run_search": "searched",
        "bring_search": "search brought",
        "go_on": "search taken up again",
        "remove_search": "search taken off",
        "merge_studies": "merged",
        "unmerge_studies": "merge undone",
        "attach_found": "report attached",
        "add_comment": "written",
        "edit_comment": "worded otherwise",
        "withdraw_comment": "taken back",
        "reinstate_comment": "put back",
        "resolve_thread": "resolved",
        "reopen_thread": "opened again",
        "flag_record": "flagged",
        "resolve_flag": "flag resolved",
        "tell_apart": "told apart",
        "write_site_text": "written",
        "close_account": "account closed",
    }

    def last_operations(self) -> list[Operation]:
        """What its first migration ends with: on tables of several floors."""
        row_sql = import_module("evidence.finding.row_sql")
        return [RunSQL(row_sql.make(), row_sql.drop())]
