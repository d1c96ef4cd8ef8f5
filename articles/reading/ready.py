"""Loads all that reading needs, rules and word lists too, by reading once."""

from articles.reading import read_article
from texts.late_patterns import compile_now

_SHORT = b"""Vitamin D lowers the risk of falls (Example et al., 2016).

References

1. Example A. A look-alike. J Ex. 2016;1:1-2."""

read_article(_SHORT)
compile_now()
