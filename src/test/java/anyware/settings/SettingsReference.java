package anyware.settings;

import anyware.cloud.Balancer;
import anyware.cloud.Cloud;
import anyware.cloud.LayerForm;
import anyware.settings.SettingRows.Row;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The reference of all settings, written from what the reader asks for. */
final class SettingsReference {
  private static final String SITE = "main";
  private static final String OF_SITE = "sites.<name>";

  /** The parts of a site that have a section of their own. */
  static final List<String> PARTS =
      List.of("network", "network.existing", "balancer", "connectorDns");

  private static final String INTRODUCTION =
      """
      # Settings

      All under the namespace `anyware-network` in `stacks/Pulumi.<environment>.yaml`, or wherever Pulumi reads them. An address is an IPv4 or IPv6 prefix without
      host bits; a bare address means that one address. Unknown keys, wrong types and values out of range are refused, with the setting's path, what was found and
      what is allowed; nothing is registered while there is one. The column *form* has the words of such problems.

      `bin/anyware init NAME` writes a first stack file. Editors complete and check stack files by [settings.schema.json](settings.schema.json), which the first line of
      each file in `stacks/` names; what depends on several settings only `bin/anyware check` knows.

      This page is written by a test from what the program's reader asks for, and the examples are read by it.
      """;

  private final List<? extends Cloud> clouds;
  private final Map<String, String> examples;
  private final StringBuilder page = new StringBuilder(INTRODUCTION);
  private final SettingRows stack;
  private final Map<String, Row> ofSites;

  private SettingsReference(List<? extends Cloud> clouds, Map<String, String> examples) {
    this.clouds = clouds;
    this.examples = examples;
    this.stack = recorded(Map.of());
    this.ofSites = merged("", SettingsReference::isApart);
  }

  /**
   * The page, in Markdown.
   *
   * @param examples settings of a stack by the heading that they stand below
   */
  static String of(List<? extends Cloud> clouds, Map<String, String> examples) {
    return new SettingsReference(clouds, examples).page();
  }

  private String page() {
    List<Row> settings = stack.below(SettingsReader.NAMESPACE, key -> true);
    page.append('\n');
    settings.forEach(row -> page.append("- [`%s`](#%s)\n".formatted(row.key(), anchor(row.key()))));
    for (Row setting : settings) {
      if (setting.key().equals("sites")) {
        sites(setting);
      } else {
        setting(setting);
      }
    }
    return page.toString();
  }

  private void setting(Row setting) {
    heading(2, setting);
    String place = SettingsReader.NAMESPACE + ":" + setting.key();
    List<Row> parts = stack.below(place, key -> key.equals("closed"));
    String fallback = setting.fallback();
    String otherwise = fallback.equals(SettingRows.REQUIRED) ? "Required" : "Default: " + fallback;
    page.append("Form: %s. %s.".formatted(setting.form(), otherwise));
    page.append(isRestated(setting.key()) ? " A site may restate it.\n\n" : "\n\n");
    if (!parts.isEmpty()) {
      table(parts);
    }
    example(setting.key());
  }

  private boolean isRestated(String key) {
    return SettingMeanings.isRestated(key) && ofSites.containsKey(key);
  }

  private void sites(Row sites) {
    heading(2, sites);
    page.append("Form: %s.\n\n".formatted(sites.form()));
    table(ofSites.values());
    example("sites");
    for (String part : PARTS) {
      String path = OF_SITE + "." + part;
      heading(3, new Row(path, "", "", SettingMeanings.of(path).orElse("")));
      if (part.equals("balancer")) {
        balancers();
      } else {
        table(merged(part, key -> PARTS.contains(part + "." + key)).values());
        example(path);
      }
    }
  }

  private static boolean isApart(String key) {
    return PARTS.contains(key) || SettingMeanings.isRestated(key);
  }

  private void balancers() {
    page.append("What there is depends on the cloud and on the layer.\n");
    for (Cloud cloud : clouds) {
      for (Balancer.Layer layer : Balancer.Layer.values()) {
        cloud.forms().balancer().of(layer).ifPresent(form -> balancer(cloud, layer, form));
      }
    }
  }

