package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Constraints.refuse;
import static anyware.sandbox.spec.Constraints.refuseIn;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is refused about a Cloud NAT as a whole, its ports apart. Each range of a subnetwork may be
 * served by one gateway only: https://cloud.google.com/nat/docs/overview#specs.
 */
final class RouterNatConstraints {
  private static final String ALL = "ALL_IP_RANGES";
  private static final String PRIMARY = "PRIMARY_IP_RANGE";
  private static final String SECONDARY = "LIST_OF_SECONDARY_IP_RANGES";

  /** Which ranges of a subnetwork are translated. */
  static final List<String> RANGES = List.of(ALL, SECONDARY, PRIMARY);

  private static final String OPTION = "sourceSubnetworkIpRangesToNat";
  private static final String LISTED = "LIST_OF_SUBNETWORKS";

  private RouterNatConstraints() {}

  static Constraint[] all() {
    return Stream.of(RouterNatPorts.all(), addresses(), subnetworks())
        .flatMap(Stream::of)
        .toArray(Constraint[]::new);
  }

  /**
   * The provider's id of a NAT.
   *
   * @param request the request
   * @return {@code PROJECT/REGION/ROUTER/NAME}
   */
  static String id(RequestContext request) {
    return String.join(
        "/",
        ResourceNames.project(request).orElse(""),
        ResourceNames.region(request).orElse(""),
        request.inputs().text("router", ""),
        request.inputs().text("name", ""));
  }

  private static Constraint[] addresses() {
    return new Constraint[] {
      refuse(
          "drainNatIps",
          "New RouterNat cannot have drain_nat_ips, got values {drainNatIps}",
          nat -> CommonFields.says(nat, "drainNatIps") && !CommonFields.says(nat, "natIps")),
      api(
          "natIpAllocateOption",
          "The option must be specified for public NAT, and only for it.",
          nat -> nat.text("type", "").equals("PUBLIC") != nat.has("natIpAllocateOption")),
      api(
          "natIps",
          "The addresses must be specified with the option MANUAL_ONLY, and only with it.",
          nat ->
              nat.text("natIpAllocateOption", "").equals("MANUAL_ONLY")
                  != CommonFields.says(nat, "natIps"))
    };
  }

  private static Constraint[] subnetworks() {
    return new Constraint[] {
      api(
          "subnetworks",
          "Subnetworks must be specified with the option LIST_OF_SUBNETWORKS, and only with it.",
          nat -> nat.text(OPTION, "").equals(LISTED) != CommonFields.says(nat, "subnetworks")),
      refuseIn(
              OPTION,
              ApiErrors.invalid(
                  "resource.nats[0]." + OPTION,
                  "{" + OPTION + "}",
                  "Can not create new Nats since a Nat with option ALL_SUBNETWORKS_ALL_IP_RANGES"
                      + " exists."),
              request ->
                  neighbours(request)
                      .anyMatch(other -> !isListed(other.inputs()) || !isListed(request.inputs())))
          .at(Step.UP),
      new Constraint(Step.UP, RouterNatConstraints::ranges)
    };
  }

  private static boolean isListed(Props nat) {
    return nat.text(OPTION, "").equals(LISTED);
  }

  private static List<Refusal> ranges(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> own = request.inputs().objects("subnetworks");
    for (int i = 0; i < own.size(); i++) {
      String path = path(own.get(i), request.inputs(), request.settings());
      Optional<StoredResource> subnetwork = request.find(Subnetworks.SUBNETWORK, path);
      String at = "subnetworks[" + i + "]";
      if (subnetwork.isPresent() && !network(subnetwork.get()).equals(network(request))) {
        found.add(
            refusal(at + ".name", path, "The subnetwork must be in the network of the router."));
      }
      if (!ResourcePaths.regionOf(path).equals(ResourceNames.region(request).orElse(""))) {
        found.add(
            refusal(at + ".name", path, "The subnetwork must be in the region of the router."));
      }
      if (own.get(i).texts("sourceIpRangesToNats").contains(SECONDARY)
          != CommonFields.says(own.get(i), "secondaryIpRangeNames")) {
        found.add(
            refusal(
                at + ".secondaryIpRangeNames",
                "",
                "Names must be specified with LIST_OF_SECONDARY_IP_RANGES, and only with it."));
      }
      found.addAll(taken(request, own.get(i), path, at));
    }
    return found;
  }

  private static List<Refusal> taken(RequestContext request, Props own, String path, String at) {
    return neighbours(request)
        .flatMap(
            other ->
                other.inputs().objects("subnetworks").stream()
                    .filter(its -> path(its, other.inputs(), other.settings()).equals(path)))
        .filter(its -> clash(its, own))
        .map(
            its ->
                refusal(
                    at + ".sourceIpRangesToNat",
                    "",
                    "The subnetwork is already configured with "
                        + String.join(",", its.texts("sourceIpRangesToNats"))
                        + " for Nat which conflicts with the specified IpRangeToNatOption options"
                        + " in this Nat."))
        .limit(1)
        .toList();
  }

  /** Tells whether two entries for one subnetwork serve a range both. */
  private static boolean clash(Props one, Props other) {
    List<String> ranges = one.texts("sourceIpRangesToNats");
    List<String> others = other.texts("sourceIpRangesToNats");
    return ranges.contains(ALL)
        || others.contains(ALL)
        || (ranges.contains(PRIMARY) && others.contains(PRIMARY))
        || !Collections.disjoint(
            one.texts("secondaryIpRangeNames"), other.texts("secondaryIpRangeNames"));
  }

  private static String path(Props entry, Props nat, Props settings) {
    String name = ResourcePaths.beside("subnetworks").apply(entry.text("name", ""), nat);
    return ResourcePaths.canonical(name, settings);
  }

  /** The other gateways of the same network and region. */
  private static Stream<StoredResource> neighbours(RequestContext request) {
    Optional<String> region = ResourceNames.region(request);
    return request.all(RouterNats.ROUTER_NAT).stream()
        .filter(other -> !other.id().equals(request.id()))
        .filter(other -> other.outputs().text("region").equals(region))
        .filter(
            other ->
                router(request, other.inputs(), other.settings())
                    .map(RouterNatConstraints::network)
                    .equals(Optional.of(network(request))));
  }

  private static String network(RequestContext request) {
    return router(request, request.inputs(), request.settings())
        .map(RouterNatConstraints::network)
        .orElse("");
  }

  private static String network(StoredResource part) {
    return ResourcePaths.canonical(part.outputs().text("network", ""), part.settings());
  }

  private static Optional<StoredResource> router(
      RequestContext request, Props nat, Props settings) {
    String name = ResourcePaths.beside("routers").apply(nat.text("router", ""), nat);
    return request.find(Routers.ROUTER, ResourcePaths.canonical(name, settings));
  }

  static Constraint api(String property, String reason, Predicate<Props> wrong) {
    return refuse(
            property,
            ApiErrors.invalid("resource.nats[0]." + property, "{" + property + "}", reason),
            wrong)
        .at(Step.UP);
  }

  private static Refusal refusal(String property, String value, String reason) {
    return new Refusal(property, ApiErrors.invalid("resource.nats[0]." + property, value, reason));
  }
}
