"""``manage.py find_works``: looks for what articles cite, and says what was found."""

import json

from django.core.management.base import CommandError

from articles.citations.finding import state_of
from articles.citations.finding_jobs import KIND, wanted
from articles.citations.looked_up import looked_up
from articles.management.commands.import_article import known_article, person
from core.errors import NotAllowed, Refused
from core.jobs import run_now
from core.management.store import StoreCommand


class Command(StoreCommand):
    """Looks for cited works in the references kept here and in the services."""

    help = "Looks for the works an article cites, or all that are due; confirms none."

    def add_arguments(self, parser):
        parser.add_argument(
            "--article", type=int, metavar="ID", help="this one's works"
        )
        parser.add_argument(
            "--anew", action="store_true", help="ask whatever services said lately"
        )
        parser.add_argument("--by", default="system", help="in whose name")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *, article, anew, by, json: bool, **_):
        row = known_article(article)
        arguments = {"article": row.pk} if row else {}
        numbers = list(wanted(arguments).values_list("pk", flat=True))
        try:
            job = run_now(
                kind=KIND, arguments={**arguments, "anew": anew}, by=person(by)
            )
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        works = wanted({"article": row.pk} if row else {"numbers": numbers})
        facts = [work_facts(work) for work in works]
        self.stdout.write(as_json(facts) if json else in_words(facts))
        for sentence in job.result["says"]:
            self.stderr.write(sentence)


def work_facts(work):
    """What ``--json`` prints of a cited work."""
    return {
        "cited_work": work.pk,
        "article": work.article_id,
        "title": work.article.title,
        "label": work.label,
        "state": state_of(work),
        "candidates": [
            candidate_facts(candidate) for candidate in looked_up(work).candidates
        ],
    }


def candidate_facts(candidate):
    """What ``--json`` prints of a candidate."""
    known = dict(sorted(candidate.identifiers))
    return {
        "doi": candidate.record.doi or known.get("doi"),
        "pmid": candidate.record.pmid or known.get("pmid"),
        "title": candidate.record.title,
        "year": candidate.record.year,
        "agrees": candidate.agrees,
        "disagrees": candidate.disagrees,
    }


def as_json(facts):
    """The works as ``--json`` prints them."""
    return json.dumps(facts, ensure_ascii=False, indent=2)


def in_words(facts):
    """The works for a person at a terminal."""
    lines, article = [], None
    for work in facts:
        if work["article"] != article:
            article = work["article"]
            lines.append(f"Article {article}, {work['title']}")
        state = work["state"].replace("_", " ")
        lines.append(f"  {work['cited_work']} {work['label']}: {state}")
        for one in work["candidates"]:
            agrees = ", ".join(one["agrees"]) or "nothing"
            disagrees = ", ".join(one["disagrees"]) or "nothing"
            title, year = one["title"] or "no title stated", one["year"]
            lines.append(f"    {title} ({year or 'no year stated'})")
            lines.append(f"        agrees: {agrees}; disagrees: {disagrees}")
    return "\n".join(lines) or "There was no cited work to look for."
