"""What a person says of an article's citations and of the works they point to."""

import re
from collections.abc import Sequence

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.mentions.reanchoring import anchor_at
from articles.models import (
    Anchor,
    Article,
    ArticleVersion,
    Citation,
    CitedWork,
    Mention,
    MentionCitation,
    Step,
)
from articles.reading.anchoring.selection import sentence_around
from articles.rows import locked, selection, standing, touch
from articles.steps.recording import step
from bibliography.models import Reference
from core.actions import action, expect_revision, save
from core.errors import Refused
from studies.models import Report, Study
from texts.identifiers import normalise_doi, normalise_pmid

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d(?=\D|$)")


@action
@step(Step.Kind.MARKED_CITATION)
def mark_citation(
    *,
    article: Article,
    start: int,
    end: int,
    by: User,
    cited_work: CitedWork | None = None,
    label: str = "",
    authors: Sequence[str] = (),
    year: int | None = None,
    title: str = "",
    doi: str = "",
    pmid: str = "",
    covers: tuple[int, int] | None = None,
    version: ArticleVersion | None = None,
    reason: str = "",
) -> Citation:
    """Say that the words ``start`` to ``end`` of the latest capture cite a work.

    The work is ``cited_work``, or a new one called ``label`` (the words themselves
    where it is empty). The citation stands for ``covers``, by default the sentence it
    is in, and for every mention there.
    """
    require(by, Permission.LINK_CITATIONS)
    version, start, end = selection(article, version, start, end)
    marker = " ".join(version.text[start:end].split())
    stated = {"authors": authors, "year": year, "title": title}
    work = cited_work or _named_work(
        article, label.strip() or marker, marker, doi=doi, pmid=pmid, **stated
    )
    citation = Citation(article=article, cited_work=work, marker=marker[:300])
    save(citation, origin=Mention.Origin.PERSON)
    covered = covers or sentence_around(version.text, start, end)
    if not 0 <= covered[0] <= covered[1] <= len(version.text):
        raise Refused("What the citation covers does not lie in the text.")
    place = anchor_at(version, start, end, citation=citation)
    save(place, covers_start=covered[0], covers_end=covered[1])
    _link_covered(citation, place)
    return citation


def _named_work(
    article: Article,
    label: str,
    marker: str,
    *,
    authors: Sequence[str],
    year: int | None,
    title: str,
    doi: str,
    pmid: str,
) -> CitedWork:
    """A cited work as a person states it; a year in its marker is its year."""
    years = set(_YEAR.findall(marker))
    return save(
        CitedWork(
            article=article,
            label=label[:200],
            authors=[name.strip() for name in authors if name.strip()],
            year=year or (int(years.pop()) if len(years) == 1 else None),
            title=title.strip(),
            doi=_identifier("DOI", doi, normalise_doi(doi)),
            pmid=_identifier("PubMed number", pmid, normalise_pmid(pmid)),
        )
    )


def _identifier(name: str, given: str, normal: str | None) -> str:
    if given.strip() and not normal:
        raise Refused(f"“{given.strip()[:100]}” is no {name}.", field=name.lower())
    return normal or ""


def _link_covered(citation: Citation, marker: Anchor) -> None:
    """Put every mention in the words a citation covers under it."""
    places = Anchor.objects.filter(
        version=marker.version,
        mention__isnull=False,
        start__lt=marker.covers_end,
        end__gt=marker.covers_start,
    )
    for place in places.select_related("mention").order_by("pk"):
        save(MentionCitation(mention=place.mention, citation=citation))
        touch(place.mention)


