package anyware.attach;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Source code put together from parts, in which names of a site and a role are filled in. */
public final class SourceText {
  private static final String EACH = "-${replace(each.key, \".\", \"-\")}";

  private final Map<String, String> names = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * Code about a role at a site. In its parts {@code <site>} is the site's name, {@code <role>} the
   * role's, {@code <key>} the role's key in the outputs, {@code <name>} a name for resources and
   * {@code <machine>}, in HCL, a name for the machine of {@code each.key}, a reserved address, or
   * for the only one.
   *
   * @param role the role
   */
  public SourceText(SiteRole role) {
    String machine = role.site().name() + "-" + role.role().slug();
    names.put("<machine>", role.addresses().isEmpty() ? machine : machine + EACH);
    names.put("<site>", role.site().name());
    names.put("<role>", role.role().slug());
    names.put("<key>", role.role().key());
    names.put("<name>", role.site().name() + "_" + role.role().slug());
  }

  /** Adds a part. */
  public SourceText add(String part) {
    String filled = part;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace(name.getKey(), name.getValue());
    }
    text.append(filled);
    return this;
  }

  /** Adds a part where something holds. */
  public SourceText addIf(boolean holds, String part) {
    return holds ? add(part) : this;
  }

  /** Adds a part where something is there. */
  public SourceText addIf(Optional<?> there, String part) {
    return addIf(there.isPresent(), part);
  }

  /** The whole. */
  @Override
  public String toString() {
    return text.toString();
  }
}
