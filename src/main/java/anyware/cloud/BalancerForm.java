package anyware.cloud;

import java.util.List;

/**
 * What settings can say of a balancer on a cloud.
 *
 * @param addressPerSubnet whether an internal balancer has an address in each of its subnets; else
 *     it has one
 * @param globalAccess whether an internal balancer is kept to its region unless it is said
 *     otherwise
 * @param targets the kinds of targets, each with the form of its names; a site has targets of one
 *     kind
 */
public record BalancerForm(boolean addressPerSubnet, boolean globalAccess, List<TextForm> targets) {
  /** Copies the kinds. */
  public BalancerForm {
    targets = List.copyOf(targets);
  }
}
