"""Which suggestions of the sample articles are accepted, and as which claims.

What the studies are told to have found is kept exactly as far as the article says it:
their numbers, sizes and comparisons stay unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Told:
    """A study's finding as the citing article tells it, and nothing more."""

    outcome: str
    better: str  # which way is better
    direction: str  # of the outcome
    contrast: str = "not_stated"
    comparison: str = ""
    time_point: str = ""
    design: str = "not_stated"
    allocation: str = "not_stated"


@dataclass(frozen=True)
class SampleClaim:
    """The words to find in the article, and the claim they are accepted as."""

    words: str  # part of the sentence
    text: str
    kind: str
    topics: tuple[str, ...]
    question: Mapping[str, object] = field(default_factory=dict)
    told: Told | None = None


@dataclass(frozen=True)
class SampleArticle:
    """One article file and the claims accepted from it."""

    file: str
    claims: tuple[SampleClaim, ...]
    sells: str = "not_stated"


FACE = {
    "population": "adults with ageing facial skin",
    "comparator": "any",
    "asserts": "raises",
}
BONE = {
    "population": "people with osteoporosis",
    "intervention": "injected stem cells",
    "comparator": "any",
}

SKIN_PIGMENT = SampleArticle(
    "skin-pigment.txt",
    sells="yes",
    claims=(
        SampleClaim(
            "visibly reduces age spots",
            "Stem cell treatment reduces age spots within weeks.",
            "effect",
            ("Stem cells", "Skin pigment"),
            {
                "population": "people with age spots",
                "intervention": "stem cell treatment",
                "comparator": "any",
                "outcome": "age spots",
                "asserts": "lowers",
                "time_frame": "a few weeks",
            },
        ),
        SampleClaim(
            "release growth factors",
            "Growth factors from stem cells calm the cells that make pigment.",
            "mechanism",
            ("Stem cells", "Skin pigment"),
            {"asserts": "exists"},
        ),
        SampleClaim(
            "No serious side effects",
            "Stem cell treatment of age spots has no serious side effects.",
            "harm",
            ("Stem cells", "Skin pigment"),
            {
                "population": "people with age spots",
                "intervention": "stem cell treatment",
                "comparator": "any",
                "outcome": "serious side effects",
                "asserts": "absent",
            },
        ),
    ),
)
FACIAL_AGEING = SampleArticle(
    "facial-ageing.txt",
    sells="yes",
    claims=(
        SampleClaim(
            "Skin elasticity improved and the dermis",
            "Fat grafts enriched with stem cells from fat improve skin elasticity.",
            "effect",
            ("Stem cells", "Skin ageing"),
            {
                **FACE,
                "intervention": "fat grafts enriched with stem cells from fat",
                "outcome": "skin elasticity",
            },
            Told(
                "skin elasticity",
                "higher",
                "higher",
                time_point="3 and 6 months",
            ),
        ),
        SampleClaim(
            "Conditioned medium with microneedling improved",
            "Conditioned medium with microneedling improves skin elasticity more than "
            "microneedling alone.",
            "effect",
            ("Stem cells", "Skin ageing"),
            {
                **FACE,
                "intervention": "stem cell conditioned medium with microneedling",
                "comparator": "microneedling alone",
                "outcome": "skin elasticity",
                "asserts": "better_than",
            },
            Told(
                "skin elasticity",
                "higher",
                "higher",
                contrast="between_arms",
                comparison="with against without conditioned medium",
                design="rct",
                allocation="random",
            ),
        ),
        SampleClaim(
            "patients' own marrow stem cells improved",
            "Injections of one's own marrow stem cells improve the elasticity of "
            "ageing skin.",
            "effect",
            ("Stem cells", "Skin ageing"),
            {
                **FACE,
                "intervention": "injections of one's own marrow stem cells",
                "outcome": "skin elasticity",
            },
            Told("skin elasticity", "higher", "higher"),
        ),
        SampleClaim(
            "Platelet-rich plasma with microneedling improved",
            "Platelet-rich plasma with microneedling improves skin tone and texture.",
            "effect",
            ("Platelet-rich plasma", "Skin ageing"),
            {
                **FACE,
                "intervention": "platelet-rich plasma with microneedling",
                "outcome": "skin tone and texture",
            },
            Told("skin tone and texture", "higher", "higher"),
        ),
        SampleClaim(
            "The combination reduced wrinkle depth",
            "Plasma, stem cells from fat and microneedling together reduce wrinkle "
            "depth more than each alone.",
            "effect",
            ("Stem cells", "Platelet-rich plasma", "Skin ageing"),
            {
                "population": "adults with ageing facial skin",
                "intervention": "plasma, fat stem cells and microneedling together",
                "comparator": "each treatment alone",
                "outcome": "wrinkle depth",
                "asserts": "better_than",
            },
            Told(
                "wrinkle depth",
                "lower",
                "lower",
                contrast="between_arms",
                comparison="the combination against each treatment alone",
            ),
        ),
    ),
)
BONE_DENSITY = SampleArticle(
    "bone-density.txt",
    claims=(
        SampleClaim(
            "raise bone density",
            "Injected stem cells raise bone density in people with osteoporosis.",
            "effect",
            ("Stem cells", "Osteoporosis"),
            {**BONE, "outcome": "bone density", "asserts": "raises"},
        ),
        SampleClaim(
            "had fewer fractures",
            "Injected stem cells lower the risk of fractures in people with "
            "osteoporosis.",
            "effect",
            ("Stem cells", "Osteoporosis"),
            {**BONE, "outcome": "fractures", "asserts": "lowers"},
        ),
        SampleClaim(
            "better than bisphosphonates",
            "Stem cell therapy is better than bisphosphonates for osteoporosis.",
            "effect",
            ("Stem cells", "Osteoporosis"),
            {
                **BONE,
                "comparator": "bisphosphonates",
                "outcome": "osteoporosis",
                "asserts": "better_than",
            },
        ),
    ),
)
BCG = SampleArticle(
    "bcg-vaccination.txt",
    sells="no",
    claims=(
        SampleClaim(
            "BCG vaccination lowers the risk",
            "BCG vaccination lowers the risk of tuberculosis.",
            "effect",
            ("BCG vaccination", "Tuberculosis"),
            {
                "population": "anyone at risk",
                "intervention": "BCG vaccination",
                "comparator": "no BCG vaccination",
                "outcome": "tuberculosis",
                "asserts": "lowers",
            },
        ),
    ),
)
STEM_CELLS = (SKIN_PIGMENT, FACIAL_AGEING, BONE_DENSITY)
