package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Rule;
import anyware.sandbox.spec.Situation;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Labels: https://cloud.google.com/compute/docs/labeling-resources#requirements. */
final class GcpLabels {
  private static final int MOST = 64;
  private static final String WORDS =
      " can only contain lowercase letters, numeric characters, underscores and dashes. The %s can"
          + " be at most 63 characters long. International characters are allowed.";
  private static final String KEY = "[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}";
  private static final String VALUE = "[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}";

  private GcpLabels() {}

  /**
   * The properties of every type with labels.
   *
   * @return them
   */
  static Property[] properties() {
    return new Property[] {
      optional("labels", mapOf(text())),
      computed("effectiveLabels", (at, around) -> merged(at)),
      computed("pulumiLabels", (at, around) -> merged(at)),
      computed("labelFingerprint", (at, around) -> at.hex("labels" + merged(at), 11) + "=")
    };
  }

  /**
   * What the API refuses, the provider's default labels included.
   *
   * @return the rule
   */
  static Rule rule() {
    return new Rule(Step.UP, GcpLabels::refusals);
  }

  private static List<Refusal> refusals(Situation at) {
    Map<String, Object> labels = merged(at);
    List<Refusal> found = new ArrayList<>();
    labels.forEach(
        (key, value) -> {
          if (!key.matches(KEY)) {
            found.add(
                refusal(
                    "Label key '"
                        + key
                        + "' violates format constraints. The key must start with a lowercase"
                        + " character,"
                        + WORDS.formatted("key")));
          }
          if (!String.valueOf(value).matches(VALUE)) {
            found.add(
                refusal(
                    "Label value '"
                        + value
                        + "' violates format constraints. The value"
                        + WORDS.formatted("value")));
          }
        });
    if (labels.size() > MOST) {
      found.add(refusal("A resource can have at most " + MOST + " labels."));
    }
    return found;
  }

  private static Refusal refusal(String reason) {
    return new Refusal("labels", GcpErrors.invalid("resource.labels", "", reason));
  }

  private static Map<String, Object> merged(Situation at) {
    Map<String, Object> all = new TreeMap<>(at.settings().object("defaultLabels").values());
    all.putAll(at.inputs().object("labels").values());
    return all;
  }
}
