# shellcheck shell=bash
# Pulumi's command line and its Java language host: the user's when both are on PATH, else built from
# tools/go.mod. Sourced after common.sh; `home` is the sandbox's folder.

built_cli=$home/cli
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

# True when PATH has both programs, recent enough. An older command line cannot be told to leave the stack
# files alone. Asking takes a tenth of a second, so the answer is kept, with the program's path and time stamp.
pulumi_on_path() {
  local found pulumi seen='' version='' number own pinned cache=$home/pulumi-on-path
  find_tool pulumi-language-java && find_tool pulumi || return 1
  pulumi=$found
  [ ! -r "$cache" ] || { read -r version && IFS= read -r seen; } <"$cache" || true
  if [ "$seen" != "$pulumi" ] || [ "$pulumi" -nt "$cache" ] || [ "$pulumi" -ot "$cache" ]; then
    version=$("$pulumi" version 2>/dev/null </dev/null | head -n 1)
    version=${version%%[-+]*}
    printf '%s\n%s\n' "$version" "$pulumi" >"$cache.$$" && touch -r "$pulumi" "$cache.$$" && mv -f "$cache.$$" "$cache"
  fi
  set_pinned
  set_number "$pinned"
  own=$number
  set_number "$version"
  if [ "$number" -lt "$own" ]; then
    say "pulumi ${version:-(unknown version)} on PATH is older than $pinned: using one of the sandbox's own"
    return 1
  fi
}

# What the built programs were made from.
cli_inputs() { cat "$tools/go.mod" "$tools/go.sum" | cksum; }

cli_is_built() {
  [ -x "$built_cli/pulumi" ] && [ -x "$built_cli/pulumi-language-java" ] &&
    [ "$(cat "$built_cli/inputs" 2>/dev/null)" = "$(cli_inputs)" ]
}

count_go() {
  printf ', %d modules downloaded, %d packages compiled' \
    "$(grep -c '^go: downloading ' "$1")" "$(grep -vc '^go: ' "$1")"
}

build_cli() {
  local work=$built_cli.new pinned
  set_pinned
  rm -rf "$work"
  mkdir -p "$work"
  say "Pulumi is not on PATH: building it from tools/go.mod, once; this takes 3 to 8 minutes"
  with_progress "$home/cli-build.log" count_go "building pulumi and pulumi-language-java" \
    env CGO_ENABLED=0 GOWORK=off go build -C "$tools" -v -buildvcs=false \
    -ldflags "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=$pinned" \
    -o "$work/" tool || exit 1
  cli_inputs >"$work/inputs"
  quiet_host "$work"
  rm -rf "$built_cli"
  mv "$work" "$built_cli"
}

# quiet_host FOLDER: puts bin/lib/pulumi-language-java before the host that was built there.
quiet_host() {
  local host=$1/pulumi-language-java
  if [ ! -e "$1/host/pulumi-language-java" ]; then
    mkdir -p "$1/host" && mv "$host" "$1/host/"
  fi
  cp "$root/bin/lib/pulumi-language-java" "$host.$$" && mv -f "$host.$$" "$host"
}

host_is_quiet() {
  [ -x "$built_cli/host/pulumi-language-java" ] && [ ! "$root/bin/lib/pulumi-language-java" -nt "$built_cli/pulumi-language-java" ]
}

# Puts pulumi and pulumi-language-java on PATH, building them when need be.
ensure_cli() {
  ! pulumi_on_path || return 0
  if ! cli_is_built || ! host_is_quiet; then
    cli_is_built || require_tools go
    lock "$home/cli.lock" "building pulumi"
    trap 'unlock "$home/cli.lock"' EXIT
    cli_is_built || build_cli
    host_is_quiet || quiet_host "$built_cli"
    unlock "$home/cli.lock"
    trap - EXIT
  fi
  PATH=$built_cli:$PATH
}
