package anyware.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anyware.json.UnreadableFileException;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine prints is read, and what it does not print is refused with the path. */
class StackStateTest {
  private static final String STEP =
      """
      {"steps": [{"op": "%s", "urn": "u::n",
        "oldState": {"urn": "u::n", "type": "t", "id": "old-id",
                     "inputs": {"port": 1}, "outputs": {"port": 1, "more": "x"}},
        "newState": {"urn": "u::n", "type": "t", "inputs": {"port": 2}}}]}
      """;

  private static StateResource previewed(String operation) throws UnreadableFileException {
    return StackState.ofPreview(STEP.formatted(operation)).resources().get(0);
  }

  @ParameterizedTest
  @CsvSource({"same, old-id", "update, old-id", "create-replacement,", "replace,", "create,"})
  void whatIsNotReplacedKeepsItsIdentity(String operation, String id)
      throws UnreadableFileException {
    assertThat(previewed(operation).id()).isEqualTo(Optional.ofNullable(id));
  }

  @ParameterizedTest
  @CsvSource({"same, 1", "update, 2", "create-replacement, 2"})
  void whatIsNotTouchedIsAsTheCloudAnsweredLast(String operation, int port)
      throws UnreadableFileException {
    assertThat(previewed(operation).current("port"))
        .hasValueSatisfying(value -> assertThat(value.getAsInt()).isEqualTo(port));
  }

