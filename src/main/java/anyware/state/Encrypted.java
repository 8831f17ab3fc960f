package anyware.state;

import anyware.json.JsonPart;
import com.google.gson.JsonObject;
import java.util.Set;

/**
 * Refuses values that the engine encrypted, for nobody can say what they let pass. It writes them
 * as structures with a key of its own
 * (https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go). What it keeps
 * for itself, such as a provider's credentials, may be secret, and so may what only labels.
 */
final class Encrypted {
  static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final Set<String> PARTS = Set.of("id", "inputs", "outputs");

  /**
   * Google's provider encrypts these two always
   * (https://github.com/hashicorp/terraform-provider-google/blob/main/google/tpgresource/labels.go).
   */
  private static final Set<String> LABELS = Set.of("effectiveLabels", "pulumiLabels");

  private Encrypted() {}

  /** Notes a problem for each encrypted value of a resource. */
  static void refuse(JsonPart resource) {
    PARTS.forEach(part -> resource.member(part).ifPresent(Encrypted::refuseIn));
  }

  private static void refuseIn(JsonPart part) {
    if (part.value().isJsonArray()) {
      part.items("values").forEach(Encrypted::refuseIn);
    } else if (part.value() instanceof JsonObject structure) {
      if (structure.has(SIGNATURE) && !ShownSecrets.isShown(structure)) {
        part.problem("values in plain text", "print it with pulumi stack export --show-secrets");
      } else {
        structure.keySet().stream()
            .filter(key -> !LABELS.contains(key))
            .forEach(key -> part.member(key).ifPresent(Encrypted::refuseIn));
      }
    }
  }
}
