package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.Log;
import anyware.cloud.LogForm;
import anyware.cloud.LogsForm;
import anyware.cloud.TextForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads {@code logs}, of a stack or a site. What a stack asks for and a site's cloud has no such
 * log of is left out there; what the cloud needs told otherwise must be restated at the site.
 */
final class LogsReader {
  private static final String KEY = "logs";
  private static final String NONE = "none";
  private static final String ALLOWED = "none or a structure {flows, rules, balancer}";

  private LogsReader() {}

  /**
   * The logs of every site that does not restate them, whatever its cloud.
   *
   * @param unsaid what holds of a log of which nothing is said
   */
  static Logs ofStack(Section root, List<? extends Cloud> clouds, Optional<Log> unsaid) {
    return root.or(
        KEY,
        node ->
            node.section(
                "a structure {flows, rules, balancer}",
                logs ->
                    new Logs(
                        ofStack(logs, "flows", forms(clouds, LogsForm::flows), unsaid),
                        ofStack(logs, "rules", forms(clouds, LogsForm::rules), unsaid),
                        ofStack(logs, "balancer", forms(clouds, LogsForm::balancer), unsaid))),
        new Logs(unsaid, unsaid, unsaid));
  }

  private static List<LogForm> forms(
      List<? extends Cloud> clouds, Function<LogsForm, Optional<LogForm>> member) {
    return clouds.stream().flatMap(cloud -> member.apply(cloud.forms().logs()).stream()).toList();
  }

  private static Optional<Log> ofStack(
      Section logs, String key, List<LogForm> forms, Optional<Log> unsaid) {
    LogForm any = new LogForm(forms.stream().anyMatch(LogForm::ownPlace), Optional.empty());
    return logs.or(
        key,
        node -> {
          if (node.isRecorded()) {
            node.expects(SettingForms.log(forms));
          }
          Optional<LogForm> taken = forms.stream().filter(form -> takes(form, node)).findFirst();
          String allowed =
              any.rule()
                  + forms.stream()
                      .flatMap(form -> form.destination().stream())
                      .map(destination -> ", or " + destination.rule())
                      .distinct()
                      .collect(Collectors.joining());
          return log(node, taken.orElse(any), allowed);
        },
        unsaid);
  }

  private static boolean takes(LogForm form, Node node) {
    return node.text()
        .map(text -> form.destination().filter(place -> place.takes(text)).isPresent())
        .orElse(false);
  }

  /** What is asked for; that nothing is, where the answer is no. */
  private static Optional<Optional<Log>> log(Node node, LogForm form, String allowed) {
    if (node.text().isPresent()) {
      return takes(form, node)
          ? Optional.of(Optional.of(new Log(node.text())))
          : node.refuse(allowed, "");
    }
    Optional<Boolean> asked =
        node.scalar().filter(scalar -> scalar.isBoolean()).map(scalar -> scalar.getAsBoolean());
    if (asked.isEmpty() || (asked.get() && !form.ownPlace())) {
      return node.refuse(allowed, "");
    }
    return Optional.of(asked.filter(on -> on).map(on -> new Log(Optional.empty())));
  }

  /** The logs of a site. */
  static Logs ofSite(Section site, Logs stack, Optional<Cloud> cloud) {
    if (site.child(KEY).text().filter(NONE::equals).isPresent()) {
      return site.or(KEY, node -> Optional.of(Logs.NONE), Logs.NONE);
    }
    Map<String, Optional<LogForm>> forms =
        Map.of(
            "flows", cloud.flatMap(known -> known.forms().logs().flows()),
            "rules", cloud.flatMap(known -> known.forms().logs().rules()),
            "balancer", cloud.flatMap(known -> known.forms().logs().balancer()));
    site.child(KEY).expectsWord(NONE);
    return site.optional(
            KEY,
            node ->
                node.section(
                    ALLOWED,
                    logs ->
                        logs(
                            (key, inherited) ->
                                ofSite(logs, key, form(forms, key), inherited, cloud),
                            stack)))
        .orElseGet(
            () ->
                logs(
                    (key, inherited) ->
                        inherited(site.child(KEY).child(key), form(forms, key), inherited),
                    stack));
  }

  private static Optional<LogForm> form(Map<String, Optional<LogForm>> forms, String key) {
    return forms.getOrDefault(key, Optional.empty());
  }

  @FunctionalInterface
  private interface OneLog {
    Optional<Log> of(String key, Optional<Log> inherited);
  }

  private static Logs logs(OneLog one, Logs stack) {
    return new Logs(
        one.of("flows", stack.flows()),
        one.of("rules", stack.rules()),
        one.of("balancer", stack.balancer()));
  }

  private static Optional<Log> ofSite(
      Section logs,
      String key,
      Optional<LogForm> form,
      Optional<Log> inherited,
      Optional<Cloud> cloud) {
    Optional<Optional<Log>> own =
        logs.optional(
            key,
            node -> {
              if (cloud.isEmpty()) {
                return Optional.of(Optional.empty());
              }
              if (node.isRecorded() && form.isPresent()) {
                node.expects(SettingForms.log(List.of(form.get())));
              }
              return form.isPresent()
                  ? log(node, form.get(), form.get().rule())
                  : node.refuse("nothing on " + cloud.map(Cloud::slug).orElse(""), "remove it");
            });
    return logs.has(key)
        ? own.orElse(Optional.empty())
        : inherited(logs.child(key), form, inherited);
  }

  private static Optional<Log> inherited(
      Node site, Optional<LogForm> form, Optional<Log> inherited) {
    if (form.isEmpty() || inherited.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> place = inherited.get().destination();
    Optional<TextForm> places = form.get().destination();
    boolean suits =
        place.isEmpty()
            ? form.get().ownPlace()
            : places.filter(known -> known.takes(place.get())).isPresent();
    return suits
        ? inherited
        : site.report("what the stack says", form.get().rule(), "restate it at the site");
  }
}
