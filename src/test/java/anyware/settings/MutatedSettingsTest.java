package anyware.settings;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.problem.Problem;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Valid settings changed at random still are settings, or problems that say where. Run with
 * -Dseed=N to repeat a failure.
 */
class MutatedSettingsTest {
  private static final int RUNS = 2000;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "7",
          "-1",
          "1.5",
          "1e400",
          "\"\"",
          "\"true\"",
          "\"none\"",
          "\"aws\"",
          "\"0.0.0.0/0\"",
          "\"::/0\"",
          "\"10.20.0.0/16\"",
          "\"10.0.0.1/8\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"secure\": \"v1:x\"}",
          "{\"\": {}}",
          "\"{\"",
          "\"\\u0000\"");
  private static final List<String> KEYS =
      List.of("", "servers", "hosted", "existing", "layer", "a.b", "[0]", "ä", "cloud", "peers");

  @Test
  void neverThrowsAndAlwaysSaysWhere() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("MutatedSettingsTest: -Dseed=" + seed);
    Random random = new Random(seed);
    int valid = 0;
    for (int run = 0; run < RUNS; run++) {
      Config config = Config.valid();
      for (int change = random.nextInt(3); change >= 0; change--) {
        mutate(config.tree(), random);
      }
      Reading reading = config.read();
      if (reading instanceof Reading.Invalid invalid) {
        assertThat(invalid.problems())
            .as("seed %s, run %s: %s", seed, run, config.tree())
            .isNotEmpty()
            .allSatisfy(MutatedSettingsTest::saysWhere);
      } else {
        valid++;
      }
    }
    assertThat(valid).as("valid ones with seed %s", seed).isBetween(1, RUNS / 2);
  }

  private static void saysWhere(Problem problem) {
    assertThat(problem.path()).startsWith("anyware-network:");
    assertThat(problem.found()).isNotBlank();
    assertThat(problem.allowed()).isNotBlank();
    assertThat(problem.toString()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(500);
  }

  /** Changes one place anywhere in the tree: replaces, removes, adds or repeats. */
  private static void mutate(JsonObject root, Random random) {
    List<JsonElement> inner = new ArrayList<>();
    collect(root, inner);
    JsonElement place = inner.get(random.nextInt(inner.size()));
    JsonElement value = JsonParser.parseString(pick(VALUES, random));
    if (place instanceof JsonArray list) {
      mutate(list, value, random);
    } else {
      mutate(place.getAsJsonObject(), value, random);
    }
  }

  private static void mutate(JsonArray list, JsonElement value, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> list.add(value);
      case 1 -> list.addAll(list.deepCopy());
      default -> {
        if (!list.isEmpty()) {
          list.set(random.nextInt(list.size()), value);
        }
      }
    }
  }

  private static void mutate(JsonObject structure, JsonElement value, Random random) {
    List<String> keys = List.copyOf(structure.keySet());
    String key = keys.isEmpty() ? "" : pick(keys, random);
    switch (random.nextInt(4)) {
      case 0 -> structure.add(pick(KEYS, random), value);
      case 1 -> structure.remove(key);
      case 2 -> {
        JsonElement moved = structure.remove(key);
        structure.add(key + "x", moved == null ? value : moved);
      }
      default -> structure.add(key, value);
    }
  }

  private static void collect(JsonElement element, List<JsonElement> inner) {
    if (element instanceof JsonArray list) {
      inner.add(list);
      list.forEach(item -> collect(item, inner));
    } else if (element instanceof JsonObject structure) {
      inner.add(structure);
      structure.asMap().values().forEach(item -> collect(item, inner));
    }
  }

  private static String pick(List<String> items, Random random) {
    return items.get(random.nextInt(items.size()));
  }
}
