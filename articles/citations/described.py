"""Studies as an article describes them, made when what cites them is accepted."""

from collections.abc import Iterable

from articles.models import Anchor, CitedWork, Mention
from articles.reading.suggesting.describing import stated_sample_size
from core.actions import save
from studies.designs import suggest_design
from studies.models import Report, Study
from texts.identifiers import find_nct

Span = tuple[int, int]


def describe_studies(mention: Mention) -> list[Study]:
    """Give each work that a mention cites its study; return those that are new.

    A confirmed work's study is the one its reference reports. Any other is a study of
    its own, as the article describes it: two articles' "Kim 2016" stay two until a
    person joins them. What the passage does not state stays unknown.
    """
    works = CitedWork.objects.filter(
        citations__mention_links__mention=mention, study=None
    )
    made = []
    for work in works.distinct().order_by("pk"):
        study = _reported_in(work) or _described(work)
        if study.pk is None:
            made.append(save(study))
        save(work, study=study)
    return made


def _reported_in(work: CitedWork) -> Study | None:
    if work.reference_id is None:
        return None
    report = (
        Report.objects.current()
        .filter(reference=work.reference_id, role=Report.Role.MAIN)
        .select_related("study")
        .order_by("pk")
        .first()
    )
    return report.study if report else None


def _described(work: CitedWork) -> Study:
    passage = own_passage(work)
    hint = suggest_design(work.title, passage)
    registered = find_nct(passage)
    return Study(
        label=work.label,
        title=work.title,
        year=work.year,
        design=str(hint.design),
        design_words=", ".join(hint.words),
        sample_size=stated_sample_size(passage),
        registration=registered[0] if len(registered) == 1 else "",
        described_in=work.article.title,
        sample=work.article.sample,
    )


def own_passage(work: CitedWork) -> str:
    """The words that an article's latest capture puts under this work alone.

    A sentence under several works describes none of them for sure.
    """
    version = work.article.versions.order_by("-number").first()
    anchors = list(
        Anchor.objects.filter(
            version=version, covers_start__isnull=False, citation__isnull=False
        )
        .order_by("covers_start")
        .values_list("covers_start", "covers_end", "citation__cited_work")
    )
    others = [(start, end) for start, end, of in anchors if of != work.pk]
    own = dict.fromkeys((start, end) for start, end, of in anchors if of == work.pk)
    alone = [piece for span in own for piece in _without(span, others)]
    return " ".join(version.text[start:end] for start, end in alone)


def _without(span: Span, others: Iterable[Span]) -> list[Span]:
    """What is left of a span where none of the others covers it."""
    left = [span]
    for start, end in others:
        left = [
            piece
            for first, last in left
            for piece in ((first, min(last, start)), (max(first, end), last))
            if piece[0] < piece[1]
        ]
    return left
