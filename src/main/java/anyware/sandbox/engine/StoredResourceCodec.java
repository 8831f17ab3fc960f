package anyware.sandbox.engine;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.StoredResource;
import java.util.Map;
import java.util.TreeMap;

/** An object of a cloud as a line of the journal. */
final class StoredResourceCodec {
  private StoredResourceCodec() {}

  /**
   * Writes an object.
   *
   * @param stored the object
   * @return its form
   */
  static Props write(StoredResource stored) {
    return Props.of(
        Map.of(
            "type", stored.type(),
            "id", stored.id(),
            "urn", stored.urn(),
            "seed", stored.seed(),
            "settings", stored.settings(),
            "inputs", stored.inputs(),
            "outputs", stored.outputs(),
            "addresses", stored.addresses()));
  }

  /**
   * Reads an object.
   *
   * @param form its form
   * @return the object
   */
  static StoredResource read(Props form) {
    Map<String, String> addresses = new TreeMap<>();
    form.object("addresses")
        .values()
        .forEach((slot, at) -> addresses.put(slot, String.valueOf(at)));
    return new StoredResource(
        form.text("type", ""),
        form.text("id", ""),
        form.text("urn", ""),
        form.text("seed", ""),
        form.object("settings"),
        form.object("inputs"),
        form.object("outputs"),
        Map.copyOf(addresses));
  }
}
