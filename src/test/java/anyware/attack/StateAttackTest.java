package anyware.attack;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.attack.Change.Effect;
import anyware.audit.AuditResult;
import anyware.json.UnreadableFileException;
import anyware.platform.CloudPlatform;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.state.StackState;
import anyware.testing.Fixtures;
import anyware.testing.PropertyTable;
import anyware.testing.StackExports;
import anyware.testing.StackMatrix;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * States are changed at random, in one place or two. Whenever evaluators that know the vendors'
 * pages alone say that something else passes, the verdict on the state is not clean; and a verdict
 * is clean only where what was changed cannot matter. Run with -Dseed=N to repeat a failure, with
 * -Druns=N for more.
 */
class StateAttackTest {
  /** One change or two each, so 2,100 or so a cloud; more where a cloud has stacks of its own. */
  private static final int RUNS = Integer.getInteger("runs", 1400);

  /** So many stacks every cloud has. */
  private static final int USUAL = 8;

  /** The same in every build, so that a change is to blame for what fails; others by hand. */
  private static final long SEED = Long.getLong("seed", 32728861836708L);

  /**
   * So often an evaluator is also asked about a change that was told, to see that it can say so.
   */
  private static final int ASKED_OF = 20;

  private static final Path DEMO = Path.of("stacks/Pulumi.demo.yaml");
  private static final List<String> OPTIONS =
      List.of("everything", "default-peers", "outbound-table");
  private static final List<String> SHAPES =
      List.of(
          "created-internal-hosted",
          "created-none-legacy",
          "existing-internal-both-users",
          "existing-public-restated");

  /** What the shapes of these stacks add to the properties that cannot matter. */
  private static final Map<String, String> HARMLESS =
      Map.of(
          "LoadBalancer.ipAddressType",
          "where nothing is said the balancer is of IPv4, as planned; elsewhere it is held where"
              + " properties are changed one by one",
          "Address.purpose",
          "GCE_ENDPOINT is what an internal address is for; an external one has none, which is held"
              + " where properties are changed one by one");

  static List<CloudPlatform<?>> clouds() {
    return Clouds.ALL;
  }

  /**
   * A stack that was deployed.
   *
   * @param name what it is
   * @param plan its plan
   * @param export what the engine prints of it
   * @param reach what passes there
   */
  private record Subject(String name, StackPlan plan, JsonObject export, Reach reach) {
    static Subject of(String name, Settings settings, CloudPlatform<?> cloud) {
      StackPlan whole = StackPlan.of("test", settings);
      StackPlan plan =
          new StackPlan(
              whole.stack(),
              settings,
              whole.sites().stream()
                  .filter(site -> site.cloud().slug().equals(cloud.slug()))
                  .toList());
      JsonObject export = StackExports.of(plan);
      return new Subject(name, plan, export, reach(cloud, export, export));
    }

    /** Whether nobody has anything to say about a state of it; a refusal says something. */
    boolean isClean(JsonObject state) {
      try {
        DeployedStack deployed = plan.deployed(StackState.ofExport(state.toString()));
        return deployed.sites().size() == plan.sites().size()
            && deployed.remnants().isEmpty()
            && deployed.sites().stream().allMatch(site -> site.differences().isEmpty())
            && AuditResult.ofSome(deployed.audited(), List.of()).holds();
      } catch (UnreadableFileException e) {
        return false;
      }
    }

    boolean passesSomethingElse(CloudPlatform<?> cloud, JsonObject state) {
      return reach(cloud, state, export).differsFrom(reach);
    }

    private static Reach reach(CloudPlatform<?> cloud, JsonObject state, JsonObject export) {
      return switch (cloud.slug()) {
        case "aws" -> AwsReach.of(state);
        case "azure" -> AzureReach.of(state);
        default -> GoogleReach.of(state, export);
      };
    }
  }

