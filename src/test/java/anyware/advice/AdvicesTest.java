package anyware.advice;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.problem.Advice;
import anyware.settings.Reading;
import anyware.settings.StackFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvicesTest {
  private static final String STACK =
      """
      config:
        anyware-network:peers:
          clients: [198.51.100.0/24]
          domainControllers: [10.9.0.10]
          dns: [10.9.0.10]
        anyware-network:sites:
          virginia:
            cloud: aws
            region: us-east-1
            network: {cidr: 10.20.0.0/16}
      """;

  private static List<String> advice(String yaml) {
    return StackFile.read(Clouds.ALL, "Pulumi.test.yaml", yaml)
        .fold(
            settings -> StackPlan.of("test", settings).advice().stream().map(Advice::toString),
            problems -> problems.stream().map(Object::toString))
        .toList();
  }

  @Test
  void thereIsNoneWhereAllIsWell() {
    assertThat(advice(STACK)).isEmpty();
    assertThat(StackFile.read(Clouds.ALL, "Pulumi.test.yaml", STACK))
        .isInstanceOf(Reading.Valid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "10.42.3.9, anyware-network:peers.dns: 10.42.3.9/32 lies in",
    "10.43.0.0/24, anyware-network:peers.dns: 10.43.0.0/24 lies in",
  })
  void aPeerAmongAConnectorsOwnRanges(String dns, String beginning) {
    assertThat(advice(STACK.replace("dns: [10.9.0.10]", "dns: [" + dns + "]")))
        .singleElement()
        .asString()
        .startsWith(beginning);
  }

  @Test
  void aNetworkAmongAConnectorsOwnRanges() {
    assertThat(advice(STACK.replace("10.20.0.0/16", "10.43.0.0/16")))
        .singleElement()
        .asString()
        .startsWith("anyware-network:sites.virginia.network: 10.43.0.0/16 lies in");
    assertThat(advice(STACK.replace("10.20.0.0/16", "10.44.0.0/16"))).isEmpty();
  }

  @Test
  void ipv6PeersOfASiteWithoutIpv6() {
    String both =
        STACK.replace("[198.51.100.0/24]", "[198.51.100.0/24, \"2001:db8::/48\", \"::1:2:3\"]");

    assertThat(advice(both))
        .containsExactly(
            "anyware-network:peers.clients: no rule is made for ::1:2:3/128, 2001:db8::/48 at"
                + " virginia, which has no IPv6; set network.ipv6: true where the network has"
                + " IPv6, or remove it");
    assertThat(advice(both.replace("10.20.0.0/16}", "10.20.0.0/16, ipv6: true}"))).isEmpty();
  }

  @Test
  void peersThatAreNotThereWithoutIpv6() {
    assertThat(advice(STACK.replace("[198.51.100.0/24]", "[\"2001:db8::/48\"]")))
        .singleElement()
        .asString()
        .startsWith("anyware-network:peers.clients: ")
        .contains("which has no IPv6; there is no other address");
  }

  @Test
  void ipv6PeersAreToldWhereTheyStand() {
    String restated =
        STACK
            + """
                radius: {servers: ["2001:db8::1812"]}
              dublin:
                cloud: azure
                region: northeurope
                peers: {dns: [10.9.0.53, "2001:db8::53"]}
                network: {cidr: 10.30.0.0/16}
            """
                .indent(2)
                .stripTrailing();

    assertThat(advice(restated.replace("[198.51.100.0/24]", "[10.1.0.0/16, \"2001:db8::/48\"]")))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("anyware-network:peers.clients: ")
                    .contains("at dublin, virginia, which have no IPv6"),
            second -> assertThat(second).startsWith("anyware-network:sites.dublin.peers.dns: "),
            third ->
                assertThat(third).startsWith("anyware-network:sites.virginia.radius.servers: "));
  }

  @Test
  void aDomainControllerInTheConnectorsSubnet() {
    assertThat(
            advice(
                STACK.replace("domainControllers: [10.9.0.10]", "domainControllers: [10.20.0.2]")))
        .singleElement()
        .asString()
        .contains("10.20.0.2/32 of peers.domainControllers lies in 10.20.0.0/19")
        .contains("connector");
    assertThat(
            advice(
                STACK.replace("domainControllers: [10.9.0.10]", "domainControllers: [10.20.64.2]")))
        .as("no role has this subnet")
        .isEmpty();
  }

  @Test
  void aRegionThatNobodyKnows() {
    assertThat(advice(STACK.replace("us-east-1", "us-east-9")))
        .containsExactly(
            "anyware-network:sites.virginia.region: us-east-9 is no region of AWS that is known"
                + " here; see that it is spelt as the cloud spells it");
    assertThat(advice(STACK.replace("us-east-1", "us-esat-1")))
        .as("a slip is a problem")
        .singleElement()
        .asString()
        .endsWith("did you mean us-east-1?");
  }

  @Test
  void moreAddressesThanTheAccountMayHave() {
    String many = STACK + "      connectors: 40\n";
    assertThat(advice(many))
        .singleElement()
        .asString()
        .contains("Elastic IPs in AWS's region us-east-1, where an account may have 5");
    assertThat(advice(many + "  anyware-network:quotas: {awsAddresses: 100}\n")).isEmpty();
  }

  @Test
  void morePrefixListsThanARegionTakes() {
    StringBuilder sites = new StringBuilder(STACK);
    for (int i = 60; i < 99; i++) {
      sites.append(
          "    site-%d: {cloud: aws, region: us-east-1, network: {cidr: 10.%d.0.0/16}}\n"
              .formatted(i, i));
    }
    assertThat(advice(sites + "  anyware-network:quotas: {awsAddresses: 1000}\n"))
        .singleElement()
        .asString()
        .contains("managed prefix lists in AWS's region us-east-1, where an account may have 100");
  }

  @Test
  void moreSessionsThanTheConnectorsCarry() {
    assertThat(advice(STACK + "      sessions: 80\n")).isEmpty();
    assertThat(advice(STACK + "      sessions: 81\n"))
        .containsExactly(
            "anyware-network:sites.virginia.sessions: 81 sessions of about 5 Mbit/s want 2"
                + " connectors of about 400 Mbit/s, there are 1; raise connectors");
  }

  @Test
  void whatASiteRestatesIsNamedThere() {
    String site = STACK + "      peers: {dns: [10.42.0.1]}\n";
    assertThat(advice(site))
        .singleElement()
        .asString()
        .startsWith("anyware-network:sites.virginia.peers.dns: ");
  }
}
