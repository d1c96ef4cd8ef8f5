"""A claim's page, with few items and with many: its queries and its first byte."""

from django.core.wsgi import get_wsgi_application

from accounts.models import User
from benchmarks._asking import ask, percentile
from benchmarks._store import store
from claims.models import Claim
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from studies.models import Result

CLAIMS = 1000
ITEMS = (5, 200)
TIMES = 40
QUERIES, FIRST_BYTE = 12, 60  # at most; ms


def with_items(items):
    """The id of a claim of which the newest frozen base has so many items."""
    by = User.objects.create(
        username=f"rev{items}", display_name="Example", role="reviewer"
    )
    claim = Claim.objects.filter(verdict="not_graded", bases=None, kind="effect")[0]
    base = open_base(claim=claim, scope="other_known", by=by)
    one_each = Result.objects.order_by("study_id", "id").distinct("study_id")
    for result in one_each[:items]:
        add_item(base=base, result=result, decision="included", by=by)
    freeze_base(base=base, by=by)
    return claim.pk


def main():
    with store(CLAIMS) as connection:
        application = get_wsgi_application()
        for items in ITEMS:
            address = f"/claims/{with_items(items)}/"
            ask(application, address)
            queries = []

            def count(execute, *asked, queries=queries):
                queries.append(asked[0])
                return execute(*asked)

            with connection.execute_wrapper(count):
                body, _ = ask(application, address)
            took = [ask(application, address)[1] for _ in range(TIMES)]
            print(
                f"{items} items: {len(queries)} queries (goal: at most {QUERIES}), "
                f"first byte p50 {percentile(took, 50):.0f} ms, "
                f"p95 {percentile(took, 95):.0f} ms (goal: {FIRST_BYTE}), "
                f"{len(body) // 1024} KB"
            )


if __name__ == "__main__":
    main()
