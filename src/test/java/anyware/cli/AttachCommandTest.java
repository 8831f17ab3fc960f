package anyware.cli;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.cli.Cli.Result;
import anyware.testing.Golden;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What machines have to do to join a deployed stack. */
class AttachCommandTest {
  private static final Path SITES = Path.of("src/test/resources/attach/sites.json");
  private static final String STACK_URN =
      "urn:pulumi:three::anyware-network::pulumi:pulumi:Stack::anyware-network-three";

  @TempDir Path temp;

  private static JsonObject sites() throws IOException {
    return JsonParser.parseString(Files.readString(SITES)).getAsJsonObject();
  }

  /** What the engine prints of a stack with these outputs. */
  private Path export(JsonObject outputs) throws IOException {
    String resource =
        "{\"urn\": \"%s\", \"type\": \"pulumi:pulumi:Stack\", \"outputs\": %s}"
            .formatted(STACK_URN, outputs);
    Path file = temp.resolve("state.json");
    Files.writeString(file, "{\"deployment\": {\"resources\": [" + resource + "]}}");
    return file;
  }

  private Path exportOf(JsonObject sites) throws IOException {
    JsonObject outputs = new JsonObject();
    outputs.add("sites", sites);
    return export(outputs);
  }

  private Result attach(int columns, Path state, String... options) {
    List<String> all = new ArrayList<>(List.of("attach", "--stack=three", "--state=" + state));
    all.addAll(List.of(options));
    return Cli.run(columns, all.toArray(String[]::new));
  }

