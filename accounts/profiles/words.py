"""What an interest is an interest in."""

from texts.words import Words


class InterestKind(Words):
    """What a person declares to have a hand in."""

    OUTLET = "outlet", "an outlet: a site, journal or newspaper"
    ORGANISATION = "organisation", "a funder, company or other organisation"
    ARTICLE = "article", "an article one wrote"
    STUDY = "study", "a study one took part in or wrote"
    OTHER = "other", "something else, in words"
