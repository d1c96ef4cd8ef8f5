"""The one HTTP client of the lookups: polite, patient within bounds, never silent."""

import email.utils
import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode, urljoin, urlsplit

import requests
import urllib3

from bibliography.lookups.budgets import Budget, read_budget
from bibliography.lookups.connections import POOLS
from bibliography.lookups.fetching import Fetcher, FetchRefused, leads_inside
from texts.encodings import storable

R = TypeVar("R")

# The least time between two requests, in seconds, as the services ask for.
PAUSES = {
    "PubMed": 0.34,  # NCBI: at most 3 requests a second without a key
    "Crossref": 0.1,  # its polite pool: 10 a second
    "OpenAlex": 0.1,  # 10 a second
    "doi.org": 0.1,  # it names no pace
}
_REDIRECTS = 3  # followed
_FEW = 2  # tries where nobody answers at all: each may take as long as is waited
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})


class LookupFailed(Exception):
    """A service could not be asked, or did not answer usefully; one sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A service's answer: found (200) or not (404), its bytes and their hash.

    ``address`` is what was asked, without who asked; ``asked_at`` when the service
    answered, which may be long before it is read again.
    """

    service: str
    address: str
    status: int
    content: bytes
    asked_at: datetime

    @property
    def found(self) -> bool:
        """Whether there was something at the address."""
        return self.status != 404

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    def json(self) -> dict[str, Any]:
        """The answer as a JSON object of whole texts.

        Raises ``LookupFailed`` where it is none.
        """
        data = self._parsed()
        if not isinstance(data, dict):
            raise LookupFailed(f"{self.service} answered with JSON that is no object.")
        return data

    def items(self) -> list[dict[str, Any]]:
        """The objects of an answer that is a JSON list. Raises ``LookupFailed``."""
        data = self._parsed()
        if not isinstance(data, list):
            raise LookupFailed(f"{self.service} answered with JSON that is no list.")
        return [each for each in data if isinstance(each, dict)]

    def _parsed(self) -> Any:
        try:
            data = json.loads(self.content)
            if b"\\u" in self.content:  # the one way to write half a character
                return _whole(data)
        except (ValueError, RecursionError) as error:
            raise LookupFailed(
                f"{self.service} answered with something that is not JSON."
            ) from error
        return data

    def text(self) -> str:
        """The answer as text; bytes that are no UTF-8 are marked, not dropped."""
        return self.content.decode("utf-8", "replace")


def _whole(value: Any) -> Any:
    """JSON without what no database stores as text: NUL, halves of characters."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


@dataclass(frozen=True, slots=True)
class _Question:
    """One request to a service, as it goes out."""

    service: str
    address: str
    params: Mapping[str, str]
    headers: Mapping[str, str]


class AnswerStore(Protocol):
    """Where answers are kept, so that a question is not asked again so soon."""

    def get(self, service: str, address: str) -> Answer | None:
        """The answer to a question that is still good, if one is kept."""

    def put(self, answer: Answer) -> None:
        """Keep an answer in place of an earlier one to the same question."""


class NoStore:
    """Keeps nothing: every question is asked."""

    def get(self, service: str, address: str) -> Answer | None:
        """None."""

    def put(self, answer: Answer) -> None:
        """Do nothing."""


class _Session(requests.Session):
    """A session that leaves redirects to us: it would read their bodies to the end."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Nowhere."""


def _session() -> requests.Session:
    """A session whose connections end in time."""
    session = _Session()
    for adapter in session.adapters.values():
        adapter.poolmanager.pool_classes_by_scheme = POOLS
    return session


