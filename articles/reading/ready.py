"""Loads all that reading needs, rules and word lists too, by reading once."""

from articles.reading import read_article
from texts.late_patterns import compile_now

# Claims of it are suggested: the rules are read where there is something to weigh.
_SHORT = b"""# Moss and falls

Moss lowered the risk of falls by 20% in a trial of 120 adults (Example et al., 2016).
It may also help people sleep, "but nobody knows", and was safe in mice [1].

References

1. Example A. A look-alike. J Ex. 2016;1:1-2."""

read_article(_SHORT)
compile_now()
