"""Where README.md and docs/ say something is, there it is."""

import re

import pytest
from django.conf import settings

HOUSE = settings.BASE_DIR
TEXTS = [HOUSE / "README.md", *sorted((HOUSE / "docs").glob("*.md"))]
MADE = ("var/",)  # while it runs


def named_in(text):
    """The paths a text names: in code marks, up to what stands for many files."""
    named = re.findall(r"`([a-z_]+/[^`\s]*)`", text.read_text())
    return [re.split(r"[<*]", path)[0] for path in named if not path.startswith(MADE)]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_every_path_that_is_named_is_there(text):
    missing = [path for path in named_in(text) if not (HOUSE / path).exists()]
    assert missing == []
