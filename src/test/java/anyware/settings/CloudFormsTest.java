package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.problem.Problem;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms that clouds give names, networks and tags, as the settings are held to them. */
class CloudFormsTest {
  private static final String NAMESPACE = "anyware-network:";

  private static List<Problem> with(String path, String json) {
    return Config.valid().set(path, json).problems();
  }

  private static List<Problem> withText(String path, String text) {
    return with(path, '"' + text + '"');
  }

  private static void assertOnly(List<Problem> problems, String path, int count) {
    assertThat(problems)
        .hasSize(count)
        .allMatch(problem -> problem.path().equals(NAMESPACE + path), NAMESPACE + path);
  }

  @ParameterizedTest
  @CsvSource({
    "virginia, us-east-1",
    "virginia, us-gov-west-1",
    "virginia, ap-southeast-10",
    "virginia, eusc-de-east-1",
    "dublin, westus2",
    "dublin, eastus2euap",
    "dublin, northeurope",
    "dublin, usgovvirginia",
    "dublin, uaenorth",
    "iowa, us-central1",
    "iowa, northamerica-northeast2",
    "iowa, europe-west12",
    "iowa, me-west1"
  })
  void regionsAreTaken(String site, String region) {
    assertThat(withText("sites." + site + ".region", region)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "virginia, us-east-1a",
    "virginia, northeurope",
    "virginia, us-central1",
    "virginia, US-EAST-1",
    "virginia, us-east",
    "virginia, ''",
    "dublin, us-east-1",
    "dublin, us-central1",
    "dublin, ''",
    "iowa, us-east-1",
    "iowa, northeurope",
    "iowa, US-central1",
    "iowa, us-central",
    "iowa, us"
  })
  void otherPlacesAreNot(String site, String region) {
    String path = "sites." + site + ".region";
    assertOnly(withText(path, region), path, 1);
    assertThat(withText(path, region))
        .extracting(Problem::found)
        .containsExactly('"' + region + '"');
  }

  @ParameterizedTest
  @CsvSource({
    "virginia, 10.0.0.0/15, 1",
    "virginia, 10.0.0.0/16, 0",
    "virginia, 10.0.0.0/25, 0",
    "virginia, 10.0.0.0/26, 1",
    "dublin, 10.31.0.0/26, 0",
    "dublin, 10.31.0.0/27, 1",
    "iowa, 10.41.0.0/26, 0",
    "iowa, 10.41.0.0/27, 1"
  })
  void networksHaveRoomForSubnetsAndNoMoreThanTheCloudTakes(
      String site, String network, int problems) {
    String path = "sites." + site + ".network.cidr";
    assertOnly(withText(path, network), path, problems);
  }

  @ParameterizedTest
  @CsvSource({
    "dublin, 168.63.128.0/20, 168.63.129.16/32",
    "dublin, 169.254.0.0/24, 169.254.0.0/16",
    "dublin, 127.0.0.0/16, 127.0.0.0/8",
    "dublin, 230.0.0.0/16, 224.0.0.0/4",
    "dublin, 255.255.255.0/24, 255.255.255.255/32",
    "iowa, 127.1.0.0/16, 127.0.0.0/8",
    "iowa, 169.254.0.0/16, 169.254.0.0/16",
    "iowa, 224.0.0.0/8, 224.0.0.0/4",
    "iowa, 199.36.153.0/24, 199.36.153.4/30"
  })
  void rangesThatThePlatformKeepsAreRefused(String site, String network, String kept) {
    String path = "sites." + site + ".network.cidr";
    List<Problem> problems = withText(path, network);
    assertOnly(problems, path, 1);
    assertThat(problems.get(0).allowed()).contains(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 0",
    "a23456789012345678901234567890, 0",
    "example.com:my-project, 0",
    "p-0-x-1, 0",
    "abcde, 1",
    "a234567890123456789012345678901, 1",
    "123456789012, 1",
    "My Project, 1",
    "proj-a-, 1"
  })
  void projectsHaveAForm(String project, int problems) {
    assertOnly(withText("sites.iowa.project", project), "sites.iowa.project", problems);
  }

