# shellcheck shell=bash
# Which version of Pulumi's command line is at hand, and which one is needed. Sourced after common.sh.

tools=$root/tools

# Sets `pinned` to the version that the project is built and tested with, as tools/go.mod pins it.
set_pinned() {
  local module rest
  pinned=''
  while read -r module pinned rest; do
    [ "$module" != github.com/pulumi/pulumi/pkg/v3 ] || return 0
  done <"$tools/go.mod"
}

# set_number VERSION: sets `number`, v3.228.0 -> 3228000: versions as numbers that compare.
set_number() {
  local version=${1#v} major minor patch
  number=0
  case $version in
    '' | *[!0-9.]*) return 0 ;;
  esac
  major=${version%%.*} minor=0 patch=0
  case $version in *.*) minor=${version#*.} ;; esac
  case $minor in *.*) patch=${minor#*.} minor=${minor%%.*} ;; esac
  number=$((10#${major:-0} * 1000000 + 10#${minor:-0} * 1000 + 10#${patch%%.*}))
}

# set_version PULUMI KEPT: sets `version` to what that command line says of itself. Asking takes a tenth of a second, so the
# answer is kept in the file KEPT, with the program's path and time stamp.
set_version() {
  local seen=''
  version=''
  [ ! -r "$2" ] || { read -r version && IFS= read -r seen; } <"$2" || true
  if [ "$seen" != "$1" ] || [ "$1" -nt "$2" ] || [ "$1" -ot "$2" ]; then
    version=$("$1" version 2>/dev/null </dev/null | head -n 1)
    version=${version%%[-+]*}
    { printf '%s\n%s\n' "$version" "$1" >"$2.$$" && touch -r "$1" "$2.$$" && mv -f "$2.$$" "$2"; } 2>/dev/null || true
  fi
}

# is_older VERSION: whether it is older than the pinned one, which `pinned` is set to. One that says nothing is.
is_older() {
  local number own
  set_pinned
  set_number "$pinned"
  own=$number
  set_number "$1"
  [ "$number" -lt "$own" ]
}

# Sets `pulumi` to the command line that started this process, by way of its language host, or to nothing. Where the
# system does not show what its processes run, that is not known.
set_caller() {
  local pid=$PPID stat generation
  for generation in 1 2 3 4; do
    pulumi=$(readlink "/proc/$pid/exe" 2>/dev/null) || break
    [ "${pulumi##*/}" != pulumi ] || return 0
    read -r stat <"/proc/$pid/stat" 2>/dev/null || break
    stat=${stat##*) }
    # shellcheck disable=SC2086 # the second field after the name is the parent's number
    set -- $stat
    pid=${2:-0}
  done
  pulumi=''
}

# Refuses a Pulumi that is older than the one which the program is built and tested with: it would leave out unsaid what
# it does not know of, such as what replaces resources when a site's place changes.
require_pulumi() {
  local pulumi version pinned
  set_caller
  [ -n "$pulumi" ] || return 0
  set_version "$pulumi" "$root/target/version-of-pulumi"
  [ -z "$version" ] || ! is_older "$version" ||
    die "pulumi $version ($pulumi) is older than $pinned, which this needs: install it anew (https://www.pulumi.com/docs/install)"
}
