package anyware;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.settings.EngineConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final String SITE =
      "{\"virginia\": {\"cloud\": \"aws\", \"region\": \"us-east-1\","
          + " \"network\": {\"cidr\": \"10.20.0.0/16\"}}}";

  private static String quoted(String json) {
    return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** What the engine gives the program for these settings, each by its key. */
  private static Map<String, String> environment(Map<String, String> more, String... secretKeys) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "peers",
        "{\"clients\": [\"198.51.100.0/24\"], \"domainControllers\": [\"10.9.0.10\"],"
            + " \"dns\": [\"10.9.0.10\"]}");
    settings.put("sites", SITE);
    settings.putAll(more);
    List<String> members =
        settings.entrySet().stream()
            .map(entry -> "\"anyware-network:" + entry.getKey() + "\": " + quoted(entry.getValue()))
            .toList();
    List<String> secrets =
        List.of(secretKeys).stream().map(key -> "\"anyware-network:" + key + "\"").toList();
    return Map.of(
        EngineConfig.CONFIG,
        "{" + String.join(", ", members) + "}",
        EngineConfig.SECRET_KEYS,
        "[" + String.join(", ", secrets) + "]");
  }

  private static List<String> refused(Map<String, String> environment) {
    return Readiness.of("prod", environment)
        .fold(plan -> List.of("ready: " + plan.stack()), lines -> lines);
  }

  @Test
  void aPlanThatIsProvenIsReady() {
    assertThat(refused(environment(Map.of()))).containsExactly("ready: prod");
  }

  @Test
  void settingsWithProblemsAreRefusedWithAllOfThem() {
    assertThat(refused(environment(Map.of("legacyHttp", "perhaps", "radius", "{}"))))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("anyware-network:legacyHttp: found \"perhaps\""))
        .anyMatch(line -> line.startsWith("anyware-network:radius.servers: "));
  }

  @Test
  void expectationsThatDoNotHoldAreRefused() {
    String expect =
        "{\"closed\": [{\"from\": \"198.51.100.7\", \"to\": \"connector\", \"port\":"
            + " \"4172/udp\"}]}";

    assertThat(refused(environment(Map.of("expect", expect))))
        .singleElement()
        .asString()
        .contains("anyware-network:expect.closed[0]", "found open");
  }

  @Test
  void whatAPlanCannotHaveIsToldWithoutSecrets() {
    Map<String, String> logs = Map.of("logs", "{\"balancer\": \"bucket-nobody-knows\"}");

    assertThat(refused(environment(logs)))
        .singleElement()
        .asString()
        .contains("bucket-nobody-knows");
    assertThat(refused(environment(logs, "logs")))
        .singleElement()
        .asString()
        .startsWith("anyware-network:sites.virginia.logs.balancer: found what is kept back")
        .doesNotContain("bucket-nobody-knows");
  }
}
