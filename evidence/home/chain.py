"""One claim's chain as lines, from an article's sentence to the verdict.

Each line says what the link is and how it stands; what is missing is a line too.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef

from articles.models import CitedWork, Mention
from bibliography.models import Reference
from claims.models import Claim
from core.templatetags.footing import counted
from evidence.claims.queries import claims_with_evidence
from evidence.facts import claim_facts
from evidence.method import MEANING, RATED
from studies.effects import Measure
from studies.figures import interval

Facts = dict[str, Any]
NEWEST = 20  # rated claims among which the home page finds its example


class Link(NamedTuple):
    """One link: what it is, what it holds, how it stands, and where it is shown."""

    name: str
    text: str
    state: str
    href: str = ""
    quoted: bool = False


class Chain(NamedTuple):
    """A claim and its links, and what its certainty means in plain words."""

    claim: Facts
    links: tuple[Link, ...]
    meaning: str


def example_chain() -> Chain | None:
    """The chain of a newly rated claim with the most links; None where none is rated.

    A claim that an article makes citing a work whose record was confirmed comes first,
    then one that an article makes at all.
    """
    rated = claims_with_evidence().current().filter(certainty__in=RATED)
    newest = list(
        rated.order_by(F("judged_at").desc(nulls_last=True), "-pk").values_list(
            "pk", flat=True
        )[:NEWEST]
    )
    said = Mention.objects.accepted().filter(claim=OuterRef("pk"))
    confirmed = CitedWork.Decision.CONFIRMED
    cited = said.filter(citation_links__citation__cited_work__decision=confirmed)
    claim = (
        Claim.objects.filter(pk__in=newest)
        .annotate(is_said=Exists(said), is_cited=Exists(cited))
        .order_by("-is_cited", "-is_said", "-judged_at", "-pk")
        .first()
    )
    if claim is None:
        return None
    facts = claim_facts(claim)
    return Chain(facts, tuple(links(facts)), MEANING[claim.certainty])


def links(facts: Facts) -> Iterator[Link]:
    """Every link of a claim's chain, as its facts have it."""
    mention, cite = _said_and_cited(facts)
    yield _sentence(mention)
    yield Link("Claim", facts["text"], facts["kind_words"], facts["address"])
    if mention:
        yield from _cited(cite)
    yield _studies(facts)
    yield _result(facts)
    yield _grade(facts)
    yield _verdict(facts["judgement"], facts["address"])


def _said_and_cited(facts: Facts) -> tuple[Facts | None, Facts | None]:
    """The mention with the furthest followed citation, and that citation."""
    pairs = [
        (one, cite) for one in facts["mentions"] for cite in one["cites"] or [None]
    ]
    if not pairs:
        return None, None
    return max(pairs, key=lambda pair: _followed(pair[1]))


def _followed(cite: Facts | None) -> int:
    if cite is None:
        return 0
    return 1 + bool(cite["reference"]) + (cite["decision"] == "confirmed")


def _sentence(mention: Facts | None) -> Link:
    if mention is None:
        return Link(
            "Sentence in an article", "No article here makes this claim", "none"
        )
    article = mention["article"]
    address = f"{article['address']}#mention-{mention['id']}"
    state = f"in “{article['title']}”; wording: {mention['wording_words']}"
    return Link("Sentence in an article", mention["words"], state, address, quoted=True)


def _cited(cite: Facts | None) -> Iterator[Link]:
    """The citation, the work it names, and the record that was found for it."""
    if cite is None:
        yield Link("Citation", "No source recognised in the sentence", "none")
        return
    said = f"does the study say this? {cite['support_words']}"
    yield Link("Citation", cite["label"], said)
    yield Link("Cited work", cite["label"], cite["state_words"], cite["address"])
    reference = Reference.objects.filter(pk=cite["reference"]).first()
    if reference is None:
        yield Link("Reference", "No record is confirmed", "unknown")
        return
    state = "retracted" if cite["retracted"] else "no retraction known"
    yield Link("Reference", reference.title, state, f"/references/{reference.pk}/")


def _studies(facts: Facts) -> Link:
    counts = facts["counts"]
    text = counted(counts["studies"], "study,studies")
    if counts["people"]:
        text += f", {counted(counts['people'], 'person,people')}"
    reports = {
        item["study"]["report_words"]
        for item in facts["evidence"]
        if item["decision"] == "included" and item["study"]
    }
    state = "; ".join(sorted(reports)) or "none included"
    return Link("Studies", text, state, f"{facts['address']}#stands-on")


def _result(facts: Facts) -> Link:
    address = f"{facts['address']}#stands-on"
    for line in facts["pooled"]:
        if line["estimate"] is not None:
            figures = interval(line["estimate"], line["ci_low"], line["ci_high"])
            text = f"{line['outcome'].capitalize()}: {Measure(line['metric']).label}"
            state = f"{line['k']} {line['designs_words']}, pooled; 95 % interval"
            return Link("Result", f"{text} {figures}", state, address)
    return Link("Result", "No pooled figure", "each study stands alone", address)


def _grade(facts: Facts) -> Link:
    judged = facts["judgement"]
    text = f"Certainty: {judged['certainty_words']} {judged['glyph']}".strip()
    carrying = next((one for one in facts["groups"] if one["carries"]), None)
    state = "; ".join(_steps(carrying)) if carrying else judged["unrated_words"]
    return Link("Grade", text, state, f"{facts['address']}#how-judged")


def _steps(group: Facts) -> Iterator[str]:
    """Where certainty started, what moved it, and what was not looked into."""
    yield f"starts {group['start_words']}"
    for domain in group["domains"]:
        if domain["levels"] or domain["levels"] is None:
            yield f"{domain['label']} {domain['words']}"
        if domain["caveat"]:
            yield f"{domain['label']} {domain['caveat']}"


def _verdict(judged: Facts, address: str) -> Link:
    word = judged["verdict_words"].capitalize()
    text = f"{judged['symbol']} {word}. {judged['lead']}".strip()
    return Link("Verdict", text, judged["standing_line"], address)
