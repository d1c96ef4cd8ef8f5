"""``manage.py audit_article FILE``: what an article claims and cites; keeps nothing."""

import json

from django.core.management.base import BaseCommand, CommandError

from articles.articles.actions import read_for_keeping
from articles.management.files import add_file_arguments, named, read_article
from articles.reading import audit
from articles.reading.suggesting.wording import CITES_NOTHING
from core.errors import NotAllowed, Refused


class Command(BaseCommand):
    """Reads an article and prints its audit; no database is needed."""

    help = "Reads an article and prints what it claims and cites; stores nothing."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        add_file_arguments(parser)

    def handle(self, *, file, form, json: bool, **_):
        data, filename = read_article(file)
        try:
            facts = audit(read_for_keeping(data, named(form), filename))
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(as_json(facts) if json else in_words(facts))


def as_json(facts):
    """The audit as ``--json`` prints it."""
    return json.dumps(facts, ensure_ascii=False, indent=2)


def in_words(facts):
    """The audit for a person at a terminal."""
    claims, citations, works = (
        facts[name] for name in ("claims", "citations", "references")
    )
    uncited = sum(not claim["citations"] for claim in claims)
    made = " (made from the first sentence)" if facts["title_made"] else ""
    lines = [
        f"{facts['title']}{made}",
        f"{facts['words']:,} words.",
        *facts["remarks"],
        f"{counted(len(claims), 'claim')} suggested, {uncited} without a citation; "
        f"{counted(len(citations), 'citation')} of {counted(len(works), 'work')}.",
    ]
    if claims:
        lines += ["", "Claims"]
        lines += [line for claim in claims for line in claim_lines(claim, facts)]
    if works:
        lines += ["", "Cited works (not looked for yet)"]
        lines += [f"- {work_line(work)}" for work in works]
    return "\n".join(lines)


def claim_lines(claim, facts):
    """One claim: its words, what it is, what it cites and what is worth checking."""
    kind = " or ".join(filter(None, (claim["kind"], claim["also_kind"])))
    put = f"{claim['mode']}, hedged" if claim["hedged"] else claim["mode"]
    labels = [facts["citations"][index]["label"] for index in claim["citations"]]
    yield f"- {' '.join(claim['text'].split())}"
    cited = ", ".join(dict.fromkeys(labels))
    source = f"cites {cited}" if cited else "no source recognised"
    yield f"    {kind}; {put}; {source}"
    for flag in claim["flags"]:
        if flag["rule"] != CITES_NOTHING.rule:
            yield f"    {flag['why']}"


def work_line(work):
    """One cited work, as far as the article states it."""
    name = ", ".join(work["authors"]) or work["label"] or "no author stated"
    year = work["year"] or "no year stated"
    numbers = [
        f"{word} {work[key]}"
        for word, key in (("DOI", "doi"), ("PMID", "pmid"))
        if work[key]
    ]
    return ". ".join(filter(None, (f"{name} ({year})", work["title"], *numbers)))


def counted(number, noun):
    """As "1 work" or "3 works"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
