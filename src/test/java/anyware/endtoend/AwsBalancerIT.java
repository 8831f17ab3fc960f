package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A balancer of layer 7 on AWS through the real engine, with records and logs: made, kept, found as
 * it was asked for, changed for one of layer 4 and back, and taken away again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsBalancerIT {
  private static final String CREATED = "{cidr: 10.20.0.0/16}";
  private static final String DNS = "dns: {zone: Z0123456789ABC, name: pcoip.example.com}";
  private static final String LAYER_4 = "{" + DNS + "}";
  private static final String LAYER_7 =
      "{layer: 7, certificate: \"arn:aws:acm:us-east-1:123456789012:certificate/0a1b\","
          + " webAcl: \"arn:aws:wafv2:us-east-1:123456789012:regional/webacl/filter/0a1b\","
          + " accessLogs: {bucket: my-logs}, "
          + DNS
          + "}";

  private Project project;
  private String existing = "";
  private long others;

  @BeforeAll
  void makeTheNetworkThatIsThere(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    project.sandbox("stack", "init", "owner").succeeds();
    write("owner", "{cidr: 10.50.0.0/16}", "none", "{}");
    project.sandbox("up", "--stack", "owner", "--yes").succeeds();
    JsonObject site =
        project
            .json("stack", "output", "sites", "--stack", "owner", "--json")
            .getAsJsonObject("virginia");
    List<String> subnets =
        StreamSupport.stream(
                site.getAsJsonObject("subnets").getAsJsonArray("connector").spliterator(), false)
            .map(subnet -> subnet.getAsJsonObject().get("id").getAsString())
            .toList();
    existing =
        "{existing: {network: %s, balancerSubnets: %s}}"
            .formatted(site.getAsJsonObject("network").get("id").getAsString(), subnets);
    others = project.cloudObjects();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private void write(String stack, String network, String balancer, String logs)
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
                virginia:
                  cloud: aws
                  region: us-east-1
                  connectors: %s
                  network: %s
                  balancer: %s
                  logs: %s
            """
                    .formatted(balancer.equals("none") ? 0 : 1, network, balancer, logs)
                + (balancer.equals("none")
                    ? ""
                    : "      connectorDns: {zone: Z0123456789ABC, name:"
                        + " \"c-{number}.example.com\"}\n"));
  }

  @Test
  void oneInANetworkOfItsOwnIsMadeStaysChangesAndGoes() throws Exception {
    assertLives("created", CREATED);
  }

  @Test
  void oneInANetworkThatIsThereIsMadeStaysChangesAndGoes() throws Exception {
    assertLives("existing", existing);
  }

  private void assertLives(String stack, String network) throws Exception {
    project.sandbox("stack", "init", stack).succeeds();
    for (String balancer : List.of(LAYER_7, LAYER_4, LAYER_7)) {
      write(stack, network, balancer, "{flows: true}");
      project.sandbox("up", "--stack", stack, "--yes").succeeds();
      project.sandbox("up", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
      new Wanted(project, stack).isDeployed();
    }
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    project.sandbox("destroy", "--stack", stack, "--yes").succeeds();
    assertThat(project.cloudObjects()).as("the other stack's alone").isEqualTo(others);
  }
}
