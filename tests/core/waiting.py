"""The server is shared with other runs, whose transactions hold back the feed."""

import time


def wait_until(condition):
    """Try until a condition holds, for a minute at most; its value."""
    end = time.monotonic() + 60
    while not (value := condition()):
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.02)
    return value
