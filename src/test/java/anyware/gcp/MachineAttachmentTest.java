package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.attach.SiteOutputs;
import anyware.attach.SiteRole;
import anyware.attach.Step;
import anyware.catalogue.Role;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How connectors get their place behind a balancer of either layer. */
class MachineAttachmentTest {
  private static final String LINKS =
      "https://www.googleapis.com/compute/v1/projects/demo-project/";

  private static List<String> steps(String shape, String backendService) {
    SiteOutputs outputs =
        new SiteOutputs(
            "gcp",
            "us-central1",
            Map.of(Role.CONNECTOR, "anyware-test-iowa-connector"),
            Map.of(),
            Map.of(),
            Map.of("backendService", LINKS + backendService),
            List.of(),
            new JsonObject());
    SiteRole role = new SiteRole(Shapes.of(shape), outputs, Role.CONNECTOR);
    return new MachineAttachment()
        .steps(role, Optional.empty()).stream()
            .filter(Step::isRun)
            .flatMap(step -> step.commands().stream())
            .map(command -> String.join(" ", command.lines(1000)))
            .toList();
  }

  @Test
  void onLayer7GroupsHaveAPortsNameAndTheServiceIsGlobal() {
    assertThat(steps("created-layer7", "global/backendServices/front-1"))
        .anyMatch(
            command ->
                command.contains("instance-groups unmanaged set-named-ports")
                    && command.contains("--named-ports=https:443"))
        .anyMatch(
            command ->
                command.contains("backend-services add-backend")
                    && command.contains("front-1")
                    && command.contains("--global"));
  }

  @Test
  void onLayer4NoPortNeedsAName() {
    assertThat(steps("created-no-nat", "regions/us-central1/backendServices/front-1"))
        .noneMatch(command -> command.contains("named-ports"));
  }

  @Test
  void groupsThatTheSettingsNameNeedTheNameToo() {
    assertThat(steps("existing-layer7", "global/backendServices/front-1"))
        .anyMatch(command -> command.contains("--named-ports=https:443"))
        .noneMatch(command -> command.contains("add-backend"));
  }
}
