"""The forms that pages offer, and what a person might send with them."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from lxml import html

from tests.record.addresses import shape_of

BY_TYPE = {
    "number": "1",
    "date": "2026-01-05",
    "url": "https://example.org/an-example",
    "email": "someone@example.org",
    "password": "not the password",
}
WORDS = "Examplin lowers made-up fever in adults."
NEVER_SENT = frozenset({"csrfmiddlewaretoken"})
PRESSED = frozenset({"submit", "image"})
WITHOUT_VALUE = frozenset({"file", "button", "reset"}) | PRESSED


@dataclass(frozen=True)
class Form:
    """A form of a page with one of its buttons: where it goes, and what it holds."""

    address: str
    offered: tuple[tuple[str, str], ...]  # as the page fills it in
    blank: tuple[tuple[str, str], ...]  # what is not filled in, with something in it

    @property
    def shape(self):
        """What forms of different rows have in common."""
        match = resolve(urlsplit(self.address).path)
        held = [*self.offered, *self.blank]
        button = dict(self.offered).get("do", "")
        names = frozenset(
            "".join(c for c in name if not c.isdigit()) for name, _ in held
        )
        return shape_of(match.route), button, names

    def filled(self):
        """All that is sent once the blanks are filled in."""
        return fields_of([*self.offered, *self.blank])

    def as_offered(self):
        """All that is sent where nobody types anything."""
        return fields_of(self.offered)


def fields_of(pairs):
    """The test client's way to write pairs, of which several may share a name."""
    fields = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def forms_of(address, text):
    """The forms of a page that write to this site, once for each of their buttons."""
    if "<form" not in text:
        return
    for form in html.fromstring(text).forms:
        if form.get("method", "get").lower() != "post":
            continue
        goes_to = urljoin(address, form.get("action") or address)
        if _is_ours(goes_to):
            offered, blank = _held(form)
            for pressed in _buttons(form):
                yield Form(goes_to, (*offered, *pressed), blank)


def _is_ours(address):
    try:
        return bool(resolve(urlsplit(address).path))
    except Resolver404:
        return False


def _buttons(form):
    buttons = form.xpath(
        ".//button[not(@type) or @type='submit'] | .//input[@type='submit']"
    )
    pairs = [
        ((button.get("name"), button.get("value") or ""),) if button.get("name") else ()
        for button in buttons
    ]
    return list(dict.fromkeys(pairs)) or [()]


def _held(form):
    offered, blank = [], []
    for field in form.xpath(".//input | .//select | .//textarea"):
        name = field.get("name")
        if name and name not in NEVER_SENT and field.get("disabled") is None:
            filled, values = _values(field)
            (offered if filled else blank).extend((name, value) for value in values)
    chosen = {name for name, _ in offered}
    once = dict(pair for pair in reversed(blank) if pair[0] not in chosen)
    return tuple(offered), tuple(sorted(once.items()))


def _values(field):
    """Whether a field is filled in, and its values or those it might get."""
    if field.tag == "textarea":
        return (True, [field.text]) if field.text else (False, [WORDS])
    if field.tag == "select":
        chosen = [o.get("value", "") for o in field.iter("option") if _is_set(o)]
        choices = [o.get("value") for o in field.iter("option") if o.get("value")]
        return (True, chosen) if any(chosen) else (False, choices[:1])
    kind = field.get("type", "text")
    if kind in WITHOUT_VALUE:
        return True, []
    if kind in ("radio", "checkbox"):
        value = field.get("value", "on")
        return (True, [value]) if _is_set(field) else (False, [value])
    value = field.get("value")
    if value or kind == "hidden":
        return True, [value or ""]
    return False, [BY_TYPE.get(kind, WORDS)]


def _is_set(field):
    return field.get("checked") is not None or field.get("selected") is not None
