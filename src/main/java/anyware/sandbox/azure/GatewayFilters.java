package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.StoredResource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the network security group of an application gateway's subnet must leave open
 * (https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups):
 * ports 65200 to 65535 for GatewayManager and for AzureLoadBalancer, both with any destination
 * (https://github.com/MicrosoftDocs/azure-docs/issues/58458), and the way to the internet. Asked
 * when the gateway is changed, its subnet, or the group.
 */
final class GatewayFilters {
  private static final long FIRST = 65200;
  private static final long LAST = 65535;
  private static final Set<String> ANY = Set.of("*", "any", "0.0.0.0/0");

  private GatewayFilters() {}

  /** The group of a subnet. */
  static Optional<StoredResource> ofSubnet(RequestContext request, Props subnet) {
    return subnet
        .text("networkSecurityGroup.id")
        .flatMap(id -> request.find(NetworkSecurityGroups.NETWORK_SECURITY_GROUP, id));
  }

  /** Looks at a subnet that may hold a gateway. */
  static List<Refusal> subnet(RequestContext request) {
    return request.old().stream()
        .flatMap(old -> gateways(request, old))
        .flatMap(
            gateway ->
                ofSubnet(request, request.inputs())
                    .flatMap(group -> blocks(group, request.id(), gateway.id()))
                    .stream())
        .map(message -> new Refusal("networkSecurityGroup", message))
        .toList();
  }

  /** Looks at a group that may filter a gateway's subnet. */
  static List<Refusal> group(RequestContext request) {
    return request.old().stream()
        .flatMap(old -> request.referrers(old).stream())
        .filter(user -> user.type().equals(Subnets.SUBNET))
        .flatMap(
            subnet ->
                gateways(request, subnet)
                    .flatMap(
                        gateway ->
                            blocks(request.inputs(), request.id(), subnet.id(), gateway.id())
                                .stream()))
        .map(message -> new Refusal("securityRules", message))
        .toList();
  }

  private static Stream<StoredResource> gateways(RequestContext request, StoredResource subnet) {
    return request.referrers(subnet).stream()
        .filter(user -> user.type().equals(ApplicationGateways.APPLICATION_GATEWAY));
  }

  /** Why a gateway cannot be behind a group; nothing where it can. */
  static Optional<String> blocks(StoredResource group, String subnet, String gateway) {
    return blocks(group.inputs(), group.id(), subnet, gateway);
  }

  private static Optional<String> blocks(Props group, String id, String subnet, String gateway) {
    String end =
        " to subnet "
            + subnet
            + ", associated with Application Gateway "
            + gateway
            + ". This is not permitted for Application Gateways that have V2 Sku.";
    boolean managed =
        Stream.of("GatewayManager", "AzureLoadBalancer").allMatch(tag -> allowsIn(group, tag));
    if (!managed) {
      return Optional.of(
          ApiErrors.of(
              "ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup",
              "Network security group "
                  + id
                  + " blocks incoming internet traffic on ports 65200 - 65535"
                  + end));
    }
    return deniesOut(group)
        ? Optional.of(
            ApiErrors.of(
                "ApplicationGatewaySubnetOutboundTrafficBlockedByNetworkSecurityGroup",
                "Network security group " + id + " blocks outgoing internet traffic" + end))
        : Optional.empty();
  }

  /** The first rule that is about the tag decides; behind all of them AzureLoadBalancer passes. */
  private static boolean allowsIn(Props group, String tag) {
    for (Props rule : rules(group, "Inbound")) {
      boolean allows = CommonShapes.isChosen(rule, "access", "Allow");
      boolean from =
          values(rule, "sourceAddressPrefix", "sourceAddressPrefixes")
              .anyMatch(
                  source ->
                      ANY.contains(source)
                          || source.equals(tag.toLowerCase(Locale.ROOT))
                          || (tag.equals("GatewayManager") && source.equals("internet")));
      boolean to =
          values(rule, "destinationAddressPrefix", "destinationAddressPrefixes")
              .anyMatch(ANY::contains);
      if (from && isTcp(rule) && (allows ? to && covers(rule) : meets(rule))) {
        return allows;
      }
    }
    return tag.equals("AzureLoadBalancer");
  }

  private static boolean deniesOut(Props group) {
    for (Props rule : rules(group, "Outbound")) {
      boolean toAll =
          values(rule, "destinationAddressPrefix", "destinationAddressPrefixes")
              .anyMatch(destination -> ANY.contains(destination) || destination.equals("internet"));
      boolean everyPort =
          values(rule, "destinationPortRange", "destinationPortRanges").anyMatch("*"::equals);
      if (toAll && everyPort) {
        return !CommonShapes.isChosen(rule, "access", "Allow");
      }
    }
    return false;
  }

  private static List<Props> rules(Props group, String direction) {
    return group.objects("securityRules").stream()
        .filter(rule -> CommonShapes.isChosen(rule, "direction", direction))
        .sorted(Comparator.comparing(rule -> rule.whole("priority").orElse(0L)))
        .toList();
  }

  private static Stream<String> values(Props rule, String one, String several) {
    return Stream.concat(rule.text(one).stream(), rule.texts(several).stream())
        .map(value -> value.toLowerCase(Locale.ROOT));
  }

  private static boolean isTcp(Props rule) {
    return rule.text("protocol")
        .filter(p -> p.equals("*") || p.equalsIgnoreCase("Tcp"))
        .isPresent();
  }

  private static boolean covers(Props rule) {
    return ports(rule).anyMatch(range -> range[0] <= FIRST && range[1] >= LAST);
  }

  private static boolean meets(Props rule) {
    return ports(rule).anyMatch(range -> range[0] <= LAST && range[1] >= FIRST);
  }

  private static Stream<long[]> ports(Props rule) {
    return values(rule, "destinationPortRange", "destinationPortRanges")
        .map(
            text -> {
              if (text.equals("*")) {
                return new long[] {0, LAST};
              }
              int dash = text.indexOf('-');
              long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
              return new long[] {
                first, dash < 0 ? first : Long.parseLong(text.substring(dash + 1))
              };
            });
  }
}
