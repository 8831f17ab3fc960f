package anyware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import anyware.json.UnreadableFileException;
import anyware.plan.Difference;
import anyware.platform.DeployedSite;
import anyware.state.Remnant;
import anyware.state.StackState;
import anyware.testing.Fixtures;
import anyware.testing.StackExports;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a state knows of is passed over: it is planned, told, or refused. */
class StateUniverseTest {
  private static final StackPlan PLAN =
      StackPlan.of(
          "test", Optional.ofNullable(Fixtures.optionSets().get("everything")).orElseThrow());
  private static final String EXPORT = StackExports.of(PLAN).toString();
  private static final String STACK =
      StackExports.urn(PLAN, "pulumi:pulumi:Stack", "anyware-network-test");

  private static JsonObject changed(Consumer<JsonArray> change) {
    JsonObject export = JsonParser.parseString(EXPORT).getAsJsonObject();
    change.accept(resources(export));
    return export;
  }

  private static JsonArray resources(JsonObject export) {
    return export.getAsJsonObject("deployment").getAsJsonArray("resources");
  }

  private static DeployedStack read(JsonObject export) throws UnreadableFileException {
    return PLAN.deployed(StackState.ofExport(export.toString()));
  }

  private static List<String> told(JsonObject export) throws UnreadableFileException {
    DeployedStack deployed = read(export);
    List<String> told = new ArrayList<>();
    deployed.remnants().stream().map(Remnant::toString).forEach(told::add);
    deployed.sites().stream()
        .flatMap(site -> site.differences().stream())
        .map(Difference::toString)
        .forEach(told::add);
    return told;
  }

  private static List<JsonObject> custom(JsonArray resources) {
    List<JsonObject> custom = new ArrayList<>();
    for (JsonElement one : resources) {
      if (one.getAsJsonObject().has("custom")) {
        custom.add(one.getAsJsonObject());
      }
    }
    return custom;
  }

