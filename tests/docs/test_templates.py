"""docs/templates.md lists every shared component, and nothing else."""

import re

from django.conf import settings

TEXT = (settings.BASE_DIR / "docs" / "templates.md").read_text()


def test_every_component_is_listed_and_nothing_else():
    listed = re.findall(r"^\| `(_\w+)` \| .{10,} \|$", TEXT, re.MULTILINE)
    there = (settings.BASE_DIR / "templates" / "_components").glob("*.html")
    assert sorted(listed) == sorted(file.stem for file in there)
