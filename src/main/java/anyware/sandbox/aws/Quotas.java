package anyware.sandbox.aws;

import anyware.sandbox.spec.RequestContext;

/**
 * What an account may have in a region; AWS raises both on demand:
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html.
 *
 * @param rulesPerSecurityGroup the most inbound, and the most outbound, rules of a security group
 *     in each address family
 * @param elasticIps the most Elastic IP addresses
 */
public record Quotas(int rulesPerSecurityGroup, int elasticIps) {
  /** What a new account has. */
  public static final Quotas DEFAULT = new Quotas(60, 5);

  /**
   * Counts what the account has of a type in the request's region.
   *
   * @param request the request
   * @param type the type's token
   * @return the number of objects, the request's own included once it exists
   */
  static long used(RequestContext request, String type) {
    return request.all(type).stream()
        .filter(found -> found.settings().text("region").equals(request.settings().text("region")))
        .count();
  }
}
