package anyware.azure;

import anyware.json.JsonPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network security group as {@code az network nsg} prints it. Its default rules are the same in
 * every group, so they are not read.
 *
 * @param id the group's id
 * @param name its name, unique in its resource group only
 * @param rules its own rules, as they are printed
 */
record NativeGroup(String id, String name, List<JsonPart> rules) {

  /** The groups of a file: a list, a page of the platform's API with {@code value}, or one. */
  static List<NativeGroup> read(JsonPart file) {
    List<JsonPart> parts =
        file.value().isJsonArray()
            ? file.items("network security groups")
            : file.member("value")
                .map(list -> list.items("network security groups"))
                .orElseGet(() -> file.isMissing() ? List.of() : List.of(file));
    List<NativeGroup> groups = new ArrayList<>();
    for (JsonPart part : parts) {
      Optional<String> name = part.required("name");
      JsonPart fields = part.member("properties").orElse(part);
      if (name.isPresent() && fields.member("securityRules").isEmpty()) {
        part.problem("a network security group with securityRules", "print it with az network nsg");
      }
      groups.add(
          new NativeGroup(
              part.text("id").orElse(name.orElse("")),
              name.orElse(""),
              fields.items("securityRules", "security rules")));
    }
    return groups;
  }

  /** Whether a text means this group, by its id or by its name. */
  boolean isCalled(String text) {
    return id.equalsIgnoreCase(text) || name.equalsIgnoreCase(text);
  }
}
