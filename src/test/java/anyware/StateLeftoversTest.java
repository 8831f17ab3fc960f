package anyware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import anyware.json.UnreadableFileException;
import anyware.plan.Difference;
import anyware.state.Remnant;
import anyware.state.StackState;
import anyware.testing.Fixtures;
import anyware.testing.StackExports;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hides behind the name, the mark or the form of something else in a state is told. */
class StateLeftoversTest {
  private static final StackPlan PLAN =
      StackPlan.of("test", Objects.requireNonNull(Fixtures.optionSets().get("everything")));
  private static final String EXPORT = StackExports.of(PLAN).toString();
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

  private static JsonObject changed(Consumer<JsonArray> change) {
    JsonObject export = JsonParser.parseString(EXPORT).getAsJsonObject();
    change.accept(export.getAsJsonObject("deployment").getAsJsonArray("resources"));
    return export;
  }

  private static List<String> told(JsonObject export) throws UnreadableFileException {
    return told(StackState.ofExport(export.toString()));
  }

  private static List<String> told(StackState state) throws UnreadableFileException {
    DeployedStack deployed = PLAN.deployed(state);
    List<String> told = new ArrayList<>();
    deployed.remnants().stream().map(Remnant::toString).forEach(told::add);
    deployed.sites().stream()
        .flatMap(site -> site.differences().stream())
        .map(Difference::toString)
        .forEach(told::add);
    return told;
  }

  private static Stream<JsonObject> custom(JsonArray resources) {
    return resources.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(one -> one.has("custom"));
  }

