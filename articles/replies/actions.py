"""What outlets answer is printed by an editor, in the outlet's own words."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.articles.actions import add_outlet
from articles.models import Article, Mention, Outlet, Reply
from claims.models import Claim
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.withdrawing import expect_current, withdraw

A_DAY = timedelta(days=1)  # it is tomorrow already in some places


@action
def print_reply(
    *,
    claim: Claim,
    text: str,
    source: str,
    received_on: date,
    by: User,
    article: Article | None = None,
    outlet_name: str = "",
    reason: str = "",
) -> Reply:
    """Print what an outlet answered, on the claim's page and on the article's.

    The outlet is the article's, or is named where it answers for no single one.
    ``source`` is how the reply came, or where it stands. Raises Refused where the
    article is another outlet's, or does not make the claim.
    """
    require(by, Permission.PUBLISH)
    expect_current(claim, *([article] if article else []))
    if received_on > timezone.now().date() + A_DAY:
        raise Refused("A reply came on a day that has been.", field="received_on")
    if not source.strip():
        raise Refused("Say how it came, or where it stands.", field="source")
    reply = Reply(
        claim=claim,
        outlet=_outlet(claim, article, outlet_name.strip(), by),
        article=article,
        text=text.strip(),
        source=source.strip(),
        received_on=received_on,
    )
    return save(reply)


def _outlet(claim: Claim, article: Article | None, name: str, by: User) -> Outlet:
    """Whose reply it is: the article's outlet, or the one that is named."""
    if article is None:
        if not name:
            raise Refused("Say whose reply it is.", field="outlet_name")
        return add_outlet(name=name, by=by)
    if not Mention.objects.accepted().filter(article=article, claim=claim).exists():
        raise Refused("This article does not make the claim.", field="article")
    if article.outlet is None:
        raise Refused("This article states no outlet yet.", field="article")
    if name and name.casefold() != article.outlet.name.casefold():
        raise Refused("This article is not of that outlet.", field="outlet_name")
    return article.outlet


@action
def withdraw_reply(
    *, reply: Reply, by: User, reason: str, revision: int | None = None
) -> Reply:
    """Take back a reply that was printed in error, saying why."""
    require(by, Permission.WITHDRAW)
    expect_revision(reply, revision)
    return withdraw(row=reply, by=by, reason=reason)
