#!/usr/bin/env python3
"""Writes src/test/resources/vendor/azure.txt: what Azure's published models say of the requests
that create and update the resources that the program uses.

    pip download --no-deps -d DIR azure-mgmt-network==24.0.0 azure-mgmt-resource==23.0.1 \
        azure-mgmt-dns==8.1.0 azure-mgmt-privatedns==1.1.0 azure-mgmt-monitor==6.0.2
    tools/models/azure.py DIR > src/test/resources/vendor/azure.txt

The packages are generated from the REST specifications of exactly the API versions to which
azure-native 2.10.0 sends: Microsoft.Network 2023-02-01 (public DNS 2018-05-01, private DNS
2020-06-01), Microsoft.Resources 2022-09-01 and Microsoft.Insights 2021-05-01-preview. Nothing of
them is run: the sources are parsed. Each line is a fact:

    request TYPE MODEL API-VERSION URL
    enum NAME VALUE...
    model NAME
      JSON-PATH KIND [readonly] [required] [LIMIT=VALUE...]

KIND is str, int, float, bool, object, a date's format, the name of a model or of an enumeration, or
[KIND] for a list and {KIND} for a map. Models are those that a request can reach.
"""
import ast
import re
import sys
import zipfile
from pathlib import Path

NETWORK = ("azure-mgmt-network", "24.0.0", "azure/mgmt/network/", {
    "models": "models/_models.py",
    "enums": "models/_enums.py",
    "operations": "operations/_operations.py",
})
DNS = ("azure-mgmt-dns", "8.1.0", "azure/mgmt/dns/v2018_05_01/", {
    "models": "models/_models_py3.py",
    "enums": "models/_dns_management_client_enums.py",
    "operations": "operations/_record_sets_operations.py",
})
PRIVATE_DNS = ("azure-mgmt-privatedns", "1.1.0", "azure/mgmt/privatedns/", {
    "models": "models/_models_py3.py",
    "enums": "models/_private_dns_management_client_enums.py",
    "operations": "operations/_record_sets_operations.py",
})
MONITOR = ("azure-mgmt-monitor", "6.0.2", "azure/mgmt/monitor/v2021_05_01_preview/", {
    "models": "models/_models_py3.py",
    "enums": "models/_monitor_management_client_enums.py",
    "operations": "operations/_diagnostic_settings_operations.py",
})
RESOURCE = ("azure-mgmt-resource", "23.0.1", "azure/mgmt/resource/resources/v2022_09_01/", {
    "models": "models/_models_py3.py",
    "enums": "models/_resource_management_client_enums.py",
    "operations": "operations/_operations.py",
})
TYPES = [
    (NETWORK, "network:VirtualNetwork", "VirtualNetwork", "virtual_networks"),
    (NETWORK, "network:Subnet", "Subnet", "subnets"),
    (NETWORK, "network:NetworkSecurityGroup", "NetworkSecurityGroup", "network_security_groups"),
    (NETWORK, "network:ApplicationSecurityGroup", "ApplicationSecurityGroup",
     "application_security_groups"),
    (NETWORK, "network:PublicIPAddress", "PublicIPAddress", "public_ip_addresses"),
    (NETWORK, "network:NatGateway", "NatGateway", "nat_gateways"),
    (NETWORK, "network:NetworkInterface", "NetworkInterface", "network_interfaces"),
    (NETWORK, "network:LoadBalancer", "LoadBalancer", "load_balancers"),
    (NETWORK, "network:ApplicationGateway", "ApplicationGateway", "application_gateways"),
    (NETWORK, "network:FlowLog", "FlowLog", "flow_logs"),
    (DNS, "network:RecordSet", "RecordSet", ""),
    (PRIVATE_DNS, "network:PrivateRecordSet", "RecordSet", ""),
    (MONITOR, "insights:DiagnosticSetting", "DiagnosticSettingsResource", ""),
    (RESOURCE, "resources:ResourceGroup", "ResourceGroup", "resource_groups"),
]


