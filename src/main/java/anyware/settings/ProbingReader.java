package anyware.settings;

import anyware.cloud.LayerForm;
import anyware.cloud.NumberForm;
import anyware.cloud.Probing;
import anyware.cloud.ProbingForm;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code healthCheck} of a balancer. */
final class ProbingReader {
  private static final String KEY = "healthCheck";
  private static final String ALLOWED =
      "a structure {intervalSeconds, timeoutSeconds, healthy, unhealthy}";

  private ProbingReader() {}

  /** What is said, and what the cloud's balancers do otherwise. */
  static Probing read(Section balancer, OnLayer on) {
    return balancer
        .optional(KEY, node -> node.section(ALLOWED, section -> probing(section, on)))
        .orElseGet(() -> probing(new Section(balancer.child(KEY), new JsonObject()), on));
  }

  private static Probing probing(Section section, OnLayer on) {
    return new Probing(
        number(section, on, "intervalSeconds", ProbingForm::intervalSeconds),
        number(section, on, "timeoutSeconds", ProbingForm::timeoutSeconds),
        number(section, on, "healthy", ProbingForm::healthy),
        number(section, on, "unhealthy", ProbingForm::unhealthy));
  }

  private static Optional<Integer> number(
      Section section, OnLayer on, String key, Function<ProbingForm, Optional<NumberForm>> member) {
    Function<LayerForm, ProbingForm> probing = LayerForm::probing;
    return on.number(section, key, probing.andThen(member));
  }
}