@dataclass
class Client:
    """Asks services, each at its own pace.

    ``contact`` is an e-mail address the services can write to; ``timeout`` is
    (connecting, waiting for bytes) in seconds and ``patience`` bounds one whole
    request, ``tries`` are made of it, few where nobody answers at all, and one where
    nobody answered the last one either; ``longest_wait`` bounds every pause, a
    service's Retry-After included; ``largest`` is the most bytes an answer may have,
    unpacked. ``kept`` holds answers that are good for a while; none that failed, or
    that nobody could read, comes in.
    ``resting`` are services that are not asked any more, each with why. ``asked_times``
    counts the requests that went out, ``budgets`` holds what each service said last of
    how much is left; ``secrets`` are keys, which no sentence repeats. ``held_up`` is
    told why a service is asked again, and "" once one has answered.
    """

    contact: str = ""
    kept: AnswerStore = field(default_factory=NoStore)
    session: requests.Session = field(default_factory=_session)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    wall_clock: Callable[[], float] = time.time
    timeout: tuple[float, float] = (5.0, 20.0)
    patience: float = 60.0
    tries: int = 4
    longest_wait: float = 60.0
    largest: int = 20_000_000
    pauses: Mapping[str, float] = field(default_factory=lambda: PAUSES)
    resting: dict[str, str] = field(default_factory=dict)
    asked_times: Counter[str] = field(default_factory=Counter)
    budgets: dict[str, Budget] = field(default_factory=dict)
    secrets: Collection[str] = ()
    held_up: Callable[[str], None] = lambda why: None
    _is_held_up: bool = False
    _asked: dict[str, float] = field(default_factory=dict)
    _silent: set[str] = field(default_factory=set)  # that did not answer the last one

    @property
    def user_agent(self) -> str:
        """Who asks, and where to complain."""
        contact = f" (mailto:{self.contact})" if self.contact else ""
        return f"Footing/0.1{contact}"

    @property
    def mailto(self) -> dict[str, str]:
        """Who asks, as a parameter that Crossref and OpenAlex take."""
        return {"mailto": self.contact} if self.contact else {}

    def now(self) -> datetime:
        """The time, in UTC."""
        return datetime.fromtimestamp(self.wall_clock(), UTC)

    def get(
        self,
        service: str,
        address: str,
        params: Mapping[str, str] | None = None,
        *,
        read: Callable[[Answer], R],
        asker: Mapping[str, str] | None = None,
        accept: str = "",
    ) -> R:
        """What ``read`` makes of a service's answer, or of one that is kept.

        ``asker`` are parameters that say who asks: no part of the question. ``accept``
        is the type asked for, where the address has several. Raises ``LookupFailed``
        with the reason as a sentence; a 404 is an answer.
        """
        query = urlencode(sorted((params or {}).items()))
        question = f"{address}?{query}" if query else address
        kept = self.kept.get(service, question)
        if kept is not None:
            try:
                return read(kept)
            except LookupFailed:
                pass  # kept by a reader that took it; this one asks anew
        headers = {"User-Agent": self.user_agent} | (
            {"Accept": accept} if accept else {}
        )
        asked = _Question(
            service, address, {**(params or {}), **(asker or {})}, headers
        )
        try:
            status, content = self._ask(asked)
        except LookupFailed as failure:
            raise LookupFailed(self._without_secrets(str(failure))) from failure
        answer = Answer(service, question, status, content, self.now())
        found = read(answer)
        self.kept.put(answer)
        return found

    def _without_secrets(self, said: str) -> str:
        for secret in filter(None, self.secrets):
            said = said.replace(secret, "…")
        return said

    def _ask(self, asked: _Question) -> tuple[int, bytes]:
        """(200 or 404, bytes) of a service; tried again where that may help."""
        service = asked.service
        if service in self.resting:
            why = self.resting[service]
            raise LookupFailed(f"{why} It was not asked again in this run.")
        tries = 1 if service in self._silent else self.tries
        for tried in range(1, tries + 1):
            self._wait_for_turn(service)
            wait = min(2.0**tried / 2, self.longest_wait)
            try:
                status, content, asked_to_wait = self._once(asked)
            except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
                problem = _in_words(service, error)
                if _is_silent(error):
                    tries = min(tries, _FEW)
                    self._silent.add(service)
            except ValueError as error:
                raise LookupFailed(f"{service} could not be asked: {error}.") from error
            else:
                self._silent.discard(service)
                if status in (200, 404):
                    self._tell("")
                    return status, content
                problem = _refusal(service, status)
                if status not in _WORTH_ANOTHER_TRY:
                    raise LookupFailed(problem)
                wait = wait if asked_to_wait is None else asked_to_wait
            if wait > self.longest_wait:
                raise LookupFailed(f"{service} asks to wait {wait:.0f} s; not now.")
            if tried >= tries:
                break
            self._tell(f"{problem} It is asked again: try {tried + 1}.")
            self.sleep(wait)
        problem = f"{problem[:-1]}, tried {_times(tried)}."
        self._tell(problem)
        raise LookupFailed(problem)

    def _tell(self, why: str) -> None:
        if why or self._is_held_up:
            self.held_up(self._without_secrets(why))
        self._is_held_up = bool(why)

    def _wait_for_turn(self, service: str) -> None:
        """Keep the service's pace."""
        last = self._asked.get(service)
        if last is not None:
            rest = last + self.pauses.get(service, 0.0) - self.clock()
            if rest > 0:
                self.sleep(rest)
        self._asked[service] = self.clock()

    def _once(self, asked: _Question) -> tuple[int, bytes, float | None]:
        """One request: (status, bytes, seconds the service asks to wait)."""
        service, until = asked.service, self.clock() + self.patience
        for _ in range(_REDIRECTS + 1):
            self.asked_times[service] += 1
            with self.session.get(
                asked.address,
                params=asked.params,
                headers=asked.headers,
                timeout=self.timeout,
                stream=True,
            ) as response:
                self.budgets[service] = read_budget(response.headers, self.wall_clock())
                if not response.is_redirect:
                    wait = self._retry_after(response.headers.get("Retry-After"))
                    content = self._content(service, response, until)
                    return response.status_code, content, wait
                onward, is_own = _onward(service, response)
            if not is_own:
                return self._elsewhere(asked, onward)
            asked = replace(asked, address=onward, params={})
        raise LookupFailed(f"{service} redirects too often.")

    def _elsewhere(
        self, asked: _Question, address: str
    ) -> tuple[int, bytes, float | None]:
        """What another host answers: its address is not ours to trust."""
        gate = Fetcher(self.user_agent, seconds=self.patience, largest=self.largest)
        accept = asked.headers.get("Accept", "*/*")
        try:
            page = gate.fetch(address, accept=accept)
        except FetchRefused as error:
            raise LookupFailed(
                f"{asked.service} could not be asked: it leads on, and {error}"
            ) from error
        return 200, page.content, None

    def _content(
        self, service: str, response: requests.Response, until: float
    ) -> bytes:
        """A body within the bounds; a slow one comes in small pieces."""
        content = bytearray()
        while piece := response.raw.read1(1 << 16, decode_content=True):
            content += piece
            if len(content) > self.largest:
                raise LookupFailed(
                    f"{service} answered with more than {self.largest} bytes."
                )
            if self.clock() > until:
                raise requests.Timeout
        return bytes(content)

    def _retry_after(self, value: str | None) -> float | None:
        """Seconds to wait by a Retry-After header: a number or a date (RFC 9110)."""
        stated = (value or "").strip()
        if stated.isascii() and stated.isdecimal():
            return float(stated)
        try:
            parsed = email.utils.parsedate_tz(stated)
            at = None if parsed is None else email.utils.mktime_tz(parsed)
        except (ValueError, OverflowError):
            return None  # no date that ever was
        return None if at is None else max(0.0, at - self.wall_clock())


