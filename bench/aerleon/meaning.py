"""What Google Cloud firewalls mean, whoever wrote them: two lists that mean the same give the same set."""

from __future__ import annotations

from ipaddress import ip_network
from itertools import product
from typing import Any, Iterator, List, Mapping, NamedTuple, Set

# What the platform takes when a rule does not say
# (https://cloud.google.com/compute/docs/reference/rest/v1/firewalls).
_PRIORITY = 1000

# What the other end begins with where it is no range.
_TAG = "tag "


class Opening(NamedTuple):
    """One address range that a rule lets pass or stops, on one port."""

    direction: str
    target: str
    other: str
    protocol: str
    ports: str
    action: str
    priority: int


def openings(firewalls: List[Mapping[str, Any]]) -> Set[Opening]:
    """All of them but a range inside another that is treated alike, which this program's rules leave out. How many
    ranges stand in one rule, and the rules' names and words, have no meaning.
    """
    found = {opening for firewall in firewalls for opening in _openings(firewall)}
    return {opening for opening in found if not any(wider in found for wider in _wider(opening))}


def _wider(opening: Opening) -> Iterator[Opening]:
    if not opening.other.startswith(_TAG):
        narrow = ip_network(opening.other)
        for length in range(narrow.prefixlen):
            yield opening._replace(other=str(narrow.supernet(new_prefix=length)))


def differences(ours: Set[Opening], theirs: Set[Opening]) -> List[str]:
    """What only one of the two has, a line each."""
    return [
        f"only {who}: {' '.join(map(str, opening))}"
        for who, only in (("ours", ours - theirs), ("aerleon's", theirs - ours))
        for opening in sorted(only)
    ]


def _openings(firewall: Mapping[str, Any]) -> Iterator[Opening]:
    known = {"name", "description", "network", "direction", "priority", "allowed", "denied",
             "sourceRanges", "destinationRanges", "sourceTags", "targetTags"}  # fmt: skip
    if set(firewall) - known:
        raise ValueError(f"{firewall['name']} says more than is compared: {set(firewall) - known}")
    ranges = firewall.get("sourceRanges" if firewall["direction"] == "INGRESS" else "destinationRanges", [])
    others = [str(ip_network(text)) for text in ranges] + [_TAG + tag for tag in firewall.get("sourceTags", [])]
    for action in ("allowed", "denied"):
        for traffic in firewall.get(action, []):
            for target, other, ports in product(firewall["targetTags"], others, traffic.get("ports", ["all"])):
                yield Opening(
                    firewall["direction"], target, other, traffic["IPProtocol"], ports, action,
                    int(firewall.get("priority", _PRIORITY)),
                )  # fmt: skip
