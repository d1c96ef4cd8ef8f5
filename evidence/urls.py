"""The addresses of pages; those of the research side that show claims are here too."""

from django.urls import path

from evidence.views import (
    articles,
    bases,
    checking,
    checks,
    claim_edits,
    claims,
    curating,
    describing,
    grading,
    home,
    studies,
)

app_name = "evidence"
urlpatterns = [
    path("", home.home, name="home"),
    path("about/methods/", home.methods, name="methods"),
    path("claims/", claims.claims, name="claims"),
    path("claims/<int:claim_id>/", claims.claim, name="claim"),
    path(
        "claims/<int:claim_id>/v<int:number>/",
        claims.claim_version,
        name="claim-version",
    ),
    path("claims/<int:claim_id>/base/", bases.base, name="base"),
    path("claims/<int:claim_id>/base/add/", bases.add, name="base-add"),
    path("claims/<int:claim_id>/base/copy/", bases.copy, name="base-copy"),
    path("claims/<int:claim_id>/base/freeze/", bases.freeze, name="base-freeze"),
    path("claims/<int:claim_id>/base/passage/", bases.passage, name="base-passage"),
    path("items/<int:item_id>/", bases.decide, name="item"),
    path("claims/new/", claim_edits.new, name="new-claim"),
    path("claims/<int:claim_id>/edit/", claim_edits.edit, name="edit-claim"),
    path("claims/<int:claim_id>/history/", claim_edits.history, name="claim-history"),
    path(
        "mentions/<int:mention_id>/support/<int:citation_id>/",
        checks.support,
        name="support",
    ),
    path("mentions/<int:mention_id>/wording/", checks.wording, name="wording"),
    path("claims/<int:claim_id>/grade/", grading.grade, name="grade"),
    path("claims/<int:claim_id>/publish/", grading.publish, name="publish"),
    path("articles/", articles.articles, name="articles"),
    path("articles/new/", checking.check_article, name="check"),
    path("articles/keep/", checking.keep_article, name="keep-article"),
    path("articles/<int:article_id>/", articles.article, name="article"),
    path("articles/<int:article_id>/edit/", describing.edit, name="edit-article"),
    path("articles/<int:article_id>/curate/", curating.curate, name="curate"),
    path(
        "articles/<int:article_id>/curate/<int:mention_id>/",
        curating.decide,
        name="decide",
    ),
    path("articles/<int:article_id>/curate/mark/", curating.mark, name="mark"),
    path("articles/<int:article_id>/curate/undo/", curating.undo, name="undo"),
    path(
        "articles/<int:article_id>/curate/works/<int:work_id>/",
        curating.link_work,
        name="link-work",
    ),
    path("studies/<int:study_id>/", studies.study, name="study"),
    path("references/<int:reference_id>/", studies.reference, name="reference"),
]
