package anyware.aws;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.testing.UpdateCases;
import anyware.testing.UpdateParts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rules and prefix lists are made, changed and deleted one by one. The provider changes a list's
 * entries in one call; where it also needs another size, that is a call before or after
 * (https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/ec2/vpc_managed_prefix_list.go).
 */
class UpdateOrderTest {
  private static final UpdateCases<Plan> CASES = new UpdateCases<>(Aws.CLOUD, new Parts());

  private static final class Parts implements UpdateParts<Plan> {
    @Override
    public Map<String, Part> of(Plan plan) {
      Map<String, Part> parts = new LinkedHashMap<>();
      for (PrefixList list : plan.prefixLists()) {
        Set<String> after =
            plan.rules().stream()
                .filter(list::comesAfter)
                .map(Rule::name)
                .collect(Collectors.toSet());
        parts.put(list.name(), new Part(list, after, Set.of(), false));
      }
      for (Rule rule : plan.rules()) {
        Set<String> lists =
            plan.prefixLists().stream()
                .filter(list -> list.end().equals(rule.other()))
                .map(PrefixList::name)
                .collect(Collectors.toSet());
        parts.put(rule.name(), new Part(rule, lists, lists, false));
      }
      return parts;
    }

    @Override
    public Plan with(Plan plan, Map<String, Object> contents) {
      List<Rule> rules = ofKind(Rule.class, contents.values());
      assertThat(rules)
          .as("permissions, which AWS takes but once in a group")
          .extracting(Rule::role, Rule::direction, Rule::traffic, Rule::other)
          .doesNotHaveDuplicates();
      return new Plan(
          plan.place(),
          plan.region(),
          plan.network(),
          plan.groups(),
          ofKind(PrefixList.class, contents.values()),
          rules,
          plan.balancer(),
          plan.connectorAddresses(),
          plan.protect(),
          List.of());
    }

    private static <T> List<T> ofKind(Class<T> kind, Collection<Object> contents) {
      return contents.stream()
          .flatMap(part -> kind.isInstance(part) ? Stream.of(kind.cast(part)) : Stream.empty())
          .toList();
    }
  }

  @Test
  void updatesBetweenNamedOptionsNeitherCutNorOpen() {
    CASES.namedOnesNeitherCutNorOpen();
  }

  @Test
  void updatesOfTheAddressFamiliesNeitherCutNorOpen() {
    CASES.ipv6NeitherCutsNorOpensOnItsWay();
  }

  @Test
  void updatesBetweenRandomSettingsNeitherCutNorOpen() {
    CASES.randomOnesNeitherCutNorOpen();
  }
}
