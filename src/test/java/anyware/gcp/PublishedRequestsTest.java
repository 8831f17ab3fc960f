package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.testing.Damages;
import anyware.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request's body is one that Google's own discovery document allows. */
class PublishedRequestsTest {
  private static final PublishedSchemas PUBLISHED = PublishedSchemas.read();

  /** Every set of options, then every shape of a site with all options. */
  static Stream<Plan> plans() {
    return Stream.concat(
        Fixtures.optionSets().keySet().stream().map(Plans::option),
        ShapesTest.shapes().map(shape -> Plans.of(Plans.settings("everything"), Shapes.of(shape))));
  }

  /** The bodies of a plan's requests, by their resources; a name is there, if not ours. */
  private static Map<String, Map<String, Object>> bodies(Plan plan) {
    Registrations seen = Registrations.of(plan);
    Map<String, Map<String, Object>> bodies = new TreeMap<>();
    for (String type : seen.types()) {
      seen.inputs(type)
          .forEach(
              (name, inputs) -> {
                if (RequestBodies.SCHEMAS.containsKey(type)) {
                  Map<String, Object> named = new TreeMap<>(inputs);
                  named.putIfAbsent("name", name);
                  bodies.put(type + " " + name, RequestBodies.of(type, named));
                }
              });
    }
    return bodies;
  }

  private static List<String> problems(String resource, Map<String, Object> body) {
    String schema = RequestBodies.SCHEMAS.getOrDefault(resource.replaceFirst(" .*", ""), "");
    return PUBLISHED.problems(schema, body);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyBodyIsAsPublished(Plan plan) {
    bodies(plan).forEach((name, body) -> assertThat(problems(name, body)).as(name).isEmpty());
  }

  @Test
  void noTypeIsPassedOver() {
    TreeSet<String> types = new TreeSet<>();
    plans()
        .flatMap(plan -> Registrations.of(plan).types().stream())
        .filter(type -> type.startsWith("gcp:"))
        .forEach(types::add);

    assertThat(types).isEqualTo(new TreeSet<>(RequestBodies.SCHEMAS.keySet()));
  }

  /** Each property of each body, misspelt and of another kind. */
  @Test
  void everyDamageIsSeen() {
    Map<String, Map<String, Object>> bodies = new TreeMap<>();
    plans().forEach(plan -> bodies.putAll(bodies(plan)));
    int damaged = 0;
    List<String> unseen = new ArrayList<>();
    for (Map.Entry<String, Map<String, Object>> entry : bodies.entrySet()) {
      for (Map<String, Object> wrong : Damages.of(entry.getValue())) {
        damaged++;
        if (problems(entry.getKey(), wrong).isEmpty()) {
          unseen.add(entry.getKey() + " " + wrong);
        }
      }
    }

    assertThat(damaged).isGreaterThan(100);
    assertThat(unseen).isEmpty();
  }
}
