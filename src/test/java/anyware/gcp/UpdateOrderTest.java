package anyware.gcp;

import anyware.gcp.Rule.Action;
import anyware.testing.UpdateCases;
import anyware.testing.UpdateParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Firewall rules are made, changed and deleted one by one, each in one call
 * (https://cloud.google.com/compute/docs/reference/rest/v1/firewalls/patch).
 */
class UpdateOrderTest {
  private static final UpdateCases<Plan> CASES = new UpdateCases<>(Gcp.CLOUD, new Parts());

  private static final class Parts implements UpdateParts<Plan> {
    @Override
    public Map<String, Part> of(Plan plan) {
      Map<String, Part> parts = new LinkedHashMap<>();
      RuleOrder.of(plan.rules())
          .forEach(
              (rule, before) -> {
                Set<String> after = before.stream().map(Rule::name).collect(Collectors.toSet());
                boolean denies = rule.action() == Action.DENY;
                parts.put(rule.name(), new Part(rule, after, Set.of(), denies));
              });
      return parts;
    }

    @Override
    public Plan with(Plan plan, Map<String, Object> contents) {
      List<Rule> rules = contents.values().stream().map(Rule.class::cast).toList();
      return new Plan(
          plan.place(),
          plan.project(),
          plan.region(),
          plan.labels(),
          plan.network(),
          plan.tags(),
          rules,
          plan.connectorAddresses(),
          plan.balancer(),
          plan.records(),
          plan.logging(),
          plan.protect(),
          List.of());
    }
  }

  @Test
  void updatesBetweenNamedOptionsNeitherCutNorOpen() {
    CASES.namedOnesNeitherCutNorOpen();
  }

  @Test
  void updatesBetweenRandomSettingsNeitherCutNorOpen() {
    CASES.randomOnesNeitherCutNorOpen();
  }
}
