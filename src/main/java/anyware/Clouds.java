package anyware;

import anyware.aws.Aws;
import anyware.azure.Azure;
import anyware.cloud.Cloud;
import anyware.gcp.Gcp;
import anyware.platform.CloudPlatform;
import java.util.List;

/** The registry of clouds: the only class that names them all. */
public final class Clouds {
  /** Every cloud that a site can be in, in the order in which people list them. */
  public static final List<CloudPlatform<?>> ALL = List.of(Aws.CLOUD, Azure.CLOUD, Gcp.CLOUD);

  private Clouds() {}

  /**
   * What the program can do on a cloud.
   *
   * @throws IllegalArgumentException when the cloud is not registered
   */
  public static CloudPlatform<?> platform(Cloud cloud) {
    return ALL.stream()
        .filter(platform -> platform.slug().equals(cloud.slug()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not registered: " + cloud.slug()));
  }
}