  private static JsonObject first(JsonArray resources, String type) {
    return custom(resources).stream()
        .filter(one -> one.get("type").getAsString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject renamed(JsonObject resource, String name) {
    JsonObject other = resource.deepCopy();
    String urn = other.get("urn").getAsString();
    other.addProperty("urn", urn.substring(0, urn.lastIndexOf("::") + 2) + name);
    return other;
  }

  static Stream<String> cloudTypes() {
    return types().filter(type -> !type.startsWith("pulumi:providers:"));
  }

  static Stream<String> types() {
    return custom(resources(JsonParser.parseString(EXPORT).getAsJsonObject())).stream()
        .map(one -> one.get("type").getAsString())
        .distinct();
  }

  @Test
  void whatWasDeployedAsPlannedIsAsPlanned() throws Exception {
    assertThat(told(changed(resources -> {}))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFurtherResourceOfAnyTypeIsTold(String type) throws Exception {
    assertThat(
            told(changed(resources -> resources.add(renamed(first(resources, type), "one-more")))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFurtherResourceBelowNoSiteIsTold(String type) throws Exception {
    boolean isProvider = type.startsWith("pulumi:providers:");
    JsonObject export =
        changed(
            resources -> {
              JsonObject more = renamed(first(resources, type), "one-more");
              more.addProperty("parent", STACK);
              resources.add(more);
            });
    // A provider is in no cloud and lets nothing pass.
    assertThat(told(export).isEmpty()).isEqualTo(isProvider);
  }

  @ParameterizedTest
  @MethodSource("types")
  void aResourceThatMovedToAnotherSiteIsTold(String type) throws Exception {
    for (DeployedSite site : read(changed(resources -> {})).sites()) {
      JsonObject export =
          changed(
              resources -> {
                JsonObject moved = first(resources, type);
                for (JsonElement one : resources) {
                  String urn = one.getAsJsonObject().get("urn").getAsString();
                  if (urn.endsWith("::" + site.name()) && urn.contains("::anyware:network:")) {
                    moved.addProperty("parent", urn + "-of-another-cloud");
                    resources.add(moved(one.getAsJsonObject(), urn + "-of-another-cloud"));
                    break;
                  }
                }
              });
      assertThat(told(export)).as(site.name()).isNotEmpty();
    }
  }

  private static JsonObject moved(JsonObject component, String urn) {
    JsonObject other = component.deepCopy();
    other.addProperty("urn", urn);
    return other;
  }

  @Test
  void whatIsLeftOfASiteThatSettingsNoLongerHaveIsTold() throws Exception {
    JsonObject export =
        changed(
            resources -> {
              String component = StackExports.urn(PLAN, "anyware:network:Aws", "gone");
              JsonObject gone = new JsonObject();
              gone.addProperty("urn", component);
              gone.addProperty("type", "anyware:network:Aws");
              gone.addProperty("parent", STACK);
              resources.add(gone);
              JsonObject group =
                  renamed(
                      first(resources, "aws:ec2/securityGroup:SecurityGroup"), "connector-gone");
              group.addProperty("parent", component);
              resources.add(group);
            });
    assertThat(told(export))
        .containsExactly(
            "connector-gone (aws:ec2/securityGroup:SecurityGroup): its site is not in the"
                + " settings: run up, which removes it");
  }

  @Test
  void aSiteThatIsNowOnAnotherCloudIsTold() throws Exception {
    JsonObject export =
        changed(
            resources -> {
              JsonObject old = new JsonObject();
              String component = StackExports.urn(PLAN, "anyware:network:Azure", "virginia");
              old.addProperty("urn", component);
              old.addProperty("type", "anyware:network:Azure");
              old.addProperty("parent", STACK);
              JsonObject group =
                  renamed(first(resources, "azure-native:network:NetworkSecurityGroup"), "old");
              group.addProperty("parent", component);
              resources.add(old);
              resources.add(group);
            });
    assertThat(told(export))
        .singleElement()
        .asString()
        .startsWith("old (azure-native:network:NetworkSecurityGroup): its site is not in");
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsStillToBeDeletedIsTold(String type) throws Exception {
    JsonObject export =
        changed(
            resources -> {
              JsonObject old = first(resources, type).deepCopy();
              old.addProperty("delete", true);
              resources.add(old);
            });
    assertThat(told(export)).singleElement().asString().contains("(" + type + "): an update put");
  }

  @Test
  void whatWasInFlightWhenARunWasCutOffIsTold() throws Exception {
    JsonObject export = changed(resources -> {});
    JsonArray operations = new JsonArray();
    JsonObject operation = new JsonObject();
    operation.addProperty("type", "creating");
    operation.add(
        "resource",
        renamed(first(resources(export), "gcp:compute/firewall:Firewall"), "being-made"));
    operations.add(operation);
    export.getAsJsonObject("deployment").add("pending_operations", operations);
    assertThat(told(export))
        .containsExactly(
            "being-made (gcp:compute/firewall:Firewall): a run was cut off while the cloud worked"
                + " on it: run refresh, then up");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/securityGroupRule:SecurityGroupRule, anyware:network:Aws, virginia",
    "azure-native:network:SecurityRule, anyware:network:Azure, dublin",
    "azure-native:network/v20230201:SecurityRule, anyware:network:Azure, dublin",
    "azure:network/networkSecurityRule:NetworkSecurityRule, anyware:network:Azure, dublin",
    "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule, anyware:network:Google,"
        + " iowa",
    "kubernetes:core/v1:Service, anyware:network:Google, iowa"
  })
  void aTypeThatNoPlanKnowsIsTold(String type, String component, String site) throws Exception {
    for (String parent : List.of(StackExports.urn(PLAN, component, site), STACK, "urn::gone")) {
      JsonObject export =
          changed(
              resources -> {
                JsonObject rule = new JsonObject();
                rule.addProperty("urn", StackExports.urn(PLAN, type, "rule"));
                rule.addProperty("type", type);
                rule.addProperty("parent", parent);
                rule.addProperty("custom", true);
                rule.addProperty("id", "rule-1");
                resources.add(rule);
              });
      assertThat(told(export)).as(parent).singleElement().asString().contains("rule", type);
    }
  }

  /** An encrypted value is a structure in place of a text, and nobody can read what it says. */
  @ParameterizedTest
  @MethodSource("cloudTypes")
  void whatIsEncryptedIsRefused(String type) {
    JsonElement secret =
        JsonParser.parseString(
            "{\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\","
                + " \"ciphertext\": \"v1:a:b\"}");
    for (String place : List.of("id", "inputs", "outputs")) {
      JsonObject whole = changed(resources -> first(resources, type).add(place, secret));
      JsonObject inside =
          changed(
              resources -> {
                JsonObject resource = first(resources, type);
                JsonArray list = new JsonArray();
                list.add(secret);
                resource.remove(place);
                resource.add(place.equals("id") ? "outputs" : place, structure("any", list));
              });
      assertRefused(whole);
      assertRefused(inside);
    }
  }

  private static JsonObject structure(String key, JsonElement value) {
    JsonObject structure = new JsonObject();
    structure.add(key, value);
    return structure;
  }

  private static void assertRefused(JsonObject export) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> told(export))
        .satisfies(
            refusal ->
                assertThat(refusal.lines()).anyMatch(line -> line.contains("--show-secrets")));
  }

  @Test
  void aResourceBelowItselfIsRefused() {
    JsonObject export =
        changed(
            resources -> {
              JsonObject group = first(resources, "aws:ec2/securityGroup:SecurityGroup");
              group.add("parent", group.get("urn"));
            });
    assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> told(export));
  }
}
