package anyware.aws;

import java.util.function.Function;

/** What a load balancer listens to, and what it does with it before its targets get it. */
public sealed interface Front permits NetworkFront, ApplicationFront {
  /**
   * The answer for the kind of load balancer that this is.
   *
   * @param ofNetwork the answer for a Network Load Balancer
   * @param ofApplication the answer for an Application Load Balancer
   */
  <T> T fold(Function<NetworkFront, T> ofNetwork, Function<ApplicationFront, T> ofApplication);

  /**
   * A port that a load balancer listens to.
   *
   * @param protocol the protocol as AWS writes it, such as {@code TCP}
   * @param port 1 to 65535
   */
  record Listener(String protocol, int port) {}
}
