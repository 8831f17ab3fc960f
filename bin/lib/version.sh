# shellcheck shell=bash
# The stand-ins in bin/host for java, javac and mvn, which source this. Pulumi's Java language host asks all three
# for their version before everything that it does, and looks for them in its working folder first. Starting them
# takes longer than all else that comes before the program, so the answers are kept, each with the path and the time
# stamp of the tool that gave it. Every other call is for the tool on PATH.

name=${0##*/}
here=.
case $0 in */*) here=${0%/*} ;; esac
target=$here/../../target
kept=$target/version-of-$name

# Sets `tool` to the first one of that name on PATH which is not the stand-in.
find_tool() {
  local folder IFS=:
  for folder in $PATH; do
    tool=${folder:-.}/$name
    if [ -f "$tool" ] && [ -x "$tool" ] && ! [ "$tool" -ef "$0" ]; then return 0; fi
  done
  echo "$name is missing from PATH: JDK 17 or newer (https://adoptium.net) and Apache Maven 3.8 or newer (https://maven.apache.org) are needed" >&2
  exit 127
}

find_tool
[ "$*" = --version ] || exec "$tool" "$@"

version='' from=''
[ ! -r "$kept" ] || { IFS= read -r version && IFS= read -r from; } <"$kept" || true
if [ "$from" != "$tool" ] || [ "$tool" -nt "$kept" ] || [ "$tool" -ot "$kept" ]; then
  version=$("$tool" --version) || exit
  version=${version%%$'\n'*}
  if [ -d "$target" ] || mkdir "$target" 2>/dev/null; then
    # In a checkout that can't be written, the tool is asked every time.
    { printf '%s\n%s\n' "$version" "$tool" >"$kept.$$" && touch -r "$tool" "$kept.$$" && mv -f "$kept.$$" "$kept"; } 2>/dev/null || true
  fi
fi
printf '%s\n' "$version"
