"""What a site says of itself is written by whoever keeps it."""

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, one_after_another, save
from core.errors import LostRace, Refused
from evidence.about.models import SiteText

MOST_CHARACTERS = 20_000


@action
def write_site_text(
    *, part: str, text: str, by: User, reason: str = "", seen: int | None = None
) -> SiteText:
    """Say one part of what this site says of itself; an empty text takes it back.

    The texts before stay, with who wrote them. ``seen`` is the number of the text that
    one saw, 0 for none: of two who write at once the second looks at the first one's.
    """
    require(by, Permission.KEEP_SITE)
    text = text.replace("\r\n", "\n").strip()
    if len(text) > MOST_CHARACTERS:
        most = f"At most {MOST_CHARACTERS:,} characters, please."
        raise Refused(most, field="text")
    one_after_another(f"site text {part}")
    stands = SiteText.objects.filter(part=part).order_by("-pk").first()
    if seen is not None and seen != (stands.pk if stands else 0):
        raise LostRace("This was written anew meanwhile; look at what it says now.")
    if text == (stands.text if stands else ""):
        raise Refused("It says this already.", field="text")
    return save(SiteText(part=part, text=text, by=by))
