package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Cloud;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The offline AWS. The provider's settings:
 * https://www.pulumi.com/registry/packages/aws/api-docs/provider/.
 */
public final class Aws {
  /** Settings without a meaning offline, credentials among them. */
  private static final Set<String> FORGOTTEN =
      Set.of(
          "accessKey",
          "allowedAccountIds",
          "assumeRole",
          "assumeRoleWithWebIdentity",
          "assumeRoles",
          "customCaBundle",
          "ec2MetadataServiceEndpoint",
          "ec2MetadataServiceEndpointMode",
          "endpoints",
          "forbiddenAccountIds",
          "httpProxy",
          "httpsProxy",
          "ignoreTags",
          "insecure",
          "maxRetries",
          "noProxy",
          "profile",
          "retryMode",
          "s3UsEast1RegionalEndpoint",
          "s3UsePathStyle",
          "secretKey",
          "sharedConfigFiles",
          "sharedCredentialsFiles",
          "skipCredentialsValidation",
          "skipMetadataApiCheck",
          "skipRegionValidation",
          "skipRequestingAccountId",
          "stsRegion",
          "token",
          "tokenBucketRateLimiterCapacity",
          "useDualstackEndpoint",
          "useFipsEndpoint");

  private Aws() {}

  /** The cloud as a new account finds it. */
  public static Cloud cloud() {
    return cloud(Quotas.DEFAULT);
  }

  /**
   * Puts the cloud together. A name is valid in its region.
   *
   * @param quotas what the account may have
   * @return the cloud
   */
  public static Cloud cloud(Quotas quotas) {
    return Cloud.of(
            "aws",
            List.of(
                required(
                        "region",
                        text().matching("[a-z]{2}(-[a-z]+)+-[0-9]", "invalid AWS Region: {value}"))
                    .replaces(),
                optional("defaultTags", object(optional("tags", mapOf(text()))))),
            (name, settings) -> settings.text("region", "") + " " + name,
            Stream.of(
                    Vpcs.types(),
                    InternetGateways.types(),
                    EgressOnlyInternetGateways.types(),
                    Subnets.types(),
                    RouteTables.types(),
                    Routes.types(),
                    ElasticIps.types(quotas),
                    EipAssociations.types(),
                    NatGateways.types(),
                    NetworkInterfaces.types(),
                    ManagedPrefixLists.types(quotas),
                    SecurityGroups.types(quotas),
                    DefaultSecurityGroups.types(quotas),
                    SecurityGroupRules.types(quotas),
                    LoadBalancers.types(),
                    TargetGroups.types(),
                    TargetGroupAttachments.types(),
                    Listeners.types(),
                    WebAclAssociations.types(),
                    DnsRecords.types(),
                    LogGroups.types(),
                    ServiceRoles.types(),
                    FlowLogs.types())
                .flatMap(List::stream)
                .toList(),
            List.of(AvailabilityZones.getAvailabilityZones()))
        .throughTerraform(SecurityGroupRules.INGRESS, SecurityGroupRules.EGRESS)
        .forgetting(FORGOTTEN::contains);
  }
}
