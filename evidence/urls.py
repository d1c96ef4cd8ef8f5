"""The addresses of pages; those of the research side that show claims are here too."""

from django.urls import path

from evidence.views import articles, checking, claims, home, studies

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
    path("articles/", articles.articles, name="articles"),
    path("articles/new/", checking.check_article, name="check"),
    path("articles/keep/", checking.keep_article, name="keep-article"),
    path("articles/<int:article_id>/", articles.article, name="article"),
    path("studies/<int:study_id>/", studies.study, name="study"),
    path("references/<int:reference_id>/", studies.reference, name="reference"),
]
