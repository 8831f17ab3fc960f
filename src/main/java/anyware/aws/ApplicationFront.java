package anyware.aws;

import java.util.Optional;
import java.util.function.Function;

/**
 * An Application Load Balancer ends the clients' TLS connections, drops headers that are not valid,
 * and passes requests on in TLS connections of its own, without a look at the targets' certificates
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html).
 *
 * @param listener what it listens to
 * @param certificate the ARN of the certificate that it shows
 * @param tlsPolicy the TLS versions and ciphers that it offers, by AWS's name
 * @param redirect a port on which it answers with the listener's address and passes nothing on;
 *     absent where there is none
 * @param idleSeconds after how long without traffic it closes a connection
 *     (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html)
 * @param accessLogs where it logs requests, if it does
 * @param webAcl the ARN of the web ACL that filters requests, if one does
 */
public record ApplicationFront(
    Listener listener,
    String certificate,
    String tlsPolicy,
    Optional<Listener> redirect,
    int idleSeconds,
    Optional<AccessLogs> accessLogs,
    Optional<String> webAcl)
    implements Front {
  @Override
  public <T> T fold(
      Function<NetworkFront, T> ofNetwork, Function<ApplicationFront, T> ofApplication) {
    return ofApplication.apply(this);
  }

  /**
   * Where requests are logged
   * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html).
   *
   * @param bucket the name of a bucket of the same region
   * @param prefix what the objects' names begin with; may be empty
   */
  public record AccessLogs(String bucket, String prefix) {}
}