  private static JsonObject named(JsonArray resources, String type, String name) {
    return custom(resources)
        .filter(one -> one.get("type").getAsString().equals(type))
        .filter(one -> one.get("urn").getAsString().endsWith("::" + name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject first(JsonArray resources, String type) {
    return custom(resources)
        .filter(one -> one.get("type").getAsString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static void set(JsonObject resource, String property, JsonElement value) {
    resource.getAsJsonObject("inputs").add(property, value);
    resource.getAsJsonObject("outputs").add(property, value);
  }

  static Stream<String> types() {
    return custom(
            JsonParser.parseString(EXPORT)
                .getAsJsonObject()
                .getAsJsonObject("deployment")
                .getAsJsonArray("resources"))
        .map(one -> one.get("type").getAsString())
        .distinct();
  }

  /** The engine's names hold the parents' types too, so two resources can be called alike. */
  @ParameterizedTest
  @MethodSource("types")
  void anotherResourceOfTheSameNameIsTold(String type) throws Exception {
    for (boolean isFirst : List.of(true, false)) {
      JsonObject export =
          changed(
              resources -> {
                for (JsonObject one : custom(resources).toList()) {
                  if (one.get("type").getAsString().equals(type)) {
                    JsonObject other = one.deepCopy();
                    String urn = one.get("urn").getAsString();
                    other.addProperty("urn", urn.replace(type, "anyware:old:Part$" + type));
                    (isFirst ? one : other).addProperty("id", "another");
                    resources.add(other);
                  }
                }
              });
      assertThat(told(export)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatWasDeletedToBeReplacedIsTold(String type) throws Exception {
    JsonObject export =
        changed(resources -> first(resources, type).addProperty("pendingReplacement", true));

    assertThat(told(export))
        .anyMatch(line -> line.contains("(" + type + "): an update deleted it and has not made"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ingress", "Egress"})
  void aRuleOfAGroupThatIsNotTheSitesIsTold(String way) throws Exception {
    String type = "aws:vpc/securityGroup%1$sRule:SecurityGroup%1$sRule".formatted(way);
    JsonObject export =
        changed(
            resources -> {
              JsonObject rule = first(resources, type).deepCopy();
              rule.addProperty("urn", rule.get("urn").getAsString() + "-of-another-group");
              set(rule, "securityGroupId", new JsonPrimitive("sg-0of0somebody0else"));
              resources.add(rule);
            });
    assertThat(told(export)).singleElement().asString().contains("sg-0of0somebody0else");
  }

  @Test
  void aDefaultGroupThatIsOneOfTheSitesIsTold() throws Exception {
    String type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    JsonObject export =
        changed(resources -> first(resources, type).add("id", first(resources, GROUP).get("id")));
    assertThat(told(export)).singleElement().asString().contains(type);
  }

  @Test
  void natGatewaysThatShareAnAddressAreTold() throws Exception {
    JsonObject export =
        changed(
            resources -> {
              String type = "aws:ec2/natGateway:NatGateway";
              JsonElement other =
                  named(resources, type, "virginia-nat-second")
                      .getAsJsonObject("outputs")
                      .get("allocationId");
              set(named(resources, type, "virginia-nat-first"), "allocationId", other);
            });
    assertThat(told(export)).singleElement().asString().contains("virginia-nat-first.allocationId");
  }

  @Test
  void aBalancerAtAConnectorsAddressIsTold() throws Exception {
    JsonObject export =
        changed(
            resources ->
                set(
                    first(resources, "gcp:compute/forwardingRule:ForwardingRule"),
                    "ipAddress",
                    named(resources, "gcp:compute/address:Address", "iowa-connector-1")
                        .getAsJsonObject("outputs")
                        .get("address")));
    assertThat(told(export)).singleElement().asString().contains("iowa-balancer.ipAddress");
  }

  /** What the engine forgets without deleting it goes on to let things pass. */
  @ParameterizedTest
  @CsvSource({"delete, true", "delete-replaced, true", "delete, false"})
  void whatAnUpdateOnlyForgetsIsTold(String operation, boolean isRetained) throws Exception {
    JsonArray steps = new JsonArray();
    changed(
        resources -> {
          resources.forEach(one -> steps.add(step("same", "newState", one)));
          JsonObject old = first(resources, GROUP).deepCopy();
          old.addProperty("urn", old.get("urn").getAsString() + "-old");
          old.addProperty("retainOnDelete", isRetained);
          steps.add(step(operation, "oldState", old));
        });
    JsonObject preview = new JsonObject();
    preview.add("steps", steps);

    List<String> told = told(StackState.ofPreview(preview.toString()));

    assertThat(told).hasSize(isRetained ? 1 : 0);
    assertThat(told)
        .allMatch(line -> line.contains("-old (" + GROUP + "): the update only forgets"));
  }

  private static JsonObject step(String operation, String side, JsonElement state) {
    JsonObject step = new JsonObject();
    step.addProperty("op", operation);
    step.add(side, state);
    return step;
  }

  /** With --show-secrets the engine still says which values are secret. */
  @Test
  void aSecretThatIsShownIsRead() throws Exception {
    for (String range : List.of("0.0.0.0/0", "")) {
      JsonObject export =
          changed(
              resources -> {
                JsonObject vpc = first(resources, "aws:ec2/vpc:Vpc");
                String block = vpc.getAsJsonObject("outputs").get("cidrBlock").getAsString();
                JsonObject secret = new JsonObject();
                secret.addProperty(
                    "4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270");
                secret.addProperty("plaintext", "\"" + (range.isEmpty() ? block : range) + "\"");
                set(vpc, "cidrBlock", secret);
              });
      assertThat(told(export).isEmpty()).isEqualTo(range.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": 3, \"deployment\": {}}",
        "{\"version\": 3, \"deployment\": {\"resources\": null}}",
        "{\"version\": 4, \"deployment\": {\"resources\": []}}"
      })
  void ofAnEmptyStackNothingIsDeployed(String export) throws Exception {
    assertThat(PLAN.deployed(StackState.ofExport(export)).sites()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'version': 2, 'deployment': {'resources': []}} | state: version",
        "{'version': 5, 'deployment': {'resources': []}} | state: version",
        "{'version': 3, 'checkpoint': {'latest': {'resources': []}}} | state: deployment"
      })
  void aStateInAnotherFormIsRefused(String export, String path) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> StackState.ofExport(export.replace('\'', '"')))
        .satisfies(refusal -> assertThat(refusal.problems().get(0).path()).isEqualTo(path));
  }
}
