"""How to break each rule that a trigger holds: functions marked with its name."""

from tests import factories as a
from tests.constraints.breaking import NOW, change, copy, refusals, remove, run
from tests.factories.making import CLAIM
from tests.factories.tables import BUILDERS

REFUSALS = {}


def breaks(*names):
    """Mark a function as breaking the rules of these names."""

    def mark(function):
        for name in names:
            REFUSALS[name] = function
        return function

    return mark


def _tables_with(rule):
    return [model for model in BUILDERS if f"{model._meta.label_lower}:{rule}" in _ALL]


_ALL = refusals()

for _model in _tables_with("immutable_update"):
    _label = _model._meta.label_lower
    REFUSALS[f"{_label}:immutable_update"] = lambda build=BUILDERS[_model]: change(
        build(), created_at=NOW
    )
    REFUSALS[f"{_label}:immutable_delete"] = lambda build=BUILDERS[_model]: remove(
        build()
    )


def _rewrite_history(build, history):
    row, table = build(), history._meta.db_table
    columns = ", ".join(
        f'"{field.column}"'
        for field in history._meta.local_fields
        if not field.column.startswith("pgh_")
    )
    run(
        f'INSERT INTO "{table}" ({columns}, pgh_created_at, pgh_label, pgh_obj_id) '
        f"SELECT {columns}, now(), 'update', id FROM \"{row._meta.db_table}\""
    )
    run(f'UPDATE "{table}" SET pgh_label = %s', ["insert"])


for _model in BUILDERS:
    _history = getattr(_model, "pgh_event_model", None)
    if _history:
        REFUSALS[f"{_history._meta.label_lower}:append_only"] = (
            lambda build=BUILDERS[_model], history=_history: _rewrite_history(
                build, history
            )
        )


def _merge_into_a_merged(build):
    rows = [build(), build(), build()]
    change(rows[0], merged_into_id=rows[1].pk)
    change(rows[2], merged_into_id=rows[0].pk)


def _works_of_one_article():
    article = a.an_article()
    return lambda: a.a_cited_work(article=article)


for _model in _tables_with("merges_into_what_stands"):
    _build = BUILDERS[_model]
    REFUSALS[f"{_model._meta.label_lower}:merges_into_what_stands"] = (
        lambda build=_build: _merge_into_a_merged(build)
    )


@breaks("articles.citedwork:merges_into_what_stands")
def _():
    _merge_into_a_merged(_works_of_one_article())


# Rows of one article


@breaks("articles.mention:stays_with_article")
def _():
    change(a.a_mention(), article_id=a.an_article().pk)


@breaks("articles.citedwork:stays_with_article")
def _():
    change(a.a_cited_work(), article_id=a.an_article().pk)


@breaks("articles.citation:stays_with_article")
def _():
    other = a.a_cited_work()
    change(a.a_citation(), article_id=other.article_id, cited_work_id=other.pk)


@breaks("articles.citedwork:of_one_article")
def _():
    change(a.a_cited_work(), merged_into_id=a.a_cited_work().pk)


@breaks("articles.citedworkentry:of_one_article")
def _():
    change(a.a_cited_work_entry(), version_id=a.a_version().pk)


@breaks("articles.citation:of_one_article")
def _():
    change(a.a_citation(), cited_work_id=a.a_cited_work().pk)


@breaks("articles.mentioncitation:of_one_article")
def _():
    change(a.a_mention_citation(), citation_id=a.a_citation().pk)


@breaks("articles.anchor:of_one_article")
def _():
    change(a.an_anchor(), mention_id=a.a_mention().pk)


@breaks("articles.resultsource:of_one_article")
def _():
    change(a.a_result_source(), mention_id=a.a_mention().pk)


@breaks("articles.citationsupport:of_one_article")
def _():
    change(a.a_citation_support(), citation_id=a.a_citation().pk)


@breaks("articles.anchor:anchor_quotes_version")
def _():
    change(a.an_anchor(), exact="Words the article does not have")


@breaks("articles.resultsource:source_quotes_version")
def _():
    change(a.a_result_source(), start=1, end=len(CLAIM))


@breaks("articles.resultsource:source_of_second_hand")
def _():
    copy(a.a_result_source(), result_id=a.a_result().pk)


@breaks("articles.article:copy_of_the_first")
def _():
    copied = a.an_article(same_text_as=a.an_article())
    change(a.an_article(), same_text_as_id=copied.pk)


@breaks("articles.wordingcheck:checked_against_its_claim")
def _():
    copy(a.a_wording_check(superseded_at=NOW), claim_version_id=a.a_claim_version().pk)


@breaks("claims.correction:correction_of_one_claim")
def _():
    copy(a.a_correction(), claim_id=a.a_claim().pk)


# Rounds of checks


@breaks("articles.mentionround:of_one_article")
def _():
    change(a.a_mention_round(), citation_id=a.a_citation().pk)


@breaks("articles.mentionround:round_on_a_verdict_of_its_claim")
def _():
    a.a_wording_round(claim_version=a.a_claim_version())