# Public and private DNS call their models alike.
PREFIXES = {PRIVATE_DNS[0]: "Private"}


class Package:
    """The sources of one package."""

    def __init__(self, folder, package):
        name, version, root, files = package
        wheel = next(Path(folder).glob(f"{name.replace('-', '_')}-{version}-*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            self.trees = {
                part: ast.parse(archive.read(root + file)) for part, file in files.items()
            }
        self.title = f"{name} {version}"
        self.classes = classes(self.trees["models"])
        self.enums = classes(self.trees["enums"])


def classes(tree):
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def constant(owner, name):
    """The value of an assignment in a class."""
    for node in owner.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == name:
            return ast.literal_eval(node.value)
    return {}


def values(enum):
    """The values; the blank of "SystemAssigned, UserAssigned" is left out."""
    return dict.fromkeys(
        node.value.value.replace(" ", "") for node in enum.body if isinstance(node, ast.Assign))


def documented(owner):
    """The enumerations that the docstring gives to attributes, which are mere texts otherwise."""
    text = re.sub(r"\s+", " ", ast.get_docstring(owner) or "")
    found = re.findall(r":(?:var|param)type (\w+): (?:list\[)?str or ~[\w.]+\.(\w+)", text)
    return dict(found)


def fields(package, name):
    """The attributes of a model: JSON path, kind and remarks."""
    owner = package.classes[name]
    enums = documented(owner)
    validation = constant(owner, "_validation")
    for attribute, fact in constant(owner, "_attribute_map").items():
        kind = fact["type"]
        if attribute in enums:
            kind = kind.replace("str", enums[attribute])
        remarks = []
        for key, value in validation.get(attribute, {}).items():
            remark = key if value is True else f"{key}={value}"
            assert " " not in remark, remark
            remarks.append(remark)
        yield fact["key"].replace("\\\\.", "."), kind, remarks


def operation(package, group):
    """The URL and the API version of the request that creates or updates."""
    wanted = f"build_{group + '_' if group else ''}create_or_update_request"
    function = next(
        node for node in package.trees["operations"].body
        if isinstance(node, ast.FunctionDef) and node.name == wanted)
    texts = [node.value for node in ast.walk(function)
             if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    url = next(text for text in texts if text.startswith("/"))
    version = next(text for text in texts if re.fullmatch(r"\d{4}-\d\d-\d\d(-preview)?", text))
    return url, version


def main(folder):
    used = (NETWORK, DNS, PRIVATE_DNS, MONITOR, RESOURCE)
    packages = {package[0]: Package(folder, package) for package in used}
    print("# Written by tools/models/azure.py from")
    print("#", ", ".join(package.title for package in packages.values()))
    print("# (MIT licence, Microsoft Corporation), which PyPI has.")
    models, enums = {}, {}
    for package, token, model, group in TYPES:
        sources = packages[package[0]]
        url, version = operation(sources, group)
        prefix = PREFIXES.get(package[0], "")
        print(f"request azure-native:{token} {prefix}{model} {version} {url}")
        reach(sources, prefix, model, models, enums)
    for name in sorted(enums):
        print("enum", name, *enums[name])
    for name in sorted(models):
        print("model", name)
        for path, kind, remarks in models[name]:
            print(" ", path, kind, *remarks)


def reach(package, prefix, model, models, enums):
    waiting = [model]
    while waiting:
        name = waiting.pop()
        if prefix + name in models:
            continue
        found = models[prefix + name] = []
        for path, kind, remarks in fields(package, name):
            bare = kind.strip("[]{}")
            if bare in package.classes:
                waiting.append(bare)
                kind = kind.replace(bare, prefix + bare)
            elif bare in package.enums:
                enums[bare] = values(package.enums[bare])
            found.append((path, kind, remarks))


if __name__ == "__main__":
    main(sys.argv[1])
