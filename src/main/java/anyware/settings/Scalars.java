package anyware.settings;

import anyware.settings.Node.Rank;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of settings that are one value. */
final class Scalars {
  private static final String TRUE = "true";
  private static final String FALSE = "false";
  private static final String BOOLEANS = "true or false";

  /** A TCP or UDP port. */
  static final ValueReader<Integer> PORT = integer(1, 65535);

  private Scalars() {}

  /** True or false; as a setting of its own the engine hands it over as text. */
  static Optional<Boolean> bool(Node node) {
    if (node.isRecorded()) {
      node.expects(SettingForms.bool(node.rank()));
    }
    Optional<Boolean> value =
        node.scalar()
            .filter(scalar -> scalar.isBoolean() || node.rank() == Rank.SETTING)
            .map(scalar -> scalar.getAsString())
            .filter(text -> text.equals(TRUE) || text.equals(FALSE))
            .map(TRUE::equals);
    return value.isPresent() ? value : node.refuse(BOOLEANS, fixForBoolean(node));
  }

  private static String fixForBoolean(Node node) {
    return node.text()
        .map(
            text ->
                text.equals(TRUE) || text.equals(FALSE)
                    ? "write it without quotes"
                    : DidYouMean.question(text, Map.of(TRUE, true, FALSE, false).keySet()))
        .orElse("");
  }

  /** A whole number. */
  static ValueReader<Integer> integer(int from, int to) {
    String allowed = "a whole number from " + from + " to " + to;
    BigDecimal low = BigDecimal.valueOf(from);
    BigDecimal high = BigDecimal.valueOf(to);
    return node -> {
      if (node.isRecorded()) {
        node.expects(SettingForms.integer(from, to));
      }
      Optional<BigDecimal> number =
          node.scalar().filter(scalar -> scalar.isNumber()).map(scalar -> scalar.getAsBigDecimal());
      Optional<Integer> value =
          number
              .filter(n -> n.compareTo(low) >= 0 && n.compareTo(high) <= 0)
              .filter(n -> n.stripTrailingZeros().scale() <= 0)
              .map(BigDecimal::intValueExact);
      if (value.isPresent()) {
        return value;
      }
      boolean quoted = node.text().filter(text -> text.matches("-?\\d+")).isPresent();
      return node.refuse(allowed, quoted ? "write it without quotes" : "");
    };
  }

  /** One of several words. */
  static <T> ValueReader<T> oneOf(Map<String, T> words) {
    String allowed = String.join(", ", words.keySet());
    return node -> {
      if (node.isRecorded()) {
        node.expects(SettingForms.words(words.keySet()));
      }
      Optional<T> value = node.text().flatMap(text -> Optional.ofNullable(words.get(text)));
      if (value.isPresent()) {
        return value;
      }
      String fix = node.text().map(text -> DidYouMean.question(text, words.keySet())).orElse("");
      return node.refuse(allowed, fix);
    };
  }

  /** A text of a certain form. */
  static ValueReader<String> text(Pattern form, String allowed) {
    return node -> {
      if (node.isRecorded()) {
        node.expects(SettingForms.text(form));
      }
      Optional<String> value = node.text().filter(text -> form.matcher(text).matches());
      return value.isPresent() ? value : node.refuse(allowed, "");
    };
  }
}