@breaks("articles.mentionround:round_opens_when_all_are_in")
def _():
    change(a.a_mention_round(), opened_at=NOW)


@breaks("articles.mentionround:opened_round_stays")
def _():
    change(a.checked(a.a_support_judgement()).round, opened_at=None)


@breaks("articles.mentionround:opened_round_is_kept")
def _():
    remove(a.checked(a.a_support_judgement()).round)


@breaks("articles.mentionassignment:begun_assignment_stays")
def _():
    remove(a.a_wording_judgement().round.assignments.get())


@breaks("articles.mentionassignment:round_has_room")
def _():
    a.a_mention_assignment(round=a.a_mention_round(), reviewer=a.another_reviewer())


@breaks("articles.mentionjudgement:check_of_the_assigned")
def _():
    copy(a.a_support_judgement(), reviewer_id=a.another_reviewer().pk)


@breaks("articles.mentionjudgement:opened_round_takes_no_checks")
def _():
    a.a_support_judgement(round=a.checked(a.a_support_judgement()).round)


@breaks("articles.mentionjudgement:consensus_after_opening")
def _():
    change(a.a_wording_judgement(), is_consensus=True)


@breaks("articles.mentionjudgement:submitted_check_stays")
def _():
    remove(a.checked(a.a_wording_judgement()))


@breaks("articles.mentionjudgement:stays_in_round")
def _():
    change(a.a_support_judgement(), round_id=a.a_mention_round().pk)


@breaks("articles.mentionjudgement:answers_its_question")
def _():
    a.a_support_judgement(round=a.a_wording_round())


@breaks("articles.citationsupport:of_what_its_round_asks")
def _():
    a.a_citation_support(round=a.checked(a.a_support_judgement()).round)


@breaks("articles.wordingcheck:of_what_its_round_asks")
def _():
    a.a_wording_check(round=a.checked(a.a_wording_judgement()).round)


# Evidence bases


@breaks("evidence.evidencebase:stays_with_claim")
def _():
    change(a.a_base(), claim_id=a.a_claim().pk)


@breaks("evidence.evidencebase:frozen_base_stays")
def _():
    change(a.a_frozen_base(), query="another search")


@breaks("evidence.evidencebase:base_one_result_a_study")
def _():
    result = a.a_result()
    again = a.a_compiled_result(study=result.study, outcome=result.outcome)
    a.a_frozen_base(results=[result, again])


@breaks("evidence.evidencebase:base_primary_before_compiled")
def _():
    own = a.a_result()
    base = a.a_base()
    a.an_item(base=base, result=own, decision="excluded", reason="same_result")
    told = a.a_compiled_result(study=own.study, outcome=own.outcome)
    a.an_item(base=base, result=told)
    change(base, frozen_at=NOW, frozen_by_id=base.by_id)


@breaks("evidence.evidencebase:base_counts_no_study_twice")
def _():
    result = a.a_result()
    review = a.an_inclusion(study=result.study).review
    a.a_frozen_base(results=[result, a.a_result(study=review)])


@breaks("evidence.evidenceitem:frozen_items_stay")
def _():
    remove(a.a_frozen_base().items.get())


@breaks("evidence.evidenceitem:frozen_base_takes_no_items")
def _():
    copy(a.a_frozen_base().items.get(), result_id=a.a_result().pk)


# Searches and screening


def _frozen(row):
    change(row.base, frozen_at=NOW, frozen_by_id=row.base.by_id)
    return row


@breaks("evidence.literaturesearch:stays_with_base")
def _():
    change(a.a_search(), base_id=a.a_base().pk)


@breaks("evidence.literaturesearch:frozen_searches_stay")
def _():
    change(_frozen(a.a_search()), strategy="other words")


@breaks("evidence.literaturesearch:frozen_base_takes_no_searches")
def _():
    copy(_frozen(a.a_search()), source="Another Index")


@breaks("evidence.screenedrecord:stays_with_base")
def _():
    other = a.a_search()
    change(a.a_screened_record(), base_id=other.base_id, search_id=other.pk)


@breaks("evidence.screenedrecord:search_of_the_base")
def _():
    change(a.a_screened_record(), search_id=a.a_search().pk)


@breaks("evidence.screenedrecord:frozen_screening_stays")
def _():
    again = {"decision": "left_out", "reason": "design", "decided_at": NOW}
    row = _frozen(a.a_screened_record())
    change(row, **again, decided_by_id=row.base.by_id)


@breaks("evidence.screenedrecord:frozen_base_loses_no_records")
def _():
    remove(_frozen(a.a_screened_record()))


@breaks("evidence.screenedrecord:frozen_base_takes_no_records")
def _():
    copy(_frozen(a.a_screened_record()), reference_id=a.a_reference().pk)


# Rounds and assignments


@breaks("evidence.claimround:round_on_base_of_claim")
def _():
    copy(a.a_round(), claim_id=a.a_claim().pk)


@breaks("evidence.claimround:round_on_frozen_base")
def _():
    a.a_round(base=a.a_base())


@breaks("evidence.claimround:compound_has_no_round")
def _():
    a.a_round(base=a.a_frozen_base(claim=a.a_claim(compound=True)))


