package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.DeployedStack;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.platform.DeployedSite;
import anyware.settings.StackFile;
import anyware.state.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a stack's settings want, and whether it is what there is.
 *
 * @param project the project
 * @param stack the stack's name
 */
record Wanted(Project project, String stack) {
  /** Settings that are the file's only ones, beside what the engine keeps there. */
  void settings(String config) throws IOException {
    Path file = project.stackFile(stack);
    String engines =
        Files.readString(file)
            .lines()
            .filter(line -> line.startsWith("encryption"))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, engines + config);
  }

  /** What is deployed is what is wanted: every site, nothing else, with every packet judged. */
  void isDeployed() throws Exception {
    isIn(
        StackState.ofExport(project.sandbox("stack", "export", "--stack", stack).succeeds().out()));
  }

  /** The same of a state or a preview. */
  void isIn(StackState state) throws Exception {
    StackPlan plan =
        StackPlan.of(
            stack,
            StackFile.read(Clouds.ALL, project.stackFile(stack))
                .fold(
                    valid -> valid,
                    problems -> {
                      throw new AssertionError(problems.toString());
                    }));
    DeployedStack deployed = plan.deployed(state);
    assertThat(deployed.sites()).hasSize(plan.sites().size());
    assertThat(deployed.sites()).flatMap(DeployedSite::differences).isEmpty();
    assertThat(deployed.remnants()).isEmpty();
    assertThat(AuditResult.of(deployed.audited(), List.of()).lines(20)).isEmpty();
  }
}
