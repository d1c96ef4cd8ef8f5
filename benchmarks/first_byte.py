"""How long until a page's first byte, on the sample evidence: p50 and p95 of each.

Claim, article, study, reference and search as a visitor reads them; the curating page,
and the claim's, as a curator does. What a process learns once, such as templates, it
must have learnt before. On a busy machine what is computed here says more than p50.
"""

import os
import time

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

from accounts.models import User
from articles.models import Article
from benchmarks._asking import ask, percentile, signed_in
from benchmarks._store import settle, store
from bibliography.models import Reference
from claims.models import Claim
from studies.models import Study

TIMES = 60
GOAL = 60  # ms
WORDS = "stem cells"


def pages():
    """Addresses by name, each with whether it is read by a curator."""
    claim = Claim.objects.filter(bases__frozen_at__isnull=False).last()
    article = Article.objects.filter(mentions__status="accepted").first()
    mention = article.mentions.order_by("pk").first()
    study = Study.objects.filter(results__isnull=False).first()
    reference = Reference.objects.filter(reports__isnull=False).first()
    return {
        "claim": (f"/claims/{claim.pk}/", False),
        "article": (f"/articles/{article.pk}/", False),
        "study": (f"/studies/{study.pk}/", False),
        "reference": (f"/references/{reference.pk}/", False),
        "search": (f"/search/?q={WORDS.replace(' ', '+')}", False),
        "search, Kim 2016": ("/search/?q=Kim+2016", False),
        "claims": ("/claims/", False),
        "claim, curator": (f"/claims/{claim.pk}/", True),
        "curate": (f"/articles/{article.pk}/curate/?at={mention.pk}", True),
    }


def main():
    with store(0):
        call_command("load_sample", verbosity=0)
        application = get_wsgi_application()
        by = User.objects.create(username="cur", display_name="Example", role="curator")
        cookie = signed_in(by)
        for address, by_curator in pages().values():
            ask(application, address, cookie if by_curator else "")
        settle()
        over = []
        for name, (address, by_curator) in pages().items():
            asked = (application, address, cookie if by_curator else "")
            ask(*asked)
            begun = time.process_time()
            took = [ask(*asked)[1] for _ in range(TIMES)]
            computed = (time.process_time() - begun) * 1000 / TIMES
            p50, p95 = percentile(took, 50), percentile(took, 95)
            print(
                f"{name:18} p50 {p50:5.0f} ms, p95 {p95:5.0f} ms (goal {GOAL}), "
                f"{computed:4.0f} ms of it computing here"
            )
            over += [name] if p50 > GOAL else []
        print(
            f"over the goal: {', '.join(over) or 'none'}; load {os.getloadavg()[0]:.1f}"
        )


if __name__ == "__main__":
    main()