  private static List<String> problems(ThrowingCallable reading) {
    return catchThrowableOfType(UnreadableFileException.class, reading).lines();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | state: found 7; allowed: a structure",
        "[] | state: found a list; allowed: a structure",
        "{} | state: deployment: found nothing; allowed: a structure",
        "{'deployment': null} | state: deployment: found nothing; allowed: a structure",
        "{'deployment': []} | state: deployment: found a list; allowed: a structure",
        "{'deployment': {'resources': {}}}"
            + " | state: deployment.resources: found a structure; allowed: a list of resources",
        "{'deployment': {'resources': [1]}}"
            + " | state: deployment.resources[0]: found 1; allowed: a structure",
        "{'deployment': {'resources': [{'type': 't'}]}}"
            + " | state: deployment.resources[0].urn: found nothing; allowed: a text",
        "{'deployment': {'resources': [{'urn': 'u::n'}]}}"
            + " | state: deployment.resources[0].type: found nothing; allowed: a text",
        "{'deployment': {'resources': [{'urn': '', 'type': 't'}]}} | state:"
            + " deployment.resources[0].urn: found \"\"; allowed: a URN, with :: before the name",
        "{'deployment': {'resources': [{'urn': 'u::n', 'type': 't', 'id': 7}]}}"
            + " | state: deployment.resources[0].id: found 7; allowed: a text",
        "{'deployment': {'resources': [{'urn': 'u::n', 'type': 't', 'inputs': []}]}}"
            + " | state: deployment.resources[0].inputs: found a list; allowed: a structure",
        "{'deployment': {'resources': [{'urn': 'u::n', 'type': 't', 'delete': 'yes'}]}}"
            + " | state: deployment.resources[0].delete: found \"yes\"; allowed: true or false",
        "{'deployment': {'resources': [{'urn': 'u::n', 'type': 't', 'propertyDependencies': {'p':"
            + " [{}]}}]}} | state: deployment.resources[0].propertyDependencies.p[0]: found a"
            + " structure; allowed: a text",
        "{'deployment': {'resources': [{'urn': 'u::n', 'type': 't'}, {'urn': 'u::n', 'type':"
            + " 't'}]}} | state: deployment.resources[1].urn: found \"u::n\"; allowed: each URN"
            + " once",
        "{'deployment': {'resources': [{'urn': 'u::a', 'type': 't', 'parent': 'u::b'}, {'urn':"
            + " 'u::b', 'type': 't', 'parent': 'u::a'}, {'urn': 'u::c', 'type': 't', 'parent':"
            + " 'u::b'}]}} | state: deployment.resources[0].parent: found \"u::b\"; allowed: a"
            + " resource that is not below this one",
      })
  void anExportOfAnotherShapeIsRefusedWithThePath(String json, String problem) {
    assertThat(problems(() -> StackState.ofExport(json.replace('\'', '"'))))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | preview: steps: found nothing; allowed: a list of steps",
        "{'steps': 1} | preview: steps: found 1; allowed: a list of steps",
        "{'steps': [1]} | preview: steps[0]: found 1; allowed: a structure",
        "{'steps': [{'op': {}}]} | preview: steps[0].op: found a structure; allowed: a text",
        "{'steps': [{'op': 'same', 'newState': {'type': 't'}}]}"
            + " | preview: steps[0].newState.urn: found nothing; allowed: a text",
        "{'steps': [{'op': 'same', 'newState': {'urn': 'u::n', 'type': 't'}, 'oldState': {'id':"
            + " []}}]} | preview: steps[0].oldState.id: found a list; allowed: a text",
        "{'steps': [], 'changeSummary': {'same': 'many'}} | preview: changeSummary.same: found"
            + " \"many\"; allowed: a whole number of nine digits at most",
      })
  void soIsAPreview(String json, String problem) {
    assertThat(problems(() -> StackState.ofPreview(json.replace('\'', '"'))))
        .contains(problem)
        .allSatisfy(
            line -> assertThat(line).startsWith(problem.substring(0, problem.indexOf(": found"))));
  }

  @Test
  void everyProblemOfAFileIsToldAtOnce() {
    assertThat(
            problems(
                () ->
                    StackState.ofExport(
                        "{\"deployment\": {\"resources\": [{}, {\"urn\": 1, \"type\": \"t\"}]}}")))
        .containsExactly(
            "state: deployment.resources[0].urn: found nothing; allowed: a text",
            "state: deployment.resources[0].type: found nothing; allowed: a text",
            "state: deployment.resources[1].urn: found 1; allowed: a text");
  }

  @Test
  void whoGoesRoundInACircleIsBelowNobody() {
    StateResource one = resource("u::a", Optional.of("u::b"));
    StateResource other = resource("u::b", Optional.of("u::a"));
    StateResource site = resource("u::site", Optional.empty());

    assertThat(
            new StackState(List.of(site, one, other))
                .ofSite(new SiteKey("anyware:network:Aws", "site")))
        .isEmpty();
  }

  private static StateResource resource(String urn, Optional<String> parent) {
    return new StateResource(
        urn,
        "anyware:network:Site",
        parent,
        Optional.empty(),
        new JsonObject(),
        new JsonObject(),
        Map.of());
  }

  @Test
  void whatProvidersNoteForThemselvesIsNoProperty() throws UnreadableFileException {
    String export =
        """
        {"deployment": {"resources": [{"urn": "u::n", "type": "t",
          "inputs": {"__defaults": ["name"], "labels": {"__defaults": [], "team": "vdi"},
                     "rules": [{"__defaults": [], "port": 1}]},
          "outputs": {"__meta": "{}", "id": "i", "labels": {"team": "vdi"}, "rules": null}}]}}
        """;

    StateResource resource = StackState.ofExport(export).resources().get(0);

    assertThat(resource.inputs())
        .hasToString("{\"labels\":{\"team\":\"vdi\"},\"rules\":[{\"port\":1}]}");
    assertThat(resource.outputs().keySet()).containsExactly("id", "labels", "rules");
  }

  @Test
  void anAnswerOfNotesAloneIsNone() throws UnreadableFileException {
    String export =
        """
        {"deployment": {"resources": [{"urn": "u::n", "type": "t",
          "inputs": {"port": 1}, "outputs": {"__meta": "{}"}}]}}
        """;

    assertThat(
            StackState.ofExport(export)
                .resources()
                .get(0)
                .current(new ArrayList<>())
                .number("port"))
        .contains(1);
  }

  @Test
  void whatIsMarkedForDeletionIsNotTheStacksAnyMore() throws UnreadableFileException {
    String export =
        """
        {"deployment": {"resources": [
          {"urn": "u::n", "type": "t", "id": "new"},
          {"urn": "u::n", "type": "t", "id": "old", "delete": true}]}}
        """;

    assertThat(StackState.ofExport(export).resources())
        .extracting(StateResource::id)
        .containsExactly(Optional.of("new"));
  }
}
