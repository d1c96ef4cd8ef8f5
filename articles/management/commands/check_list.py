"""``manage.py check_list FILE``: looks for each entry of a reference list."""

import json
import re

from django.core.management.base import CommandError
from django.utils import timezone
from tqdm import tqdm

from accounts.models import User
from articles.checking.looking import look_for
from articles.management.files import add_file_arguments, named, read_article
from articles.reference_lists.checked import as_facts, checked_entries
from articles.reference_lists.listed import FORMATS, read_sent
from bibliography.checks.answers import KeptAnswers
from bibliography.checks.checking import said_of
from bibliography.services import services
from core.errors import Refused
from core.management.store import StoreCommand

OWN_NUMBER = re.compile(r"[\[(]?\d{1,4}(?:[\])][.:]?|[.:])\s")  # "1. ", "[1] "


class Command(StoreCommand):
    """Checks a list against the references kept here and the services."""

    help = "Looks for each entry of a reference list and compares it field by field."

    def add_arguments(self, parser):
        add_file_arguments(parser, FORMATS)

    def handle(self, *, file, form, json: bool, **_):
        data, filename = read_article(file)
        try:
            works = read_sent(data, named(form), filename)
        except Refused as refusal:
            raise CommandError(refusal.sentence) from None
        asked = services(KeptAnswers(by=User.objects.system()), searches_once=True)
        findings = {
            work.number: look_for(work.stated, asked, timezone.now())
            for work in tqdm(works, unit="entry", disable=None)
        }
        facts = [as_facts(entry) for entry in checked_entries(works, findings)]
        self.stdout.write(as_json(facts) if json else in_words(facts))
        for sentence in said_of(asked)["says"]:
            self.stderr.write(sentence)


def as_json(facts):
    """The entries in their order, as ``--json`` prints them."""
    ordered = sorted(facts, key=lambda one: one["number"])
    return json.dumps(ordered, ensure_ascii=False, indent=2)


def in_words(facts):
    """The entries for a person at a terminal, the worst first."""
    lines = [line for one in facts for line in entry_lines(one)]
    return "\n".join(lines)


def entry_lines(one):
    """One entry: its words, what came of it, and what differs from whom."""
    raw = " ".join(one["raw"].split())
    yield raw if OWN_NUMBER.match(raw) else f"{one['number']}. {raw}"
    yield f"    {one['says']}"
    for field in one["candidate"]["fields"] if one["candidate"] else ():
        if field["says"] == "disagrees":
            said = f"{field['stated']!r} here, {field['found']!r} there"
            by = f" ({', '.join(field['told_by'])})" if field["told_by"] else ""
            note = f"; {field['note']}" if field["note"] else ""
            yield f"        {field['field']}: {said}{by}{note}"
    yield from (f"    {sentence}" for sentence in one["remarks"])
