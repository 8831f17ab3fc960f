package anyware.sandbox.gcp;

import static anyware.sandbox.gcp.CloudFixture.ABSENT;
import static anyware.sandbox.gcp.CloudFixture.FIREWALL;
import static anyware.sandbox.gcp.CloudFixture.layer;

import anyware.sandbox.gcp.CloudFixture.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Firewall rules refuse what Google refuses, at the same step. */
final class FirewallRefusalsTest extends CloudTest {
  private static final String PROTOCOLS =
      "Must be one of [\"ah\", \"all\", \"esp\", \"icmp\", \"ipip\", \"sctp\", \"tcp\", \"udp\"] or"
          + " an IP protocol number between 0 and 255., invalid";

  private static List<String> tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
  }

  static Stream<Case> refusals() {
    return Stream.of(
        Case.check(FIREWALL, "network: missing required property", "network", ABSENT),
        Case.check(FIREWALL, "targetTag: unknown property", "targetTag", "x"),
        Case.check(
            FIREWALL,
            "allows[0].port: unknown property",
            "allows",
            List.of(Map.of("protocol", "tcp", "port", "443"))),
        Case.check(FIREWALL, "direction: expected direction to be one of", "direction", "IN"),
        Case.check(
            FIREWALL,
            "priority: expected priority to be in the range (0 - 65535), got 65536",
            "priority",
            65536),
        Case.check(
            FIREWALL,
            "allows: Invalid combination of arguments. \"allow\": one of `allow,deny`",
            "allows",
            ABSENT),
        Case.check(
            FIREWALL,
            "allows: Invalid combination of arguments. \"allow\": only one of `allow,deny`",
            "denies",
            layer("all")),
        Case.check(
            FIREWALL,
            "allows: Invalid combination of arguments. \"allow\": only one of `allow,deny`",
            "denies",
            List.of()),
        Case.up(
            FIREWALL,
            "allows: googleapi: Error 400: Invalid value for field 'resource.allows'",
            "allows",
            List.of()),
        Case.up(
            FIREWALL,
            "allows[0].protocol: googleapi: Error 400: Invalid value for field"
                + " 'resource.allowed[0].IPProtocol': 'icmp'. IPv6 is not compatible",
            "allows",
            layer("icmp"),
            "sourceRanges",
            List.of("2001:db8::/32")),
        Case.check(
            FIREWALL,
            "sourceRanges: one of source_tags, source_ranges, or source_service_accounts must be"
                + " defined",
            "sourceRanges",
            ABSENT),
        Case.check(
            FIREWALL,
            "targetServiceAccounts: Conflicting configuration arguments."
                + " \"target_service_accounts\": conflicts with target_tags",
            "targetTags",
            List.of("a"),
            "targetServiceAccounts",
            List.of("a@acme.iam.gserviceaccount.com")),
        Case.check(
            FIREWALL,
            "targetServiceAccounts: Conflicting configuration arguments."
                + " \"target_service_accounts\": conflicts with source_tags",
            "sourceTags",
            List.of("a"),
            "targetServiceAccounts",
            List.of("a@acme.iam.gserviceaccount.com")),
        Case.check(
            FIREWALL,
            "sourceServiceAccounts: Conflicting configuration arguments."
                + " \"source_service_accounts\": conflicts with target_tags",
            "targetTags",
            List.of("a"),
            "sourceServiceAccounts",
            List.of("a@acme.iam.gserviceaccount.com")),
        Case.check(
            FIREWALL,
            "sourceServiceAccounts: Conflicting configuration arguments.",
            "sourceTags",
            List.of("a"),
            "sourceServiceAccounts",
            List.of("a@acme.iam.gserviceaccount.com")),
        Case.check(
            FIREWALL,
            "targetServiceAccounts: Too many list items.",
            "targetServiceAccounts",
            tags(11)),
        Case.check(
            FIREWALL,
            "logConfig: log_config cannot be defined when enable_logging is false",
            "enableLogging",
            false,
            "logConfig",
            Map.of("metadata", "EXCLUDE_ALL_METADATA")),
        Case.check(
            FIREWALL, "logConfig.metadata: missing required property", "logConfig", Map.of()),
        Case.up(
            FIREWALL,
            "allows[0].protocol: " + INVALID + "allowed[0].IPProtocol': 'icmpv6'. " + PROTOCOLS,
            "allows",
            layer("icmpv6")),
        Case.up(
            FIREWALL,
            "denies[0].protocol: " + INVALID + "denied[0].IPProtocol': '256'. " + PROTOCOLS,
            "allows",
            ABSENT,
            "denies",
            layer("256")),
        Case.up(
            FIREWALL,
            "allows[0].ports: "
                + INVALID
                + "allowed[0].ports': ''. Ports may only be specified on rules whose protocol is"
                + " one of [TCP, UDP, SCTP]., invalid",
            "allows",
            layer("icmp", "0")),
        Case.up(FIREWALL, "allows[0].ports: " + INVALID, "allows", layer("all", "443")),
        Case.up(
            FIREWALL,
            "allows[0].ports[1]: " + INVALID + "allowed[0].ports[1]': '65536'",
            "allows",
            layer("tcp", "443", "65536")),
        Case.up(
            FIREWALL,
            "allows[0].ports[0]: " + INVALID + "allowed[0].ports[0]': '90-80'",
            "allows",
            layer("udp", "90-80")),
        Case.up(FIREWALL, "allows[0].ports[0]: " + INVALID, "allows", layer("tcp", "https")),
        Case.up(
            FIREWALL,
            "sourceRanges: "
                + INVALID
                + "sourceRanges': '[0.0.0.0/0, ::/0]'. A firewall rule can contain either IPv4 or"
                + " IPv6 ranges, but not both.",
            "sourceRanges",
            List.of("0.0.0.0/0", "::/0")),
        Case.up(
            FIREWALL,
            "sourceRanges[0]: "
                + INVALID
                + "sourceRanges[0]': '10.0.0.1/24'. Must be a valid CIDR address range., invalid",
            "sourceRanges",
            List.of("10.0.0.1/24")),
        Case.up(FIREWALL, "sourceRanges[0]: " + INVALID, "sourceRanges", List.of("clients")),
        Case.up(
            FIREWALL,
            "sourceRanges: googleapi: Error 413: Value for field 'resource.sourceRanges' is too"
                + " large: maximum size 5000 element(s)",
            "sourceRanges",
            IntStream.range(0, 5001)
                .mapToObj(i -> "10.0." + i / 256 + "." + i % 256 + "/32")
                .toList()),
        Case.up(
            FIREWALL,
            "targetTags[0]: " + INVALID + "targetTags[0]': 'Web'. Must be a match of regex",
            "targetTags",
            List.of("Web")),
        Case.up(FIREWALL, "targetTags: googleapi: Error 413", "targetTags", tags(71)),
        Case.up(FIREWALL, "sourceTags: googleapi: Error 413", "sourceTags", tags(31)),
        Case.up(
            FIREWALL,
            "sourceTags: " + INVALID + "sourceTags': '[a]'. Source tags cannot",
            "direction",
            "EGRESS",
            "sourceTags",
            List.of("a")),
        Case.up(
            FIREWALL,
            "sourceServiceAccounts: " + INVALID,
            "direction",
            "EGRESS",
            "sourceServiceAccounts",
            List.of("a@acme.iam.gserviceaccount.com")),
        Case.up(
            FIREWALL,
            "network: googleapi: Error 404: The resource 'projects/acme-prod/global/networks/none'"
                + " was not found, notFound",
            "network",
            "none"),
        Case.up(
            FIREWALL,
            "description: googleapi: Error 413: Value for field 'resource.description' is too"
                + " large: maximum size 2048 character(s)",
            "description",
            "x".repeat(2049)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusals(Case wrong) {
    cloud.refuses(wrong);
  }
}
