package anyware.cloud;

import anyware.net.Family;
import java.util.Set;

/** A cloud as settings and policies know it: what it declares of itself, as data. */
public interface Cloud {
  /** The name in the settings and outputs: lower-case letters. */
  String slug();

  /** The name for people. */
  String title();

  /** The forms of what settings say about a site of this cloud. */
  CloudForms forms();

  /**
   * Whether a rule of this cloud can only open, so that a role's whole inbound direction is closed
   * as soon as the role has rules.
   */
  boolean rulesOnlyOpen();

  /**
   * How a balancer changes what the connectors' firewall sees.
   *
   * @param balancer the balancer
   * @param families the address families of its network
   */
  BalancerTraits traits(Balancer balancer, Set<Family> families);
}
