package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.attach.SiteOutputs;
import anyware.attach.SiteRole;
import anyware.attach.SnippetTool;
import anyware.attach.Step;
import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import anyware.testing.SiteCopy;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How connectors get their place behind a balancer of either layer, and machines their IPv6. */
class MachineAttachmentTest {
  private static final String LINKS =
      "https://www.googleapis.com/compute/v1/projects/demo-project/";

  private static SiteRole role(Site site, Role role, String backendService) {
    SiteOutputs outputs =
        new SiteOutputs(
            "gcp",
            "us-central1",
            Map.of(role, "anyware-test-iowa-" + role.slug()),
            Map.of(),
            Map.of(),
            Map.of("backendService", LINKS + backendService),
            List.of(),
            new JsonObject());
    return new SiteRole(site, outputs, role);
  }

  private static List<String> steps(String shape, String backendService) {
    return commands(role(Shapes.of(shape), Role.CONNECTOR, backendService), Step::isRun);
  }

  private static List<String> commands(SiteRole role, Predicate<Step> kind) {
    return new MachineAttachment()
        .steps(role, Optional.empty()).stream()
            .filter(kind)
            .flatMap(step -> step.commands().stream())
            .map(command -> String.join(" ", command.lines(1000)))
            .toList();
  }

  /** The options of a new machine, and the command for one that is there. */
  private static List<String> notes(Site site, Role role) {
    return commands(role(site, role, "global/backendServices/front-1"), step -> !step.isRun())
        .stream()
        .filter(
            command ->
                command.startsWith("--")
                    || command.startsWith("gcloud compute instances network-interfaces update"))
        .toList();
  }

  private static List<String> snippets(Site site, Role role) {
    SiteRole ofSite = role(site, role, "global/backendServices/front-1");
    return Stream.of(SnippetTool.values())
        .map(tool -> new MachineAttachment().snippet(tool, ofSite))
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

  @Test
  void machinesOfADualStackSubnetGetAddressesOfBothFamilies() {
    Site site = Shapes.of("created-layer7");

    assertThat(notes(site, Role.WORKSTATION))
        .hasSize(2)
        .allMatch(command -> command.endsWith(" --stack-type=IPV4_IPV6"));
    assertThat(snippets(site, Role.WORKSTATION))
        .allMatch(text -> text.contains("\"IPV4_IPV6\""))
        .noneMatch(text -> text.contains("PREMIUM"));
  }

  @Test
  void machinesThatAreReachedFromOutsideGetExternalOnes() {
    Site site = Shapes.of("created-layer7");

    assertThat(notes(site, Role.CONNECTOR))
        .hasSize(2)
        .allMatch(
            command -> command.endsWith(" --stack-type=IPV4_IPV6 --ipv6-network-tier=PREMIUM"));
    assertThat(snippets(site, Role.CONNECTOR))
        .allMatch(text -> text.contains("\"IPV4_IPV6\"") && text.contains("\"PREMIUM\""));
    assertThat(notes(Shapes.of("created-internal"), Role.CONNECTOR))
        .allMatch(command -> command.endsWith(" --stack-type=IPV4_IPV6"));
  }

  @Test
  void whoMadeTheNetworkKnowsWhetherTheyAreExternal() {
    assertThat(notes(Shapes.of("existing-layer7"), Role.CONNECTOR))
        .hasSize(3)
        .last()
        .isEqualTo("--ipv6-network-tier=PREMIUM");
    assertThat(snippets(Shapes.of("existing-layer7"), Role.CONNECTOR))
        .allMatch(text -> text.contains("where the subnet's addresses are external: "));
  }

  @Test
  void withoutIpv6NothingIsSaidOfIt() {
    Site site =
        SiteCopy.of(Plans.SITE)
            .network(new SiteNetwork.Created(Cidr.of("10.40.0.0/16"), true, false))
            .site();
    for (Role role : List.of(Role.CONNECTOR, Role.WORKSTATION)) {
      assertThat(notes(site, role)).hasSize(1).noneMatch(text -> text.contains("stack-type"));
      assertThat(snippets(site, role)).noneMatch(text -> text.contains("IPV4_IPV6"));
    }
  }
}
