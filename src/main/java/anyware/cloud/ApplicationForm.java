package anyware.cloud;

import java.util.Optional;

/**
 * What settings can say of a cloud's balancers on layer 7 only; what is absent can't be said.
 *
 * @param certificate where a certificate can come from
 * @param tlsPolicy the names of versions and ciphers
 * @param defaultTlsPolicy the name that stands for TLS 1.2 and 1.3
 * @param cookieSeconds how long a user stays with a connector
 * @param webAcl the ids of filters for requests
 * @param accessLogBucket the names of buckets that requests can be logged to
 * @param capacity how many instances a balancer can have at least and at most
 * @param backend whether a balancer checks the connectors' certificates
 */
public record ApplicationForm(
    CertificateForm certificate,
    TextForm tlsPolicy,
    String defaultTlsPolicy,
    Optional<NumberForm> cookieSeconds,
    TextForm webAcl,
    Optional<TextForm> accessLogBucket,
    Optional<CapacityForm> capacity,
    boolean backend) {

  /**
   * How many instances a balancer can have.
   *
   * @param range how few and how many
   * @param fallback between how many it scales where nothing is said
   */
  public record CapacityForm(CountRange range, Application.Capacity fallback) {}
}
