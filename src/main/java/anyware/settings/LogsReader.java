package anyware.settings;

import anyware.cloud.Cloud;
import anyware.cloud.Log;
import anyware.cloud.LogForm;
import anyware.cloud.LogsForm;
import anyware.cloud.TextForm;
import java.util.List;
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
  private static final String ALLOWED = "a structure {flows, rules, balancer}";

  /** A kind of logs: its key, what a cloud's settings can say of it, what is asked for. */
  private record Kind(
      String key, Function<LogsForm, Optional<LogForm>> form, Function<Logs, Optional<Log>> of) {
    private static final Kind FLOWS = new Kind("flows", LogsForm::flows, Logs::flows);
    private static final Kind RULES = new Kind("rules", LogsForm::rules, Logs::rules);
    private static final Kind BALANCER = new Kind("balancer", LogsForm::balancer, Logs::balancer);

    /** What a cloud's settings can say of it; absent where the cloud is not known. */
    private Optional<LogForm> form(Optional<? extends Cloud> cloud) {
      return cloud.flatMap(known -> form.apply(known.forms().logs()));
    }

    /** The logs, each as it is read by its kind. */
    private static Logs logs(Function<Kind, Optional<Log>> log) {
      return new Logs(log.apply(FLOWS), log.apply(RULES), log.apply(BALANCER));
    }
  }

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
            node.section(ALLOWED, logs -> Kind.logs(kind -> ofStack(logs, kind, clouds, unsaid))),
        new Logs(unsaid, unsaid, unsaid));
  }

  private static Optional<Log> ofStack(
      Section logs, Kind kind, List<? extends Cloud> clouds, Optional<Log> unsaid) {
    List<LogForm> forms =
        clouds.stream().flatMap(cloud -> kind.form(Optional.of(cloud)).stream()).toList();
    LogForm any = new LogForm(forms.stream().anyMatch(LogForm::ownPlace), Optional.empty());
    return logs.or(
        kind.key,
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
    Node logs = site.child(KEY);
    if (logs.text().filter(NONE::equals).isPresent()) {
      return site.or(KEY, node -> Optional.of(Logs.NONE), Logs.NONE);
    }
    logs.expectsWord(NONE);
    return site.optional(
            KEY,
            node ->
                node.section(
                    "none or " + ALLOWED,
                    own -> Kind.logs(kind -> ofSite(own, kind, kind.of.apply(stack), cloud))))
        .orElseGet(
            () ->
                Kind.logs(
                    kind ->
                        inherited(logs.child(kind.key), kind.form(cloud), kind.of.apply(stack))));
  }

  private static Optional<Log> ofSite(
      Section logs, Kind kind, Optional<Log> inherited, Optional<Cloud> cloud) {
    Optional<LogForm> form = kind.form(cloud);
    Optional<Optional<Log>> own =
        logs.optional(
            kind.key,
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
    return logs.has(kind.key)
        ? own.orElse(Optional.empty())
        : inherited(logs.child(kind.key), form, inherited);
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
