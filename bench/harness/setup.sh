# shellcheck shell=bash
# What the benchmark needs from the machine. Sourced; the caller has set `bench`.

self_name=bench
root=$(dirname "$bench")
# shellcheck source=bin/lib/common.sh
. "$root/bin/lib/common.sh"

# needs TOOL...: Debian's package of the same name, installed when we may, else named.
needs() {
  local tool missing=()
  for tool in python3 java mvn "$@"; do
    [ -n "$(type -P "$tool")" ] || missing+=("$tool")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 || true
  fi
  for tool in "${missing[@]}"; do
    [ -n "$(type -P "$tool")" ] || die "$tool is missing: install it (Debian: apt-get install ${missing[*]})" 127
  done
}

# needs_venv [SUFFIX]: the Python packages of bench/requirementsSUFFIX.txt, in an environment of their own.
needs_venv() {
  local names=$bench/requirements${1:-}.txt venv=$root/target/bench/venv${1:-}
  needs
  if [ ! -e "$venv/ready" ] || [ "$names" -nt "$venv/ready" ]; then
    say "installing what ${names#"$root/"} names"
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check -r "$names"
    touch "$venv/ready"
  fi
  PATH=$venv/bin:$PATH
}

# part_module NAME OPTIONS...: runs bench/harness/NAME.py.
part_module() {
  local name=$1
  shift
  PYTHONPATH=$bench PYTHONDONTWRITEBYTECODE=1 python3 -m "harness.$(module_of "$name")" "$@"
}

# A module called sandbox already stands for the offline cloud itself.
module_of() {
  case $1 in
    sandbox) printf load ;;
    *) printf '%s' "$1" ;;
  esac
}
