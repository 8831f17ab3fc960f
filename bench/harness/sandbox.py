"""The offline cloud and the environment in which pulumi talks to it, as bin/sandbox sets them up."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import Dict, Mapping, Optional, Type

from .common import BENCH, WORK, fail, run, say

_SCRIPT = BENCH / "harness" / "sandbox.sh"
# The graphs have big groups and many addresses, as accounts whose quotas AWS raised.
_QUOTAS = {"SANDBOX_AWS_RULES_PER_GROUP": "1000", "SANDBOX_AWS_ADDRESSES": "762"}
_CREDENTIALS = ("AWS_", "ARM_", "AZURE_", "GOOGLE_", "GCLOUD_", "CLOUDSDK_", "PULUMI_")


class Sandbox:
    """One running offline cloud with a state folder of its own; ends with the `with` block.

    What it holds stays for the next run, unless a run was killed while it deployed: then it begins empty.
    """

    def __init__(self, name: str, settings: Optional[Mapping[str, str]] = None, fresh: bool = False) -> None:
        """`settings` are environment variables that the cloud reads when it starts; a `fresh` one is empty."""
        self._fresh = fresh
        self.home = WORK / name
        self._settings = {**_QUOTAS, **(settings or {}), "SANDBOX_HOME": str(self.home)}
        self.where: Dict[str, str] = {}

    def __enter__(self) -> "Sandbox":
        # Whoever stops the benchmark stops the cloud too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        if (self._fresh and self.home.exists()) or _broken_off(self.home):
            run([_SCRIPT, "stop"], env=self._outer())
            shutil.rmtree(self.home)
        said = run([_SCRIPT, "start"], env=self._outer(), limit=1800)
        self.where = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
        say(f"the offline cloud runs as process {self.pid}")
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        run([_SCRIPT, "stop"], env=self._outer())

    @property
    def pid(self) -> int:
        """The cloud's process."""
        return int(self.where["pid"])

    def environment(self) -> Dict[str, str]:
        """What pulumi gets: the cloud's ports, a backend in the cloud's folder, no credentials."""
        return {
            **{k: v for k, v in os.environ.items() if not k.startswith(_CREDENTIALS)},
            **self.own(),
            "PATH": f"{WORK / 'yaml-host'}:{self.where['path']}",
            "PULUMI_CONFIG_PASSPHRASE": "sandbox",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER": "true",
        }

    def own(self) -> Dict[str, str]:
        """What of that no other cloud has: where it listens and where its state is."""
        home = self.where["home"]
        return {
            "PULUMI_HOME": f"{home}/pulumi",
            "PULUMI_BACKEND_URL": f"file://{home}/state",
            "PULUMI_DEBUG_PROVIDERS": ",".join(
                f"{cloud}:{self.where[cloud]}" for cloud in ("aws", "azure-native", "gcp")
            ),
        }

    def _outer(self) -> Dict[str, str]:
        return {**os.environ, **self._settings}


def _broken_off(home: Path) -> bool:
    """Whether a deployment there was killed: its lock is left, and the cloud has resources that no state knows.

    Ends everything when one is still under way, such as that of a run that was killed without it.
    """
    locks = list((home / "state" / ".pulumi" / "locks").glob("**/*.json"))
    for lock in locks:
        pid = json.loads(lock.read_text())["pid"]
        name = Path(f"/proc/{pid}/comm")
        if name.exists() and name.read_text().strip() == "pulumi":
            fail(f"pulumi, process {pid}, still deploys into {home}: let it end, or end it, and run this again")
    if locks:
        say(f"{home.name}: a deployment was broken off there; beginning afresh")
    return bool(locks)


def seed(project: str) -> Path:
    """An empty project of that name: `pulumi stack init` leaves its salt there and not in the sources."""
    folder = WORK / "seed" / project
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Pulumi.yaml").write_text(f"name: {project}\nruntime: java\n")
    return folder
