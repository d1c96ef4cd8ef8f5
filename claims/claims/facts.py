"""A claim in the list of something else, as facts."""

from dataclasses import dataclass

from claims.models import Claim
from core.wording import shown, shown_if_set


@dataclass(frozen=True)
class BriefClaim:
    """A claim in another claim's list."""

    id: int
    address: str
    text: str
    verdict: str
    verdict_words: str
    certainty: str = ""
    certainty_words: str = ""
    standing: str = ""
    standing_words: str = ""


def brief(claim: Claim) -> BriefClaim:
    """A claim in another claim's list."""
    return BriefClaim(
        id=claim.pk,
        address=f"/claims/{claim.pk}/",
        text=claim.text,
        verdict=claim.verdict,
        verdict_words=shown(claim, "verdict"),
        certainty=claim.certainty,
        certainty_words=shown(claim, "certainty"),
        standing=claim.standing,
        standing_words=shown_if_set(claim, "standing"),
    )
