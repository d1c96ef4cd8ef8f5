"""What is loaded beforehand is all that reading an article needs."""

import os
import subprocess
import sys

from django.conf import settings

SCRIPT = """
from config import apart
from articles.reading import read_article, ready
from articles.reading.suggesting import learnt, rules
read_article(ready._SHORT)
def refuse(*_):
    raise AssertionError("something was left to be loaded")
rules.alternatives = rules.tomllib.loads = learnt.json.loads = refuse
reading = read_article(b"Tea lowered fever in 80 adults [1]. Tea is safe for children.")
assert reading.suggestions
"""


def test_nothing_is_left_for_the_first_to_ask():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
