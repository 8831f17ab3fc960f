package anyware.plan;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Option;
import anyware.catalogue.Peer;
import anyware.catalogue.Role;
import anyware.catalogue.RowId;
import anyware.net.Cidr;
import anyware.policy.Justification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void aShortNameStays() {
    assertThat(Names.fit("virginia-connector", 24)).isEqualTo("virginia-connector");
  }

  @Test
  void longNamesAreCutButStayApart() {
    String one = Names.fit("virginia-connector-to-cloud-license-server-https-tcp", 30);
    String other = Names.fit("virginia-connector-to-cloud-license-server-https-udp", 30);

    assertThat(one).hasSizeLessThanOrEqualTo(30).startsWith("virginia-connector");
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void aSlugHasOnlyLettersDigitsAndHyphensAndTellsChangedTextsApart() {
    assertThat(Names.slug("prod", 20)).isEqualTo("prod");
    assertThat(Names.slug("Prod_1", 20)).matches("prod-1-[0-9a-f]{8}");
    assertThat(Names.slug("prod.1", 20)).isNotEqualTo(Names.slug("Prod_1", 20));
  }

  @Test
  void aPlaceAddsItsOwnTags() {
    Place place = Place.of("dev", "virginia", new TreeMap<>(Map.of("owner", "desk")));

    assertThat(place.tags())
        .containsExactly(
            Map.entry("anyware-site", "virginia"),
            Map.entry("anyware-stack", "dev"),
            Map.entry("owner", "desk"));
  }

  @Test
  void aDescriptionNamesReasonsByRowWithinThePlatformsLimits() {
    List<Justification> justifications =
        List.of(
            new Justification(
                Optional.of(RowId.ofTable(3)),
                Role.CONNECTOR,
                Peer.ANYWARE_MANAGER,
                Option.ALWAYS,
                "brokering"),
            new Justification(
                Optional.of(RowId.ofTable(3)),
                Role.CONNECTOR,
                Peer.SUMO_LOGIC,
                Option.ALWAYS,
                "logs <all>"),
            new Justification(
                Optional.empty(),
                Peer.HEALTH_PROBES,
                Role.CONNECTOR,
                Option.BALANCER,
                "health checks"));
    Pattern forbidden = Pattern.compile("[<>]");

    assertThat(Descriptions.of(justifications, forbidden, 100))
        .isEqualTo("brokering, logs  all  (row 3); health checks (load balancing)");
    assertThat(Descriptions.of(justifications, forbidden, 20)).isEqualTo("brokering, logs  ...");
  }

  @Test
  void aLayoutsSubnetsLieInTheNetworkApartFromEachOther() {
    SubnetLayout layout = new SubnetLayout(Cidr.of("10.20.0.0/16"));
    List<Cidr> perRole =
        List.of(layout.connectors(), layout.licenseServers(), layout.workstations());
    List<Cidr> perZone =
        List.of(
            layout.publicSubnet(0),
            layout.publicSubnet(1),
            layout.privateSubnet(0),
            layout.privateSubnet(1));

    for (List<Cidr> subnets : List.of(perRole, perZone)) {
      for (Cidr subnet : subnets) {
        assertThat(layout.network().contains(subnet)).isTrue();
        assertThat(subnets.stream().filter(subnet::overlaps)).containsExactly(subnet);
      }
    }
  }
}
