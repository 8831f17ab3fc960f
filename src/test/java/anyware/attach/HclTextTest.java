package anyware.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclTextTest {

  @ParameterizedTest
  @CsvSource({
    "sg-1, \"sg-1\"",
    "a\"b\\c, \"a\\\"b\\\\c\"",
    "${file(1)}, \"$${file(1)}\"",
    "%{if}, \"%%{if}\"",
    "$5 100%, \"$5 100%\"",
    "a\u001bb, \"a\\U0000001Bb\"",
    "a\u202eb, \"a\\U0000202Eb\"",
    "a\u2028b, \"a\\U00002028b\"",
  })
  void aTextIsQuoted(String text, String quoted) {
    assertThat(HclText.quoted(text)).isEqualTo(quoted);
  }

  @Test
  void aStructureIsLaidOutAsTerraformDoes() {
    String json =
        """
        {"id": "a", "region": "b", "ranges": ["c"], "layer": 4, "none": {}, "odd key": true}
        """;

    assertThat(HclText.of(JsonParser.parseString(json), ""))
        .isEqualTo(
            """
            {
              id     = "a"
              region = "b"
              ranges = [
                "c",
              ]
              layer     = 4
              none      = {}
              "odd key" = true
            }\
            """);
  }
}
