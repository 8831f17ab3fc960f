package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published form of what commands answer with {@code --json}. */
final class AnswerSchema {
  private static final Path FILE = Path.of("docs/answers.schema.json");
  private static final URI PLACE = URI.create("urn:anyware:answers");
  private static final Validator VALIDATOR = validator();

  private AnswerSchema() {}

  private static Validator validator() {
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    try {
      validator.registerSchema(PLACE, Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return validator;
  }

  /**
   * Fails where an answer has not the form that is published for its command.
   *
   * @param form the command, or {@code refusal}
   * @param json the answer
   */
  static void assertKept(String form, String json) {
    Validator.Result result = VALIDATOR.validate(URI.create(PLACE + "#/$defs/" + form), json);
    assertThat(result.getErrors().stream().map(AnswerSchema::text))
        .as("%s%n%s", form, json)
        .isEmpty();
  }

  private static String text(Error error) {
    return error.getInstanceLocation() + ": " + error.getError();
  }
}
