package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.anything;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.ResourceType;
import java.util.List;

/**
 * Cloud DNS zones, which others make and records are put into:
 * https://cloud.google.com/dns/docs/reference/rest/v1/managedZones. Of DNSSEC, forwarding, peering
 * and logs nothing is looked into.
 */
final class ManagedZones {
  static final String MANAGED_ZONE = "gcp:dns/managedZone:ManagedZone";

  private ManagedZones() {}

  static ResourceType managedZone() {
    return ResourceType.named(
            MANAGED_ZONE, "https://cloud.google.com/dns/docs/reference/rest/v1/managedZones/create")
        .has(optional("name", CommonFields.LATE_NAME).replaces(), CommonFields.project())
        .has(
            optional("cloudLoggingConfig", anything()).kept(),
            optional("description", text().where("expected a non-empty string", v -> !v.equals("")))
                .defaultsTo("Managed by Pulumi"),
            required(
                    "dnsName",
                    text()
                        .matching(
                            RecordSets.NAME,
                            "googleapi: Error 400: Invalid value for"
                                + " 'entity.managedZone.dnsName': '{value}', invalid")
                        .refusedAtUp())
                .replaces(),
            optional("dnssecConfig", anything()),
            optional("forceDestroy", flag()).defaultsTo(false),
            optional("forwardingConfig", anything()),
            optional("peeringConfig", anything()),
            optional("privateVisibilityConfig", anything()),
            optional("reverseLookup", flag()).replaces(),
            optional("serviceDirectoryConfig", anything()).replaces(),
            optional("visibility", text().oneOf("private", "public"))
                .replaces()
                .defaultsTo("public"))
        .has(Labels.withoutFingerprint())
        .has(
            computed("creationTime", (request, zone) -> "2026-01-02T03:04:05.678Z"),
            computed("managedZoneId", (request, at) -> Long.parseLong(request.digits("zone", 15))),
            computed("nameServers", (request, zone) -> List.of("ns-cloud-a1.googledomains.com.")))
        .idIs(
            request ->
                "projects/"
                    + ResourceNames.project(request).orElse("")
                    + "/managedZones/"
                    + request.inputs().text("name", ""))
        .autoNamed(CommonFields.AUTO_NAME)
        .constraint(CommonFields.needsProject(), Labels.constraint())
        .exists(
            "googleapi: Error 409: The resource 'entity.managedZone' named '{name}' already"
                + " exists, alreadyExists")
        .inUse(
            "googleapi: Error 400: The resource named '{name}' cannot be deleted because it"
                + " contains one or more 'resource records'., containerNotEmpty")
        .gone(
            "googleapi: Error 404: The 'parameters.managedZone' resource named '{name}' does not"
                + " exist., notFound")
        .build();
  }
}
