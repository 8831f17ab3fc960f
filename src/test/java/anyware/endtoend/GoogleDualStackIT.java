package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sites with IPv6 on Google Cloud through the real engine: made, kept, found as they were asked
 * for, without IPv6 and with it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleDualStackIT {
  private static final String CREATED = "{cidr: 10.40.0.0/16, ipv6: true}";
  private static final String EXISTING =
      "{existing: {network: projects/host-project/global/networks/shared,"
          + " balancerSubnets: [projects/host-project/regions/us-central1/subnetworks/front],"
          + " workstationRanges: [10.50.16.0/20]}, ipv6: true}";

  private Project project;
  private long others;

  @BeforeAll
  void makeWhatIsThere(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    init("none", CREATED, "none");
    // Which starts the offline cloud.
    project.sandbox("preview", "--stack", "none").succeeds();
    Machines world = new Machines(project);
    String settings = "{\"project\": \"%s\", \"region\": \"us-central1\"}";
    world.make(
        "gcp",
        settings.formatted("dns-project"),
        "gcp:dns/managedZone:ManagedZone",
        "{\"name\": \"example\", \"dnsName\": \"example.com.\"}");
    world.make(
        "gcp",
        settings.formatted("host-project"),
        "gcp:compute/network:Network",
        "{\"name\": \"shared\", \"autoCreateSubnetworks\": false}");
    world.make(
        "gcp",
        settings.formatted("host-project"),
        "gcp:compute/subnetwork:Subnetwork",
        """
        {"name": "front", "network": "shared", "ipCidrRange": "10.50.0.0/24",
         "stackType": "IPV4_IPV6", "ipv6AccessType": "EXTERNAL"}
        """);
    others = project.cloudObjects();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private static String dns(String stack) {
    return "dns: {zone: projects/dns-project/managedZones/example, name: %s.example.com}"
        .formatted(stack);
  }

  private void init(String stack, String network, String balancer) throws Exception {
    project.sandbox("stack", "init", stack).succeeds();
    write(stack, network, balancer);
  }

  private void write(String stack, String network, String balancer) throws IOException {
    new Wanted(project, stack)
        .settings(
            """
            config:
              anyware-network:peers:
                clients: [198.51.100.0/24, "2001:db8:c::/48"]
                administrators: [203.0.113.0/28]
                domainControllers: [10.9.0.10]
                dns: [10.9.0.10]
              anyware-network:legacyHttp: true
              anyware-network:sites:
                iowa:
                  cloud: gcp
                  region: us-central1
                  project: service-project
                  network: %s
                  balancer: %s
            """
                .formatted(network, balancer));
  }

  /** The network is another one with IPv6; what does not lie in it stays. */
  @Test
  void aNetworkOfItsOwnGetsAndLosesIpv6() throws Exception {
    String stack = "created";
    String balancer = "{" + dns(stack) + "}";
    init(stack, CREATED, balancer);
    assertDeployed(stack);
    assertThat(balancer(stack).get("ipv6Address").getAsString())
        .matches("2600:1900:[0-9a-f:]+:8000:[0-9a-f]+::");
    assertThat(subnet(stack, "connector").get("ipv6Range").getAsString()).startsWith("2600:1900:");
    assertThat(subnet(stack, "workstation").get("ipv6Range").getAsString()).startsWith("fd20:");
    String address = balancer(stack).get("address").getAsString();

    project.editStack(stack, ", ipv6: true", "");
    assertThat(operations(stack))
        .filteredOn(operation -> operation.startsWith("replace "))
        .containsExactly(
            "replace Firewall",
            "replace Network",
            "replace Router",
            "replace RouterNat",
            "replace Subnetwork");
    assertDeployed(stack);
    assertThat(balancer(stack).has("ipv6Address")).isFalse();
    write(stack, CREATED, balancer);
    assertDeployed(stack);
    assertThat(balancer(stack).get("address").getAsString()).isEqualTo(address);
    assertGone(stack);
  }

  /** Nothing of the network is ours, so nothing is replaced. */
  @Test
  void inANetworkThatIsThereABalancerGetsAndLosesItsIpv6Address() throws Exception {
    String stack = "existing";
    String balancer = "{" + dns(stack) + "}";
    init(stack, EXISTING, balancer);
    assertDeployed(stack);

    write(
        stack,
        EXISTING.replace(", ipv6: true", "").replaceFirst(" balancerSubnets: [^ ]*,", ""),
        balancer);
    assertThat(operations(stack))
        .containsOnly(
            "same",
            "delete Address",
            "delete Firewall",
            "delete ForwardingRule",
            "delete RecordSet");
    assertDeployed(stack);
    write(stack, EXISTING, balancer);
    assertDeployed(stack);
    assertGone(stack);
  }

  @Test
  void otherBalancersHaveAnIpv6AddressToo() throws Exception {
    String stack = "balancers";
    init(stack, CREATED, "{scheme: internal}");
    assertDeployed(stack);
    assertThat(balancer(stack).get("ipv6Address").getAsString()).startsWith("fd20:");
    write(stack, CREATED, "{layer: 7, domains: [pcoip.example.com], " + dns(stack) + "}");
    assertDeployed(stack);
    assertThat(balancer(stack).get("ipv6Address").getAsString()).startsWith("2600:1901:");
    assertGone(stack);
  }

  /** What a preview would do, and to what where more than properties change. */
  private Set<String> operations(String stack) throws Exception {
    JsonObject preview = project.json("preview", "--stack", stack, "--json");
    Set<String> operations = new TreeSet<>();
    for (JsonElement element : preview.getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      String operation = step.get("op").getAsString();
      String type = step.get("urn").getAsString().replaceFirst("::[^:]*$", "");
      operations.add(
          operation.equals("same") || operation.equals("update")
              ? operation
              : operation + " " + type.substring(type.lastIndexOf(':') + 1));
    }
    return operations;
  }

  private JsonObject site(String stack) throws Exception {
    return project
        .json("stack", "output", "sites", "--stack", stack, "--json")
        .getAsJsonObject("iowa");
  }

  private JsonObject balancer(String stack) throws Exception {
    return site(stack).getAsJsonObject("balancer");
  }

  private JsonObject subnet(String stack, String role) throws Exception {
    return site(stack).getAsJsonObject("subnets").getAsJsonArray(role).get(0).getAsJsonObject();
  }

  private void assertDeployed(String stack) throws Exception {
    project.sandbox("up", "--stack", stack, "--yes").succeeds();
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    project.sandbox("preview", "--stack", stack, "--expect-no-changes").succeeds();
    new Wanted(project, stack).isDeployed();
  }

  private void assertGone(String stack) throws Exception {
    project.sandbox("destroy", "--stack", stack, "--yes").succeeds();
    assertThat(project.cloudObjects()).as("what others made").isEqualTo(others);
  }
}
