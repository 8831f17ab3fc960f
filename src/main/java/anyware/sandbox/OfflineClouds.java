package anyware.sandbox;

import anyware.sandbox.aws.Aws;
import anyware.sandbox.aws.Quotas;
import anyware.sandbox.azure.Azure;
import anyware.sandbox.gcp.Gcp;
import anyware.sandbox.spec.Cloud;
import java.util.List;

/** The clouds that the process plays. */
final class OfflineClouds {
  private OfflineClouds() {}

  /**
   * Lists the clouds.
   *
   * @param awsQuotas what the AWS account may have
   * @return the clouds, one a provider
   */
  static List<Cloud> all(Quotas awsQuotas) {
    return List.of(Aws.cloud(awsQuotas), Azure.cloud(), Gcp.cloud());
  }
}
