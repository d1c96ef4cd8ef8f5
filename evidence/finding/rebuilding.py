"""Makes anew all that searching rests on and that is derived from other tables."""

from collections.abc import Callable, Iterator

from django.db import connection, models, transaction

from accounts.models import User
from articles.models import Article, ArticleVersion
from bibliography.models import Reference
from claims.models import Claim
from core.models import ShortForm
from evidence.finding.spelling import count_words

CHUNK = 1000  # rows in one transaction
Progress = Callable[[int], None]
SEARCHED = {Claim: "claims", Article: "articles"}  # with search rows, made by triggers


def rebuild_search(*, by: User, progress: Progress = lambda count: None) -> int:
    """Make all search rows, short forms and words anew; how many rows were read.

    In transactions of their own: it can be stopped, and begun again. ``progress`` is
    told of each chunk.
    """
    done = 0
    for model in SEARCHED:
        for ids in _chunks(model):
            make_rows(model, ids)
            done += len(ids)
            progress(len(ids))
    for ids in _chunks(Reference):
        _read_short_forms("reference", Reference.objects.filter(pk__in=ids), "abstract")
        done += len(ids)
        progress(len(ids))
    for ids in _chunks(Article):
        newest = (
            ArticleVersion.objects.filter(article__in=ids)
            .order_by("article", "-number")
            .distinct("article")
        )
        _read_short_forms("article", newest, "text", number="article")
    count_words(by=by)
    return done


def make_rows(model: type[models.Model], ids: list[int]) -> None:
    """Make the search rows of some claims or articles anew."""
    with transaction.atomic(), connection.cursor() as cursor:
        for what in ("words", "marks"):
            cursor.execute(f"SELECT search_{what}_of_{SEARCHED[model]}(%s)", [ids])


def _chunks(model: type[models.Model]) -> Iterator[list[int]]:
    last = 0
    rows = model.objects.order_by("pk").values_list("pk", flat=True)
    while ids := list(rows.filter(pk__gt=last)[:CHUNK]):
        yield ids
        last = ids[-1]


def _read_short_forms(
    noun: str, rows: models.QuerySet, text: str, number: str = "pk"
) -> None:
    with transaction.atomic():
        ShortForm.objects.read_in(noun, dict(rows.values_list(number, text)))
