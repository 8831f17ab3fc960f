package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.policy.Policy;
import anyware.report.Ladder.Arrow;
import anyware.report.Ladder.ArrowKind;
import anyware.report.Ladder.Box;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.testing.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LadderTest {
  /** Every option set at a site of every cloud, with and without its balancer. */
  static Stream<Policy> policies() {
    return Fixtures.optionSets().values().stream().flatMap(LadderTest::policies);
  }

  private static Stream<Policy> policies(Settings settings) {
    return settings.sites().stream()
        .flatMap(site -> Stream.of(site, Fixtures.withoutBalancer(site)))
        .map((Site site) -> Fixtures.policy(settings, site));
  }

  private static List<Arrow> flowArrows(Ladder ladder) {
    return ladder.arrows().stream().filter(arrow -> arrow.kind() != ArrowKind.HANDED_ON).toList();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyFlowIsAnArrow(Policy policy) {
    assertThat(flowArrows(Ladder.of(policy)).stream().map(Arrow::label))
        .containsExactlyInAnyOrderElementsOf(
            policy.flows().stream().map(DiagramText::traffic).toList());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyArrowGoesFromBoxToBoxAndThroughNone(Policy policy) {
    Ladder ladder = Ladder.of(policy);
    for (Arrow arrow : ladder.arrows()) {
      assertThat(boxes(ladder, arrow).filter(box -> box.right() == arrow.from())).hasSize(1);
      assertThat(boxes(ladder, arrow).filter(box -> box.left() == arrow.to())).hasSize(1);
      assertThat(
              boxes(ladder, arrow)
                  .filter(box -> box.left() >= arrow.from() && box.right() <= arrow.to()))
          .as(arrow.toString())
          .isEmpty();
    }
  }

  /** The boxes that an arrow's height cuts. */
  private static Stream<Box> boxes(Ladder ladder, Arrow arrow) {
    return ladder.boxes().stream().filter(box -> box.top() < arrow.y() && arrow.y() < box.bottom());
  }

  @ParameterizedTest
  @MethodSource("policies")
  void noBoxTouchesAnother(Policy policy) {
    Ladder ladder = Ladder.of(policy);
    for (Box box : ladder.boxes()) {
      assertThat(box.left()).isNotNegative();
      assertThat(box.top()).isNotNegative();
      assertThat(box.right()).isLessThan(ladder.width());
      assertThat(box.bottom()).isLessThan(ladder.height());
      assertThat(
              ladder.boxes().stream()
                  .filter(
                      other ->
                          other.left() < box.right()
                              && box.left() < other.right()
                              && other.top() < box.bottom()
                              && box.top() < other.bottom()))
          .containsExactly(box);
    }
  }
}
