package anyware.json;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.net.Cidr;
import anyware.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands at a place, or a problem with its path. */
class JsonPartTest {
  private final List<Problem> problems = new ArrayList<>();

  private JsonPart file(String json) {
    return JsonPart.parse("file", json, problems);
  }

  private List<String> said() {
    return problems.stream().map(Problem::toString).toList();
  }

  @Test
  void everyKindOfValueIsReadAndNullIsMissing() {
    JsonPart file =
        file(
            """
            {"text": "x", "empty": "", "flag": false, "number": -7, "texts": ["a", "b"],
             "cidrs": ["10.0.0.0/8"], "structure": {"deep": {"text": "y"}}, "nothing": null}
            """);

    assertThat(file.text("text")).contains("x");
    assertThat(file.text("empty")).contains("");
    assertThat(file.flag("flag")).contains(false);
    assertThat(file.number("number")).contains(-7);
    assertThat(file.texts("texts", "words")).containsExactly("a", "b");
    assertThat(file.cidrs("cidrs")).containsExactly(Cidr.of("10.0.0.0/8"));
    assertThat(file.member("structure").flatMap(part -> part.member("deep")))
        .hasValueSatisfying(
            deep -> {
              assertThat(deep.path()).isEqualTo("file: structure.deep");
              assertThat(deep.text("text")).contains("y");
            });
    assertThat(file.text("nothing")).isEmpty();
    assertThat(file.flag("nothing")).isEmpty();
    assertThat(file.number("absent")).isEmpty();
    assertThat(file.texts("nothing", "words")).isEmpty();
    assertThat(file.items("absent", "words")).isEmpty();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7              | text     | file: x: found 7; allowed: a text",
        "{}             | text     | file: x: found a structure; allowed: a text",
        "\"true\"       | flag     | file: x: found \"true\"; allowed: true or false",
        "1              | flag     | file: x: found 1; allowed: true or false",
        "\"1\"          | number   | file: x: found \"1\"; allowed: a whole number of nine digits"
            + " at most",
        "1.5            | number   | file: x: found 1.5; allowed: a whole number of nine digits at"
            + " most",
        "9999999999     | number   | file: x: found 9999999999; allowed: a whole number of nine"
            + " digits at most",
        "1e999999999    | number   | file: x: found 1E+999999999; allowed: a whole number of nine"
            + " digits at most",
        "{}             | texts    | file: x: found a structure; allowed: a list of words",
        "[\"a\", 1]     | texts    | file: x[1]: found 1; allowed: a text",
        "[null]         | texts    | file: x[0]: found nothing; allowed: a text",
        "[\"10.0.0.1/8\"] | cidrs  | file: x[0]: found \"10.0.0.1/8\"; allowed: a prefix without"
            + " host bits; did you mean 10.0.0.0/8?",
        "[]             | member   | file: x: found a list; allowed: a structure",
        "null           | required | file: x: found nothing; allowed: a text",
        "null           | structure| file: x: found nothing; allowed: a structure",
        "null           | items    | file: x: found nothing; allowed: a list of words",
      })
  void whatIsOfTheWrongKindIsAProblem(String value, String reading, String problem) {
    JsonPart file = file("{\"x\": " + value + "}");
    Function<JsonPart, Object> read =
        switch (reading.strip()) {
          case "text" -> part -> part.text("x");
          case "flag" -> part -> part.flag("x");
          case "number" -> part -> part.number("x");
          case "texts" -> part -> part.texts("x", "words");
          case "cidrs" -> part -> part.cidrs("x");
          case "member" -> part -> part.member("x").flatMap(member -> member.member("y"));
          case "required" -> part -> part.required("x");
          case "structure" -> part -> part.requiredStructure("x");
          default -> part -> part.requiredItems("x", "words");
        };
    assertThat(read.apply(file)).isNotNull();

    assertThat(said()).containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                            | file: found nothing or no JSON; allowed: JSON as in RFC"
            + " 8259",
        "null                          | file: found nothing; allowed: a structure or list in JSON",
        "<xml/>                        | file: found nothing or no JSON; allowed: JSON as in RFC"
            + " 8259",
        "{'a': 1}                      | file: found nothing or no JSON; allowed: JSON as in RFC"
            + " 8259",
        "{} {}                         | file: found nothing or no JSON; allowed: JSON as in RFC"
            + " 8259",
        "{\"a\": {\"b\": [1, 2         | file: a.b[2]: found nothing or no JSON; allowed: JSON as"
            + " in RFC 8259",
        "{\"a\": [{\"b\": NaN}]}       | file: a[0].b: found nothing or no JSON; allowed: JSON as"
            + " in RFC 8259",
        "{\"a\": 1e99999999999}        | file: a: found nothing or no JSON; allowed: JSON as in RFC"
            + " 8259",
        "{\"a\": [{\"b\": 1, \"b\": 1}]} | file: a[0].b: found nothing or no JSON; allowed: JSON as"
            + " in RFC 8259; remove the second key b",
      })
  void whatIsNoStrictJsonIsAProblemAtThePlaceWhereItEnds(String text, String problem) {
    assertThat(file(text).isMissing()).isTrue();
    assertThat(said()).containsExactly(problem);
  }

  @Test
  void veryDeepNestingIsAProblem() {
    file("[".repeat(100_000));

    assertThat(said()).singleElement().asString().endsWith("allowed: nesting 50 deep at most");
  }

  @Test
  void keysAndValuesOfOthersCannotForgeLines() {
    file("{\"a\\nfile: b\": \"x\\ny\\u202e\"}").number("a\nfile: b");

    assertThat(said())
        .containsExactly(
            "file: [\"a?file: b\"]: found \"x?y?\"; allowed: a whole number of nine digits at"
                + " most");
  }

  @Test
  void ofManyProblemsTheFirstAreToldAndTheRestCounted() {
    file("[" + "7,".repeat(149) + "7]").items("texts").forEach(JsonPart::text);
    problems.addAll(List.copyOf(problems));

    UnreadableFileException e = new UnreadableFileException(problems);

    assertThat(e.problems()).hasSize(100);
    assertThat(e.more()).isEqualTo(50);
    assertThat(e.lines())
        .hasSize(101)
        .startsWith("file: [0]: found 7; allowed: a text")
        .endsWith("and 50 more");
  }
}
