"""The unit files that docs/operating.md gives, as this checkout would have them."""

import re
import shlex

from django.conf import settings

_UNIT = re.compile(
    r"`/etc/systemd/system/([^`]+)`[^\n]*:\n\n```ini\n(.*?)```", re.DOTALL
)
WRITTEN_FOR = "/srv/footing"


def units():
    """The text of each unit file by its name."""
    text = (settings.BASE_DIR / "docs" / "operating.md").read_text()
    here = str(settings.BASE_DIR)
    return {name: unit.replace(WRITTEN_FOR, here) for name, unit in _UNIT.findall(text)}


def command_of(name):
    """What a unit starts, as a list of words."""
    return shlex.split(re.search(r"^ExecStart=(.*)$", units()[name], re.MULTILINE)[1])
