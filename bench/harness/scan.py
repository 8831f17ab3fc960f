"""`bench/scan`: what Checkov says of a hardened stack, check by check, with a reason for each that fails."""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Dict, List, Sequence

from . import arm, terraform
from .common import ROOT, WORK, fail, run, say
from .scan_reasons import REASONS

_STACK = "hardened"
_PAGE = ROOT / "docs" / "security.md"
_BEGIN, _END = "<!-- checks: written by bench/scan -->", "<!-- end of checks -->"
_CLOUDS = {"AWS": "AWS", "GCP": "Google Cloud", "AZURE": "Azure"}
_FRAMEWORKS = ("terraform_json", "arm")


@dataclass
class Check:
    """One of the scanner's checks and the resources that it looked at."""

    name: str
    passed: List[str] = field(default_factory=list)
    failed: List[str] = field(default_factory=list)

    def row(self, number: str) -> str:
        """The check's row in the table."""
        looked_at = len(self.passed) + len(self.failed)
        kind, why = REASONS[number] if self.failed else ("passed", "")
        counted = f"{len(self.failed)} of {looked_at}" if self.failed else str(looked_at)
        return f"| {_CLOUDS.get(number.split('_')[1], '')} | {number} | {self.name} | {counted} | {kind} | {why} |"


def main() -> None:
    """Deploys, scans, and writes or compares the page."""
    options = argparse.ArgumentParser(prog="bench/scan")
    options.add_argument("--check", action="store_true", help="change nothing; fail where the page is not as written")
    chosen = options.parse_args()
    checks = _scan(_resources())
    failing = {number for number, check in checks.items() if check.failed}
    for number in sorted(failing - REASONS.keys()):
        say(f"{number} {checks[number].name}: fails at {', '.join(sorted(checks[number].failed))}, without a reason")
    for number in sorted(REASONS.keys() - failing):
        say(f"{number} has a reason and does not fail")
    if failing ^ REASONS.keys():
        fail("bench/harness/scan_reasons.py does not fit what fails")
    page = _page(checks)
    if not chosen.check:
        _PAGE.write_text(page)
    elif page != _PAGE.read_text():
        fail("docs/security.md is not what bench/scan writes: run it")
    passed = len(checks) - len(failing)
    print(f"{len(checks)} checks: {passed} passed, {len(failing)} explained, 0 unexplained")


def _resources() -> List[Dict[str, Any]]:
    """What the stack deploys in the sandbox."""
    home = WORK / "scan"
    environment = {**os.environ, "SANDBOX_HOME": str(home)}
    sandbox = ROOT / "bin" / "sandbox"
    try:
        run([sandbox, "up", "--stack", _STACK, "--yes", "--skip-preview"], env=environment, limit=1800)
        exported = json.loads(run([sandbox, "stack", "export", "--stack", _STACK], env=environment))
    finally:
        run([sandbox, "stop"], env=environment)
        shutil.rmtree(home, ignore_errors=True)
    return [
        resource
        for resource in exported["deployment"]["resources"]
        if resource.get("custom") and not resource["type"].startswith("pulumi:")
    ]


def _scan(resources: Sequence[Dict[str, Any]]) -> Dict[str, Check]:
    folder = WORK / "scanned"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "main.tf.json").write_text(json.dumps(terraform.configuration(resources), indent=1))
    (folder / "template.json").write_text(json.dumps(arm.template(resources), indent=1))
    command: List[object] = ["checkov", "-d", folder, "--framework", *_FRAMEWORKS]
    reports = json.loads(run([*command, "-o", "json", "--compact", "--skip-download", "--soft-fail"]))
    checks: Dict[str, Check] = {}
    seen = defaultdict(int)
    for report in reports if isinstance(reports, list) else [reports]:
        if report["summary"]["parsing_errors"]:
            fail(f"the scanner could not read all of {report['check_type']}")
        seen[report["check_type"]] += report["summary"]["passed"] + report["summary"]["failed"]
        for kind in ("passed", "failed"):
            for found in report["results"][f"{kind}_checks"]:
                check = checks.setdefault(found["check_id"], Check(found["check_name"]))
                getattr(check, kind).append(found["resource"])
    if set(seen) != set(_FRAMEWORKS):
        fail(f"the scanner looked at {', '.join(seen)} only")
    return checks


def _page(checks: Dict[str, Check]) -> str:
    page = _PAGE.read_text()
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    rows = [checks[number].row(number) for number in sorted(checks)]
    head = ["| Cloud | Check | What it asks | Resources | Result | Why |", "|---|---|---|---|---|---|"]
    return before + "\n".join([_BEGIN, *head, *rows, _END]) + after


if __name__ == "__main__":
    main()
