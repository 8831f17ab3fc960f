# shellcheck shell=bash
# The program's jar and the sandbox's: built when their sources are newer, published in one step. Sourced after
# common.sh.
#
# The program's jar runs with a user's cloud credentials and holds nothing of the sandbox; the sandbox's jar
# stands on its own. Maven writes both under target in several steps. What runs are copies under target/program,
# which appear only when the build has succeeded: no interrupted build can leave half a jar behind, and no build
# pulls a jar from under a program or an offline cloud that is running.

packaged_dir=$root/target
program_dir=$packaged_dir/program
program_jar=$program_dir/anyware-network.jar
program_main=anyware.App
command_main=anyware.cli.Main
sandbox_jar=$program_dir/anyware-sandbox.jar
sandbox_main=anyware.sandbox.Main
rehearsal_main=anyware.sandbox.training.Main
program_plugins=$program_dir/plugins.json
program_training_log=$root/target/program-training.log

# What starts fastest: C1, the serial collector, no counters, no native library unpacked into the temporary folder,
# and reflection without code made for it before it is hot (Java 17). The SDK's waiting keeps starting threads
# unless its pool has two or more. A run of 5,000 resources needs half of the heap.
java_flags=(
  -XX:+UseSerialGC
  -XX:TieredStopAtLevel=1
  -XX:-UsePerfData
  -Xmx1g
  -Djava.util.concurrent.ForkJoinPool.common.parallelism=2
  -Djava.util.logging.config.file="$root/bin/lib/logging.properties"
  -Dio.grpc.netty.shaded.io.netty.transport.noNative=true
  -Dsun.reflect.inflationThreshold=5000
)

# Every input is older than the program's jar, which every build puts in place anew. Folders count: a deleted
# source changes its folder.
program_is_current() {
  [ -s "$program_plugins" ] && [ -s "$program_jar" ] && [ -s "$sandbox_jar" ] &&
    [ -z "$(exec find "$root/src/main" "$root/pom.xml" -newer "$program_jar" 2>/dev/null)" ]
}

