"""What counts for a claim: passages, bases and their items."""

from django.utils import timezone

from evidence import models as evidence
from tests.factories.claims import a_claim
from tests.factories.making import make, number, settled
from tests.factories.people import a_reader, a_reviewer, an_editor
from tests.factories.studies import a_reference, a_result


def a_passage(**given):
    return make(
        evidence.Passage,
        given,
        reference=lambda: a_reference(type="register_page", title="An example page"),
        quote="Examplin is not approved.",
        place="Section 1",
        read_on=lambda: timezone.now().date(),
    )


def a_base(**given):
    """A draft of what counts for a claim: cited works only, without items yet."""
    claim = settled(given, "claim", a_claim)
    return make(
        evidence.EvidenceBase,
        given,
        number=lambda: claim.bases.count() + 1,
        scope="cited_only",
        by=a_reviewer,
    )


def an_item(**given):
    """An included item of a base: a result, or the ``passage`` given."""
    if "passage" not in given and "result" not in given:
        given["result"] = a_result()
    return make(
        evidence.EvidenceItem,
        given,
        base=a_base,
        decision="included",
        bearing="supports",
    )


def a_frozen_base(*, results=None, passages=(), frozen_by=None, **given):
    """A frozen base that includes ``results`` (None: one, read in its report)."""
    base = a_base(**given)
    for result in [a_result()] if results is None else results:
        an_item(base=base, result=result)
    for passage in passages:
        an_item(base=base, passage=passage)
    base.frozen_at, base.frozen_by = timezone.now(), frozen_by or a_reviewer()
    base.save()
    return base


def a_saved_search(**given):
    return make(
        evidence.SavedSearch,
        given,
        user=a_reader,
        name=lambda: f"Examplin {number()}",
        searched="claims",
        query="q=examplin",
    )


def a_search(**given):
    """A search of a base, made elsewhere; without records yet."""
    return make(
        evidence.LiteratureSearch,
        given,
        base=a_base,
        source="Example Index",
        strategy="examplin AND fever",
        searched_on=lambda: timezone.now().date(),
        by=a_reviewer,
    )


def a_screened_record(**given):
    """A record that a search brought, and nobody has decided on."""
    search = settled(given, "search", a_search)
    return make(evidence.ScreenedRecord, given, base=search.base, reference=a_reference)


def a_conflict_setting(**given):
    """What a rule does here, other than it comes."""
    return make(evidence.ConflictSetting, given, rule="affiliation", effect="nothing")


def an_authorship(**given):
    """A reviewer's answer that a work is not theirs."""
    return make(
        evidence.Authorship, given, user=a_reviewer, reference=a_reference, is_own=False
    )


def a_conflict(**given):
    """A reviewer who was kept from a claim that rests on their study."""
    return make(
        evidence.ConflictRecord,
        given,
        user=a_reviewer,
        claim=a_claim,
        rule="own_study",
        outcome="refused",
        because="Rev Madeup declares the study Example 2001 as their own.",
        by=a_reviewer,
    )


def a_skip(**given):
    """A person left a grade in their queue alone."""
    return make(
        evidence.Skip, given, person=a_reviewer, task="grade", row=1, because="later"
    )


def a_site_text(**given):
    return make(
        evidence.SiteText, given, part="contact", text="Write to us.", by=an_editor
    )


def a_twins(**given):
    """Two claims that may be one."""
    if "one" not in given:
        given["one"], given["other"] = sorted(a_claim().pk for _ in "ab")
    return make(evidence.Twins, given, noun="claim", why="They say the same.")
