package anyware.sandbox.aws;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.Locale;

/** What load balancers, target groups and listeners share. */
final class ElasticLoadBalancing {
  /**
   * A name of a load balancer or target group:
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html.
   */
  static final Shape NAME =
      text()
          .where(
              "\"{property}\" cannot be longer than 32 characters: \"{value}\"",
              name -> String.valueOf(name).length() <= 32)
          .matching(
              "[0-9A-Za-z-]+",
              "only alphanumeric characters and hyphens allowed in \"{property}\": \"{value}\"")
          .where(
              "\"{property}\" cannot begin with a hyphen: \"{value}\"",
              name -> !String.valueOf(name).startsWith("-"))
          .where(
              "\"{property}\" cannot end with a hyphen: \"{value}\"",
              name -> !String.valueOf(name).endsWith("-"));

  /** The beginning of a name. */
  static final Shape NAME_PREFIX =
      text()
          .matching(
              "[0-9A-Za-z-]+",
              "only alphanumeric characters and hyphens allowed in \"{property}\": \"{value}\"")
          .where(
              "\"{property}\" cannot be longer than 6 characters: \"{value}\"",
              name -> String.valueOf(name).length() <= 6)
          .where(
              "\"{property}\" cannot begin with a hyphen: \"{value}\"",
              name -> !String.valueOf(name).startsWith("-"));

  private ElasticLoadBalancing() {}

  /**
   * The ARN of a new object.
   *
   * @param request the request
   * @param rest what follows the account, up to the generated part
   * @return the ARN
   */
  static String arn(RequestContext request, String rest) {
    return "arn:aws:elasticloadbalancing:"
        + Identifiers.region(request)
        + ":"
        + Identifiers.ACCOUNT
        + ":"
        + rest
        + "/"
        + request.hex("arn", 16);
  }

  /** A protocol in capitals, as the provider writes it. */
  static String upperCase(Object value) {
    return String.valueOf(value).toUpperCase(Locale.ROOT);
  }
}
