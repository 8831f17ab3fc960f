package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.aws.Aws;
import anyware.azure.Azure;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.cloud.Balancer;
import anyware.cloud.Probing;
import anyware.gcp.Gcp;
import anyware.net.AddressSet;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpProtocol;
import anyware.net.Port;
import anyware.plan.SubnetLayout;
import anyware.problem.Problem;
import anyware.testing.Fixtures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  /** A public balancer of layer 4 on AWS of which nothing else is said. */
  private static final Balancer SAID =
      new Balancer(
          Balancer.Scheme.PUBLIC,
          List.of(),
          false,
          Optional.of(350),
          new Probing(Optional.of(30), Optional.of(10), Optional.of(3), Optional.of(3)),
          false,
          Optional.empty(),
          Optional.empty());

  @Test
  void whatIsNotGivenIsAsByDefault() {
    assertThat(Config.minimal().settings())
        .isEqualTo(
            new Settings(
                Fixtures.DEFAULT_OPTIONS,
                new TreeMap<>(),
                new Quotas(60, 5),
                false,
                List.of(Fixtures.withoutIpv6(Fixtures.site(Aws.CLOUD))),
                List.of()));
  }

  @Test
  void networksOfBothKindsMayHaveIpv6() {
    assertThat(
            Config.minimal().set("sites.virginia.network.ipv6", "true").settings().sites().get(0))
        .isEqualTo(Fixtures.site(Aws.CLOUD));
    String existing =
        """
        {"existing": {"network": "vpc-0abc", "balancerSubnets": ["subnet-0aaa", "subnet-0bbb"],
                      "workstationRanges": ["10.7.0.0/16", "2001:db8:7::/56"]}, "ipv6": true}
        """;
    Config dual = Config.minimal().set("sites.virginia.network", existing);
    assertThat(dual.settings().sites().get(0).network().families())
        .containsExactly(Family.values());

    assertThat(dual.remove("sites.virginia.network.ipv6").problems())
        .singleElement()
        .asString()
        .startsWith("anyware-network:sites.virginia.network.existing.workstationRanges: ")
        .contains("IPv4 addresses", "ipv6: true");
  }

  @Test
  void portsAreTheVendorsByDefault() {
    Settings settings =
        Config.minimal()
            .set("radius", "{\"servers\": [\"10.9.0.20\"]}")
            .set("licenseServer", "{\"hosted\": true}")
            .settings();
    assertThat(settings.options().radius()).contains(new Radius(AddressSet.of("10.9.0.20"), 1812));
    assertThat(settings.options().licenseServer()).contains(new LicenseServer.Hosted(7070));
  }

  @Test
  void everythingThatIsGivenIsRead() {
    Settings settings =
        Config.valid()
            .set("peers.anywareManager", "[\"192.0.2.0/26\"]")
            .set("peers.cloudLicenseServer", "[\"192.0.2.64/26\"]")
            .set("peers.sumoLogic", "[]")
            .set("peers.workstations", "[\"10.8.0.0/24\"]")
            .set("radius.port", "18120")
            .set("licenseServer.port", "65535")
            .set("dnsOverTcp", "true")
            .set("peers.internalClients", "[\"10.7.0.0/16\"]")
            .set("ssh", "[\"203.0.113.16/28\"]")
            .set("outbound", "{\"workstation\": \"table\"}")
            .set("protect", "true")
            .set("quotas.awsAddresses", "20")
            .set("outputs", "{\"documents\": true}")
            .set("sites.iowa.network.nat", "false")
            .set("sites.virginia.targets", "[\"i-0123456789abcdef0\"]")
            .set("expect.open[0].site", "\"virginia\"")
            .settings();
    Options options =
        new Options(
            Fixtures.DEFAULT_PEERS
                .with(Peer.CLIENTS, AddressSet.of("198.51.100.0/24", "2001:db8:c::/48"))
                .with(Peer.INTERNAL_CLIENTS, AddressSet.of("10.7.0.0/16"))
                .with(Peer.ADMINISTRATORS, AddressSet.of("203.0.113.0/28"))
                .with(Peer.SSH, AddressSet.of("203.0.113.16/28"))
                .with(Peer.DOMAIN_CONTROLLERS, AddressSet.of("10.9.0.10"))
                .with(Peer.DNS, AddressSet.of("10.9.0.10", "10.9.0.11"))
                .with(Peer.ANYWARE_MANAGER, AddressSet.of("192.0.2.0/26"))
                .with(Peer.CLOUD_LICENSE_SERVER, AddressSet.of("192.0.2.64/26"))
                .with(Peer.OUTSIDE_WORKSTATIONS, AddressSet.of("10.8.0.0/24"))
                .with(Peer.SUMO_LOGIC, AddressSet.EMPTY),
            Optional.of(new Radius(AddressSet.of("10.9.0.20"), 18120)),
            true,
            Optional.of(new LicenseServer.Existing(AddressSet.of("10.9.0.30"), 65535)),
            true,
            new Outbound(Outbound.Limit.TABLE, Outbound.Limit.OPEN));
    assertThat(settings)
        .isEqualTo(
            new Settings(
                options,
                new TreeMap<>(Map.of("environment", "test")),
                new Quotas(100, 20),
                true,
                List.of(
                    new Site(
                        "dublin",
                        Azure.CLOUD,
                        "northeurope",
                        Optional.empty(),
                        Optional.of("rg"),
                        1,
                        new SiteNetwork.Created(Cidr.of("10.30.0.0/16"), true, false),
                        Optional.empty(),
                        List.of(),
                        options,
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Logs.NONE),
                    new Site(
                        "iowa",
                        Gcp.CLOUD,
                        "us-central1",
                        Optional.of("demo-project"),
                        Optional.empty(),
                        1,
                        new SiteNetwork.Created(Cidr.of("10.40.0.0/16"), false, false),
                        Optional.of(Balancer.DEFAULT),
                        List.of(),
                        options,
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Logs.NONE),
                    new Site(
                        "virginia",
                        Aws.CLOUD,
                        "us-east-1",
                        Optional.empty(),
                        Optional.empty(),
                        2,
                        new SiteNetwork.Created(Cidr.of("10.20.0.0/16"), true, false),
                        Optional.of(SAID),
                        List.of("i-0123456789abcdef0"),
                        options,
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Logs.NONE)),
                List.of(
                    new Expectation(
                        "anyware-network:expect.open[0]",
                        Expectation.State.OPEN,
                        new Endpoint.At(Cidr.of("198.51.100.7")),
                        new Endpoint.OfRole(Role.CONNECTOR),
                        new Port(IpProtocol.UDP, 4172),
                        Optional.of("virginia")),
                    new Expectation(
                        "anyware-network:expect.closed[0]",
                        Expectation.State.CLOSED,
                        new Endpoint.At(Cidr.of("0.0.0.0/0")),
                        new Endpoint.OfRole(Role.WORKSTATION),
                        new Port(IpProtocol.TCP, 60443),
                        Optional.empty()))));
  }

  @Test
  void everyProblemIsReportedAtOnceInTheOrderOfTheTable() {
    Config config =
        Config.valid()
            .set("peers.clients[0]", "\"10.0.0.1/8\"")
            .set("peers.administrators", "[\"0.0.0.0/0\", \"nowhere\"]")
            .remove("peers.dns")
            .set("peers.dsn", "[\"10.9.0.10\"]")
            .set("radius", "{\"port\": 0, \"servers\": []}")
            .set("legacyHttp", "\"maybe\"")
            .set("licenseServer", "{\"hosted\": 1, \"port\": \"7070\"}")
            .set("quotas.awsRulesPerGroup", "5000")
            .set("sites.dublin.network.cidr", "\"10.20.9.0/24\"")
            .set("sites.dublin.region", "\"Dublin!\"")
            .set("sites.iowa.network", "{\"existing\": {}}")
            .set("sites.virginia.connectors", "99")
            .set("sites.virginia.balancer.layer", "5")
            .set("tags.Environment", "\"x\"")
            .set("colour", "\"blue\"");
    assertThat(config.problems())
        .extracting(problem -> problem.path().substring("anyware-network:".length()))
        .containsExactly(
            "peers.clients[0]",
            "peers.administrators[1]",
            "peers.administrators",
            "peers.dsn",
            "radius.servers",
            "radius.port",
            "legacyHttp",
            "licenseServer.hosted",
            "licenseServer.port",
            "quotas.awsRulesPerGroup",
            "sites.dublin.region",
            "sites.iowa.network.existing.network",
            "sites.virginia.connectors",
            "sites.virginia.balancer.layer",
            "sites.virginia.network.cidr",
            "tags.Environment",
            "tags.Environment",
            "colour");
  }

  @Test
  void administrationCanBeOpenedAtEitherPlace() {
    for (String place : List.of("allowOpenAdministration", "peers.allowOpenAdministration")) {
      Config open = Config.minimal().set("peers.administrators", "[\"0.0.0.0/0\", \"::/0\"]");
      assertThat(open.problems()).hasSize(1);
      assertThat(open.set(place, "true").settings().options().peers().of(Peer.ADMINISTRATORS))
          .isEqualTo(AddressSet.of("0.0.0.0/0", "::/0"));
    }
  }

  @Test
  void otherNamespacesAreLeftAlone() {
    Map<String, String> config = new HashMap<>(Config.minimal().texts());
    config.put("gcp:project", "{not json");
    config.put("pulumi:tags", "[]");
    config.put("peers", "x");
    assertThat(SettingsReader.read(Clouds.ALL, config)).isInstanceOf(Reading.Valid.class);
  }

  @Test
  void aNamespaceThatIsNearlyTheRightOneIsAProblem() {
    Map<String, String> config = new HashMap<>(Config.minimal().texts());
    config.put("anyware-netwrok:legacyHttp", "true");
    assertThat(problems(SettingsReader.read(Clouds.ALL, config)))
        .singleElement()
        .asString()
        .startsWith("anyware-netwrok:legacyHttp: ")
        .endsWith("did you mean anyware-network:legacyHttp?");
  }

  @Test
  void noProblemShowsASecret() {
    Map<String, String> config =
        Config.valid()
            .set("peers.clients", "[\"hunter2\", \"10.66.66.66/8\"]")
            .set("sites.virginia.network.cidr", "\"10.40.66.0/24\"")
            .set("sites.virginia.region", "\"Hunter2-1a\"")
            .set("legacyHttp", "\"hunter2\"")
            .set("secretKey", "\"hunter2\"")
            .set("radius", "\"hunter2\"")
            .set("quotas", "\"{hunter2\"")
            .texts();
    Set<String> secrets =
        Set.of(
            "anyware-network:peers",
            "anyware-network:sites",
            "anyware-network:legacyHttp",
            "anyware-network:radius");
    List<Problem> problems = problems(SettingsReader.read(Clouds.ALL, config, secrets));
    assertThat(problems).hasSize(8);
    assertThat(problems.toString()).doesNotContainIgnoringCase("hunter2").doesNotContain("66");
    assertThat(problems)
        .contains(
            new Problem(
                "anyware-network:peers.clients[0]",
                "a secret",
                "an IPv4 or IPv6 address or prefix, such as 203.0.113.0/24",
                ""));
  }

  @Test
  void valuesOfUnknownKeysAndWrongStructuresAreNotShownEvenWhenNotSecret() {
    List<Problem> problems =
        Config.minimal()
            .set("password", "\"hunter2\"")
            .set("radius", "\"hunter2\"")
            .set("tags", "{\"anyware-site\": \"hunter2\"}")
            .problems();
    assertThat(problems).hasSize(3);
    assertThat(problems.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "aws, us-gov-west-1", "aws, ap-southeast-5", "aws, il-central-1", "aws, eusc-de-east-1",
    "azure, eastus2", "azure, southafricanorth", "azure, eastus2euap", "azure, uksouth",
    "gcp, northamerica-northeast1", "gcp, europe-west12", "gcp, me-central2"
  })
  void regionsOfEveryCloudAreTaken(String cloud, String region) {
    Config config =
        Config.minimal()
            .set("sites.virginia.cloud", '"' + cloud + '"')
            .set("sites.virginia.region", '"' + region + '"');
    if (cloud.equals("gcp")) {
      config.set("sites.virginia.project", "\"example.com:demo-project\"");
    }
    assertThat(config.settings().sites()).extracting(Site::region).containsExactly(region);
  }

  @ParameterizedTest
  @CsvSource({"virginia, 16, 25, 28", "dublin, 8, 26, 29", "iowa, 8, 26, 29"})
  void theNarrowestNetworkStillHasSubnetsThatTheCloudTakes(
      String site, int widest, int narrowest, int narrowestSubnet) {
    for (int prefix : new int[] {widest, narrowest}) {
      String network = "172.16.0.0/" + prefix;
      Config config =
          Config.valid()
              .set(
                  "sites." + site + ".network.cidr",
                  '"' + (prefix == 8 ? "9.0.0.0/8" : network) + '"');
      assertThat(config.settings().sites())
          .filteredOn(read -> read.name().equals(site))
          .extracting(read -> read.network().ranges().get(0).prefix())
          .containsExactly(prefix);
    }
    Cidr network = Cidr.of("10.0.0.0/" + narrowest);
    assertThat(new SubnetLayout(network).connectors().prefix()).isEqualTo(narrowestSubnet);
  }

  @ParameterizedTest
  @ValueSource(ints = {47, 48, 49, 62, 63})
  void theProgramsOwnTagsNeedRoom(int count) {
    Config config = Config.valid().remove("tags.environment");
    for (int i = 0; i < count; i++) {
      config.set("tags.t" + i, "\"x\"");
    }
    assertThat(config.problems())
        .extracting(Problem::allowed)
        .hasSize(count > 62 ? 3 : count > 48 ? 2 : 0)
        .allMatch(allowed -> allowed.contains("tags at most on"));
  }

  @Test
  void numbersThatAreWholeAreTakenHoweverTheyAreWritten() {
    assertThat(Config.minimal().set("sites.virginia.connectors", "5e1").settings().sites())
        .extracting(Site::connectors)
        .containsExactly(50);
    assertThat(Config.minimal().set("sites.virginia.connectors", "0.0").settings().sites())
        .extracting(Site::connectors)
        .containsExactly(0);
  }

  private static List<Problem> problems(Reading reading) {
    return reading instanceof Reading.Invalid invalid ? invalid.problems() : List.of();
  }

  @Test
  void theHardenedProfileProtectsUnlessTheSettingsSayOtherwise() {
    Config hardened =
        Config.valid().set("profile", "\"hardened\"").set("sites.dublin.logs", "\"none\"");

    assertThat(hardened.settings().sites()).allMatch(Site::protect);
    assertThat(hardened.set("protect", "false").settings().sites()).noneMatch(Site::protect);
    assertThat(Config.valid().settings().sites()).noneMatch(Site::protect);
  }
}
