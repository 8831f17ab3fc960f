package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Network interfaces, by which machines stand in subnets, carry application security groups and are
 * members of backend pools. Nothing asks for a machine's private address, so they have none.
 */
final class NetworkInterfaces {
  static final String NETWORK_INTERFACE = "azure-native:network:NetworkInterface";

  private static final String TYPE = "networkInterfaces";
  private static final String NAME = "networkInterfaceName";
  private static final String LIST = "ipConfigurations";
  private static final String GROUPS = "applicationSecurityGroups";
  private static final String OWNER = "networkInterfaces/{networkInterfaceName}";

  private NetworkInterfaces() {}

  static ResourceType type() {
    return ResourceType.named(
            NETWORK_INTERFACE,
            "https://learn.microsoft.com/rest/api/virtualnetwork/network-interfaces/create-or-update")
        .has(
            optional(LIST, listOf(object(CommonProperties.part(LIST)).plus(configuration()))),
            CommonProperties.location(TYPE),
            optional(NAME, ResourceIds.name(1, 80)).replaces(),
            optional(
                "networkSecurityGroup",
                CommonShapes.link(
                    ApiErrors.reference(OWNER, NetworkSecurityGroups.NETWORK_SECURITY_GROUP))),
            CommonProperties.resourceGroup(),
            optional("tags", CommonShapes.TAGS))
        .has(CommonProperties.outputs(TYPE, NAME))
        .idIs(ResourceIds.id(inputs -> TYPE + "/" + inputs.text(NAME, "")))
        .autoNamed(AutoName.azure(NAME))
        .completedBy(CommonProperties::located)
        .constraint(
            CommonProperties.LOCATED,
            CommonProperties.staysInPlace(TYPE, NAME),
            new Constraint(Step.UP, NetworkInterfaces::refusals))
        .notDuring(
            VirtualNetworks.REFERENCED_WHILE_BUSY,
            inputs ->
                inputs.objects(LIST).stream()
                    .map(one -> VirtualNetworks.ofSubnet(one.text("subnet.id", "")))
                    .findFirst()
                    .orElse(""))
        .exists("cannot create already existing resource '{id}'")
        .gone(CommonProperties.gone(TYPE, NAME))
        .build();
  }

  private static Property[] configuration() {
    return new Property[] {
      optional(
          GROUPS,
          listOf(
              CommonShapes.link(
                  ApiErrors.reference(
                      OWNER, ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP)))),
      optional(
          "applicationGatewayBackendAddressPools",
          listOf(
              CommonShapes.embedded(
                  ApiErrors.reference(OWNER, ApplicationGateways.kind("backendAddressPools")),
                  "backendAddresses",
                  "name"))),
      optional(
          "loadBalancerBackendAddressPools",
          listOf(
              CommonShapes.link(
                  ApiErrors.reference(OWNER, LoadBalancers.kind("backendAddressPools"))))),
      optional("primary", flag()).orComputed((request, enclosing) -> true),
      optional("privateIPAllocationMethod", CommonShapes.choice("Dynamic"))
          .orComputed((request, enclosing) -> "Dynamic"),
      optional("privateIPAddressVersion", CommonShapes.choice("IPv4", "IPv6"))
          .orComputed((request, enclosing) -> "IPv4"),
      optional("subnet", CommonShapes.link(ApiErrors.reference(OWNER, Subnets.SUBNET))),
      optional("type", text())
          .shownAs((request, enclosing) -> "Microsoft.Network/networkInterfaces/ipConfigurations")
    };
  }

