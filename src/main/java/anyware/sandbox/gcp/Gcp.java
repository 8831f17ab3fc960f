package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Property;
import java.util.List;
import java.util.Set;

/**
 * The offline Google Cloud. The provider's settings:
 * https://www.pulumi.com/registry/packages/gcp/api-docs/provider/.
 */
public final class Gcp {
  /** Settings without a meaning offline, credentials among them. */
  private static final Set<String> FORGOTTEN =
      Set.of(
          "accessToken",
          "batching",
          "billingProject",
          "credentials",
          "disableGooglePartnerName",
          "googlePartnerName",
          "impersonateServiceAccount",
          "impersonateServiceAccountDelegates",
          "requestReason",
          "requestTimeout",
          "scopes",
          "userProjectOverride");

  private Gcp() {}

  /**
   * Puts the cloud together. A name is valid in its project; the rest of its place is part of it.
   */
  public static Cloud cloud() {
    return Cloud.of(
            "gcp",
            List.of(
                setting("project"),
                setting("region"),
                setting("zone"),
                optional("defaultLabels", mapOf(text()))),
            ResourcePaths::canonical,
            List.of(
                Networks.network(),
                Subnetworks.subnetwork(),
                Firewalls.firewall(),
                Addresses.address(),
                HealthChecks.healthCheck(),
                BackendServices.backendService(),
                ForwardingRules.forwardingRule(),
                InstanceGroups.instanceGroup(),
                Instances.instance(),
                Routers.router(),
                RouterNats.routerNat(),
                GlobalAddresses.address(),
                GlobalForwardingRules.forwardingRule(),
                TargetProxies.https(),
                TargetProxies.http(),
                UrlMaps.urlMap(),
                GlobalBackendServices.backendService(),
                HealthChecks.globalHealthCheck(),
                SslPolicies.sslPolicy(),
                SslCertificates.certificate(),
                SslCertificates.managed(),
                SecurityPolicies.securityPolicy(),
                ManagedZones.managedZone(),
                RecordSets.recordSet()),
            List.of())
        .throughTerraform()
        .forgetting(name -> FORGOTTEN.contains(name) || name.endsWith("CustomEndpoint"));
  }

  private static Property setting(String name) {
    return optional(
        name,
        text().where("expected a non-empty string", value -> !String.valueOf(value).isEmpty()));
  }
}
