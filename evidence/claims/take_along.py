"""A claim to take along: how to cite it, its studies' records, its results.

All is made of the claim's facts, as they are now or as a version stored them, and of
the reports of its studies that are known now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.db.models import QuerySet

from bibliography.models import Reference
from bibliography.records import Record, RecordType
from core.templatetags.footing import counted, day
from evidence.basis.merges import ended_in
from evidence.words import OwnReport
from studies.models import Report, Study
from studies.pictures.lights import OVERALL
from studies.results.further import NAMES as FURTHER
from texts.names import Name

Facts = dict[str, Any]
SITE = "Footing"
_STUDY = ("id", "label", "year", "design", "allocation", "sample_size", "is_retracted")
_RESULT = (
    *("id", "outcome", "outcome_unit", "comparison", "contrast", "time_point"),
    *("subgroup", "dose", "analysis_set", "measured", "adjusted", "metric"),
    *("estimate", "ci_low", "ci_high", "ci_level", "p_value", "direction"),
    *("events_1", "total_1", "mean_1", "sd_1"),
    *("events_2", "total_2", "mean_2", "sd_2"),
    *("pooled_studies", "provenance", "quote", "place", "address"),
)
COLUMNS = (
    *("claim", "version", "study_id", "study", "year", "design", "allocation"),
    *("sample_size", "is_retracted", "result_id", *_RESULT[1:], *FURTHER),
    *("unanswered", "compiled_from", "bearing", "appraisals"),
)


@dataclass(frozen=True)
class TakeAlong:
    """What a claim's page says of what can be taken along from it."""

    citation: str
    export: str
    studies: int
    without_report: int

    @property
    def studies_words(self) -> str:
        """As "RIS: 2 of its 5 studies have no report here." where that is so."""
        if not self.without_report:
            return ""
        of = counted(self.studies, "study,studies")
        have = "has" if self.without_report == 1 else "have"
        return f"RIS: {self.without_report} of its {of} {have} no report here."


def take_along(
    facts: Facts, number: int | None, site: str, *, are_now: bool = False
) -> TakeAlong:
    """What can be taken along of a claim, or of a version of it.

    ``site`` is the site's address, with its host. Facts that ``are_now`` know which
    studies have a report; of a version's studies it is asked (two queries).
    """
    studies = studies_of(facts)
    reported = _on_file(facts) if are_now else _reported(studies)
    return TakeAlong(
        citation=citation_text(citation(facts, number, site)),
        export=f"{_address(facts, number)}export/",
        studies=len(studies),
        without_report=len(studies - reported),
    )


def _reported(studies: set[int]) -> set[int]:
    """Those of some studies that have a report, under what they were merged into."""
    merged = ended_in(Study, studies) if studies else {}
    reports = Report.objects.filter(study__in=studies | {*merged.values()})
    found = set(reports.values_list("study", flat=True)) if studies else set()
    return {study for study in studies if merged.get(study, study) in found}


def _on_file(facts: Facts) -> set[int]:
    studies = (item["study"] for item in _results(facts))
    on_file = OwnReport.ON_FILE.label
    return {study["id"] for study in studies if study["report_words"] == on_file}


def _address(facts: Facts, number: int | None) -> str:
    return f"{facts['address']}v{number}/" if number else str(facts["address"])


# --- how to cite it ---


def citation(facts: Facts, number: int | None, site: str) -> Record:
    """A version of a claim as a record; of the claim itself where it has none yet.

    Its author is the site: a version is what reviewers, editors and rules made of it.
    """
    made = [each["at"][:10] for each in facts["history"] if each["version"] == number]
    date = made[0] if made else ""
    words = facts["text"].rstrip(" .")
    return Record(
        type=RecordType.WEB_PAGE,
        title=f"{words} (version {number})" if number else words,
        authors=(Name(SITE, is_group=True),),
        year=int(date[:4]) if date else None,
        date=date,
        url=urljoin(site, _address(facts, number)),
        key="-".join(_address(facts, number).strip("/").split("/")),
    )


def citation_text(record: Record) -> str:
    """The record in one line: site, claim and version, day, address."""
    dated = f"{day(record.date)}. " if record.date else ""
    return f"{record.authors[0].family}. {record.title}. {dated}{record.url}"


# --- what it rests on ---


def studies_of(facts: Facts) -> set[int]:
    """The studies whose results the claim's base includes."""
    return {item["study"]["id"] for item in _results(facts)}


def references_of(facts: Facts) -> QuerySet[Reference]:
    """The references that report those studies, as they are known now."""
    studies = studies_of(facts)
    merged = ended_in(Study, studies)
    reports = Report.objects.filter(study__in=studies | {*merged.values()})
    return Reference.objects.filter(pk__in=reports.values("reference"))


def result_rows(facts: Facts) -> Iterator[dict[str, Any]]:
    """The included results, a row each, under ``COLUMNS``."""
    for item in _results(facts):
        study, result = item["study"], item["result"]
        source = result["compiled_from"]
        row = {name: result.get(name) for name in _RESULT}  # an older one has fewer
        row |= dict.fromkeys(FURTHER) | (result.get("further") or {})
        yield row | {
            "unanswered": ", ".join(result.get("unanswered", ())),
            "claim": facts["id"],
            "version": facts["version"],
            "study": study["label"],
            **{name: study[name] for name in _STUDY},
            "study_id": study["id"],
            "result_id": result["id"],
            "compiled_from": source["title"] if source else "",
            "bearing": item["bearing"],
            "appraisals": "; ".join(map(_in_words, item.get("appraisals", ()))),
        }


def _in_words(appraisal: Facts) -> str:
    """As "RoB 2: High (D1 Low, D2 High)"; items stand for a whole that is not."""
    domains = [each for each in appraisal["domains"] if each["code"] != OVERALL.code]
    told = ", ".join(f"{each['code']} {each['judgement']['word']}" for each in domains)
    overall = appraisal["overall"]
    name = appraisal["name"]
    return f"{name}: {overall} ({told})" if overall else f"{name}: {told}"


def _results(facts: Facts) -> list[Facts]:
    return [
        item
        for item in facts["evidence"]
        if item["decision"] == "included" and item["result"]
    ]
