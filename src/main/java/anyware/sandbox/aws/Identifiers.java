package anyware.sandbox.aws;

import anyware.sandbox.spec.Computation;
import anyware.sandbox.spec.RequestContext;
import java.util.function.Function;

/** How AWS names things. */
final class Identifiers {
  /** The account that all objects belong to; the one of AWS's documentation. */
  static final String ACCOUNT = "123456789012";

  private Identifiers() {}

  /**
   * An id of EC2's kind, such as {@code vpc-0} and 16 more digits.
   *
   * @param prefix the part before the hyphen
   * @return how the id is made
   */
  static Function<RequestContext, String> id(String prefix) {
    return request -> fresh(request, prefix);
  }

  /**
   * One more id of EC2's kind, for what AWS makes along with an object.
   *
   * @param request the request
   * @param prefix the part before the hyphen
   * @return the id
   */
  static String fresh(RequestContext request, String prefix) {
    return prefix + "-0" + request.hex(prefix, 16);
  }

  /**
   * The connection's region.
   *
   * @param request the request
   * @return the region
   */
  static String region(RequestContext request) {
    return request.settings().text("region").orElseThrow();
  }

  /**
   * The ARN of an EC2 object.
   *
   * @param kind the resource part, such as {@code vpc}
   * @return how the ARN is made
   */
  static Computation ec2Arn(String kind) {
    return (request, enclosing) ->
        "arn:aws:ec2:" + region(request) + ":" + ACCOUNT + ":" + kind + "/" + request.id();
  }
}
