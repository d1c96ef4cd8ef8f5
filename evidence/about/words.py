"""What a site says of itself, part by part."""

from texts.words import Words


class Part(Words):
    """A part of the page about this site, in its order."""

    KEEPER = "keeper", "who runs this site"
    INTERESTS = "interests", "declared interests"
    CORRECTIONS = "corrections", "how mistakes are corrected"
    CONTACT = "contact", "contact"
    LICENCE = "licence", "licence of the data"
