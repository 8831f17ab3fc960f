package anyware.sandbox.aws;

import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.Optional;
import java.util.function.Function;

/** Rules whose message says more than the inputs alone. */
final class AwsFinding {
  private AwsFinding() {}

  /**
   * A rule of the API.
   *
   * @param property the property to blame, may be empty
   * @param reason gives the reason to refuse, if there is one
   * @return the rule
   */
  static Rule up(String property, Function<Situation, Optional<String>> reason) {
    return new Rule(
        Step.UP,
        at -> reason.apply(at).stream().map(message -> new Refusal(property, message)).toList());
  }
}
