package anyware.aws;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import org.jspecify.annotations.Nullable;

/**
 * A resource with those outputs that the program reads of any type, as {@link
 * ComponentScope#register} has none.
 */
final class ComponentMade extends CustomResource {
  @Export(
      name = "arn",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> arn;

  @Export(
      name = "dnsName",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> dnsName;

  @Export(
      name = "ipv6CidrBlock",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> ipv6CidrBlock;

  @Export(
      name = "name",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> name;

  @Export(
      name = "ownerId",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> ownerId;

  @Export(
      name = "publicIp",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> publicIp;

  @Export(
      name = "zoneId",
      refs = {String.class},
      tree = "[0]")
  private @Nullable Output<String> zoneId;

  /**
   * Registers it.
   *
   * @param type one of {@link ResourceTypes}
   * @param options with the provider's version
   */
  ComponentMade(String type, String name, ResourceArgs args, CustomResourceOptions options) {
    super(type, name, args, options);
  }

  /** The ARN, of what has one. */
  Output<String> arn() {
    return made(arn);
  }

  /** The name by which a load balancer is reached. */
  Output<String> dnsName() {
    return made(dnsName);
  }

  /** The IPv6 addresses of a VPC. */
  Output<String> ipv6CidrBlock() {
    return made(ipv6CidrBlock);
  }

  /** A role's own name. */
  Output<String> name() {
    return made(name);
  }

  /** The account that has a VPC. */
  Output<String> ownerId() {
    return made(ownerId);
  }

  /** An Elastic IP's address. */
  Output<String> publicIp() {
    return made(publicIp);
  }

  /** The hosted zone of a load balancer's name. */
  Output<String> zoneId() {
    return made(zoneId);
  }

  /** The SDK puts an output into each of these fields while it registers the resource. */
  private static Output<String> made(@Nullable Output<String> output) {
    if (output == null) {
      throw new IllegalStateException("the SDK fills no exported fields any more");
    }
    return output;
  }
}