def _onward(service: str, response: requests.Response) -> tuple[str, bool]:
    """Where a redirect leads, and whether that is the same host.

    Raises LookupFailed for another host in a private network.
    """
    address = urljoin(response.url, response.headers["Location"])
    host = urlsplit(address).hostname or ""
    is_own = host == urlsplit(response.url).hostname
    if not is_own and leads_inside(host):
        raise LookupFailed(
            f"{service} redirects to {host}, which is in a private network."
        )
    return address, is_own


def _refusal(service: str, status: int) -> str:
    if status == 429:
        return f"{service} says that it is asked too often."
    return f"{service} answered with status {status}."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _is_silent(error: Exception) -> bool:
    """Whether nobody took the connection, or nobody said a word on it in time."""
    if isinstance(error, requests.Timeout):
        return True
    reasons = [getattr(cause, "reason", None) for cause in error.args]
    return any(
        isinstance(reason, urllib3.exceptions.NewConnectionError) for reason in reasons
    )


def _in_words(service: str, error: Exception) -> str:
    """Why nothing came, where another try may help. Raises where none does."""
    if isinstance(error, (requests.Timeout, urllib3.exceptions.TimeoutError)):
        return f"{service} did not answer in time."
    if isinstance(error, requests.ConnectionError):
        return f"{service} could not be reached."
    if isinstance(error, urllib3.exceptions.DecodeError):
        raise LookupFailed(f"{service} packed its answer wrongly.") from error
    if isinstance(error, urllib3.exceptions.HTTPError):
        return f"{service} broke off its answer."
    raise LookupFailed(f"{service} could not be asked: {error}.") from error