  private static List<Subject> subjects(CloudPlatform<?> cloud) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(Subject.of("demo", settings(Files.readString(DEMO)), cloud));
    for (String options : OPTIONS) {
      subjects.add(
          Subject.of(options, Objects.requireNonNull(Fixtures.optionSets().get(options)), cloud));
    }
    List<String> stacks = new ArrayList<>();
    SHAPES.forEach(shape -> stacks.add(cloud.slug() + "-" + shape));
    stacks.addAll(PropertyTable.of(cloud.slug()).stacks());
    for (String stack : stacks) {
      String yaml = StackMatrix.STACKS.get(stack);
      subjects.add(Subject.of(stack, settings(Objects.requireNonNull(yaml)), cloud));
    }
    return subjects;
  }

  private static Settings settings(String yaml) {
    return StackFile.read(Clouds.ALL, "test", yaml)
        .fold(
            valid -> valid,
            problems -> {
              throw new AssertionError(problems.toString());
            });
  }

  @ParameterizedTest
  @MethodSource("clouds")
  @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whateverPassesThatDidNotIsTold(CloudPlatform<?> cloud) throws IOException {
    System.out.println("StateAttackTest, " + cloud.slug() + ": -Dseed=" + SEED);
    List<Subject> subjects = subjects(cloud);
    for (Subject subject : subjects) {
      assertThat(subject.isClean(subject.export())).as(subject.name()).isTrue();
    }
    AtomicInteger changed = new AtomicInteger();
    int runs = RUNS / USUAL * subjects.size();
    List<String> holes =
        IntStream.range(0, runs)
            .parallel()
            .boxed()
            .flatMap(
                run -> attack(cloud, subjects.get(run % subjects.size()), run, changed).stream())
            .sorted()
            .toList();
    assertThat(holes).as("with -Dseed=" + SEED).isEmpty();
    assertThat(changed.get() * ASKED_OF)
        .as("what else passed, as far as asked, with -Dseed=" + SEED)
        .isGreaterThan(runs / 8);
  }

  private static List<String> attack(
      CloudPlatform<?> cloud, Subject subject, int run, AtomicInteger changed) {
    PropertyTable table = PropertyTable.of(cloud.slug());
    Random random = new Random(SEED * 31 + run);
    StateMutations mutations = new StateMutations(random, table.foreign());
    JsonObject state = subject.export().deepCopy();
    List<Change> changes = new ArrayList<>();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      changes.add(mutations.change(state));
    }
    boolean isClean = subject.isClean(state);
    String situation = "run %s, %s: %s".formatted(run, subject.name(), changes);
    List<String> holes = new ArrayList<>();
    boolean isAsked = isClean || run % ASKED_OF == 0;
    boolean differs = isAsked && subject.passesSomethingElse(cloud, state);
    if (differs && !isClean) {
      changed.incrementAndGet();
    }
    if (differs && isClean) {
      holes.add("something else passes, and nothing is told: " + situation);
    } else if (isClean
        && !meansTheSame(state, subject.export())
        && !cancelOut(changes)
        && changes.stream().anyMatch(one -> isToBeTold(one, table))) {
      holes.add("nothing is told: " + situation);
    } else if (!isClean && changes.stream().allMatch(one -> one.effect() == Effect.NOTHING)) {
      holes.add("told without need: " + situation);
    }
    return holes;
  }

  private static boolean isToBeTold(Change change, PropertyTable table) {
    return change.effect() == Effect.TOLD
        && !table.harmless().containsKey(change.place())
        && !HARMLESS.containsKey(change.place());
  }

  /** What was doubled may have lost either of the two; its reach is asked all the same. */
  private static boolean cancelOut(List<Change> changes) {
    return changes.size() == 2
        && changes.get(0).what().equals("doubled")
        && changes.get(1).what().equals("took away")
        && changes.get(0).place().equals(changes.get(1).place());
  }

  /** Two changes of a pair may cancel each other; requests count where there is no answer. */
  private static boolean meansTheSame(JsonObject state, JsonObject other) {
    return Json.withoutOrder(answered(state)).equals(Json.withoutOrder(answered(other)));
  }

  private static JsonObject answered(JsonObject state) {
    JsonObject answered = state.deepCopy();
    for (JsonElement one : answered.getAsJsonObject("deployment").getAsJsonArray("resources")) {
      JsonObject resource = one.getAsJsonObject();
      if (resource.get("outputs") instanceof JsonObject outputs && outputs.size() > 0) {
        resource.remove("inputs");
      }
    }
    return answered;
  }
}
