package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Template TEMPLATE =
      new Template("<style></style><script>abc</script>{{one}}{{two}}|{{scripthash}}");

  @Test
  void contentIsFilledInAsItIs() {
    assertThat(TEMPLATE.filled(Map.of("one", "$1 \\ {{two}}", "two", "2")))
        .startsWith("<style></style><script>abc</script>$1 \\ {{two}}2|");
  }

  /** The digest of "abc" is the first example of FIPS 180-2. */
  @Test
  void theScriptIsKnownByItsHash() {
    assertThat(TEMPLATE.filled(Map.of("one", "", "two", "")))
        .endsWith("|sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  }

  @Test
  void noPlaceStaysEmpty() {
    assertThatThrownBy(() -> TEMPLATE.filled(Map.of("one", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to fill in for {{two}}");
  }
}
