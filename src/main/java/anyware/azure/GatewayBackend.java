package anyware.azure;

import anyware.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * How an application gateway reaches the connectors: by HTTPS, and only those whose certificate is
 * of an authority that it trusts, for the name that it asks for
 * (https://learn.microsoft.com/azure/application-gateway/ssl-overview#end-to-end-tls-encryption).
 *
 * @param port the TCP port of the connectors and of their health probe, 1 to 65535
 * @param probePath the path that the probe asks for; only the answer 200 counts as healthy
 * @param intervalSeconds the time between two probes of a connector, 1 to 86400 seconds
 *     (https://learn.microsoft.com/azure/application-gateway/application-gateway-probe-overview)
 * @param timeoutSeconds after how long without an answer a probe has failed, 1 to 86400 seconds
 * @param unhealthyAfter how many probes in a row must fail, 1 to 20
 * @param hostName the name that the connectors' certificates are issued for; where there is none
 *     the connector's address is asked for
 * @param trustedRoot the authority's certificate in base64, or the id of a Key Vault secret with
 *     it; where there is none an authority that is known to all
 * @param targets the connectors that are registered by their private addresses, sorted; where there
 *     are none, machines join by their own network interfaces
 */
public record GatewayBackend(
    int port,
    String probePath,
    int intervalSeconds,
    int timeoutSeconds,
    int unhealthyAfter,
    Optional<String> hostName,
    Optional<String> trustedRoot,
    List<IpAddress> targets) {
  /**
   * After how long without an answer from a connector a request has failed, in seconds; the
   * platform's own default.
   */
  static final int ANSWER_SECONDS = 30;

  /** Copies the targets. */
  public GatewayBackend {
    targets = List.copyOf(targets);
  }

  /** Whether an authority's certificate is in a vault. */
  static boolean isSecret(String trustedRoot) {
    return trustedRoot.startsWith("https:");
  }
}
