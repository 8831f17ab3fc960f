package anyware.cloud;

import anyware.net.IpAddress;
import java.util.List;
import java.util.Locale;

/**
 * The load balancer in front of a site's connectors. It takes session negotiation only; PCoIP
 * sessions go to each connector's own address.
 *
 * @param layer the OSI layer it works at
 * @param scheme from where it can be reached
 * @param addresses static private addresses, of an internal one; empty where the cloud chooses
 * @param globalAccess whether clients in other regions reach an internal one, on clouds that keep
 *     it to its region otherwise
 */
public record Balancer(
    Layer layer, Scheme scheme, List<IpAddress> addresses, boolean globalAccess) {
  /** What a site gets that says nothing about a balancer. */
  public static final Balancer DEFAULT = of(Layer.FOUR, Scheme.PUBLIC);

  /** Copies the addresses. */
  public Balancer {
    addresses = List.copyOf(addresses);
  }

  /** A balancer at an address of the cloud's choice. */
  public static Balancer of(Layer layer, Scheme scheme) {
    return new Balancer(layer, scheme, List.of(), false);
  }

  /** The OSI layer that a balancer works at. */
  public enum Layer {
    /** Passes TCP connections on. */
    FOUR(4);

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
