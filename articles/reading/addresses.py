"""An article's web address in one spelling, so that the same address is found again."""

from urllib.parse import urlsplit, urlunsplit

MOST = 2000  # characters
_PORTS = {"http": ":80", "https": ":443"}


def normalise_address(address: str) -> str:
    """A web address without its fragment, scheme and host in lower case.

    Raises ValueError, with a sentence, for what is no http or https address, or holds
    a user name: it may be a secret, or have the host taken for another.
    """
    address = address.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        parts, host = None, None
    if parts is None or parts.scheme not in _PORTS or not host or " " in address:
        raise ValueError(
            f"“{address[:200]}” is no web address; one that begins with http:// or "
            "https:// was expected."
        )
    if "@" in parts.netloc:
        raise ValueError(
            "The address holds a user name or a password, which is not kept; an "
            "address without one was expected."
        )
    if len(address) > MOST:
        raise ValueError(
            f"The address has {len(address):,} characters; at most {MOST:,} are kept."
        )
    place = parts.netloc.lower().removesuffix(_PORTS[parts.scheme])
    return urlunsplit((parts.scheme, place, parts.path or "/", parts.query, ""))
