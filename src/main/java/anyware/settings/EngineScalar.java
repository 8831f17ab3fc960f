package anyware.settings;

import anyware.net.MalformedException;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What the engine makes of one YAML scalar: by the YAML library that it is built with
 * (https://pkg.go.dev/gopkg.in/yaml.v3), which is neither YAML 1.1 nor 1.2, and by Go's numbers and
 * times.
 */
final class EngineScalar {
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> NO_NUMBER =
      Set.of(
          ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
          ".NaN", ".NAN");
  private static final Pattern INTEGER =
      Pattern.compile(
          "(?<sign>[-+]?)(0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)"
              + "|(?<decimal>0|[1-9][0-9]*))");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final BigInteger LAST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger FIRST = BigInteger.valueOf(Long.MIN_VALUE);

  /** Numbers below and from here on are printed with an exponent, as in JavaScript. */
  private static final int LEAST_EXPONENT = -6;

  private static final int MOST_DIGITS = 21;

  /** So many digits tell every floating number apart. */
  private static final int MOST_PRECISE = 17;

  private EngineScalar() {}

  /**
   * A scalar without quotes and tag.
   *
   * @throws MalformedException when it is a number that JSON has not
   */
  static JsonElement plain(String text) throws MalformedException {
    if (NOTHING.contains(text)) {
      return JsonNull.INSTANCE;
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return new JsonPrimitive(TRUE.contains(text));
    }
    if (NO_NUMBER.contains(text)) {
      throw new MalformedException("numbers that JSON has", "write " + text + " in quotes");
    }
    char first = text.charAt(0);
    if (first != '.' && first != '+' && first != '-' && (first < '0' || first > '9')) {
      return new JsonPrimitive(text);
    }
    Optional<String> time = EngineTime.of(text);
    return time.isPresent()
        ? new JsonPrimitive(time.get())
        : number(text)
            .<JsonElement>map(JsonPrimitive::new)
            .orElseGet(() -> new JsonPrimitive(text));
  }

  /** Integers of 64 bits are exact, others are floating numbers. */
  private static Optional<Number> number(String text) {
    String plain = text.charAt(0) == '.' ? text : text.replace("_", "");
    Matcher integer = INTEGER.matcher(plain);
    if (integer.matches()) {
      BigInteger value = value(integer);
      return value.compareTo(FIRST) >= 0 && value.compareTo(LAST) <= 0
          ? Optional.of(new BigDecimal(value))
          : floating(value.toString());
    }
    return FRACTION.matcher(plain).matches() ? floating(plain) : Optional.empty();
  }

  private static BigInteger value(Matcher integer) {
    String sign = "-".equals(integer.group("sign")) ? "-" : "";
    if (integer.group("hex") != null) {
      return new BigInteger(sign + integer.group("hex"), 16);
    }
    if (integer.group("binary") != null) {
      return new BigInteger(sign + integer.group("binary"), 2);
    }
    return integer.group("octal") != null
        ? new BigInteger(sign + integer.group("octal"), 8)
        : new BigInteger(sign + integer.group("decimal"));
  }

  private static Optional<Number> floating(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(shortest(value));
  }

  /** The number of fewest digits that is read as the same one. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_PRECISE; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return written(rounded);
      }
    }
    return written(exact.round(new MathContext(MOST_PRECISE)));
  }

  private static BigDecimal written(BigDecimal number) {
    boolean isWhole = number.scale() < 0 && number.precision() - number.scale() <= MOST_DIGITS;
    return isWhole ? number.setScale(0) : number;
  }

  /** The text that stands for a scalar which is a setting of its own. */
  static String text(JsonPrimitive scalar) {
    if (!scalar.isNumber()) {
      return scalar.getAsString();
    }
    BigDecimal number = scalar.getAsBigDecimal();
    if (number.signum() == 0) {
      return "0";
    }
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= LEAST_EXPONENT && exponent < MOST_DIGITS) {
      return number.stripTrailingZeros().toPlainString();
    }
    String digits = number.stripTrailingZeros().unscaledValue().toString();
    int first = number.signum() < 0 ? 2 : 1;
    String fraction = digits.length() > first ? "." + digits.substring(first) : "";
    return digits.substring(0, first) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
  }

  /**
   * A scalar in quotes, or with a tag.
   *
   * @throws MalformedException when it is not what the tag says
   */
  static JsonElement tagged(Tag tag, String text) throws MalformedException {
    if (tag.equals(Tag.BINARY)) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(text);
        return new JsonPrimitive(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw new MalformedException("base 64 behind !!binary", "");
      }
    }
    boolean isResolved =
        tag.equals(Tag.INT)
            || tag.equals(Tag.FLOAT)
            || tag.equals(Tag.BOOL)
            || tag.equals(Tag.NULL)
            || tag.equals(Tag.TIMESTAMP);
    return isResolved ? plain(text) : new JsonPrimitive(text);
  }
}
