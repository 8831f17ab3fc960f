package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Cloud;
import java.util.List;
import java.util.Set;

/**
 * The offline Azure: the types of the provider azure-native 2.10.0 at their default API versions
 * (Microsoft.Network 2023-02-01, for DNS 2018-05-01 and 2020-06-01, Microsoft.Insights
 * 2021-05-01-preview, Microsoft.Resources 2022-09-01).
 *
 * <p>Steps: the real provider's check looks at required properties, types, and the lengths and
 * patterns of the REST specification. It does not look at enumerations. All else is refused by
 * Azure Resource Manager during {@code up}.
 */
public final class Azure {
  /**
   * The settings of the provider's schema that say nothing about where an object lives:
   * https://www.pulumi.com/registry/packages/azure-native/installation-configuration/. The real
   * provider looks over unknown settings.
   */
  private static final Set<String> FORGOTTEN =
      Set.of(
          "auxiliaryTenantIds",
          "clientCertificatePassword",
          "clientCertificatePath",
          "clientId",
          "clientSecret",
          "disablePulumiPartnerId",
          "environment",
          "msiEndpoint",
          "partnerId",
          "tenantId",
          "useMsi");

  private Azure() {}

  /** Puts the cloud together. An id is valid in its subscription, and its case does not matter. */
  public static Cloud cloud() {
    return cloud(true);
  }

  /** The cloud as it was until 31 March 2025, when Basic addresses and balancers could be made. */
  static Cloud withBasic() {
    return cloud(false);
  }

  private static Cloud cloud(boolean basicIsRetired) {
    return Cloud.of(
            "azure-native",
            List.of(
                optional("location", text()),
                optional("subscriptionId", text()).defaultsTo(ResourceIds.SUBSCRIPTION)),
            ResourceIds::canonical,
            List.of(
                ResourceGroups.type(),
                VirtualNetworks.type(),
                Subnets.type(),
                NetworkSecurityGroups.type(),
                ApplicationSecurityGroups.type(),
                PublicIpAddresses.type(basicIsRetired),
                NatGateways.type(),
                NetworkInterfaces.type(),
                LoadBalancers.type(basicIsRetired),
                ApplicationGateways.type(),
                RecordSets.ofPublicZones(),
                RecordSets.ofPrivateZones(),
                FlowLogs.type(),
                DiagnosticSettings.type()),
            List.of())
        .forgetting(FORGOTTEN::contains);
  }
}
