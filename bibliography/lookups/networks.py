"""Which addresses are on the public internet.

``special_networks.csv`` holds the special-purpose registries of IANA for IPv4 (RFC
6890 and what updated it) and IPv6, its address space, and where platforms that rent
out machines tell them their secrets. Python's own ``is_global`` changes with its
version and knows none of the latter.
"""

import csv
import ipaddress
from functools import cache
from pathlib import Path

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_TABLE = Path(__file__).parent / "special_networks.csv"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address is on the public internet, whatever it is wrapped in.

    The smallest network of the table that holds it says so; an IPv4 address that is in
    none is public.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = _wrapped(address)
        if inner is not None:
            return is_public(inner)
    holding = (reaches for network, reaches in _special() if address in network)
    return next(holding, True)


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to by translation."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


@cache
def _special() -> list[tuple[Network, bool]]:
    """Each network and whether it is reachable, the smallest first."""
    with _TABLE.open(newline="", encoding="utf-8") as file:
        rows = [
            (ipaddress.ip_network(row["network"]), row["reachable"] == "yes")
            for row in csv.DictReader(file)
        ]
    return sorted(rows, key=lambda row: row[0].num_addresses)
