package anyware.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anyware.Clouds;
import anyware.audit.AuditedSite;
import anyware.audit.Disagreement;
import anyware.audit.Disagreement.Severity;
import anyware.json.UnreadableFileException;
import anyware.platform.CloudPlatform;
import anyware.platform.PlannedSite;
import anyware.problem.Problem;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Networks that nobody made with this program, in the printouts of the clouds' own command lines,
 * each as small as shows one thing.
 */
class ForeignNetworksTest {
  private static final String GOOGLE_ROLES =
      "{'connector': {'tags': ['c'], 'subnets': ['10.1.0.0/24']}}";

  private static CloudPlatform<?> cloud(String slug) {
    return Clouds.ALL.stream().filter(cloud -> cloud.slug().equals(slug)).findFirst().orElseThrow();
  }

  private static NativeNetwork read(String cloud, String printed, String roles)
      throws UnreadableFileException {
    return cloud(cloud).readNative(quoted(printed), quoted(roles), List.of());
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static List<Disagreement> audit(
      String cloud, Settings settings, String printed, String roles)
      throws UnreadableFileException {
    NativeNetwork network = read(cloud, printed, roles);
    AuditedSite found =
        PlannedSite.of(cloud(cloud), "stack", settings, Fixtures.siteOf(settings, cloud(cloud)))
            .heldTo(network);
    return found.disagreements();
  }

  private static Settings settings() {
    return Fixtures.minimal(Fixtures.DISTINCT_PEERS);
  }

  private static List<String> opened(String cloud, String printed, String roles)
      throws UnreadableFileException {
    return audit(cloud, settings(), printed, roles).stream()
        .filter(found -> found.severity() != Severity.TOO_NARROW)
        .map(Disagreement::sentence)
        .filter(text -> text.contains(" to connector is "))
        .toList();
  }

  private static List<String> problems(String cloud, String printed, String roles) {
    return catchThrowableOfType(UnreadableFileException.class, () -> read(cloud, printed, roles))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static String group(String id, String permissions) {
    return "{'GroupId': '%s', 'GroupName': 'g', 'VpcId': 'vpc-1', 'IpPermissions': [%s]}"
        .formatted(id, permissions);
  }

  private static String tcp(int port, String ends) {
    return "{'IpProtocol': 'tcp', 'FromPort': %d, 'ToPort': %d, %s}".formatted(port, port, ends);
  }

  private static final String AWS_ROLES =
      "{'connector': {'groups': ['sg-1'], 'subnets': ['10.1.0.0/24']}%s}";

  @Test
  void whomNobodyDescribedIsNamedAndIsNoExposure() throws UnreadableFileException {
    String printed =
        "[" + group("sg-1", tcp(22, "'UserIdGroupPairs': [{'GroupId': 'sg-0bast'}]")) + "]";

    assertThat(opened("aws", printed, AWS_ROLES.formatted("")))
        .containsExactly(
            "22/tcp from members of sg-0bast to connector is open, beyond the table; decided by"
                + " sg-1 (g) inbound 22/tcp from sg-0bast");
    assertThat(read("aws", printed, AWS_ROLES.formatted("")).warnings())
        .singleElement()
        .asString()
        .contains("name them in the roles file: \"addresses\": {\"sg-0bast\":");
    assertThat(opened("aws", printed, AWS_ROLES.formatted(", 'addresses': {'sg-0bast': []}")))
        .isEmpty();
  }

  @Test
  void soItIsOnAzureAndGoogle() throws UnreadableFileException {
    String azure =
        "[{'name': 'nsg', 'securityRules': [%s, %s]}]"
            .formatted(
                azureRule(
                    "ssh", 100, "'sourceApplicationSecurityGroups': [{'id': 'asg-jump'}]", 22),
                azureRule("web", 110, "'sourceAddressPrefix': 'Storage'", 8443));

    assertThat(
            opened(
                "azure",
                azure,
                "{'connector': {'subnetGroup': 'nsg', 'subnets': ['10.1.0.0/24']},"
                    + " 'addresses': {'VirtualNetwork': []}}"))
        .anyMatch(text -> text.startsWith("8443/tcp from the service tag Storage to connector is"))
        .noneMatch(text -> text.contains("open to the internet"));
    assertThat(opened("gcp", googleRule("'sourceTags': ['bastion']", 22), GOOGLE_ROLES))
        .containsExactly(
            "22/tcp from machines with tag bastion to connector is open, beyond the table; decided"
                + " by r");
    assertThat(
            opened(
                "gcp",
                googleRule("'sourceTags': ['bastion']", 22),
                GOOGLE_ROLES.replace("}}", "}, 'addresses': {'bastion': ['10.8.0.0/28']}}")))
        .containsExactly(
            "22/tcp from 10.8.0.0/28 to connector is open, beyond the table; decided by r");
  }

  private static String azureRule(String name, int priority, String source, int port) {
    return ("{'name': '%s', 'priority': %d, 'direction': 'Inbound', 'access': 'Allow',"
            + " 'protocol': 'Tcp', %s, 'sourcePortRange': '*', 'destinationAddressPrefix': '*',"
            + " 'destinationPortRange': '%d'}")
        .formatted(name, priority, source, port);
  }

  private static String googleRule(String ends, int port) {
    return ("{'name': 'r', 'network': 'n', 'targetTags': ['c'], %s,"
            + " 'allowed': [{'IPProtocol': 'tcp', 'ports': ['%d']}]}")
        .formatted(ends, port);
  }

  @Test
  void addressesThatNoPacketHasAreNoFinding() throws UnreadableFileException {
    Settings anybody = Fixtures.minimal(Fixtures.DEFAULT_PEERS);
    String printed =
        "[{'name': 'nsg', 'securityRules': [%s, %s, %s]}]"
            .formatted(
                azureRule("web", 100, "'sourceAddressPrefix': 'Internet'", 443),
                azureRule("pcoip", 110, "'sourceAddressPrefix': 'Internet'", 4172),
                azureRule("udp", 120, "'sourceAddressPrefix': 'Internet'", 4172)
                    .replace("'Tcp'", "'Udp'"));
    String roles = "{'connector': {'subnetGroup': 'nsg', 'subnets': ['10.1.0.0/24']}}";

    assertThat(audit("azure", anybody, printed, roles))
        .extracting(Disagreement::sentence)
        .noneMatch(text -> text.startsWith("443/tcp") && text.contains("closed"))
        .noneMatch(text -> text.startsWith("4172/") && text.contains("closed"))
        .noneMatch(text -> text.contains("2000::") || text.contains("to the internet"));
    assertThat(audit("azure", anybody, printed, roles.replace("]}}", ", '2001:db8::/64']}}")))
        .as("machines with IPv6 addresses have IPv6 packets")
        .extracting(Disagreement::sentence)
        .anyMatch(text -> text.contains("::/0") && text.contains("open to the internet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws|198.51.101.7/24|198.51.101.0/24",
        "azure|198.51.101.7/24|198.51.101.0/24",
        "gcp|10.2.0.7/24|10.2.0.0/24",
        "gcp|2001:db8::7/64|2001:db8::/64"
      })
  void hostBitsCountForNothing(String cloud, String written, String meant)
      throws UnreadableFileException {
    String key = written.contains(":") ? "'Ipv6Ranges': [{'CidrIpv6'" : "'IpRanges': [{'CidrIp'";
    String printed =
        switch (cloud) {
          case "aws" -> "[" + group("sg-1", tcp(22, key + ": '" + written + "'}]")) + "]";
          case "azure" ->
              "[{'name': 'nsg', 'securityRules': [%s]}]"
                  .formatted(azureRule("r", 100, "'sourceAddressPrefix': '" + written + "'", 22));
          default -> googleRule("'sourceRanges': ['" + written + "']", 22);
        };
    String roles =
        switch (cloud) {
          case "aws" -> "{'connector': {'groups': ['sg-1']}}";
          case "azure" -> "{'connector': {'interfaceGroup': 'nsg'}}";
          default -> "{'connector': {'tags': ['c']}}";
        };

    assertThat(read(cloud, printed, roles).warnings())
        .anyMatch(text -> text.endsWith(written + " has host bits; read as " + meant));
    assertThat(opened(cloud, printed, roles))
        .anyMatch(text -> text.startsWith("22/tcp from ") && text.contains(meant));
  }

  @Test
  void whatNoRoleCarriesIsNotJudged() throws UnreadableFileException {
    String odd = tcp(22, "'IpRanges': [{'CidrIp': 'everywhere'}]");
    String target =
        googleRule("'sourceRanges': ['everywhere']", 22)
            .replace("'c'", "'other'")
            .replace("'r'", "'s'");

    assertThat(
            read(
                    "aws",
                    "[" + group("sg-1", "") + "," + group("sg-2", odd) + "]",
                    AWS_ROLES.formatted(""))
                .warnings())
        .isEmpty();
    assertThat(problems("aws", "[" + group("sg-1", odd) + "]", AWS_ROLES.formatted("")))
        .singleElement()
        .asString()
        .contains("found \"everywhere\"");
    assertThat(
            opened(
                "gcp",
                "[" + target + "," + googleRule("'sourceRanges': ['10.7.0.0/24']", 22) + "]",
                GOOGLE_ROLES))
        .hasSize(1);
    assertThat(problems("gcp", target.replace("'other'", "'c'"), GOOGLE_ROLES)).hasSize(1);
  }

  @Test
  void whatIsPrintedTwiceIsJoinedWhereItAgreesAndRefusedElse() throws UnreadableFileException {
    String ssh = tcp(22, "'IpRanges': [{'CidrIp': '10.7.0.0/24'}, {'CidrIp': '10.8.0.0/24'}]");
    String shuffled = tcp(22, "'IpRanges': [{'CidrIp': '10.8.0.0/24'}, {'CidrIp': '10.7.0.0/24'}]");
    String pages =
        "[{'SecurityGroups': [%s]}, {'SecurityGroups': [%s]}]"
            .formatted(group("sg-1", ssh), group("sg-1", shuffled));

    assertThat(opened("aws", pages, AWS_ROLES.formatted("")))
        .singleElement()
        .asString()
        .startsWith("22/tcp from 10.7.0.0/24, 10.8.0.0/24 to connector");
    assertThat(problems("aws", pages.replaceFirst("10.7.0.0", "10.9.0.0"), AWS_ROLES.formatted("")))
        .singleElement()
        .asString()
        .contains("which is called sg-1 too; print all of it again");
    String google = googleRule("'sourceRanges': ['10.7.0.0/24']", 22);
    assertThat(opened("gcp", "[" + google + "," + google + "]", GOOGLE_ROLES)).hasSize(1);
    assertThat(problems("gcp", "[" + google + "," + google.replace("22", "23") + "]", GOOGLE_ROLES))
        .hasSize(1);
    String azure = "{'id': '/NSG', 'name': 'nsg', 'securityRules': []}";
    String roles = "{'connector': {'subnetGroup': '/nsg'}}";
    assertThat(read("azure", "[" + azure + "," + azure + "]", roles).roles()).hasSize(1);
    assertThat(
            problems(
                "azure",
                "[" + azure + "," + azure.replace("[]", "[" + azureRule("r", 9, "", 1) + "]") + "]",
                roles))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws|{'SecurityGroups': [{'GroupId': 'sg-1'}], 'NextToken': 'x'}|NextToken",
        "aws|{'SecurityGroups': []}|not an empty one; print it with aws ec2",
        "aws|[]|not an empty one; print it with aws ec2",
        "aws|{'SecurityGroupRules': []}|print it with aws ec2 describe-security-groups",
        "azure|{'value': [{'name': 'n', 'securityRules': []}], 'nextLink': 'https'}|nextLink",
        "azure|[]|not an empty one; print it with az network nsg list",
        "gcp|{'items': [{'name': 'r', 'network': 'n', 'allowed': [{'IPProtocol': 'all'}]}],"
            + " 'nextPageToken': 'x'}|nextPageToken",
        "gcp|{'kind': 'compute#firewallList'}|print it with gcloud compute firewall-rules list",
        "gcp|[]|not an empty one; print it with gcloud compute firewall-rules list"
      })
  void whatIsNotWholeIsRefused(String cloud, String printed, String said) {
    String roles = cloud.equals("aws") ? AWS_ROLES.formatted("") : "{'connector': {'subnets': []}}";

    assertThat(problems(cloud, printed, roles)).anyMatch(text -> text.contains(said));
  }

  @Test
  void oneThingIsAListOfOne() throws UnreadableFileException {
    String ssh = group("sg-1", tcp(22, "'IpRanges': [{'CidrIp': '10.7.0.0/24'}]"));

    for (String printed : List.of(ssh, "{'SecurityGroups': " + ssh + "}")) {
      assertThat(opened("aws", printed, AWS_ROLES.formatted(""))).hasSize(1);
    }
  }

  @Test
  void aMachineIsInOneNetwork() {
    String printed =
        "[" + group("sg-1", "") + "," + group("sg-2", "").replace("vpc-1", "vpc-2") + "]";

    assertThat(problems("aws", printed, "{'connector': {'groups': ['sg-1', 'sg-2']}}"))
        .singleElement()
        .asString()
        .contains("groups of one VPC, not of vpc-1 and vpc-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INGRESS|'sourceRanges': ['0.0.0.0/0'], 'destinationRanges': ['10.1.0.0/25']",
        "EGRESS|'destinationRanges': ['0.0.0.0/0'], 'sourceRanges': ['10.1.0.0/25']"
      })
  void anAllowanceForAPartOfASubnetOpensThatPartOnly(String direction, String ends)
      throws UnreadableFileException {
    String closed =
        ("{'name': 'deny', 'network': 'n', 'direction': '%s', 'priority': 2000,"
                + " 'denied': [{'IPProtocol': 'all'}]}")
            .formatted(direction);
    String some =
        ("{'name': 'some', 'network': 'n', 'direction': '%s', %s, 'targetTags': ['c'],"
                + " 'allowed': [{'IPProtocol': 'all'}]}")
            .formatted(direction, ends);
    List<Disagreement> found =
        audit("gcp", settings(), "[" + closed + "," + some + "]", GOOGLE_ROLES);
    boolean inbound = direction.equals("INGRESS");

    assertThat(found)
        .filteredOn(it -> it.severity() == Severity.TOO_NARROW)
        .extracting(Disagreement::sentence)
        .anyMatch(
            text ->
                text.contains(inbound ? "443/tcp from" : "connector to")
                    && text.contains("deny at connector 10.1.0.128/25"));
    assertThat(found)
        .filteredOn(it -> it.severity() != Severity.TOO_NARROW)
        .extracting(Disagreement::sentence)
        .anyMatch(text -> text.contains("some at connector 10.1.0.0/25"));
    assertThat(read("gcp", "[" + closed + "," + some + "]", GOOGLE_ROLES).warnings())
        .noneMatch(text -> text.startsWith("some: "));
  }

  @Test
  void whatRolesCarryIsTheirsAloneUnlessTheFileSaysOtherwise() throws UnreadableFileException {
    String printed =
        "[" + group("sg-1", tcp(22, "'UserIdGroupPairs': [{'GroupId': 'sg-1'}]")) + "]";
    String shared = ", 'alsoCarriedBy': {'sg-1': ['10.7.0.0/24']}";

    assertThat(read("aws", printed.replace("'g'", "'default'"), AWS_ROLES.formatted("")).warnings())
        .singleElement()
        .asString()
        .startsWith("no other machine is taken to carry")
        .contains("sg-1 (connector; the default of every other machine)")
        .contains("\"alsoCarriedBy\": {\"sg-1\":");
    assertThat(read("aws", printed, AWS_ROLES.formatted(shared)).warnings()).isEmpty();
    assertThat(opened("aws", printed, AWS_ROLES.formatted(shared)))
        .anyMatch(text -> text.startsWith("22/tcp from ") && text.contains("10.7.0.0/24"));
    assertThat(
            opened(
                "gcp",
                googleRule("'sourceTags': ['c']", 22),
                GOOGLE_ROLES.replace("}}", "}, 'alsoCarriedBy': {'c': ['10.7.0.0/24']}}")))
        .anyMatch(text -> text.contains("10.7.0.0/24"));
    assertThat(
            opened(
                "azure",
                "[{'name': 'nsg', 'securityRules': [%s, %s]}]"
                    .formatted(
                        azureRule(
                            "r", 100, "'sourceApplicationSecurityGroups': [{'id': 'asg'}]", 22),
                        azureRule("deny", 200, "'sourceAddressPrefix': '*'", 22)
                            .replace("'Allow'", "'Deny'")),
                "{'connector': {'subnetGroup': 'nsg', 'applicationGroups': ['ASG']},"
                    + " 'alsoCarriedBy': {'asg': ['10.7.0.0/24']}}"))
        .anyMatch(text -> text.startsWith("22/tcp from 10.7.0.0/24"));
    assertThat(problems("aws", printed, AWS_ROLES.formatted(", 'alsoCarriedBy': {'sg-9': []}")))
        .singleElement()
        .asString()
        .contains("say it under addresses");
  }

  private static int classes(int rules) throws UnreadableFileException {
    String printed =
        IntStream.range(0, rules)
            .mapToObj(
                i ->
                    googleRule("'sourceRanges': ['10.20.%d.0/24']".formatted(i), 22)
                        .replace("'r'", "'r" + i + "'")
                        .replace("'22'", "'%d-%d'".formatted(1000 + 7 * i, 60500 + 5 * i)))
            .collect(Collectors.joining(",", "[", "]"));
    return PlannedSite.of(
            cloud("gcp"), "stack", settings(), Fixtures.siteOf(settings(), cloud("gcp")))
        .heldTo(read("gcp", printed, GOOGLE_ROLES))
        .findings()
        .size();
  }

  /** Every port class with every address class that is open there: no more than the square. */
  @Test
  void whatIsComparedGrowsNoFasterThanTheSquareOfTheRules() throws UnreadableFileException {
    int few = classes(20);
    int twice = classes(40);
    int fourTimes = classes(80);

    assertThat(twice).isBetween(few, 4 * few);
    assertThat(fourTimes).isBetween(twice, 4 * twice);
  }

  @Test
  void effectiveGroupsSayWhoIsBehindTheirTags() throws UnreadableFileException {
    String printed =
        """
        {'value': [{'association': {'subnet': {'id': '/subnets/s'}},
          'networkSecurityGroup': {'id': '/rg/networkSecurityGroups/nsg'},
          'effectiveSecurityRules': [
            {'name': 'securityRules/ssh', 'priority': 100, 'direction': 'Inbound',
             'access': 'Allow', 'protocol': 'Tcp', 'sourceAddressPrefix': 'Storage',
             'expandedSourceAddressPrefix': ['198.51.101.0/24'], 'sourcePortRange': '0-65535',
             'destinationAddressPrefix': '0.0.0.0/0', 'destinationPortRange': '22-22'},
            {'name': 'defaultSecurityRules/AllowVnetInBound', 'priority': 65000,
             'direction': 'Inbound', 'access': 'Allow', 'protocol': 'All',
             'sourceAddressPrefix': 'VirtualNetwork',
             'expandedSourceAddressPrefix': ['10.1.0.0/16'],
             'destinationAddressPrefix': 'VirtualNetwork',
             'expandedDestinationAddressPrefix': ['10.1.0.0/16'],
             'sourcePortRange': '0-65535', 'destinationPortRange': '0-65535'},
            {'name': 'defaultSecurityRules/DenyAllInBound', 'priority': 65500,
             'direction': 'Inbound', 'access': 'Deny', 'protocol': 'All',
             'sourceAddressPrefixes': ['0.0.0.0/0', '0.0.0.0/0'],
             'destinationAddressPrefixes': ['0.0.0.0/0', '0.0.0.0/0'],
             'sourcePortRange': '0-65535', 'destinationPortRange': '0-65535'}]}],
         'nextLink': null}
        """;
    String roles = "{'connector': {'subnetGroup': 'nsg', 'subnets': ['10.1.0.0/24']}}";

    assertThat(opened("azure", printed, roles))
        .anyMatch(text -> text.startsWith("22/tcp from") && text.contains("198.51.101.0/24"))
        .anyMatch(text -> text.contains("10.1.1.0-10.1.255.255"))
        .noneMatch(text -> text.contains("10.0.0.0/8"));
  }

  private static String policies(String rules, String type) {
    return """
    [{'firewalls': [{'name': 'ssh', 'network': 'n', 'sourceRanges': ['10.7.0.0/24'],
        'allowed': [{'IPProtocol': 'tcp', 'ports': [22]}, {'IPProtocol': 2}]}],
      'firewallPolicys': [{'name': '1', 'shortName': 'org', 'type': '%s', 'rules': [%s]}]}]
    """
        .formatted(type, rules);
  }

  private static String policyRule(String action, int priority, String more, String match) {
    return ("{'action': '%s', 'priority': %d, 'direction': 'INGRESS', %s"
            + " 'match': {'layer4Configs': [{'ipProtocol': 'tcp'}], %s}}")
        .formatted(action, priority, more, match);
  }

  @Test
  void policiesGoAroundTheRulesOfTheNetwork() throws UnreadableFileException {
    String deny = policyRule("deny", 20, "", "'srcIpRanges': ['10.7.0.0/25']");
    String goOn = policyRule("goto_next", 10, "", "'srcIpRanges': ['10.7.0.0/26']");

    assertThat(opened("gcp", policies(deny, "HIERARCHY"), GOOGLE_ROLES))
        .anyMatch(text -> text.startsWith("22/tcp from 10.7.0.128/25 to"))
        .anyMatch(text -> text.startsWith("protocol 2 from 10.7.0.0/24 to"));
    assertThat(opened("gcp", policies(deny + "," + goOn, "HIERARCHY"), GOOGLE_ROLES))
        .anyMatch(text -> text.startsWith("22/tcp from 10.7.0.0/26, 10.7.0.128/25 to"));
    assertThat(opened("gcp", policies(deny, "NETWORK"), GOOGLE_ROLES))
        .anyMatch(text -> text.contains("22/tcp from 10.7.0.0/24 to"));
    assertThat(read("gcp", policies(deny, "NETWORK"), GOOGLE_ROLES).warnings())
        .anyMatch(text -> text.contains("networkFirewallPolicyEnforcementOrder"))
        .noneMatch(text -> text.startsWith("firewall policies of the organisation"));
  }

  /** A denial for some networks is perhaps not for this one, so it closes nothing. */
  @Test
  void aDenialThatMayBeForOtherNetworksDoesNotHideWhatIsOpen() throws UnreadableFileException {
    String elsewhere =
        policyRule("deny", 20, "'targetResources': ['n2'],", "'srcIpRanges': ['10.7.0.0/24']");
    String here =
        policyRule("allow", 10, "'targetResources': ['n2'],", "'srcIpRanges': ['10.8.0.0/24']");

    assertThat(opened("gcp", policies(elsewhere, "HIERARCHY"), GOOGLE_ROLES))
        .anyMatch(text -> text.contains("22/tcp from 10.7.0.0/24 to"));
    assertThat(read("gcp", policies(elsewhere, "HIERARCHY"), GOOGLE_ROLES).warnings())
        .anyMatch(text -> text.contains("whom targetResources means is not known"));
    assertThat(opened("gcp", policies(here, "HIERARCHY"), GOOGLE_ROLES))
        .anyMatch(text -> text.contains("10.8.0.0/24"));
  }

  @Test
  void whatAPolicyMeansIsSaidOrRefused() throws UnreadableFileException {
    String tagged =
        policyRule(
            "allow",
            10,
            "'targetSecureTags': [{'name': 'tagValues/1'}],",
            "'srcIpRanges': ['10.8.0.0/24']");
    String named = policyRule("allow", 10, "", "'srcFqdns': ['example.com']");

    assertThat(problems("gcp", policies(tagged, "HIERARCHY"), GOOGLE_ROLES))
        .singleElement()
        .asString()
        .contains("secureTags: which of tagValues/1 its machines carry");
    assertThat(
            opened(
                "gcp",
                policies(tagged, "HIERARCHY"),
                GOOGLE_ROLES.replace("'subnets'", "'secureTags': ['tagValues/1'], 'subnets'")))
        .anyMatch(text -> text.contains("10.8.0.0/24"));
    assertThat(
            opened(
                "gcp",
                policies(tagged, "HIERARCHY"),
                GOOGLE_ROLES.replace("'subnets'", "'secureTags': [], 'subnets'")))
        .noneMatch(text -> text.contains("10.8.0.0/24"));
    assertThat(problems("gcp", policies(named, "HIERARCHY"), GOOGLE_ROLES))
        .singleElement()
        .asString()
        .contains("whom srcFqdns means can't be judged");
    assertThat(
            read("gcp", policies(named.replace("allow", "deny"), "HIERARCHY"), GOOGLE_ROLES)
                .warnings())
        .anyMatch(text -> text.contains("whom srcFqdns means is not known"));
    assertThat(problems("gcp", policies(named, "SYSTEM_GLOBAL"), GOOGLE_ROLES))
        .anyMatch(text -> text.contains("no other kind of policy can be judged"));
    assertThat(
            problems(
                "gcp",
                "{'name': 'p', 'kind': 'compute#firewallPolicy', 'rules': []}",
                GOOGLE_ROLES))
        .anyMatch(text -> text.contains("network-interfaces get-effective-firewalls"));
    assertThat(
            read(
                    "gcp",
                    googleRule("'sourceRanges': ['10.7.0.0/24'], 'targetSecureTags': ['t']", 22),
                    GOOGLE_ROLES)
                .warnings())
        .contains("r: what targetSecureTags means is not known here; the rule is read without it");
  }
}
