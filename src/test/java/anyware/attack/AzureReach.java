package anyware.attack;

import anyware.attack.Filter.End;
import anyware.attack.Filter.Everybody;
import anyware.attack.Filter.Member;
import anyware.attack.Filter.Outside;
import anyware.attack.Filter.Ports;
import anyware.attack.Filter.Within;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What network security groups and load balancers let pass, as their pages say: rules by priority,
 * the first that matches decides, and six defaults come last
 * (https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview).
 */
final class AzureReach {
  private static final Span PROBES = Span.of("168.63.129.16").orElseThrow();
  private static final End BALANCER = new Within(PROBES);

  private final List<Resource> resources;
  private final List<Span> network;

  private AzureReach(JsonObject export) {
    resources = Resource.all(export);
    network =
        resources.stream()
            .filter(one -> one.is("VirtualNetwork"))
            .flatMap(one -> Json.texts(one.now(), "addressSpace", "addressPrefixes").stream())
            .flatMap(text -> Span.of(text).stream())
            .toList();
  }

  static Reach of(JsonObject export) {
    return new AzureReach(export).reach();
  }

  private Reach reach() {
    Reach reach = Reach.empty();
    Set<String> attached = new TreeSet<>();
    for (Resource subnet : resources) {
      if (subnet.is("Subnet")) {
        String id = subnet.text("networkSecurityGroup", "id").toLowerCase(Locale.ROOT);
        attached.add(id);
        List<Filter> rules =
            groups(id).isEmpty() ? List.of(all(0, true), all(0, false)) : rules(groups(id));
        reach.add(host(subnet), rules);
      }
    }
    for (Resource group : resources) {
      if (group.is("NetworkSecurityGroup") && !attached.contains(lower(group.id()))) {
        reach.add(host(group), rules(List.of(group)));
      }
      if (group.is("ApplicationGateway")) {
        reach.facts().addAll(GatewayReach.facts(group));
      }
      if (group.is("RecordSet") || group.is("PrivateRecordSet")) {
        reach.facts().add(record(group));
      }
      if (group.is("LoadBalancer")) {
        for (String part :
            List.of(
                "frontendIPConfigurations",
                "loadBalancingRules",
                "inboundNatRules",
                "inboundNatPools",
                "outboundRules",
                "backendAddressPools")) {
          Json.items(group.now(), part)
              .forEach(one -> reach.facts().add(group.name() + part + balancing(one)));
        }
      }
    }
    return reach;
  }

