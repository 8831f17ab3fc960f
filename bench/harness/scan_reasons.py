"""Why checks that fail of a hardened stack are no fault: accepted, or not applicable."""

from __future__ import annotations

from typing import Dict, Tuple

_ACCEPTED, _NOT_APPLICABLE = "accepted", "not applicable"

REASONS: Dict[str, Tuple[str, str]] = {
    "CKV2_AWS_19": (
        _NOT_APPLICABLE,
        "the connectors' addresses wait for connectors, which this program does not make; those of NAT gateways are attached",
    ),
    "CKV2_AWS_5": (
        _NOT_APPLICABLE,
        "the groups are for machines that this program does not make; `bin/anyware attach` prints how they join",
    ),
}
