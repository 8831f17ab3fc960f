#!/usr/bin/env python3
"""Writes src/test/resources/vendor/aws.json: what AWS's service models say of the requests that
create and change the resources that the program uses.

    pip download --no-deps -d DIR botocore==1.44.8
    tools/models/aws.py DIR > src/test/resources/vendor/aws.json

Nothing of the package is run: its models of the services below are read. Kept of each
shape that a request can reach are its members, which of them it needs, enumerations and limits.
"""
import gzip
import json
import sys
import zipfile
from pathlib import Path

VERSION = "1.44.8"
SERVICES = {
    "ec2/2016-11-15": [
        "AllocateAddress", "AssociateAddress", "AssociateRouteTable", "AttachInternetGateway",
        "AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress", "CreateManagedPrefixList",
        "CreateEgressOnlyInternetGateway", "CreateFlowLogs", "CreateNatGateway", "CreateRoute", "CreateRouteTable", "CreateSecurityGroup",
        "CreateSubnet", "CreateTags", "CreateVpc", "DescribeSecurityGroups",
        "ModifySubnetAttribute", "ModifyVpcAttribute"],
    "elasticloadbalancing": [
        "CreateListener", "CreateLoadBalancer", "CreateTargetGroup",
        "ModifyListenerAttributes", "ModifyLoadBalancerAttributes", "ModifyTargetGroupAttributes", "RegisterTargets"],
    "iam": ["CreateRole", "PutRolePolicy"],
    "logs": ["CreateLogGroup", "PutRetentionPolicy"],
    "route53": ["ChangeResourceRecordSets"],
    "wafv2": ["AssociateWebACL"],
}
PLACES = {
    "ec2/2016-11-15": "ec2/2016-11-15", "elasticloadbalancing": "elbv2/2015-12-01",
    "iam": "iam/2010-05-08", "logs": "logs/2014-03-28", "route53": "route53/2013-04-01",
    "wafv2": "wafv2/2019-07-29"}
KEPT = ["type", "enum", "min", "max", "pattern", "required"]


def fact(shape):
    kept = {key: shape[key] for key in KEPT if key in shape}
    if "members" in shape:
        kept["members"] = {name: of["shape"] for name, of in sorted(shape["members"].items())}
    for inner in ("member", "key", "value"):
        if inner in shape:
            kept[inner] = shape[inner]["shape"]
    return kept


def reached(kept):
    yield from kept.get("members", {}).values()
    yield from (kept[inner] for inner in ("member", "key", "value") if inner in kept)


def main(folder):
    wheel = next(Path(folder).glob(f"botocore-{VERSION}-*.whl"))
    operations, shapes = {}, {}
    with zipfile.ZipFile(wheel) as archive:
        for service, wanted in SERVICES.items():
            data = archive.read(f"botocore/data/{PLACES[service]}/service-2.json.gz")
            model = json.loads(gzip.decompress(data))
            prefix = PLACES[service].split("/")[0] + "."
            waiting = []
            for name in wanted:
                operations[name] = prefix + model["operations"][name]["input"]["shape"]
                waiting.append(model["operations"][name]["input"]["shape"])
            while waiting:
                name = waiting.pop()
                if prefix + name not in shapes:
                    kept = fact(model["shapes"][name])
                    waiting += reached(kept)
                    shapes[prefix + name] = prefixed(kept, prefix)
    print(json.dumps({
        "source": f"Written by tools/models/aws.py from botocore {VERSION} (Apache licence 2.0)",
        "operations": operations, "shapes": dict(sorted(shapes.items())),
    }, separators=(",", ":")).replace('"},"', '"},\n"'))


def prefixed(kept, prefix):
    if "members" in kept:
        kept["members"] = {name: prefix + of for name, of in kept["members"].items()}
    for inner in ("member", "key", "value"):
        if inner in kept:
            kept[inner] = prefix + kept[inner]
    return kept


if __name__ == "__main__":
    main(sys.argv[1])
