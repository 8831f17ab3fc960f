package anyware.json;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.StackPlan;
import anyware.attach.CommandBlock;
import anyware.attach.SiteOutputs;
import anyware.attach.SiteRole;
import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.natives.NativeFile;
import anyware.platform.PlannedSite;
import anyware.problem.Problem;
import anyware.state.StackState;
import anyware.testing.Fixtures;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files of states, previews and native networks that were changed at random are read, or refused
 * with the path of what is wrong. Run with -Dseed=N to repeat a failure, with -Druns=N for more.
 */
class MutatedFilesTest {
  private static final int RUNS = Integer.getInteger("runs", 1600);
  private static final int AUDITED_OF = 20;
  private static final Path FOLDER = Path.of("src/test/resources");
  private static final String GOOGLE_ROLES =
      """
      {"connector": {"network": "vdi", "tags": ["pcoip"], "subnets": ["10.1.0.0/24"]},
       "workstation": {"network": "vdi", "serviceAccount": "desktops@acme-vdi.iam.gserviceaccount.com"}}
      """;
  private static final StackPlan PLAN =
      StackPlan.of(
          "test", Optional.ofNullable(Fixtures.optionSets().get("everything")).orElseThrow());

  /** Reads one text. */
  private interface Reading {
    List<AuditedSite> of(String text) throws UnreadableFileException;
  }

  /**
   * A file, and how it is read.
   *
   * @param name what it is
   * @param text its text, unchanged
   * @param reading what reads it
   */
  private record File(String name, String text, Reading reading) {
    JsonElement json() {
      return JsonParser.parseString(text);
    }
  }

  private static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  private static PlannedSite<?> site(String cloud) {
    return PLAN.sites().stream()
        .filter(site -> site.cloud().slug().equals(cloud))
        .findFirst()
        .orElseThrow();
  }

  private static File export(String cloud) throws IOException {
    return new File(
        cloud + " export",
        text("state/" + cloud + "-export.json"),
        text -> PLAN.deployed(StackState.ofExport(text)).audited());
  }

  private static File preview(String cloud) throws IOException {
    return new File(
        cloud + " preview",
        text("state/" + cloud + "-preview.json"),
        text -> PLAN.deployed(StackState.ofPreview(text)).audited());
  }

  private static File rules(String cloud, String rules, String roles) {
    return new File(
        cloud + " rules",
        rules,
        text ->
            List.of(site(cloud).heldTo(site(cloud).cloud().readNative(text, roles, List.of()))));
  }

  private static File roles(String cloud, String rules, String roles) {
    return new File(
        cloud + " roles",
        roles,
        text ->
            List.of(site(cloud).heldTo(site(cloud).cloud().readNative(rules, text, List.of()))));
  }

  private static File prefixLists(String rules, String roles, String lists) {
    return new File(
        "aws prefix lists",
        lists,
        text ->
            List.of(
                site("aws")
                    .heldTo(
                        site("aws")
                            .cloud()
                            .readNative(
                                rules, roles, List.of(new NativeFile("lists.json", text))))));
  }

  /** What a stack gave out, read and told as commands for every machine. */
  private static File outputs() throws IOException {
    return new File(
        "outputs",
        text("attach/sites.json"),
        text -> {
          List<Problem> problems = new ArrayList<>();
          JsonPart sites = JsonPart.parse("outputs", text, problems);
          List<SiteOutputs> read =
              sites.keys().stream()
                  .flatMap(site -> sites.member(site).flatMap(SiteOutputs::read).stream())
                  .toList();
          UnreadableFileException.throwIfAny(problems);
          for (PlannedSite<?> site : PLAN.sites()) {
            for (SiteOutputs outputs : read) {
              for (SiteRole role : SiteRole.all(site.site(), outputs)) {
                for (CommandBlock block : CommandBlock.of(site.cloud().attachment(), role)) {
                  assertThat(block.title() + block.steps()).doesNotContainPattern("\\p{C}");
                }
              }
            }
          }
          return List.of(site("aws").audited());
        });
  }

  private static List<File> files() throws IOException {
    String aws = text("native/aws/security-groups.json");
    String awsRoles = text("cli/aws-roles.json");
    String azure = text("native/azure/nsg-list.json");
    String azureRoles = text("native/azure/roles.json");
    String google = text("native/gcp-firewall-rules.json");
    return List.of(
        export("aws"),
        preview("aws"),
        export("azure"),
        preview("azure"),
        export("gcp"),
        preview("gcp"),
        outputs(),
        rules("aws", aws, awsRoles),
        roles("aws", aws, awsRoles),
        prefixLists(
            aws, text("cli/aws-roles-without-lists.json"), text("native/aws/prefix-lists.json")),
        rules("azure", azure, azureRoles),
        roles("azure", azure, azureRoles),
        rules("gcp", google, GOOGLE_ROLES),
        roles("gcp", google, GOOGLE_ROLES));
  }

  @Test
  void theFilesThemselvesAreRead() throws IOException, UnreadableFileException {
    for (File file : files()) {
      assertThat(file.reading().of(file.text())).as(file.name()).isNotEmpty();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isReadOrRefusedWithAPath() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MutatedFilesTest: -Dseed=" + seed);
    Random random = new Random(seed);
    FileMutations mutations = new FileMutations(random);
    List<File> files = files();
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      File file = files.get(run % files.size());
      String text = mutations.of(file.json());
      String situation = "seed %s, run %s, %s".formatted(seed, run, file.name());
      refused += isRefused(file, text, random.nextInt(AUDITED_OF) == 0, situation) ? 1 : 0;
    }
    assertThat(refused).as("refused with seed %s", seed).isBetween(RUNS / 5, RUNS * 9 / 10);
  }

  private static boolean isRefused(File file, String text, boolean audited, String situation) {
    try {
      List<AuditedSite> sites = file.reading().of(text);
      if (audited) {
        assertThat(AuditResult.of(sites, List.of()).lines(20)).isNotNull();
      }
      return false;
    } catch (UnreadableFileException e) {
      assertThat(e.problems()).as(situation).isNotEmpty().allSatisfy(MutatedFilesTest::saysWhere);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(situation, e);
    }
  }

  private static void saysWhere(Problem problem) {
    assertThat(problem.path()).isNotBlank();
    assertThat(problem.found()).isNotBlank();
    assertThat(problem.allowed()).isNotBlank();
    assertThat(problem.toString()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(700);
  }
}
