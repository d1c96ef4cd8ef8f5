"""Results of all shapes are stored, and no page, answer or export breaks over them."""

from contextlib import suppress

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from core.errors import Refused
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from studies.designs import PRECLINICAL, RANDOMISED, Allocation, Design
from studies.effects import Measure
from studies.results.actions import add_result
from studies.studies.actions import add_study
from studies.words import AnalysisSet, Contrast, Measured, Provenance
from tests import factories as make
from tests.evidence.pooling import COUNTS, MEANS, assert_accounted_for, exported
from tests.stories.acting import ASKED
from texts.words import YesNo

pytestmark = pytest.mark.django_db

EXTREMES = (0.0, 1.0, -1.0, 0.5, 2.0, 5e-324, 1e-160, 2e-8, 4e7, 1e160, -1e308)
number = st.sampled_from(EXTREMES) | st.floats(-100, 100)
spread = st.sampled_from([abs(one) for one in EXTREMES]) | st.floats(0, 10)
people = st.sampled_from([0, 1, 2, 100, 2**31 - 1])
groups = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("events_1", "events_2"), people),
        **dict.fromkeys(("total_1", "total_2"), people),
        **dict.fromkeys(("mean_1", "mean_2"), number),
        **dict.fromkeys(("sd_1", "sd_2"), spread),
    },
)
two_by_two = st.tuples(*[st.integers(0, 4), st.just(4)] * 2).map(
    lambda cells: dict(zip(COUNTS, cells, strict=True))
)
an_interval = st.lists(number, min_size=3, max_size=3).map(
    lambda ends: dict(zip(("ci_low", "estimate", "ci_high"), sorted(ends), strict=True))
)
two_means = st.tuples(*[st.integers(0, 3), st.integers(0, 2), st.just(9)] * 2).map(
    lambda values: dict(zip(MEANS, values, strict=True))
)
told = {
    "comparison": st.sampled_from(["", "A against B", "B versus A"]),
    "dose": st.sampled_from(["", "10 mg"]),
    "measured": st.sampled_from(Measured),
    "ci_level": st.sampled_from([0.95, 0.9, 1e-9, 1 - 1e-12]),
    "pooled_studies": st.sampled_from([None, 3]),
}
of_a_study = {
    "time_point": st.sampled_from(["", "4 weeks", "1 year", "(primary)"]),
    "subgroup": st.sampled_from(["", "women", "men"]),
    "analysis_set": st.sampled_from(AnalysisSet),
    "adjusted": st.sampled_from(YesNo),
}
kinds = st.fixed_dictionaries(
    {
        "metric": st.sampled_from(Measure),
        "contrast": st.sampled_from(Contrast),
        "provenance": st.sampled_from(Provenance),
    },
    optional={**told, **of_a_study},
)


def usual(metric, numbers):
    """Results that are alike but in what differs between results of one study."""
    kind = {
        "metric": st.just(metric),
        "contrast": st.just(Contrast.BETWEEN_ARMS),
        "provenance": st.just(Provenance.PRIMARY),
    }
    rest = st.fixed_dictionaries(kind, optional=of_a_study)
    return st.builds(lambda numbers, rest: {**rest, **numbers}, numbers, rest)


def arms_of(metric, control, active):
    """Results of several arms of one study on one control."""
    kind = {
        "metric": metric,
        "contrast": Contrast.BETWEEN_ARMS,
        "provenance": Provenance.PRIMARY,
        "outcome": 0,
    }
    return [{**kind, **control, **arm} for arm in active]


def group(names, number):
    """One group's part of counts or means."""
    return st.builds(
        lambda values: {
            name: values[name] for name in names if name.endswith(f"_{number}")
        },
        two_by_two if names is COUNTS else two_means,
    )


