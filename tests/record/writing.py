"""Asks everything as everybody, and writes down what was answered."""

import io
import json
import re
import time
from urllib.parse import urljoin, urlsplit

from django.core.management import call_command
from django.db import connection

from bibliography.formats import WRITERS
from tests.record.addresses import addresses, routes, some
from tests.record.asking import Visitor
from tests.record.files import Record
from tests.record.forms import fields_of, forms_of
from tests.record.render import lines_of, parts_of, stable
from tests.record.store import PEOPLE, fill

LINKED = re.compile(r'href="([^"#]*\?[^"#]+)"|"next":"([^"]+)"')
PAGES = 10  # of one list, at most
READING = ("nobody", "reviewer")  # they ask for every row of a kind, all for some
QUERYING = ("nobody", "editor")
SENDING = ("nobody", "reader", "curator", "reviewer", "editor")
EXPORTS = [("claims", "ndjson"), ("claims", "csv")] + [
    ("references", name) for name in WRITERS
]


def write_record(folder):
    """Fill the empty database and write the record of it; a summary in words."""
    began = time.monotonic()
    fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    visitors = {name: Visitor(ask and ask()) for name, ask in PEOPLE.items()}
    filled = time.monotonic()
    record, forms = Record(folder), {}
    for route in routes():
        read(record, visitors, route.shape, addresses(route), forms)
    was_read = time.monotonic()
    for route in routes():
        send_nothing(record, visitors, route.shape, addresses(route))
    for form in forms.values():
        send(record, visitors, form)
    export(record)
    ended = time.monotonic()
    return (
        f"{record.summary()}\nThe store took {filled - began:.0f} s, reading "
        f"{was_read - filled:.0f} s, sending {ended - was_read:.0f} s."
    )


def read(record, visitors, route, first, forms):
    """Ask for the addresses of a route, and the queries of it that pages link to."""
    asked, waiting, pages = set(), list(first), 0
    by_all = set(some(first))
    while waiting:
        address = waiting.pop(0)
        if address in asked:
            continue
        asked.add(address)
        names = QUERYING if "?" in address else PEOPLE if address in by_all else READING
        answers = {name: visitors[name].get(address) for name in names}
        record.add(route, f"GET {address}", _parts(answers))
        for answer in answers.values():
            _note_forms(forms, address, answer)
        if "?" not in address or "cursor=" in address and pages < PAGES:
            pages += "cursor=" in address
            for answer in answers.values():
                waiting += _queries(address, answer.whole)


def _queries(address, text):
    """The links of an answer to the same address with a query."""
    for page, following in LINKED.findall(text):
        link = urlsplit(urljoin(address, (page or following).replace("&amp;", "&")))
        if link.path == urlsplit(address).path and link.query:
            yield f"{link.path}?{link.query}"


def _note_forms(forms, address, answer):
    if not answer["Content-Type"].startswith("text/html"):
        return
    for form in forms_of(address, answer.whole):
        forms.setdefault(form.shape, form)


def send_nothing(record, visitors, route, somewhere):
    """Send an empty form to the first address of a route."""
    answers = {name: visitors[name].post(somewhere[0], {}) for name in SENDING}
    record.add(route, f"POST {somewhere[0]} (nothing)", _parts(answers))


def send(record, visitors, form):
    """Send a form as everybody: as it is offered, and with its blanks filled in."""
    route, button, _ = form.shape
    for how, pairs in (
        ("as offered", form.offered),
        ("filled in", (*form.offered, *form.blank)),
    ):
        fields = fields_of(pairs)
        answers = {name: visitors[name].post(form.address, fields) for name in SENDING}
        sent = json.dumps(fields, ensure_ascii=False)
        heading = f"POST {form.address} ({how}) {button}\nsent: {sent}"
        record.add(route, heading, _parts(answers))


def _parts(answers):
    """The parts of what each visitor was answered; equal texts are rendered once."""
    rendered = {}
    for answer in answers.values():
        if answer.whole not in rendered:
            rendered[answer.whole] = lines_of(answer["Content-Type"], answer.whole)
    return {
        name: parts_of(answer, rendered[answer.whole])
        for name, answer in answers.items()
    }


def export(record):
    """What the export command writes, in each format of each kind."""
    for what, format in EXPORTS:
        written = io.StringIO()
        call_command("export", what=what, format=format, stdout=written)
        lines = written.getvalue().splitlines()
        if format == "ndjson":
            lines = [json.dumps(json.loads(line), indent=1) for line in lines]
        parts = {"written": stable("\n".join(lines)).splitlines()}
        record.add("export", f"export --what {what} --format {format}", {what: parts})
