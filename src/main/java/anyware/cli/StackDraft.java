package anyware.cli;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.audit.AuditResult;
import anyware.cloud.Cloud;
import anyware.problem.Problem;
import anyware.settings.SettingsReader;
import anyware.settings.StackFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stack file of one site that is being made.
 *
 * @param stack the stack's name
 * @param values what is known of it; lists have commas
 */
record StackDraft(String stack, Map<Item, String> values) {
  /** What YAML, of any version, takes for a text or for what it looks like. */
  private static final String PLAIN =
      "(?!(true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9-]*" + "|[0-9]+(\\.[0-9]+){3}(/[0-9]+)?";

  /** Copies the values. */
  StackDraft {
    values = Map.copyOf(values);
  }

  /** What has to be known, in the order in which it is asked for. */
  enum Item {
    /** The cloud. */
    CLOUD("cloud", "sites.%s.cloud", "The cloud: " + clouds(), ""),
    /** The site's name. */
    SITE("site", "sites.%s", "A name for the site", "main"),
    /** The region. */
    REGION("region", "sites.%s.region", "The region", ""),
    /** The project, on clouds that have any. */
    PROJECT("project", "sites.%s.project", "The project's id", ""),
    /** The network to make. */
    CIDR("cidr", "sites.%s.network.cidr", "The network to make, a prefix", "10.20.0.0/16"),
    /** Who has sessions. */
    CLIENTS(
        "clients",
        "peers.clients",
        "Addresses of PCoIP clients, with commas between; 0.0.0.0/0 is anywhere",
        ""),
    /** Who reaches the management interface. */
    ADMINISTRATORS(
        "administrators",
        "peers.administrators",
        "Addresses of the administrators' browsers, or none",
        "none"),
    /** The domain controllers. */
    DOMAIN_CONTROLLERS(
        "domain-controllers", "peers.domainControllers", "Addresses of domain controllers", ""),
    /** The DNS servers. */
    DNS("dns", "peers.dns", "Addresses of DNS servers", "");

    private final String option;
    private final String path;
    private final String question;
    private final String fallback;

    Item(String option, String path, String question, String fallback) {
      this.option = option;
      this.path = path;
      this.question = question;
      this.fallback = fallback;
    }

    private static String clouds() {
      return Clouds.ALL.stream().map(Cloud::slug).collect(Collectors.joining(", "));
    }

    /** The option that gives it. */
    String option() {
      return "--" + option;
    }

    /** How a person is asked for it. */
    String question() {
      return question;
    }

    /** What it is where nobody says anything; empty where somebody must. */
    String fallback() {
      return fallback;
    }
  }

  /** The same with a value. */
  StackDraft with(Item item, String value) {
    Map<Item, String> more = new EnumMap<>(Item.class);
    more.putAll(values);
    more.put(item, value);
    return new StackDraft(stack, more);
  }

  /** What is not known yet and has to be. */
  List<Item> missing() {
    return Arrays.stream(Item.values())
        .filter(item -> !values.containsKey(item))
        .filter(item -> item != Item.PROJECT || needsProject())
        .toList();
  }

  private boolean needsProject() {
    return Clouds.ALL.stream()
        .filter(cloud -> cloud.slug().equals(values.get(Item.CLOUD)))
        .anyMatch(cloud -> cloud.forms().project().isPresent());
  }

  /** What the reader has against the value of an item; nothing where it is in order. */
  List<String> problems(Item item) {
    String path = path(item);
    List<String> later = missing().stream().map(this::path).toList();
    return problems().stream()
        .filter(
            problem ->
                problem.path().equals(path)
                    || (problem.path().startsWith(path)
                        && later.stream().noneMatch(other -> other.startsWith(problem.path()))))
        .map(Problem::toString)
        .toList();
  }

  private String path(Item item) {
    return SettingsReader.NAMESPACE + ":" + item.path.formatted(site());
  }

  /** What keeps the stack from being deployed; nothing where {@code check} accepts it. */
  List<Problem> problems() {
    return StackFile.read(Clouds.ALL, stack, yaml(Optional.empty()))
        .fold(
            settings -> {
              StackPlan plan = StackPlan.of(stack, settings);
              List<Problem> problems = new ArrayList<>(plan.problems());
              problems.addAll(AuditResult.of(plan.audited(), settings.expectations()).unmet());
              return problems;
            },
            problems -> problems);
  }

  private String site() {
    return values.getOrDefault(Item.SITE, Item.SITE.fallback());
  }

  /**
   * The file's text.
   *
   * @param schema where the schema of stack files is, seen from the file
   */
  String yaml(Optional<String> schema) {
    StringBuilder text = new StringBuilder();
    schema.ifPresent(
        place -> text.append("# yaml-language-server: $schema=").append(place).append('\n'));
    text.append("# What else can be said is in docs/settings.md.\nconfig:\n");
    text.append("  anyware-network:peers:\n");
    list(text, "clients", Item.CLIENTS);
    list(text, "administrators", Item.ADMINISTRATORS);
    list(text, "domainControllers", Item.DOMAIN_CONTROLLERS);
    list(text, "dns", Item.DNS);
    text.append("  anyware-network:sites:\n    ").append(scalar(site())).append(":\n");
    scalar(text, "      cloud", Item.CLOUD);
    scalar(text, "      region", Item.REGION);
    scalar(text, "      project", Item.PROJECT);
    text.append("      network:\n");
    scalar(text, "        cidr", Item.CIDR);
    return text.toString();
  }

  private void scalar(StringBuilder text, String key, Item item) {
    Optional.ofNullable(values.get(item))
        .ifPresent(value -> text.append(key).append(": ").append(scalar(value)).append('\n'));
  }

  private void list(StringBuilder text, String key, Item item) {
    Optional.ofNullable(values.get(item))
        .filter(value -> !value.equals("none"))
        .ifPresent(
            value ->
                text.append("    ")
                    .append(key)
                    .append(": [")
                    .append(
                        Arrays.stream(value.split("[,\\s]+", -1))
                            .filter(one -> !one.isEmpty())
                            .map(StackDraft::scalar)
                            .collect(Collectors.joining(", ")))
                    .append("]\n"));
  }

  /** In quotes, which YAML takes as JSON does, where the bare text could be something else. */
  private static String scalar(String value) {
    return value.matches(PLAIN) ? value : Json.text(value).strip();
  }
}
