package anyware.sandbox.engine;

import anyware.sandbox.spec.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The public addresses of all clouds: the three documentation ranges of RFC 5737, without network
 * and broadcast addresses. Safe for use by several threads.
 */
final class AddressPool {
  private static final List<String> RANGES = List.of("192.0.2.", "198.51.100.", "203.0.113.");

  private final List<String> all = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  AddressPool() {
    for (String range : RANGES) {
      for (int host = 1; host <= 254; host++) {
        all.add(range + host);
      }
    }
  }

  /**
   * Hands out an address that nobody holds.
   *
   * @param seed equal seeds get equal addresses as long as they are free
   * @return the address
   * @throws RefusedException when none is left
   */
  synchronized String take(String seed) {
    int start = Integer.parseInt(SeededDigits.hex(seed, 6), 16) % all.size();
    for (int i = 0; i < all.size(); i++) {
      String address = all.get((start + i) % all.size());
      if (taken.add(address)) {
        return address;
      }
    }
    throw new RefusedException(
        "AddressLimitExceeded: all " + all.size() + " public addresses are taken");
  }

  /**
   * Marks addresses as held, when a cloud is loaded.
   *
   * @param addresses the addresses
   */
  synchronized void claim(Collection<String> addresses) {
    taken.addAll(addresses);
  }

  /**
   * Takes addresses back.
   *
   * @param addresses the addresses
   */
  synchronized void release(Collection<String> addresses) {
    taken.removeAll(addresses);
  }
}
