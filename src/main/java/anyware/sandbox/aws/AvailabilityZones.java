package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.ProviderFunction;
import anyware.sandbox.spec.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Availability zones: every region of the offline AWS has three. */
final class AvailabilityZones {
  /** What a zone answers to a filter. */
  private static final Map<String, UnaryOperator<String>> FILTERS =
      Map.of(
          "group-name", AvailabilityZones::regionOf,
          "message", zone -> "",
          "opt-in-status", zone -> "opt-in-not-required",
          "parent-zone-id", zone -> "",
          "parent-zone-name", zone -> "",
          "region-name", AvailabilityZones::regionOf,
          "state", zone -> "available",
          "zone-id", AvailabilityZones::id,
          "zone-name", zone -> zone,
          "zone-type", zone -> "availability-zone");

  private AvailabilityZones() {}

  private static String regionOf(String zone) {
    return zone.substring(0, zone.length() - 1);
  }

  /**
   * The zones of a region.
   *
   * @param region the region
   * @return their names, sorted
   */
  static List<String> names(String region) {
    return List.of(region + "a", region + "b", region + "c");
  }

  /**
   * A zone's id, such as {@code use1-az1} for us-east-1a.
   *
   * @param zone its name
   * @return its id
   */
  static String id(String zone) {
    String[] parts = zone.split("-", -1);
    String last = parts[parts.length - 1];
    StringBuilder id = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length - 1; i++) {
      id.append(parts[i].charAt(0));
    }
    return id.append(last, 0, last.length() - 1)
        .append("-az")
        .append(last.charAt(last.length() - 1) - 'a' + 1)
        .toString();
  }

  /** The function that lists a region's zones. */
  static ProviderFunction getAvailabilityZones() {
    return new ProviderFunction(
        "aws:index/getAvailabilityZones:getAvailabilityZones",
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html",
        object(
            optional("allAvailabilityZones", flag()),
            optional("excludeNames", setOf(text())),
            optional("excludeZoneIds", setOf(text())),
            optional(
                "filters",
                setOf(
                    object(
                        required(
                            "name",
                            text()
                                .where(
                                    "InvalidParameterValue: The filter '{value}' is invalid",
                                    FILTERS::containsKey)),
                        required("values", setOf(text()))))),
            optional("state", text().oneOf("available", "information", "impaired", "unavailable"))),
        object(
            required("id", text()),
            required("names", listOf(text())),
            required("zoneIds", listOf(text())),
            required("groupNames", setOf(text()))),
        AvailabilityZones::answer);
  }

  private static Props answer(RequestContext request) {
    List<String> found =
        names(Identifiers.region(request)).stream()
            .filter(zone -> request.inputs().text("state", "available").equals("available"))
            .filter(zone -> !request.inputs().texts("excludeNames").contains(zone))
            .filter(zone -> !request.inputs().texts("excludeZoneIds").contains(id(zone)))
            .filter(
                zone ->
                    request.inputs().objects("filters").stream().allMatch(by -> passes(zone, by)))
            .toList();
    return request
        .inputs()
        .with("id", Identifiers.region(request))
        .with("names", found)
        .with("zoneIds", found.stream().map(AvailabilityZones::id).toList())
        .with("groupNames", found.stream().map(AvailabilityZones::regionOf).distinct().toList());
  }

  private static boolean passes(String zone, Props filter) {
    UnaryOperator<String> property =
        FILTERS.getOrDefault(filter.text("name", ""), UnaryOperator.identity());
    return filter.texts("values").contains(property.apply(zone));
  }
}
