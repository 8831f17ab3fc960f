package anyware.sandbox.aws;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.mapOf;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import anyware.sandbox.spec.Unknown;
import anyware.sandbox.spec.Values;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tags. Limits: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html (50 tags; keys
 * to 128, values to 256 characters; no key with the prefix aws:).
 */
final class Tags {
  private static final Shape TAGS =
      mapOf(text().length(0, 256).refusedAtUp())
          .items(0, 50)
          .where(
              "InvalidParameterValue: Tag keys starting with 'aws:' are reserved for internal use",
              tags -> Values.asMap(tags).keySet().stream().noneMatch(key -> key.startsWith("aws:")))
          .where(
              "InvalidParameterValue: Tag key exceeds the maximum length of 128 characters",
              tags -> Values.asMap(tags).keySet().stream().allMatch(key -> key.length() <= 128))
          .refusedAtUp();

  private Tags() {}

  /** The two properties of every type with tags. The limits are on what is sent: all tags. */
  static Property[] properties() {
    return new Property[] {optional("tags", mapOf(text())), optional("tagsAll", TAGS)};
  }

  /**
   * Merges the provider's default tags with the resource's own, as the provider does at check.
   *
   * @param request the request
   * @return the inputs with {@code tagsAll}
   */
  static Props merged(RequestContext request) {
    Props inputs = request.inputs();
    if (inputs.values().get("tags") instanceof Unknown) {
      return inputs.with("tagsAll", Unknown.VALUE);
    }
    Map<String, Object> all = new TreeMap<>(request.settings().object("defaultTags.tags").values());
    all.putAll(inputs.object("tags").values());
    return all.isEmpty() ? inputs.without("tagsAll") : inputs.with("tagsAll", all);
  }
}
