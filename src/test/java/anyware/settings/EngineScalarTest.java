package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anyware.net.MalformedException;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scalars of stack files are what the engine makes of them: the table has its own answers. */
class EngineScalarTest {
  private static final Path TABLE = Path.of("src/test/resources/settings/scalars.table");
  private static final String REFUSED = "?";

  static Stream<String> scalars() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> !line.startsWith("#"));
  }

  private static JsonElement value(String indent, String scalar) throws MalformedException {
    String yaml = "v: " + scalar.replace("\n", "\n" + indent);
    return ((JsonObject) EngineYaml.parse(yaml)).get("v");
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void isWhatTheEngineMakesOfIt(String line) throws MalformedException {
    String[] cells = line.split("\t", -1);
    String scalar = JsonParser.parseString(cells[0]).getAsString();
    if (cells[1].equals(REFUSED)) {
      assertThatThrownBy(() -> value("  ", scalar)).isInstanceOf(MalformedException.class);
      return;
    }
    JsonElement value = value("  ", scalar);
    JsonElement expected = JsonParser.parseString(cells[1]);
    if (expected instanceof JsonPrimitive number && number.isNumber()) {
      assertThat(value).isInstanceOf(JsonPrimitive.class);
      assertThat(value.getAsJsonPrimitive().isNumber()).isTrue();
      assertThat(value.getAsDouble()).isEqualTo(number.getAsDouble());
    } else {
      assertThat(value).isEqualTo(expected);
    }
    String text = value instanceof JsonNull ? "" : EngineScalar.text(value.getAsJsonPrimitive());
    assertThat(text).isEqualTo(JsonParser.parseString(cells[2]).getAsString());
  }

  @Test
  void theTableIsLong() throws IOException {
    assertThat(scalars()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
  }
}