  /**
   * https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface: one or
   * more configurations, all in one virtual network of the interface's region.
   */
  private static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    Set<String> networks = new TreeSet<>();
    List<Props> configurations = request.inputs().objects(LIST);
    if (configurations.isEmpty()) {
      found.add(
          new Refusal(
              LIST, "Network interface " + request.id() + " must have an IP configuration"));
    }
    for (int i = 0; i < configurations.size(); i++) {
      String path = LIST + "[" + i + "]";
      String subnet = configurations.get(i).text("subnet.id", "");
      Optional<StoredResource> network = Subnets.networkOf(request, subnet);
      if (network.isEmpty()) {
        String owner = request.id() + "/" + LIST + "/" + configurations.get(i).text("name", "");
        found.add(new Refusal(path, "IP configuration " + owner + " must reference a subnet"));
        continue;
      }
      found.addAll(
          SubnetUse.family(
              request,
              configurations.get(i),
              path,
              request.id() + "/" + LIST + "/" + configurations.get(i).text("name", "")));
      networks.add(network.get().id());
      if (!CommonProperties.region(network.get().inputs())
          .equals(CommonProperties.region(request.inputs()))) {
        found.add(new Refusal(path + ".subnet.id", ApiErrors.notFound(subnet, request.id())));
      }
      found.addAll(groups(request, configurations.get(i), network.get(), path));
    }
    found.addAll(families(request, configurations));
    if (networks.size() > 1) {
      found.add(
          new Refusal(
              LIST,
              "The subnets of network interface "
                  + request.id()
                  + " must be in one virtual network, not in "
                  + networks));
    }
    return found;
  }

  /**
   * An interface has IPv4 whatever else it has
   * (https://learn.microsoft.com/azure/virtual-network/ip-services/ipv6-overview), in one set of
   * groups (https://github.com/Azure/azure-cli/issues/21551); its IPv6 joins groups by itself
   * (https://github.com/hashicorp/terraform-provider-azurerm/issues/32633).
   */
  private static List<Refusal> families(RequestContext request, List<Props> configurations) {
    List<Props> v4 = configurations.stream().filter(SubnetUse::isV4).toList();
    if (v4.isEmpty() && !configurations.isEmpty()) {
      return List.of(
          new Refusal(
              LIST,
              "Network interface " + request.id() + " must have an IP configuration of IPv4"));
    }
    return v4.stream().map(one -> groups(request, one)).distinct().count() > 1
        ? List.of(
            new Refusal(
                LIST,
                ApiErrors.of(
                    "AllIpConfigurationsOnANicMustBelongToTheSameApplicationSecurityGroups",
                    "All IPConfigurations on a Network Interface should reference the same set of"
                        + " Application Security Groups.")))
        : List.of();
  }

  private static Set<String> groups(RequestContext request, Props configuration) {
    return configuration.objects(GROUPS).stream()
        .map(group -> ResourceIds.canonical(group.text("id", ""), request.settings()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The members of a group are in the virtual network of its first one:
   * https://learn.microsoft.com/azure/virtual-network/application-security-groups
   */
  private static List<Refusal> groups(
      RequestContext request, Props configuration, StoredResource network, String path) {
    List<Refusal> found = new ArrayList<>();
    List<Props> groups = configuration.objects(GROUPS);
    for (int i = 0; i < groups.size(); i++) {
      String id = groups.get(i).text("id", "");
      String at = path + "." + GROUPS + "[" + i + "].id";
      request.find(ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP, id).stream()
          .flatMap(group -> request.referrers(group).stream())
          .filter(member -> member.type().equals(NETWORK_INTERFACE))
          .filter(member -> !member.id().equals(request.id()))
          .filter(member -> !networkOf(request, member).equals(Optional.of(network.id())))
          .findFirst()
          .ifPresent(
              member ->
                  found.add(
                      new Refusal(
                          at,
                          "Application security group "
                              + id
                              + " has the member "
                              + member.id()
                              + " in another virtual network than "
                              + network.id())));
    }
    return found;
  }

  private static Optional<String> networkOf(RequestContext request, StoredResource member) {
    return member.inputs().objects(LIST).stream()
        .flatMap(one -> Subnets.networkOf(request, one.text("subnet.id", "")).stream())
        .map(StoredResource::id)
        .findFirst();
  }
}
