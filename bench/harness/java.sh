#!/usr/bin/env bash
# Prints how bin/program starts its JVM, up to the main class, one word a line: the java, its flags, its archive and
# its class path.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
self_name=bench
# shellcheck source=bin/lib/common.sh
. "$root/bin/lib/common.sh"
# shellcheck source=bin/lib/program.sh
. "$root/bin/lib/program.sh"

set_command "$program_jar"
printf '%s\n' "${java_command[@]}" -cp "$program_jar"
