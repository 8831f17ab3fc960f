package anyware.attack;

import anyware.attack.Filter.End;
import anyware.attack.Filter.Member;
import anyware.attack.Filter.Ports;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What VPC firewall rules and forwarding rules let pass, as their pages say: rules by priority, at
 * the same one what denies wins, egress is open and ingress closed in the end
 * (https://cloud.google.com/firewall/docs/firewalls).
 */
final class GoogleReach {
  private final List<Resource> resources;

  private GoogleReach(JsonObject export) {
    resources = Resource.all(export);
  }

  /**
   * What a state lets pass.
   *
   * @param original the state before anybody changed it, which tells what the machines carry and in
   *     which network they are
   */
  static Reach of(JsonObject export, JsonObject original) {
    Set<String> tags = new TreeSet<>();
    Set<String> networks = new TreeSet<>();
    for (Resource one : Resource.all(original)) {
      if (one.is("Firewall")) {
        tags.addAll(Json.texts(one.now(), "targetTags"));
        networks.add(network(one));
      }
    }
    GoogleReach reach = new GoogleReach(export);
    return reach.reach(tags, networks);
  }

  private Reach reach(Set<String> tags, Set<String> networks) {
    Reach reach = Reach.empty();
    tags.forEach(tag -> reach.add(host(tag), rules(tag, networks)));
    for (Resource one : resources) {
      switch (one.type()) {
        case "Network" ->
            reach
                .facts()
                .add(
                    "network "
                        + one.text("networkFirewallPolicyEnforcementOrder")
                            .replace("AFTER_CLASSIC_FIREWALL", ""));
        case "ForwardingRule" -> reach.facts().add("forwarding " + forwarding(one));
        case "RegionBackendService" ->
            reach.facts().add("service " + one.text("loadBalancingScheme") + one.text("protocol"));
        default -> {}
      }
    }
    return reach;
  }

  private static String forwarding(Resource one) {
    String range = one.text("portRange");
    return one.text("ipVersion").replaceFirst("^IPV4$", "")
        + Stream.of(
                "loadBalancingScheme",
                "ipProtocol",
                "backendService",
                "ipAddress",
                "target",
                "allPorts",
                "allowGlobalAccess")
            .map(key -> one.text(key).replaceFirst("^false$", ""))
            .toList()
        + range.replaceFirst("^(\\d+)-\\1$", "$1")
        + new TreeSet<>(Json.texts(one.now(), "ports"))
        + new TreeSet<>(Json.texts(one.now(), "sourceIpRanges"));
  }

  private static String network(Resource firewall) {
    return firewall.text("network").replaceFirst("^https://www.googleapis.com/compute/v1/", "");
  }

  /** A machine in the subnet of the same name. */
  private Host host(String tag) {
    Optional<Span> address =
        resources.stream()
            .filter(one -> one.is("Subnetwork") && tag.endsWith("-" + one.name()))
            .flatMap(one -> Span.of(one.text("ipCidrRange")).stream())
            .map(span -> span.one(9))
            .findFirst();
    return new Host(tag, Set.of(tag), address);
  }

  private List<Filter> rules(String tag, Set<String> networks) {
    List<Filter> rules = new ArrayList<>();
    for (Resource one : resources) {
      if (one.is("Firewall")
          && networks.contains(network(one))
          && !one.text("disabled").equals("true")
          && Json.texts(one.now(), "targetServiceAccounts").isEmpty()
          && (Json.texts(one.now(), "targetTags").isEmpty()
              || Json.texts(one.now(), "targetTags").contains(tag))) {
        Json.items(one.now(), "allows").forEach(part -> rules.add(rule(one, part, true)));
        Json.items(one.now(), "denies").forEach(part -> rules.add(rule(one, part, false)));
      }
    }
    rules.add(
        new Filter(false, 65_535, true, Filter.ANY, List.of(), List.of(), List.of(), List.of()));
    return rules.stream().distinct().toList();
  }

  private static Filter rule(Resource firewall, JsonElement part, boolean allow) {
    boolean inbound = !firewall.text("direction").equals("EGRESS");
    List<End> source = new ArrayList<>(ranges(firewall, "sourceRanges"));
    Stream.of("sourceTags", "sourceServiceAccounts")
        .flatMap(key -> Json.texts(firewall.now(), key).stream().sorted())
        .forEach(tag -> source.add(new Member(tag)));
    List<End> destination = ranges(firewall, "destinationRanges");
    List<End> others = inbound ? source : destination;
    return new Filter(
        inbound,
        Json.number(firewall.now(), 1000, "priority"),
        allow,
        Filter.protocol(Json.text(part, "protocol")),
        Json.texts(part, "ports").stream()
            .sorted()
            .flatMap(text -> Ports.of(text).stream())
            .toList(),
        List.of(),
        inbound ? destination : source,
        others.isEmpty() ? List.of(Filter.end("0.0.0.0/0")) : others);
  }

  private static List<End> ranges(Resource firewall, String key) {
    return Json.texts(firewall.now(), key).stream().sorted().map(Filter::end).toList();
  }
}
