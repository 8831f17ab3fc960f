package anyware.sandbox.gcp;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Constraint;
import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Labels: https://cloud.google.com/compute/docs/labeling-resources#requirements. */
final class Labels {
  private static final int MOST = 64;
  private static final String WORDS =
      " can only contain lowercase letters, numeric characters, underscores and dashes. The %s can"
          + " be at most 63 characters long. International characters are allowed.";
  private static final String KEY = "[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}";
  private static final String VALUE = "[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}";

  private Labels() {}

  /** The properties of every type with labels. */
  static Property[] properties() {
    return Stream.concat(
            Stream.of(withoutFingerprint()),
            Stream.of(
                computed(
                    "labelFingerprint",
                    (request, enclosing) -> request.hex("labels" + merged(request), 11) + "=")))
        .toArray(Property[]::new);
  }

  /** The same where the API keeps no fingerprint of them. */
  static Property[] withoutFingerprint() {
    return new Property[] {
      optional("labels", mapOf(text())),
      computed("effectiveLabels", (request, enclosing) -> merged(request)),
      computed("pulumiLabels", (request, enclosing) -> merged(request))
    };
  }

  /** What the API refuses, the provider's default labels included. */
  static Constraint constraint() {
    return new Constraint(Step.UP, Labels::refusals);
  }

  private static List<Refusal> refusals(RequestContext request) {
    Map<String, Object> labels = merged(request);
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
    return new Refusal("labels", ApiErrors.invalid("resource.labels", "", reason));
  }

  private static Map<String, Object> merged(RequestContext request) {
    Map<String, Object> all = new TreeMap<>(request.settings().object("defaultLabels").values());
    all.putAll(request.inputs().object("labels").values());
    return all;
  }
}
