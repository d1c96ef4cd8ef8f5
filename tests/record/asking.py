"""A visitor who asks, and leaves everything as it was."""

from contextlib import contextmanager
from http.cookies import SimpleCookie

from django.db import connection, transaction
from django.test import Client

CHANGED = "SELECT schemaname, sequencename, last_value FROM pg_sequences"
SET_BACK = "SELECT setval(format('%%I.%%I', %s::text, %s::text)::regclass, %s, %s)"


class Visitor:
    """Somebody with a role, signed in once; no request changes what the next one gets.

    What is written is rolled back, the numbers that rows get start where they did, and
    cookies are as they were after signing in.
    """

    def __init__(self, person):
        self._client = Client(raise_request_exception=False)
        if person:
            self._client.force_login(person)
        self._cookies = self._client.cookies.output(header="", sep=";").strip()

    def get(self, address):
        """The answer to one question, with all of its text, as ``whole``."""
        with self._unchanged(), _rolled_back():
            return self._whole(self._client.get(address))

    def post(self, address, fields):
        """The answer to a form; where it redirects, ``landed`` is the page after it."""
        with self._unchanged(), _numbers_kept(), _rolled_back():
            answer = self._whole(self._client.post(address, fields))
            answer.landed = None
            if answer.status_code in (302, 303):
                answer.landed = self._whole(self._client.get(answer["Location"]))
        return answer

    @contextmanager
    def _unchanged(self):
        yield
        self._client.cookies = SimpleCookie(self._cookies)

    def _whole(self, answer):
        pieces = answer.streaming_content if answer.streaming else [answer.content]
        answer.whole = b"".join(pieces).decode("utf-8", "backslashreplace")
        return answer


@contextmanager
def _rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _numbers_kept():
    """Set the sequences back: a rollback does not."""
    before = dict(_sequences())
    yield
    for name, last in _sequences():
        if before[name] != last:
            with connection.cursor() as cursor:
                value = before[name]
                cursor.execute(SET_BACK, [*name, value or 1, value is not None])


def _sequences():
    with connection.cursor() as cursor:
        cursor.execute(CHANGED)
        return [((schema, name), last) for schema, name, last in cursor.fetchall()]
