package anyware.sandbox.aws;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.Situation;
import java.util.function.Function;

/** How AWS names things. */
final class AwsNames {
  /** The account that all objects belong to; the one of AWS's documentation. */
  static final String ACCOUNT = "123456789012";

  private AwsNames() {}

  /**
   * An id of EC2's kind, such as {@code vpc-0} and 16 more digits.
   *
   * @param prefix the part before the hyphen
   * @return how the id is made
   */
  static Function<Situation, String> id(String prefix) {
    return situation -> fresh(situation, prefix);
  }

  /**
   * One more id of EC2's kind, for what AWS makes along with an object.
   *
   * @param situation the request
   * @param prefix the part before the hyphen
   * @return the id
   */
  static String fresh(Situation situation, String prefix) {
    return prefix + "-0" + situation.hex(prefix, 16);
  }

  /**
   * The connection's region.
   *
   * @param situation the request
   * @return the region
   */
  static String region(Situation situation) {
    return situation.settings().text("region").orElseThrow();
  }

  /**
   * The ARN of an EC2 object.
   *
   * @param kind the resource part, such as {@code vpc}
   * @return how the ARN is made
   */
  static Computation ec2Arn(String kind) {
    return (situation, around) ->
        "arn:aws:ec2:" + region(situation) + ":" + ACCOUNT + ":" + kind + "/" + situation.id();
  }
}
