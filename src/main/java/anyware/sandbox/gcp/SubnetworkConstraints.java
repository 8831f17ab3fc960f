package anyware.sandbox.gcp;

import anyware.sandbox.spec.CidrBlock;
import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the API refuses about a subnetwork as a whole. */
final class SubnetworkConstraints {
  /** Where an auto mode network has its own subnetworks: https://cloud.google.com/vpc/docs/vpc. */
  private static final CidrBlock AUTO_MODE = CidrBlock.of("10.128.0.0/9").orElseThrow();

  private SubnetworkConstraints() {}

  static Constraint[] all() {
    return new Constraint[] {
      new Constraint(Step.UP, SubnetworkConstraints::overlaps),
      ApiErrors.apiIn(
          "ipCidrRange",
          "Extended subnetworks in auto subnet mode networks cannot overlap with 10.128.0.0/9.",
          request ->
              network(request)
                      .filter(net -> net.inputs().isTrue("autoCreateSubnetworks"))
                      .isPresent()
                  && ranges(request.inputs()).stream()
                      .anyMatch(own -> own.range().overlaps(AUTO_MODE))),
      ApiErrors.api(
          "role",
          "The role is only used when the purpose is REGIONAL_MANAGED_PROXY.",
          subnet ->
              subnet.has("role")
                  && !List.of("REGIONAL_MANAGED_PROXY", "INTERNAL_HTTPS_LOAD_BALANCER")
                      .contains(subnet.text("purpose", ""))),
      ApiErrors.api(
          "logConfig",
          "Flow logging isn't supported for the purpose {purpose}.",
          subnet ->
              subnet.has("logConfig") && subnet.text("purpose", "").endsWith("_MANAGED_PROXY")),
      ApiErrors.api(
          "logConfig",
          "Metadata fields need the metadata CUSTOM_METADATA.",
          subnet ->
              !subnet.texts("logConfig.metadataFields").isEmpty()
                  && !subnet.text("logConfig.metadata", "").equals("CUSTOM_METADATA")),
      ApiErrors.api(
          "ipv6AccessType",
          "The IPv6 access type goes with the stack type IPV4_IPV6, and only with it.",
          subnet ->
              subnet.has("ipv6AccessType")
                  != subnet.text("stackType", "IPV4_ONLY").equals("IPV4_IPV6")),
      ApiErrors.apiIn(
          "ipv6AccessType",
          "The IPv6 access type cannot be changed.",
          request ->
              request
                  .old()
                  .flatMap(old -> old.inputs().text("ipv6AccessType"))
                  .filter(was -> !was.equals(request.inputs().text("ipv6AccessType").orElse(was)))
                  .isPresent()),
      ApiErrors.api(
          "stackType",
          "Subnetworks of the purpose {purpose} have IPv4 addresses only.",
          subnet ->
              subnet.text("stackType", "").equals("IPV4_IPV6")
                  && !subnet.text("purpose", "PRIVATE").startsWith("PRIVATE")),
      ApiErrors.apiIn(
          "ipv6AccessType",
          "The network has no internal IPv6 range.",
          request ->
              request.inputs().text("ipv6AccessType", "").equals("INTERNAL")
                  && network(request)
                      .filter(net -> net.inputs().isTrue("enableUlaInternalIpv6"))
                      .isEmpty())
    };
  }

  /** A range with the place where it stands. */
  private record Placed(String property, CidrBlock range) {}

  private static List<Placed> ranges(Props subnet) {
    List<Placed> found = new ArrayList<>();
    subnet
        .text("ipCidrRange")
        .flatMap(CidrBlock::of)
        .ifPresent(range -> found.add(new Placed("ipCidrRange", range)));
    List<Props> secondary = subnet.objects("secondaryIpRanges");
    for (int i = 0; i < secondary.size(); i++) {
      String property = "secondaryIpRanges[" + i + "].ipCidrRange";
      secondary
          .get(i)
          .text("ipCidrRange")
          .flatMap(CidrBlock::of)
          .ifPresent(range -> found.add(new Placed(property, range)));
    }
    return found;
  }

  private static List<Refusal> overlaps(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Placed> own = ranges(request.inputs());
    for (int i = 0; i < own.size(); i++) {
      Placed placed = own.get(i);
      Stream<String> within =
          own.subList(0, i).stream()
              .filter(earlier -> earlier.range().overlaps(placed.range()))
              .map(earlier -> request.id());
      Stream.concat(within, neighbours(request, placed.range()))
          .findFirst()
          .ifPresent(other -> found.add(conflict(placed, other)));
    }
    return found;
  }

  /** The ids of the network's other subnetworks that overlap a range. */
  private static Stream<String> neighbours(RequestContext request, CidrBlock range) {
    String network = network(request).map(StoredResource::id).orElse("");
    return request.all(Subnetworks.SUBNETWORK).stream()
        .filter(other -> !other.id().equals(request.id()))
        .filter(
            other ->
                ResourcePaths.canonical(other.inputs().text("network", ""), other.settings())
                    .equals(network))
        .filter(
            other -> ranges(other.inputs()).stream().anyMatch(its -> its.range().overlaps(range)))
        .map(StoredResource::id);
  }

  private static Refusal conflict(Placed placed, String other) {
    return new Refusal(
        placed.property(),
        ApiErrors.invalid(
            "resource." + placed.property(),
            placed.range().toString(),
            "Invalid IPCidrRange: %s conflicts with existing subnetwork '%s' in region '%s'."
                .formatted(
                    placed.range(), ResourcePaths.last(other), ResourcePaths.regionOf(other))));
  }

  private static Optional<StoredResource> network(RequestContext request) {
    return request.find(Networks.NETWORK, request.inputs().text("network", ""));
  }
}
