"""The addresses of claims and their judgement, and of pages that join floors."""

from django.urls import include, path

from evidence.about import pages as about
from evidence.agreement import pages as agreement
from evidence.articles import pages as articles
from evidence.bases import pages as bases
from evidence.claims import (
    edit_pages,
    merge_pages,
    plot_pages,
    take_along_pages,
    withdrawing_pages,
)
from evidence.claims import pages as claims
from evidence.claims.table import pages as table_of_claims
from evidence.corrections import pages as corrections
from evidence.editing import pages as editing
from evidence.editing import sending_back_pages
from evidence.finding import pages as finding
from evidence.finding import short_form_pages
from evidence.grades import differences_pages, publishing_pages, rounds_pages
from evidence.grades import pages as grades
from evidence.home import pages as home
from evidence.notices import pages as notices
from evidence.people import pages as people
from evidence.people import record_pages
from evidence.queue import pages as queue
from evidence.references import pages as references
from evidence.references import withdrawing_pages as withdrawing
from evidence.saved_searches import pages as saved
from evidence.screening import pages as screening
from evidence.searches import pages as searches
from evidence.studies import merge_pages as study_merges
from evidence.studies import outside_pages as outside
from evidence.studies import pages as studies
from evidence.topics import pages as topics
from evidence.twins import pages as twins

