package anyware.settings;

import anyware.net.AddressSet;
import anyware.net.Family;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the management interface from being opened to everybody by accident. */
final class OpenAdministration {
  /** The setting that allows it. */
  static final String KEY = "allowOpenAdministration";

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
        || root.raw("peers") instanceof JsonObject peers && isTrue(peers.get(KEY));
  }

  private static boolean isTrue(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive scalar && scalar.getAsString().equals("true");
  }

  /** Addresses of this kind that leave somebody out in each family. */
  static ValueReader<AddressSet> restricted(ValueReader<AddressSet> kind) {
    return node -> restricted(node, kind.read(node));
  }

  private static Optional<AddressSet> restricted(Node node, Optional<AddressSet> administrators) {
    String open =
        administrators.map(OpenAdministration::openFamilies).orElse(List.of()).stream()
            .map(family -> family == Family.IPV4 ? "IPv4" : "IPv6")
            .collect(Collectors.joining(" and "));
    return open.isEmpty()
        ? administrators
        : node.report(
            "every " + open + " address",
            "the addresses of the administrators",
            "name them, or set " + KEY + ": true to let everybody reach the management interface");
  }

  private static List<Family> openFamilies(AddressSet addresses) {
    return Arrays.stream(Family.values()).filter(addresses::coversAll).toList();
  }
}
