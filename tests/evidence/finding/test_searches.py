"""Sixty searches find what they must, and thirty do not find what they must not."""

import math
import tomllib
from pathlib import Path

import pytest

from core.models import ShortForm
from evidence.finding.everything import find
from tests import factories as make
from texts.titles import normalise_title

pytestmark = pytest.mark.django_db
HERE = Path(__file__)
CASES = tomllib.loads(HERE.with_name("searches.toml").read_text())
AFRESH = tomllib.loads(HERE.with_name("afresh.toml").read_text())
THIRD = tomllib.loads(HERE.with_name("third.toml").read_text())
FORMS = tomllib.loads(HERE.with_name("forms.toml").read_text())
NAMES = tomllib.loads(HERE.with_name("names.toml").read_text())
STORES = {"1": CASES, "2": AFRESH, "3": THIRD, "forms": FORMS, "names": NAMES}
GOAL = 0.9  # of nDCG@10, over all searches


class Store:
    """The made-up store of the searches, by the keys they have there."""

    def __init__(self, cases=CASES):
        self.rows = {}
        for key, topic in cases["topics"].items():
            self.rows[key] = make.a_topic(**topic)
        for key, given in cases["references"].items():
            self.rows[key] = self.reference(given)
        for key, given in cases["studies"].items():
            self.rows[key] = self.study(given)
        for key, given in cases["claims"].items():
            self.rows[key] = self.claim(given)
        for key, given in cases["articles"].items():
            self.rows[key] = self.article(given)
        self.keys = {
            (row._meta.model_name, row.pk): key for key, row in self.rows.items()
        }

    def reference(self, given):
        row = make.a_reference(
            title=given["title"],
            title_key=normalise_title(given["title"]),
            authors=[{"family": name} for name in given["authors"]],
            first_author=given["authors"][0],
            year=given["year"],
            container=given.get("journal", ""),
            abstract=given.get("abstract", ""),
        )
        for scheme in ("doi", "pmid", "pmcid", "nct", "isbn"):
            if scheme in given:
                make.an_identifier(reference=row, scheme=scheme, value=given[scheme])
        ShortForm.objects.read_in("reference", {row.pk: row.abstract})
        return row

    def study(self, given):
        reference = self.rows[given["reference"]] if "reference" in given else None
        return make.a_study(
            main_report=reference, label=given["label"], title=given["title"]
        )

    def claim(self, given):
        columns = ("text", "population", "intervention", "kind")
        row = make.a_claim(**{name: given[name] for name in columns if name in given})
        for topic in given.get("topics", ()):
            make.a_claim_topic(claim=row, topic=self.rows[topic])
        if "rests_on" in given:
            studies = [self.rows[key] for key in given["rests_on"]]
            results = [make.a_result(study=study) for study in studies]
            make.a_frozen_base(claim=row, results=results)
        if "measured" in given:
            outcome = make.an_outcome(name=given["measured"])
            make.a_frozen_base(claim=row, results=[make.a_result(outcome=outcome)])
        if "said" in given:
            article = make.an_article(title="Somewhere else")
            version = make.a_version(article=article, text=given["said"])
            mention = make.a_mention(article=article, claim=row)
            place = {"start": 0, "end": len(given["said"])}
            make.an_anchor(
                mention=mention, version=version, exact=given["said"], **place
            )
        return row

    def article(self, given):
        licence = given.get("licence", "not_stated")
        row = make.an_article(title=given["title"], licence=licence)
        make.a_version(article=row, text=given["text"])
        if "cites" in given:
            make.a_cited_work(article=row, reference=self.rows[given["cites"]])
        if "makes" in given:
            make.a_mention(article=row, claim=self.rows[given["makes"]])
        return row

    def found(self, typed):
        """The keys of what a search finds, the best first."""
        hits = find(typed, size=50).hits
        return [self.keys.get((hit.kind, hit.row.pk), "other") for hit in hits]


def gain(search, key):
    return 0 if key not in search["find"] else 3 if key in search.get("best", ()) else 1


def ndcg(search, found):
    """How good the first ten are, against the best there could be."""
    ideal = sorted((gain(search, key) for key in search["find"]), reverse=True)
    got = [gain(search, key) for key in found]
    best, seen = (
        sum(one / math.log2(place + 2) for place, one in enumerate(gains[:10]))
        for gains in (ideal, got)
    )
    return seen / best


@pytest.mark.parametrize("cases", STORES.values(), ids=STORES)
def test_every_search_finds_what_it_must_and_nothing_it_must_not(cases):
    store, wrong, goodness = Store(cases), [], []
    for search in cases["search"]:
        found = store.found(search["q"])
        if missed := set(search.get("find", ())) - set(found):
            wrong.append(f"{search['q']} misses {missed}, finds {found}")
        if false := set(search.get("not", ())) & set(found):
            wrong.append(f"{search['q']} finds {false}")
        if search.get("find"):
            goodness.append(ndcg(search, found))
            if goodness[-1] < GOAL:
                print(f"{search['q']}: {goodness[-1]:.2f} {found}")
    assert not wrong, "\n".join(wrong)
    assert sum(goodness) / len(goodness) >= GOAL
