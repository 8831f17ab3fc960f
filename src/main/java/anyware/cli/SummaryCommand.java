package anyware.cli;

import anyware.Reports;
import anyware.StackPlan;
import anyware.attach.SiteOutputs;
import anyware.json.JsonPart;
import anyware.json.UnreadableFileException;
import anyware.problem.Problem;
import anyware.settings.Site;
import anyware.state.StackState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an {@code up} ends with. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Tells in a few lines what is deployed and who reaches it.",
    description = {
      "",
      "Addresses are those in the stack's outputs; who reaches what is decided by the rules that"
          + " the settings ask for. bin/anyware audit judges those that are deployed.",
      ""
    })
final class SummaryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final StackFiles stacks = new StackFiles();

  @Mixin private final EngineExport export = new EngineExport();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "The stack; the selected one, or the only one, by default.")
  private String stack = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  SummaryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack);
    Summary summary = new Summary(plan.stack(), deployed(plan), Reports.exposures(plan.audited()));
    if (json) {
      terminal.document(Json.document(object(summary)));
    } else {
      summary.lines().forEach(terminal::line);
    }
    return ExitCode.FINE.number();
  }

  private Map<String, SiteOutputs> deployed(StackPlan plan) {
    try {
      return deployed(export.text(plan.stack()), plan.settings().sites());
    } catch (UnreadableFileException e) {
      throw export.unreadable(plan.stack(), e);
    }
  }

  private static Map<String, SiteOutputs> deployed(String json, List<Site> sites)
      throws UnreadableFileException {
    List<Problem> problems = new ArrayList<>();
    Optional<JsonPart> all = StackState.ofExport(json).outputs(problems).member("sites");
    Map<String, SiteOutputs> deployed = new LinkedHashMap<>();
    for (Site site : sites) {
      all.flatMap(part -> part.member(site.name()))
          .flatMap(SiteOutputs::read)
          .ifPresent(outputs -> deployed.put(site.name(), outputs));
    }
    UnreadableFileException.throwIfAny(problems);
    return deployed;
  }

  private static Map<String, Object> object(Summary summary) {
    List<Map<String, Object>> sites = new ArrayList<>();
    summary
        .sites()
        .forEach(
            (name, outputs) ->
                sites.add(
                    Json.object(
                        "site", name,
                        "cloud", outputs.cloud(),
                        "region", outputs.region(),
                        "balancer", Summary.balancer(outputs).findFirst().orElse(""),
                        "connectorAddresses",
                            outputs.connectorAddresses().stream()
                                .map(reserved -> reserved.address().toString())
                                .toList())));
    return Json.object(
        "stack", summary.stack(),
        "sites", sites,
        "exposures", summary.exposures().stream().map(ExposureText::object).toList());
  }
}
