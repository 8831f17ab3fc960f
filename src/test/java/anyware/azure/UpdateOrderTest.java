package anyware.azure;

import anyware.testing.UpdateCases;
import anyware.testing.UpdateParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A network security group has its rules inline: one call changes all of them
 * (https://learn.microsoft.com/rest/api/virtualnetwork/network-security-groups/create-or-update).
 */
class UpdateOrderTest {
  private static final String GATEWAY = "the gateway";
  private static final UpdateCases<Plan> CASES = new UpdateCases<>(Azure.CLOUD, new Parts());

  private static final class Parts implements UpdateParts<Plan> {
    @Override
    public Map<String, Part> of(Plan plan) {
      Map<String, Part> parts = new LinkedHashMap<>();
      plan.roles()
          .forEach(role -> parts.put(role.name(), new Part(role, Set.of(), Set.of(), false)));
      plan.balancer()
          .filter(balancer -> balancer.fold(passing -> false, gateway -> true))
          .ifPresent(gateway -> parts.put(GATEWAY, new Part(gateway, Set.of(), Set.of(), false)));
      return parts;
    }

    @Override
    public Plan with(Plan plan, Map<String, Object> contents) {
      List<RoleGroups> roles =
          contents.values().stream()
              .filter(RoleGroups.class::isInstance)
              .map(RoleGroups.class::cast)
              .toList();
      Optional<SiteBalancer> gateway =
          Optional.ofNullable(contents.get(GATEWAY)).map(SiteBalancer.class::cast);
      return new Plan(
          plan.place(),
          plan.region(),
          plan.resourceGroup(),
          plan.network(),
          roles,
          gateway.or(plan::balancer),
          plan.connectorAddresses(),
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
  void updatesBeforeAGatewayNeitherCutNorOpen() {
    CASES.namedOnesOnLayer7NeitherCutNorOpen();
  }

  @Test
  void ipv6ThatComesOrGoesNeitherCutsNorOpens() {
    CASES.ipv6NeitherCutsNorOpensOnItsWay();
  }

  @Test
  void updatesBetweenRandomSettingsNeitherCutNorOpen() {
    CASES.randomOnesNeitherCutNorOpen();
  }
}
