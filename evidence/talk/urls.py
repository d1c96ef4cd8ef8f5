"""The addresses of talk."""

from django.urls import path

from evidence.talk import pages

urlpatterns = [
    path("talk/<slug:about>/<int:row_id>/", pages.talk, name="talk"),
    path("talk/<slug:about>/<int:row_id>/flag/", pages.flag, name="flag"),
    path("comments/", pages.comments, name="comments"),
    path("comments/<int:comment_id>/edit/", pages.edit, name="edit-comment"),
    path("comments/<int:comment_id>/step/", pages.step, name="comment-step"),
    path("comments/<int:comment_id>/history/", pages.history, name="comment-history"),
    path("flags/", pages.flags, name="flags"),
    path("flags/<int:flag_id>/resolve/", pages.resolve, name="resolve-flag"),
]
