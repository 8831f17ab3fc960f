package anyware.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes in CONTRIBUTING, each carried out on a copy of the sources. */
class RecipesTest {
  private static final Path RECIPES = Path.of("CONTRIBUTING.md");
  private static final Pattern FILE = Pattern.compile("(?m)^- `(?<file>[^`]+)`");

  private static final String STACK =
      """
      anyware-network:peers:
        clients: [198.51.100.0/24]
        administrators: [203.0.113.0/28]
        domainControllers: [10.9.0.10]
        dns: [10.9.0.10]
      %s
      anyware-network:sites:
        virginia: {cloud: aws, region: us-east-1, network: {cidr: 10.20.0.0/16}}
        dublin: {cloud: azure, region: northeurope, network: {cidr: 10.30.0.0/16}}
        iowa:
          cloud: gcp
          region: us-central1
          project: demo-project
          network: {cidr: 10.40.0.0/16}
      %s
      """;

  @TempDir Path temp;
  private ChangedTree tree;

  @BeforeEach
  void copy() throws IOException {
    tree = new ChangedTree(temp.toRealPath());
  }

  /** The files, or rooms, that a recipe says must be touched. */
  private static Set<String> files(String recipe) throws IOException {
    String text = Files.readString(RECIPES);
    int start = text.indexOf("\n### " + recipe + "\n");
    assertThat(start).as(recipe).isPositive();
    int end = text.indexOf("\n#", start + 4);
    Matcher file = FILE.matcher(text.substring(start, end));
    Set<String> files = new TreeSet<>();
    while (file.find()) {
      files.add(file.group("file"));
    }
    return files;
  }

  @Test
  void aRowWithANewServiceAndANewPeer() throws IOException {
    tree.edit(
        "catalogue/Service.java",
        "  /**\n   * @throws",
        """
        /** Backups. */
        public static final Service BACKUP = new Service("backup", 9102);

        /**
         * @throws\
        """);
    tree.edit(
        "catalogue/Peer.java",
        ";\n\n  private final String title;",
        """
        ,
          BACKUP_SERVERS(
              "backup servers",
              PeerSetting.withDefault("backupServers", Catalogue.SOURCE, "192.0.2.200/32"));

          private final String title;\
        """);
    tree.edit(
        "catalogue/Catalogue.java",
        "\"licence activation\")));",
        """
        "licence activation")),
        connector(
            11, INBOUND, Service.BACKUP, new Leg(Peer.BACKUP_SERVERS, UDP, Option.ALWAYS, "backups")),
        new Row(
            RowId.ofTable(12),
            Role.WORKSTATION,
            INBOUND,
            Service.BACKUP,
            false,
            List.of(new Leg(Peer.BACKUP_SERVERS, TCP, Option.ALWAYS, "backups")),
            SOURCE));\
        """);
    tree.edit(
        "azure/PriorityPlanner.java",
        "Service.SSH.name());",
        "Service.SSH.name(), Service.BACKUP.name());");
    tree.edit(
        "azure/PriorityPlanner.java",
        "case SSH -> 16;",
        "case SSH -> 16;\ncase BACKUP_SERVERS -> 17;");
    tree.edit(
        "report/TrustZone.java",
        "OUTSIDE_WORKSTATIONS ->",
        "OUTSIDE_WORKSTATIONS, BACKUP_SERVERS ->");
    tree.compileAll();

    assertThat(tree.touched()).isEqualTo(files("Add a row with a new service and a new peer"));
    assertThat(
            tree.check(
                STACK.formatted(
                    "  backupServers: [192.0.2.210, \"2001:db8:b::/64\"]",
                    """
                    anyware-network:expect:
                      open:
                        - {from: 192.0.2.210, to: connector, port: 9102/udp}
                        - {from: 192.0.2.210, to: workstation, port: 9102/tcp}
                      closed:
                        - {from: 192.0.2.200, to: connector, port: 9102/udp}
                        - {from: 192.0.2.210, to: connector, port: 9102/tcp}
                        - {from: 192.0.2.210, to: workstation, port: 9102/udp}
                    """)))
        .startsWith("0\n")
        .contains("3 sites");
  }

