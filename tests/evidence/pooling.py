"""Studies and their results stored by actions, and what is said of a claim on them."""

import html
import io
import json

from django.core.management import call_command

from studies.results.actions import add_result
from studies.studies.actions import add_study
from tests import factories as make
from tests.evidence.facts.rendering import words_of
from tests.stories.acting import a_base_of

COUNTS = ("events_1", "total_1", "events_2", "total_2")
MEANS = ("mean_1", "sd_1", "total_1", "mean_2", "sd_2", "total_2")


def counts(*numbers, **given):
    """A risk ratio between arms, from its counts."""
    return {"metric": "rr", **dict(zip(COUNTS, numbers, strict=True)), **given}


def means(*numbers, **given):
    """A mean difference between arms, from its means."""
    return {"metric": "md", **dict(zip(MEANS, numbers, strict=True)), **given}


def a_study_of(label, outcome, *results, **given):
    """A randomised trial, unless another design is given, and the results it found."""
    curator = make.a_curator()
    design = {"design": "rct", "allocation": "random", **given}
    study = add_study(label=label, by=curator, **design)
    for result in results:
        add_result(
            study=study,
            by=curator,
            **{
                "outcome": outcome,
                "provenance": "primary",
                "contrast": "between_arms",
                **result,
            },
        )
    return study


def a_claim_on(*studies, **given):
    """A claim whose frozen base includes all that these studies found."""
    claim = make.a_claim(**{"asserts": "lowers", **given})
    a_base_of(claim, studies)
    return claim


def said_of(client, claim):
    """The facts of a claim, which its API and its export agree on, and its page."""
    page = client.get(f"/claims/{claim.pk}/")
    told = client.get(f"/api/v1/claims/{claim.pk}/")
    assert (page.status_code, told.status_code) == (200, 200)
    facts = told.json()
    kept = exported()[claim.pk]
    for name in ("pooled", "held_out"):
        assert facts[name] == kept[name]
    assert_accounted_for(facts)
    return facts, html.unescape(words_of(page.content.decode()))


def assert_accounted_for(facts):
    """Each included result has a weight, or is not estimable, or is held out."""
    included = [
        item["item"]
        for item in facts["evidence"]
        if item["decision"] == "included" and item["result"]
    ]
    lines = facts["pooled"]
    weighed = [int(item) for line in lines for item in line["weights"]]
    silent = [row["item"] for line in lines for row in line["not_estimable"]]
    held_out = [row["item"] for row in facts["held_out"]]
    assert sorted(weighed + silent + held_out) == sorted(included)
    assert all(row["why"] for row in facts["held_out"])
    assert all(line["k"] in (len(line["weights"]), 0, 1) for line in lines)


def exported():
    """The facts of each claim as the export makes them now, by the claim's id."""
    written = io.StringIO()
    call_command("export", format="ndjson", live=True, stdout=written)
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    return {line["claim"]["id"]: line["facts"] for line in lines}
