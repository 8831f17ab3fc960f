package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demo stack on three clouds, from nothing to nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleIT {
  private Project project;

  @BeforeAll
  void deploy(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    Project.Result up = project.sandbox("up", "--stack", "demo", "--yes").succeeds();
    assertThat(up.out())
        .contains("Outputs:", "created")
        .doesNotContain("is expected to have version");
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  @Test
  @Order(1)
  void outputsDescribeEverySite() throws Exception {
    JsonObject sites = project.json("stack", "output", "sites", "--stack", "demo", "--json");

    assertThat(sites.keySet()).containsExactlyInAnyOrder("virginia", "dublin", "iowa");
    JsonObject aws = sites.getAsJsonObject("virginia");
    assertThat(aws.get("cloud").getAsString()).isEqualTo("aws");
    assertThat(aws.get("region").getAsString()).isEqualTo("us-east-1");
    assertThat(aws.getAsJsonObject("groups").keySet())
        .containsExactlyInAnyOrder("connector", "workstation", "licenseServer", "balancer");
    assertThat(aws.getAsJsonObject("groups").get("connector").getAsString()).startsWith("sg-");
    assertThat(aws.getAsJsonObject("balancer").get("dnsName").getAsString())
        .endsWith(".elb.us-east-1.amazonaws.com");
    assertThat(aws.getAsJsonObject("balancer").get("targetGroup").getAsString())
        .startsWith("arn:aws:elasticloadbalancing:us-east-1:");
    JsonObject azure = sites.getAsJsonObject("dublin");
    assertThat(azure.getAsJsonObject("applicationGroups").keySet())
        .containsExactlyInAnyOrder("connector", "workstation", "licenseServer");
    assertThat(azure.getAsJsonObject("balancer").keySet())
        .containsExactlyInAnyOrder("layer", "scheme", "address", "id", "backendPool");
    JsonObject google = sites.getAsJsonObject("iowa");
    assertThat(google.getAsJsonObject("groups").get("connector").getAsString())
        .isEqualTo("anyware-demo-iowa-connector");
    assertThat(google.getAsJsonObject("balancer").keySet())
        .containsExactlyInAnyOrder("layer", "scheme", "address", "id", "backendService");
    for (JsonObject site : new JsonObject[] {aws, azure, google}) {
      assertThat(site.getAsJsonObject("balancer").get("layer").getAsInt()).isEqualTo(4);
      assertThat(site.getAsJsonArray("connectorAddresses")).hasSize(1);
    }
    assertThat(aws.getAsJsonObject("subnets").keySet())
        .containsExactlyInAnyOrder("connector", "workstation", "licenseServer", "balancer");
    for (JsonObject site : new JsonObject[] {azure, google}) {
      assertThat(site.getAsJsonObject("subnets").keySet())
          .containsExactlyInAnyOrder("connector", "workstation", "licenseServer");
    }
  }

  @Test
  @Order(1)
  void machinesAreAttachedWithItsIds() throws Exception {
    JsonObject sites = project.json("stack", "output", "sites", "--stack", "demo", "--json");
    String script =
        project.anyware("attach", "--stack", "demo", "--pulumi", "bin/sandbox").succeeds().out();

    for (String site : sites.keySet()) {
      JsonObject outputs = sites.getAsJsonObject(site);
      JsonObject groups =
          outputs.getAsJsonObject(
              outputs.has("applicationGroups") ? "applicationGroups" : "groups");
      for (String role : List.of("connector", "workstation", "licenseServer")) {
        assertThat(script).contains(groups.get(role).getAsString());
        assertThat(script).contains(idOfFirst(outputs.getAsJsonObject("subnets"), role));
      }
      assertThat(script)
          .contains(
              "--external-pcoip-ip "
                  + outputs
                      .getAsJsonArray("connectorAddresses")
                      .get(0)
                      .getAsJsonObject()
                      .get("address")
                      .getAsString());
    }
    assertThat(script)
        .contains(
            "--allocation-id " + idOfFirst(sites.getAsJsonObject("virginia"), "connectorAddresses"))
        .contains(
            "--public-ip-address "
                + idOfFirst(sites.getAsJsonObject("dublin"), "connectorAddresses"));
  }

  private static String idOfFirst(JsonObject structure, String list) {
    return structure.getAsJsonArray(list).get(0).getAsJsonObject().get("id").getAsString();
  }

  @Test
  @Order(2)
  void aSecondRunChangesNothing() throws Exception {
    project.sandbox("preview", "--stack", "demo", "--expect-no-changes").succeeds();
    project.sandbox("up", "--stack", "demo", "--yes", "--expect-no-changes").succeeds();
  }

  @Test
  @Order(3)
  void aRefreshFindsNoChange() throws Exception {
    project.sandbox("refresh", "--stack", "demo", "--yes", "--expect-no-changes").succeeds();
  }

  @Test
  @Order(4)
  void theExportIsPureJson() throws Exception {
    assertThat(project.json("stack", "export", "--stack", "demo").has("deployment")).isTrue();
  }

  @Test
  @Order(5)
  void noCredentialAndNoProviderSecretIsKept() throws Exception {
    String state = project.sandbox("stack", "export", "--stack", "demo").succeeds().out();

    assertThat(state)
        .contains("\"region\":")
        .doesNotContain(
            "\"accessKey\":", "\"secretKey\":", "\"clientSecret\":", "\"credentials\":");
  }

  @Test
  @Order(6)
  void destroyLeavesTheOfflineCloudEmpty() throws IOException, InterruptedException {
    assertThat(project.cloudObjects()).isPositive();

    project.sandbox("destroy", "--stack", "demo", "--yes").succeeds();

    assertThat(project.cloudObjects()).isZero();
  }
}
