"""How to break each rule of uniqueness: a row, and how a second INSERT differs.

A value that can be called is called with the row.
"""

from tests import factories as a


def _a_consensus():
    grade = a.a_grade()
    return a.a_draft_grade(round=grade.round, is_consensus=True)


def _an_agreed_appraisal():
    appraisal = a.an_appraisal()
    return a.a_draft_appraisal(round=appraisal.round, is_consensus=True)


def _an_agreed_check():
    check = a.checked(a.a_support_judgement())
    return a.a_support_judgement(round=check.round, is_consensus=True)


UNIQUES = {
    "articles_mentionround_one_running": (a.a_mention_round, {}),
    "articles_mentionassignment_once": (
        lambda: a.a_mention_assignment(round=a.a_mention_round(reviewers=[], wanted=2)),
        {},
    ),
    "articles_mentionjudgement_once": (a.a_support_judgement, {}),
    "articles_mentionjudgement_one_consensus": (_an_agreed_check, {}),
    "studies_reportcopy_once": (a.a_report_copy, {}),
    "core_firstanswer_once": (a.a_first_answer, {}),
    "evidence_skip_once": (a.a_skip, {}),
    "claims_ask_sentence_once": (a.an_ask, {}),
    "claims_ask_claim_once": (
        lambda: a.an_ask(claim=a.a_claim()),
        {"sentence_sha256": "1" * 64},
    ),
    "evidence_savedsearch_name_once": (
        a.a_saved_search,
        {"name": lambda row: row.name.upper()},
    ),
    "core_merge_once": (a.a_merge, {}),
    "core_mergemove_once": (a.a_merge_move, {}),
    "core_recordedrow_once": (a.a_recorded_row, {}),
    "core_shortform_once": (a.a_short_form, {}),
    "bibliography_identifier_accepted_once": (
        a.an_identifier,
        {"reference_id": lambda row: a.a_reference().pk},
    ),
    "bibliography_identifier_once": (a.an_identifier, {"accepted": False}),
    "bibliography_notice_once": (a.a_notice, {}),
    "bibliography_noticesource_once": (a.a_notice_source, {}),
    "bibliography_serviceanswer_once": (
        a.a_service_answer,
        {"service": lambda r: r.service},
    ),
    "bibliography_storedtext_once": (a.a_stored_text, {}),
    "bibliography_importpiece_once": (a.an_import_piece, {}),
    "bibliography_importrecord_once": (a.an_import_record, {}),
    "studies_arm_once": (a.an_arm, {}),
    "studies_report_once": (a.a_report, {"role": "protocol"}),
    "studies_report_one_main": (
        a.a_report,
        {"reference_id": lambda row: a.a_reference().pk},
    ),
    "studies_inclusion_once": (a.an_inclusion, {}),
    "studies_inclusion_study_once": (
        lambda: a.an_inclusion(study=a.a_study()),
        {"listed_as": "Listed otherwise"},
    ),
    "studies_studyround_one_running": (a.a_study_round, {}),
    "studies_studyassignment_once": (
        lambda: a.a_study_assignment(round=a.a_study_round(reviewers=[], wanted=2)),
        {},
    ),
    "studies_appraisal_once": (a.a_draft_appraisal, {}),
    "studies_appraisal_one_consensus": (_an_agreed_appraisal, {}),
    "studies_judgement_once": (a.a_judgement, {}),
    "studies_definedinstrument_once": (a.a_defined_instrument, {}),
    "studies_itemguidance_once": (a.an_item_guidance, {}),
    "studies_topic_named_once": (a.a_topic, {"name": lambda row: row.name.upper()}),
    "studies_studytopic_once": (a.a_study_topic, {}),
    "articles_articletopic_once": (a.an_article_topic, {}),
    "claims_claimtopic_once": (a.a_claim_topic, {}),
    "articles_article_address_once": (
        lambda: a.an_article(url="https://example.org/examplin"),
        {},
    ),
    "articles_articleversion_number": (a.a_version, {"sha256": "other"}),
    "articles_articleversion_new_text": (a.a_version, {"number": 2}),
    "claims_claimrelation_once": (
        lambda: a.a_claim_relation(kind="part_of"),
        {},
    ),
    "claims_claimrelation_same_both_ways": (
        a.a_claim_relation,
        {
            "source_id": lambda row: row.target_id,
            "target_id": lambda row: row.source_id,
        },
    ),
    "claims_claimversion_number": (a.a_claim_version, {}),
    "articles_citedworkcheck_once": (a.a_cited_work_check, {}),
    "articles_citedworkentry_number": (a.a_cited_work_entry, {}),
    "articles_mentioncitation_once": (a.a_mention_citation, {}),
    "articles_anchor_mention_once": (a.an_anchor, {}),
    "articles_anchor_citation_once": (
        lambda: a.an_anchor(citation=a.a_citation()),
        {},
    ),
    "evidence_evidencebase_number": (a.a_frozen_base, {}),
    "evidence_evidencebase_one_draft": (a.a_base, {"number": 2}),
    "evidence_evidenceitem_result_once": (a.an_item, {}),
    "evidence_evidenceitem_passage_once": (
        lambda: a.an_item(passage=a.a_passage()),
        {},
    ),
    "evidence_literaturesearch_batch_once": (
        lambda: a.a_search(batch=a.an_import_batch()),
        {},
    ),
    "evidence_screenedrecord_once": (a.a_screened_record, {}),
    "articles_citationsupport_current_once": (a.a_citation_support, {}),
    "articles_wordingcheck_current_once": (a.a_wording_check, {}),
    "evidence_claimround_one_running": (a.a_round, {}),
    "evidence_claimassignment_once": (
        lambda: a.an_assignment(round=a.a_round(reviewers=[], wanted=2)),
        {},
    ),
    "evidence_authorship_once": (a.an_authorship, {}),
    "core_keptform_once": (a.a_kept_form, {}),
    "evidence_grade_once": (a.a_draft_grade, {}),
    "evidence_grade_one_consensus": (_a_consensus, {}),
    "evidence_twins_once": (a.a_twins, {}),
    "evidence_sentback_once": (a.a_sent_back, {}),
    "evidence_gradegroup_once": (a.a_group, {"verdict_rests_on_it": False}),
    "evidence_gradegroup_one_carries": (
        a.a_group,
        {"designs": "other", "start": "nrs", "certainty": "very_low"},
    ),
    "evidence_itemreading_once": (a.a_reading, {}),
}
