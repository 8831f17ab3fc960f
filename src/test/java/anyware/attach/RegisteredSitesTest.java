package anyware.attach;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.platform.PlannedSite;
import anyware.problem.Problem;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.testing.Fixtures;
import anyware.testing.RegisteredOutputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Machines are attached with what the components give out. */
class RegisteredSitesTest {
  private static final Path EXISTING =
      Path.of("src/test/resources/attach/stacks/Pulumi.existing.yaml");

  private static Stream<Arguments> sites() {
    Map<String, Settings> sets = new LinkedHashMap<>(Fixtures.optionSets());
    sets.keySet().retainAll(Set.of("minimal", "everything"));
    sets.put(
        "existing",
        StackFile.read(Clouds.ALL, EXISTING)
            .fold(
                settings -> settings,
                problems -> {
                  throw new AssertionError(problems);
                }));
    return sets.entrySet().stream()
        .flatMap(
            set ->
                StackPlan.of("demo", set.getValue()).sites().stream()
                    .map(site -> Arguments.of(set.getKey() + ", " + site.name(), site)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sites")
  void everyRoleGetsWhatItsSiteHas(String name, PlannedSite<?> site) {
    List<Problem> problems = new ArrayList<>();
    SiteOutputs outputs =
        SiteOutputs.read(new JsonPart("outputs: " + name, RegisteredOutputs.of(site), problems))
            .orElseThrow();
    assertThat(problems).isEmpty();

    Set<Role> roles = new TreeSet<>();
    for (SiteRole role : SiteRole.all(site.site(), outputs)) {
      roles.add(role.role());
      List<CommandBlock> blocks = CommandBlock.of(site.cloud().attachment(), role);
      assertThat(blocks).hasSize(Math.max(1, role.addresses().size()));
      assertThat(role.subnets().isEmpty())
          .as("where %s belong is known in created networks", role.role())
          .isEqualTo(role.networkIsExisting());
      for (CommandBlock block : blocks) {
        String text = block.steps().toString();
        assertThat(text).contains(role.applicationGroup().orElse(role.group()));
        role.subnets().forEach(subnet -> assertThat(text).contains(subnet));
        block
            .address()
            .ifPresent(
                reserved ->
                    assertThat(text)
                        .contains("--external-pcoip-ip " + reserved.address())
                        .containsAnyOf(
                            "--allocation-id " + reserved.id(),
                            "--public-ip-address " + reserved.id(),
                            "--address=" + reserved.address(),
                            "Its address and its place at the balancer come from the settings"));
      }
    }
    assertThat(roles).contains(Role.CONNECTOR, Role.WORKSTATION).doesNotContain(Role.BALANCER);
    assertThat(outputs.connectorAddresses()).hasSize(site.site().connectors());
    assertThat(outputs.balancer().isEmpty()).isEqualTo(site.site().balancer().isEmpty());
  }
}
