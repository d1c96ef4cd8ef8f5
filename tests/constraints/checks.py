"""How to break each check constraint: a row, and the columns an UPDATE sets on it.

A value that can be called is called with the row.
"""

from evidence.method import MAX_DOWN, MAX_UP
from tests import factories as a
from tests.constraints.breaking import NOW, constraints
from tests.factories.tables import BUILDERS


def _of_kept_tables():
    """Withdrawals and merges, alike on every table that has them."""
    for name, (model, _) in constraints().items():
        if name.endswith("_withdrawn_whole"):
            yield name, (BUILDERS[model], {"withdrawn_at": NOW})
        if name.endswith("_merged_elsewhere"):
            yield name, (BUILDERS[model], {"merged_into_id": lambda row: row.pk})


def _of_domains():
    """Each GRADE domain: levels too many, and levels without an explanation."""
    for field in (*MAX_DOWN, *MAX_UP):
        table = f"evidence_gradegroup_{field}"
        yield f"{table}_range", (a.a_group, {field: 9, f"{field}_why": "So."})
        yield f"{table}_explained", (a.a_group, {field: 1, f"{field}_why": ""})


def _of_figures():
    """The numbers of a question, alike on a claim and on a base."""
    for table, build in (
        ("claims_claim", a.a_claim),
        ("evidence_evidencebase", a.a_base),
    ):
        yield f"{table}_figures_on_a_scale", (build, {"margin": 1.25})
        negative = {"scale": "md", "margin": -1.0}
        yield f"{table}_figures_above_zero", (build, negative)
        turned = {"value_low": 9.0, "value_high": 1.0}
        yield f"{table}_value_is_a_range", (build, turned)
        yield f"{table}_count_is_whole", (build, {"count_of": 3})
        yield f"{table}_baseline_has_its_source", (build, {"baseline_risk": 0.1})


def _of_groups():
    """What a report prints of each group of a result."""
    for group in (1, 2):
        broken = {f"q1_{group}": 1.0, f"q3_{group}": 2.0}
        yield f"studies_result_median_{group}", (a.a_result, broken)
        broken = {f"mean_ci_low_{group}": 1.0}
        yield f"studies_result_mean_interval_{group}", (a.a_result, broken)
        yield f"studies_result_above_zero_{group}", (a.a_result, {f"se_{group}": -1})


def _a_reply():
    comment = a.a_comment()
    return a.a_comment(row_id=comment.row_id, parent=comment)