  private Result changed(Consumer<JsonObject> change, String... options) throws IOException {
    JsonObject sites = sites();
    change.accept(sites);
    return attach(0, exportOf(sites), options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dublin", "iowa", "virginia"})
  void eachCloudsCommandsAreAsBefore(String site) throws Exception {
    Result result = attach(80, exportOf(sites()), "--site=" + site);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    Golden.assertTextMatches("cli/attach-" + site, result.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pulumi", "terraform"})
  void programsAreAsBefore(String tool) throws Exception {
    Result result = attach(80, exportOf(sites()), "--for=" + tool);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    Golden.assertTextMatches("cli/attach-for-" + tool, result.out());
  }

  @Test
  void whatCanBeBrokenFitsTheTerminal() throws Exception {
    assertThat(attach(80, exportOf(sites())).out().lines())
        .allMatch(
            line ->
                line.length() <= 80
                    || List.of(line.split(" ", -1)).stream().anyMatch(word -> word.length() > 60));
  }

  /** What the shell hands over to each command line, as the stand-ins of them note it. */
  private List<List<String>> called(String script, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path bin = Files.createDirectory(temp.resolve("bin"));
    Path calls = temp.resolve("calls");
    for (String name : List.of("aws", "az", "gcloud")) {
      Path tool = bin.resolve(name);
      Files.writeString(
          tool, "#!/bin/sh\nprintf '%s\\n' " + name + " \"$@\" '' >> '" + calls + "'\n");
      assertThat(tool.toFile().setExecutable(true)).isTrue();
    }
    Path file = Files.writeString(temp.resolve("attach.sh"), script);
    ProcessBuilder shell = new ProcessBuilder("sh", "-e", file.toString());
    shell.environment().clear();
    shell.environment().putAll(variables);
    shell.environment().put("PATH", bin.toString());
    Process process = shell.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return Files.readString(calls)
        .strip()
        .transform(text -> List.of(text.split("\n\n", -1)))
        .stream()
        .map(call -> call.lines().toList())
        .toList();
  }

  @Test
  void theShellCallsAwsWithTheIds() throws Exception {
    Result result =
        changed(
            sites ->
                sites.getAsJsonObject("virginia").getAsJsonArray("connectorAddresses").remove(1),
            "--site=virginia",
            "--role=connector");

    String target =
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/virginia/fedcba9876543210";
    assertThat(called(result.out(), Map.of("INSTANCE_ID", "i-0abc")))
        .containsExactly(
            words(
                "aws ec2 modify-instance-attribute --region us-east-1 --instance-id i-0abc"
                    + " --groups sg-0a1b2c3d4e5f60718"),
            words(
                "aws ec2 associate-address --region us-east-1 --instance-id i-0abc"
                    + " --allocation-id eipalloc-0a1b2c3d4e5f60718"),
            words(
                "aws elbv2 register-targets --region us-east-1 --target-group-arn "
                    + target
                    + " --targets Id=i-0abc"));
  }

  @Test
  void theShellCallsAzureWithTheIds() throws Exception {
    Result result = attach(80, exportOf(sites()), "--site=dublin", "--role=connector");
    String group =
        "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/dublin-4f1a2b3c";
    String network = group + "/providers/Microsoft.Network";
    String nic =
        " --subscription 0b1f6471-1bf0-4dda-aec3-cb9272f09590 --resource-group rg --nic-name nic1";

    assertThat(
            called(result.out(), Map.of("RESOURCE_GROUP", "rg", "NIC", "nic1", "IP_CONFIG", "ip1")))
        .containsExactly(
            words(
                "az network nic ip-config update"
                    + nic
                    + " --name ip1 --application-security-groups "
                    + network
                    + "/applicationSecurityGroups/dublin-connector-1c2d3e4f"),
            words(
                "az network nic ip-config update"
                    + nic
                    + " --name ip1 --public-ip-address "
                    + network
                    + "/publicIPAddresses/dublin-connector-1-7b8c9d0e"),
            words(
                "az network nic ip-config address-pool add"
                    + nic
                    + " --ip-config-name ip1 --address-pool "
                    + network
                    + "/loadBalancers/dublin-9a8b7c6d/backendAddressPools/connectors"));
  }

  @Test
  void theShellCallsGoogleWithTheIds() throws Exception {
    Result result = attach(80, exportOf(sites()), "--site=iowa", "--role=connector");
    String place = " --project=demo-project --zone=us-central1-a";

    assertThat(
            called(
                result.out(),
                Map.of("INSTANCE", "c1", "ZONE", "us-central1-a", "INSTANCE_GROUP", "g1")))
        .containsExactly(
            words(
                "gcloud compute instances add-tags c1" + place + " --tags=anyware-iowa-connector"),
            words(
                "gcloud compute instances add-access-config c1"
                    + place
                    + " --address=203.0.113.91"),
            words(
                "gcloud compute instance-groups unmanaged add-instances g1"
                    + place
                    + " --instances=c1"),
            words(
                "gcloud compute backend-services add-backend iowa-4d5e6f7 --region=us-central1"
                    + " --project=demo-project --instance-group=g1"
                    + " --instance-group-zone=us-central1-a"));
  }

  private static List<String> words(String line) {
    return List.of(line.split(" ", -1));
  }

  @Test
  void onlyConnectorsGetAddressesAPlaceAndAnInstaller() throws Exception {
    assertThat(attach(0, exportOf(sites()), "--role=workstation").out())
        .contains("virginia (aws, us-east-1): workstation")
        .doesNotContain(
            "connector",
            "associate-address",
            "--public-ip-address /",
            "--address=",
            "balancer",
            "203.0.113");
  }

  @Test
  void aSiteWithoutThemIsLeftWithTheRole() throws Exception {
    Result result =
        changed(
            sites -> {
              JsonObject virginia = sites.getAsJsonObject("virginia");
              List.of("balancer", "connectorAddresses", "subnets").forEach(virginia::remove);
            },
            "--site=virginia",
            "--role=connector");

    assertThat(called(result.out(), Map.of("INSTANCE_ID", "i-1")))
        .extracting(call -> call.get(2))
        .containsExactly("modify-instance-attribute");
    assertThat(result.out())
        .contains("#   --security-group-ids sg-0a1b2c3d4e5f60718\n")
        .doesNotContain("--subnet-id", "external-pcoip-ip");
  }

  @Test
  void aScriptEndsBeforeItsFirstCommandWhereSomethingIsNotSaid() throws Exception {
    assertThat(attach(0, exportOf(sites()), "--site=virginia", "--role=workstation").out())
        .containsSubsequence("\n: \"${INSTANCE_ID:?", "\naws ");
  }

  @Test
  void foreignTextIsNeitherRunNorShownRaw() throws Exception {
    Result odd =
        changed(
            sites ->
                sites
                    .getAsJsonObject("virginia")
                    .getAsJsonObject("groups")
                    .addProperty("workstation", "sg'; touch $(id) \"x"),
            "--site=virginia",
            "--role=workstation");
    assertThat(called(odd.out(), Map.of("INSTANCE_ID", "i-1")).get(0))
        .endsWith("--groups", "sg'; touch $(id) \"x");

    Result hidden =
        changed(
            sites ->
                sites
                    .getAsJsonObject("virginia")
                    .getAsJsonObject("groups")
                    .addProperty("workstation", "sg\u001b[2J\u202e"),
            "--site=virginia");
    assertThat(hidden.exitCode()).isEqualTo(2);
    assertThat(hidden.out()).isEmpty();
    assertThat(hidden.err())
        .contains("outputs: sites.virginia.groups.workstation: found \"sg?[2J?\"")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void theOutputsOfAnEarlierVersionAreRefused() throws Exception {
    Result result =
        changed(
            sites ->
                sites
                    .getAsJsonObject("virginia")
                    .add("connectorAddresses", JsonParser.parseString("[\"203.0.113.5\"]")));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("run pulumi up", "sites.virginia.connectorAddresses[0]: found \"203.0.113.5\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --site=virgina         | there is no site virgina; there are: dublin, iowa, virginia; did you mean virginia?
          --site=tokyo           | there is no site tokyo; there are: dublin, iowa, virginia
          --role=conector        | there is no role conector; there are: connector, workstation, license-server; did you mean connector?
          --role=balancer        | there is no role balancer; there are: connector, workstation, license-server
          --role=license-server  | no site has the role license-server
          --for=ansible          | pulumi, terraform
          --format=yaml          | text, json
          """)
  void wrongUsageIsRefusedWithTheFix(String option, String telling) throws Exception {
    Result result = attach(0, exportOf(sites()), option);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(telling).doesNotContain("Exception");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aStackThatWasNeverDeployedIsSaid() throws Exception {
    Result result = attach(0, export(new JsonObject()));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("state.json: no outputs of sites: run pulumi up first");
  }

  @Test
  void aSiteThatIsYetToBeDeployedIsSaid() throws Exception {
    Result result = changed(sites -> sites.remove("iowa"));

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("dublin", "virginia").doesNotContain("iowa");
    assertThat(result.err()).contains("iowa: nothing of it is deployed; pulumi up");
  }

  @Test
  void aCloudThatNobodyKnowsIsAProblem() throws Exception {
    Result result = changed(sites -> sites.getAsJsonObject("iowa").addProperty("cloud", "nimbus"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("sites.iowa.cloud: found \"nimbus\"", "aws, azure, gcp");
  }

  @Test
  void programsGetTheSame() throws Exception {
    JsonObject answer =
        attach(0, exportOf(sites()), "--site=virginia", "--role=connector", "--json").json();

    assertThat(answer.get("stack").getAsString()).isEqualTo("three");
    assertThat(answer.getAsJsonArray("blocks")).hasSize(2);
    JsonObject block = answer.getAsJsonArray("blocks").get(1).getAsJsonObject();
    assertThat(block.get("address").getAsString()).isEqualTo("203.0.113.6");
    assertThat(block.getAsJsonArray("variables").toString()).contains("INSTANCE_ID");
    assertThat(block.getAsJsonArray("steps").toString())
        .contains("aws ec2 associate-address --region us-east-1", "\"run\":false");
    assertThat(attach(0, exportOf(sites()), "--for=terraform", "--json").json().keySet())
        .containsExactly("schemaVersion", "stack", "program", "notDeployed");
  }

  @Test
  void withoutAFileTheEngineIsAsked() throws Exception {
    Path state = exportOf(sites());
    Path pulumi = temp.resolve("my-pulumi");
    Files.writeString(
        pulumi, "#!/bin/sh\n[ \"$*\" = 'stack export --stack three' ] && cat '" + state + "'\n");
    assertThat(pulumi.toFile().setExecutable(true)).isTrue();

    assertThat(Cli.run("attach", "--stack=three", "--pulumi=" + pulumi).out())
        .isEqualTo(attach(0, state).out())
        .contains("sg-0a1b2c3d4e5f60718");
  }

  @Test
  void anEngineThatDoesNotAnswerIsSaid() throws Exception {
    Result missing = Cli.run("attach", "--stack=three", "--pulumi=" + temp.resolve("nothing"));
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err())
        .contains("nothing stack export --stack three` cannot be run", "--state", "--pulumi");

    assertThat(Cli.run("attach", "--stack=three", "--pulumi=false").err())
        .contains("`false stack export --stack three` failed");
    assertThat(Cli.run("attach", "--stack=three", "--pulumi=echo").err())
        .contains("echo stack export --stack three: not what this version gives out");
  }

  /** Sites in networks that others made, and whose settings name the balancer's targets. */
  private Result attachExisting(String... options) throws IOException {
    JsonObject sites = sites();
    sites.add("oregon", sites.get("virginia").deepCopy());
    List.of("dublin", "iowa", "virginia")
        .forEach(site -> sites.getAsJsonObject(site).remove("subnets"));
    List<String> all =
        new ArrayList<>(
            List.of(
                "attach",
                "--stacks=src/test/resources/attach/stacks",
                "--state=" + exportOf(sites)));
    all.addAll(List.of(options));
    Result result = Cli.runAsGiven(80, all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return result;
  }

  @Test
  void inAnExistingNetworkOnAzureTheInterfaceGetsTheRulesToo() throws Exception {
    String out = attachExisting("--site=dublin", "--role=workstation").out();

    assertThat(called(out, Map.of("RESOURCE_GROUP", "rg", "NIC", "nic1", "IP_CONFIG", "ip1")))
        .extracting(call -> String.join(" ", call.subList(0, 5)))
        .containsExactly("az network nic ip-config update", "az network nic update --subscription");
    assertThat(out)
        .contains("/networkSecurityGroups/dublin-workstation-6f7a8b9c", "#   --nsg /sub")
        .doesNotContain("--subnet ");
    assertThat(attach(0, exportOf(sites()), "--site=dublin").out())
        .as("in a created one the subnet has them")
        .contains("--nsg ''", "--subnet ")
        .doesNotContain("networkSecurityGroups");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          virginia | add its id to sites.virginia.targets, then              | register-targets, associate-address
          oregon   | add its private address to sites.oregon.targets, then   | register-targets
          dublin   | add its private address to sites.dublin.targets, then   | address-pool
          iowa     | add a new one's self link to sites.iowa.targets, then   | add-backend
          """)
  void whatTheSettingsRegisterNobodyElseDoes(String site, String told, String left)
      throws Exception {
    String out = attachExisting("--site=" + site, "--role=connector").out();

    assertThat(out.replace("\n# ", " ")).contains(told);
    assertThat(out).doesNotContain(left.split(", ", -1));
    assertThat(attachExisting("--site=" + site, "--role=connector", "--for=terraform").out())
        .doesNotContain("group_attachment", "pool_association");
  }

  @Test
  void addressesAreAssociatedWhereTheSettingsKnowNoInstances() throws Exception {
    assertThat(attachExisting("--site=oregon", "--role=connector").out())
        .contains("associate-address");
  }

  @Test
  void theInstallerIsToldOfTheLicenseServer() throws Exception {
    assertThat(attachExisting("--site=virginia", "--role=connector").out())
        .contains("--local-license-server-url http://10.9.0.30:7443/request");
    for (String site : List.of("dublin", "iowa")) {
      assertThat(attachExisting("--site=" + site, "--role=connector").out().replace("\n# ", " "))
          .as("several servers, or one that the stack hosts")
          .contains("--local-license-server-url http://\"$LICENSE_SERVER\":7070/request")
          .contains("LICENSE_SERVER is the");
    }
    assertThat(attach(0, exportOf(sites())).out())
        .as("with the cloud licence server")
        .contains("--external-pcoip-ip 203.0.113.5\n")
        .doesNotContain("--local-license-server-url");
  }

  @Test
  void programsTakeWhatASiteHasNoIdOfFromTheirOwner() throws Exception {
    assertThat(attachExisting("--for=terraform").out())
        .contains("variable \"subnet_id\" {}", "= var.subnet_id", "= var.subnetwork");
    assertThat(attachExisting("--for=pulumi").out())
        .contains("config.require(\"subnetId\")", "networkSecurityGroup: {");
  }
}
