package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Azure's layer 7, with names and logs, through the real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureGatewayIT {
  private static final String SHARED =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shared/providers/";

  private static final String PEERS =
      """
        anyware-network:peers:
          clients: [198.51.100.0/24]
          administrators: [203.0.113.0/28]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.10]
        anyware-network:legacyHttp: true
        anyware-network:sites:
          dublin:
            cloud: azure
            region: northeurope
            connectors: 2
      """;

  private static final String CERTIFICATE =
      "certificate: {secretId: \"https://pcoip.vault.azure.net/secrets/site\", identity: "
          + SHARED
          + "Microsoft.ManagedIdentity/userAssignedIdentities/pcoip}";

  private static final String SEVEN =
      "layer: 7, webAcl: "
          + SHARED
          + "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/sessions, "
          + CERTIFICATE;

  private static final String NAME =
      ", dns: {zone: "
          + SHARED
          + "Microsoft.Network/dnsZones/example.com, name: pcoip.example.com}";

  private static final String LOGS =
      "      logs: {flows: "
          + SHARED
          + "Microsoft.Storage/storageAccounts/anywarelogs, balancer: %s}\n";

  private Project project;

  @BeforeAll
  void copy(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private void write(String stack, String site) throws Exception {
    new Wanted(project, stack).settings("config:\n" + PEERS + site);
  }

  private void made(String stack, String site) throws Exception {
    project.sandbox("stack", "init", stack).succeeds();
    write(stack, site);
    upAndClean(stack);
  }

  private void upAndClean(String stack) throws Exception {
    project.sandbox("up", "--stack", stack, "--yes").succeeds();
    project.sandbox("preview", "--stack", stack, "--expect-no-changes").succeeds();
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    project.sandbox("up", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    new Wanted(project, stack).isDeployed();
  }

  private JsonObject site(String stack) throws Exception {
    return project
        .json("stack", "output", "sites", "--stack", stack, "--json")
        .getAsJsonObject("dublin");
  }

  @Test
  void aSiteChangesItsLayerAndGoesAgain() throws Exception {
    String network = "      network: {cidr: 10.30.0.0/16}\n";
    String account = SHARED + "Microsoft.Storage/storageAccounts/anywarelogs";
    String seven = network + "      balancer: {" + SEVEN + NAME + "}\n" + LOGS.formatted(account);
    String four =
        network + "      balancer: {idleSeconds: 600" + NAME + "}\n" + LOGS.formatted("false");

    made("layers", seven);
    JsonObject gateway = site("layers").getAsJsonObject("balancer");
    assertThat(gateway.get("layer").getAsInt()).isEqualTo(7);
    assertThat(gateway.get("id").getAsString()).contains("/applicationGateways/");
    String network7 = site("layers").getAsJsonObject("network").toString();

    write("layers", four);
    upAndClean("layers");
    JsonObject balancer = site("layers").getAsJsonObject("balancer");
    assertThat(balancer.get("layer").getAsInt()).isEqualTo(4);
    assertThat(site("layers").getAsJsonObject("network")).hasToString(network7);

    write("layers", seven);
    upAndClean("layers");
    assertThat(site("layers").getAsJsonObject("network")).hasToString(network7);

    project.sandbox("destroy", "--stack", "layers", "--yes").succeeds();
    assertThat(project.cloudObjects()).as("nor does another stack leave anything").isZero();
  }

  @Test
  void anInternalGatewayStandsInASubnetThatIsThere() throws Exception {
    made(
        "owner",
        "      network: {cidr: 10.31.0.0/16}\n      balancer: {layer: 7, " + CERTIFICATE + "}\n");
    JsonObject owned = site("owner");
    JsonObject subnet =
        owned.getAsJsonObject("subnets").getAsJsonArray("balancer").get(0).getAsJsonObject();
    long before = project.cloudObjects();

    made(
        "inside",
        "      network: {existing: {network: "
            + owned.getAsJsonObject("network").get("id").getAsString()
            + ", balancerSubnets: ["
            + subnet.get("id").getAsString()
            + "], balancerRanges: ["
            + subnet.get("range").getAsString()
            + "]}}\n      balancer: {layer: 7, scheme: internal, capacity: {max: 3}, "
            + CERTIFICATE
            + "}\n      targets: [10.31.0.9]\n");

    assertThat(site("inside").getAsJsonObject("balancer").get("address").getAsString())
        .isEqualTo("10.31.127.254");
    project.sandbox("destroy", "--stack", "inside", "--yes").succeeds();
    assertThat(project.cloudObjects()).isEqualTo(before);
    project.sandbox("destroy", "--stack", "owner", "--yes").succeeds();
  }
}
