package anyware.cli;

import anyware.DeployedStack;
import anyware.Reports;
import anyware.StackPlan;
import anyware.plan.RuleLine;
import anyware.platform.DeployedSite;
import anyware.report.Evidence;
import anyware.report.Evidence.Subject;
import anyware.report.StackChanges;
import anyware.report.StackReport;
import anyware.state.Remnant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One state of a stack that a report can be about, or begin at.
 *
 * @param subject what it is
 * @param end the state, as differences are told
 * @param rules the rules by the site's name
 * @param beside what is beside the sites or not as the settings ask, in words
 */
record ReportedState(
    Subject subject, DiffEnd end, SortedMap<String, List<RuleLine>> rules, List<String> beside) {
  /** Copies the list. */
  ReportedState {
    beside = List.copyOf(beside);
  }

  /** A stack as its settings ask for it. */
  static ReportedState planned(String name, StackPlan plan) {
    return new ReportedState(
        Subject.PLANNED, DiffEnd.of(name, plan), Reports.rules(plan), List.of());
  }

  /** A stack as a file has it. */
  static ReportedState of(Subject subject, StackPlan plan, DeployedStack deployed, Path file) {
    SortedMap<String, List<RuleLine>> rules = new TreeMap<>();
    List<String> beside = new ArrayList<>();
    for (DeployedSite site : deployed.sites()) {
      rules.put(site.name(), site.rules());
      site.differences().forEach(difference -> beside.add(difference.toString()));
    }
    deployed.remnants().stream().map(Remnant::toString).forEach(beside::add);
    return new ReportedState(
        subject,
        new DiffEnd(file.toString(), plan, deployed.audited(), deployed.remnants()),
        rules,
        beside);
  }

  /** The report about it. */
  StackReport report(Evidence evidence) {
    return new StackReport(
        end.plan().stack(),
        end.plan().settings(),
        end.plan().policies(),
        rules,
        end.plan().problems(),
        end.auditResult(),
        end.auditedSites(),
        evidence,
        Optional.empty());
  }

  /** What changes on the way from this state to a later one. */
  StackChanges changes(ReportedState later) {
    StackDiff diff = StackDiff.of(end, later.end);
    List<String> notCompared = new ArrayList<>(beside);
    later.beside.stream().filter(one -> !notCompared.contains(one)).forEach(notCompared::add);
    return new StackChanges(
        end.name(), later.end.name(), diff.moves(), diff.changes(), notCompared);
  }
}
