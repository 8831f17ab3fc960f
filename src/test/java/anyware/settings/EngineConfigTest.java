package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anyware.Clouds;
import anyware.problem.Problem;
import com.google.gson.Gson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineConfigTest {

  @Test
  void readsWhatTheEngineHandsOver() {
    Config config = Config.valid();
    String json = new Gson().toJson(config.texts());
    assertThat(EngineConfig.read(Clouds.ALL, Map.of("PULUMI_CONFIG", json, "PATH", "x")))
        .isEqualTo(config.read())
        .isInstanceOf(Reading.Valid.class);
  }

  @Test
  void hidesWhatTheEngineCallsSecret() {
    Map<String, String> texts = Config.minimal().set("legacyHttp", "\"hunter2\"").texts();
    Map<String, String> environment =
        Map.of(
            "PULUMI_CONFIG",
            new Gson().toJson(texts),
            "PULUMI_CONFIG_SECRET_KEYS",
            "[\"anyware-network:legacyHttp\", \"aws:secretKey\"]");
    assertThat(EngineConfig.read(Clouds.ALL, environment))
        .isEqualTo(
            Reading.Invalid.because(
                new Problem("anyware-network:legacyHttp", "a secret", "true or false", "")));
  }

  @Test
  void settingsThatNamesShowAreNotKeptSecret() {
    Map<String, String> environment =
        Map.of(
            "PULUMI_CONFIG",
            new Gson().toJson(Config.minimal().texts()),
            "PULUMI_CONFIG_SECRET_KEYS",
            "[\"anyware-network:sites\", \"anyware-network:tags\", \"anyware-network:peers\"]");

    assertThat(EngineConfig.read(Clouds.ALL, environment))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::path, Problem::found)
                    .containsExactly(
                        tuple("anyware-network:sites", "a secret"),
                        tuple("anyware-network:tags", "a secret")));
  }

  @Test
  void otherSettingsMayBeSecret() {
    Map<String, String> environment =
        Map.of(
            "PULUMI_CONFIG",
            new Gson().toJson(Config.minimal().texts()),
            "PULUMI_CONFIG_SECRET_KEYS",
            "[\"anyware-network:peers\"]");

    assertThat(EngineConfig.read(Clouds.ALL, environment)).isInstanceOf(Reading.Valid.class);
    assertThat(EngineConfig.holdsSecrets(environment)).isTrue();
    assertThat(EngineConfig.holdsSecrets(Map.of("PULUMI_CONFIG_SECRET_KEYS", "[\"aws:token\"]")))
        .isFalse();
    assertThat(EngineConfig.holdsSecrets(Map.of())).isFalse();
  }

  @Test
  void withoutConfigurationWhatIsRequiredIsMissing() {
    assertThat(EngineConfig.read(Clouds.ALL, Map.of()))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::path)
                    .containsExactly("anyware-network:peers", "anyware-network:sites"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "hunter2", "{\"a:b\": 1}", "{\"a:b\": {}}"})
  void malformedConfigurationIsAProblem(String json) {
    assertThat(EngineConfig.read(Clouds.ALL, Map.of("PULUMI_CONFIG", json)))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .singleElement()
                    .asString()
                    .startsWith("PULUMI_CONFIG: ")
                    .doesNotContain("hunter2"));
  }

  @Test
  void malformedSecretKeysAreAProblem() {
    for (String keys : List.of("{}", "[1]", "[")) {
      assertThat(
              EngineConfig.read(Clouds.ALL, Map.of("PULUMI_CONFIG_SECRET_KEYS", keys)).toString())
          .contains("PULUMI_CONFIG_SECRET_KEYS: ");
    }
  }
}
