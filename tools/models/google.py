#!/usr/bin/env python3
"""Writes src/test/resources/vendor/google.json: what Google's discovery document says of the bodies
of requests that create and update the resources that the program uses.

    pip download --no-deps -d DIR google-api-python-client==2.202.0
    tools/models/google.py DIR > src/test/resources/vendor/google.json

Nothing of the package is run: the documents of Compute Engine's and Cloud DNS's API v1 are read
from it. Kept of each schema that a request can reach are its properties' kinds, enumerations,
patterns and formats.
"""
import json
import sys
import zipfile
from pathlib import Path

VERSION = "2.202.0"
DOCUMENT = "googleapiclient/discovery_cache/documents/compute.v1.json"
BODIES = ["Address", "BackendService", "Firewall", "ForwardingRule", "HealthCheck",
          "InstanceGroup", "Network", "Router", "SecurityPolicy", "SslCertificate", "SslPolicy",
          "Subnetwork", "TargetHttpProxy", "TargetHttpsProxy", "UrlMap"]
DNS = "googleapiclient/discovery_cache/documents/dns.v1.json"
DNS_BODIES = ["ResourceRecordSet"]
KEPT = ["type", "$ref", "format", "enum", "pattern", "readOnly"]


def fact(schema):
    kept = {key: schema[key] for key in KEPT if key in schema}
    for inner in ("items", "additionalProperties"):
        if inner in schema:
            kept[inner] = fact(schema[inner])
    if "properties" in schema:
        kept["properties"] = {name: fact(of) for name, of in sorted(schema["properties"].items())}
    return kept


def references(kept):
    if isinstance(kept, dict):
        if isinstance(kept.get("$ref"), str):
            yield kept["$ref"]
        for inner in kept.values():
            yield from references(inner)


def main(folder):
    wheel = next(Path(folder).glob(f"google_api_python_client-{VERSION}-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        document = json.loads(archive.read(DOCUMENT))
        dns = json.loads(archive.read(DNS))
    schemas = {}
    for of, bodies in ((document, BODIES), (dns, DNS_BODIES)):
        waiting = list(bodies)
        while waiting:
            name = waiting.pop()
            if name not in schemas:
                schemas[name] = fact(of["schemas"][name])
                waiting += references(schemas[name])
    source = (f"Written by tools/models/google.py from google-api-python-client {VERSION}"
              f" (Apache licence 2.0), Compute Engine v1, revision {document['revision']}, and Cloud"
              f" DNS v1, revision {dns['revision']}")
    print(json.dumps({"source": source, "schemas": dict(sorted(schemas.items()))},
                     separators=(",", ":")).replace('"},"', '"},\n"'))


if __name__ == "__main__":
    main(sys.argv[1])
