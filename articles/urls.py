"""The addresses of articles: kept, checked, curated, and what they cite."""

from django.urls import path

from articles.articles import pages as articles
from articles.checking import pages as checking
from articles.checking import report_pages as reports
from articles.checks import differences_pages as check_differences
from articles.checks import judging_pages as judging
from articles.checks import pages as checks
from articles.checks import round_pages as check_rounds
from articles.citations import pages as citations
from articles.curating import pages as curating
from articles.kept_links import pages as kept_links
from articles.mentions import pages as mentions
from articles.outlets import pages as outlets
from articles.reference_lists import pages as lists
from articles.replies import pages as replies

urlpatterns = [
    path("articles/", articles.articles, name="articles"),
    path("outlets/", outlets.outlets, name="outlets"),
    path("outlets/<int:outlet_id>/", outlets.outlet, name="outlet"),
    path("articles/new/", checking.check_article, name="check"),
    path("articles/new/look/", checking.look_for_cited, name="look-for-cited"),
    path("articles/reviews/", checking.reviews, name="look-for-reviews"),
    path("articles/looks/<str:key>/", checking.look, name="look"),
    path("articles/new/address/", checking.check_address, name="check-address"),
    path("articles/new/report/", reports.report, name="check-report"),
    path("articles/new/link/", reports.keep, name="keep-link"),
    path("check-list/", lists.check_list, name="check-list"),
    path("check-list/as/<str:kind>/", lists.download, name="check-list-as"),
    path("check-list/correct/", lists.correct, name="correct-list"),
    path("check-list/correct/<str:format>/", lists.correct_file, name="corrected-list"),
    path("check-list/link/", lists.keep, name="keep-list-link"),
    path("checks/<str:address>/", kept_links.kept, name="kept-link"),
    path("checks/<str:address>/delete/", kept_links.delete, name="delete-link"),
    path("claims/<int:claim_id>/reply/", replies.new, name="print-reply"),
    path(
        "replies/<int:reply_id>/take-back/", replies.take_back, name="take-back-reply"
    ),
    path("articles/keep/", checking.keep_article, name="keep-article"),
    path("articles/fetch/", articles.fetch, name="fetch"),
    path("articles/<int:article_id>/edit/", articles.edit, name="edit-article"),
    path(
        "articles/<int:article_id>/history/", articles.history, name="article-history"
    ),
    path(
        "mentions/<int:mention_id>/history/", mentions.history, name="mention-history"
    ),
    path(
        "cited-works/<int:work_id>/history/",
        citations.history,
        name="cited-work-history",
    ),
    path("articles/<int:article_id>/curate/", curating.curate, name="curate"),
    path(
        "articles/<int:article_id>/curate/<int:mention_id>/",
        curating.decide,
        name="decide",
    ),
    path("articles/<int:article_id>/curate/mark/", curating.mark, name="mark"),
    path(
        "articles/<int:article_id>/curate/reject/",
        curating.reject_all,
        name="reject-all",
    ),
    path("articles/<int:article_id>/curate/undo/", curating.undo, name="undo"),
    path(
        "articles/<int:article_id>/curate/works/<int:work_id>/",
        curating.link_work,
        name="link-work",
    ),
    path(
        "articles/<int:article_id>/look/",
        citations.look_for_article,
        name="look-for-article",
    ),
    path("cited-works/<int:work_id>/", citations.cited_work, name="cited-work"),
    path(
        "cited-works/<int:work_id>/decide/", citations.decide_work, name="decide-work"
    ),
    path(
        "cited-works/<int:work_id>/look/",
        citations.look_for_work,
        name="look-for-work",
    ),
    path(
        "mentions/<int:mention_id>/support/<int:citation_id>/",
        checks.support,
        name="support",
    ),
    path("mentions/<int:mention_id>/wording/", checks.wording, name="wording"),
    path(
        "mentions/<int:mention_id>/support/<int:citation_id>/rounds/",
        check_rounds.support_rounds,
        name="support-rounds",
    ),
    path(
        "mentions/<int:mention_id>/wording/rounds/",
        check_rounds.wording_rounds,
        name="wording-rounds",
    ),
    path(
        "mention-rounds/<int:mention_round_id>/",
        check_rounds.mention_round,
        name="mention-round",
    ),
    path(
        "mention-rounds/<int:mention_round_id>/check/",
        judging.check,
        name="check-in-round",
    ),
    path(
        "mention-rounds/<int:mention_round_id>/differences/",
        check_differences.differences,
        name="check-differences",
    ),
]
