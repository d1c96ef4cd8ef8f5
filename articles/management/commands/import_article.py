"""``manage.py import_article FILE``: keeps an article, or a new version of it."""

import json

from django.core.management.base import CommandError

from accounts.models import User
from articles.articles.actions import import_article
from articles.management.files import add_file_arguments, named, read_article
from articles.models import Article
from core.errors import NotAllowed, Refused
from core.management.store import StoreCommand


class Command(StoreCommand):
    """Stores an article and prints where it is."""

    help = "Stores an article, or a new version of it, and prints its id and address."

    def add_arguments(self, parser):
        add_file_arguments(parser)
        parser.add_argument("--url", help="the address the article was found at")
        parser.add_argument(
            "--article", type=int, metavar="ID", help="a new version of this article"
        )
        parser.add_argument("--by", default="system", help="in whose name")

    def handle(self, *, file, form, json: bool, url, article, by, **_):
        data, filename = read_article(file)
        try:
            done = import_article(
                data=data,
                by=person(by),
                form=named(form),
                filename=filename,
                url=url,
                article=known_article(article),
            )
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        facts = stored_facts(done)
        self.stdout.write(as_json(facts) if json else in_words(facts))


def person(name):
    """The account of a sign-in name; raises CommandError with a sentence."""
    try:
        return User.objects.get_by_natural_key(name)
    except User.DoesNotExist:
        raise CommandError(f"There is no account {name!r}.") from None


def known_article(number):
    """The article of a number; None where none was named."""
    if number is None:
        return None
    article = Article.objects.filter(pk=number).first()
    if article is None:
        raise CommandError(f"There is no article {number}.")
    return article


def stored_facts(done):
    """What ``--json`` prints of an import; the counts are of the version stored."""
    anchors = done.version.anchors.exclude(start=None)
    return {
        "id": done.article.pk,
        "address": f"/articles/{done.article.pk}/",
        "version": done.version.number,
        "is_new_article": done.is_new_article,
        "is_new_version": done.is_new_version,
        "claims": anchors.exclude(mention=None)
        .exclude(mention__status="rejected")
        .count(),
        "citations": anchors.exclude(citation=None).count(),
        "cited_works": done.version.reference_list.count(),
    }


def as_json(facts):
    """The result as ``--json`` prints it."""
    return json.dumps(facts)


def in_words(facts):
    """The article's id and address, and what is new."""
    new = "new article" if facts["is_new_article"] else f"version {facts['version']}"
    if not facts["is_new_version"]:
        new = f"nothing new, version {facts['version']} has this text"
    return f"{facts['id']} {facts['address']} ({new})"
