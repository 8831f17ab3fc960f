package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.object;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Cloud;
import java.util.List;
import java.util.stream.Stream;

/** The offline AWS. */
public final class Aws {
  private Aws() {}

  /**
   * Puts the cloud together. A name is valid in its region.
   *
   * @return the cloud
   */
  public static Cloud cloud() {
    return Cloud.of(
        "aws",
        List.of(
            required(
                    "region",
                    text().matching("[a-z]{2}(-[a-z]+)+-[0-9]", "invalid AWS Region: {value}"))
                .replaces(),
            optional("defaultTags", object(optional("tags", mapOf(text()))))),
        (name, at) -> at.text("region", "") + " " + name,
        Stream.of(
                AwsNetwork.types(),
                AwsRouting.types(),
                AwsRoutes.types(),
                AwsAddresses.types(),
                AwsGroups.types(),
                AwsDefaultGroup.types(),
                AwsRules.types(),
                AwsBalancers.types(),
                AwsTargetGroups.types(),
                AwsListeners.types())
            .flatMap(List::stream)
            .toList(),
        List.of(AwsZones.getAvailabilityZones()));
  }
}
