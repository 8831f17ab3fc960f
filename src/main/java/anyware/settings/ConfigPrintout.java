package anyware.settings;

import anyware.cloud.Cloud;
import anyware.json.JsonPart;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the settings from what {@code pulumi config --show-secrets --json} prints: all that the
 * engine knows of a stack, with what environments bring
 * (https://www.pulumi.com/docs/iac/cli/commands/pulumi_config/).
 */
public final class ConfigPrintout {
  private ConfigPrintout() {}

  /**
   * Reads the settings in a printout.
   *
   * @param clouds every cloud that a site can be in
   * @param name how problems of the file as such name it
   * @param json the printout
   */
  public static Reading read(List<? extends Cloud> clouds, String name, String json) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> config = new HashMap<>();
    Set<String> secretKeys = new HashSet<>();
    JsonPart printout = JsonPart.parse(name, json, problems);
    for (String key : problems.isEmpty() ? printout.keys() : Set.<String>of()) {
      printout
          .member(key)
          .ifPresent(
              setting -> {
                boolean isSecret = setting.flag("secret").orElse(false);
                if (isSecret && setting.member("value").isEmpty()) {
                  setting.problem("a value", "print it with --show-secrets");
                }
                setting.required("value").ifPresent(value -> config.put(key, value));
                if (isSecret) {
                  secretKeys.add(key);
                }
              });
    }
    return problems.isEmpty()
        ? SettingsReader.read(clouds, config, secretKeys)
        : new Reading.Invalid(problems);
  }
}
