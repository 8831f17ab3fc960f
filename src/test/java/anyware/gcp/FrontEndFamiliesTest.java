package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Finding;
import anyware.catalogue.Role;
import anyware.json.UnreadableFileException;
import anyware.net.Family;
import anyware.platform.PlannedSite;
import anyware.settings.Settings;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import anyware.testing.PropertyMutants;
import anyware.testing.RegisteredStates;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A front end that is lost, or of the other family, is told as packets of its family that do not
 * get in any more, and of no other one.
 */
class FrontEndFamiliesTest {
  private static final List<String> SHAPES =
      List.of("created-no-nat", "created-internal", "existing-public", "created-layer7");

  static Stream<Arguments> frontEnds() {
    return SHAPES.stream()
        .flatMap(shape -> Stream.of(Family.values()).map(family -> Arguments.of(shape, family)));
  }

  private static Family other(Family family) {
    return family == Family.IPV4 ? Family.IPV6 : Family.IPV4;
  }

  /** A deployed site with clients and administrators of both families, and a redirect. */
  private record Subject(PlannedSite<Plan> planned, List<StateResource> resources) {
    static Subject of(String shape) {
      Settings settings = Plans.settings("everything");
      PlannedSite<Plan> planned =
          PlannedSite.of(
              Gcp.CLOUD,
              "test",
              settings,
              Fixtures.withOptions(Shapes.of(shape), settings.options()));
      return new Subject(planned, RegisteredStates.of(planned));
    }

    private int at(String name) {
      List<StateResource> rules =
          resources.stream()
              .filter(one -> one.type().endsWith("ForwardingRule") && one.name().equals(name))
              .toList();
      assertThat(rules).hasSize(1);
      return resources.indexOf(rules.get(0));
    }

    String name(Family family) {
      return SiteNames.balancer(planned.plan().place(), family);
    }

    List<Finding> without(String name) throws UnreadableFileException {
      List<StateResource> left = new ArrayList<>(resources);
      left.remove(at(name));
      return findings(left);
    }

    List<Finding> with(String name, String property, String value) throws UnreadableFileException {
      return findings(
          PropertyMutants.changed(resources, at(name), property, new JsonPrimitive(value)));
    }

    private List<Finding> findings(List<StateResource> state) throws UnreadableFileException {
      Plan read = StateReader.read(planned.plan(), state);
      assertThat(read).isNotEqualTo(planned.plan());
      return new PlannedSite<>(planned.cloud(), planned.site(), planned.policy(), read, List.of())
          .audited()
          .findings();
    }
  }

  private static void assertClosed(List<Finding> findings, Family family, int port) {
    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.TOO_NARROW);
              assertThat(finding.packets().at()).isEqualTo(Role.BALANCER);
              assertThat(finding.packets().addresses().first().family()).isEqualTo(family);
              assertThat(finding.packets().traffic().ports().first()).isEqualTo(port);
            });
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void aLostFrontEndIsMissedByItsFamily(String shape, Family family) throws Exception {
    Subject subject = Subject.of(shape);

    assertClosed(subject.without(subject.name(family)), family, 443);
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void soIsOneOfTheOtherVersion(String shape, Family family) throws Exception {
    Subject subject = Subject.of(shape);

    assertClosed(
        subject.with(subject.name(family), "ipVersion", other(family).name()), family, 443);
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void soIsOneAtAnAddressOfTheOtherFamily(String shape, Family family) throws Exception {
    Subject subject = Subject.of(shape);
    String address = family == Family.IPV4 ? "2001:db8:1:2::/96" : "203.0.113.9";

    assertClosed(subject.with(subject.name(family), "ipAddress", address), family, 443);
  }

  @ParameterizedTest
  @MethodSource("frontEnds")
  void soIsOneAtTheReservedAddressOfTheOtherFamily(String shape, Family family) throws Exception {
    Subject subject = Subject.of(shape);
    String address = "address of " + subject.name(other(family));

    assertClosed(subject.with(subject.name(family), "ipAddress", address), family, 443);
  }

  @ParameterizedTest
  @EnumSource
  void aLostRedirectIsMissedByItsFamily(Family family) throws Exception {
    Subject subject = Subject.of("created-layer7");

    assertClosed(
        subject.without(SiteNames.redirect(subject.planned().plan().place(), family)), family, 80);
  }
}
