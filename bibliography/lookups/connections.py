"""Connections whose answers begin in time, however slowly a server drips.

A socket's time-out bounds one wait for bytes. A server that sends a byte of its headers
now and then could hold a worker for ever; so a whole head has a time of its own, and
after that the connection is cut. Whoever reads a body bounds it while reading.
"""

import http.client
import socket
import threading
from typing import Any

import urllib3

HEAD_WITHIN = 30.0  # seconds
_LATE = "the head of the answer took too long"


class _HeadInTime:
    """An HTTP connection that is cut where the head of an answer takes too long."""

    is_late = False

    def __init__(
        self, *args: Any, head_within: float | None = None, **given: Any
    ) -> None:
        super().__init__(*args, **given)
        self.head_within = HEAD_WITHIN if head_within is None else head_within

    def getresponse(self) -> Any:
        """The answer's head. Raises TimeoutError where it takes too long."""
        watch = threading.Timer(self.head_within, self._cut)
        watch.daemon = True
        watch.start()
        try:
            answer = super().getresponse()
        except (OSError, http.client.HTTPException) as error:
            if self.is_late:
                raise TimeoutError(_LATE) from error
            raise
        finally:
            watch.cancel()
        if self.is_late:  # half a head looks like a whole one
            answer.close()
            raise TimeoutError(_LATE)
        return answer

    def _cut(self) -> None:
        self.is_late = True
        if self.sock is not None:
            # TLS or not: whoever waits for bytes gets the end of the stream.
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)


class _HTTP(_HeadInTime, urllib3.connection.HTTPConnection):
    pass


class _HTTPS(_HeadInTime, urllib3.connection.HTTPSConnection):
    pass


class HTTPPool(urllib3.HTTPConnectionPool):
    """Plain connections to one host; takes ``head_within``, in seconds."""

    ConnectionCls = _HTTP


class HTTPSPool(urllib3.HTTPSConnectionPool):
    """TLS connections to one host; takes ``head_within``, in seconds."""

    ConnectionCls = _HTTPS


POOLS = {"http": HTTPPool, "https": HTTPSPool}
