package anyware.gcp;

import anyware.catalogue.Role;
import anyware.net.Cidr;
import anyware.plan.RoleSubnets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The VPC network of a site: one that the program makes, or one that is there. */
public sealed interface Network {
  /**
   * The answer for the kind of network that this is.
   *
   * @param ofCreated the answer for a network that is made
   * @param ofExisting the answer for a network that is there
   */
  <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting);

  /** What tells its rules from another network's. */
  String identity();

  /** The addresses that are known to be the network's; may be none of a network that is there. */
  List<Cidr> ranges();

  /** Where each role's machines are, as far as it is known. */
  RoleSubnets subnets();

  /**
   * A network in custom mode, so nothing but the plan's rules and the two implied ones decides:
   * inbound connections are refused and outbound ones pass unless a rule says otherwise
   * (https://cloud.google.com/firewall/docs/firewalls#default_firewall_rules).
   *
   * @param name the logical name
   * @param subnetworks one a role, in the roles' order
   * @param nat the way out for roles without public addresses, when there are any
   */
  record Created(String name, List<Subnet> subnetworks, Optional<CloudNat> nat) implements Network {
    /** Copies the subnetworks. */
    public Created {
      subnetworks = List.copyOf(subnetworks);
    }

    @Override
    public <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting) {
      return ofCreated.apply(this);
    }

    @Override
    public String identity() {
      return name;
    }

    /**
     * The least prefix around the subnets: a custom-mode network has no addresses but theirs, and a
     * further subnet may come to lie between them.
     */
    @Override
    public List<Cidr> ranges() {
      return Cidr.covering(subnetworks.stream().map(Subnet::range).toList()).stream().toList();
    }

    /** How the connectors' IPv6 addresses can be reached; absent where the network is IPv4 only. */
    Optional<Ipv6Access> connectorAccess() {
      return subnetworks.stream()
          .filter(subnet -> subnet.role() == Role.CONNECTOR)
          .findFirst()
          .flatMap(Subnet::ipv6);
    }

    /** Whether any subnet needs unique local addresses, which the network has to have first. */
    boolean hasInternalIpv6() {
      return subnetworks.stream()
          .anyMatch(subnet -> subnet.ipv6().equals(Optional.of(Ipv6Access.INTERNAL)));
    }

    @Override
    public RoleSubnets subnets() {
      Map<Role, List<Cidr>> ranges = new EnumMap<>(Role.class);
      subnetworks.forEach(subnet -> ranges.put(subnet.role(), List.of(subnet.range())));
      return new RoleSubnets(ranges);
    }
  }

  /**
   * A network that somebody else made, with rules of theirs. It may be the host project's of a
   * Shared VPC: then rules and subnetworks are that project's, and addresses and balancers the
   * site's (https://cloud.google.com/vpc/docs/shared-vpc).
   *
   * @param link its self link
   * @param balancerSubnetwork the self link of the subnetwork of an internal balancer, and of the
   *     IPv6 addresses of one of layer 4
   * @param subnets where the roles' machines are, as far as it was said
   */
  record Existing(String link, Optional<String> balancerSubnetwork, RoleSubnets subnets)
      implements Network {
    @Override
    public <T> T fold(Function<Created, T> ofCreated, Function<Existing, T> ofExisting) {
      return ofExisting.apply(this);
    }

    @Override
    public String identity() {
      return link;
    }

    @Override
    public List<Cidr> ranges() {
      return subnets.byRole().values().stream()
          .flatMap(Collection::stream)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
