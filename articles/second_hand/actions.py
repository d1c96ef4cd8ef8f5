"""Results that are known only because an article tells them."""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from articles.models import Anchor, Mention, ResultSource
from core.actions import action, save
from core.errors import Refused, some_of
from studies.models import Outcome, Result, Study
from studies.results.actions import outcome_named
from texts.quoting import QuoteState, find_quote

DETAILS = frozenset(
    {
        *("contrast", "comparison", "time_point", "analysis_set", "measured"),
        *("adjusted", "adjusted_for", "subgroup", "subgroup_planned", "dose"),
        *("metric", "estimate"),
        *("ci_low", "ci_high", "ci_level", "p_value", "events_1", "total_1", "mean_1"),
        *("sd_1", "events_2", "total_2", "mean_2", "sd_2"),
    }
)


@action
def tell_result(
    *,
    mention: Mention,
    study: Study,
    outcome: Outcome | str,
    by: User,
    direction: str = Result.Direction.NOT_STATED,
    quote: str = "",
    details: Mapping[str, Any] | None = None,
    reason: str = "",
) -> ResultSource:
    """Keep what an article tells of a study it cites, as a second-hand result.

    ``outcome`` may be the name of one, made where there is none of it. ``quote`` are
    words of the capture the mention last stood in, by default the mention's own;
    ``direction`` is a Result.Direction and ``details`` other columns of Result, of
    those in DETAILS, as far as the article states them. Raises Refused for words that
    the article does not have, or a study that it does not cite.
    """
    require(by, Permission.ENTER_RESULTS)
    given = {"metric": Result.Metric.WORDS, **(details or {})}
    if unknown := sorted(given.keys() - DETAILS):
        raise Refused(f"A second-hand result has no {some_of(unknown)}.")
    if not mention.article.cited_works.filter(study=study).exists():
        raise Refused(f"The article cites no work whose study is {study}.")
    source = _source(mention, quote.strip())
    measured = outcome_named(outcome, by) if isinstance(outcome, str) else outcome
    result = Result(
        study=study,
        outcome=measured,
        direction=direction,
        quote=source.quote,
        provenance=Result.Provenance.SECOND_HAND,
        entered_by=by,
        sample=mention.article.sample,
        **given,
    )
    return save(source, result=save(result))


def _source(mention: Mention, quote: str) -> ResultSource:
    """Where an article tells a result, without the result yet."""
    place = mention.anchors.exclude(start=None).order_by("-version__number").first()
    if place is None:
        raise Refused("The mention stands in no capture of its article.")
    start, end = _place_of(quote or place.exact, place)
    return ResultSource(
        version=place.version,
        mention=mention,
        quote=place.version.text[start:end],
        start=start,
        end=end,
    )


def _not_there(quote: str, text: str) -> str:
    """Why words are not taken as the article's, with its own where they are near."""
    found = find_quote(quote, text)
    if found.state == QuoteState.NEAR:
        return f"The article has these words a little otherwise: “{found.passage}”"
    return (
        "The quote is not in the article; its own words, letter by letter, were "
        "expected."
    )


def _place_of(quote: str, place: Anchor) -> tuple[int, int]:
    """Where a quote stands: of several places the one nearest to the mention."""
    text = place.version.text
    starts = []
    found = text.find(quote)
    while found >= 0:
        starts.append(found)
        found = text.find(quote, found + 1)
    if not starts:
        raise Refused(_not_there(quote, text), field="quote")
    start = min(starts, key=lambda start: abs(start - place.start))
    return start, start + len(quote)
