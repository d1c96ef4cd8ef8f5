"""Articles: read, curated, captured again, looked up, and one row for each word."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from articles.articles.actions import edit_article, import_article
from articles.checks.support import judge_support
from articles.mentions.actions import (
    accept_mention,
    edit_mention,
    join_mention,
    mark_claim,
    reject_mention,
    split_mention,
)
from articles.models import (
    Anchor,
    Article,
    CitationSupport,
    CitedWork,
    Mention,
    WordingCheck,
)
from studies.topics.actions import add_topic
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.stories.test_an_article_changes import AFTER, BEFORE

HTML = b"""<!doctype html><html><head><title>Examplin at the clinic</title></head><body>
<article><h1>Examplin at the clinic</h1>
<p>Examplin significantly reduces made-up fever in adults (Madeup et al., 2011).</p>
<p>Examplin may cause mild headaches <a href="https://doi.org/10.5555/skin.1">[1]</a>.
</p><ul><li>Examplin is approved for made-up fever in Exampleland.</li></ul>
<h2>References</h2><ol><li>Xamplova A. Made-up plasma with microneedling in ageing skin.
Journal of Examples 2014. doi:10.5555/skin.1</li></ol></article></body></html>"""
SKIN = Work(
    doi="10.5555/skin.1",
    pmid="90000001",
    title="Made-up plasma with microneedling in ageing skin",
    authors=(("Xamplova", "Anna"), ("Inventa", "B.")),
    year=2014,
    abstract="Made-up plasma was tried.",
)
HAIR = Work(
    doi="10.5555/hair.1",
    pmid="90000002",
    title="Made-up plasma injected in pattern hair loss",
    authors=(("Xamplova", "V."), ("Madeup", "C.")),
    year=2014,
    journal="Example Research",
    notices=(("retraction", "10.5555/notice.hair", "2019-01-02"),),
    retracted=True,
)
QUOTED = {"passage": "The risk fell by half.", "place": "page 3"}


def fill_articles():
    """Articles of all sorts, with what they say and cite."""
    _captured_twice()
    _curated()
    _described()
    _mentions()
    _cited_works()
    _looked_up()
    _supports()
    _wording_checks()


def _captured_twice():
    """An article followed into a second capture: the same, moved, reworded, gone."""
    curator = make.a_curator()
    article = import_article(data=BEFORE.encode(), by=curator).article
    for mention in article.mentions.order_by("pk")[:3]:
        mention = accept_mention(mention=mention, by=curator)
        for citation in mention.citations.all():
            judge_support(
                mention=mention,
                citation=citation,
                answer="cannot_verify",
                read="nothing",
                by=make.a_reviewer(),
            )
    reject_mention(
        mention=article.mentions.filter(status="suggested").first(),
        by=curator,
        reason="Too vague.",
    )
    import_article(data=AFTER.encode(), article=article, by=curator)


def _curated():
    """An article in HTML that a person has half worked through."""
    curator = make.a_curator()
    article = import_article(
        data=HTML, url="https://clinic.example/fever", by=curator
    ).article
    edit_article(
        article=article,
        outlet_name="The Example Clinic",
        author="Mia Madeup",
        published="2024-02-03",
        licence="cc_by",
        sells="yes",
        by=curator,
    )
    first, *others = article.mentions.order_by("pk")
    accepted = accept_mention(mention=first, by=curator, kind="effect")
    if others:
        edit_mention(mention=others[0], by=curator, proposed_text="Examplin hurts")
        split_mention(
            mention=others[0],
            parts=["Examplin causes headaches", "The headaches are mild"],
            by=curator,
        )
    text = article.versions.latest("number").text
    start = text.index("Examplin significantly")
    marked = mark_claim(article=article, start=start, end=start + 40, by=curator)
    if marked.status == "suggested":
        join_mention(mention=marked, claim=accepted.claim, by=curator)


def _described():
    for licence in Article.Licence:
        article = make.an_article(
            title=f"An article: {licence}",
            licence=licence,
            outlet=make.an_outlet() if licence == "own" else None,
            url=f"https://example.org/{licence}",
        )
        make.a_version(article=article)
        mention = make.a_mention(article=article, claim=make.a_claim())
        make.an_anchor(version=article.versions.get(), mention=mention)
    for sells in Article.Sells:
        make.a_version(article=make.an_article(title=f"It sells: {sells}", sells=sells))
    make.a_version(
        article=make.an_article(
            title="An article withdrawn",
            withdrawn_at=timezone.now(),
            withdrawn_by=make.an_editor(),
            withdrawn_reason="It was captured by mistake.",
        )
    )
    make.an_article_topic(
        article=article, topic=add_topic(name="Made-up fever", by=make.a_curator())
    )


def _mentions():
    article = make.an_article(title="An article of all mentions", licence="cc_by")
    version = make.a_version(article=article)
    kinds = [kind for kind, _ in Mention._meta.get_field("kind").choices]
    for status in Mention.Status:
        for kind in kinds:
            mention = make.a_mention(
                article=article,
                kind=kind,
                also_kind=kinds[0],
                status=status,
                claim=make.a_claim() if status == "accepted" else None,
                origin="person" if kind == kinds[0] else "rules",
                flags=[{"rule": "cites-nothing", "why": "Nothing is cited."}],
            )
            make.an_anchor(version=version, mention=mention)
    claim = make.a_claim(text="Examplin is mentioned in every way")
    for state in Anchor.State:
        for mode in Anchor.Mode:
            mention = make.a_mention(
                article=article, claim=claim, ask_again=state == "reworded"
            )
            make.an_anchor(
                version=version,
                mention=mention,
                state=state,
                mode=mode,
                hedged=mode == "reports",
            )


def _cited_works():
    article = make.an_article(title="An article of all citations", licence="cc_by")
    version = make.a_version(article=article)
    claim = make.a_claim(text="Examplin is cited for in every way")
    works = [
        (found, decision)
        for found in CitedWork.Found
        for decision in CitedWork.Decision
    ]
    for number, (found, decision) in enumerate(works, 1):
        looked = found not in ("not_checked", "not_checkable")
        work = make.a_cited_work(
            article=article,
            label=f"Example {1980 + number}",
            year=1980 + number,
            title=f"A work: {found}, {decision}",
            found=found,
            checked_at=timezone.now() if looked else None,
            decision=decision,
            reference=make.a_reference() if decision == "confirmed" else None,
            study=make.a_study(label=f"Cited {number}"),
        )
        make.a_cited_work_entry(cited_work=work, version=version, number=number)
        if looked:
            make.a_cited_work_check(cited_work=work)
        mention = make.a_mention(article=article, claim=claim)
        make.an_anchor(version=version, mention=mention)
        citation = make.a_citation(mention=mention, cited_work=work)
        make.an_anchor(version=version, citation=citation)


def _looked_up():
    """Works that the services were asked for: one agrees, some are near, none is."""
    article = make.an_article(title="An article looked up")
    make.a_version(article=article)
    stated = {"title": SKIN.title, "authors": ["Xamplova"], "year": 2014}
    for given in (
        {"label": "Xamplova 2014", "doi": SKIN.doi},
        {"label": "Xamplova 2014b", "title": ""},
        {"label": "Xamplova 2014c", "doi": HAIR.doi},
        {"label": "Nobody 1900", "title": "", "authors": ["Nobody"], "year": 1900},
    ):
        make.a_cited_work(article=article, **{**stated, **given})
    with (
        pytest.MonkeyPatch.context() as patch,
        lookups_at(Services([SKIN, HAIR]), settings, patch),
    ):
        call_command(
            "find_works", article=article.pk, stdout=StringIO(), stderr=StringIO()
        )


def _supports():
    claim = make.a_claim(text="Examplin is checked against what it cites")
    for answer in CitationSupport.Answer:
        for read in CitationSupport.Read:
            if _may_be_said(answer, read):
                _support(claim, answer=answer, read=read)
    for subtype in CitationSupport.Subtype:
        if subtype:
            error = "major" if subtype == "number" else "minor"
            _support(
                claim, answer="partly", read="full_text", error=error, subtype=subtype
            )


def _may_be_said(answer, read):
    if read == "nothing":
        return answer == "cannot_verify"
    return read == "full_text" or answer in (
        "cannot_verify",
        "contradicts",
        "unrelated",
    )


def _support(claim, **given):
    mention = make.a_mention(claim=claim)
    make.an_anchor(mention=mention)
    make.a_citation_support(mention=mention, nothing_found=True, **{**QUOTED, **given})


def _wording_checks():
    claim = make.a_claim(text="Examplin is worded in every way")
    version = make.a_claim_version(claim=claim)
    for answer in WordingCheck.Answer:
        mention = make.a_mention(claim=claim)
        make.an_anchor(mention=mention)
        make.a_wording_check(
            mention=mention,
            claim_version=version,
            answer=answer,
            aspects=list(WordingCheck.Aspect) if answer == "overstates" else [],
            note="As the trial says.",
        )
