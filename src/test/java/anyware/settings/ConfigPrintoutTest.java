package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.Clouds;
import anyware.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine prints of a stack's configuration is read as the engine would hand it over. */
class ConfigPrintoutTest {
  private static final String PRINTOUT =
      """
      {
        "anyware-network:legacyHttp": {"value": "true", "secret": false},
        "anyware-network:peers": {
          "value": "{\\"clients\\":[\\"198.51.100.0/24\\"],\\"domainControllers\\":[\\"10.9.0.10\\"],\\"dns\\":[\\"10.9.0.10\\"]}",
          "objectValue": {"clients": ["198.51.100.0/24"]},
          "secret": false
        },
        "anyware-network:sites": {
          "value": "{\\"iowa\\":{\\"cloud\\":\\"gcp\\",\\"region\\":\\"us-central1\\",\\"project\\":\\"demo-project\\",\\"network\\":{\\"cidr\\":\\"10.40.0.0/16\\"}}}",
          "secret": false
        },
        "aws:token": {"secret": true, "value": "x"}
      }
      """;

  @Test
  void thePrintoutIsTheSettings() {
    Settings settings = Config.settings(ConfigPrintout.read(Clouds.ALL, "p.json", PRINTOUT));
    assertThat(settings.options().legacyHttp()).isTrue();
    assertThat(settings.sites()).extracting(Site::name).containsExactly("iowa");
  }

  @Test
  void aSecretSettingIsNotShown() {
    String secret =
        PRINTOUT.replace(
            "\"value\": \"true\", \"secret\": false", "\"value\": \"hunter2\", \"secret\": true");
    assertThat(Config.problems(ConfigPrintout.read(Clouds.ALL, "p.json", secret)))
        .singleElement()
        .asString()
        .startsWith("anyware-network:legacyHttp: found ")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | p.json: found a list; allowed: a structure",
        "no JSON | p.json: found nothing or no JSON",
        "{\"anyware-network:radius\": {\"secret\": true}} | print it with --show-secrets",
        "{\"anyware-network:radius\": {\"value\": 7}} | found 7; allowed: a text"
      })
  void anythingElseIsRefused(String printout, String telling) {
    assertThat(Config.problems(ConfigPrintout.read(Clouds.ALL, "p.json", printout)))
        .extracting(Problem::toString)
        .anyMatch(line -> line.contains(telling));
  }
}
