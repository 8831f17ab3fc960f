package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.listOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.setOf;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Reference;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Step;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unmanaged instance groups, which others make and balancers send traffic to:
 * https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroups.
 */
final class InstanceGroups {
  static final String INSTANCE_GROUP = "gcp:compute/instanceGroup:InstanceGroup";

  private static final Shape AN_INSTANCE =
      text()
          .naming(Reference.to(ApiErrors.notFound("{value}"), Instances.INSTANCE).loose())
          .suppressing(Spellings.PATH);

  private static final Pattern ZONE = Pattern.compile("(.*)-[a-f]");

  private InstanceGroups() {}

  static ResourceType instanceGroup() {
    return ResourceType.named(
            INSTANCE_GROUP,
            "https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroups/insert")
        .has(CommonFields.early())
        .has(
            CommonFields.description().replaces(),
            optional("instances", setOf(AN_INSTANCE))
                .kept()
                .orComputed((request, enclosing) -> List.of()),
            optional(
                "namedPorts",
                listOf(
                    object(
                        required("name", CommonFields.LATE_NAME),
                        required(
                            "port",
                            whole()
                                .where(
                                    ApiErrors.invalid("Must be between 1 and 65535."),
                                    value ->
                                        value instanceof Double port && port >= 1 && port <= 65535)
                                .refusedAtUp())))),
            optional("network", Networks.A_NETWORK)
                .replaces()
                .kept()
                .shownAs(ResourceNames.link("network")),
            CommonFields.zone(),
            computed("size", (request, enclosing) -> enclosing.texts("instances").size()))
        .idIs(ResourceNames.zonal("instanceGroups"))
        .autoNamed(CommonFields.AUTO_NAME)
        .completedBy(ResourceNames::completed)
        .constraint(
            CommonFields.needsProject(), new Constraint(Step.UP, InstanceGroups::unknownZone))
        .exists(CommonFields.EXISTS)
        .inUse(ApiErrors.inUse("instance_group", "{users}"))
        .gone(CommonFields.GONE)
        .build();
  }

  /**
   * Refuses a zone that there is not.
   *
   * @param request the request for a zonal object
   * @return the reason to refuse, if there is one
   */
  static List<Refusal> unknownZone(RequestContext request) {
    return ResourceNames.zone(request)
        .filter(InstanceGroups::isNone)
        .map(zone -> ApiErrors.invalid("zone", zone, "Unknown zone."))
        .map(message -> List.of(new Refusal("zone", message)))
        .orElse(List.of());
  }

  private static boolean isNone(String zone) {
    Matcher parts = ZONE.matcher(zone);
    return !parts.matches() || !Regions.exists(parts.group(1));
  }
}
