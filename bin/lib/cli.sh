# shellcheck shell=bash
# Pulumi's command line and its Java language host: the user's when both are on PATH, else built from
# tools/go.mod. Sourced after common.sh; `home` is the sandbox's folder.

built_cli=$home/cli
tools=$root/tools

# The version that the project is built and tested with, as tools/go.mod pins it.
pinned_pulumi() {
  sed -n 's|^[[:space:]]*github\.com/pulumi/pulumi/pkg/v3 \(v[0-9.]*\).*|\1|p' "$tools/go.mod"
}

# v3.228.0 -> 3228000: versions as numbers that compare.
version_number() {
  local major minor patch
  IFS=. read -r major minor patch <<EOF
${1#v}
EOF
  printf '%d' "$((10#${major:-0} * 1000000 + 10#${minor:-0} * 1000 + 10#${patch:-0}))" 2>/dev/null || printf 0
}

# True when PATH has both programs, recent enough. An older command line cannot be told to leave the stack
# files alone. The answer is kept beside the file's date, for asking takes a tenth of a second.
pulumi_on_path() {
  local pulumi seen version cache=$home/pulumi-on-path
  pulumi=$(command -v pulumi) || return 1
  command -v pulumi-language-java >/dev/null || return 1
  seen=$(ls -lLd "$pulumi")
  if [ ! -r "$cache" ] || [ "$(sed 1d "$cache")" != "$seen" ]; then
    version=$("$pulumi" version 2>/dev/null </dev/null | head -n 1)
    printf '%s\n%s\n' "${version%%[-+]*}" "$seen" >"$cache.$$" && mv -f "$cache.$$" "$cache"
  fi
  version=$(head -n 1 "$cache")
  if [ "$(version_number "$version")" -lt "$(version_number "$(pinned_pulumi)")" ]; then
    say "pulumi ${version:-(unknown version)} on PATH is older than $(pinned_pulumi): using one of the sandbox's own"
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
  local work=$built_cli.new
  rm -rf "$work"
  mkdir -p "$work"
  say "Pulumi is not on PATH: building it from tools/go.mod, once; this takes 3 to 8 minutes"
  with_progress "$home/cli-build.log" count_go "building pulumi and pulumi-language-java" \
    env CGO_ENABLED=0 GOWORK=off go build -C "$tools" -v -buildvcs=false \
    -ldflags "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=$(pinned_pulumi)" \
    -o "$work/" tool || exit 1
  cli_inputs >"$work/inputs"
  rm -rf "$built_cli"
  mv "$work" "$built_cli"
}

# Puts pulumi and pulumi-language-java on PATH, building them when need be.
ensure_cli() {
  ! pulumi_on_path || return 0
  if ! cli_is_built; then
    require_tools go
    lock "$home/cli.lock" "building pulumi"
    trap 'unlock "$home/cli.lock"' EXIT
    cli_is_built || build_cli
    unlock "$home/cli.lock"
    trap - EXIT
  fi
  PATH=$built_cli:$PATH
}
