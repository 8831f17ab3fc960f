# shellcheck shell=bash
# Pulumi's command line and its Java language host: the user's when both are on PATH, else built from
# tools/go.mod. Sourced after pulumi.sh; `home` is the sandbox's folder.

built_cli=$home/cli

# True when PATH has both programs, recent enough. An older command line cannot be told to leave the stack
# files alone.
pulumi_on_path() {
  local found pulumi version pinned
  find_tool pulumi-language-java && find_tool pulumi || return 1
  pulumi=$found
  set_version "$pulumi" "$home/pulumi-on-path"
  ! is_older "$version" || {
    say "pulumi ${version:-(unknown version)} on PATH is older than $pinned: using one of the sandbox's own"
    return 1
  }
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
  local work=$built_cli.new pinned found lacking="Pulumi is not on PATH"
  if find_tool pulumi; then
    lacking="pulumi on PATH is too old"
    find_tool pulumi-language-java || lacking="pulumi on PATH comes without pulumi-language-java"
  fi
  set_pinned
  rm -rf "$work"
  mkdir -p "$work"
  say "$lacking: building it from tools/go.mod, once; this takes 3 to 8 minutes"
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
