#!/usr/bin/env bash
# The sandbox's offline cloud for a benchmark, started and stopped by the sandbox's own scripts.
#   sandbox.sh start   builds what is missing, starts the cloud, prints where everything is: one KEY=VALUE a line
#   sandbox.sh stop    ends the cloud
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
self_name=bench
home=${SANDBOX_HOME:?names the folder in which the cloud keeps its state}
mkdir -p "$home/logs" "$home/pulumi" "$home/state"
home=$(cd "$home" && pwd -P)
for part in common program pulumi cli cloud; do
  # shellcheck source=/dev/null
  . "$root/bin/lib/$part.sh"
done
# Built once, by bin/sandbox or here.
built_cli=$root/.sandbox/cli
[ -d "$root/.sandbox" ] || mkdir "$root/.sandbox"

case ${1:-} in
  start)
    ensure_cli
    ensure_program
    ensure_cloud
    cat "$cloud_endpoint"
    printf 'path=%s\nhome=%s\n' "$PATH" "$home"
    ;;
  stop) stop_cloud ;;
  *) die "say start or stop" 64 ;;
esac
