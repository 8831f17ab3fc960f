package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Invocation;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Situation;
import java.util.List;
import java.util.Map;

/** Availability zones: every region of the offline AWS has three. */
final class AwsZones {
  private AwsZones() {}

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

  /**
   * The function that lists a region's zones.
   *
   * @return it
   */
  static Invocation getAvailabilityZones() {
    return new Invocation(
        "aws:index/getAvailabilityZones:getAvailabilityZones",
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html",
        object(
            optional("allAvailabilityZones", flag()),
            optional("excludeNames", setOf(text())),
            optional("excludeZoneIds", setOf(text())),
            optional(
                "filters",
                setOf(object(required("name", text()), required("values", setOf(text()))))),
            optional("state", text().oneOf("available", "information", "impaired", "unavailable"))),
        AwsZones::answer);
  }

  private static Props answer(Situation at) {
    String region = AwsNames.region(at);
    List<String> names =
        names(region).stream()
            .filter(name -> !at.inputs().texts("excludeNames").contains(name))
            .filter(name -> !at.inputs().texts("excludeZoneIds").contains(id(name)))
            .toList();
    return Props.of(
        Map.of(
            "id",
            region,
            "names",
            names,
            "zoneIds",
            names.stream().map(AwsZones::id).toList(),
            "groupNames",
            List.of(region)));
  }
}
