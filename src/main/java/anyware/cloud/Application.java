package anyware.cloud;

import java.util.Optional;

/**
 * What a balancer of layer 7 has besides: it ends the users' TLS connections.
 *
 * @param certificate what it shows to users
 * @param tlsPolicy the versions and ciphers that it offers, by the cloud's name for them
 * @param cookieSeconds how long a user stays with a connector; absent where the cloud has no such
 *     setting
 * @param webAcl filters for requests that are there already and are to be applied, as the cloud
 *     spells them
 * @param accessLogs where requests are logged
 * @param capacity how many instances it may have, on clouds where that is said
 * @param backend how it recognises connectors whose certificate is not of a well-known authority
 */
public record Application(
    Certificate certificate,
    String tlsPolicy,
    Optional<Integer> cookieSeconds,
    Optional<String> webAcl,
    Optional<AccessLogs> accessLogs,
    Optional<Capacity> capacity,
    Optional<Backend> backend) {

  /**
   * Where a balancer writes a line for each request.
   *
   * @param bucket the bucket's name
   * @param prefix what the objects' names begin with; empty for nothing
   */
  public record AccessLogs(String bucket, String prefix) {}

  /**
   * Between how many instances a balancer scales.
   *
   * @param min 0 or more
   * @param max no less
   */
  public record Capacity(int min, int max) {}

  /**
   * How a balancer recognises the connectors behind it.
   *
   * @param trustedRoot the authority's certificate, in PEM or as the id of a secret in a vault
   * @param hostName the name that the connectors' certificates are issued for
   */
  public record Backend(Optional<String> trustedRoot, Optional<String> hostName) {}
}
