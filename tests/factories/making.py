"""How a builder stores its row, and the words the rows are made of."""

from itertools import count

TEXT = "Examplin lowers made-up fever, says Example 2001. It rained."
CLAIM = "Examplin lowers made-up fever"
MARKER = "Example 2001"

_numbers = count(1)


def make(model, given, /, **defaults):
    """Store a row of ``given`` values; a default that can be called is called late."""
    for name, value in defaults.items():
        if name not in given:
            given[name] = value() if callable(value) else value
    return model._base_manager.create(**given)


def settled(given, name, build):
    """The given value of that name, built where none was given."""
    if name not in given:
        given[name] = build()
    return given[name]


def number():
    """A number no other row of the test has."""
    return next(_numbers)


def count_anew():
    """Number the rows of the next test as if it were the first to be run."""
    global _numbers
    _numbers = count(1)
