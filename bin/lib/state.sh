# shellcheck shell=bash
# What an interrupted run, a full disk or a removed folder leaves in the sandbox's state, and how it is mended.
# Sourced after cloud.sh and stack.sh; `backend` is the folder of Pulumi's state.

# Pulumi keeps attributes beside each file and reads them first. A killed one can leave them empty, and every
# command would end in EOF. They hold nothing that is needed.
mend_attributes() {
  local file
  for file in "$backend"/.pulumi/*.attrs "$backend/.pulumi/stacks/$project"/*.attrs; do
    [ ! -f "$file" ] || [ -s "$file" ] || rm -f "$file"
  done
}

# mend_locks STACK: takes the locks of processes that are gone away. Sets `locked` when one is held by a process that
# runs, or by one of another machine.
mend_locks() {
  local file text pid host line here
  locked=''
  # As Pulumi asks for it; the shell's own variable is inherited, from another machine too.
  { read -r here </proc/sys/kernel/hostname; } 2>/dev/null || here=${HOSTNAME:-}
  for file in "$backend/.pulumi/locks/organization/$project/$1"/*.json; do
    [ -f "$file" ] || continue
    text=''
    IFS= read -r -d '' text <"$file" || true
    pid=${text#*\"pid\":} pid=${pid%%[!0-9]*}
    host=${text#*\"hostname\":\"} host=${host%%\"*}
    if [ -n "$pid" ]; then
      read_command_line "$pid"
      case $host=$line in
        "$here="*pulumi*)
          locked=yes
          continue
          ;;
        "$here="*) ;;
        *)
          locked=yes
          continue
          ;;
      esac
    fi
    rm -f "$file" "$file.attrs"
    find "$backend" -name '*.attrs' -size 0 -exec rm -f {} +
    say "an earlier run on the stack $1 was killed: took its lock away"
  done
}

# state_of STACK: its file, which Pulumi compresses with PULUMI_SELF_MANAGED_STATE_GZIP.
state_of() {
  local state=$backend/.pulumi/stacks/$project/$1.json
  [ ! -f "$state.gz" ] || state=$state.gz
  printf '%s' "$state"
}

# read_state FILE: its text; a compressed one that was cut short ends early.
read_state() {
  case $1 in
    *.gz) gzip -dc <"$1" 2>/dev/null ;;
    *) cat "$1" ;;
  esac || true
}

# refuse_damaged_state STACK: a state that was cut short, as on a full disk, ends without its last brace.
refuse_damaged_state() {
  local state advice
  state=$(state_of "$1")
  [ -f "$state" ] || return 0
  case "$(read_state "$state" | tail -c 3)" in
    *\}*) return 0 ;;
  esac
  advice="bin/sandbox reset starts anew"
  [ ! -s "$state.bak" ] || advice="cp '$state.bak' '$state' brings back the one before, then run the command again"
  die "the state of the stack $1 is cut short: $advice"
}

# recover STACK: completes what a killed run had under way. Sets `recovered` when there was something.
recover() {
  local state report line
  recovered=''
  state=$(state_of "$1")
  [ -z "$locked" ] && [ -f "$state" ] && read_state "$state" | grep '"pending_operations"' >/dev/null || return 0
  say "an earlier run on the stack $1 was cut off"
  report=$(run_java "$sandbox_jar" "$sandbox_main" --home "$home" --recover "$state") ||
    die "what it had under way cannot be found again: see above"
  [ -z "$report" ] || while IFS= read -r line; do say "$line"; done <<<"$report"
  recovered=yes
}

# mend STACK: before a command on that stack, once.
mend() {
  [ -z "${mended:-}" ] || return 0
  mended=yes
  mend_locks "$1"
  refuse_damaged_state "$1"
  case $command in
    up | update | destroy | refresh)
      recover "$1"
      [ -n "$recovered" ] || tell_orphans "$1"
      ;;
  esac
}

# tell_orphans STACK: the offline cloud lists the stacks of its objects. Those of a stack whose state is gone are left
# over, also once a new one of that name was made: `orphans` remembers it.
tell_orphans() {
  local file of name found=' '
  [ ! -r "$home/orphans" ] || while IFS= read -r name; do found="$found$name "; done <"$home/orphans"
  for file in "$cloud_dir"/*.stacks; do
    [ -r "$file" ] || continue
    while read -r of name; do
      [ "$of" != "$project" ] || stack_exists "$name" || case $found in
        *" $name "*) ;;
        *) found="$found$name " ;;
      esac
    done <"$file"
  done
  found=${found# }
  [ -n "$found" ] || return 0
  say "the offline cloud holds objects of no stack, left over from: ${found% }; bin/sandbox reset removes all that is deployed"
  for name in $found; do printf '%s\n' "$name"; done >"$home/orphans"
}

# reset_sandbox [--yes]: removes all that is deployed, and the sandbox's stacks; what was built stays.
reset_sandbox() {
  local answer=''
  if [ "${1:-}" != --yes ]; then
    [ -t 0 ] || die "reset removes all that is deployed in $home: say bin/sandbox reset --yes" 2
    printf '%s: remove all that is deployed in %s? [y/N] ' "$self_name" "$home" >&2
    read -r answer || true
    case $answer in
      y | Y | yes) ;;
      *) die "nothing was removed" ;;
    esac
  fi
  stop_cloud
  rm -rf "$backend" "$cloud_dir" "$home/stacks" "$home/seed" "$home/pulumi" "$home/logs" "$home/orphans" "$cloud_lock" ||
    die "$home could not be emptied: see above"
  say "removed all that was deployed; the next command starts anew"
}
