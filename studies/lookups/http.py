"""The one HTTP client of the lookups: polite, patient within bounds, never silent."""

import email.utils
import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

# The least time between two requests, in seconds, as the services ask for.
PAUSES = {
    "PubMed": 0.34,  # NCBI: at most 3 requests a second without a key
    "Crossref": 0.1,  # its polite pool: 10 a second
    "OpenAlex": 0.1,  # 10 a second
}
_WORTH_ANOTHER_TRY = frozenset({408, 425, 429, 500, 502, 503, 504})


class LookupFailed(Exception):
    """A service could not be asked, or did not answer usefully; one sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A service's answer: found (200) or not (404), its bytes and their hash."""

    service: str
    address: str
    status: int
    content: bytes

    @property
    def found(self) -> bool:
        """Whether there was something at the address."""
        return self.status != 404

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    def json(self) -> dict[str, Any]:
        """The answer as a JSON object. Raises ``LookupFailed`` where it is none."""
        try:
            data = json.loads(self.content)
        except ValueError as error:
            raise LookupFailed(
                f"{self.service} answered with something that is not JSON."
            ) from error
        if not isinstance(data, dict):
            raise LookupFailed(f"{self.service} answered with JSON that is no object.")
        return data

    def text(self) -> str:
        """The answer as text; bytes that are no UTF-8 are marked, not dropped."""
        return self.content.decode("utf-8", "replace")


@dataclass
class Client:
    """Asks services, each at its own pace.

    ``contact`` is an e-mail address the services can write to; ``timeout`` is
    (connecting, waiting for bytes) in seconds and ``patience`` bounds one whole
    request; ``longest_wait`` bounds every pause, a service's Retry-After included;
    ``largest`` is the most bytes an answer may have.
    """

    contact: str = ""
    session: requests.Session = field(default_factory=requests.Session)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    wall_clock: Callable[[], float] = time.time
    timeout: tuple[float, float] = (5.0, 20.0)
    patience: float = 60.0
    tries: int = 4
    longest_wait: float = 60.0
    largest: int = 20_000_000
    pauses: Mapping[str, float] = field(default_factory=lambda: PAUSES)
    _asked: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.max_redirects = 3

    @property
    def user_agent(self) -> str:
        """Who asks, and where to complain."""
        contact = f" (mailto:{self.contact})" if self.contact else ""
        return f"Footing/0.1{contact}"

    def get(
        self, service: str, address: str, params: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask a service; try again where that may help.

        Raises ``LookupFailed`` with the reason as a sentence. A 404 is an answer.
        """
        for tried in range(1, self.tries + 1):
            self._wait_for_turn(service)
            wait = min(2.0**tried / 2, self.longest_wait)
            try:
                answer, asked_to_wait = self._once(service, address, params)
            except requests.Timeout:
                problem = f"{service} did not answer in time."
            except requests.TooManyRedirects:
                raise LookupFailed(f"{service} redirects too often.") from None
            except requests.ConnectionError:
                problem = f"{service} could not be reached."
            except (requests.RequestException, ValueError) as error:
                raise LookupFailed(f"{service} could not be asked: {error}.") from error
            else:
                if answer.status in (200, 404):
                    return answer
                problem = self._refusal(answer)
                if answer.status not in _WORTH_ANOTHER_TRY:
                    raise LookupFailed(problem)
                wait = wait if asked_to_wait is None else asked_to_wait
            if wait > self.longest_wait:
                raise LookupFailed(f"{service} asks to wait {wait:.0f} s; not now.")
            if tried < self.tries:
                self.sleep(wait)
        raise LookupFailed(f"{problem[:-1]}, tried {self.tries} times.")

    def _wait_for_turn(self, service: str) -> None:
        """Keep the service's pace."""
        last = self._asked.get(service)
        if last is not None:
            rest = last + self.pauses.get(service, 0.0) - self.clock()
            if rest > 0:
                self.sleep(rest)
        self._asked[service] = self.clock()

    def _once(
        self, service: str, address: str, params: Mapping[str, str] | None
    ) -> tuple[Answer, float | None]:
        """One request: (answer, seconds the service asks to wait)."""
        began = self.clock()
        with self.session.get(
            address,
            params=params,
            headers={"User-Agent": self.user_agent},
            timeout=self.timeout,
            stream=True,
        ) as response:
            content = bytearray()
            for piece in response.iter_content(1 << 16):
                content += piece
                if len(content) > self.largest:
                    raise LookupFailed(
                        f"{service} answered with more than {self.largest} bytes."
                    )
                if self.clock() - began > self.patience:
                    raise requests.Timeout
            wait = self._retry_after(response.headers.get("Retry-After"))
            answer = Answer(service, response.url, response.status_code, bytes(content))
        return answer, wait

    def _retry_after(self, value: str | None) -> float | None:
        """Seconds to wait by a Retry-After header: a number or a date (RFC 9110)."""
        if not value:
            return None
        if value.strip().isdigit():
            return float(value)
        parsed = email.utils.parsedate_tz(value)
        if parsed is None:
            return None
        return max(0.0, email.utils.mktime_tz(parsed) - self.wall_clock())

    @staticmethod
    def _refusal(answer: Answer) -> str:
        if answer.status == 429:
            return f"{answer.service} says that it is asked too often."
        return f"{answer.service} answered with status {answer.status}."
