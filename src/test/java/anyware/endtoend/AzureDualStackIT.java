package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A site on Azure gets IPv6, loses it and gets it again, and all that is there stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AzureDualStackIT {
  private static final String STACK = "dual";
  private static final String IPV6 = ", ipv6: true";
  private static final String SITE =
      """
      config:
        anyware-network:peers:
          clients: [198.51.100.0/24, "2001:db8:c::/48"]
          administrators: [203.0.113.0/28]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.10]
        anyware-network:sites:
          dublin:
            cloud: azure
            region: northeurope
            connectors: 1
            network: {cidr: 10.30.0.0/16%s}
      """;

  /** What docs/clouds/azure.md says to run where IPv6 goes. */
  private static final String SUBNETS = "**:network:Subnet::dublin-*";

  private Project project;

  @BeforeAll
  void copy(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    project.sandbox("stack", "init", STACK).succeeds();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private void write(String ipv6) throws Exception {
    new Wanted(project, STACK).settings(SITE.formatted(ipv6));
  }

  private void up(String ipv6) throws Exception {
    write(ipv6);
    project.sandbox("up", "--stack", STACK, "--yes").succeeds();
  }

  private void isClean() throws Exception {
    project.sandbox("preview", "--stack", STACK, "--expect-no-changes").succeeds();
    project.sandbox("refresh", "--stack", STACK, "--yes", "--expect-no-changes").succeeds();
    new Wanted(project, STACK).isDeployed();
    Path state = project.home().resolve("state.json");
    project.sandbox("stack", "export", "--stack", STACK, "--file", state.toString()).succeeds();
    assertThat(project.anyware("audit", "--stack", STACK, "--state", state.toString()).exitCode())
        .isZero();
  }

  /** The ids of all that is there, by their names in the engine. */
  private Map<String, String> ids() throws Exception {
    Map<String, String> ids = new TreeMap<>();
    JsonObject state = project.json("stack", "export", "--stack", STACK);
    for (JsonElement one : state.getAsJsonObject("deployment").getAsJsonArray("resources")) {
      JsonObject resource = one.getAsJsonObject();
      if (resource.has("id")) {
        ids.put(resource.get("urn").getAsString(), resource.get("id").getAsString());
      }
    }
    return ids;
  }

  private JsonObject connectors() throws Exception {
    return project
        .json("stack", "output", "sites", "--stack", STACK, "--json")
        .getAsJsonObject("dublin")
        .getAsJsonObject("subnets")
        .getAsJsonArray("connector")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void ipv6ComesAndGoesInPlace() throws Exception {
    up("");
    isClean();
    Map<String, String> first = ids();
    assertThat(connectors().has("ipv6Range")).isFalse();

    up(IPV6);
    isClean();
    assertThat(ids()).isEqualTo(first);
    assertThat(connectors().get("ipv6Range").getAsString()).matches("fd[0-9a-f:]+::/64");

    write("");
    assertThat(project.sandbox("up", "--stack", STACK, "--yes").all())
        .as("Azure keeps a network's prefix as long as a subnet has some of it")
        .contains("InUsePrefixCannotBeDeleted");
    project.sandbox("up", "--stack", STACK, "--yes", "--target", SUBNETS).succeeds();
    project.sandbox("up", "--stack", STACK, "--yes").succeeds();
    isClean();
    assertThat(ids()).isEqualTo(first);

    up(IPV6);
    isClean();
    assertThat(ids()).isEqualTo(first);
    project.sandbox("destroy", "--stack", STACK, "--yes").succeeds();
    assertThat(project.cloudObjects()).isZero();
  }
}
