# shellcheck shell=bash
# The offline cloud: one Java process in the background that answers as a provider for each cloud on loopback.
# Sourced after common.sh and program.sh; `home` is the sandbox's folder.

cloud_dir=$home/cloud
cloud_endpoint=$cloud_dir/endpoint
cloud_log=$home/logs/cloud.log
# Carries the time stamp of the sandbox's jar that the running cloud was started from.
cloud_jar=$cloud_dir/jar
cloud_lock=$home/cloud.lock

# Reads the endpoint file, a line `name=number` for each provider and one for the process: into endpoint_providers,
# `name:port` with commas between as PULUMI_DEBUG_PROVIDERS takes it, and endpoint_pid. A damaged file says nothing.
read_endpoint() {
  local key value
  endpoint_providers='' endpoint_pid=''
  [ -r "$cloud_endpoint" ] || return 0
  while IFS='=' read -r key value; do
    case $key=$value in
      =* | *= | *=*[!0-9]*)
        endpoint_providers='' endpoint_pid=''
        return 0
        ;;
    esac
    case $key in
      pid) endpoint_pid=$value ;;
      *) endpoint_providers=$endpoint_providers${endpoint_providers:+,}$key:$value ;;
    esac
  done <"$cloud_endpoint"
}

# Sets `line` to a process's command line, its words followed by blanks.
read_command_line() {
  local word
  line=''
  if [ -r "/proc/$1/cmdline" ]; then
    while IFS= read -r -d '' word; do line="$line$word "; done 2>/dev/null <"/proc/$1/cmdline" || true
  else
    line="$(ps -ww -o args= -p "$1" 2>/dev/null || true) "
  fi
}

# is_cloud PID: the number may long be another program's.
is_cloud() {
  local line
  read_command_line "$1"
  case $line in
    *" $sandbox_main --home $home "*) return 0 ;;
  esac
  return 1
}

answers() { { : <>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; }

# The process is there and every provider's port answers.
cloud_runs() {
  local provider
  read_endpoint
  [ -n "$endpoint_providers" ] && [ -n "$endpoint_pid" ] && is_cloud "$endpoint_pid" || return 1
  local IFS=,
  for provider in $endpoint_providers; do
    answers "${provider##*:}" || return 1
  done
}

cloud_is_current() { [ -e "$cloud_jar" ] && [ ! "$sandbox_jar" -nt "$cloud_jar" ] && [ ! "$sandbox_jar" -ot "$cloud_jar" ]; }

# Ends the cloud, gently first, and sets `stopped` when there was one. Its state stays on disk. A cloud whose endpoint
# is gone or damaged is known by its lock.
stop_cloud() {
  local pid tries=0
  stopped=''
  read_endpoint
  pid=$endpoint_pid
  [ -n "$pid" ] || [ ! -r "$cloud_dir/lock" ] || read -r pid <"$cloud_dir/lock" || true
  case $pid in *[!0-9]*) pid='' ;; esac
  if [ -n "$pid" ] && is_cloud "$pid"; then
    stopped=yes
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
  local child tries=0
  require_java_17
  own_folders "$cloud_dir" "$home/logs"
  rm -f "$cloud_endpoint"
  [ ! -e "$cloud_log" ] || mv -f "$cloud_log" "$cloud_log.1"
  touch -r "$sandbox_jar" "$cloud_jar"
  say "starting the offline cloud ..."
  # Its own process group, no terminal, none of our streams, nor what somebody locks by an open file: Ctrl-C and the
  # end of a pipe are not for it.
  set -m
  (
    cd "$home"
    trap '' HUP
    exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
    run_java "$sandbox_jar" "$sandbox_main" --home "$home"
  ) </dev/null >"$cloud_log" 2>&1 &
  child=$!
  set +m
  disown "$child" 2>/dev/null || true
  until read_endpoint && [ -n "$endpoint_providers" ] && [ -n "$endpoint_pid" ]; do
    tries=$((tries + 1))
    if ! kill -0 "$child" 2>/dev/null; then
      cloud_failed "the offline cloud ended before it was ready"
    elif [ "$tries" -ge 600 ]; then
      kill -KILL "$child" 2>/dev/null || true
      cloud_failed "the offline cloud was not ready within a minute"
    fi
    sleep 0.1
  done
  cloud_runs || cloud_failed "the offline cloud does not answer on its ports"
}

cloud_failed() {
  local last
  rm -f "$cloud_endpoint"
  last=$(tail -n 1 "$cloud_log" 2>/dev/null || true)
  case $last in
    "cannot use "*) die "$last" ;;
  esac
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
  local providers
  if cloud_runs; then
    providers=${endpoint_providers//:/ }
    printf 'running: process %s, %s\n' "$endpoint_pid" "${providers//,/, }"
    printf 'folder: %s\nlog: %s\n' "$home" "$cloud_log"
    (run_java "$sandbox_jar" "$sandbox_main" --home "$home" --status)
  else
    printf 'stopped\nfolder: %s\n' "$home"
    return 1
  fi
}