@action
@step(Step.Kind.CITED)
def link_citation(
    *,
    mention: Mention,
    citation: Citation,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> MentionCitation:
    """Put a mention under a citation of its article."""
    require(by, Permission.LINK_CITATIONS)
    mention = locked(mention)
    expect_revision(mention, revision)
    link = save(MentionCitation(mention=mention, citation=citation))
    touch(mention)
    return link


@action
@step(Step.Kind.UNCITED)
def unlink_citation(
    *,
    mention: Mention,
    citation: Citation,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> None:
    """Take a mention from under a citation."""
    require(by, Permission.LINK_CITATIONS)
    mention = locked(mention)
    expect_revision(mention, revision)
    link = MentionCitation.objects.filter(mention=mention, citation=citation).first()
    if link is None:
        raise Refused("The mention does not stand under this citation.")
    if mention.supports.filter(citation=citation, superseded_at=None).exists():
        raise Refused("Somebody judged whether the study says this; it stays linked.")
    if mention.rounds.standing().filter(citation=citation).exists():
        raise Refused("A round checks whether the study says this; it stays linked.")
    link.delete()
    touch(mention)


@action
@step(Step.Kind.LINKED_STUDY)
def link_study(
    *,
    cited_work: CitedWork,
    study: Study | None,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> CitedWork:
    """Say which study a cited work reports; None takes the link away."""
    require(by, Permission.LINK_CITATIONS)
    cited_work = _to_decide(cited_work, revision)
    if study is not None:
        study = standing(study)
    return save(cited_work, study=study)


@action
@step(Step.Kind.CONFIRMED)
def confirm_cited_work(
    *,
    cited_work: CitedWork,
    reference: Reference,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> CitedWork:
    """Say that a reference is the cited work: only a person's word makes a match.

    The study that the reference reports becomes the work's, where it has none. A
    study known from articles alone gets the reference as its main report.
    """
    require(by, Permission.LINK_CITATIONS)
    cited_work = _to_decide(cited_work, revision)
    reference = standing(reference)
    _unreport(cited_work)
    reports = Report.objects.current().filter(reference=reference)
    report = reports.filter(role=Report.Role.MAIN).order_by("pk").first()
    study, made = cited_work.study, None
    if study is None:
        study = report.study if report else None
    elif report is None and not study.reports.filter(role=Report.Role.MAIN).exists():
        made = save(Report(study=study, reference=reference, role=Report.Role.MAIN))
    return save(
        cited_work,
        decision=CitedWork.Decision.CONFIRMED,
        reference=reference,
        study=study,
        made_report=made,
        decided_by=by,
        decided_at=timezone.now(),
    )


@action
@step(Step.Kind.WORK_REJECTED)
def reject_cited_work(
    *,
    cited_work: CitedWork,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> CitedWork:
    """Say that none of what was found is the cited work."""
    require(by, Permission.LINK_CITATIONS)
    cited_work = _to_decide(cited_work, revision)
    _unreport(cited_work)
    return save(
        cited_work,
        decision=CitedWork.Decision.REJECTED,
        reference=None,
        decided_by=by,
        decided_at=timezone.now(),
    )


@action
@step(Step.Kind.WORK_REOPENED)
def reset_cited_work(
    *,
    cited_work: CitedWork,
    by: User,
    revision: int | None = None,
    reason: str = "",
) -> CitedWork:
    """Take a decision back: it is open again whether anything found is the work."""
    require(by, Permission.LINK_CITATIONS)
    cited_work = _to_decide(cited_work, revision)
    if cited_work.decision == CitedWork.Decision.NONE:
        raise Refused("Nothing was decided of this cited work.")
    _unreport(cited_work)
    return save(
        cited_work,
        decision=CitedWork.Decision.NONE,
        reference=None,
        decided_by=None,
        decided_at=None,
    )


def _to_decide(cited_work: CitedWork, revision: int | None) -> CitedWork:
    cited_work = locked(cited_work)
    expect_revision(cited_work, revision)
    if cited_work.merged_into_id:
        raise Refused(
            f"This cited work was merged into cited work {cited_work.merged_into_id}."
        )
    return cited_work


def _unreport(cited_work: CitedWork) -> None:
    """Take back the report that confirming made, unless another match rests on it.

    Then the report goes with that one.
    """
    report = cited_work.made_report
    if report is None:
        return
    save(cited_work, made_report=None)
    others = CitedWork.objects.filter(
        decision=CitedWork.Decision.CONFIRMED,
        reference=report.reference_id,
        study=report.study_id,
    )
    heir = others.exclude(pk=cited_work.pk).order_by("pk").first()
    if heir is None:
        report.delete()
    elif heir.made_report_id is None:
        save(heir, made_report=report)
