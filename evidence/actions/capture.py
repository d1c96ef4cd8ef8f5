"""What a reading of an article becomes: cited works, citations and mentions.

All of a capture is written in bulk, in the same number of statements whatever its size.
"""

from evidence.actions.capture_citations import store_citations
from evidence.actions.capture_mentions import store_mentions
from evidence.actions.cited import store_works
from evidence.actions.reanchoring import place_earlier
from evidence.models import ArticleVersion
from evidence.reading.document import Reading


def store_capture(
    version: ArticleVersion, before: ArticleVersion | None, reading: Reading
) -> None:
    """Store all that a capture cites and claims.

    ``before`` is the version it follows: what stood there, or in an older one, keeps
    its row and gets its place in the new version, or is said to be gone.
    """
    earlier = place_earlier(version, before, reading.sentences)
    works = store_works(version, reading, is_first=before is None)
    cited = [placed for placed in earlier if placed.anchor.citation_id]
    claimed = [placed for placed in earlier if placed.anchor.mention_id]
    citations, fresh = store_citations(version, reading, works, cited)
    store_mentions(version, reading, citations, fresh, claimed)
