#!/usr/bin/env bash
# Prints how bin/program starts its JVM, up to the class path: the java, its flags and its archive, one a line.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
self_name=bench
# shellcheck source=bin/lib/common.sh
. "$root/bin/lib/common.sh"
# shellcheck source=bin/lib/program.sh
. "$root/bin/lib/program.sh"

set_command
printf '%s\n' "${java_command[@]}"
