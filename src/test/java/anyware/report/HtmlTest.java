package anyware.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static final String EVIL = "<img src=x onerror='x'> & \"quoted\"";
  private static final String HARMLESS =
      "&lt;img src=x onerror=&#39;x&#39;&gt; &amp; &quot;quoted&quot;";

  @Test
  void textIsNeverMarkup() {
    assertThat(Html.text(EVIL)).isEqualTo(HARMLESS);
  }

  @Test
  void aTableEscapesEverythingThatComesFromOutside() {
    String table = Html.table(EVIL, EVIL, List.of(EVIL, EVIL), List.of(List.of(EVIL, EVIL)));
    assertThat(table).doesNotContain("<img").doesNotContain("x'").doesNotContain("\"quoted");
    // Identity, caption, two titles, two cells with their labels.
    assertThat(table.split(HARMLESS, -1)).hasSize(9);
  }

  @Test
  void titlesAndRowsHaveTheirScopes() {
    String table = Html.table("t", "c", List.of("a", "b"), List.of(List.of("1", "2")));
    assertThat(table)
        .contains("<caption>c</caption>")
        .contains("scope=\"col\">a</th>")
        .contains("scope=\"col\">b</th>")
        .contains("scope=\"row\" data-label=\"a\">1</th>")
        .contains("data-label=\"b\">2</td>");
  }

  @Test
  void aChoiceOffersEveryValueOnceAndEverything() {
    assertThat(Html.choice("role", "role", List.of("b", "a", "b", EVIL)))
        .contains("<option value=\"\">all</option><option>" + HARMLESS + "</option>")
        .contains("<option>a</option><option>b</option></select>");
  }
}