# name_archive JAR JAVA: sets `archive`, the jar's archive for this Java: every Java has its own.
name_archive() { archive=${1%.jar}.classes${2//\//+}; }

# archive_is_current JAR JAVA: the archive carries the time stamp of the Java that made it, for it is of no use
# to another. An empty one says that this Java cannot make one. Sets `archive`.
archive_is_current() {
  name_archive "$1" "$2"
  [ -e "$archive" ] && [ ! "$2" -nt "$archive" ] && [ ! "$2" -ot "$archive" ]
}

# name_command_archive JAVA: sets `archive`, that of the offline command for this Java. It goes with the program's jar
# and has only what the command needs: the whole of the program's, twice as large, costs a start a tenth more.
name_command_archive() { archive=${program_jar%.jar}.classes-of-command${1//\//+}; }

# archives_are_current JAVA: both jars'.
archives_are_current() {
  local archive
  archive_is_current "$program_jar" "$1" && archive_is_current "$sandbox_jar" "$1"
}

# Makes both jars and their archives for the Java at hand current. Two calls at once build once.
ensure_program() {
  local lock=$program_dir.lock began=$program_dir.began
  local java
  set_java
  if program_is_current && { [ -z "$java" ] || archives_are_current "$java"; }; then
    return 0
  fi
  if program_is_current; then require_tools java; else require_tools java mvn; fi
  require_java_17
  # Without an archive it starts more slowly, and runs all the same.
  if program_is_current && [ ! -w "$program_dir" ]; then return 0; fi
  mkdir -p "$root/target" 2>/dev/null || die "cannot make $root/target to build the program in: make the checkout writable"
  lock "$lock" "building the program"
  trap 'unlock "$program_dir.lock"' EXIT
  if ! program_is_current; then
    # A source changed while Maven runs must count as newer than the program's jar.
    touch "$began"
    with_progress "$root/target/program-build.log" no_count "building the program with Maven" \
      env ANYWARE_BUILD_BEGAN="$began" mvn -B -q -ntp -C -Dquick -f "$root/pom.xml" \
      -Dmaven.test.skip=true -Dspotless.check.skip=true package || exit 1
    grep -E 'starts? more slowly' "$root/target/program-build.log" >&2 || true
    program_is_current || die "Maven finished without a current jar: a source changed meanwhile, or has a time stamp in the future; run the command again"
  fi
  archives_are_current "$java" || archive_classes "$java"
  unlock "$lock"
  trap - EXIT
}

# Called by the build once the jars are complete: publishes them with what is derived from them. While there is
# no list of plugins, they are not current. A sandbox's jar with nothing new in it stays, and with it its archive
# and the cloud that runs from it.
publish_program() {
  local java jar packaged work=$program_dir.new
  set_java
  mkdir -p "$program_dir"
  rm -rf "$work"
  mkdir "$work"
  for jar in "$program_jar" "$sandbox_jar"; do
    packaged=$packaged_dir/${jar##*/}
    [ -s "$packaged" ] || die "there is no $packaged: run mvn package"
    cp -p "$packaged" "$work"
    [ -z "${ANYWARE_BUILD_BEGAN:-}" ] || touch -r "$ANYWARE_BUILD_BEGAN" "$work/${jar##*/}"
  done
  rm -f "$program_plugins"
  for jar in "$program_jar" "$sandbox_jar"; do
    if [ "$jar" = "$program_jar" ] || ! cmp -s "$work/${jar##*/}" "$jar"; then
      rm -f "${jar%.jar}".classes*
      mv -f "$work/${jar##*/}" "$jar"
    fi
  done
  list_plugins >"$work/plugins"
  archive_classes "$java"
  mv -f "$work/plugins" "$program_plugins"
  rm -rf "$work"
}

list_plugins() {
  "$java" "${java_flags[@]}" -cp "$program_jar" com.pulumi.bootstrap.internal.Main packages
}

# archive_classes JAVA: makes the archives of what a run needs, which make every later start faster. They are tied
# to their jar's path and time stamp, so they are made once the jars are in place.
archive_classes() {
  local java=$1 work=$program_dir.archive archive jar major record=record_class_data make=archive_class_data
  rm -rf "$work"
  mkdir "$work"
  major=$(java_major "$java")
  if [ "${major:-17}" -ge 24 ]; then
    record=record_ahead_of_time make=cache_ahead_of_time
  fi
  exec 3>&2
  "$record" >"$program_training_log" 2>&1 </dev/null || rm -f "$work"/*.seen
  for jar in "$program_jar" "$sandbox_jar"; do
    # That of a sandbox's jar which stayed.
    ! archive_is_current "$jar" "$java" || [ ! -s "$archive" ] || continue
    "$make" "$jar" "$work/$(seen_by "$jar")" >>"$program_training_log" 2>&1 </dev/null || {
      : >"$work/archive"
      say "${jar##*/} will start more slowly: $java made no archive of its classes; the log is $program_training_log"
    }
    touch -r "$java" "$work/archive"
    mv -f "$work/archive" "$archive"
  done
  # Without it the command takes the program's.
  name_command_archive "$java"
  if [ ! -s "$work/command.seen" ] ||
    ! { "$make" "$program_jar" "$work/command.seen" '^(anyware/|picocli/)' >>"$program_training_log" 2>&1 </dev/null &&
      touch -r "$java" "$work/archive" && mv -f "$work/archive" "$archive"; }; then
    rm -f "$archive"
  fi
  exec 3>&-
  rm -rf "$work"
}

# seen_by JAR: the name of the file in which its JVM records what it loads.
seen_by() { printf '%s.seen' "${1##*/}"; }

# rehearse FLAG FLAGS...: runs the program on the sandbox's stand-in of the engine, while each of the two JVMs records;
# the first flag takes the name of the file.
rehearse() {
  local recording=("$java" "${java_flags[@]}" "${@:2}")
  "${recording[@]}" "$1=$work/$(seen_by "$sandbox_jar")" -cp "$sandbox_jar" "$rehearsal_main" \
    "${recording[@]}" "$1=$work/$(seen_by "$program_jar")" -cp "$program_jar" "$program_main"
}

# From Java 24 on (JEP 483): ahead-of-time caches.
record_ahead_of_time() { rehearse -XX:AOTConfiguration -XX:AOTMode=record; }

cache_ahead_of_time() {
  "$java" "${java_flags[@]}" -XX:AOTMode=create -XX:AOTConfiguration="$2" \
    -XX:AOTCache="$work/archive" -cp "$1" && [ -s "$work/archive" ]
}

# Before: class data of the classes that were seen, by the command in a file of its own, and of all of ours. Without a
# record there are the JDK's own start-up classes and everything in the jar.
record_class_data() {
  local seen
  seen=$work/$(seen_by "$program_jar")
  if rehearse -XX:DumpLoadedClassList && [ -s "$seen" ]; then
    # Whatever it finds in the user's stacks, and with an option, which reads more than none.
    "$java" "${java_flags[@]}" -XX:DumpLoadedClassList="$work/command.seen" \
      "-Danyware.stacks=$root/stacks" -cp "$program_jar" "$command_main" check --format text || true
    return 0
  fi
  say "the rehearsal of the program failed: its archive is made from lists of classes, and the program starts more slowly" 2>&3
  return 1
}

# archive_class_data JAR CLASSES [ALL]: what is listed, and what of the jar ALL matches, but for the classes of lambdas:
# there are thousands, and a run needs hundreds.
archive_class_data() {
  local jar=$1 classes=$2 home all=${3:-'^(anyware|com/pulumi|picocli|org/yaml)/'}
  home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  if [ ! -s "$classes" ]; then
    all='.'
    sed '/^[#@]/d' "$home/lib/classlist" >"$classes"
  fi
  # A JRE cannot list a jar: then what was seen must do.
  [ ! -x "$home/bin/jar" ] || "$home/bin/jar" tf "$jar" |
    sed -n '/^META-INF\//d; /module-info/d; /\$Lambda[0-9]/d; s/\.class$//p' | grep -E "$all" >>"$classes"
  "$java" "${java_flags[@]}" -Xshare:dump -XX:SharedClassListFile="$classes" \
    -XX:SharedArchiveFile="$work/archive" -cp "$jar" && [ -s "$work/archive" ]
}

# set_command JAR: sets `java_command` to the java with its flags, and with the jar's archive when there is one; with
# the command's when `offline_command` is set. An archive that does not fit is ignored by the JVM; its warnings would go to stdout, so they are off.
set_command() {
  local java archive
  set_java
  [ -n "$java" ] || require_tools java
  java_command=("$java" "${java_flags[@]}")
  if archive_is_current "$1" "$java" && [ -s "$archive" ]; then
    if [ -n "${offline_command:-}" ]; then
      name_command_archive "$java"
      [ -s "$archive" ] || name_archive "$1" "$java"
    fi
    # Java 24 and newer take an ahead-of-time cache here too.
    java_command+=(-Xlog:disable -XX:SharedArchiveFile="$archive")
  fi
}

# run_java JAR MAIN ARGUMENTS...: becomes the JVM.
run_java() {
  local java_command
  set_command "$1"
  # shellcheck disable=SC2086 # options are separated by blanks
  exec "${java_command[@]}" ${extra_java_options:-} -cp "$@"
}
