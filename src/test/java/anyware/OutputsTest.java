package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.cloud.Cloud;
import anyware.platform.PlannedSite;
import anyware.settings.StackFile;
import anyware.testing.RegisteredOutputs;
import anyware.testing.StackMatrix;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on outputs names what sites give out, with its type, its clouds and whether always. */
class OutputsTest {
  private static final Path PAGE = Path.of("docs/outputs.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `(?<path>[^`]+)` \\| (?<type>\\w+) \\| (?<clouds>[a-z, ]+) \\|"
              + " (?<there>[^|]*)\\|");

  /** Stands for every role, of which a site has those that it has. */
  private static final String ROLE = "ROLE";

  private static final String ROLES =
      Arrays.stream(Role.values()).map(Role::key).collect(Collectors.joining("|"));

  /** One of each kind of site and balancer, and all that IPv6 adds. */
  private static final Pattern KINDS = Pattern.compile(".*-hosted");

  /**
   * What an output is.
   *
   * @param type its type in JSON
   * @param clouds the clouds that have it
   * @param always whether each of their sites has it
   */
  private record Form(String type, Set<String> clouds, boolean always) {}

  private static Map<String, Form> documented() throws IOException {
    Map<String, Form> documented = new TreeMap<>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(
            row ->
                documented.put(
                    row.group(1),
                    new Form(
                        row.group(2), clouds(row.group(3)), row.group(4).startsWith("always"))));
    return documented;
  }

  private static Set<String> clouds(String words) {
    return words.equals("all")
        ? Clouds.ALL.stream().map(Cloud::slug).collect(Collectors.toCollection(TreeSet::new))
        : new TreeSet<>(List.of(words.split(", ", -1)));
  }

  private static Map<String, Form> registered() {
    Map<String, Integer> sites = new TreeMap<>();
    Map<String, String> types = new TreeMap<>();
    Map<String, Map<String, Integer>> owners = new TreeMap<>();
    for (Map.Entry<String, String> stack : StackMatrix.STACKS.entrySet()) {
      if (KINDS.matcher(stack.getKey()).matches() || stack.getValue().contains("ipv6: true")) {
        for (PlannedSite<?> site : plan(stack).sites()) {
          String cloud = site.cloud().slug();
          sites.merge(cloud, 1, Integer::sum);
          Map<String, String> forms = new TreeMap<>();
          gather("", RegisteredOutputs.of(site), forms);
          types.putAll(forms);
          forms
              .keySet()
              .forEach(
                  path ->
                      owners
                          .computeIfAbsent(path, any -> new TreeMap<>())
                          .merge(cloud, 1, Integer::sum));
        }
      }
    }
    Map<String, Form> registered = new TreeMap<>();
    owners.forEach(
        (path, some) -> {
          boolean always =
              some.entrySet().stream().allMatch(sites.entrySet()::contains) && !path.contains(ROLE);
          registered.put(path, new Form(types.getOrDefault(path, ""), some.keySet(), always));
        });
    return registered;
  }

  private static StackPlan plan(Map.Entry<String, String> stack) {
    return StackFile.read(Clouds.ALL, stack.getKey(), stack.getValue())
        .fold(
            settings -> StackPlan.of("outputs", settings),
            problems -> {
              throw new AssertionError(problems.toString());
            });
  }

  private static void gather(String path, JsonElement value, Map<String, String> forms) {
    String general = path.replaceFirst("(?<=[a-z]\\.)(" + ROLES + ")(?=$|\\W)", ROLE);
    if (!path.isEmpty()) {
      forms.put(general, type(value));
    }
    if (value instanceof JsonObject structure) {
      String prefix = path.isEmpty() ? "" : path + ".";
      structure.asMap().forEach((key, part) -> gather(prefix + key, part, forms));
    } else if (value instanceof JsonArray list) {
      list.forEach(item -> gather(path + "[]", item, forms));
    }
  }

  private static String type(JsonElement value) {
    if (value instanceof JsonPrimitive scalar) {
      return scalar.isNumber() ? "number" : "text";
    }
    return value.isJsonArray() ? "list" : "object";
  }

  @Test
  void thePageSaysWhatSitesGiveOut() throws IOException {
    assertThat(documented()).hasSizeGreaterThan(30).isEqualTo(registered());
  }
}
