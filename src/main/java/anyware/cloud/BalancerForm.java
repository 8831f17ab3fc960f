package anyware.cloud;

import java.util.List;
import java.util.Optional;

/**
 * What settings can say of a balancer on a cloud.
 *
 * @param addressPerSubnet whether an internal balancer has an address in each of its subnets; else
 *     it has one
 * @param globalAccess whether an internal balancer is kept to its region unless it is said
 *     otherwise
 * @param targets the kinds of targets, each with the form of its names; a site has targets of one
 *     kind
 * @param four what can be said on layer 4
 * @param seven what can be said on layer 7; absent where there is no such balancer
 */
public record BalancerForm(
    boolean addressPerSubnet,
    boolean globalAccess,
    List<TextForm> targets,
    LayerForm four,
    Optional<LayerForm> seven) {
  /** Copies the kinds. */
  public BalancerForm {
    targets = List.copyOf(targets);
  }

  /** What can be said on a layer; absent where the cloud has no balancer of it. */
  public Optional<LayerForm> of(Balancer.Layer layer) {
    return switch (layer) {
      case FOUR -> Optional.of(four);
      case SEVEN -> seven;
    };
  }
}
