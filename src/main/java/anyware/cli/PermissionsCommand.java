package anyware.cli;

import anyware.Clouds;
import anyware.StackPlan;
import anyware.platform.AccessPolicy;
import anyware.platform.CloudPlatform;
import anyware.platform.PlannedSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** What whoever deploys a stack must be allowed to do. */
final class PermissionsCommand implements Subcommand {
  private final Terminal terminal;
  private final StackFiles stacks = new StackFiles();
  private final Given<String> stack = StackFiles.stack();
  private final Given<String> cloud = Given.text("--cloud", "CLOUD", "One of the stack's clouds.");
  private final Given<String> scope =
      Given.text(
          "--scope",
          "NAME",
          "Where a cloud has several documents: the one, such as a project's id.");
  private final Given<Boolean> json = AnswerForm.json("Print JSON.");

  PermissionsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return Usage.of(
            this,
            "permissions",
            "Prints what the identity that deploys a stack must be allowed to do.")
        .saying(
            "  permissions --stack S               all policies, each with the command that takes"
                + " it",
            "  permissions --stack S --cloud C     the document alone, to be written to a file",
            "",
            "From the types of resources that the stack has now, and no more: an IAM policy for"
                + " AWS, a custom role for Azure, one for each of Google's projects. Change the"
                + " stack, then print them again.")
        .taking(stacks, stack, cloud, scope, json)
        .spec();
  }

  /**
   * A policy of a cloud.
   *
   * @param cloud the cloud
   * @param policy the policy
   */
  private record OfCloud(CloudPlatform<?> cloud, AccessPolicy policy) {}

  @Override
  public Integer call() {
    StackPlan plan = stacks.plan(stack.value());
    List<OfCloud> policies =
        policies(plan).stream()
            .filter(one -> cloud.value().isEmpty() || one.cloud().slug().equals(cloud.value()))
            .filter(one -> scope.value().isEmpty() || one.policy().scope().equals(scope.value()))
            .toList();
    if (policies.isEmpty()) {
      throw Refusal.ofUsage("the stack has nothing there; it has: " + scopes(policies(plan)));
    }
    if (json.isGiven()) {
      terminal.document(
          Json.document(
              Json.object(
                  "stack", plan.stack(),
                  "policies", policies.stream().map(PermissionsCommand::object).toList())));
    } else if (cloud.value().isEmpty()) {
      policies.forEach(this::print);
    } else if (policies.size() == 1) {
      terminal.document(Json.text(policies.get(0).policy().document()));
    } else {
      throw Refusal.ofUsage("name one of several with --scope: " + scopes(policies));
    }
    return ExitCode.FINE.number();
  }

  private static List<OfCloud> policies(StackPlan plan) {
    List<OfCloud> policies = new ArrayList<>();
    for (CloudPlatform<?> platform : Clouds.ALL) {
      SortedMap<String, SortedSet<String>> actions = new TreeMap<>();
      for (PlannedSite<?> site : plan.sites()) {
        if (site.cloud().slug().equals(platform.slug())) {
          site.actions()
              .forEach(
                  (where, needed) ->
                      actions.computeIfAbsent(where, any -> new TreeSet<>()).addAll(needed));
        }
      }
      if (!actions.isEmpty()) {
        platform
            .accessPolicies(plan.stack(), actions)
            .forEach(policy -> policies.add(new OfCloud(platform, policy)));
      }
    }
    return policies;
  }

  private static String scopes(List<OfCloud> policies) {
    return policies.stream()
        .map(one -> one.cloud().slug() + " (" + one.policy().scope() + ")")
        .collect(Collectors.joining(", "));
  }

  private void print(OfCloud one) {
    terminal.line(
        terminal.strong(one.cloud().title() + ", " + one.policy().scope() + ":")
            + " "
            + one.policy().command());
    terminal.document(Json.text(one.policy().document()));
    terminal.gap();
  }

  private static Map<String, Object> object(OfCloud one) {
    return Json.object(
        "cloud", one.cloud().slug(),
        "scope", one.policy().scope(),
        "command", one.policy().command(),
        "document", one.policy().document());
  }
}
