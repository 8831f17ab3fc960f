# shellcheck shell=bash
# The program's jar: built when its sources are newer, published in one step. Sourced after common.sh.
#
# Maven writes target/anyware-network.jar in several steps. What runs is a copy under target/program, which
# appears only when the build has succeeded: no interrupted build can leave half a jar behind, and no build
# pulls the jar from under a program or an offline cloud that is running.

packaged_jar=$root/target/anyware-network.jar
program_dir=$root/target/program
program_jar=$program_dir/anyware-network.jar
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

# Every input is older than the jar. Folders count: a deleted source changes its folder.
program_is_current() {
  [ -s "$program_plugins" ] && [ -s "$program_jar" ] &&
    [ -z "$(exec find "$root/src/main" "$root/pom.xml" -newer "$program_jar" 2>/dev/null)" ]
}

# name_archive JAVA: sets `program_archive`, the archive of this Java: every Java has its own.
name_archive() { program_archive=$program_dir/classes${1//\//+}; }

# archive_is_current JAVA: the archive carries the time stamp of the Java that made it, for it is of no use to
# another. An empty one says that this Java cannot make one.
archive_is_current() {
  name_archive "$1"
  [ -e "$program_archive" ] && [ ! "$1" -nt "$program_archive" ] && [ ! "$1" -ot "$program_archive" ]
}

# Makes the program's jar and its archive for the Java at hand current. Two calls at once build once.
ensure_program() {
  local lock=$program_dir.lock began=$program_dir.began
  local java
  set_java
  if program_is_current && { [ -z "$java" ] || archive_is_current "$java"; }; then
    return 0
  fi
  if program_is_current; then require_tools java; else require_tools java mvn; fi
  require_java_17
  mkdir -p "$root/target"
  lock "$lock" "building the program"
  trap 'unlock "$program_dir.lock"' EXIT
  if ! program_is_current; then
    # A source changed while Maven runs must count as newer than the jar.
    touch "$began"
    with_progress "$root/target/program-build.log" no_count "building the program with Maven" \
      env ANYWARE_BUILD_BEGAN="$began" mvn -B -q -ntp -Dquick -f "$root/pom.xml" \
      -Dmaven.test.skip=true -Dspotless.check.skip=true package || exit 1
    grep -E 'starts? more slowly' "$root/target/program-build.log" >&2 || true
    program_is_current || die "Maven finished without a current jar: a source changed meanwhile, or has a time stamp in the future; run the command again"
  fi
  archive_is_current "$java" || archive_classes "$java"
  unlock "$lock"
  trap - EXIT
}

# Called by the build once the jar is complete: publishes it with what is derived from it.
publish_program() {
  local java work=$program_dir.new
  [ -s "$packaged_jar" ] || die "there is no $packaged_jar: run mvn package"
  set_java
  mkdir -p "$program_dir"
  rm -rf "$work"
  mkdir "$work"
  cp -p "$packaged_jar" "$work/jar"
  [ -z "${ANYWARE_BUILD_BEGAN:-}" ] || touch -r "$ANYWARE_BUILD_BEGAN" "$work/jar"
  rm -f "$program_plugins" "$program_dir"/classes*
  mv -f "$work/jar" "$program_jar"
  list_plugins >"$work/plugins"
  archive_classes "$java"
  mv -f "$work/plugins" "$program_plugins"
  rm -rf "$work"
}

list_plugins() {
  "$java" "${java_flags[@]}" -cp "$program_jar" com.pulumi.bootstrap.internal.Main packages
}

# archive_classes JAVA: makes the archive of what a run needs, which makes every later start faster. It is
# tied to the jar's path and time stamp, so it is made once the jar is in place.
archive_classes() {
  local java=$1 work=$program_dir.archive major
  rm -rf "$work"
  mkdir "$work"
  name_archive "$java"
  major=$(java_major "$java")
  exec 3>&2
  if [ "${major:-17}" -ge 24 ]; then
    cache_ahead_of_time
  else
    archive_class_data
  fi >"$program_training_log" 2>&1 </dev/null || {
    : >"$work/archive"
    say "the program will start more slowly: $java made no archive of its classes; the log is $program_training_log"
  }
  exec 3>&-
  touch -r "$java" "$work/archive"
  mv -f "$work/archive" "$program_archive"
  rm -rf "$work"
}

# rehearse FLAGS...: runs the program on a stand-in of the engine, while the JVM records as the flags say.
rehearse() {
  "$java" "${java_flags[@]}" -cp "$program_jar" anyware.sandbox.training.Main \
    "$java" "${java_flags[@]}" "$@" -cp "$program_jar" anyware.App
}

# From Java 24 on (JEP 483): an ahead-of-time cache.
cache_ahead_of_time() {
  rehearse -XX:AOTMode=record -XX:AOTConfiguration="$work/recorded" &&
    "$java" "${java_flags[@]}" -XX:AOTMode=create -XX:AOTConfiguration="$work/recorded" \
      -XX:AOTCache="$work/archive" -cp "$program_jar" && [ -s "$work/archive" ]
}

# Before: class data of the classes that were seen, and of ours, which the offline cloud and the command need.
# Without a record there are the JDK's own start-up classes and everything in the jar.
archive_class_data() {
  local home all='.'
  home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  if rehearse -XX:DumpLoadedClassList="$work/classes" && [ -s "$work/classes" ]; then
    all='^(anyware|com/pulumi/(aws|azurenative|gcp)|picocli|org/yaml)/'
  else
    say "the rehearsal of the program failed: its archive is made from lists of classes, and the program starts more slowly" 2>&3
    sed '/^[#@]/d' "$home/lib/classlist" >"$work/classes"
  fi
  "$home/bin/jar" tf "$program_jar" |
    sed -n '/^META-INF\//d; /module-info/d; s/\.class$//p' | grep -E "$all" >>"$work/classes"
  "$java" "${java_flags[@]}" -Xshare:dump -XX:SharedClassListFile="$work/classes" \
    -XX:SharedArchiveFile="$work/archive" -cp "$program_jar" && [ -s "$work/archive" ]
}

# Sets `java_command` to the java with its flags, and with its archive when there is one. An archive that does not
# fit is ignored by the JVM; its warnings would go to stdout, so they are off.
set_command() {
  local java
  set_java
  java_command=("$java" "${java_flags[@]}")
  if archive_is_current "$java" && [ -s "$program_archive" ]; then
    # Java 24 and newer take an ahead-of-time cache here too.
    java_command+=(-Xlog:disable -XX:SharedArchiveFile="$program_archive")
  fi
}

# run_java ARGUMENTS...: becomes the JVM.
run_java() {
  local java_command
  set_command
  # shellcheck disable=SC2086 # options are separated by blanks
  exec "${java_command[@]}" ${extra_java_options:-} -cp "$program_jar" "$@"
}