urlpatterns = [
    path("", include("evidence.talk.urls")),
    path("", home.home, name="home"),
    path("about/", about.about, name="about"),
    path("about/methods/", home.methods, name="methods"),
    path("about/corrections/", corrections.corrections, name="corrections"),
    path("about/corrections.atom", corrections.feed, name="corrections-feed"),
    path("about/texts/<slug:part>/", about.history, name="site-text-history"),
    path("about/texts/<slug:part>/write/", about.write, name="write-site-text"),
    path("agreement/", agreement.agreement, name="agreement"),
    path("review/", queue.queue, name="queue"),
    path("review/next/", queue.next_item, name="next-in-queue"),
    path("review/skip/", queue.skip_item, name="skip"),
    path("review/skipped/", queue.skipped, name="skipped"),
    path("review/decisions/", queue.decisions, name="my-decisions"),
    path("search/", finding.search, name="search"),
    path("search/short-forms/", short_form_pages.short_forms, name="short-forms"),
    path(
        "search/short-forms/<int:form_id>/drop/",
        short_form_pages.drop,
        name="drop-short-form",
    ),
    path("saved-searches/", saved.saved_searches, name="saved-searches"),
    path("saved-searches/<int:saved_id>/", saved.saved_search, name="saved-search"),
    path(
        "saved-searches/<int:saved_id>/remove/",
        saved.remove,
        name="remove-saved-search",
    ),
    path(
        "saved-searches/<int:saved_id>/look/", saved.look, name="look-at-saved-search"
    ),
    path("saved-searches/<int:saved_id>/feed/", saved.set_feed, name="set-feed"),
    path("saved-searches/feeds/<str:address>/", saved.feed, name="feed"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<int:topic_id>/", topics.topic, name="topic"),
    path("articles/<int:article_id>/", articles.article, name="article"),
    path("claims/", claims.claims, name="claims"),
    path("claims/new/", edit_pages.new, name="new-claim"),
    path("claims/table/", table_of_claims.table, name="table-of-claims"),
    path("claims/<int:claim_id>/", claims.claim, name="claim"),
    path(
        "claims/<int:claim_id>/v<int:number>/",
        claims.claim_version,
        name="claim-version",
    ),
    *(
        path(
            f"claims/<int:claim_id>/{version}plots/<int:plot>.{kind}",
            page,
            {"kind": kind},
            name=f"{kind}-{name}",
        )
        for version, page, name in (
            ("", plot_pages.plot, "plot"),
            ("v<int:number>/", plot_pages.version_plot, "version-plot"),
        )
        for kind in ("svg", "png")
    ),
    path("claims/<int:claim_id>/export/", take_along_pages.claim, name="export-claim"),
    path(
        "claims/<int:claim_id>/v<int:number>/export/",
        take_along_pages.version,
        name="export-claim-version",
    ),
    path("claims/<int:claim_id>/edit/", edit_pages.edit, name="edit-claim"),
    path(
        "claims/<int:claim_id>/withdraw/",
        withdrawing_pages.withdraw,
        name="withdraw-claim",
    ),
    path(
        "claims/<int:claim_id>/reinstate/",
        withdrawing_pages.reinstate,
        name="reinstate-claim",
    ),
    path("claims/<int:claim_id>/history/", edit_pages.history, name="claim-history"),
    path("claims/<int:claim_id>/merge/", merge_pages.merge, name="merge-claim"),
    path(
        "claim-merges/<int:merge_id>/undo/", merge_pages.unmerge, name="unmerge-claim"
    ),
    path("claims/<int:claim_id>/base/", bases.base, name="base"),
    path(
        "claims/<int:claim_id>/base/<int:number>/",
        bases.base_version,
        name="base-version",
    ),
    path(
        "claims/<int:claim_id>/base/<int:number>/history/",
        bases.history,
        name="base-history",
    ),
    path(
        "claims/<int:claim_id>/base/<int:number>/flow.svg",
        screening.flow_picture,
        name="base-flow",
    ),
    path("claims/<int:claim_id>/base/add/", bases.add, name="base-add"),
    path("claims/<int:claim_id>/base/copy/", bases.copy, name="base-copy"),
    path(
        "claims/<int:claim_id>/base/main-line/", bases.main_line, name="base-main-line"
    ),
    path("claims/<int:claim_id>/base/freeze/", bases.freeze, name="base-freeze"),
    path("claims/<int:claim_id>/base/passage/", bases.passage, name="base-passage"),
    path("claims/<int:claim_id>/base/screening/", screening.screen, name="screening"),
    path(
        "claims/<int:claim_id>/base/screening/several/",
        screening.several,
        name="screening-several",
    ),
    path(
        "claims/<int:claim_id>/base/screening/back/",
        screening.back,
        name="screening-back",
    ),
    path(
        "claims/<int:claim_id>/base/records/",
        screening.records,
        name="screened-records",
    ),
    path(
        "claims/<int:claim_id>/base/searches/", searches.searches, name="base-searches"
    ),
    path("searches/<int:search_id>/", searches.step, name="search-step"),
    path("items/<int:item_id>/", bases.decide, name="item"),
    path("claims/<int:claim_id>/grade/", grades.grade, name="grade"),
    path("claims/<int:claim_id>/rounds/", rounds_pages.rounds, name="rounds"),
    path(
        "claims/<int:claim_id>/rounds/<int:round_id>/",
        differences_pages.differences,
        name="differences",
    ),
    path("claims/<int:claim_id>/publish/", publishing_pages.publish, name="publish"),
    path(
        "claims/<int:claim_id>/take-back/",
        publishing_pages.take_back,
        name="take-back-verdict",
    ),
    path("review/conflicts/", people.conflicts, name="conflicts"),
    path(
        "review/conflicts/on-claim/<int:claim_id>/",
        people.ask_to_judge_claim,
        name="ask-to-judge-claim",
    ),
    path(
        "review/conflicts/on-study/<int:study_id>/",
        people.ask_to_judge_study,
        name="ask-to-judge-study",
    ),
    path(
        "review/conflicts/<int:conflict_id>/override/",
        people.override,
        name="override-conflict",
    ),
    path("review/conflicts/rules/<slug:rule>/", people.rule, name="conflict-rule"),
    path(
        "review/conflicts/is-it-yours/<int:reference_id>/",
        people.authorship,
        name="authorship",
    ),
    path("review/without-an-owner/", people.without_an_owner, name="without-an-owner"),
    path("people/<int:person_id>/close/", people.close, name="close-account"),
    path("people/<int:person_id>/reopen/", people.reopen, name="reopen-account"),
    path("accounts/record/", record_pages.record, name="own-record"),
    path(
        "claims/<int:claim_id>/send-back/",
        sending_back_pages.send_back,
        name="send-back",
    ),
    path("claims/<int:claim_id>/correct/", corrections.correct, name="correct-claim"),
    path("review/editors/", editing.editors, name="editors"),
    path("review/editors/<slug:name>/", editing.work_list, name="editors-list"),
    path("review/twins/<int:twins_id>/apart/", twins.apart, name="tell-apart"),
    path("review/sent-back/", sending_back_pages.sent_back, name="sent-back"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<int:notice_id>/", notices.notice, name="notice"),
    path(
        "notices/<int:notice_id>/take-back/",
        notices.take_back,
        name="take-back-notice",
    ),
    path("references/<int:reference_id>/note/", notices.note, name="note"),
    path("references/<int:reference_id>/check/", notices.check, name="check-reference"),
    path(
        "references/<int:reference_id>/withdraw/",
        withdrawing.withdraw,
        name="withdraw-reference",
    ),
    path(
        "references/<int:reference_id>/reinstate/",
        withdrawing.reinstate,
        name="reinstate-reference",
    ),
    path("references/<int:reference_id>/", references.reference, name="reference"),
    path("studies/<int:study_id>/", studies.study, name="study"),
    path("studies/<int:study_id>/reports/look/", outside.look, name="look-for-reports"),
    path(
        "studies/<int:study_id>/reports/outside/",
        outside.outside,
        name="reports-outside",
    ),
    path("studies/<int:study_id>/merge/", study_merges.merge, name="merge-study"),
    path(
        "study-merges/<int:merge_id>/undo/", study_merges.unmerge, name="unmerge-study"
    ),
]
