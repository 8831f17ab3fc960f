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
import picocli.CommandLine.Model.CommandSpec;

/** What an {@code up} ends with. */
final class SummaryCommand implements Subcommand {
  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final EngineExport export = new EngineExport();
  private final Given<String> stack = StackFiles.stack();
  private final Given<Boolean> json = AnswerForm.json("As JSON.");

  SummaryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(this, "summary", "Tells in a few lines what is deployed and who reaches it.")
        .saying(
            "Addresses are those in the stack's outputs; who reaches what is decided by the rules"
                + " that the settings ask for. bin/anyware audit judges those that are deployed.")
        .taking(stacks, export, stack, json)
        .spec();
  }

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack.value());
    Summary summary = new Summary(plan.stack(), deployed(plan), Reports.exposures(plan.audited()));
    if (json.isGiven()) {
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
