"""``python -m tests.upgrades v0.1``: writes the dump of a release, once."""

import sys

from tests import alone

print(alone.run("tests.upgrades.dumping.write", sys.argv[1]))
