package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One option turned, seen in the engine's preview on all three clouds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptionsIT {
  private static final String CONTENTS = "creates and deletes a part of it";

  private Project project;

  @BeforeAll
  void deploy(@TempDir Path temp) throws Exception {
    project = Project.in(temp);
    project.sandbox("up", "--stack", "demo", "--yes").succeeds();
  }

  @AfterAll
  void stop() throws Exception {
    project.stop();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          radius off    | anyware-network:radius:                   | udp-1812,radius-radius,ManagedPrefixList::virginia-radius-ipv4 | delete
          legacyHttp off| anyware-network:legacyHttp: true          | tcp-80,http-tcp          | delete
          dnsOverTcp on | anyware-network:legacyHttp: true          | tcp-53,dns-dns-tcp       | create
          """)
  void anOptionTouchesItsOwnRulesOnly(String name, String text, String marks, String operation)
      throws Exception {
    String settings = Files.readString(project.stackFile("demo"));
    Files.writeString(project.stackFile("demo"), turned(name.strip(), settings, text));
    try {
      Map<String, String> changes = changes();

      assertThat(changes.values()).doesNotContain("replace", "create-replacement");
      assertThat(changes).hasSizeGreaterThanOrEqualTo(3);
      changes.forEach(
          (urn, change) -> {
            if (urn.contains("NetworkSecurityGroup")) {
              // Azure's rules are a part of their group, which is updated in place.
              assertThat(change).as("%s: the group %s", urn, CONTENTS).isEqualTo("update");
              assertThat(urn).endsWith("::dublin-connector");
            } else {
              assertThat(change).as(urn).isEqualTo(operation);
              assertThat(marks.split(",", -1)).as(urn).anyMatch(urn::contains);
            }
          });
    } finally {
      Files.writeString(project.stackFile("demo"), settings);
    }
  }

  private static String turned(String name, String settings, String text) {
    if (name.equals("dnsOverTcp on")) {
      return settings.replace(text, text + "\n  anyware-network:dnsOverTcp: true");
    }
    if (name.equals("legacyHttp off")) {
      return settings.replace(text, "anyware-network:legacyHttp: false");
    }
    return settings.replaceFirst(text + "\\n(    .*\\n)+", "");
  }

  @Test
  void theLicenseServerTakesItsOwnMachinesWithItAndReplacesNothing() throws Exception {
    String settings = Files.readString(project.stackFile("demo"));
    project.editStack("demo", "  anyware-network:licenseServer:\n    hosted: true\n", "");
    try {
      Map<String, String> changes = changes();

      // Nothing is created. The licence server in the cloud is asked on 443: that gate was open to
      // everybody already.
      assertThat(changes.values()).isSubsetOf("update", "delete");
      changes.forEach(
          (urn, change) -> {
            if (change.equals("update")) {
              // Azure's rules are in their groups; Google's way out names the subnets it is for;
              // the rules of the gate say whom they are for.
              assertThat(urn)
                  .matches(
                      ".*(NetworkSecurityGroup.*|RouterNat.*|::virginia-connector-outbound-tcp-443"
                          + "-to-0-0-0-0-0|::iowa-connector-outbound-tcp-443-v4)");
            } else if (change.equals("delete")) {
              assertThat(urn)
                  .matches(
                      ".*(license-server.*|::iowa-(connector-outbound|workstation-outbound-open)"
                          + "-tcp-7070-v4)");
            }
          });
    } finally {
      Files.writeString(project.stackFile("demo"), settings);
    }
  }

  private Map<String, String> changes() throws Exception {
    JsonObject preview = project.json("preview", "--stack", "demo", "--json");
    Map<String, String> changes = new TreeMap<>();
    for (JsonElement step : preview.getAsJsonArray("steps")) {
      String operation = step.getAsJsonObject().get("op").getAsString();
      String urn = step.getAsJsonObject().get("urn").getAsString();
      if (!operation.equals("same") && !urn.contains("pulumi:pulumi:Stack")) {
        changes.put(urn, operation);
      }
    }
    return changes;
  }
}
