package anyware.vendor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What Microsoft publishes of its requests; {@code tools/models/azure.py} says where, and how the
 * table is written.
 *
 * @param requests what creates or updates a resource, by Pulumi's type
 * @param enums the values of enumerations, by name
 * @param models the properties of objects, by name
 */
public record AzureModels(
    Map<String, Request> requests,
    Map<String, Set<String>> enums,
    Map<String, List<Field>> models) {
  private static final AzureModels PUBLISHED = load();

  /**
   * What creates or updates a resource.
   *
   * @param model its body
   * @param version the API's version
   * @param url where it goes, with the path's parameters in braces
   */
  public record Request(String model, String version, String url) {}

  /**
   * A property.
   *
   * @param path where it stands in the JSON object, with dots
   * @param kind what its value is
   * @param readonly whether Azure alone sets it
   * @param required whether no object goes without
   */
  public record Field(String path, String kind, boolean readonly, boolean required) {
    /** The name under which Pulumi's flat inputs have it: ARecords become aRecords. */
    public String name() {
      String last = path.substring(path.lastIndexOf('.') + 1);
      int capitals = 0;
      while (capitals < last.length() && Character.isUpperCase(last.charAt(capitals))) {
        capitals++;
      }
      int lowered = capitals == last.length() ? capitals : Math.max(capitals - 1, 0);
      return last.substring(0, lowered).toLowerCase(Locale.ROOT) + last.substring(lowered);
    }
  }

  /** The published table. */
  public static AzureModels published() {
    return PUBLISHED;
  }

  /** The properties of a model. */
  public List<Field> fields(String model) {
    return Objects.requireNonNull(models.get(model), model);
  }

  /** The property that a model has under a name of Pulumi's flat inputs. */
  public Optional<Field> named(String model, String name) {
    return fields(model).stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static AzureModels load() {
    Map<String, Request> requests = new LinkedHashMap<>();
    Map<String, Set<String>> enums = new LinkedHashMap<>();
    Map<String, List<Field>> models = new LinkedHashMap<>();
    List<Field> open = new ArrayList<>();
    for (List<String> words : lines()) {
      switch (words.get(0)) {
        case "#" -> {}
        case "request" ->
            requests.put(words.get(1), new Request(words.get(2), words.get(3), words.get(4)));
        case "enum" -> enums.put(words.get(1), new LinkedHashSet<>(words.subList(2, words.size())));
        case "model" -> {
          open = new ArrayList<>();
          models.put(words.get(1), open);
        }
        default ->
            open.add(
                new Field(
                    words.get(0),
                    words.get(1),
                    words.contains("readonly"),
                    words.contains("required")));
      }
    }
    return new AzureModels(requests, enums, models);
  }

  private static List<List<String>> lines() {
    try (InputStream table = AzureModels.class.getResourceAsStream("/vendor/azure.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> List.of(line.strip().split(" +", -1))).toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
