package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.AuditResult;
import anyware.audit.AuditedSite;
import anyware.json.UnreadableFileException;
import anyware.plan.SitePlan;
import anyware.platform.PlannedSite;
import anyware.policy.Flow;
import anyware.settings.Settings;
import anyware.settings.StackFile;
import anyware.state.StateResource;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of site on every cloud: read, planned, proved, registered and read back. */
class StackMatrixTest {
  static Set<String> stacks() {
    return StackMatrix.STACKS.keySet();
  }

  private static StackPlan plan(String stack) {
    String yaml = Optional.ofNullable(StackMatrix.STACKS.get(stack)).orElseThrow();
    Settings settings =
        StackFile.read(Clouds.ALL, stack, yaml)
            .fold(
                valid -> valid,
                problems -> {
                  throw new AssertionError(problems.toString());
                });
    return StackPlan.of("matrix", settings);
  }

  @Test
  void holdsNinetyStacksAtLeastAndFourteenOfLayerSeven() {
    assertThat(stacks()).hasSizeGreaterThanOrEqualTo(104);
    assertThat(stacks()).filteredOn(stack -> stack.contains("-layer7-")).hasSizeGreaterThan(14);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void isWithinLimitsAndOpensExactlyItsPolicy(String stack) {
    StackPlan plan = plan(stack);

    assertThat(plan.problems()).isEmpty();
    assertThat(AuditResult.of(plan.audited(), List.of()).lines(20)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void isRegisteredUnderNamesOfItsOwnAndReadsBack(String stack) throws UnreadableFileException {
    for (PlannedSite<?> site : plan(stack).sites()) {
      assertReadsBack(site);
    }
  }

  private static <P extends SitePlan> void assertReadsBack(PlannedSite<P> site)
      throws UnreadableFileException {
    List<StateResource> resources = RegisteredStates.of(site);
    P read = site.cloud().readState(site.plan(), resources);

    assertThat(resources).extracting(StateResource::urn).doesNotHaveDuplicates();
    PermissionsTest.assertCovers(site, resources);
    assertThat(read).isEqualTo(site.plan());
    AuditedSite deployed =
        AuditedSite.of(
            site.name(),
            read.networkRanges(),
            site.policy(),
            site.cloud().firewall(read),
            read.roleSubnets());
    assertThat(deployed.findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void hasTheFlowsOfItsOptionsAlone(String stack) {
    List<String> flows = plan(stack).policies().get(0).flows().stream().map(Flow::id).toList();
    boolean insideOnly = stack.endsWith("inside-only");
    boolean bothUsers = stack.endsWith("both-users") || stack.endsWith("dual");
    boolean hosted = stack.endsWith("hosted") || stack.endsWith("restated");
    boolean balanced = !stack.contains("-none-");

    assertThat(flows.contains("clients-to-connector-pcoip-udp")).isEqualTo(!insideOnly);
    assertThat(flows.contains("connector-to-workstation-pcoip-udp")).isEqualTo(!insideOnly);
    assertThat(flows.contains("internal-clients-to-workstation-pcoip-udp"))
        .isEqualTo(insideOnly || bothUsers || stack.endsWith("restated"));
    assertThat(flows.contains("connector-to-license-server-license-tcp")).isEqualTo(hosted);
    assertThat(flows.contains("ssh-to-license-server-ssh-tcp")).isEqualTo(hosted);
    assertThat(flows.contains("administrators-to-balancer-https-tcp")).isEqualTo(balanced);
    assertThat(flows.contains("administrators-to-balancer-http-tcp"))
        .isEqualTo(stack.contains("-layer7-") && stack.endsWith("legacy"));
    assertThat(flows.contains("connector-to-radius-radius-udp"))
        .isEqualTo(stack.endsWith("legacy"));
    assertThat(flows).contains("connector-to-workstation-agent-tcp");
  }
}
