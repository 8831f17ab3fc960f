package anyware.endtoend;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever fails, or is killed, with whatever resource under way: the same command once more ends
 * as a clean run does, in the engine's state and in the cloud.
 *
 * <p>One resource of each type of the demo fails while it is made, each in one of the ways; what
 * needs nothing of each other fails in the same run. With {@code -Danyware.faults=all} each
 * resource fails in each of the ways. Updates, replacements and deletions are samples.
 */
class FaultsIT {
  private static final boolean ALL = "all".equals(System.getProperty("anyware.faults"));
  private static final int KILLED = 137;
  private static final long MINUTES = 30;
  private static final long PATIENCE_SECONDS = 10;
  private static final Pattern MET = Pattern.compile("on demand: \\S+ \\S+ (\\S+)");

  /** The ways to fail, and how the table calls them. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("refuse", "the cloud refuses");
    KINDS.put("throttle", "too many requests, still after all retries");
    KINDS.put("timeout", "no answer in time, nothing was done");
    KINDS.put("late", "no answer in time, done all the same");
    KINDS.put("hang", "`kill -9` of the command line before the answer");
    KINDS.put("slow", "`kill -9` of the program, the JVM, before the answer");
    KINDS.put("die", "`kill -9` of the cloud when it was done, before the answer");
  }

  private static final Set<String> REFUSALS = Set.of("refuse", "throttle", "timeout", "late");

  /** What one run after the other fails with, and how many resources it can fail with. */
  private static final Map<List<String>, Integer> ROUNDS = new LinkedHashMap<>();

  static {
    ROUNDS.put(List.of("refuse", "late"), 100);
    ROUNDS.put(List.of("throttle", "timeout"), 100);
    ROUNDS.put(List.of("hang"), 100);
    ROUNDS.put(List.of("slow"), 3);
    ROUNDS.put(List.of("die"), 1);
  }

  @TempDir Path temp;
  private final FaultTable table = new FaultTable();
  private Project project;

  @BeforeEach
  void makeProject() throws IOException {
    project = Project.in(Files.createDirectories(temp.resolve("project")));
  }

  @AfterEach
  void stop() throws Exception {
    project.stop();
  }

  @Test
  void theSameCommandOnceMoreEndsAsACleanRun() throws Exception {
    up();
    Deployed clean = deployed();
    for (Map<String, String> kinds : ALL ? each(clean) : spread(clean)) {
      project.sandbox("reset", "--yes").succeeds();
      fail(kinds, clean);
    }
    update("die", clean);
    replace("hang", clean);
    delete("hang");

    table.holdsNoDeviation();
    if (!ALL) {
      table.isInTheDocument();
    }
  }

  /** Each of the ways with every resource. */
  private static List<Map<String, String>> each(Deployed clean) {
    List<Map<String, String>> all = new ArrayList<>();
    for (String kind : KINDS.keySet()) {
      Map<String, String> kinds = new TreeMap<>();
      clean.resources().keySet().forEach(urn -> kinds.put(urn, kind));
      all.add(kinds);
    }
    return all;
  }

  /** One resource of each type, the one that needs least; in each round none needs another. */
  private static List<Map<String, String>> spread(Deployed clean) {
    Map<String, String> ofType = new TreeMap<>();
    Comparator<String> least = Comparator.comparing(urn -> clean.needs(urn).size());
    for (String urn : clean.resources().keySet()) {
      ofType.merge(type(urn), urn, (one, other) -> least.compare(other, one) < 0 ? other : one);
    }
    List<List<String>> ways = List.copyOf(ROUNDS.keySet());
    List<Map<String, String>> rounds = new ArrayList<>();
    ways.forEach(way -> rounds.add(new TreeMap<>()));
    List<String> urns = ofType.values().stream().sorted(least).toList();
    for (String urn : urns) {
      int best = -1;
      for (int i = 0; i < rounds.size(); i++) {
        Set<String> taken = rounds.get(i).keySet();
        boolean fits =
            taken.size() < requireNonNull(ROUNDS.get(ways.get(i)))
                && taken.stream().noneMatch(other -> clean.needs(urn).contains(other));
        if (fits && (best < 0 || taken.size() < rounds.get(best).size())) {
          best = i;
        }
      }
      // Where it needs another of every round, it fails in the first one's next run.
      int round = Math.max(best, 0);
      List<String> way = ways.get(round);
      rounds.get(round).put(urn, way.get(rounds.get(round).size() % way.size()));
    }
    return rounds;
  }

