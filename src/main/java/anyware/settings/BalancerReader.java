package anyware.settings;

import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.net.Cidr;
import anyware.net.Family;
import anyware.net.IpAddress;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code balancer} of a site. */
final class BalancerReader {
  private static final String NONE = "none";
  private static final String ALLOWED = "none or a structure {layer: 4, scheme: public}";
  private static final String ADDRESS = "address";
  private static final String GLOBAL_ACCESS = "globalAccess";
  private static final String INTERNAL_ONLY = "nothing unless scheme is internal";
  private static final BigDecimal LAYER_7 = BigDecimal.valueOf(7);
  private static final ValueReader<Balancer.Scheme> SCHEMES = Scalars.oneOf(schemes());
  private final Optional<Cloud> cloud;

  private BalancerReader(Optional<Cloud> cloud) {
    this.cloud = cloud;
  }

  /**
   * A balancer, or that there is to be none.
   *
   * @param cloud the site's cloud; absent where it could not be read
   */
  static ValueReader<Optional<Balancer>> of(Optional<Cloud> cloud) {
    return new BalancerReader(cloud)::read;
  }

  private Optional<Optional<Balancer>> read(Node node) {
    Optional<String> text = node.text();
    if (text.filter(NONE::equals).isPresent()) {
      return Optional.of(Optional.empty());
    }
    if (text.isPresent()) {
      return node.refuse(ALLOWED, DidYouMean.question(text.get(), Map.of(NONE, NONE).keySet()));
    }
    return node.section(ALLOWED, balancer -> Optional.of(balancer(balancer)));
  }

  private Balancer balancer(Section section) {
    Balancer.Layer layer = section.or("layer", BalancerReader::layer, Balancer.Layer.FOUR);
    Balancer.Scheme scheme = section.or("scheme", SCHEMES, Balancer.Scheme.PUBLIC);
    boolean isInternal = scheme == Balancer.Scheme.INTERNAL;
    List<IpAddress> addresses =
        section.or(
            ADDRESS,
            node -> isInternal ? addresses(node) : node.refuse(INTERNAL_ONLY, "remove it"),
            List.of());
    boolean globalAccess =
        section.or(
            GLOBAL_ACCESS,
            node -> isInternal ? access(node) : node.refuse(INTERNAL_ONLY, ""),
            false);
    return new Balancer(layer, scheme, addresses, globalAccess);
  }

  private static Optional<Balancer.Layer> layer(Node node) {
    Optional<BigDecimal> number =
        node.scalar().filter(JsonPrimitive::isNumber).map(JsonPrimitive::getAsBigDecimal);
    for (Balancer.Layer layer : Balancer.Layer.values()) {
      if (number.filter(n -> n.compareTo(BigDecimal.valueOf(layer.number())) == 0).isPresent()) {
        return Optional.of(layer);
      }
    }
    if (number.filter(n -> n.compareTo(LAYER_7) == 0).isPresent()) {
      return node.refuse("4", "this version does not offer layer 7: use layer 4 or balancer: none");
    }
    boolean quoted = node.text().filter(text -> text.matches("[47]")).isPresent();
    return node.refuse("4", quoted ? "write it without quotes" : "");
  }

  /** One address, or one for each subnet on a cloud whose balancers have several. */
  private Optional<List<IpAddress>> addresses(Node node) {
    if (cloud.filter(known -> !known.forms().balancer().addressPerSubnet()).isPresent()) {
      return address(node).map(List::of);
    }
    Optional<List<Node>> items = node.items();
    if (items.isEmpty()) {
      return node.refuse(
          "a list of private IPv4 addresses, one for each of the balancer's subnets",
          node.text().isPresent() ? "write it in [ ]" : "");
    }
    Set<IpAddress> addresses = new LinkedHashSet<>();
    for (Node item : items.get()) {
      address(item)
          .filter(address -> !addresses.add(address))
          .ifPresent(twice -> item.refuse("each address once", "remove it"));
    }
    return Optional.of(List.copyOf(addresses));
  }

  private static Optional<IpAddress> address(Node node) {
    return AddressLists.cidr(node)
        .flatMap(
            cidr ->
                cidr.family() == Family.IPV4 && cidr.prefix() == Family.IPV4.bits()
                    ? Optional.of(cidr)
                    : node.<Cidr>refuse("one private IPv4 address", ""))
        .map(Cidr::first);
  }

  private Optional<Boolean> access(Node node) {
    return cloud.filter(known -> !known.forms().balancer().globalAccess()).isPresent()
        ? node.refuse(
            "nothing on " + cloud.map(Cloud::slug).orElse(""),
            "remove it: clients in other regions reach the balancer without it")
        : Scalars.bool(node);
  }

  private static Map<String, Balancer.Scheme> schemes() {
    Map<String, Balancer.Scheme> schemes = new LinkedHashMap<>();
    for (Balancer.Scheme scheme : Balancer.Scheme.values()) {
      schemes.put(scheme.slug(), scheme);
    }
    return schemes;
  }
}
