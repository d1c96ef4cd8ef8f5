"""The base of every list of what waits for editors."""

from rest_framework.permissions import IsAuthenticated

from accounts.permissions import Permission, require
from core.api.viewsets import ReadViewSet
from core.list_pages import Order


class WorkViewSet(ReadViewSet):
    """The base of a list of what waits for editors.

    ``title`` and ``about`` head its page, ``row`` is the template of a row, of which
    ``nouns`` are counted, ``sorts`` are its orders, ``narrowed_by`` the filters that
    its page offers. ``rows_for`` are the rows that somebody sees, and
    ``complete`` adds what no column says, to all rows of a page at once.
    """

    permission_classes = [IsAuthenticated]
    title: str
    about: str
    row: str
    nouns: str
    sorts: tuple[Order, ...] = (Order("newest", "Newest", "-pk"),)
    narrowed_by: tuple[str, ...] = ()

    def check_permissions(self, request):
        super().check_permissions(request)
        require(request.user, Permission.PUBLISH)

    @property
    def orders(self):
        return {each.word: each.key for each in self.sorts}

    def get_queryset(self):
        return self.rows_for(self.request.user)

    def shown(self, queryset):
        return queryset

    def present(self, rows):
        self.complete(rows)
        return super().present(rows)

    def complete(self, rows):
        """Add what no column says."""
