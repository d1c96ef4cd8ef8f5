"""The history of a place where an article makes a claim."""

from django.shortcuts import get_object_or_404

from articles.models import CitationSupport, Mention, WordingCheck
from core.pages import history_page

WITHIN = (
    ("Does the study say this?", CitationSupport, "citation", "mention"),
    ("Do the words fit?", WordingCheck, "claim_version", "mention"),
)


def history(request, mention_id):
    """Every change of a mention and of what was checked of it, newest first."""
    rows = Mention.objects.open_to_readers()
    row = get_object_or_404(rows, pk=mention_id)
    back = (f"/articles/{row.article_id}/#mention-{row.pk}", "In its article")
    return history_page(request, row, f"“{row.proposed_text}”", back, WITHIN)
