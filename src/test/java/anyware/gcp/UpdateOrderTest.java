package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cloud.Balancer;
import anyware.gcp.Rule.Action;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import anyware.testing.Layer7;
import anyware.testing.Update;
import anyware.testing.UpdateCases;
import anyware.testing.UpdateParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  /** Balancers come and go with their addresses; what the connectors admit changes in one call. */
  @Test
  void updatesOfABalancerOfLayer7NeitherCutNorOpen() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("gcp updates, layer 7: -Dseed=" + seed);
    Random random = new Random(seed);
    List<Site> sites = new ArrayList<>();
    for (String options : List.of("minimal", "legacy-http", "internal-clients", "inside-only")) {
      Site site = Fixtures.withOptions(Plans.SITE, Plans.settings(options).options());
      sites.add(Layer7.site(site, Balancer.Scheme.PUBLIC));
    }
    for (Site from : sites) {
      for (Site to : sites) {
        assertThat(
                new Update<>(Gcp.CLOUD, new Parts(), from, to)
                    .atWorst()
                    .inOrdersOfChance(random, 2)
                    .findings())
            .as("seed %d: %s to %s", seed, from.options(), to.options())
            .isEmpty();
      }
    }
  }

  /** In a network that is there rules of IPv6 come and go one by one; one of ours is another. */
  @Test
  void updatesOfTheAddressFamiliesNeitherCutNorOpen() {
    for (String shape : List.of("existing-public", "existing-internal", "existing-layer7")) {
      for (String options : List.of("minimal", "internal-clients", "outbound-table")) {
        Site dual = Fixtures.withOptions(Shapes.of(shape), Plans.settings(options).options());
        Site ipv4 = Fixtures.withoutIpv6(dual);
        for (List<Site> update : List.of(List.of(dual, ipv4), List.of(ipv4, dual))) {
          Update<Plan> judged =
              new Update<>(Gcp.CLOUD, new Parts(), update.get(0), update.get(1)).atWorst();
          assertThat(judged.findings()).as("%s, %s", shape, options).isEmpty();
          assertThat(judged.judged()).isPositive();
        }
      }
    }
  }
}
