"""What was stored in format 1 is rendered as it was, for good."""

from dataclasses import fields, is_dataclass, make_dataclass

import pytest

from articles.mentions import facts as mention_facts
from claims.claims import facts as claim_list_facts
from claims.models import Claim
from core.dataclass_json import field_types, from_json, to_json, without_none
from evidence.claims.review import review_claims
from evidence.claims.versions import make_version
from evidence.facts import appraised, claim_facts, declared, summarised
from evidence.facts import claim as making
from tests import factories as make
from tests.evidence.facts import kept
from tests.evidence.facts.claims import CLAIMS
from tests.evidence.facts.rendering import page_of, printed, words_of
from tests.evidence.facts.rewording import REWORDED, reword_everything

pytestmark = pytest.mark.django_db
FILES = kept.files(kept.FORMAT_1)
EVERYWHERE = {"id", "address", "verdict", "certainty"}  # codes, and where links lead
DECLARING = (declared, summarised, appraised, mention_facts, claim_list_facts)
NOT_PRINTED = {  # facts that programs read and the page does not print
    "ClaimFacts": {"format", "kind", "checkability", "checkability_words", "compound"}
    | {"sample", "withdrawn", "merged_into"},
    "Question": {"asserts", "negated"},
    "BriefClaim": {"verdict_words", "certainty_words", "standing", "standing_words"},
    "Relation": {"kind"},
    "VersionFacts": {"certainty_words", "at"},
    "Counts": {"mentions", "articles", "distinct_texts", "studies", "people"},
    "Judgement": {"sentence", "tone", "certainty_words", "cant_say_because"}
    | {"standing", "standing_words", "judged_at", "leaning", "method", "method_words"}
    | {"needs_review", "needs_review_why", "basis_notes", "unrated_words"},
    "Domain": {"name", "levels", "rates_up"},
    "GroupFacts": {"designs", "carries", "start", "certainty_words", "glyph"},
    "StudyLink": {"year"},
    "Overlap": {"review", "listed", "unmatched"},
    "BaseFacts": {"question", "eligible_designs", "scope", "searched_on", "frozen_at"}
    | {"overlap_unknown"},
    "NoticeFacts": {"kind", "dated", "main_report"},
    "StudyFacts": {"year", "design", "design_words", "allocation", "status"}
    | {"status_words", "sample_size", "sample_size_words", "is_retracted", "sample"}
    | {"report_words"},
    "Record": {"year", "first_author"},
    "ToldBy": {"article", "quote"},
    "ResultFacts": set(field_types(declared.ResultFacts))
    - {"outcome", "time_point", "provenance_flag", "in_words"}
    - {"comparison_words", "arms_words", "pools_words"},
    "PassageFacts": {"read_on", "withdrawn"},
    "ItemFacts": {"item", "decision", "reason", "bearing", "bearing_why"}
    | {"bearing_confirmed", "directness", "apart"},
    "PooledLine": {"designs", "metric", "estimate", "ci_low", "ci_high", "pi_low"}
    | {"pi_high", "tau2", "i2", "q", "q_df", "q_p", "weights", "contrast"}
    | {"measured", "unit", "better", "rows", "beside", "key", "is_main"},
    "Unpooled": {"item"},
    "AppraisalFacts": set(field_types(appraised.AppraisalFacts)),
    "BiasTable": {"designs", "instrument", "scale", "weighed", "proposed", "rule"}
    | {"proposed_words"},
    "AppraisedRow": {"item", "retracted", "share", "appraisal", "appraisal_address"},
    "JudgementMark": {"light", "symbol"},
    "JudgementShare": {"share"},
    "DomainFacts": {"code"},
    "AbsoluteRisks": set(field_types(summarised.AbsoluteRisks)),
    "SummaryRow": {"designs", "designs_words", "studies", "people"},
    "SayingArticle": {"sells", "sample", "text_of"},
    "Cite": {"citation", "cited_work", "found", "found_words", "decision"}
    | {"decision_words", "checked_at", "study", "reference", "retracted", "support"},
    "Saying": {"mode", "hedged", "state", "ask_again", "until", "flags", "wording"},
}


def values(declared_as, facts):
    """Every fact that is printed, with its name, as the declaration goes through it."""
    left_out = EVERYWHERE | NOT_PRINTED.get(declared_as.__name__, set())
    for name, hint in field_types(declared_as).items():
        if name not in left_out and facts.get(name) not in (None, "", []):
            yield from _values(name, hint, facts[name])


