package anyware.cloud;

import anyware.net.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The load balancer in front of a site's connectors. It takes session negotiation only; PCoIP
 * sessions go to each connector's own address.
 *
 * @param scheme from where it can be reached
 * @param addresses static private addresses, of an internal one; empty where the cloud chooses
 * @param globalAccess whether clients in other regions reach an internal one, on clouds that keep
 *     it to its region otherwise
 * @param idleSeconds after how long without traffic a connection may be closed; absent where the
 *     cloud decides
 * @param probing how it probes the connectors
 * @param deletionProtection whether the cloud is to refuse its deletion
 * @param dns its record in a DNS zone, if it is to have one
 * @param application what one of layer 7 has besides; absent on layer 4
 */
public record Balancer(
    Scheme scheme,
    List<IpAddress> addresses,
    boolean globalAccess,
    Optional<Integer> idleSeconds,
    Probing probing,
    boolean deletionProtection,
    Optional<DnsName> dns,
    Optional<Application> application) {
  /** What a site gets that says nothing about a balancer. */
  public static final Balancer DEFAULT = of(Scheme.PUBLIC);

  /** Copies the addresses. */
  public Balancer {
    addresses = List.copyOf(addresses);
  }

  /** A balancer of layer 4 of which nothing else is said. */
  public static Balancer of(Scheme scheme) {
    return new Balancer(
        scheme,
        List.of(),
        false,
        Optional.empty(),
        Probing.DEFAULT,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same balancer with static private addresses. */
  public Balancer at(List<IpAddress> fixed) {
    return new Balancer(
        scheme, fixed, globalAccess, idleSeconds, probing, deletionProtection, dns, application);
  }

  /** The layer it works at. */
  public Layer layer() {
    return application.isPresent() ? Layer.SEVEN : Layer.FOUR;
  }

  /** The OSI layer that a balancer works at. */
  public enum Layer {
    /** Passes TCP connections on. */
    FOUR(4),
    /** Ends TLS, passes HTTP requests on in connections of its own, and keeps users by a cookie. */
    SEVEN(7);

    private final int number;

    Layer(int number) {
      this.number = number;
    }

    /** The number in the settings and outputs. */
    public int number() {
      return number;
    }
  }

  /** From where a balancer can be reached. */
  public enum Scheme {
    /** From the internet, as far as the policy allows. */
    PUBLIC,
    /** From the site's network and the networks connected to it. */
    INTERNAL;

    /** The name in the settings and outputs. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
