package anyware.state;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.json.UnreadableFileException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Previews leave out of a new state what the old one has. */
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
}