  private void balancer(Cloud cloud, Balancer.Layer layer, LayerForm form) {
    String title = "On %s, layer %d".formatted(cloud.title(), layer.number());
    page.append("\n#### ").append(title).append("\n\n");
    Map<String, Row> rows = new LinkedHashMap<>();
    form.schemes().stream()
        .sorted((one, other) -> other.compareTo(one))
        .forEach(
            scheme -> {
              JsonObject balancer = new JsonObject();
              balancer.addProperty("layer", layer.number());
              balancer.addProperty("scheme", scheme.slug());
              JsonObject site = new JsonObject();
              site.add("balancer", balancer);
              site(site, cloud)
                  .below(ofSite("balancer"), key -> false)
                  .forEach(row -> rows.putIfAbsent(row.key(), row));
            });
    table(rows.values());
    example(title);
  }

  /** The parts of a site's setting; what is alike in all clouds is told once. */
  private Map<String, Row> merged(String part, Predicate<String> elsewhere) {
    Map<String, Map<Cloud, Row>> byKey = new LinkedHashMap<>();
    for (Cloud cloud : clouds) {
      site(new JsonObject(), cloud)
          .below(ofSite(part), elsewhere)
          .forEach(
              row -> byKey.computeIfAbsent(row.key(), k -> new LinkedHashMap<>()).put(cloud, row));
    }
    Map<String, Row> merged = new LinkedHashMap<>();
    byKey.forEach((key, rows) -> merged.put(key, merged(key, part, rows)));
    return merged;
  }

  private Row merged(String key, String part, Map<Cloud, Row> rows) {
    if (part.isEmpty() && SettingMeanings.isRestated(key)) {
      String link = "[`%s`](#%s)".formatted(key, anchor(key));
      return new Row(key, "as " + link, "as at the stack", "restates " + link);
    }
    String meaning = rows.values().iterator().next().meaning();
    return new Row(key, alike(rows, Row::form), alike(rows, Row::fallback), meaning);
  }

  private String alike(Map<Cloud, Row> row, Function<Row, String> member) {
    Map<String, List<String>> owners = new LinkedHashMap<>();
    row.forEach(
        (cloud, one) ->
            owners.computeIfAbsent(member.apply(one), any -> new ArrayList<>()).add(cloud.title()));
    if (owners.size() == 1 && row.size() == clouds.size()) {
      return owners.keySet().iterator().next();
    }
    return owners.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private void heading(int depth, Row setting) {
    page.append("\n%s `%s`\n\n".formatted("#".repeat(depth), setting.key()));
    String meaning = setting.meaning();
    page.append(meaning.substring(0, 1).toUpperCase(Locale.ROOT))
        .append(meaning.substring(1))
        .append(".\n\n");
  }

  private void table(Iterable<Row> rows) {
    page.append("| setting | form | default | meaning |\n|---|---|---|---|\n");
    for (Row row : rows) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(row.key(), cell(row.form()), cell(row.fallback()), cell(row.meaning())));
    }
    page.append('\n');
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void example(String title) {
    String example = Optional.ofNullable(examples.get(title)).orElse("");
    if (!example.isEmpty()) {
      page.append("```yaml\n").append(example).append("```\n");
    }
  }

  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
  }

  private static String ofSite(String part) {
    return SettingPaths.ofSite(SITE) + (part.isEmpty() ? "" : "." + part);
  }

  private SettingRows site(JsonObject site, Cloud cloud) {
    site.addProperty("cloud", cloud.slug());
    JsonObject sites = new JsonObject();
    sites.add(SITE, site);
    return recorded(Map.of(SettingPaths.SITES, sites.toString()));
  }

  private SettingRows recorded(Map<String, String> config) {
    FormRecorder recorder = new FormRecorder();
    SettingsReader.record(clouds, config, recorder);
    return new SettingRows(recorder, Map.of("sites." + SITE, OF_SITE));
  }
}
