"""Why checks that fail of a hardened stack are no fault: accepted, or not applicable."""

from __future__ import annotations

from typing import Dict, Tuple

_ACCEPTED, _NOT_APPLICABLE = "accepted", "not applicable"

REASONS: Dict[str, Tuple[str, str]] = {
    "CKV2_AWS_76": (
        _NOT_APPLICABLE,
        "the web ACL is one that is there: what it filters is its owner's",
    ),
    "CKV2_AWS_19": (
        _NOT_APPLICABLE,
        "the connectors' addresses wait for connectors, which this program does not make; those of NAT gateways are attached",
    ),
    "CKV2_AWS_5": (
        _NOT_APPLICABLE,
        "the groups are for machines that this program does not make; `bin/anyware attach` prints how they join",
    ),
    "CKV_AWS_158": (
        _ACCEPTED,
        "CloudWatch encrypts by a key of its own; for one of yours, make the log group and name it in `logs.flows`",
    ),
    "CKV_AZURE_12": (
        _ACCEPTED,
        "flow logs are kept for good: how long is for the storage account's own life-cycle rules",
    ),
    "CKV_GCP_74": (
        _ACCEPTED,
        "it would be a way to Google's services that the table does not ask for; where `outbound` is open Cloud NAT is one",
    ),
}
