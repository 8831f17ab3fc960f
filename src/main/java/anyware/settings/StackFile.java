package anyware.settings;

import anyware.cloud.Cloud;
import anyware.net.MalformedException;
import anyware.problem.FileText;
import anyware.problem.Printable;
import anyware.problem.Problem;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the settings from a stack file, without the engine. Encrypted values can't be read this
 * way; where one stands in the program's own namespace, it is a problem.
 */
public final class StackFile {
  static final String CONFIG = "config";
  private static final String ENVIRONMENT = "environment";

  /** Room for thousands of sites. */
  private static final long MOST_BYTES = 1L << 20;

  /**
   * What else a stack file may hold:
   * https://www.pulumi.com/docs/iac/concepts/projects/stack-settings-file/
   */
  private static final Set<String> ENGINES_OWN =
      Set.of("secretsprovider", "encryptedkey", "encryptionsalt", ENVIRONMENT);

  private StackFile() {}

  /**
   * Reads the settings in a file.
   *
   * @param clouds every cloud that a site can be in
   * @param file such as {@code stacks/Pulumi.demo.yaml}
   */
  public static Reading read(List<? extends Cloud> clouds, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Reading.Invalid.because(
            new Problem(
                file.toString(),
                Files.size(file) + " bytes",
                "a file of " + MOST_BYTES + " bytes at most",
                "split the stack"));
      }
      return read(clouds, file.toString(), FileText.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Reading.Invalid.because(
          new Problem(
              file.toString(), "no readable UTF-8 text", "a stack file", "check the stack's name"));
    }
  }

  /** On which lines the settings of a file stand; none where it can't be read. */
  public static SettingLines lines(Path file) {
    try {
      return Files.size(file) > MOST_BYTES
          ? SettingLines.NONE
          : SettingLines.of(FileText.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      return SettingLines.NONE;
    }
  }

  /**
   * Reads the settings in the text of a stack file.
   *
   * @param clouds every cloud that a site can be in
   * @param name how problems of the file as such name it
   * @param yaml the file's text
   */
  public static Reading read(List<? extends Cloud> clouds, String name, String yaml) {
    try {
      JsonElement document = EngineYaml.parse(yaml);
      JsonObject config = config(document);
      Map<String, String> settings = new HashMap<>();
      for (Map.Entry<String, JsonElement> entry : config.entrySet()) {
        if (entry.getKey().indexOf(':') < 0) {
          throw new MalformedException(
              "keys with a namespace under config",
              "did you mean "
                  + SettingsReader.NAMESPACE
                  + ":"
                  + Printable.text(entry.getKey())
                  + "?");
        }
        settings.put(entry.getKey(), text(entry.getValue()));
      }
      Reading reading = SettingsReader.read(clouds, settings);
      return hasEnvironment(document) ? withEnvironment(reading, name) : reading;
    } catch (MalformedException e) {
      return Reading.Invalid.because(new Problem(name, "something else", e.allowed(), e.fix()));
    }
  }

  private static JsonObject config(JsonElement document) throws MalformedException {
    if (!(document instanceof JsonObject stack)) {
      throw new MalformedException("a structure with the key config", "");
    }
    for (String key : stack.keySet()) {
      // The engine leaves other keys alone, so anchors can stand there; but not where config is
      // meant.
      if (!stack.has(CONFIG) && !ENGINES_OWN.contains(key) && isMeant(key)) {
        throw new MalformedException(
            "the key config", DidYouMean.question(CONFIG) + " found " + Printable.text(key));
      }
    }
    JsonElement config = stack.get(CONFIG);
    if (config == null || config.isJsonNull()) {
      return new JsonObject();
    }
    if (config instanceof JsonObject settings) {
      return settings;
    }
    throw new MalformedException("a structure under config", "");
  }

  private static boolean hasEnvironment(JsonElement document) {
    return document instanceof JsonObject stack
        && stack.has(ENVIRONMENT)
        && !stack.get(ENVIRONMENT).isJsonNull();
  }

  /**
   * What is missing may come from the environments, which only the engine can open
   * (https://www.pulumi.com/docs/esc/integrations/infrastructure/pulumi-iac/).
   */
  private static Reading withEnvironment(Reading reading, String name) {
    return reading.fold(
        settings -> reading,
        problems -> {
          List<Problem> all = new ArrayList<>(problems);
          all.add(
              new Problem(
                  name,
                  "the key environment, whose values only the engine knows",
                  "settings in the file alone",
                  "print them all with pulumi config --show-secrets --json and name the printout"
                      + " with --config"));
          return new Reading.Invalid(all);
        });
  }

  private static boolean isMeant(String key) {
    return key.startsWith(SettingsReader.NAMESPACE)
        || DidYouMean.of(key, List.of(CONFIG)).isPresent();
  }

  /** What the engine makes of a setting: text as it is, nothing as an empty text, else JSON. */
  private static String text(JsonElement value) {
    if (value instanceof JsonNull) {
      return "";
    }
    return value instanceof JsonPrimitive scalar ? EngineScalar.text(scalar) : value.toString();
  }
}
