package anyware.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.audit.Audit;
import anyware.audit.Finding;
import anyware.json.UnreadableFileException;
import anyware.platform.PlannedSite;
import anyware.state.StateResource;
import anyware.testing.AzureProperties;
import anyware.testing.PropertyMutants;
import anyware.testing.RegisteredStates;
import anyware.testing.StackMatrix;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What two parts of a resource say in all can stay while each says the other's: a listener that
 * redirects and one that takes sessions, at each other's port. Which part says what is told.
 */
class ExchangedPartsTest {
  /** Two rules of two listeners never meet the same request, whichever comes first. */
  private static final Set<String> HARMLESS =
      Set.of("ApplicationGateway.requestRoutingRules.priority");

  private int exchanged;

  @Test
  void whatPartsExchangeIsTold() throws Exception {
    Set<String> unnoticed = new TreeSet<>();
    for (String stack : AzureProperties.STACKS) {
      for (PlannedSite<?> site : StackMatrix.plan(stack).sites()) {
        check((Plan) site.plan(), RegisteredStates.of(site), unnoticed);
      }
    }
    assertThat(unnoticed).isEqualTo(HARMLESS);
    assertThat(exchanged).isGreaterThan(500);
  }

  private void check(Plan plan, List<StateResource> resources, Set<String> unnoticed) {
    for (int at = 0; at < resources.size(); at++) {
      StateResource resource = resources.get(at);
      for (Map.Entry<String, JsonElement> property : resource.inputs().entrySet()) {
        String place = resource.type().replaceAll(".*:", "") + "." + property.getKey();
        if (property.getValue() instanceof JsonArray list) {
          for (int i = 1; i < list.size(); i++) {
            for (String key : keys(list.get(i - 1), list.get(i))) {
              Optional<JsonArray> other = exchanged(list, i, key);
              if (other.isPresent()
                  && isPlanned(
                      plan,
                      PropertyMutants.changed(resources, at, property.getKey(), other.get()))) {
                unnoticed.add(place + "." + key);
              }
            }
          }
        }
      }
    }
  }

  private static Set<String> keys(JsonElement one, JsonElement other) {
    Set<String> keys = new TreeSet<>();
    if (one instanceof JsonObject own && other instanceof JsonObject theirs) {
      keys.addAll(own.keySet());
      keys.addAll(theirs.keySet());
    }
    return keys;
  }

  /** Nothing where both say the same, or where only their order differs in the end. */
  private Optional<JsonArray> exchanged(JsonArray list, int at, String key) {
    JsonArray changed = list.deepCopy();
    JsonObject one = changed.get(at - 1).getAsJsonObject();
    JsonObject other = changed.get(at).getAsJsonObject();
    JsonElement own = one.get(key);
    JsonElement theirs = other.get(key);
    set(one, key, theirs);
    set(other, key, own);
    if (Set.copyOf(changed.asList()).equals(Set.copyOf(list.asList()))) {
      return Optional.empty();
    }
    exchanged++;
    return Optional.of(changed);
  }

  private static void set(JsonObject part, String key, @Nullable JsonElement value) {
    if (value == null) {
      part.remove(key);
    } else {
      part.add(key, value);
    }
  }

  private static boolean isPlanned(Plan plan, List<StateResource> resources) {
    try {
      return StateReader.read(plan, resources).equals(plan);
    } catch (UnreadableFileException refused) {
      return false;
    }
  }

  /** Where a listener listens follows from the port that it names, whatever that is called. */
  @ParameterizedTest
  @CsvSource({"sessions, legacy-http", "legacy-http, sessions"})
  void packetsMeetTheListenerWhereItListens(String listener, String port) throws Exception {
    PlannedSite<?> site = StackMatrix.plan("azure-created-layer7-public-legacy").sites().get(0);
    List<StateResource> resources = RegisteredStates.of(site);
    int at = 0;
    while (!resources.get(at).type().equals(StateIndex.APPLICATION_GATEWAY)) {
      at++;
    }
    JsonArray listeners = resources.get(at).inputs().getAsJsonArray("httpListeners").deepCopy();
    for (JsonElement one : listeners) {
      JsonObject reference = one.getAsJsonObject().getAsJsonObject("frontendPort");
      if (one.getAsJsonObject().get("name").getAsString().equals(listener)) {
        String id = reference.get("id").getAsString();
        reference.addProperty("id", id.replaceFirst("[^/]+$", port));
      }
    }
    Plan read =
        StateReader.read(
            (Plan) site.plan(), PropertyMutants.changed(resources, at, "httpListeners", listeners));
    assertThat(Audit.of(site.policy(), Evaluator.of(read), read.roleSubnets()))
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.TOO_NARROW);
  }
}
