"""The record's files: a folder for each route, in it a file for each visitor."""

from collections import defaultdict

from tests.record.render import stable


class Record:
    """Writes answers; what another visitor was answered as well is only named."""

    def __init__(self, folder):
        self._folder = folder
        self._sections = defaultdict(int)
        self._bytes = 0

    def add(self, route, heading, told):
        """Write what each visitor was told: by visitor, by part, the lines."""
        earlier = {}
        for visitor, parts in told.items():
            lines = list(_shortened(visitor, parts, earlier))
            self._write(route, visitor, [f"== {stable(heading)}", *lines, ""])

    def _write(self, route, visitor, lines):
        file = (
            self._folder
            / (route.strip("/").replace("/", ".") or "home")
            / f"{visitor}.txt"
        )
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if self._sections[file] else "w"
        with file.open(mode, encoding="utf-8") as stream:
            self._bytes += stream.write("\n".join(lines) + "\n")
        self._sections[file] += 1

    def summary(self):
        """How much was written, in words."""
        routes = {file.parent for file in self._sections}
        return (
            f"{len(routes)} routes, {len(self._sections)} files, "
            f"{sum(self._sections.values())} answers, {self._bytes:,} characters."
        )


def _shortened(visitor, parts, earlier):
    """The lines of an answer: a part that somebody else got too is named."""
    same_as = {}
    for part, lines in parts.items():
        same_as[part] = earlier.setdefault((part, tuple(lines)), visitor)
    if set(same_as.values()) - {visitor} and len(set(same_as.values())) == 1:
        yield f"as {same_as.popitem()[1]}"
        return
    for part, lines in parts.items():
        if same_as[part] == visitor:
            yield from (f"-- {part}", *lines)
        else:
            yield f"-- {part}: as {same_as[part]}"
