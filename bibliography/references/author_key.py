"""The database's own key of a surname: spellings of one name have the same."""

from django.db.models import CharField, Func, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Lower, Replace

from texts.names import PARTICLES

_LETTERS = ("øØłŁđĐıðæÆœŒ", "oOlLdDidaAoO")  # that NFKD takes no mark away from
_SIGNS = r"[\u0300-\u036f.'’ʼ]"  # marks of letters, dots and apostrophes
_PARTICLE = rf"\m({'|'.join(sorted(PARTICLES))})\s+"  # only where a name follows
_SPACES = r"[\s‐‑–-]+"
_MAC = "^mac(?=[^aeiouhk])"
_UMLAUT = "(?<![aeiou])([aou])e(?=[^aeiou])|a(a)"


class Decomposed(Func):
    """A text with its marks apart from their letters (NFKD)."""

    function = "NORMALIZE"
    template = "%(function)s(%(expressions)s, NFKD)"
    output_field = CharField()


def author_key(name: Combinable) -> Func:
    """The key of a surname, as SQL whose result never changes, so it can be indexed.

    As ``bibliography.matching.names`` compares: "Müller", "Mueller" and "Muller" have
    one key, and so have "van Acker" and "Acker", "Al-Hassan" and "Alhassan".
    """
    plain = Func(Decomposed(name), *map(Value, _LETTERS), function="TRANSLATE")
    key = Lower(Replace(plain, Value("ß"), Value("ss")))
    for pattern, instead in (
        (_SIGNS, ""),
        (_PARTICLE, ""),
        (_SPACES, ""),
        (_MAC, "mc"),
        (_UMLAUT, r"\1\2"),
    ):
        key = Func(
            key,
            Value(pattern),
            Value(instead),
            Value("g"),
            function="REGEXP_REPLACE",
            output_field=CharField(),
        )
    return key
