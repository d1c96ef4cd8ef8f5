"""Settings that lead every lookup to the fake services, and never to a wait."""

from contextlib import contextmanager

from bibliography import services as real
from bibliography.lookups import Client, NoStore
from tests.fakes.services import running


@contextmanager
def lookups_at(services, settings, monkeypatch):
    """Serve ``services`` and let jobs and commands ask them, as settings say.

    Only the waiting is left out: what the client sleeps is kept in ``slept``, unless a
    test has a ``sleep`` of its own.
    """
    slept = []
    with running(services):
        settings.PUBMED_URL = f"{services.base}/eutils"
        settings.CROSSREF_URL = f"{services.base}/crossref"
        settings.OPENALEX_URL = f"{services.base}/openalex"
        settings.DOI_URL = f"{services.base}/doi"
        settings.CONTACT_EMAIL = "ask@example.org"
        made = []

        def client(kept=None, held_up=lambda why: None):
            made.append(
                Client(
                    contact=settings.CONTACT_EMAIL,
                    kept=kept or NoStore(),
                    sleep=lambda seconds: services.sleep(seconds),
                    held_up=held_up,
                    timeout=(services.timeout, services.timeout),
                    largest=services.largest,
                )
            )
            return made[-1]

        monkeypatch.setattr(real, "make_client", client)
        services.slept, services.sleep = slept, slept.append
        yield services
        for one in made:
            one.session.close()
