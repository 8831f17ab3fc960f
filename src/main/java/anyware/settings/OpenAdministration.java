package anyware.settings;

import anyware.net.AddressSet;
import anyware.net.Family;
import anyware.net.PublicSpace;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the management interface from being opened to everybody by accident. */
final class OpenAdministration {
  /** The setting that allows it. */
  static final String KEY = "allowOpenAdministration";

  /** Two of IPv4's largest blocks; more than that is no company. */
  private static final int MOST_PER_CENT = 1;

  private static final double HUNDRED = 100;

  private OpenAdministration() {}

  /** Whether it is allowed, by the setting of its own or by the one among the peers. */
  static boolean allowed(Optional<Boolean> setting, Section peers) {
    Optional<Boolean> amongPeers =
        peers.optional(
            KEY,
            node ->
                setting.isPresent()
                    ? node.report("a second " + KEY, "one of the two", "remove one")
                    : Scalars.bool(node));
    return setting.or(() -> amongPeers).orElse(false);
  }

  /** Whether the stack allows it in either place; looked up without reading it. */
  static boolean isGiven(Section root) {
    return isTrue(root.raw(KEY))
        || (root.raw("peers") instanceof JsonObject peers && isTrue(peers.get(KEY)));
  }

  private static boolean isTrue(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive scalar && scalar.getAsString().equals("true");
  }

  /** Addresses of this kind that are not the internet, nor much of it, in any family. */
  static ValueReader<AddressSet> restricted(ValueReader<AddressSet> kind) {
    return node -> restricted(node, kind.read(node));
  }

  private static Optional<AddressSet> restricted(Node node, Optional<AddressSet> given) {
    String open =
        given.stream()
            .flatMap(addresses -> Arrays.stream(Family.values()).map(f -> found(addresses, f)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" and "));
    return open.isEmpty()
        ? given
        : node.report(
            open,
            "addresses of people you know: at most %d %% of a family's public addresses"
                .formatted(MOST_PER_CENT),
            "name them, or set " + KEY + ": true to let everybody reach the management interface");
  }

  private static Optional<String> found(AddressSet addresses, Family family) {
    String name = family == Family.IPV4 ? "IPv4" : "IPv6";
    if (addresses.coversAll(family)) {
      return Optional.of("every " + name + " address");
    }
    double share = PublicSpace.share(addresses, family);
    return share > MOST_PER_CENT / HUNDRED
        ? Optional.of(
            String.format(Locale.ROOT, "%.1f %% of the public %s addresses", share * HUNDRED, name))
        : Optional.empty();
  }
}
