package anyware.attach;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.catalogue.Role;
import anyware.json.JsonPart;
import anyware.net.IpAddress;
import anyware.problem.Problem;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteOutputsTest {
  private final List<Problem> problems = new ArrayList<>();

  private static JsonObject virginia() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/attach/sites.json"));
    return JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("virginia");
  }

  private Optional<SiteOutputs> read(JsonObject site) {
    return SiteOutputs.read(new JsonPart("outputs: sites.virginia", site, problems));
  }

  @Test
  void whatMachinesNeedIsRead() throws Exception {
    SiteOutputs outputs = read(virginia()).orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(outputs.cloud() + " " + outputs.region()).isEqualTo("aws us-east-1");
    assertThat(outputs.groups())
        .containsExactly(
            Map.entry(Role.CONNECTOR, "sg-0a1b2c3d4e5f60718"),
            Map.entry(Role.WORKSTATION, "sg-0b1b2c3d4e5f60718"),
            Map.entry(Role.BALANCER, "sg-0c1b2c3d4e5f60718"));
    assertThat(outputs.subnets().get(Role.WORKSTATION))
        .containsExactly("subnet-0cc1b2c3d4e5f6071", "subnet-0dd1b2c3d4e5f6071");
    assertThat(outputs.balancer())
        .containsEntry("zoneId", "Z26RNL4JYFTOTI")
        .doesNotContainKey("layer");
    assertThat(outputs.connectorAddresses().get(1))
        .isEqualTo(
            new ReservedAddress(IpAddress.parse("203.0.113.6"), "eipalloc-0b1b2c3d4e5f60718"));
  }

  @Test
  void whatASiteHasNotIsNotThere() throws Exception {
    JsonObject bare = virginia();
    List.of("subnets", "balancer", "connectorAddresses", "network").forEach(bare::remove);
    SiteOutputs outputs = read(bare).orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(outputs.subnets()).isEmpty();
    assertThat(outputs.balancer()).isEmpty();
    assertThat(outputs.connectorAddresses()).isEmpty();
    assertThat(outputs.applicationGroups()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups             | {"connector": 5}            | groups.connector: found 5; allowed: a text
          groups             | {"connector": "-x"}         | groups.connector: found "-x"; allowed: a printable text that begins with no hyphen
          groups             | {"connector": "a\\u001bb"}  | groups.connector: found "a?b"; allowed: a printable text
          groups             | {"connector": " "}          | groups.connector: found " "; allowed: a printable text
          groups             | {"conector": "sg-1"}        | groups.conector: found "sg-1"; allowed: nothing: there is no such role
          groups             | null                        | groups: found nothing; allowed: a structure
          region             | null                        | region: found nothing; allowed: a text
          cloud              | ["aws"]                     | cloud: found a list; allowed: a text
          subnets            | {"connector": ["10.0.0.0/8"]} | subnets.connector[0]: found "10.0.0.0/8"; allowed: a structure
          balancer           | {"targetGroup": "a\\nb"}    | balancer.targetGroup: found "a?b"; allowed: a printable text
          connectorAddresses | ["203.0.113.5"]             | connectorAddresses[0]: found "203.0.113.5"; allowed: a structure
          connectorAddresses | [{"address": "203.0.113.5"}] | connectorAddresses[0].id: found nothing; allowed: a text
          connectorAddresses | [{"address": "1.2.3", "id": "x"}] | connectorAddresses[0].address: found "1.2.3"; allowed: an IPv4 or IPv6 address
          """)
  void whatIsSomethingElseIsRefusedWithItsPlace(String key, String value, String problem)
      throws Exception {
    JsonObject changed = virginia();
    changed.add(key, JsonParser.parseString(value));
    read(changed);

    assertThat(problems)
        .extracting(Problem::toString)
        .anySatisfy(text -> assertThat(text).startsWith("outputs: sites.virginia." + problem));
  }

  @Test
  void everyProblemIsFoundAtOnce() {
    JsonObject broken =
        JsonParser.parseString("{\"cloud\": 1, \"groups\": {\"workstation\": []}}")
            .getAsJsonObject();

    assertThat(read(broken)).isEmpty();
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly(
            "outputs: sites.virginia.cloud",
            "outputs: sites.virginia.region",
            "outputs: sites.virginia.groups.workstation");
  }
}
