package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.net.Cidr;
import anyware.net.Direction;
import anyware.net.PortRange;
import anyware.net.Traffic;
import com.pulumi.gcp.compute.Firewall;
import com.pulumi.gcp.compute.FirewallArgs;
import com.pulumi.gcp.compute.inputs.FirewallAllowArgs;
import com.pulumi.gcp.compute.inputs.FirewallDenyArgs;
import com.pulumi.gcp.compute.inputs.FirewallLogConfigArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The firewall rules of a network as resources. */
final class ComponentFirewalls {
  /** How much is logged of a connection: everything. */
  static final String METADATA = "INCLUDE_ALL_METADATA";

  private ComponentFirewalls() {}

  /**
   * Registers rules, each depending on those that it has to wait for.
   *
   * @param rules the rules
   * @param network the network, to whose project they belong
   * @param scope the site's
   */
  static void register(List<Rule> rules, ComponentNetwork network, ComponentScope scope) {
    Map<Rule, Resource> made = new HashMap<>();
    RuleOrder.of(rules)
        .forEach(
            (rule, before) -> {
              Resource[] after =
                  before.stream()
                      .map(made::get)
                      .map(Objects::requireNonNull)
                      .toArray(Resource[]::new);
              // The provider would try to move a rule to another network, which takes none.
              var options = scope.ofNetwork().replaceOnChanges("network").dependsOn(after).build();
              made.put(rule, register(rule, network, scope.plan().logging(), options));
            });
  }

  private static Firewall register(
      Rule rule, ComponentNetwork network, Logging logging, CustomResourceOptions options) {
    boolean inbound = rule.direction() == Direction.INBOUND;
    FirewallArgs.Builder args =
        FirewallArgs.builder()
            .project(network.project())
            .network(network.link())
            .description(rule.description())
            .direction(inbound ? "INGRESS" : "EGRESS")
            .priority(rule.priority());
    if (logging.rules()) {
      args.logConfig(FirewallLogConfigArgs.builder().metadata(METADATA).build());
    }
    if (rule.action() == Action.ALLOW) {
      args.allows(rule.traffic().stream().map(ComponentFirewalls::allow).toList());
    } else {
      args.denies(rule.traffic().stream().map(ComponentFirewalls::deny).toList());
    }
    ifAny(rule.target().tags(), args::targetTags);
    ifAny(rule.target().serviceAccounts(), args::targetServiceAccounts);
    List<String> targets = texts(rule.target().addresses().prefixes());
    ifAny(targets, inbound ? args::destinationRanges : args::sourceRanges);
    ifAny(rule.remote().tags(), args::sourceTags);
    ifAny(rule.remote().serviceAccounts(), args::sourceServiceAccounts);
    List<String> remotes = texts(rule.remote().addresses().prefixes());
    ifAny(remotes, inbound ? args::sourceRanges : args::destinationRanges);
    return new Firewall(rule.name(), args.build(), options);
  }

  private static void ifAny(Collection<String> values, Consumer<List<String>> property) {
    if (!values.isEmpty()) {
      property.accept(List.copyOf(values));
    }
  }

  private static List<String> texts(List<Cidr> prefixes) {
    return prefixes.stream().map(Cidr::toString).toList();
  }

  private static FirewallAllowArgs allow(Traffic traffic) {
    FirewallAllowArgs.Builder args =
        FirewallAllowArgs.builder().protocol(TrafficText.protocol(traffic));
    if (!traffic.ports().equals(PortRange.ALL)) {
      args.ports(traffic.ports().toString());
    }
    return args.build();
  }

  private static FirewallDenyArgs deny(Traffic traffic) {
    FirewallDenyArgs.Builder args =
        FirewallDenyArgs.builder().protocol(TrafficText.protocol(traffic));
    if (!traffic.ports().equals(PortRange.ALL)) {
      args.ports(traffic.ports().toString());
    }
    return args.build();
  }
}
