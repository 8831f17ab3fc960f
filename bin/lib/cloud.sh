# shellcheck shell=bash
# The offline cloud: one Java process in the background that answers as aws, azure-native and gcp on loopback.
# Sourced after common.sh and program.sh; `home` is the sandbox's folder.

cloud_dir=$home/cloud
cloud_endpoint=$cloud_dir/endpoint
cloud_log=$home/logs/cloud.log
# Carries the time stamp of the jar that the running cloud was started from.
cloud_jar=$cloud_dir/jar
cloud_lock=$home/cloud.lock

# endpoint_value KEY: a value of the endpoint file; nothing when it is not a whole number.
endpoint_value() {
  [ -r "$cloud_endpoint" ] || return 0
  sed -n "s/^$1=\([0-9][0-9]*\)\$/\1/p" "$cloud_endpoint" 2>/dev/null | tail -n 1 || true
}

command_line() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true
  else
    ps -ww -o args= -p "$1" 2>/dev/null || true
  fi
}

# is_cloud PID: the number may long be another program's.
is_cloud() {
  case "$(command_line "$1") " in
    *" anyware.sandbox.Main --home $home "*) return 0 ;;
  esac
  return 1
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The process is there and all three ports answer.
cloud_runs() {
  local pid name port
  pid=$(endpoint_value pid)
  [ -n "$pid" ] && is_cloud "$pid" || return 1
  for name in aws azure-native gcp; do
    port=$(endpoint_value "$name")
    [ -n "$port" ] && answers "$port" || return 1
  done
}

cloud_is_current() { [ -e "$cloud_jar" ] && [ ! "$program_jar" -nt "$cloud_jar" ] && [ ! "$program_jar" -ot "$cloud_jar" ]; }

# Ends the cloud, gently first. Its state stays on disk.
stop_cloud() {
  local pid tries=0
  pid=$(endpoint_value pid)
  if [ -n "$pid" ] && is_cloud "$pid"; then
    kill -TERM "$pid" 2>/dev/null || true
    while is_cloud "$pid"; do
      tries=$((tries + 1))
      [ "$tries" -ne 100 ] || kill -KILL "$pid" 2>/dev/null || true
      [ "$tries" -lt 150 ] || die "the offline cloud, process $pid, cannot be stopped"
      sleep 0.1
    done
  fi
  rm -f "$cloud_endpoint"
}

start_cloud() {
  local child tries=0 key
  require_java_17
  mkdir -p "$cloud_dir" "$home/logs"
  rm -f "$cloud_endpoint"
  [ ! -e "$cloud_log" ] || mv -f "$cloud_log" "$cloud_log.1"
  touch -r "$program_jar" "$cloud_jar"
  say "starting the offline cloud ..."
  # Its own process group, no terminal, none of our streams: Ctrl-C and the end of a pipe are not for it.
  set -m
  (
    cd "$home"
    trap '' HUP
    run_java anyware.sandbox.Main --home "$home"
  ) </dev/null >"$cloud_log" 2>&1 &
  child=$!
  set +m
  disown "$child" 2>/dev/null || true
  for key in aws azure-native gcp pid; do
    until [ -n "$(endpoint_value "$key")" ]; do
      tries=$((tries + 1))
      if ! kill -0 "$child" 2>/dev/null; then
        cloud_failed "the offline cloud ended before it was ready"
      elif [ "$tries" -ge 600 ]; then
        kill -KILL "$child" 2>/dev/null || true
        cloud_failed "the offline cloud was not ready within a minute"
      fi
      sleep 0.1
    done
  done
  cloud_runs || cloud_failed "the offline cloud does not answer on its ports"
}

cloud_failed() {
  rm -f "$cloud_endpoint"
  tail -n 15 "$cloud_log" >&2 || true
  die "$1; its log is $cloud_log"
}

# A running cloud of the current jar, whatever was left behind.
ensure_cloud() {
  ! { cloud_runs && cloud_is_current; } || return 0
  lock "$cloud_lock" "starting the offline cloud"
  trap 'unlock "$cloud_lock"' EXIT
  if ! { cloud_runs && cloud_is_current; }; then
    stop_cloud
    start_cloud
  fi
  unlock "$cloud_lock"
  trap - EXIT
}

# The answer to `status`: exit code 0 when it runs, 1 when not.
report_cloud() {
  if cloud_runs; then
    printf 'running: process %s, aws %s, azure-native %s, gcp %s\n' \
      "$(endpoint_value pid)" "$(endpoint_value aws)" "$(endpoint_value azure-native)" "$(endpoint_value gcp)"
    printf 'folder: %s\nlog: %s\n' "$home" "$cloud_log"
    (run_java anyware.sandbox.Main --home "$home" --status)
  else
    printf 'stopped\nfolder: %s\n' "$home"
    return 1
  fi
}
