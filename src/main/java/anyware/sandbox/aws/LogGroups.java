package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.text;
import static anyware.sandbox.spec.Shape.whole;

import anyware.sandbox.spec.AutoName;
import anyware.sandbox.spec.ResourceType;
import anyware.sandbox.spec.Shape;
import java.util.List;
import java.util.Set;

/** CloudWatch's log groups. */
final class LogGroups {
  static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

  /**
   * For how many days events are kept, 0 for ever:
   * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
   */
  private static final Set<Long> RETENTIONS =
      Set.of(
          0L, 1L, 3L, 5L, 7L, 14L, 30L, 60L, 90L, 120L, 150L, 180L, 365L, 400L, 545L, 731L, 1096L,
          1827L, 2192L, 2557L, 2922L, 3288L, 3653L);

  private static final Shape NAME_CHARACTERS =
      text()
          .matching(
              "[.\\-_/#A-Za-z0-9]+", "\"{property}\" isn't a valid log group name: \"{value}\"");

  private LogGroups() {}

  static List<ResourceType> types() {
    return List.of(
        ResourceType.named(
                LOG_GROUP,
                "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html")
            .has(
                optional("kmsKeyId", Arns.ARN),
                optional("logGroupClass", text().oneOf("STANDARD", "INFREQUENT_ACCESS", "DELIVERY"))
                    .replaces()
                    .orComputed((request, enclosing) -> "STANDARD"),
                optional("name", NAME_CHARACTERS.length(1, 512)).replaces(),
                optional("namePrefix", NAME_CHARACTERS.length(1, 486)).replaces(),
                optional(
                        "retentionInDays",
                        whole()
                            .where(
                                "expected {property} to be one of the days that AWS offers, got"
                                    + " {value}",
                                days ->
                                    days instanceof Number number
                                        && RETENTIONS.contains(number.longValue())))
                    .defaultsTo(0),
                optional("skipDestroy", flag()).defaultsTo(false))
            .has(Tags.properties())
            .has(
                computed(
                    "arn",
                    (request, enclosing) ->
                        "arn:aws:logs:"
                            + Identifiers.region(request)
                            + ":"
                            + Identifiers.ACCOUNT
                            + ":log-group:"
                            + enclosing.text("name", "")))
            .idIs(request -> request.inputs().text("name", ""))
            .autoNamed(AutoName.dashed("name", 512))
            .completedBy(Tags::merged)
            .exists("ResourceAlreadyExistsException: The specified log group already exists")
            .gone("ResourceNotFoundException: The specified log group does not exist.")
            .build());
  }
}