several_arms = st.one_of(
    *(
        st.builds(
            arms_of,
            st.just(metric),
            group(names, 2),
            st.lists(group(names, 1), min_size=2, max_size=4),
        )
        for metric, names in (("rr", COUNTS), ("or", COUNTS), ("md", MEANS))
    )
)
any_numbers = two_by_two | two_means | groups | an_interval | st.just({})
unusual = st.builds(lambda kind, numbers: {**kind, **numbers}, kinds, any_numbers)
results = usual("rr", two_by_two) | usual("md", two_means | groups) | unusual
studies = st.lists(
    st.tuples(
        st.sampled_from([*[Design.RCT] * 20, *[Design.ANIMAL] * 4, *Design]),
        st.sampled_from(Allocation),
        st.lists(results, min_size=1, max_size=4) | several_arms,
    ),
    min_size=3,
    max_size=5,
)


def stored(shapes, curator, reviewer):
    """A claim on what could be stored of these studies; what is refused is left out."""
    units = [make.an_outcome(name="Depth", unit=unit) for unit in ("mm", "µm")]
    source = make.a_reference(type="dataset", title="A data set")
    claim = make.a_claim(asserts="lowers", time_frame="1 year")
    base = open_base(claim=claim, scope="other_known", by=reviewer, question=ASKED)
    for at, (design, allocation, found) in enumerate(shapes):
        allocation = Allocation.RANDOM if design in RANDOMISED else allocation
        how = {"design": design, "allocation": allocation}
        study = add_study(label=f"Example {claim.pk}-{at}", by=curator, **how)
        for number, shape in enumerate(found):
            if shape["provenance"] == Provenance.COMPILED:
                shape = {**shape, "compiled_from": source}
            shape = dict(shape)
            outcome = units[shape.pop("outcome", number % 2)]
            with suppress(Refused):
                row = add_result(study=study, outcome=outcome, by=curator, **shape)
                add_item(base=base, result=row, decision="included", by=reviewer)
    freeze_base(base=base, by=reviewer)
    return claim


def assert_pooled_as_may_be(facts):
    """No study twice in a line, no animal, no second unit: by the items weighed."""
    items = {str(item["item"]): item for item in facts["evidence"]}
    for line in facts["pooled"]:
        silent = [str(row["item"]) for row in line["not_estimable"]]
        rows = [items[item] for item in [*line["weights"], *silent]]
        counted = [row["study"]["id"] for row in rows]
        assert len(counted) == len(set(counted))
        for row in line["rows"]:
            together = [items[str(item)] for item in (row["item"], *row["combined"])]
            assert {item["study"]["id"] for item in together} == {row["study"]["id"]}
            assert bool(row["combined"]) == bool(row["combined_words"])
        by_row = [row["study"]["id"] for row in line["rows"]]
        assert len(by_row) == len(set(by_row)) == len(line["weights"])
        assert sum(line["weights"].values()) == pytest.approx(
            100 * bool(rows and by_row)
        )
        assert not PRECLINICAL & {row["study"]["design"] for row in rows}
        assert {row["result"]["metric"] for row in rows} <= {line["metric"]}
        if line["metric"] == "md":
            assert len({row["result"]["outcome_unit"] for row in rows}) <= 1


def test_results_of_any_shape_are_stored_and_read_back(client):
    said = {}
    reviewing = Client()
    curator, reviewer = make.a_curator(), make.a_reviewer()
    reviewing.force_login(reviewer)

    @trying(
        max_examples=10,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(studies)
    def store_and_read(shapes):
        claim = stored(shapes, curator, reviewer)
        page = client.get(f"/claims/{claim.pk}/")
        told = client.get(f"/api/v1/claims/{claim.pk}/")
        base = client.get(f"/api/v1/evidence-bases/{claim.bases.get().pk}/")
        grading = reviewing.get(f"/claims/{claim.pk}/grade/")
        answers = (page, told, base, grading)
        assert [answer.status_code for answer in answers] == [200] * 4
        said[claim.pk] = told.json()
        assert_accounted_for(said[claim.pk])
        assert_pooled_as_may_be(said[claim.pk])

    store_and_read()
    assert any(facts["pooled"] for facts in said.values())
    listed = client.get("/claims.csv").getvalue().decode().splitlines()
    assert len(listed) > len(said)
    written = exported()
    for claim, facts in said.items():
        assert written[claim]["pooled"] == facts["pooled"]
        assert written[claim]["held_out"] == facts["held_out"]
