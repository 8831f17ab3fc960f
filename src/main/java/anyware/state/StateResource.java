package anyware.state;

import anyware.json.JsonPart;
import anyware.problem.Problem;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One resource of a stack, as the engine records it.
 *
 * @param urn the engine's unique name of the resource; the logical name follows its last {@code ::}
 * @param type the type token, such as {@code aws:ec2/securityGroup:SecurityGroup}
 * @param parent the parent's URN; absent for the stack itself
 * @param id the cloud's identity; absent for components and for what is yet to be created
 * @param inputs what the program asked for; what is not known yet is {@link #UNKNOWN}
 * @param outputs what the cloud answered; empty for what is yet to be created
 * @param dependencies property to the URNs that its value comes from
 */
public record StateResource(
    String urn,
    String type,
    Optional<String> parent,
    Optional<String> id,
    JsonObject inputs,
    JsonObject outputs,
    Map<String, List<String>> dependencies) {

  /** How the engine writes a value that a preview cannot know. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private static final String ENGINES = "pulumi:";

  /** What stands before the name in a URN. */
  static final String NAME_MARK = "::";

  /** Leaves out what providers note for themselves, and copies the dependencies. */
  public StateResource {
    inputs = ProvidersNotes.removedFrom(inputs);
    outputs = ProvidersNotes.removedFrom(outputs);
    dependencies = Map.copyOf(dependencies);
  }

  /** Whether it is the engine's own, which is in no cloud: the stack, or a provider. */
  boolean isEngines() {
    return type.startsWith(ENGINES);
  }

  /** The logical name: what stands behind the URN's last mark. */
  public String name() {
    return urn.substring(urn.lastIndexOf(NAME_MARK) + NAME_MARK.length());
  }

  /**
   * A property as it is now: what the cloud answered where it did, else what was asked for. After a
   * refresh the answer is what really runs.
   *
   * @param property the property's name
   */
  public Optional<JsonElement> current(String property) {
    JsonElement output = outputs.get(property);
    JsonElement value = output == null ? inputs.get(property) : output;
    return Optional.ofNullable(value).filter(element -> !element.isJsonNull());
  }

  /**
   * The same of a property that is a text. Anything else is its JSON, which is no text of a
   * cloud's, so that whoever compares it tells.
   *
   * @param property the property's name
   */
  public Optional<String> currentText(String property) {
    return current(property).map(StateResource::text);
  }

  /** A scalar's value; anything else as JSON. */
  public static String text(JsonElement value) {
    return value instanceof JsonPrimitive scalar ? scalar.getAsString() : value.toString();
  }

  /**
   * All properties as they are now: what the cloud answered where it did, as a whole, for what it
   * left out is not there any more; else what was asked for.
   *
   * @param problems where is noted what is not as the provider writes it
   */
  public JsonPart current(List<Problem> problems) {
    return new JsonPart(name(), outputs.size() > 0 ? outputs : inputs, problems);
  }

  /** The URNs that a property's value comes from; empty when none is recorded. */
  public List<String> sourcesOf(String property) {
    return dependencies.getOrDefault(property, List.of());
  }
}
