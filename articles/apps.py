"""The articles app."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    done = {  # what an action did, as history tells it
        "import_article": "captured",
        "withdraw_article": "withdrawn",
        "accept_mention": "accepted as a claim",
        "mark_claim": "marked as a claim",
        "edit_mention": "corrected",
        "split_mention": "split",
        "reject_mention": "rejected",
        "reject_kind": "rejected with others of its kind",
        "reopen_mention": "opened again",
        "join_mention": "joined with a known claim",
        "answer_reworded": "asked whether it is the same claim",
        "undo_step": "step undone",
        "mark_citation": "citation marked",
        "link_citation": "put under a citation",
        "unlink_citation": "taken from under a citation",
        "link_study": "joined with a study",
        "confirm_cited_work": "confirmed as the cited work",
        "confirm_candidate": "confirmed as the cited work",
        "reject_cited_work": "what was found rejected",
        "reset_cited_work": "decision taken back",
        "keep_search": "looked for",
        "judge_support": "checked against what it cites",
        "check_wording": "wording checked",
        "submit_check": "check handed in",
        "agree_on_check": "check agreed on",
        "call_mention_round": "checks called for",
        "want_fewer_checks": "fewer checks called for",
        "print_reply": "outlet’s reply printed",
        "withdraw_reply": "reply taken back",
        "tell_result": "taken from an article",
    }
