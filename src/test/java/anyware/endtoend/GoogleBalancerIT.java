package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.state.StackState;
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
 * A balancer of layer 7 on Google Cloud through the real engine: made, kept, found as it was asked
 * for, changed for one of layer 4 and back, and taken away again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleBalancerIT {
  private static final String CREATED = "{cidr: 10.40.0.0/16}";
  private static final String EXISTING =
      "{existing: {network: projects/host-project/global/networks/shared,"
          + " workstationRanges: [10.50.16.0/20]}}";
  private static final String LAYER_4 =
      "{dns: {zone: projects/dns-project/managedZones/example, name: pcoip.example.com}}";
  private static final String MANAGED =
      "{layer: 7, domains: [pcoip.example.com], idleSeconds: 90,"
          + " dns: {zone: projects/dns-project/managedZones/example, name: pcoip.example.com}}";
  private static final String GIVEN =
      "{layer: 7, certificate: [projects/service-project/global/sslCertificates/pcoip],"
          + " webAcl: projects/service-project/global/securityPolicies/edge}";

  private Project project;
  private long others;

  @BeforeAll
  void makeWhatIsThere(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    project.sandbox("stack", "init", "none").succeeds();
    write("none", CREATED, "none", false);
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
        settings.formatted("service-project"),
        "gcp:compute/sSLCertificate:SSLCertificate",
        """
        {"name": "pcoip", "certificate": "-----BEGIN CERTIFICATE-----",
         "privateKey": "-----BEGIN PRIVATE KEY-----"}
        """);
    world.make(
        "gcp",
        settings.formatted("service-project"),
        "gcp:compute/securityPolicy:SecurityPolicy",
        "{\"name\": \"edge\", \"type\": \"CLOUD_ARMOR_EDGE\"}");
    others = project.cloudObjects();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private void write(String stack, String network, String balancer, boolean logged)
      throws IOException {
    new Wanted(project, stack)
        .settings(
            """
            config:
              anyware-network:peers:
                clients: [198.51.100.0/24]
                administrators: [203.0.113.0/28]
                domainControllers: [10.9.0.10]
                dns: [10.9.0.10]
              anyware-network:legacyHttp: true
              anyware-network:sites:
                iowa:
                  cloud: gcp
                  region: us-central1
                  project: service-project
                  connectors: 2
                  network: %s
                  balancer: %s
                  logs: {flows: %s, rules: %s, balancer: %s}
                  connectorDns:
                    zone: projects/dns-project/managedZones/example
                    name: "connector-{number}.example.com"
            """
                .formatted(network, balancer, logged, logged, logged));
  }

  @Test
  void oneInANetworkOfItsOwnIsMadeStaysChangesAndGoes() throws Exception {
    assertLives("created", CREATED, MANAGED);
  }

  @Test
  void oneInANetworkThatIsThereIsMadeStaysChangesAndGoes() throws Exception {
    assertLives("existing", EXISTING, GIVEN);
  }

  /** A changed setting changes what it is about in place, but for what no proxy or name can. */
  @Test
  void whatNeedNotBeReplacedStays() throws Exception {
    String stack = "changing";
    String zone = "{zone: projects/dns-project/managedZones/example, name: a.example.com}";
    project.sandbox("stack", "init", stack).succeeds();
    write(stack, CREATED, "{layer: 7, domains: [a.example.com]}", false);
    project.sandbox("up", "--stack", stack, "--yes").succeeds();

    write(
        stack,
        CREATED,
        "{layer: 7, domains: [a.example.com], tlsPolicy: RESTRICTED, cookieSeconds: 60,"
            + " healthCheck: {intervalSeconds: 9},"
            + " webAcl: projects/service-project/global/securityPolicies/edge, dns: "
            + zone
            + "}",
        true);
    project.editStack(stack, "198.51.100.0/24", "198.51.100.128/25");
    assertThat(operations(stack)).containsOnly("same", "update", "create RecordSet");
    project.editStack(stack, "cookieSeconds: 60", "idleSeconds: 60");
    assertThat(operations(stack))
        .filteredOn(operation -> operation.startsWith("replace"))
        .containsOnly("replace TargetHttpsProxy", "replace TargetHttpProxy");
    project.editStack(stack, "legacyHttp: true", "legacyHttp: false");
    assertThat(operations(stack))
        .filteredOn(operation -> operation.startsWith("delete "))
        .contains("delete GlobalForwardingRule", "delete TargetHttpProxy", "delete URLMap");
    project.sandbox("destroy", "--stack", stack, "--yes").succeeds();
  }

  /** What a preview would do, and to what where it makes or takes away. */
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

  private void assertLives(String stack, String network, String layer7) throws Exception {
    project.sandbox("stack", "init", stack).succeeds();
    write(stack, network, layer7, true);
    String preview = project.sandbox("preview", "--stack", stack, "--json").succeeds().out();
    new Wanted(project, stack).isIn(StackState.ofPreview(preview));
    assertDeployed(stack);
    JsonObject balancer = balancer(stack);
    assertThat(balancer.get("layer").getAsInt()).isEqualTo(7);
    assertThat(balancer.get("backendService").getAsString())
        .startsWith("https://www.googleapis.com/compute/v1/projects/service-project/global/");
    write(stack, network, LAYER_4, false);
    assertDeployed(stack);
    assertThat(balancer(stack).get("layer").getAsInt()).isEqualTo(4);
    write(stack, network, layer7, true);
    assertDeployed(stack);
    project.sandbox("destroy", "--stack", stack, "--yes").succeeds();
    assertThat(project.cloudObjects()).as("what others made").isEqualTo(others);
  }

  private JsonObject balancer(String stack) throws Exception {
    return project
        .json("stack", "output", "sites", "--stack", stack, "--json")
        .getAsJsonObject("iowa")
        .getAsJsonObject("balancer");
  }

  private void assertDeployed(String stack) throws Exception {
    project.sandbox("up", "--stack", stack, "--yes").succeeds();
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    project.sandbox("up", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    new Wanted(project, stack).isDeployed();
  }
}
