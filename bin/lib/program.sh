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
program_archive=$program_dir/classes.jsa

# C1 and the serial collector start fastest. The SDK busy-waits and keeps starting threads, so heap and pool
# are capped.
java_flags=(
  -XX:+UseSerialGC
  -XX:TieredStopAtLevel=1
  -Xmx1g
  -Djava.util.concurrent.ForkJoinPool.common.parallelism=2
  -Djava.util.logging.config.file="$root/bin/lib/logging.properties"
)

# Every input is older than the jar. Folders count: a deleted source changes its folder.
program_is_current() {
  [ -s "$program_plugins" ] && [ -e "$program_archive" ] && [ -s "$program_jar" ] &&
    [ -z "$(find "$root/src/main" "$root/pom.xml" -newer "$program_jar" 2>/dev/null)" ]
}

# Makes the program's jar current. Two calls at once build once.
ensure_program() {
  local lock=$program_dir.lock began=$program_dir.began
  ! program_is_current || return 0
  require_tools java mvn
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
    program_is_current || die "Maven finished without a current jar: a source changed meanwhile, or has a time stamp in the future; run the command again"
  fi
  unlock "$lock"
  trap - EXIT
}

# Called by the build once the jar is complete: publishes it with what is derived from it.
publish_program() {
  local java work=$program_dir.new
  [ -s "$packaged_jar" ] || die "there is no $packaged_jar: run mvn package"
  java=$(find_java)
  mkdir -p "$program_dir"
  rm -rf "$work"
  mkdir "$work"
  cp -p "$packaged_jar" "$work/jar"
  [ -z "${ANYWARE_BUILD_BEGAN:-}" ] || touch -r "$ANYWARE_BUILD_BEGAN" "$work/jar"
  rm -f "$program_plugins" "$program_archive"
  mv -f "$work/jar" "$program_jar"
  list_plugins "$java" >"$work/plugins"
  archive_classes "$java" "$work"
  mv -f "$work/archive" "$program_archive"
  mv -f "$work/plugins" "$program_plugins"
  rm -rf "$work"
}

list_plugins() {
  "$1" "${java_flags[@]}" -cp "$program_jar" com.pulumi.bootstrap.internal.Main packages
}

# A class-data archive of the JDK's start-up classes and all of ours makes every later start faster. It is
# tied to the jar's path and time stamp, so it is made once the jar is in place. A Java that cannot make one
# leaves it empty, and the program starts without.
archive_classes() {
  local java=$1 work=$2 home
  home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
  {
    cat "$home/lib/classlist" && "$home/bin/jar" tf "$program_jar"
  } 2>/dev/null | sed -n '/^[#@]/d; /^META-INF\//d; /module-info/d; /\/$/d; s/\.class$//; /\.[a-z]*$/d; p' >"$work/classes" || true
  "$java" "${java_flags[@]}" -Xshare:dump -Xlog:disable -XX:SharedClassListFile="$work/classes" \
    -XX:SharedArchiveFile="$work/archive" -cp "$program_jar" >/dev/null 2>&1 || : >"$work/archive"
}

# run_java ARGUMENTS...: becomes the JVM, with the class archive when there is one. A stale archive is ignored
# by the JVM; its warnings would go to stdout, so they are off.
run_java() {
  local java
  java=$(find_java)
  if [ -s "$program_archive" ]; then
    exec "$java" "${java_flags[@]}" -Xlog:disable -XX:SharedArchiveFile="$program_archive" -cp "$program_jar" "$@"
  fi
  exec "$java" "${java_flags[@]}" -cp "$program_jar" "$@"
}
