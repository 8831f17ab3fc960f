package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.catalogue.Peer;
import anyware.net.AddressSet;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned is what the policy says, by the evaluator's judgement of every class. */
class AuditTest {
  private static final Site SITE = Fixtures.site(Azure.CLOUD);

  static Set<String> optionSets() {
    return Fixtures.optionSets().keySet();
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void aPlanOpensExactlyItsPolicy(String options) {
    assertEqual(AzurePlans.optionSet(options), SITE);
  }

  static Stream<Arguments> shapes() {
    return AzureShapes.all().keySet().stream()
        .flatMap(shape -> optionSets().stream().map(options -> Arguments.of(shape, options)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void soItDoesInEveryShape(String shape, String options) {
    assertEqual(AzurePlans.optionSet(options), AzureShapes.of(shape));
  }

  /** Only public addresses are left open by Azure's own rules for sure. */
  @ParameterizedTest
  @ValueSource(strings = {"10.9.0.40", "192.0.2.64/26", "fd00:9::/64"})
  void soItDoesWithTheLicenseServiceBehindAnyAddress(String address) {
    assertEqual(
        Fixtures.minimal(
            Fixtures.DISTINCT_PEERS.with(Peer.CLOUD_LICENSE_SERVER, AddressSet.of(address))),
        SITE);
  }

  @ParameterizedTest
  @MethodSource("optionSets")
  void soItDoesWithoutBalancer(String options) {
    assertEqual(AzurePlans.optionSet(options), Fixtures.withoutBalancer(SITE));
  }

  private static void assertEqual(Settings settings, Site site) {
    Plan plan = AzurePlans.of(settings, site);

    assertThat(Audit.of(Fixtures.policy(settings, site), Evaluator.of(plan), plan.roleSubnets()))
        .isEmpty();
  }
}
