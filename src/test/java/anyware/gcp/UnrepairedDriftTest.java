package anyware.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.json.UnreadableFileException;
import anyware.natives.NativeNetwork;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.state.SiteKey;
import anyware.state.StackState;
import anyware.state.StateResource;
import anyware.testing.Fixtures;
import anyware.testing.Refreshed;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Changes by hand that the provider does not repair, some of which neither refresh nor preview
 * shows (docs/drift.md): the audit finds each, in the state after a refresh and in the printed
 * rules.
 */
class UnrepairedDriftTest {
  private static final Path EXPORT = Path.of("src/test/resources/state/gcp-export.json");
  private static final Map<String, String> NATIVE =
      Map.of("allows", "allowed", "denies", "denied", "protocol", "IPProtocol");

  private static final Settings SETTINGS = Plans.settings("everything");
  private static final Site SITE = Fixtures.withoutIpv6(Plans.SITE);
  private static final Plan PLANNED = Plans.of(SETTINGS, SITE, "gcp-all");

  private static List<StateResource> refreshed(String name, String property, String range)
      throws UnreadableFileException, IOException {
    List<StateResource> exported =
        StackState.ofExport(Files.readString(EXPORT))
            .ofSite(new SiteKey("anyware:network:Google", "iowa"));
    JsonArray ranges = new JsonArray();
    ranges.add(range);
    return Refreshed.of(
        exported,
        resource -> resource.name().equals(name),
        outputs -> outputs.add(property, ranges));
  }

  private static JsonElement printed(JsonElement value) {
    if (value instanceof JsonArray list) {
      JsonArray copy = new JsonArray();
      list.forEach(item -> copy.add(printed(item)));
      return copy;
    }
    if (value instanceof JsonObject structure) {
      JsonObject copy = new JsonObject();
      structure
          .asMap()
          .forEach((key, item) -> copy.add(NATIVE.getOrDefault(key, key), printed(item)));
      return copy;
    }
    return value;
  }

  private static NativeNetwork natives(List<StateResource> resources)
      throws UnreadableFileException {
    JsonArray rules = new JsonArray();
    resources.stream()
        .filter(resource -> resource.type().equals(StateTypes.FIREWALL))
        .forEach(
            resource -> {
              JsonObject rule = printed(resource.outputs()).getAsJsonObject();
              rule.addProperty("name", resource.name());
              rules.add(rule);
            });
    String roles =
        Plans.subnets(PLANNED).stream()
            .map(
                subnet ->
                    "\"%s\": {\"tags\": [\"%s\"], \"subnets\": [\"%s\"]}"
                        .formatted(
                            subnet.role().key(), PLANNED.tags().get(subnet.role()), subnet.range()))
            .collect(Collectors.joining(", ", "{", "}"));
    return NativeReader.read(rules.toString(), JsonParser.parseString(roles).toString());
  }

  private static List<Finding> ofState(List<StateResource> resources)
      throws UnreadableFileException {
    Plan plan = StateReader.read(PLANNED, resources);
    return Audit.of(Fixtures.policy(SETTINGS, SITE), Evaluator.of(plan), plan.roleSubnets());
  }

  private static List<Finding> ofPrint(List<StateResource> resources)
      throws UnreadableFileException {
    NativeNetwork network = natives(resources);
    return Audit.of(Fixtures.policy(SETTINGS, SITE), network.firewall(), network.roleSubnets());
  }

  @ParameterizedTest
  @CsvSource({
    "iowa-workstation-inbound-udp-4172-connector, sourceRanges, 0.0.0.0/0, opens",
    "iowa-workstation-inbound-udp-4172-connector, sourceRanges, 203.0.113.128/25, opens",
    "iowa-connector-closed-out-v4, sourceRanges, 10.40.0.9/32, opens",
    "iowa-connector-inbound-udp-4172-v4, destinationRanges, 10.40.0.9/32, closes",
  })
  void isFoundByTheAudit(String rule, String property, String range, String verb)
      throws UnreadableFileException, IOException {
    List<StateResource> before = refreshed("none", property, range);
    List<StateResource> after = refreshed(rule, property, range);

    assertThat(ofState(before)).isEmpty();
    assertThat(ofPrint(before)).isEmpty();
    assertThat(ofState(after)).extracting(Finding::toString).anyMatch(text -> text.contains(verb));
    assertThat(ofPrint(after)).extracting(Finding::toString).anyMatch(text -> text.contains(verb));
  }
}
