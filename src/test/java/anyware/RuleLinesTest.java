package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.plan.RuleLine;
import anyware.settings.Settings;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RuleLinesTest {
  private static List<RuleLine> lines(String site) {
    Settings settings = Objects.requireNonNull(Fixtures.optionSets().get("everything"));
    return StackPlan.of("team", settings).sites().stream()
        .filter(plan -> plan.name().equals(site))
        .findFirst()
        .map(plan -> plan.ruleLines())
        .orElseThrow();
  }

  private static String text(RuleLine line) {
    return String.join(
        "|", line.appliesTo(), line.direction(), line.action(), line.traffic(), line.other());
  }

  @Test
  void awsRulesAddOnlyAndHaveNoPriority() {
    assertThat(lines("virginia"))
        .allMatch(line -> line.priority().isEmpty() && line.action().equals("allow"))
        .extracting(RuleLinesTest::text)
        .contains(
            "balancer|inbound|allow|443/tcp|10.8.64.0/18, 198.51.100.0/24, 203.0.113.0/28",
            "connector|inbound|allow|443/tcp|balancer",
            "connector|inbound|allow|4172/udp|2001:db8:c::/48",
            "connector|outbound|allow|60443/tcp|workstation",
            "workstation|inbound|allow|60443/tcp|connector");
  }

  @Test
  void azureRulesNameGroupsAddressesAndTags() {
    assertThat(lines("dublin"))
        .noneMatch(line -> line.priority().isEmpty())
        .extracting(RuleLinesTest::text)
        .contains(
            "connector|inbound|allow|443/tcp|198.51.100.0/24",
            "connector|inbound|deny|everything|anyone",
            "connector|outbound|allow|60443/tcp|workstation",
            "connector|inbound|allow|443/tcp|AzureLoadBalancer");
  }

  @Test
  void googleRulesNameMachinesByRole() {
    assertThat(lines("iowa"))
        .noneMatch(line -> line.priority().isEmpty())
        .extracting(RuleLinesTest::text)
        .contains(
            "connector|inbound|allow|4172/udp|198.51.100.0/24",
            "workstation|inbound|allow|60443/tcp|connector",
            "connector|outbound|deny|everything|0.0.0.0/0");
  }
}