CHECKS = {
    **dict(_of_kept_tables()),
    **dict(_of_figures()),
    **dict(_of_domains()),
    "evidence_twins_in_order": (a.a_twins, {"other": lambda row: row.one}),
    "evidence_twins_told_apart_whole": (a.a_twins, {"told_apart_why": "So."}),
    "evidence_sentback_says_why": (a.a_sent_back, {"why": ""}),
    "evidence_savedsearch_named": (a.a_saved_search, {"name": ""}),
    "claims_ask_worded": (a.an_ask, {"sentence": ""}),
    "core_job_done_within_total": (a.a_job, {"done": 2, "total": 1}),
    "core_job_failure_says_why": (a.a_job, {"state": "failed"}),
    "core_job_running_is_alive": (a.a_job, {"state": "running"}),
    "core_job_waiting_until": (a.a_job, {"state": "waiting"}),
    "core_shortform_has_a_source": (a.a_short_form, {"source": "A book"}),
    "core_shortform_two_forms": (a.a_short_form, {"short_key": ""}),
    "core_merge_two_rows": (a.a_merge, {"into_id": lambda row: row.merged_id}),
    "core_merge_says_why": (a.a_merge, {"reason": ""}),
    "core_merge_undone_whole": (a.a_merge, {"undone_at": NOW}),
    "bibliography_identifier_filled": (a.an_identifier, {"value": ""}),
    "bibliography_referencecheck_failure_says_why": (
        a.a_reference_check,
        {"outcome": "failed"},
    ),
    "bibliography_referencecheck_none_is_empty": (
        a.a_reference_check,
        {"candidates": "[{}]"},
    ),
    "bibliography_storedtext_filled": (a.a_stored_text, {"source": ""}),
    "bibliography_importbatch_refusal_says_why": (
        a.an_import_batch,
        {"state": "refused"},
    ),
    "bibliography_importbatch_undone_whole": (a.an_import_batch, {"undone_at": NOW}),
    "bibliography_importrecord_decided_whole": (
        a.an_import_record,
        {"decided_at": NOW},
    ),
    "bibliography_importrecord_rejection_says_why": (a.an_import_record, {"why": ""}),
    "bibliography_importrecord_names_reference": (
        a.an_import_record,
        {"became": "created"},
    ),
    "studies_study_labelled": (a.a_study, {"label": ""}),
    "studies_study_randomised_design": (a.a_study, {"allocation": "alternate"}),
    "studies_inclusion_matched_has_study": (a.an_inclusion, {"state": "matched"}),
    "studies_inclusion_not_itself": (
        a.an_inclusion,
        {"study_id": lambda row: row.review_id, "state": "matched"},
    ),
    "studies_studyround_wants_someone": (a.a_study_round, {"wanted": 0}),
    "studies_studyround_names_instrument": (a.a_study_round, {"version": ""}),
    "studies_studyassignment_left_whole": (
        a.a_study_assignment,
        {"left_because": "On holiday."},
    ),
    "studies_appraisal_override_explained": (
        a.a_draft_appraisal,
        {"overall": "High"},
    ),
    "studies_judgement_override_explained": (a.a_judgement, {"judgement": "High"}),
    "studies_appraisalquote_quotes": (a.an_appraisal_quote, {"quote": ""}),
    "studies_appraisalquote_placed": (a.an_appraisal_quote, {"start": 7}),
    "studies_definedinstrument_named": (a.a_defined_instrument, {"name": ""}),
    "studies_outcome_named": (a.an_outcome, {"name": ""}),
    "studies_result_compiled_from": (a.a_result, {"provenance": "compiled"}),
    "studies_result_interval": (a.a_result, {"ci_low": 0.6}),
    "studies_result_finite": (a.a_result, {"sd_1": float("nan")}),
    "studies_result_metric_range": (a.a_result, {"metric": "r", "estimate": 2}),
    "studies_result_level": (a.a_result, {"ci_level": 95}),
    "studies_result_ratio_positive": (a.a_result, {"ci_low": -0.4}),
    "studies_result_words_no_number": (a.a_result, {"metric": "words"}),
    "studies_result_events_1": (a.a_result, {"events_1": 2, "total_1": 1}),
    "studies_result_events_2": (a.a_result, {"events_2": 1}),
    "studies_result_spread": (a.a_result, {"sd_2": -1}),
    "studies_result_checked_whole": (a.a_result, {"checked_at": NOW}),
    "studies_result_checked_by_another": (
        a.a_result,
        {"checked_by_id": lambda row: row.entered_by_id, "checked_at": NOW},
    ),
    "studies_result_disputed_whole": (a.a_result, {"source_says": "5/123"}),
    "studies_result_disputed_by_another": (
        a.a_result,
        {
            "disputed_by_id": lambda row: row.entered_by_id,
            "disputed_at": NOW,
            "source_says": "5/123",
        },
    ),
    "studies_result_checked_or_disputed": (
        lambda: a.a_result(checked_by=a.a_reviewer(), checked_at=NOW),
        {
            "disputed_by_id": lambda row: row.checked_by_id,
            "disputed_at": NOW,
            "source_says": "5/123",
        },
    ),
    **dict(_of_groups()),
    "studies_outcome_not_its_own_complement": (
        a.an_outcome,
        {"complement_of_id": lambda row: row.pk},
    ),
    "studies_result_two_arms": (
        lambda: a.a_result(arm_1=a.an_arm()),
        {"arm_2_id": lambda row: row.arm_1_id},
    ),
    "studies_result_estimate_se": (a.a_result, {"estimate_se": 0}),
    "studies_result_log_rank": (a.a_result, {"o_minus_e": -3.2}),
    "studies_result_adjusted_for": (a.a_result, {"adjusted": "yes"}),
    "studies_result_person_time_unit": (a.a_result, {"person_time_1": 100}),
    "studies_result_cluster": (a.a_result, {"icc_source": "a review"}),
    "studies_result_paired": (a.a_result, {"correlation": 1.1}),
    "studies_result_discordant": (a.a_result, {"discordant_1": 3}),
    "studies_result_accuracy": (a.an_accuracy, {"false_negatives": None}),
    "studies_result_sensitivity": (a.an_accuracy, {"sensitivity": 80}),
    "studies_result_specificity": (a.an_accuracy, {"specificity_low": 0.5}),
    "studies_result_time": (a.a_result, {"time_value": 12}),
    "studies_result_planned_subgroup": (a.a_result, {"subgroup_planned": "yes"}),
    "studies_topic_named": (a.a_topic, {"name": ""}),
    "articles_outlet_named": (a.an_outlet, {"name": ""}),
    "articles_article_titled": (a.an_article, {"title": ""}),
    "articles_article_not_its_own_copy": (
        a.an_article,
        {"same_text_as_id": lambda row: row.pk},
    ),
    "articles_articleversion_counts_from_one": (a.a_version, {"number": 0}),
    "claims_claim_worded": (a.a_claim, {"text": ""}),
    "claims_claim_compound_ungraded": (
        a.a_claim,
        {"compound": True, "verdict": "supported"},
    ),
    "claims_claim_very_low_cant_say": (a.a_claim, {"certainty": "very_low"}),
    "claims_claim_cant_say_why": (a.a_claim, {"verdict": "cant_say"}),
    "claims_claim_verdict_stands": (a.a_claim, {"verdict": "supported"}),
    "claims_claim_judged_when": (a.a_claim, {"judged_at": NOW}),
    "claims_claim_newer_very_low_cant_say": (
        a.a_claim,
        {"newer_certainty": "very_low"},
    ),
    "claims_claim_newer_cant_say_why": (a.a_claim, {"newer_verdict": "cant_say"}),
    "claims_claim_newer_verdict_stands": (a.a_claim, {"newer_verdict": "supported"}),
    "claims_claim_newer_under_published": (
        a.a_claim,
        {"newer_verdict": "supported", "newer_standing": "draft"},
    ),
    "claims_claim_review_says_why": (a.a_claim, {"needs_review": True}),
    "claims_claimrelation_two": (
        a.a_claim_relation,
        {"target_id": lambda row: row.source_id},
    ),
    "claims_claimversion_counts_from_one": (a.a_claim_version, {"number": 0}),
    "claims_claimversion_basis_whole": (a.a_claim_version, {"basis_version": 1}),
    "claims_claimversion_very_low_cant_say": (
        a.a_claim_version,
        {"certainty": "very_low"},
    ),
    "claims_claimversion_cant_say_why": (a.a_claim_version, {"verdict": "cant_say"}),
    "claims_claimversion_verdict_stands": (
        a.a_claim_version,
        {"standing": "published"},
    ),
    "claims_correction_says": (a.a_correction, {"why": ""}),
    "claims_correction_later": (
        a.a_correction,
        {"corrected_id": lambda row: row.corrects_id},
    ),
    "articles_reply_worded": (a.a_reply, {"text": ""}),
    "articles_mention_claim_iff_accepted": (a.a_mention, {"status": "accepted"}),
    "articles_mention_made_its_claim": (
        lambda: a.a_mention(claim=a.a_claim()),
        {"made_claim_id": lambda row: a.a_claim().pk},
    ),
    "articles_mention_rules_version": (
        lambda: a.a_mention(origin="person", rules_version=""),
        {"rules_version": "2"},
    ),
    "articles_mention_decided": (a.a_mention, {"decided_at": NOW}),
    "articles_citedwork_match_is_confirmed": (
        a.a_cited_work,
        {"decision": "confirmed"},
    ),
    "articles_citedwork_report_of_a_match": (
        a.a_cited_work,
        {"made_report_id": lambda row: a.a_report().pk},
    ),
    "articles_step_undone_whole": (a.a_step, {"undone_at": NOW}),
    "articles_citedwork_decided": (a.a_cited_work, {"decision": "rejected"}),
    "articles_citedwork_checked_when": (a.a_cited_work, {"found": "not_found"}),
    "articles_anchor_of_one": (a.an_anchor, {"mention_id": None}),
    "articles_anchor_gone_is_nowhere": (a.an_anchor, {"state": "gone"}),
    "articles_anchor_mention_has_wording": (a.an_anchor, {"mode": ""}),
    "articles_anchor_covers_words": (
        a.an_anchor,
        {"covers_start": 1, "covers_end": 2},
    ),
    "articles_resultsource_quotes": (a.a_result_source, {"quote": ""}),
    "evidence_passage_quotes": (a.a_passage, {"place": ""}),
    "evidence_gradegroup_robins_i_quoted": (
        a.a_group,
        {"designs": "other", "start": "nrs_robins_i", "bias_says": "serious"},
    ),
    "evidence_evidencebase_review_named": (a.a_base, {"scope": "review"}),
    "evidence_evidencebase_frozen_whole": (a.a_base, {"frozen_at": NOW}),
    "evidence_evidenceitem_of_one": (a.an_item, {"result_id": None}),
    "evidence_evidenceitem_excluded_says_why": (a.an_item, {"decision": "excluded"}),
    "evidence_evidenceitem_other_in_words": (a.an_item, {"reason": "other"}),
    "evidence_literaturesearch_where_and_what": (a.a_search, {"strategy": ""}),
    "evidence_literaturesearch_dated": (
        lambda: a.a_search(records_found=3),
        {"searched_on": None},
    ),
    "evidence_comment_worded": (a.a_comment, {"text": ""}),
    "evidence_comment_not_on_a_comment": (a.a_comment, {"about": "comment"}),
    "evidence_comment_threads_are_resolved": (
        _a_reply,
        {"resolved_at": NOW, "resolved_by_id": lambda row: row.by_id},
    ),
    "evidence_comment_resolved_whole": (a.a_comment, {"resolved_at": NOW}),
    "evidence_flag_worded": (a.a_flag, {"text": ""}),
    "evidence_flag_resolved_whole": (a.a_flag, {"resolved_at": NOW}),
    "evidence_screenedrecord_left_out_says_why": (
        a.a_screened_record,
        {"reason": "design"},
    ),
    "evidence_screenedrecord_other_in_words": (
        a.a_screened_record,
        {"reason": "other"},
    ),
    "evidence_screenedrecord_taken_on_has_study": (
        a.a_screened_record,
        {"study_id": lambda row: a.a_study().pk},
    ),
    "evidence_screenedrecord_decided": (a.a_screened_record, {"decided_at": NOW}),
    "evidence_screenedrecord_decided_whole": (
        a.a_screened_record,
        {"decided_at": NOW},
    ),
    **{
        f"articles_{table}_{name}": (build, broken)
        for table, build in (
            ("citationsupport", a.a_citation_support),
            ("mentionjudgement", a.a_support_judgement),
        )
        for name, broken in (
            ("quotes", {"answer": "partly"}),
            ("says_what_was_read", {"answer": "unrelated", "read": "abstract"}),
            ("abstract_cannot", {"answer": "supports", "read": "abstract"}),
            ("nothing_read", {"answer": "unrelated"}),
            ("error_is_typed", {"error": "major"}),
        )
    },
    "articles_mentionjudgement_overstates_what": (
        a.a_wording_judgement,
        {"answer": "overstates"},
    ),
    "articles_mentionjudgement_answers_one_question": (
        a.a_wording_judgement,
        {"place": "Page 3"},
    ),
    "articles_mentionround_wants_someone": (a.a_mention_round, {"wanted": 0}),
    "articles_mentionround_asks_one_thing": (a.a_mention_round, {"citation_id": None}),
    "articles_mentionassignment_left_whole": (
        a.a_mention_assignment,
        {"left_because": "On holiday."},
    ),
    "studies_reportcopy_size": (a.a_report_copy, {"size": 0}),
    "studies_reportcopy_named": (a.a_report_copy, {"name": ""}),
    "articles_wordingcheck_overstates_what": (
        a.a_wording_check,
        {"answer": "overstates"},
    ),
    "evidence_claimround_wants_someone": (a.a_round, {"wanted": 0}),
    "evidence_claimassignment_left_whole": (
        a.an_assignment,
        {"left_because": "On holiday."},
    ),
    "evidence_conflictsetting_asks_who": (a.a_conflict_setting, {"effect": "asks"}),
    "evidence_conflictrecord_one_subject": (
        a.a_conflict,
        {"study_id": lambda row: a.a_study().pk},
    ),
    "evidence_conflictrecord_override_by_another": (
        a.a_conflict,
        {"outcome": "overridden"},
    ),
    "evidence_grade_words_fit_method": (a.a_draft_grade, {"verdict": "accurate"}),
    "evidence_grade_certainty_fits_method": (
        a.a_draft_grade,
        {"certainty": "not_applicable"},
    ),
    "evidence_grade_very_low_cant_say": (a.a_draft_grade, {"certainty": "very_low"}),
    "evidence_grade_leaning_of_cant_say": (a.a_draft_grade, {"leaning": "supported"}),
    "evidence_grade_cant_say_why": (a.a_draft_grade, {"verdict": "cant_say"}),
    "evidence_grade_threshold_stated": (a.a_draft_grade, {"target": "above_threshold"}),
    "evidence_grade_submitted_whole": (
        a.a_draft_grade,
        {"sentence": "", "submitted_at": NOW},
    ),
    "evidence_gradegroup_third_level_of_bias": (a.a_group, {"risk_of_bias": 3}),
    "evidence_gradegroup_start_of_designs": (a.a_group, {"start": "nrs"}),
    "evidence_gradegroup_certainty_follows": (a.a_group, {"certainty": "high"}),
    "evidence_gradegroup_up_needs_override": (a.a_group, {"large_effect": 1}),
    "evidence_itemreading_judged": (a.a_reading, {"bearing": ""}),
}
