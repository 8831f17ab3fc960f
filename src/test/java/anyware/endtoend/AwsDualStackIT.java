package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network of both families on AWS through the real engine, with balancers of both layers: made,
 * kept, found as it was asked for, without IPv6 and with it again, and taken away. What stands is
 * replaced by none of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsDualStackIT {
  private static final String DNS = "dns: {zone: Z0123456789ABC, name: pcoip.example.com}";
  private static final String LAYER_4 = "{" + DNS + "}";
  private static final String LAYER_7 =
      "{layer: 7, certificate: \"arn:aws:acm:us-east-1:123456789012:certificate/0a1b\", "
          + DNS
          + "}";

  private Project project;

  @BeforeAll
  void open(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  private void isUpWith(String stack, boolean ipv6, String balancer) throws Exception {
    new Wanted(project, stack)
        .settings(
            """
            config:
              anyware-network:peers:
                clients: [198.51.100.0/24, "2001:db8:c::/48"]
                domainControllers: [10.9.0.10]
                dns: [10.9.0.10]
              anyware-network:sites:
                virginia:
                  cloud: aws
                  region: us-east-1
                  network: {cidr: 10.20.0.0/16, ipv6: %s}
                  balancer: %s
            """
                .formatted(ipv6, balancer));
    project.sandbox("up", "--stack", stack, "--yes").succeeds();
    project.sandbox("preview", "--stack", stack, "--expect-no-changes").succeeds();
    new Wanted(project, stack).isDeployed();
  }

  private JsonObject site(String stack) throws Exception {
    return project
        .json("stack", "output", "sites", "--stack", stack, "--json")
        .getAsJsonObject("virginia");
  }

  /** What nobody wants replaced: the network, its subnets and the balancer. */
  private static List<String> standing(JsonObject site) {
    List<String> ids = new ArrayList<>();
    ids.add(site.getAsJsonObject("network").get("id").getAsString());
    for (String role : List.of("connector", "workstation")) {
      subnets(site, role)
          .forEach(subnet -> ids.add(subnet.getAsJsonObject().get("id").getAsString()));
    }
    ids.add(site.getAsJsonObject("balancer").get("id").getAsString());
    return ids;
  }

  private static JsonArray subnets(JsonObject site, String role) {
    return site.getAsJsonObject("subnets").getAsJsonArray(role);
  }

  private static List<String> ipv6Ranges(JsonObject site) {
    List<String> ranges = new ArrayList<>();
    for (String role : List.of("connector", "workstation")) {
      for (JsonElement subnet : subnets(site, role)) {
        if (subnet.getAsJsonObject().has("ipv6Range")) {
          ranges.add(subnet.getAsJsonObject().get("ipv6Range").getAsString());
        }
      }
    }
    return ranges;
  }

  @Test
  void ofLayerFourIsMadeStaysLosesAndGetsIpv6AndGoes() throws Exception {
    assertLives("four", LAYER_4);
  }

  @Test
  void ofLayerSevenIsMadeStaysLosesAndGetsIpv6AndGoes() throws Exception {
    assertLives("seven", LAYER_7);
  }

  @Test
  void aNetworkThatStandsGetsIpv6() throws Exception {
    project.sandbox("stack", "init", "later").succeeds();
    isUpWith("later", false, LAYER_4);
    List<String> standing = standing(site("later"));
    assertThat(ipv6Ranges(site("later"))).isEmpty();

    isUpWith("later", true, LAYER_4);
    assertThat(standing(site("later"))).isEqualTo(standing);
    assertThat(ipv6Ranges(site("later"))).hasSize(4);
    project.sandbox("destroy", "--stack", "later", "--yes").succeeds();
  }

  private void assertLives(String stack, String balancer) throws Exception {
    project.sandbox("stack", "init", stack).succeeds();
    isUpWith(stack, true, balancer);
    List<String> standing = standing(site(stack));
    List<String> ranges = ipv6Ranges(site(stack));
    assertThat(ranges).hasSize(4).doesNotHaveDuplicates().allMatch(one -> one.endsWith("/64"));

    isUpWith(stack, false, balancer);
    assertThat(standing(site(stack))).isEqualTo(standing);
    assertThat(ipv6Ranges(site(stack))).isEmpty();
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    new Wanted(project, stack).isDeployed();

    isUpWith(stack, true, balancer);
    assertThat(standing(site(stack))).isEqualTo(standing);
    assertThat(ipv6Ranges(site(stack))).isEqualTo(ranges);
    project.sandbox("refresh", "--stack", stack, "--yes", "--expect-no-changes").succeeds();
    project.sandbox("destroy", "--stack", stack, "--yes").succeeds();
    assertThat(project.cloudObjects()).isZero();
  }
}