  @Test
  void anOption() throws IOException {
    tree.edit(
        "catalogue/Option.java",
        ";\n\n  private final String label;",
        """
        ,
          ADMINISTRATOR_SESSIONS("administratorSessions");

          private final String label;\
        """);
    tree.edit(
        "catalogue/Catalogue.java",
        "new Leg(Peer.CLIENTS, UDP, Option.ALWAYS, \"PCoIP sessions\"))",
        """
        new Leg(Peer.CLIENTS, UDP, Option.ALWAYS, "PCoIP sessions"),
        new Leg(Peer.ADMINISTRATORS, TCP, Option.ADMINISTRATOR_SESSIONS, "PCoIP sessions"))\
        """);
    tree.edit(
        "settings/Options.java",
        "    boolean dnsOverTcp,",
        "    boolean dnsOverTcp,\n    boolean administratorSessions,");
    tree.edit(
        "settings/Options.java",
        "Optional.empty(), false, Outbound.OPEN",
        "Optional.empty(), false, false, Outbound.OPEN");
    tree.edit(
        "settings/OptionsReader.java",
        "    ValueReader<AddressSet> hosts =",
        "boolean administratorSessions = section.or(\"administratorSessions\", Scalars::bool,"
            + " inherited.administratorSessions());\n"
            + "    ValueReader<AddressSet> hosts =");
    tree.edit(
        "settings/OptionsReader.java",
        "licenseServer, dnsOverTcp, outbound",
        "licenseServer, dnsOverTcp, administratorSessions, outbound");
    tree.edit(
        "policy/TableFlows.java",
        "      case DNS_OVER_TCP -> options.dnsOverTcp();",
        """
        case DNS_OVER_TCP -> options.dnsOverTcp();
        case ADMINISTRATOR_SESSIONS -> options.administratorSessions();\
        """);
    tree.edit(
        "report/SettingsTable.java",
        "    values.put(\"dnsOverTcp\", String.valueOf(options.dnsOverTcp()));",
        """
        values.put("dnsOverTcp", String.valueOf(options.dnsOverTcp()));
        values.put("administratorSessions", String.valueOf(options.administratorSessions()));\
        """);
    tree.compileAll();

    assertThat(tree.touched()).isEqualTo(files("Add an option"));
    String expectation =
        "anyware-network:expect: {%s: [{from: 203.0.113.1, to: connector, port: 4172/tcp}]}";
    String on = "anyware-network:administratorSessions: true";
    assertThat(tree.check(STACK.formatted(on, expectation.formatted("open")))).startsWith("0\n");
    assertThat(tree.check(STACK.formatted("", expectation.formatted("closed")))).startsWith("0\n");
    assertThat(tree.check(STACK.formatted(on, expectation.formatted("closed")))).startsWith("1\n");
  }

  @Test
  void aCloud() throws IOException {
    tree.room("nimbus", Path.of("src/test/resources/recipes/nimbus"));
    tree.edit("Clouds.java", "Gcp.CLOUD)", "Gcp.CLOUD, anyware.nimbus.Nimbus.CLOUD)");
    tree.compile("nimbus", "Clouds.java");

    assertThat(tree.touched()).isEqualTo(files("Add a cloud"));
    String fourth =
        """
          cumulus: {cloud: nimbus, region: sky-1, network: {cidr: 10.50.0.0/16}}
        anyware-network:licenseServer: {hosted: true}
        anyware-network:expect:
          open:
            - {from: 198.51.100.1, to: connector, port: 4172/udp, site: cumulus}
            - {from: balancer, to: connector, port: 443/tcp, site: cumulus}
            - {from: workstation, to: license-server, port: 7070/tcp, site: cumulus}
          closed:
            - {from: 198.51.100.1, to: connector, port: 443/tcp, site: cumulus}
            - {from: connector, to: 192.0.2.1, port: 25/tcp, site: cumulus}
        """;
    assertThat(tree.check(STACK.formatted("", fourth))).startsWith("0\n").contains("4 sites");
    assertThat(tree.check(STACK.formatted("", fourth).replace("sky-1", "sea-1")))
        .startsWith("1\n")
        .contains("such as sky-1");
  }
}