  /** Runs until each of some resources failed in its way while it was made, and then once more. */
  private void fail(Map<String, String> kinds, Deployed clean) throws Exception {
    Map<String, String> left = new TreeMap<>(kinds);
    Map<String, Set<String>> runs = new TreeMap<>();
    while (!left.isEmpty()) {
      Run run = run(left, "create", "up", "--continue-on-error");
      for (String urn : run.met()) {
        String kind = requireNonNull(left.remove(urn));
        runs.computeIfAbsent(kind, none -> new TreeSet<>()).add(run.end(kind, List.of(urn)));
      }
      assertThat(run.met()).as("%s; of %s", run.output(), left).isNotEmpty();
    }
    Project.Result then = project.sandbox("up", "--stack", "demo", "--yes", "--skip-preview");
    List<String> differences = differences(clean, true);
    for (String kind : KINDS.keySet()) {
      List<String> types =
          kinds.keySet().stream().filter(urn -> kind.equals(kinds.get(urn))).toList();
      if (!types.isEmpty()) {
        note(
            kind,
            "create",
            types,
            String.join("; ", requireNonNull(runs.get(kind))),
            then,
            differences);
      }
    }
  }

  private void update(String kind, Deployed clean) throws Exception {
    project.editStack("demo", "203.0.113.0/28", "203.0.113.0/29");
    sample(kind, "update", "update 1 aws:ec2/managedPrefixList:ManagedPrefixList", clean);
  }

  private void replace(String kind, Deployed clean) throws Exception {
    project.editStack("demo", "10.40.0.0/16", "10.41.0.0/16");
    sample(kind, "replacement", "create 1 gcp:compute/subnetwork:Subnetwork", clean);
  }

  private void sample(String kind, String what, String calls, Deployed clean) throws Exception {
    Run run = run(kind + " " + calls, 1, "up");
    Project.Result then = project.sandbox("up", "--stack", "demo", "--yes", "--skip-preview");
    note(kind, what, run.met(), run.end(kind, run.met()), then, differences(clean, false));
  }

  private void delete(String kind) throws Exception {
    Run run = run(kind + " delete 1 azure-native:network:LoadBalancer", 1, "destroy");
    Project.Result then = project.sandbox("destroy", "--stack", "demo", "--yes", "--skip-preview");
    Deployed nothing = new Deployed(Map.of(), Map.of(), List.of());
    note(
        kind,
        "delete",
        run.met(),
        run.end(kind, run.met()),
        then,
        deployed().differences(nothing, true));
  }

  private void note(
      String kind,
      String what,
      List<String> urns,
      String run,
      Project.Result then,
      List<String> differences) {
    assertThat(urns).as("%s, %s", kind, what).isNotEmpty();
    List<String> all = new ArrayList<>(differences);
    if (then.exitCode() != 0) {
      all.add(then.all());
    }
    List<String> types = urns.stream().map(FaultsIT::type).toList();
    table.add(requireNonNull(KINDS.get(kind)) + ": " + what, types, run, then.exitCode(), all);
  }

  private List<String> differences(Deployed clean, boolean sameInputs) throws Exception {
    List<String> differences = deployed().differences(clean, sameInputs);
    Project.Result preview = project.sandbox("preview", "--stack", "demo", "--expect-no-changes");
    if (preview.exitCode() != 0) {
      differences.add(preview.all());
    }
    return differences;
  }

