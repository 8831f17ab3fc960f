package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sites of every kind through the real engine, on all three clouds: networks that another stack
 * made and new ones, without a balancer and with either kind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitesIT {
  private static final String OWNER = "owner";
  private static final String SETTINGS =
      """
      config:
        anyware-network:peers:
          clients: [198.51.100.0/24]
          internalClients: [10.7.0.0/16]
          administrators: [203.0.113.0/28]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.10]
        anyware-network:licenseServer: {hosted: true}
        anyware-network:ssh: [203.0.113.16/28]
        anyware-network:sites:
      """;

  private Project project;
  private JsonObject owned = new JsonObject();
  private long ownedObjects;

  @BeforeAll
  void makeTheNetworksThatAreThere(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    write(
        OWNER,
        site("virginia", "aws", "us-east-1", "", "{cidr: 10.20.0.0/16}", "none")
            + site("dublin", "azure", "northeurope", "", "{cidr: 10.30.0.0/16}", "none")
            + site("iowa", "gcp", "us-central1", "host-project", "{cidr: 10.40.0.0/16}", "none"));
    project.sandbox("up", "--stack", OWNER, "--yes").succeeds();
    owned = project.json("stack", "output", "sites", "--stack", OWNER, "--json");
    ownedObjects = project.cloudObjects();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private void write(String stack, String sites) throws IOException, InterruptedException {
    project.sandbox("stack", "init", stack).succeeds();
    Path file = project.stackFile(stack);
    Files.writeString(file, Files.readString(file) + SETTINGS + sites);
  }

  private static String site(
      String name, String cloud, String region, String project, String network, String balancer) {
    return """
        %s:
          cloud: %s
          region: %s
    %s      network: %s
          balancer: %s
    """
        .formatted(
            name,
            cloud,
            region,
            project.isEmpty() ? "" : "      project: " + project + "\n",
            network,
            balancer.equals("none") ? "none" : "{scheme: " + balancer + "}");
  }

  @ParameterizedTest
  @CsvSource({"existing, none", "existing, public", "existing, internal", "created, internal"})
  void aSiteOfThisKindIsMadeStaysAndGoesAgain(String network, String balancer) throws Exception {
    String stack = network + "-" + balancer;
    boolean existing = network.equals("existing");
    write(
        stack,
        site(
                "one",
                "aws",
                "us-east-1",
                "",
                existing ? aws(balancer) : "{cidr: 10.50.0.0/16}",
                balancer)
            + site(
                "two",
                "azure",
                "northeurope",
                "",
                existing ? azure(balancer) : "{cidr: 10.60.0.0/16}",
                balancer)
            + site(
                "three",
                "gcp",
                "us-central1",
                "service-project",
                existing ? google(balancer) : "{cidr: 10.70.0.0/16}",
                balancer));

    project.sandbox("up", "--stack", stack, "--yes").succeeds();
    project.sandbox("preview", "--stack", stack, "--expect-no-changes").succeeds();
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    project.sandbox("up", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    new Wanted(project, stack).isDeployed();
    project.sandbox("destroy", "--stack", stack, "--yes").succeeds();

    assertThat(project.cloudObjects())
        .as("the other stack's networks alone")
        .isEqualTo(ownedObjects);
    project.sandbox("preview", "--stack", OWNER, "--refresh", "--expect-no-changes").succeeds();
  }

  private String aws(String balancer) {
    return existing(
        "virginia",
        switch (balancer) {
          case "none" -> List.of();
          case "public" -> values("virginia", "connector", "id");
          default -> values("virginia", "workstation", "id");
        });
  }

  private String azure(String balancer) {
    return existing(
        "dublin", balancer.equals("internal") ? values("dublin", "connector", "id") : List.of());
  }

  private String google(String balancer) {
    return existing(
        "iowa", balancer.equals("internal") ? values("iowa", "connector", "id") : List.of());
  }

  private String existing(String site, List<String> balancerSubnets) {
    List<String> members = new ArrayList<>();
    String id = owned.getAsJsonObject(site).getAsJsonObject("network").get("id").getAsString();
    members.add("network: " + id);
    if (!balancerSubnets.isEmpty()) {
      members.add("balancerSubnets: " + balancerSubnets);
    }
    members.add("connectorRanges: " + values(site, "connector", "range"));
    members.add("workstationRanges: " + values(site, "workstation", "range"));
    members.add("licenseServerRanges: " + values(site, "licenseServer", "range"));
    return "{existing: {" + String.join(", ", members) + "}}";
  }

  private List<String> values(String site, String role, String key) {
    JsonArray subnets = owned.getAsJsonObject(site).getAsJsonObject("subnets").getAsJsonArray(role);
    List<String> values = new ArrayList<>();
    for (JsonElement subnet : subnets) {
      values.add(subnet.getAsJsonObject().get(key).getAsString());
    }
    return values;
  }
}
