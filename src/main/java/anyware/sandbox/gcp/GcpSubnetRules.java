package anyware.sandbox.gcp;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Range;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the API refuses about a subnetwork as a whole. */
final class GcpSubnetRules {
  /** Where an auto mode network has its own subnetworks: https://cloud.google.com/vpc/docs/vpc. */
  private static final Range AUTO_MODE = Range.of("10.128.0.0/9").orElseThrow();

  private GcpSubnetRules() {}

  /**
   * The rules.
   *
   * @return them
   */
  static Rule[] all() {
    return new Rule[] {
      new Rule(Step.UP, GcpSubnetRules::overlaps),
      GcpErrors.apiIn(
          "ipCidrRange",
          "Extended subnetworks in auto subnet mode networks cannot overlap with 10.128.0.0/9.",
          at ->
              network(at).filter(net -> net.inputs().isTrue("autoCreateSubnetworks")).isPresent()
                  && ranges(at.inputs()).stream().anyMatch(own -> own.range().overlaps(AUTO_MODE))),
      GcpErrors.api(
          "role",
          "The role is only used when the purpose is REGIONAL_MANAGED_PROXY.",
          subnet ->
              subnet.has("role")
                  && !List.of("REGIONAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER")
                      .contains(subnet.text("purpose", ""))),
      GcpErrors.api(
          "logConfig",
          "Flow logging isn't supported for the purpose {purpose}.",
          subnet ->
              subnet.has("logConfig") && subnet.text("purpose", "").endsWith("_MANAGED_PROXY")),
      GcpErrors.api(
          "logConfig",
          "Metadata fields need the metadata CUSTOM_METADATA.",
          subnet ->
              !subnet.texts("logConfig.metadataFields").isEmpty()
                  && !subnet.text("logConfig.metadata", "").equals("CUSTOM_METADATA")),
      GcpErrors.api(
          "ipv6AccessType",
          "The IPv6 access type goes with the stack type IPV4_IPV6, and only with it.",
          subnet ->
              subnet.has("ipv6AccessType")
                  != subnet.text("stackType", "IPV4_ONLY").equals("IPV4_IPV6")),
      GcpErrors.apiIn(
          "ipv6AccessType",
          "The network has no internal IPv6 range.",
          at ->
              at.inputs().text("ipv6AccessType", "").equals("INTERNAL")
                  && network(at)
                      .filter(net -> net.inputs().isTrue("enableUlaInternalIpv6"))
                      .isEmpty())
    };
  }

  /** A range with the place where it stands. */
  private record Placed(String property, Range range) {}

  private static List<Placed> ranges(Props subnet) {
    List<Placed> found = new ArrayList<>();
    subnet
        .text("ipCidrRange")
        .flatMap(Range::of)
        .ifPresent(range -> found.add(new Placed("ipCidrRange", range)));
    List<Props> secondary = subnet.objects("secondaryIpRanges");
    for (int i = 0; i < secondary.size(); i++) {
      String property = "secondaryIpRanges[" + i + "].ipCidrRange";
      secondary
          .get(i)
          .text("ipCidrRange")
          .flatMap(Range::of)
          .ifPresent(range -> found.add(new Placed(property, range)));
    }
    return found;
  }

  private static List<Refusal> overlaps(Situation at) {
    List<Refusal> found = new ArrayList<>();
    List<Placed> own = ranges(at.inputs());
    for (int i = 0; i < own.size(); i++) {
      Placed placed = own.get(i);
      Stream<String> within =
          own.subList(0, i).stream()
              .filter(earlier -> earlier.range().overlaps(placed.range()))
              .map(earlier -> at.id());
      Stream.concat(within, neighbours(at, placed.range()))
          .findFirst()
          .ifPresent(other -> found.add(conflict(placed, other)));
    }
    return found;
  }

  /** The ids of the network's other subnetworks that overlap a range. */
  private static Stream<String> neighbours(Situation at, Range range) {
    String network = network(at).map(Stored::id).orElse("");
    return at.all(GcpSubnets.SUBNET).stream()
        .filter(other -> !other.id().equals(at.id()))
        .filter(
            other ->
                GcpPaths.canonical(other.inputs().text("network", ""), other.settings())
                    .equals(network))
        .filter(
            other -> ranges(other.inputs()).stream().anyMatch(its -> its.range().overlaps(range)))
        .map(Stored::id);
  }

  private static Refusal conflict(Placed placed, String other) {
    return new Refusal(
        placed.property(),
        GcpErrors.invalid(
            "resource." + placed.property(),
            placed.range().toString(),
            "Invalid IPCidrRange: %s conflicts with existing subnetwork '%s' in region '%s'."
                .formatted(placed.range(), GcpPaths.last(other), GcpPaths.regionOf(other))));
  }

  private static Optional<Stored> network(Situation at) {
    return at.find(GcpNetworks.NETWORK, at.inputs().text("network", ""));
  }
}