  @Test
  void resourceGroupsHaveUpToNinetyCharactersOfAnyAlphabet() {
    String path = "sites.dublin.resourceGroup";
    for (String group : List.of("a".repeat(90), "Net_(1).x-", "größe-rg")) {
      assertThat(withText(path, group)).isEmpty();
    }
    for (String group : List.of("a".repeat(91), "ends-with.", "a b", "")) {
      assertOnly(withText(path, group), path, 1);
    }
  }

  /** One cloud alone, so that only its form of tags counts. */
  private static Config only(String site) {
    Config config = Config.valid();
    List.of("virginia", "dublin", "iowa").stream()
        .filter(other -> !other.equals(site))
        .forEach(other -> config.remove("sites." + other));
    return config;
  }

  private static List<Problem> tagged(String site, String key, String value) {
    Config config = only(site);
    JsonObject tags = new JsonObject();
    tags.addProperty(key, value);
    config.tree().add("tags", tags);
    return config.problems();
  }

  @ParameterizedTest
  @CsvSource({"virginia, 48", "dublin, 48", "iowa, 62"})
  void theProgramsOwnTagsNeedRoomToo(String site, int most) {
    for (int more = 0; more < 2; more++) {
      Config config = only(site);
      JsonObject tags = new JsonObject();
      IntStream.range(0, most + more).forEach(i -> tags.addProperty("tag-" + i, "x"));
      config.tree().add("tags", tags);
      assertOnly(config.problems(), "tags", more);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "virginia, 128, 256, 0",
    "virginia, 129, 0, 1",
    "virginia, 1, 257, 1",
    "virginia, 129, 257, 2",
    "dublin, 512, 256, 0",
    "dublin, 513, 1, 1",
    "dublin, 4, 257, 1",
    "iowa, 63, 63, 0",
    "iowa, 64, 63, 1",
    "iowa, 63, 64, 1",
    "iowa, 64, 64, 2"
  })
  void tagsHaveALength(String site, int key, int value, int problems) {
    assertThat(tagged(site, "k".repeat(key), "v".repeat(value))).hasSize(problems);
  }

  @ParameterizedTest
  @CsvSource({
    "virginia, cost centre, 42 + 1 = 43, 0",
    "virginia, e-mail, ops@example.com, 0",
    "virginia, équipe, réseau, 0",
    "virginia, a<b, x, 1",
    "virginia, team, a&b, 1",
    "virginia, team, ' x', 1",
    "virginia, aws:team, x, 1",
    "virginia, AWS:team, x, 1",
    "virginia, team, aws:x, 1",
    "dublin, a<b, x, 1",
    "dublin, a>b, x, 1",
    "dublin, a%b, x, 1",
    "dublin, a&b, x, 1",
    "dublin, a\\b, x, 1",
    "dublin, a?b, x, 1",
    "dublin, a/b, x, 1",
    "dublin, Azure-x, x, 1",
    "dublin, windows, x, 1",
    "dublin, a-windows, x, 0",
    "iowa, 7days, x, 1",
    "iowa, -team, x, 1",
    "iowa, _x, x, 1",
    "iowa, owner, me, 0"
  })
  void tagsHaveAnAlphabet(String site, String key, String value, int problems) {
    assertThat(tagged(site, key, value)).hasSize(problems);
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    List<Problem> problems =
        Config.valid()
            .set("sites.dublin.region", "\"North Europe\"")
            .set("sites.dublin.resourceGroup", "\"x.\"")
            .set("sites.dublin.network.cidr", "\"10.30.0.0/28\"")
            .set("sites.iowa.region", "\"us-central1-b\"")
            .set("sites.iowa.project", "\"x\"")
            .set("sites.virginia.network.cidr", "\"10.0.0.0/8\"")
            .problems();

    assertThat(problems).extracting(Problem::path).contains(NAMESPACE + "sites.dublin.region");
    assertThat(problems).hasSize(6);
  }
}
