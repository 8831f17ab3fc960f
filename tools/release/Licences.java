import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the components of a bill of materials (CycloneDX, JSON) by their licences, as Markdown.
 */
final class Licences {
  private Licences() {}

  public static void main(String[] args) throws IOException {
    JsonObject bill = JsonParser.parseString(Files.readString(Path.of(args[0]))).getAsJsonObject();
    Map<String, List<String>> byLicence = new TreeMap<>();
    for (JsonElement element : bill.getAsJsonArray("components")) {
      JsonObject component = element.getAsJsonObject();
      byLicence
          .computeIfAbsent(licences(component), licence -> new ArrayList<>())
          .add(
              "%s:%s %s"
                  .formatted(
                      text(component, "group"),
                      text(component, "name"),
                      text(component, "version")));
    }
    System.out.println("# What is in the jars\n\nBy licence (SPDX), from `sbom.cdx.json`.");
    byLicence.forEach(
        (licence, components) -> {
          System.out.printf("%n## %s%n%n", licence);
          components.stream().sorted().forEach(component -> System.out.println("- " + component));
        });
  }

  /** Of several the user may choose. */
  private static String licences(JsonObject component) {
    List<String> names = new ArrayList<>();
    JsonArray licences =
        component.has("licenses") ? component.getAsJsonArray("licenses") : new JsonArray();
    for (JsonElement element : licences) {
      JsonObject choice = element.getAsJsonObject();
      JsonObject licence = choice.has("license") ? choice.getAsJsonObject("license") : choice;
      names.add(
          licence.has("id")
              ? text(licence, "id")
              : licence.has("name") ? text(licence, "name") : text(licence, "expression"));
    }
    if (names.isEmpty()) {
      throw new IllegalStateException(component + " has no licence");
    }
    return String.join(" or ", names);
  }

  private static String text(JsonObject structure, String key) {
    return structure.has(key) ? structure.get(key).getAsString() : "";
  }
}
