package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.aws.Aws;
import anyware.cloud.Cloud;
import anyware.gcp.Gcp;
import anyware.policy.Policy;
import anyware.report.FlowEdges.Edge;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is printed at an end of a flow is there. */
class LabelsTest {
  private static Policy policy(String options, Cloud cloud) {
    Settings settings = Objects.requireNonNull(Fixtures.optionSets().get(options), options);
    return Fixtures.policy(settings, Fixtures.site(cloud));
  }

  private static List<String> lines(Policy policy, String service) {
    return PortMatrix.of(List.of(policy)).lines().stream()
        .filter(line -> line.service().equals(service))
        .map(
            line ->
                "%s %s %s (%s)"
                    .formatted(line.role(), line.direction(), line.other(), line.addressText()))
        .toList();
  }

  @Test
  void aLicenseServerOutsideIsNamedAndNotTheWorkstation() {
    Policy policy = policy("license-existing", Aws.CLOUD);

    assertThat(lines(policy, "license"))
        .containsExactly(
            "connector outbound outside-license-servers (10.9.0.30/32)",
            "workstation outbound outside-license-servers (10.9.0.30/32)");
    assertThat(FlowEdges.of(policy))
        .contains(new Edge("workstation", "outside-license-servers", List.of("license 7171/tcp")))
        .noneMatch(edge -> edge.from().equals(edge.to()));
    Settings settings = Objects.requireNonNull(Fixtures.optionSets().get("license-existing"));
    assertThat(Pictures.of(settings, "virginia").boxes())
        .extracting(placed -> placed.box().name())
        .as("one box, for the connector and for the workstation")
        .containsOnlyOnce("connector", "workstation", "outside-license-servers");
  }

  @Test
  void aHostedLicenseServerIsNamedAtBothEnds() {
    Policy policy = policy("license-hosted", Aws.CLOUD);

    assertThat(lines(policy, "license"))
        .containsExactlyInAnyOrder(
            "connector outbound license-server (this site)",
            "workstation outbound license-server (this site)",
            "license-server inbound connector (this site)",
            "license-server inbound workstation (this site)");
  }

  @Test
  void peersThatShareAFlowHaveALineEachAndOneEnd() {
    Policy policy =
        Fixtures.policy(Fixtures.minimal(Fixtures.SHARED_PEERS), Fixtures.site(Gcp.CLOUD));

    assertThat(lines(policy, "https"))
        .contains(
            "connector outbound anyware-manager (0.0.0.0/0)",
            "connector outbound sumo-logic (0.0.0.0/0)",
            "connector outbound cloud-license-server (0.0.0.0/0)");
    assertThat(FlowEdges.of(policy))
        .extracting(Edge::to)
        .contains("anyware-manager + sumo-logic + cloud-license-server");
  }

  @ParameterizedTest
  @CsvSource({
    "aws, balancer inbound clients|connector inbound balancer",
    "azure, balancer inbound clients|connector inbound clients|connector inbound health-probes",
    "gcp, balancer inbound clients|connector inbound clients|connector inbound health-probes",
  })
  void theBalancersFlowsHaveTheirOwnEnds(String cloud, String expected) {
    assertThat(lines(policy("minimal", Fixtures.cloud(cloud)), "https"))
        .filteredOn(line -> line.contains("inbound") && !line.contains("administrators"))
        .extracting(line -> line.substring(0, line.indexOf(" (")))
        .containsExactlyInAnyOrder(expected.split("\\|"));
  }
}