  /** A name leads whoever asks for it to these addresses, or to those of a resource. */
  private static String record(Resource record) {
    return Stream.of("zoneName", "privateZoneName", "relativeRecordSetName")
            .map(key -> Json.text(record.asked(), key))
            .collect(Collectors.joining(" ", record.type() + " ", " "))
        + Json.items(record.now(), "aRecords").stream()
            .map(one -> Json.text(one, "ipv4Address"))
            .sorted()
            .toList()
        + lower(record.text("targetResource", "id"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What of a balancer's part decides where packets go; an address that Azure gave may be any. */
  private static String balancing(JsonElement part) {
    boolean isStatic = Json.text(part, "privateIPAllocationMethod").equalsIgnoreCase("Static");
    return Stream.of(
                "protocol",
                "frontendPort",
                "backendPort",
                "enableFloatingIP",
                isStatic ? "privateIPAddress" : "",
                "frontendPortRangeStart",
                "frontendPortRangeEnd")
            .map(key -> Json.text(part, key))
            .collect(Collectors.joining(" "))
        + Stream.of(
                "frontendIPConfiguration",
                "backendAddressPool",
                "publicIPAddress",
                "subnet",
                "publicIPPrefix")
            .map(key -> lower(Json.text(part, key, "id")))
            .collect(Collectors.joining(" "));
  }

  /** A machine with the application group of the same name. */
  private Host host(Resource place) {
    return new Host(
        place.name(),
        resources.stream()
            .filter(one -> one.is("ApplicationSecurityGroup") && one.name().equals(place.name()))
            .map(Resource::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        Span.of(place.text("addressPrefix")).map(span -> span.one(9)));
  }

  private List<Resource> groups(String id) {
    return resources.stream()
        .filter(one -> one.is("NetworkSecurityGroup") && lower(one.id()).equals(id))
        .toList();
  }

  private List<Filter> rules(List<Resource> groups) {
    List<Filter> rules = new ArrayList<>();
    for (Resource group : groups) {
      Json.items(group.now(), "securityRules").forEach(rule -> rules.add(rule(rule)));
      resources.stream()
          .filter(one -> one.is("SecurityRule"))
          .filter(one -> one.text("networkSecurityGroupName").equals(group.text("name")))
          .forEach(one -> rules.add(rule(one.now())));
    }
    List<End> inside = network.stream().<End>map(Within::new).toList();
    if (!inside.isEmpty()) {
      rules.add(standard(65_000, true, true, inside, inside));
      rules.add(standard(65_000, false, true, inside, inside));
    }
    rules.add(standard(65_001, true, true, List.of(), List.of(BALANCER)));
    rules.add(standard(65_001, false, true, List.of(), List.of(new Outside(network))));
    rules.add(standard(65_500, true, false, List.of(), List.of()));
    rules.add(standard(65_500, false, false, List.of(), List.of()));
    return rules.stream().distinct().toList();
  }

  private static Filter standard(
      int priority, boolean inbound, boolean allow, List<End> own, List<End> others) {
    return new Filter(inbound, priority, allow, Filter.ANY, List.of(), List.of(), own, others);
  }

  private static Filter all(int priority, boolean inbound) {
    return standard(priority, inbound, true, List.of(), List.of());
  }

  private Filter rule(JsonElement rule) {
    boolean inbound = Json.text(rule, "direction").equalsIgnoreCase("Inbound");
    List<End> source = ends(rule, "source");
    List<End> destination = ends(rule, "destination");
    String protocol = Json.text(rule, "protocol");
    return new Filter(
        inbound,
        Json.number(rule, 0, "priority"),
        Json.text(rule, "access").equalsIgnoreCase("Allow"),
        protocol.equals("*") ? Filter.ANY : Filter.protocol(protocol),
        ports(rule, "destination"),
        ports(rule, "source"),
        inbound ? destination : source,
        inbound ? source : destination);
  }

  private static List<Ports> ports(JsonElement rule, String side) {
    List<String> texts = new ArrayList<>(Json.texts(rule, side + "PortRanges"));
    texts.add(Json.text(rule, side + "PortRange"));
    return texts.contains("*")
        ? List.of()
        : texts.stream().sorted().flatMap(text -> Ports.of(text).stream()).toList();
  }

  private List<End> ends(JsonElement rule, String side) {
    List<String> texts = new ArrayList<>(Json.texts(rule, side + "AddressPrefixes"));
    texts.add(Json.text(rule, side + "AddressPrefix"));
    texts.removeIf(String::isEmpty);
    List<End> ends = new ArrayList<>();
    texts.stream().sorted().forEach(text -> ends.addAll(named(text)));
    Json.items(rule, side + "ApplicationSecurityGroups").stream()
        .map(one -> applicationGroup(lower(Json.text(one, "id"))))
        .sorted()
        .forEach(id -> ends.add(new Member(id)));
    return ends.stream().anyMatch(Everybody.class::isInstance) ? List.of() : ends;
  }

  /** The logical name, so that it does not matter which id the cloud gave it. */
  private String applicationGroup(String id) {
    return resources.stream()
        .filter(one -> one.is("ApplicationSecurityGroup") && lower(one.id()).equals(id))
        .map(Resource::name)
        .findFirst()
        .orElse(id);
  }

  private List<End> named(String text) {
    return switch (lower(text)) {
      case "*" -> List.of(new Everybody());
      case "internet" ->
          List.of(new Outside(Stream.concat(network.stream(), Stream.of(PROBES)).toList()));
      case "virtualnetwork" -> network.stream().<End>map(Within::new).toList();
      case "azureloadbalancer" -> List.of(BALANCER);
      default -> List.of(Filter.end(text));
    };
  }
}
