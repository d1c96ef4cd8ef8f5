"""Articles, their captures, what they claim and cite, and checks of both."""

from django.utils import timezone

from articles import models as articles
from studies import models as studies
from tests.factories.claims import a_claim, a_claim_version, a_topic
from tests.factories.core import a_recording
from tests.factories.making import CLAIM, MARKER, TEXT, make, number, settled
from tests.factories.people import a_curator, a_reviewer
from tests.factories.studies import a_reference_check, a_second_hand_result, a_study


def an_article(**given):
    return make(articles.Article, given, title="Examplin against made-up fever")


def an_article_topic(**given):
    return make(articles.ArticleTopic, given, article=an_article, topic=a_topic)


def a_study_topic(**given):
    return make(studies.StudyTopic, given, study=a_study, topic=a_topic)


def a_version(**given):
    """A capture of an article; its words are ``factories.TEXT``."""
    article = settled(given, "article", an_article)
    text = given.setdefault("text", TEXT)
    return make(
        articles.ArticleVersion,
        given,
        number=lambda: article.versions.count() + 1,
        form="text",
        title=article.title,
        source=text.encode(),
        sha256=lambda: f"{number():064x}",
        words=len(text.split()),
    )


def a_step(**given):
    return make(
        articles.Step,
        given,
        article=an_article,
        kind="accepted",
        about=CLAIM,
        by=a_curator,
        recording=a_recording,
    )


def a_mention(**given):
    """A suggested mention; with ``claim`` an accepted one."""
    accepted = given.get("claim") is not None
    given.setdefault("status", "accepted" if accepted else "suggested")
    decided = given["status"] != "suggested"
    return make(
        articles.Mention,
        given,
        article=an_article,
        proposed_text=CLAIM,
        kind="efficacy",
        decided_by=a_curator if decided else None,
        decided_at=timezone.now if decided else None,
    )


def a_cited_work(**given):
    """A cited work nobody looked for; with ``reference`` one that is confirmed."""
    confirmed = given.get("reference") is not None
    given.setdefault("decision", "confirmed" if confirmed else "none")
    decided = given["decision"] != "none"
    return make(
        articles.CitedWork,
        given,
        article=an_article,
        label=MARKER,
        authors=["Example"],
        year=2001,
        decided_by=a_reviewer if decided else None,
        decided_at=timezone.now if decided else None,
    )


def a_kept_link(**given):
    return make(
        articles.KeptLink,
        given,
        address_sha256=lambda: f"{number():064d}",
        key_sha256="0" * 64,
        report=dict,
        expires_at=timezone.now,
    )


def a_cited_work_check(**given):
    return make(
        articles.CitedWorkCheck,
        given,
        cited_work=a_cited_work,
        referencecheck=a_reference_check,
    )


def a_cited_work_entry(**given):
    work = settled(given, "cited_work", a_cited_work)
    return make(
        articles.CitedWorkEntry,
        given,
        version=lambda: a_version(article=work.article),
        number=1,
        raw="Example E. An example of a trial. 2001.",
    )


def a_citation(*, mention=None, **given):
    """A citation of a cited work in its article; it stands over ``mention``."""
    if mention and "cited_work" not in given:
        given["cited_work"] = a_cited_work(article=mention.article)
    work = settled(given, "cited_work", a_cited_work)
    citation = make(articles.Citation, given, article=work.article, marker=MARKER)
    if mention:
        a_mention_citation(mention=mention, citation=citation)
    return citation


def a_mention_citation(**given):
    mention = settled(given, "mention", a_mention)
    return make(
        articles.MentionCitation,
        given,
        citation=lambda: a_citation(cited_work=a_cited_work(article=mention.article)),
    )


def an_anchor(**given):
    """Where a mention, or the ``citation`` given, sits in a version."""
    of_citation = given.get("citation") is not None
    if not of_citation and "mention" not in given:
        given["mention"] = a_mention()
    exact = given.setdefault("exact", MARKER if of_citation else CLAIM)
    start = max(TEXT.find(exact), 0)
    place = (
        {}
        if given.get("state") == "gone"
        else {"start": start, "end": start + len(exact)}
    )
    wording = {} if of_citation else {"mode": "asserts", "hedged": False}
    return make(
        articles.Anchor,
        given,
        version=lambda: a_version(
            article=(given.get("mention") or given["citation"]).article
        ),
        **place,
        **wording,
    )


def a_result_source(**given):
    return make(
        articles.ResultSource,
        given,
        result=a_second_hand_result,
        version=a_version,
        quote=CLAIM,
        start=0,
        end=len(CLAIM),
    )


def a_citation_support(**given):
    mention = settled(given, "mention", lambda: a_mention(claim=a_claim()))
    return make(
        articles.CitationSupport,
        given,
        citation=lambda: a_citation(mention=mention),
        answer="cannot_verify",
        words_judged=CLAIM,
        read="nothing",
        by=a_reviewer,
    )


def a_wording_check(**given):
    mention = settled(given, "mention", lambda: a_mention(claim=a_claim()))
    return make(
        articles.WordingCheck,
        given,
        claim_version=lambda: a_claim_version(claim=mention.claim),
        answer="matches",
        words_judged=CLAIM,
        by=a_reviewer,
    )
