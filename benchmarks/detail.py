"""A claim's page and its grading form, with few items and with many.

How many queries each takes, and how long until its first byte.
"""

from django.core.wsgi import get_wsgi_application

from accounts.models import User
from benchmarks._asking import ask, percentile, signed_in
from benchmarks._store import store
from claims.models import Claim
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from studies.models import Result

CLAIMS = 1000
ITEMS = (5, 200)
TIMES = 40
QUERIES, FIRST_BYTE = 12, 60  # at most; ms
ANY = dict.fromkeys(("population", "intervention", "comparator", "outcome"), "any")


def with_items(items, by):
    """The id of a claim of which the newest frozen base has so many items."""
    claim = Claim.objects.filter(verdict="not_graded", bases=None, kind="effect")[0]
    base = open_base(claim=claim, scope="other_known", by=by, question=ANY)
    one_each = Result.objects.order_by("study_id", "id").distinct("study_id")
    for result in one_each[:items]:
        add_item(base=base, result=result, decision="included", by=by)
    freeze_base(base=base, by=by)
    return claim.pk


def measure(connection, ask_for):
    """A page in words: its queries, its first byte the first time and after, its size.

    What a process learns once, such as templates, it must have learnt before.
    """
    _, first = ask_for()
    queries = []

    def count(execute, *asked):
        queries.append(asked[0])
        return execute(*asked)

    with connection.execute_wrapper(count):
        body, _ = ask_for()
    took = [ask_for()[1] for _ in range(TIMES)]
    return (
        f"{len(queries)} queries (goal: at most {QUERIES}), first byte p50 "
        f"{percentile(took, 50):.0f} ms, p95 {percentile(took, 95):.0f} ms "
        f"(goal: {FIRST_BYTE}), the first time {first:.0f} ms, {len(body) // 1024} KB"
    )


def main():
    with store(CLAIMS) as connection:
        application = get_wsgi_application()
        by = User.objects.create(
            username="rev", display_name="Example", role="reviewer"
        )
        reader, reviewer = "", signed_in(by)
        for items in ITEMS:
            claim = f"/claims/{with_items(items, by)}/"
            for what, address, cookie in (
                ("claim", claim, reader),
                ("claim, signed in", claim, reviewer),
                ("grading", f"{claim}grade/", reviewer),
            ):

                def ask_for(address=address, cookie=cookie):
                    return ask(application, address, cookie)

                print(f"{what}, {items} items: {measure(connection, ask_for)}")


if __name__ == "__main__":
    main()
