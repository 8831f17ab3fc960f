package anyware.azure;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where a load balancer listens
 * (https://learn.microsoft.com/azure/load-balancer/components#frontend-ip-configurations).
 */
public sealed interface Frontend {
  /** The answer for the kind of frontend that this is. */
  <T> T fold(
      Function<Public, T> ofPublic,
      Function<Inside, T> ofInside,
      Function<InsideExisting, T> ofInsideExisting);

  /** The logical name of its public address, when it has one. */
  default Optional<String> publicAddress() {
    return Optional.empty();
  }

  /**
   * At a public address.
   *
   * @param address the address's logical name
   */
  record Public(String address) implements Frontend {
    @Override
    public <T> T fold(
        Function<Public, T> ofPublic,
        Function<Inside, T> ofInside,
        Function<InsideExisting, T> ofInsideExisting) {
      return ofPublic.apply(this);
    }

    @Override
    public Optional<String> publicAddress() {
      return Optional.of(address);
    }
  }

  /**
   * In a subnet that the plan makes.
   *
   * @param subnet the subnet's logical name
   */
  record Inside(String subnet) implements Frontend {
    @Override
    public <T> T fold(
        Function<Public, T> ofPublic,
        Function<Inside, T> ofInside,
        Function<InsideExisting, T> ofInsideExisting) {
      return ofInside.apply(this);
    }
  }

  /**
   * In a subnet that is there.
   *
   * @param subnet the subnet's id
   */
  record InsideExisting(String subnet) implements Frontend {
    @Override
    public <T> T fold(
        Function<Public, T> ofPublic,
        Function<Inside, T> ofInside,
        Function<InsideExisting, T> ofInsideExisting) {
      return ofInsideExisting.apply(this);
    }
  }
}
