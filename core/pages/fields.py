"""Form fields that several pages have."""

from core.numbers import whole_number


def number_in(words: str) -> int | None:
    """The number a choice begins with: "12 · Example 2001" is 12; None without one."""
    first = words.strip().lstrip("#").partition(" ")[0]
    return whole_number(first)
