package anyware.sandbox.aws;

import static anyware.sandbox.aws.CloudFixture.NONE;
import static anyware.sandbox.aws.CloudFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.StoredResource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quotas of an account: how rules and addresses count, and at which step they are too many. */
final class QuotasTest {
  private static final String IN = SecurityGroupRules.INGRESS;
  private static final String OUT = SecurityGroupRules.EGRESS;
  private static final String GROUP = SecurityGroups.SECURITY_GROUP;
  private static final String LIST = ManagedPrefixLists.PREFIX_LIST;
  private static final String TOO_MANY =
      "RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been"
          + " reached.";

  @TempDir Path folder;
  private CloudFixture cloud;
  private int made;

  @BeforeEach
  void open() {
    cloud = new CloudFixture(folder);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private Map<String, Object> rule(String peer, String value) {
    return cloud.named(with(ValidInputs.RULE, "cidrIpv4", NONE, peer, value));
  }

  private Map<String, Object> ipv4(int n) {
    return rule("cidrIpv4", "10.%d.%d.0/24".formatted(n / 256, n % 256));
  }

  private Map<String, Object> ipv6(int n) {
    return rule("cidrIpv6", "2001:db8:%x::/48".formatted(n + 1));
  }

  private StoredResource list(String name, String family, int size) {
    return cloud.make(
        name, LIST, Map.of("addressFamily", family, "maxEntries", size, "entries", List.of()));
  }

  private StoredResource add(String type, Map<String, Object> rule) {
    return cloud.make("rule" + made++, type, rule);
  }

  private List<String> refusals(String type, Map<String, Object> rule) {
    return cloud.rig.upRefusals(type, "rule" + made++, rule);
  }

  private void fill(String type, int count) {
    IntStream.range(0, count).forEach(n -> add(type, ipv4(n)));
  }

  @ParameterizedTest
  @ValueSource(strings = {IN, OUT})
  void aGroupTakesSixtyRulesInEachDirectionAndFamily(String type) {
    fill(type, 60);
    assertThat(refusals(type, ipv4(60))).containsExactly(TOO_MANY);
    assertThat(refusals(type, ipv6(0))).isEmpty();
    assertThat(refusals(type.equals(IN) ? OUT : IN, ipv4(60))).isEmpty();
    assertThat(refusals(type, with(ipv4(60), "securityGroupId", cloud.id("$otherGroup"))))
        .as("another group")
        .isEmpty();
  }

  @Test
  void aRuleThatNamesAGroupCountsInBothFamilies() {
    fill(IN, 59);
    IntStream.range(0, 59).forEach(n -> add(IN, ipv6(n)));
    add(IN, rule("referencedSecurityGroupId", "$vpcGroup"));
    assertThat(refusals(IN, ipv4(59))).containsExactly(TOO_MANY);
    assertThat(refusals(IN, ipv6(59))).containsExactly(TOO_MANY);
  }

  @Test
  void aRuleThatNamesAListCountsAsTheListsSizeInItsFamily() {
    list("small", "IPv4", 20);
    list("large", "IPv4", 21);
    list("six", "IPv6", 60);
    fill(IN, 40);
    assertThat(refusals(IN, rule("prefixListId", "$large"))).containsExactly(TOO_MANY);
    assertThat(refusals(IN, rule("prefixListId", "$six"))).isEmpty();
    assertThat(refusals(IN, rule("prefixListId", "$small"))).isEmpty();
    assertThat(refusals(IN, ipv4(40))).containsExactly(TOO_MANY);
    assertThat(refusals(IN, ipv6(0))).containsExactly(TOO_MANY);
  }

  @Test
  void rulesThatComeBeforeOthersGoAreTooMany() {
    fill(IN, 31);
    IntStream.range(100, 129).forEach(n -> add(IN, ipv4(n)));
    assertThat(refusals(IN, ipv4(129)))
        .as("thirty-one new rules before the thirty-one old ones go")
        .containsExactly(TOO_MANY);
  }

  @Test
  void aChangeThatCountsMoreIsRefused() {
    list("two", "IPv4", 2);
    list("three", "IPv4", 3);
    fill(IN, 58);
    StoredResource listed = add(IN, rule("prefixListId", "$two"));
    assertThat(cloud.rig.updateRefusals(listed, rule("prefixListId", "$three")))
        .containsExactly(TOO_MANY);
    assertThat(cloud.rig.updateRefusals(listed, with(rule("prefixListId", "$two"), "toPort", 444)))
        .isEmpty();
  }

  @Test
  void aListGrowsOnlyAsFarAsItsGroupsDo() {
    StoredResource list = list("clients", "IPv4", 2);
    fill(OUT, 57);
    add(OUT, rule("prefixListId", "$clients"));
    add(IN, rule("prefixListId", "$clients"));
    Map<String, Object> three =
        Map.of("addressFamily", "IPv4", "maxEntries", 3, "entries", List.of());
    StoredResource grown = cloud.rig.update(list, three);
    assertThat(cloud.rig.updateRefusals(grown, with(three, "maxEntries", 4)))
        .containsExactly(
            ("maxEntries: updating EC2 Managed Prefix List (%1$s) increased MaxEntries : waiting"
                    + " for EC2 Managed Prefix List (%1$s) MaxEntries update: unexpected state"
                    + " 'modify-failed', wanted target 'modify-complete'. last error: The new maximum"
                    + " size is not supported by %2$s")
                .formatted(list.id(), cloud.id("$vpcGroup")));
    assertThat(cloud.rig.updateRefusals(grown, with(three, "maxEntries", 1))).isEmpty();
  }

  @Test
  void rulesInsideAndBesideAGroupCountTogether() {
    list("ten", "IPv4", 10);
    Map<String, Object> inputs =
        cloud.named(
            with(
                ValidInputs.SECURITY_GROUP,
                "ingress",
                List.of(
                    with(
                        ValidInputs.INLINE_RULE,
                        "cidrBlocks",
                        ranges(48),
                        "prefixListIds",
                        List.of("$ten"),
                        "self",
                        true))));
    StoredResource group = cloud.make("mixed", GROUP, inputs);
    Map<String, Object> beside = with(ipv4(500), "securityGroupId", group.id());
    add(IN, beside);
    assertThat(refusals(IN, with(ipv4(501), "securityGroupId", group.id())))
        .containsExactly(TOO_MANY);
    Map<String, Object> more =
        with(inputs, "ingress", List.of(with(ValidInputs.INLINE_RULE, "cidrBlocks", ranges(60))));
    assertThat(cloud.rig.updateRefusals(group, more)).containsExactly(TOO_MANY);
    assertThat(cloud.rig.upRefusals(GROUP, "alone", more)).isEmpty();
    assertThat(
            cloud.rig.upRefusals(
                GROUP,
                "full",
                with(
                    inputs,
                    "egress",
                    List.of(with(ValidInputs.INLINE_RULE, "cidrBlocks", ranges(61))))))
        .containsExactly(TOO_MANY);
  }

  private static List<String> ranges(int count) {
    return IntStream.range(0, count).mapToObj(n -> "10.9.%d.0/24".formatted(n)).toList();
  }

  @Test
  void theDefaultGroupHasTheSameQuota() {
    Map<String, Object> inputs =
        with(
            ValidInputs.DEFAULT_SECURITY_GROUP,
            "ingress",
            List.of(with(ValidInputs.INLINE_RULE, "cidrBlocks", ranges(61))));
    assertThat(
            cloud.rig.upRefusals(
                DefaultSecurityGroups.DEFAULT_SECURITY_GROUP, "default", cloud.named(inputs)))
        .containsExactly(TOO_MANY);
  }

  @Test
  void aRegionHasFiveElasticIps() {
    // The fixture has one.
    for (int i = 1; i < 5; i++) {
      cloud.make("ip" + i, ElasticIps.ELASTIC_IP, ValidInputs.ELASTIC_IP);
    }
    StoredResource last = cloud.rig.read(cloud.get("$ip4")).orElseThrow();
    assertThat(cloud.rig.upRefusals(ElasticIps.ELASTIC_IP, "ip5", ValidInputs.ELASTIC_IP))
        .containsExactly("AddressLimitExceeded: The maximum number of addresses has been reached.");
    assertThat(
            cloud.rig.updateRefusals(
                last, with(ValidInputs.ELASTIC_IP, "tags", Map.of("kept", "yes"))))
        .isEmpty();
    Rig ireland = cloud.rig.with(Map.of("region", "eu-west-1"));
    assertThat(ireland.upRefusals(ElasticIps.ELASTIC_IP, "ip5", ValidInputs.ELASTIC_IP)).isEmpty();
    cloud.rig.delete(last);
    assertThat(cloud.rig.upRefusals(ElasticIps.ELASTIC_IP, "ip5", ValidInputs.ELASTIC_IP))
        .isEmpty();
  }

  @Test
  void quotasCanBeRaisedAndLowered(@TempDir Path other) {
    try (CloudFixture raised = new CloudFixture(other, new Quotas(61, 1))) {
      IntStream.range(0, 61)
          .forEach(n -> raised.make("rule" + n, IN, with(ipv4(n), "securityGroupId", "$vpcGroup")));
      assertThat(
              raised.rig.upRefusals(
                  IN, "more", with(ipv4(61), "securityGroupId", raised.id("$vpcGroup"))))
          .containsExactly(TOO_MANY);
      assertThat(raised.rig.upRefusals(ElasticIps.ELASTIC_IP, "ip", ValidInputs.ELASTIC_IP))
          .singleElement()
          .asString()
          .startsWith("AddressLimitExceeded");
    }
  }
}
