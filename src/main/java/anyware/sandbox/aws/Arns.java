package anyware.sandbox.aws;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;

/**
 * Names of objects of other services
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html). The offline cloud makes
 * no web ACL, bucket or certificate: one of the right form in the right place is taken to be
 * somebody's.
 */
final class Arns {
  /** A text that the provider takes for an ARN. */
  static final Shape ARN =
      text()
          .matching("arn:[a-z-]+:[^:]+:[^:]*:[^:]*:.+", "({property}) is an invalid ARN: {value}");

  private Arns() {}

  /**
   * Tells whether an ARN names something of the account in the connection's region.
   *
   * @param request the request
   * @param arn the ARN
   * @param service the service, such as {@code wafv2}
   * @param rest what must follow the account, as a regular expression
   */
  static boolean isHere(RequestContext request, String arn, String service, String rest) {
    String region = Identifiers.region(request);
    return arn.matches(
        "arn:[a-z-]+:" + service + ":" + region + ":" + Identifiers.ACCOUNT + ":" + rest);
  }
}
