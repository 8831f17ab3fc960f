package anyware.cloud;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What settings can say of a cloud's balancers of one layer; what is absent can't be said.
 *
 * @param schemes from where such a balancer can be reached
 * @param idleSeconds after how long without traffic a connection may be closed
 * @param probing how connectors are probed
 * @param deletionProtection whether the cloud can be told to refuse its deletion
 * @param application what is said on layer 7 only
 */
public record LayerForm(
    Set<Balancer.Scheme> schemes,
    Optional<NumberForm> idleSeconds,
    ProbingForm probing,
    boolean deletionProtection,
    Optional<ApplicationForm> application) {
  /** Both schemes, of which nothing more can be said. */
  public static final LayerForm FIXED =
      new LayerForm(
          EnumSet.allOf(Balancer.Scheme.class),
          Optional.empty(),
          ProbingForm.NONE,
          false,
          Optional.empty());

  /** Copies the schemes. */
  public LayerForm {
    schemes = Set.copyOf(schemes);
  }
}
