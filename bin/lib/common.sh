# shellcheck shell=bash
# What every script here needs: messages, tools, locks, progress. Sourced, never run.
# The caller has set `root` (the project's folder) and `self_name` (the name that messages start with).

# Java reads the names of files as the locale says, and in the one that is there where none is set it knows English
# letters only.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    # Where there is no such locale, the shell says so.
    if [ -z "$({ LC_ALL=C.UTF-8; } 2>&1)" ]; then
      [ -z "${LC_ALL:-}" ] || export LC_ALL=C.UTF-8
      export LC_CTYPE=C.UTF-8
    fi
    ;;
esac

# Everything that we say goes to stderr: stdout belongs to the program that we start.
say() { printf '%s: %s\n' "$self_name" "$*" >&2; }

# die MESSAGE [CODE]: one line, then the end.
die() {
  say "$1"
  exit "${2:-1}"
}

# set_plain FOLDER: sets `plain` to a path of the folder that can stand in PATH and in a class path, where `:` parts
# entries, and in a URL, where `%`, `#` and `?` have a meaning of their own: a link, if its own path holds one of them.
set_plain() {
  local links name
  plain=$1
  case $1 in
    *[:%#?]*) ;;
    *) return 0 ;;
  esac
  links=${TMPDIR:-/tmp}
  case $links in *[:%#?]*) links=/tmp ;; esac
  links=$links/anyware-$UID
  [ -d "$links" ] || mkdir -m 700 "$links" 2>/dev/null || true
  [ -d "$links" ] && [ ! -L "$links" ] && [ -O "$links" ] || die "$links is not a folder of yours: remove it"
  name=$(printf '%s' "$1" | cksum)
  plain=$links/${name// /-}
  [ "$(readlink "$plain" 2>/dev/null)" = "$1" ] || ln -sfn "$1" "$plain" || die "cannot make the link $plain"
}

# The start time of a process tells it from a later one with the same number. Empty when it is gone.
process_start() {
  local stat
  if [ -r "/proc/$1/stat" ]; then
    read -r stat <"/proc/$1/stat" 2>/dev/null || return 0
    stat=${stat##*) }
    # shellcheck disable=SC2086 # the fields are numbers; the start time is the 20th after the name
    set -- $stat
    printf '%s' "${20:-}"
  elif [ ! -d /proc/self ]; then
    LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '_' || true
  fi
}

# lock PATH WHAT: waits until this process owns PATH. The lock is a symbolic link whose target names its
# owner, made in one step; the lock of a process that died is taken over. Where none is and none can be made, the
# folder cannot be written.
lock() {
  local path=$1 what=$2 mine owner pid problem missing=0 seconds=0
  mine="$$@$(process_start $$)"
  until problem=$(ln -s "$mine" "$path" 2>&1); do
    if [ ! -L "$path" ]; then
      missing=$((missing + 1))
      [ "$missing" -lt 20 ] || die "cannot write in ${path%/*} (${problem##*: }): make room there, or make it writable"
      sleep 0.05
      continue
    fi
    owner=$(readlink "$path" 2>/dev/null || true)
    [ "$owner" != "$mine" ] || return 0
    pid=${owner%%@*}
    if [ -n "$owner" ] && [ "$(process_start "$pid")" != "${owner#*@}" ]; then
      # Whoever renames it first removes it. A live lock that slipped in between is put back.
      if mv "$path" "$path.$$" 2>/dev/null; then
        [ "$(readlink "$path.$$")" = "$owner" ] || ln -s "$(readlink "$path.$$")" "$path" 2>/dev/null || true
        rm -f "$path.$$"
      fi
      continue
    fi
    [ $((seconds % 15)) -ne 0 ] || [ "$seconds" -eq 0 ] || say "waiting for process $pid, which is $what ($seconds s)"
    [ "$seconds" -lt 1800 ] || die "process $pid has been $what for half an hour: stop it, or remove $path"
    sleep 1
    seconds=$((seconds + 1))
  done
}

unlock() { rm -f "$1"; }

# progress TEXT: says how far something is, on a terminal in a line that the next one overwrites.
progress() {
  # A line that is wrapped could not be overwritten.
  if overwrites; then printf '\r\033[K%.*s' "$((${COLUMNS:-80} - 1))" "$self_name: $1" >&2; else say "$1"; fi
}

# Whether what is written can be overwritten.
overwrites() { [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; }

# progress_done TEXT: says how it ended, and ends the line.
progress_done() {
  progress "$1"
  ! overwrites || printf '\n' >&2
}

# with_progress LOG COUNT_FUNCTION LABEL COMMAND...: runs the command with its output in LOG and says every
# few seconds how far it is. On failure it shows the end of the log. Ctrl-C ends the command too.
with_progress() {
  local log=$1 count=$2 label=$3 child status=0 started=$SECONDS next=5 step=5
  shift 3
  # A line that is overwritten may change as often as one looks.
  if overwrites; then next=1 step=1; fi
  progress "$label ..."
  "$@" >"$log" 2>&1 </dev/null &
  child=$!
  # shellcheck disable=SC2064 # the child's number is meant as it is now
  trap "kill -TERM $child 2>/dev/null; exit 130" INT
  # shellcheck disable=SC2064
  trap "kill -TERM $child 2>/dev/null; exit 143" TERM
  while kill -0 "$child" 2>/dev/null; do
    if [ $((SECONDS - started)) -ge "$next" ]; then
      progress "$label ... $((SECONDS - started)) s$("$count" "$log")"
      next=$((SECONDS - started + step))
    fi
    sleep 0.5
  done
  wait "$child" || status=$?
  trap - INT TERM
  if [ "$status" -ne 0 ]; then
    ! overwrites || printf '\n' >&2
    tail -n 25 "$log" >&2
    say "$label failed (exit code $status); the whole log is $log"
    return "$status"
  fi
  progress_done "$label done in $((SECONDS - started)) s"
}

no_count() { :; }

# find_tool NAME: sets `found` to the program's path, or to nothing. Starts no process.
find_tool() {
  local folder IFS=:
  for folder in $PATH; do
    found=${folder:-.}/$1
    [ ! -f "$found" ] || [ ! -x "$found" ] || return 0
  done
  found=''
  return 1
}

# Sets `java` to the path of the java command, or to nothing.
set_java() {
  local found
  java=${JAVA_HOME:-}/bin/java
  [ -n "${JAVA_HOME:-}" ] && [ -x "$java" ] || { find_tool java && java=$found; } || java=''
}

# Every tool that is missing gets one line; then the end.
require_tools() {
  local tool java missing=0
  for tool in "$@"; do
    case $tool in
      java)
        set_java
        [ -z "$java" ] || continue
        ;;
      *) ! command -v "$tool" >/dev/null 2>&1 || continue ;;
    esac
    missing=1
    case $tool in
      java) say "java is missing: install a JDK 17 or newer (https://adoptium.net) and put it on PATH" ;;
      mvn) say "mvn is missing: install Apache Maven 3.8 or newer (https://maven.apache.org) and put it on PATH" ;;
      go) say "pulumi is missing, and go to build it: install Pulumi 3 (https://www.pulumi.com/docs/install) or Go (https://go.dev/dl)" ;;
      *) say "$tool is missing: install it and put it on PATH" ;;
    esac
  done
  [ "$missing" -eq 0 ] || exit 127
}

# java_version JAVA: as the java says it itself, such as 17.0.1 or 25.
java_version() { "$1" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1; }

# java_major JAVA: the first number of it; nothing when there is none.
java_major() {
  local version
  version=$(java_version "$1")
  printf '%s' "${version%%[!0-9]*}"
}

# Refuses a Java older than 17 in one line instead of a stack trace.
require_java_17() {
  local java major
  require_tools java
  set_java
  major=$(java_major "$java")
  [ -z "$major" ] || [ "$major" -ge 17 ] || die "Java 17 or newer is needed, found $(java_version "$java"): install a JDK 17 (https://adoptium.net)" 127
}

# own_folders FOLDER...: makes folders that nobody else may look into. Older ones the offline cloud closes.
own_folders() {
  local folder
  for folder in "$@"; do
    [ -d "$folder" ] || mkdir -m 700 "$folder" 2>/dev/null || [ -d "$folder" ] ||
      die "cannot make $folder: make its place writable, or set SANDBOX_HOME to another folder"
  done
}
