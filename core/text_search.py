"""Words that a person searches by, as PostgreSQL's text search takes them."""

import re

from django.contrib.postgres.search import SearchQuery

# Each hyphen of a run denies the next; some thirty of them fill the parser's stack.
_RUN_OF_HYPHENS = re.compile(r"-(?:\s*-)+")


def words_query(words: str) -> SearchQuery:
    """A query for all the words, in web search syntax: phrases, ``or`` and ``-``.

    Whatever is typed is some query; one without a word matches nothing.
    """
    once = _RUN_OF_HYPHENS.sub("-", words)
    return SearchQuery(once, config="footing", search_type="websearch")
