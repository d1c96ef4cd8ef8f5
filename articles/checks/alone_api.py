"""What one person checks alone, by program: the pages' two forms, on a mention."""

from accounts.api import Needs
from accounts.permissions import Permission
from articles.checks.alone import state_of
from articles.checks.forms import SupportForm, WordingForm
from articles.checks.support import judge_support
from articles.checks.wording import check_wording
from articles.models import Citation, Mention
from core.api.writing import WriteViewSet, step
from core.forms import NumberedField


class NewSupportForm(SupportForm):
    """Whether the study that is cited says what the words say, and what was read.

    ``reason`` says why again, where several agreed on the answer there is.
    """

    citation = NumberedField(
        queryset=Citation.objects.select_related("cited_work__reference")
    )

    def records_quoted(self, said):
        citation = said.get("citation")
        reference = citation and citation.cited_work.reference
        return [reference] if reference else []


class CheckedAloneViewSet(WriteViewSet):
    """Mentions, each checked by one person where no round is at it.

    The ETag counts what a check is made of: the words, the claim's verdict, and the
    answers there are.
    """

    permission_classes = [Needs]
    needs = dict.fromkeys(["support", "wording"], Permission.CHECK_SUPPORT)

    def writable(self):
        claiming = Mention.objects.accepted().exclude(claim=None)
        return claiming.select_related("claim", "article")

    def revision_of(self, mention):
        return state_of(mention)

    @step(NewSupportForm, "NewSupport")
    def support(self, request, mention, said):
        """Say whether the study that is cited says this; the answer counts at once."""
        state = said.pop("revision")
        judge_support(mention=mention, by=request.user, state=state, **said)

    @step(WordingForm, "NewWording")
    def wording(self, request, mention, said):
        """Say whether the words fit the verdict as it stands; it counts at once."""
        state = said.pop("revision")
        check_wording(mention=mention, by=request.user, state=state, **said)
