package anyware.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue against the vendor's table, which is restated here as the page prints it. */
class CatalogueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | CONNECTOR      | INBOUND  | 80    | no  | ADMINISTRATORS/TCP/legacyHttp
          2  | CONNECTOR      | INBOUND  | 443   | no  | CLIENTS/TCP/always INTERNAL_CLIENTS/TCP/peers.internalClients ADMINISTRATORS/TCP/always
          3  | CONNECTOR      | OUTBOUND | 443   | no  | ANYWARE_MANAGER/TCP/always CLOUD_LICENSE_SERVER/TCP/no_licenseServer SUMO_LOGIC/TCP/always
          4  | CONNECTOR      | OUTBOUND | 60443 | no  | WORKSTATION/TCP/always OUTSIDE_WORKSTATIONS/TCP/peers.workstations
          5  | CONNECTOR      | INBOUND  | 4172  | no  | CLIENTS/TCP/always CLIENTS/UDP/always
          6  | CONNECTOR      | OUTBOUND | 4172  | no  | WORKSTATION/TCP/peers.clients WORKSTATION/UDP/peers.clients OUTSIDE_WORKSTATIONS/TCP/peers.clients_and_peers.workstations OUTSIDE_WORKSTATIONS/UDP/peers.clients_and_peers.workstations
          7  | CONNECTOR      | OUTBOUND | 636   | no  | DOMAIN_CONTROLLERS/TCP/always
          8  | CONNECTOR      | OUTBOUND | 1812  | yes | RADIUS/UDP/radius
          9  | CONNECTOR      | OUTBOUND | 53    | no  | DNS/UDP/always DNS/TCP/dnsOverTcp
          10 | LICENSE_SERVER | INBOUND  | 7070  | yes | WORKSTATION/TCP/licenseServer
          """)
  void rowIsAsTheVendorPrintsIt(
      int number, String component, String direction, int port, String configurable, String legs) {
    Row row = Catalogue.row(number);

    assertThat(row.component().name()).isEqualTo(component);
    assertThat(row.direction().name()).isEqualTo(direction);
    assertThat(row.service().port()).isEqualTo(port);
    assertThat(row.configurable()).isEqualTo(configurable.equals("yes"));
    assertThat(row.legs().stream().map(CatalogueTest::text).toList())
        .containsExactly(legs.split(" "));
  }

  private static String text(Leg leg) {
    String other = ((Enum<?>) leg.other()).name();
    return other + "/" + leg.protocol() + "/" + leg.option().label().replace(' ', '_');
  }

  @Test
  void holdsTenRowsInOrder() {
    assertThat(Catalogue.ROWS)
        .extracting(row -> row.id().toString())
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(Catalogue.ADDENDA)
        .extracting(row -> row.id() + " " + row.component() + " " + row.service().port())
        .containsExactly(
            "A1 WORKSTATION 4172",
            "A2 WORKSTATION 443",
            "A3 CONNECTOR 7070",
            "A4 CONNECTOR 22",
            "A4 LICENSE_SERVER 22");
  }

  @Test
  void everyLegHasAReason() {
    assertThat(Catalogue.ALL.stream().flatMap(row -> row.legs().stream()))
        .allSatisfy(leg -> assertThat(leg.reason()).isNotBlank());
  }

  @Test
  void aLicenseServerTakesOnlyTheLicenceLegFromRowThree() {
    List<Party> switched =
        Catalogue.row(3).legs().stream()
            .filter(leg -> leg.option() != Option.ALWAYS)
            .map(Leg::other)
            .toList();

    assertThat(switched).containsExactly(Peer.CLOUD_LICENSE_SERVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLIENTS                 | peers.clients            | required  | some    | anyone
          ADMINISTRATORS          | peers.administrators     |           | or none | restricted
          ANYWARE_MANAGER         | peers.anywareManager     | 0.0.0.0/0 | some    | anyone
          SUMO_LOGIC              | peers.sumoLogic          | 0.0.0.0/0 | or none | anyone
          DOMAIN_CONTROLLERS      | peers.domainControllers  | required  | some    | anyone
          DNS                     | peers.dns                | required  | some    | anyone
          OUTSIDE_WORKSTATIONS    | peers.workstations       |           | or none | anyone
          HEALTH_PROBES           | balancer                 | elsewhere |         |
          CLOUD_LICENSE_SERVER    | peers.cloudLicenseServer | 185.146.155.64/27, 2620:122:f005::/56 | some | anyone
          INTERNAL_CLIENTS        | peers.internalClients    |           | or none | anyone
          SSH                     | ssh                      | elsewhere |         |
          RADIUS                  | radius.servers           | elsewhere |         |
          OUTSIDE_LICENSE_SERVERS | licenseServer.servers    | elsewhere |         |
          """)
  void addressesOfAPeerAreGivenByThisSetting(
      Peer peer, String givenBy, String fallback, String empty, String anyone) {
    assertThat(peer.givenBy()).isEqualTo(givenBy);
    assertThat(peer.setting().isEmpty()).isEqualTo("elsewhere".equals(fallback));
    peer.setting()
        .ifPresent(
            setting -> {
              assertThat("peers." + setting.key()).isEqualTo(givenBy);
              assertThat(setting.required()).isEqualTo("required".equals(fallback));
              setting
                  .fallback()
                  .ifPresent(
                      addresses ->
                          assertThat(addresses.toString())
                              .isEqualTo(Objects.requireNonNullElse(fallback, "")));
              assertThat(setting.mayBeEmpty()).isEqualTo(empty.equals("or none"));
              assertThat(setting.mayBeAnyone()).isEqualTo(anyone.equals("anyone"));
              assertThat(setting.page()).startsWith("https://");
            });
  }

  /** What gives their addresses is no setting, so a row could not get any. */
  @Test
  void noRowNamesHealthProbes() {
    assertThat(Catalogue.ALL.stream().flatMap(row -> row.legs().stream()))
        .isNotEmpty()
        .noneMatch(leg -> leg.other() == Peer.HEALTH_PROBES);
  }

  @Test
  void peersHaveNamesOfTheirOwnForProgramsAndForPeople() {
    assertThat(Party.ALL).extracting(Party::slug).doesNotHaveDuplicates();
    assertThat(Peer.values()).extracting(Peer::givenBy).doesNotHaveDuplicates();
    assertThat(Peer.values())
        .extracting(Peer::title)
        .doesNotHaveDuplicates()
        .allSatisfy(title -> assertThat(title).isNotBlank());
  }

  @Test
  void rolesComeBeforePeersAndBothInTheirOwnOrder() {
    assertThat(Party.ALL)
        .isSortedAccordingTo(Party.ORDER)
        .startsWith(Role.values())
        .endsWith(Peer.values());
  }

  @Test
  void refusesANumberThatNoRowHas() {
    assertThatThrownBy(() -> Catalogue.row(Catalogue.ROWS.size() + 1))
        .hasMessageContaining("no row");
  }
}
