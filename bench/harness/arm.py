"""A stack's Azure resources as an Azure Resource Manager template."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Sequence

Resource = Mapping[str, Any]

_VERSION = "2023-02-01"
# What stands beside a resource's properties and not in them.
_ENVELOPE = {"name", "location", "tags", "sku", "zones", "identity", "id", "type", "etag", "extendedLocation"}
_TOLD = {"etag", "resourceGuid", "provisioningState", "resourceGroupName", "defaultSecurityRules", "properties"}


def template(resources: Sequence[Resource]) -> Dict[str, Any]:
    """The template; what Azure calls each type is in the resource's own answer."""
    return {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "resources": [_resource(r) for r in resources if r["type"].startswith("azure-native:")],
    }


def _resource(resource: Resource) -> Dict[str, Any]:
    outputs = resource.get("outputs", {})
    if "type" not in outputs:
        raise KeyError(f"{resource['type']} has no type of Azure's: bench/harness/arm.py would leave it out")
    described = {"type": outputs["type"], "apiVersion": _VERSION, **_parts(outputs)}
    # A child is named after its parents.
    names = resource["id"].partition("/providers/")[2].split("/")[2::2]
    described["name"] = "/".join(names) or outputs.get("name", "")
    return described


def _parts(values: Mapping[str, Any]) -> Dict[str, Any]:
    envelope = {key: value for key, value in values.items() if key in _ENVELOPE - _TOLD and key != "type"}
    properties = {
        key: _nested(value)
        for key, value in values.items()
        if key not in _ENVELOPE | _TOLD and not key.startswith("__") and not key.endswith("Name")
    }
    return {**envelope, "properties": properties}


def _nested(value: Any) -> Any:
    """Parts with a name of their own are resources again; others are plain."""
    if isinstance(value, list):
        return [_part(item) for item in value]
    return value


def _part(item: Any) -> Any:
    if isinstance(item, dict) and "name" in item and len(item) > 1:
        return _parts(item)
    return item
