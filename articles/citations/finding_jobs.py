"""Looking for cited works as a job: one work, an article's, or all that are due."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.citations.finding import find_work
from articles.models import Article, CitedWork
from bibliography.checks.answers import KeptAnswers
from bibliography.checks.checking import said_of
from bibliography.services import services
from core.actions import action
from core.jobs import JobRun, enqueue
from core.models import Job

KIND = "find_works"
_WORDS = {  # behind how many works it is true of
    **dict(CitedWork.Found.pairs()),
    "match": "confirmed before",
    "candidates": "with candidates, none of which agrees in all fields",
    "one_agrees": "with one that agrees in all fields",
    "conflict": "with an identifier that is another work’s",
}


@action
def look_for_works(
    *,
    by: User,
    article: Article | None = None,
    cited_work: CitedWork | None = None,
    reason: str = "",
) -> Job:
    """Put a search in line, for a work, an article's works, or all that are due.

    Asked twice while it runs, it is the same job. A work that was looked for before is
    asked for anew; otherwise what services answered lately is good enough.
    """
    require(by, Permission.LOOK_UP_WORKS)
    arguments = {}
    if cited_work is not None:
        arguments = {"cited_work": cited_work.pk, "article": cited_work.article_id}
        if cited_work.checks.exists():
            arguments["anew"] = True
    elif article is not None:
        arguments = {"article": article.pk}
    running = Job.objects.open().filter(kind=KIND, arguments=arguments, by=by)
    return running.first() or enqueue(kind=KIND, arguments=arguments, by=by)


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``find_works``: look for one work after another, resumed by number.

    With ``anew`` in its arguments the services are asked whatever they said lately.
    """
    anew = bool(job.arguments.get("anew"))
    asked = services(KeptAnswers(by=job.by, anew=anew), held_up=job.held_up)
    works = list(wanted(job.arguments).filter(pk__gt=job.kept.get("after", 0)))
    done, seen = job.kept.get("seen", 0), Counter(job.kept.get("states", {}))
    total, news = done + len(works), list(job.kept.get("news", []))
    job.progress(done, total)
    for work in works:
        search = find_work(
            cited_work=work, services=asked, by=job.by, now=timezone.now()
        )
        done += 1
        seen[search.state] += 1
        news += [
            f"{work.label} (article {work.article_id}): {told}" for told in search.news
        ]
        job.progress(
            done, total, after=work.pk, seen=done, states=dict(seen), news=news
        )
    return {
        **said_of(asked, *_in_words(seen, done), *news),
        "address": _address(job.arguments),
    }


def wanted(arguments: dict[str, Any]) -> Any:
    """The works a job looks for, by number: those named, else all that are due."""
    works = CitedWork.objects.of_standing_articles().filter(merged_into=None)
    works = works.select_related("article", "reference").order_by("pk")
    if arguments.get("cited_work"):
        return works.filter(pk=arguments["cited_work"])
    if arguments.get("article"):
        return works.filter(article=arguments["article"])
    if "numbers" in arguments:
        return works.filter(pk__in=arguments["numbers"])
    return works.due(timezone.now() - settings.WORK_CHECK_EVERY)


def _in_words(seen: Counter, done: int) -> list[str]:
    if not done:
        return ["There was no cited work to look for."]
    states = "; ".join(f"{n} {_WORDS[state]}" for state, n in seen.most_common())
    return [f"Cited works looked for: {done} ({states})."]


def _address(arguments: dict[str, Any]) -> str:
    if arguments.get("cited_work"):
        return f"/cited-works/{arguments['cited_work']}/"
    if arguments.get("article"):
        return f"/articles/{arguments['article']}/#cited-works"
    return "/articles/"
