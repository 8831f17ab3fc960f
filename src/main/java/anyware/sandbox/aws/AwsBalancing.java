package anyware.sandbox.aws;

import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Situation;
import java.util.Locale;

/** What load balancers, target groups and listeners share. */
final class AwsBalancing {
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

  /** A flag that the provider takes as a text. */
  static final Shape FLAG_TEXT = text().oneOf("true", "false");

  private AwsBalancing() {}

  /**
   * The ARN of a new object.
   *
   * @param at the request
   * @param rest what follows the account, up to the generated part
   * @return the ARN
   */
  static String arn(Situation at, String rest) {
    return "arn:aws:elasticloadbalancing:"
        + AwsNames.region(at)
        + ":"
        + AwsNames.ACCOUNT
        + ":"
        + rest
        + "/"
        + at.hex("arn", 16);
  }

  /**
   * A protocol, which the provider writes in capitals.
   *
   * @param value the protocol
   * @return it in capitals
   */
  static String capitals(Object value) {
    return String.valueOf(value).toUpperCase(Locale.ROOT);
  }
}
