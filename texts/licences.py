"""What may be done with a text, and whether everybody may read the whole of it."""

from typing import Self

from texts.words import Words


class Licence(Words):
    """What may be done with a text; decides whether the full text is public."""

    NOT_STATED = "not_stated", "not stated"
    ALL_RIGHTS = "all_rights", "all rights reserved"
    CC_BY = "cc_by", "CC BY"
    CC_BY_SA = "cc_by_sa", "CC BY-SA"
    CC_BY_NC = "cc_by_nc", "CC BY-NC"
    CC_BY_NC_SA = "cc_by_nc_sa", "CC BY-NC-SA"
    CC_BY_ND = "cc_by_nd", "CC BY-ND"
    CC_BY_NC_ND = "cc_by_nc_nd", "CC BY-NC-ND"
    PUBLIC_DOMAIN = "public_domain", "public domain"
    OWN = "own", "ours"  # written for Footing

    @property
    def is_open(self) -> bool:
        """Whether it lets anyone read the whole text here."""
        return self not in (Licence.NOT_STATED, Licence.ALL_RIGHTS)

    @classmethod
    def open_ones(cls) -> list[Self]:
        """Those that let anyone read the whole text here."""
        return [licence for licence in cls if licence.is_open]
