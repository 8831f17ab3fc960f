package anyware.gcp;

import anyware.cloud.Balancer;
import anyware.firewall.FrontEnd;
import anyware.net.AddressSet;
import anyware.net.Family;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A global external Application Load Balancer (https://cloud.google.com/load-balancing/docs/https).
 * It ends the users' TLS connections at Google's front ends and opens connections of its own to the
 * connectors, whose certificate it does not check
 * (https://cloud.google.com/load-balancing/docs/ssl-certificates/encryption-to-the-backends). A
 * user stays with a connector by a cookie. Cloud Armor decides who may use it; but where it answers
 * with a redirect by itself Cloud Armor is not asked
 * (https://cloud.google.com/armor/docs/security-policy-overview).
 *
 * @param name the logical name of its parts; those of the redirect have one that begins with it
 * @param kind all that settings say of it but its DNS record
 * @param port the TCP port that it listens and probes on, 1 to 65535
 * @param healthPath the path of the HTTPS health check, which expects the status 200
 * @param targets the self links of the instance groups behind it; where there are none, they are
 *     attached from outside
 * @param rules the rules of its Cloud Armor policy, by priority; none where it has no policy
 * @param redirects of which families it answers HTTP on port 80 with a redirect to HTTPS, whoever
 *     asks; none where it does not
 * @param families of the front ends' addresses; they connect to the connectors over IPv4 in any
 *     case
 * @param further what forwarding rules take that somebody added or changed
 */
public record ApplicationBalancer(
    String name,
    Balancer kind,
    int port,
    String healthPath,
    List<String> targets,
    List<ArmorRule> rules,
    Set<Family> redirects,
    Set<Family> families,
    List<FrontEnd> further)
    implements LoadBalancer {
  /**
   * Where the front ends' connections and health probes come from
   * (https://cloud.google.com/load-balancing/docs/https#firewall-rules).
   */
  static final AddressSet FRONT_ENDS = AddressSet.of("35.191.0.0/16", "130.211.0.0/22");

  /** The port of the redirect. */
  static final int REDIRECT_PORT = 80;

  /**
   * The name of the port by which the balancer finds the connectors' service in their instance
   * groups (https://cloud.google.com/load-balancing/docs/backend-service#named_ports).
   */
  static final String PORT_NAME = "https";

  /** Copies the lists. */
  public ApplicationBalancer {
    targets = List.copyOf(targets);
    rules = List.copyOf(rules);
    redirects = Family.copyOf(redirects);
    families = Family.copyOf(families);
    further = List.copyOf(further);
  }

  /** Whether it answers HTTP at all. */
  boolean redirect() {
    return !redirects.isEmpty();
  }

  @Override
  public <T> T fold(
      Function<PassthroughBalancer, T> ofPassthrough,
      Function<ApplicationBalancer, T> ofApplication) {
    return ofApplication.apply(this);
  }
}
