"""A stack's AWS and Google Cloud resources as Terraform would describe them, for tools that read only that."""

from __future__ import annotations

import re
from typing import Any, Dict, Mapping, Optional, Sequence

Resource = Mapping[str, Any]

# Pulumi's AWS modules are its own; Google's follow one rule.
_AWS = {
    "ec2/vpc": "aws_vpc",
    "ec2/subnet": "aws_subnet",
    "ec2/securityGroup": "aws_security_group",
    "ec2/defaultSecurityGroup": "aws_default_security_group",
    "ec2/managedPrefixList": "aws_ec2_managed_prefix_list",
    "ec2/routeTable": "aws_route_table",
    "ec2/routeTableAssociation": "aws_route_table_association",
    "ec2/route": "aws_route",
    "ec2/internetGateway": "aws_internet_gateway",
    "ec2/egressOnlyInternetGateway": "aws_egress_only_internet_gateway",
    "ec2/natGateway": "aws_nat_gateway",
    "ec2/eip": "aws_eip",
    "ec2/eipAssociation": "aws_eip_association",
    "ec2/flowLog": "aws_flow_log",
    "vpc/securityGroupIngressRule": "aws_vpc_security_group_ingress_rule",
    "vpc/securityGroupEgressRule": "aws_vpc_security_group_egress_rule",
    "lb/loadBalancer": "aws_lb",
    "lb/listener": "aws_lb_listener",
    "lb/targetGroup": "aws_lb_target_group",
    "lb/targetGroupAttachment": "aws_lb_target_group_attachment",
    "cloudwatch/logGroup": "aws_cloudwatch_log_group",
    "iam/role": "aws_iam_role",
    "iam/rolePolicy": "aws_iam_role_policy",
    "route53/record": "aws_route53_record",
    "wafv2/webAclAssociation": "aws_wafv2_web_acl_association",
}
# Where Terraform's name of an attribute is not the plain one; blocks are named in the singular there.
_ATTRIBUTES = {
    "allows": "allow",
    "denies": "deny",
    "entries": "entry",
    "rules": "rule",
    "backends": "backend",
    "defaultActions": "default_action",
    "subnetMappings": "subnet_mapping",
    "subnetworks": "subnetwork",
    "hostRules": "host_rule",
    "pathMatchers": "path_matcher",
    "aliases": "alias",
}
# What the provider tells and no configuration says.
_TOLD = {"arn", "selfLink", "tagsAll", "effectiveLabels", "pulumiLabels", "ownerId", "creationTimestamp", "fingerprint"}


def type_name(kind: str) -> Optional[str]:
    """Terraform's name of a resource type; None for what is not of AWS or Google Cloud."""
    cloud, _, rest = kind.partition(":")
    module = rest.partition(":")[0]
    if cloud == "aws":
        if module not in _AWS:
            raise KeyError(f"bench/harness/terraform.py does not know {kind}")
        return _AWS[module]
    if cloud == "gcp":
        folder, _, name = module.partition("/")
        name = re.sub(r"^uRL", "url", re.sub(r"^sSL", "ssl", name))
        return f"google_{folder}_{_snake(name)}"
    return None


def configuration(resources: Sequence[Resource]) -> Dict[str, Any]:
    """Terraform's JSON syntax. Where a value is another resource's, the other one is referred to."""
    known = {r["urn"]: f"{type_name(r['type'])}.{_label(r)}" for r in resources if type_name(r["type"])}
    references: Dict[str, str] = {}
    for resource in resources:
        address = known.get(resource["urn"])
        if address:
            outputs = resource.get("outputs", {})
            for key, attribute in (("arn", "arn"), ("selfLink", "self_link")):
                if isinstance(outputs.get(key), str):
                    references[outputs[key]] = f"${{{address}.{attribute}}}"
            references[resource["id"]] = f"${{{address}.id}}"
    described: Dict[str, Any] = {}
    for resource in resources:
        address = known.get(resource["urn"])
        if address:
            kind, _, label = address.partition(".")
            described.setdefault(kind, {})[label] = _body(resource, references)
    return {"resource": described}


def _label(resource: Resource) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", resource["urn"].rpartition("::")[2])


def _body(resource: Resource, references: Mapping[str, str]) -> Dict[str, Any]:
    own = {resource["id"], resource.get("outputs", {}).get("arn"), resource.get("outputs", {}).get("selfLink")}
    others = {value: reference for value, reference in references.items() if value not in own}
    outputs = {key: value for key, value in resource.get("outputs", {}).items() if key not in _TOLD}
    return _structure(outputs, others)


def _structure(values: Mapping[str, Any], references: Mapping[str, str]) -> Dict[str, Any]:
    structure = {}
    for key, value in values.items():
        if value is None or key.startswith("__"):
            continue
        name = _ATTRIBUTES.get(key, _snake(key))
        structure[name] = _value(key, value, references)
    return structure


def _value(key: str, value: Any, references: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return references.get(value, value)
    if isinstance(value, list):
        return [_value("", item, references) for item in value]
    if isinstance(value, dict):
        # Maps of a user's own keys stay; everything else is a block, of which there may be several.
        if key in ("tags", "labels"):
            return dict(value)
        block = _structure(value, references)
        return block if key == "" else [block]
    return value


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