def _values(name, hint, value):
    hint, _ = without_none(hint)
    inner = getattr(hint, "__args__", (hint,))[0]
    for one in value if isinstance(value, list) else [value]:
        if is_dataclass(inner):
            yield from values(inner, one) if _is_shown(one) else ()
        else:
            yield name, str(one)


def _is_shown(fact):
    """What does not count prints little; a retraction that stands reads "retracted"."""
    left_out = fact.get("decision") in ("excluded", "awaiting")
    no_upgrade = fact.get("rates_up") and not fact.get("levels")
    return not left_out and not no_upgrade and fact.get("kind") != "retraction"


@pytest.fixture(params=FILES)
def file(request):
    return FILES[request.param]


@pytest.fixture
def facts(file):
    return kept.read(file)


@pytest.fixture
def as_printed(file):
    return file.with_suffix(".txt").read_text().strip()


def test_there_are_files_of_each_kind_of_claim():
    assert set(FILES) == set(CLAIMS)


def test_every_value_is_found_in_the_page(client, facts):
    words = printed(client, facts)
    missing = [
        (name, value)
        for name, value in values(declared.ClaimFacts, facts)
        if " ".join(value.split()).lower() not in words.lower()
    ]
    assert missing == []


def test_the_page_reads_as_it_did(client, facts, as_printed):
    assert printed(client, facts) == as_printed


def test_reworded_it_reads_as_it_did(client, facts, as_printed, monkeypatch):
    reword_everything(monkeypatch)
    assert printed(client, facts) == as_printed


def test_with_a_new_fact_in_the_declaration_it_reads_as_it_did(
    client, facts, as_printed, monkeypatch
):
    claim = make.a_claim()
    more = make_dataclass(
        "ClaimFacts",
        [("shade", str, "made-up")],
        bases=(declared.ClaimFacts,),
        frozen=True,
        kw_only=True,
    )
    monkeypatch.setattr(making, "ClaimFacts", more)
    assert claim_facts(claim)["shade"] == "made-up"
    assert printed(client, facts) == as_printed


def test_a_kept_file_is_not_written_again(file):
    with pytest.raises(FileExistsError):
        kept.keep(file, {})


@pytest.mark.parametrize("name", CLAIMS)
def test_rewording_marks_no_verdict_and_changes_no_earlier_page(
    client, name, monkeypatch
):
    claim = CLAIMS[name]()
    editor = make.an_editor()
    review_claims(claims=[claim], by=editor)
    needed = Claim.objects.get(pk=claim.pk).needs_review
    then = claim.versions.latest("number").facts
    page = page_of(client, then)
    reword_everything(monkeypatch)
    assert REWORDED in str(claim_facts(claim))
    review_claims(claims=[Claim.objects.get(pk=claim.pk)], by=editor)
    assert Claim.objects.get(pk=claim.pk).needs_review == needed
    assert words_of(page) == printed(client, then)


def test_a_new_version_has_the_new_words(client, monkeypatch):
    claim = CLAIMS["regulatory"]()
    reword_everything(monkeypatch)
    make_version(claim=claim, cause="wording", by=make.an_editor())
    answer = client.get(f"/claims/{claim.pk}/v2/").content.decode()
    assert f"{REWORDED}confirmed" in words_of(answer).lower()


def test_the_claim_as_it_stands_is_rendered_like_its_newest_version(client):
    claim = CLAIMS["pooled"]()
    words = words_of(client.get(f"/claims/{claim.pk}/").content.decode())
    for name, value in values(declared.ClaimFacts, claim_facts(claim)):
        assert " ".join(value.split()).lower() in words.lower(), name


def test_stored_facts_are_as_declared(facts):
    """Nothing that was stored is lost; a field added since has its default."""
    assert stored_of(to_json(from_json(declared.ClaimFacts, facts)), facts) == facts


def stored_of(now, then):
    """What is read now, without the fields that had not been there."""
    if isinstance(then, dict):
        return {name: stored_of(now[name], then[name]) for name in now if name in then}
    if isinstance(then, list):
        assert len(now) == len(then)
        return [stored_of(*pair) for pair in zip(now, then, strict=True)]
    return now


def test_every_fact_not_printed_is_declared():
    for name, left_out in NOT_PRINTED.items():
        facts = next(each for each in DECLARING if name in vars(each))
        assert left_out <= {field.name for field in fields(getattr(facts, name))}
