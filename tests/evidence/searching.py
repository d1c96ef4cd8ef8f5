"""What searches of a base bring, for tests: invented works, and files of them."""

from datetime import date

from core.jobs import run_job
from evidence.searches.actions import bring_search
from tests import factories as make

DAY = date(2026, 1, 31)


def work(n, **tags):
    """An invented article, as RIS states it."""
    return {
        "TI": f"Examplin for made-up fever number {n}: a trial",
        "AB": f"Adults with fever {n} took examplin or a dummy.",
        "AU": f"Madeup{n}, Mia",
        "PY": 2001,
        "T2": "Journal of Examples",
        "DO": f"10.5555/example.{n}",
        **tags,
    }


def ris(*records):
    """A RIS file of records, each a dictionary of tags."""
    lines = []
    for record in records:
        lines.append("TY  - JOUR")
        lines += [f"{tag}  - {value}" for tag, value in record.items()]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode()


def brought(base, records, by=None, source="Example Index", **given):
    """A search of a base that brought some works, as a file, imported and in line."""
    search = bring_search(
        base=base,
        source=source,
        strategy="examplin AND fever",
        searched_on=DAY,
        data=ris(*records),
        file_name="found.ris",
        by=by or make.a_reviewer(),
        **given,
    )
    assert run_job(search.job_id)
    search.refresh_from_db()
    return search
