package anyware.azure;

import static java.util.Locale.ROOT;

import anyware.json.JsonPart;
import anyware.natives.Printout;
import java.util.List;
import java.util.Optional;

/**
 * A network security group as {@code az network nsg} prints it. Its default rules are the same in
 * every group, so they are not read.
 *
 * @param id the group's id
 * @param name its name, unique in its resource group only
 * @param rules its own rules, as they are printed
 * @param complete whether the default rules are among them
 */
record NativeGroup(String id, String name, List<JsonPart> rules, boolean complete) {

  private static final Printout PRINTOUT =
      new Printout("network security groups", "value", "nextLink", "name", "az network nsg list");

  /** The groups of a printout; a group that is printed twice alike is one. */
  static List<NativeGroup> read(JsonPart file) {
    List<JsonPart> printed = PRINTOUT.things(file).stream().map(EffectiveRules::plain).toList();
    return Printout.once(printed, NativeGroup::identity).values().stream()
        .map(NativeGroup::group)
        .toList();
  }

  private static Optional<String> identity(JsonPart group) {
    return group.required("name").map(name -> group.text("id").orElse(name).toLowerCase(ROOT));
  }

  private static NativeGroup group(JsonPart part) {
    Optional<String> name = part.required("name");
    JsonPart fields = part.member("properties").orElse(part);
    if (name.isPresent() && fields.member("securityRules").isEmpty()) {
      part.problem(
          "a network security group with securityRules",
          "print it with az network nsg list, or az network nic list-effective-nsg");
    }
    return new NativeGroup(
        part.text("id").orElse(name.orElse("")),
        name.orElse(""),
        fields.items("securityRules", "security rules"),
        part.flag(EffectiveRules.COMPLETE).orElse(false));
  }

  /** Whether a text means this group, by its id or by its name. */
  boolean isCalled(String text) {
    return id.equalsIgnoreCase(text) || name.equalsIgnoreCase(text);
  }
}
