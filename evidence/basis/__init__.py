"""What a verdict rests on, typed and versioned, so that a change of it is noticed.

``declared`` says what is compared, ``watched`` which columns are in it and which are
not, ``reading`` reads it from rows and ``differences`` tells two apart in words.
"""

from evidence.basis.declared import BASIS_VERSION, Basis, notes_on
from evidence.basis.differences import asked_otherwise, changes_since
from evidence.basis.reading import basis_of, claim_basis

__all__ = [
    "BASIS_VERSION",
    "Basis",
    "asked_otherwise",
    "basis_of",
    "changes_since",
    "claim_basis",
    "notes_on",
]