  private void up() throws Exception {
    project.sandbox("up", "--stack", "demo", "--yes", "--skip-preview").succeeds();
  }

  private Deployed deployed() throws Exception {
    return Deployed.in(project, "demo");
  }

  /** A run with failures: for which resources they came, how it ended and what it said. */
  private record Run(List<String> met, int exitCode, String output) {
    /** How it ended for some of the resources, as the table says it. */
    private String end(String kind, List<String> urns) {
      boolean named =
          urns.stream()
              .allMatch(
                  urn ->
                      output
                          .lines()
                          .anyMatch(line -> line.contains(name(urn)) && line.contains("failed")));
      if (REFUSALS.contains(kind)) {
        assertThat(exitCode).as(output).isPositive();
        assertThat(named).as("%s named: %s", urns, output).isTrue();
      }
      return exitCode == 0
          ? "ends without an error"
          : exitCode == KILLED
              ? "is killed"
              : named ? "ends with an error that names it" : "ends with an error";
    }
  }

  private Run run(Map<String, String> kinds, String verb, String... command) throws Exception {
    String faults =
        kinds.entrySet().stream()
            .map(each -> each.getValue() + " " + verb + " 1 " + typeAndName(each.getKey()))
            .collect(joining(";"));
    return run(faults, kinds.size(), command);
  }

  /** Runs into failures, of which there are so many; kills what is to be killed when all came. */
  private Run run(String faults, int count, String... words) throws Exception {
    project.stop();
    Files.deleteIfExists(log());
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--stack", "demo", "--yes", "--skip-preview", "--non-interactive"));
    ProcessBuilder command = project.command(arguments.toArray(new String[0]));
    command.environment().put("SANDBOX_FAULTS", faults);
    Path output = temp.resolve("output");
    Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    String kind = faults.substring(0, faults.indexOf(' '));
    if (kind.equals("hang") || kind.equals("slow")) {
      kill(process, count, kind.equals("hang"));
    }
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("%s ends", faults).isTrue();
    return new Run(met(), process.exitValue(), Files.readString(output));
  }

  /** Kills the command line or the program, once all failures came or no more come. */
  private void kill(Process process, int count, boolean commandLine) throws Exception {
    int met = 0;
    long since = System.nanoTime();
    while (process.isAlive() && met < count) {
      int now = met().size();
      if (now != met) {
        met = now;
        since = System.nanoTime();
      }
      long patience = commandLine ? PATIENCE_SECONDS : 2;
      if (met > 0 && System.nanoTime() - since > TimeUnit.SECONDS.toNanos(patience)) {
        break;
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    List<ProcessHandle> program =
        process.descendants().filter(each -> runs(each, "anyware.App")).toList();
    if (commandLine) {
      process.destroyForcibly();
    } else {
      assertThat(program).as("the program").isNotEmpty();
      program.forEach(ProcessHandle::destroyForcibly);
    }
    for (ProcessHandle each : program) {
      each.onExit().get(MINUTES, TimeUnit.MINUTES);
    }
  }

  private static boolean runs(ProcessHandle process, String main) {
    return process.info().commandLine().orElse("").contains(main);
  }

  /** The resources for which a failure came since the cloud was started, as its log has it. */
  private List<String> met() throws IOException {
    return Files.exists(log())
        ? MET.matcher(Files.readString(log())).results().map(found -> found.group(1)).toList()
        : List.of();
  }

  private Path log() {
    return project.home().resolve("logs/cloud.log");
  }

  private static String type(String urn) {
    Matcher type = Pattern.compile("[^:$]+:[^:$]+:[^:$]+(?=::[^:]+$)").matcher(urn);
    assertThat(type.find()).as(urn).isTrue();
    return type.group();
  }

  private static String name(String urn) {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }

  private static String typeAndName(String urn) {
    return type(urn) + "::" + name(urn);
  }
}
