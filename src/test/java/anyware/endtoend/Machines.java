package anyware.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/**
 * Machines that somebody else puts into the connectors' subnets of a site, and takes out again: the
 * test asks the running offline cloud for them, as another stack's engine would.
 */
final class Machines {
  private final Project project;
  private int made;

  Machines(Project project) {
    this.project = project;
  }

  /** How a machine is taken out. */
  @FunctionalInterface
  interface Removal {
    void run() throws IOException;
  }

  /**
   * Puts one into the first of the connectors' subnets, with the connectors' groups.
   *
   * @param site the site's outputs
   * @return how it is taken out
   */
  Removal into(JsonObject site) throws IOException {
    made++;
    return switch (site.get("cloud").getAsString()) {
      case "aws" ->
          make("aws", region(site), "aws:ec2/networkInterface:NetworkInterface", aws(site));
      case "azure" ->
          make("azure-native", "{}", "azure-native:network:NetworkInterface", azure(site));
      default -> make("gcp", region(site), "gcp:compute/instance:Instance", google(site));
    };
  }

  private static String region(JsonObject site) {
    return "{\"region\": %s}".formatted(site.get("region"));
  }

  private static String aws(JsonObject site) {
    return """
    {"subnetId": "%s", "securityGroups": [%s]}
    """
        .formatted(subnet(site), group(site, "groups"));
  }

  private String azure(JsonObject site) {
    String[] id = subnet(site).split("/", -1);
    return """
    {"resourceGroupName": "%s", "location": %s, "networkInterfaceName": "connector-%d",
     "ipConfigurations": [{
       "name": "main", "subnet": {"id": "%s"}, "applicationSecurityGroups": [{"id": %s}]}]}
    """
        .formatted(id[4], site.get("region"), made, subnet(site), group(site, "applicationGroups"));
  }

  private String google(JsonObject site) {
    return """
    {"name": "connector-%d", "project": "%s", "zone": "%s-b", "machineType": "e2-standard-2",
     "bootDisk": {"initializeParams": {"image": "ubuntu-os-cloud/ubuntu-2404-lts-amd64"}},
     "networkInterfaces": [{"subnetwork": "%s"}], "tags": [%s]}
    """
        .formatted(
            made,
            subnet(site).replaceFirst(".*/projects/([^/]+)/.*", "$1"),
            site.get("region").getAsString(),
            subnet(site),
            group(site, "groups"));
  }

  /** The id of the subnet that a machine is put into. */
  static String subnet(JsonObject site) {
    JsonArray ofConnectors = site.getAsJsonObject("subnets").getAsJsonArray("connector");
    return ofConnectors.get(0).getAsJsonObject().get("id").getAsString();
  }

  /** The id or the tag of the group that a machine is in. */
  static String group(JsonObject site) {
    String kind = site.has("applicationGroups") ? "applicationGroups" : "groups";
    return site.getAsJsonObject(kind).get("connector").getAsString();
  }

  private static String group(JsonObject site, String kind) {
    return site.getAsJsonObject(kind).get("connector").toString();
  }

  /**
   * Makes anything else that is another's.
   *
   * @param provider whose cloud
   * @param settings the provider's, in JSON
   * @param type the type's token
   * @param wanted the inputs, in JSON
   * @return how it is taken out
   */
  Removal make(String provider, String settings, String type, String wanted) throws IOException {
    String urn = "urn:pulumi:machines::others::" + type + "::connector-" + made;
    ManagedChannel channel = channel(provider);
    try {
      ResourceProviderBlockingStub cloud = configured(channel, settings);
      CheckResponse checked =
          cloud.check(CheckRequest.newBuilder().setUrn(urn).setNews(struct(wanted)).build());
      assertThat(checked.getFailuresList()).isEmpty();
      CreateRequest.Builder asked = CreateRequest.newBuilder().setUrn(urn);
      String id = cloud.create(asked.setProperties(checked.getInputs()).build()).getId();
      return () -> remove(provider, settings, urn, id);
    } finally {
      channel.shutdownNow();
    }
  }

  private void remove(String provider, String settings, String urn, String id) throws IOException {
    ManagedChannel channel = channel(provider);
    try {
      DeleteRequest gone = DeleteRequest.newBuilder().setUrn(urn).setId(id).build();
      assertThat(configured(channel, settings).delete(gone)).isNotNull();
    } finally {
      channel.shutdownNow();
    }
  }

  private static ResourceProviderBlockingStub configured(ManagedChannel channel, String settings)
      throws IOException {
    ResourceProviderBlockingStub cloud = ResourceProviderGrpc.newBlockingStub(channel);
    ConfigureRequest asked = ConfigureRequest.newBuilder().setArgs(struct(settings)).build();
    assertThat(cloud.configure(asked).getSupportsPreview()).isTrue();
    return cloud;
  }

  private ManagedChannel channel(String provider) throws IOException {
    Path endpoint = project.home().resolve("cloud/endpoint");
    Properties ports = new Properties();
    ports.load(new StringReader(Files.readString(endpoint)));
    int port = Integer.parseInt(ports.getProperty(provider));
    return NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  private static Struct struct(String json) throws IOException {
    Struct.Builder struct = Struct.newBuilder();
    JsonFormat.parser().merge(json, struct);
    return struct.build();
  }
}
