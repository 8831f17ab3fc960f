package anyware.cloud;

import java.util.Locale;

/**
 * The load balancer in front of a site's connectors. It takes session negotiation only; PCoIP
 * sessions go to each connector's own address.
 *
 * @param layer the OSI layer it works at
 * @param scheme from where it can be reached
 */
public record Balancer(Layer layer, Scheme scheme) {
  /** What a site gets that says nothing about a balancer. */
  public static final Balancer DEFAULT = new Balancer(Layer.FOUR, Scheme.PUBLIC);

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
