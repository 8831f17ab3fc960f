package anyware.aws;

import java.util.function.Function;

/**
 * A Network Load Balancer passes connections on as they are, with the client's address
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html).
 *
 * @param listener what it listens to
 * @param idleSeconds after how long without traffic it forgets a connection
 *     (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html)
 */
public record NetworkFront(Listener listener, int idleSeconds) implements Front {
  @Override
  public <T> T fold(
      Function<NetworkFront, T> ofNetwork, Function<ApplicationFront, T> ofApplication) {
    return ofNetwork.apply(this);
  }
}