@breaks("evidence.claimround:round_opens_when_all_are_in")
def _():
    change(a.a_draft_grade().round, opened_at=NOW)


@breaks("evidence.claimround:opened_round_stays")
def _():
    change(a.a_grade().round, opened_at=None)


@breaks("evidence.claimassignment:begun_assignment_stays")
def _():
    remove(a.a_draft_grade().round.assignments.get())


@breaks("evidence.claimassignment:round_has_room")
def _():
    a.an_assignment(round=a.a_round(), reviewer=a.another_reviewer())


# Appraisals


@breaks("studies.studyround:round_on_result_of_study")
def _():
    a.a_study_round(result=a.a_result(), study=a.a_study())


@breaks("studies.studyround:round_opens_when_all_are_in")
def _():
    change(a.a_draft_appraisal().round, opened_at=NOW)


@breaks("studies.studyround:opened_round_stays")
def _():
    change(a.an_appraisal().round, opened_at=None)


@breaks("studies.studyround:opened_round_is_kept")
def _():
    remove(a.an_appraisal().round)


@breaks("studies.studyassignment:begun_assignment_stays")
def _():
    remove(a.a_draft_appraisal().round.assignments.get())


@breaks("studies.studyassignment:round_has_room")
def _():
    a.a_study_assignment(round=a.a_study_round(), reviewer=a.another_reviewer())


@breaks("studies.appraisal:appraisal_of_the_assigned")
def _():
    copy(a.a_draft_appraisal(), reviewer_id=a.another_reviewer().pk)


@breaks("studies.appraisal:opened_round_takes_no_appraisals")
def _():
    a.a_draft_appraisal(round=a.an_appraisal().round)


@breaks("studies.appraisal:consensus_after_opening")
def _():
    change(a.a_draft_appraisal(), is_consensus=True)


@breaks("studies.appraisal:submitted_appraisal_stays")
def _():
    remove(a.an_appraisal())


@breaks("studies.appraisal:stays_in_round")
def _():
    other = a.a_study_round(reviewers=[a.a_reviewer()])
    change(a.a_draft_appraisal(), round_id=other.pk)


@breaks("studies.judgement:submitted_judgements_stay")
def _():
    remove(a.an_appraisal().judgements.get())


@breaks("studies.judgement:submitted_judgements_closed")
def _():
    a.a_judgement(appraisal=a.an_appraisal(), domain="D2")


@breaks("studies.appraisalquote:submitted_quotes_stay")
def _():
    quote = a.an_appraisal_quote()
    change(quote.appraisal, submitted_at=NOW)
    remove(quote)


@breaks("studies.appraisalquote:submitted_quotes_closed")
def _():
    a.an_appraisal_quote(appraisal=a.an_appraisal())


@breaks("studies.definedinstrument:used_version_stays")
def _():
    defined = a.a_defined_instrument()
    a.a_study_round(instrument=defined.key, version=defined.version)
    change(defined, version="another")


@breaks("studies.definedinstrument:used_version_is_kept")
def _():
    defined = a.a_defined_instrument()
    a.a_study_round(instrument=defined.key, version=defined.version)
    remove(defined)


# Grades


@breaks("evidence.grade:grade_of_the_assigned")
def _():
    copy(a.a_draft_grade(), reviewer_id=a.another_reviewer().pk)


@breaks("evidence.grade:opened_round_takes_no_grades")
def _():
    a.a_draft_grade(round=a.a_grade().round)


@breaks("evidence.grade:consensus_after_opening")
def _():
    change(a.a_draft_grade(), is_consensus=True)


@breaks("evidence.grade:grade_rests_on_a_group")
def _():
    grade = a.a_draft_grade()
    a.a_group(grade=grade, certainty="moderate")
    change(grade, submitted_at=NOW)


@breaks("evidence.grade:submitted_grade_stays")
def _():
    remove(a.a_grade())


@breaks("evidence.grade:stays_in_round")
def _():
    other = a.a_round(reviewers=[a.a_reviewer()])
    change(a.a_draft_grade(), round_id=other.pk)


@breaks("evidence.gradegroup:submitted_groups_stay")
def _():
    remove(a.a_grade().groups.get())


@breaks("evidence.gradegroup:submitted_groups_closed")
def _():
    copy(a.a_grade().groups.get(), designs="other", start="nrs")


@breaks("evidence.itemreading:reading_of_graded_base")
def _():
    change(a.a_reading(), item_id=a.an_item().pk)


@breaks("evidence.itemreading:submitted_readings_stay")
def _():
    remove(a.a_grade().readings.get())


@breaks("evidence.itemreading:submitted_readings_closed")
def _():
    copy(a.a_grade().readings.get())


@breaks("evidence.comment:reply_on_the_same_record")
def _():
    change(a.a_comment(), parent_id=a.a_comment().pk)


@breaks("evidence.comment:stays_with_row")
def _():
    change(a.a_comment(), row_id=0)


@breaks("evidence.flag:stays_with_row")
def _():
    change(a.a_flag(), row_id=0)
