package anyware.sandbox.azure;

import static org.assertj.core.api.Assertions.assertThat;

import anyware.sandbox.engine.Rig;
import anyware.sandbox.spec.Cloud;
import anyware.sandbox.spec.Step;
import anyware.sandbox.spec.StoredResource;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An offline Azure with one of everything in the group {@code rg} in eastus. */
final class CloudFixture implements Closeable {
  static final String PLACE =
      "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.Network/";
  static final String SUBNET_ID = PLACE + "virtualNetworks/vnet/subnets/connectors";
  static final String FILTER_ID = PLACE + "networkSecurityGroups/nsg";
  static final String ASG_ID = PLACE + "applicationSecurityGroups/asg";
  static final String ADDRESS_ID = PLACE + "publicIPAddresses/pip";

  /** Takes a property away in {@link #with}. */
  static final Object NONE = new Object();

  final Rig rig;
  final StoredResource group;
  final StoredResource network;
  final StoredResource subnet;
  final StoredResource nsg;
  final StoredResource asg;
  final StoredResource address;

  /**
   * A case of a table: inputs that are refused.
   *
   * @param name what is wrong
   * @param step when it is refused
   * @param type the type
   * @param inputs the inputs
   * @param expected the start of the only refusal, with its property
   */
  record Case(String name, Step step, String type, Map<String, ?> inputs, String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  CloudFixture(Path folder) {
    this(folder, Azure.cloud());
  }

  CloudFixture(Path folder, Cloud cloud) {
    rig = rig(folder, cloud);
    group =
        rig.create(
            ResourceGroups.RESOURCE_GROUP,
            "rg",
            Map.of("resourceGroupName", "rg", "location", "eastus"));
    asg =
        rig.create(
            ApplicationSecurityGroups.APPLICATION_SECURITY_GROUP,
            "asg",
            named("applicationSecurityGroupName", "asg"));
    nsg =
        rig.create(
            NetworkSecurityGroups.NETWORK_SECURITY_GROUP,
            "nsg",
            named("networkSecurityGroupName", "nsg"));
    network = rig.create(VirtualNetworks.VIRTUAL_NETWORK, "vnet", network("vnet", "10.0.0.0/16"));
    subnet = rig.create(Subnets.SUBNET, "connectors", subnet("10.0.0.0/24"));
    address = rig.create(PublicIpAddresses.PUBLIC_IP_ADDRESS, "pip", address("pip"));
  }

  /** A cloud with what is there already, or nothing. */
  static Rig rig(Path folder, Cloud cloud) {
    try {
      Files.createDirectories(folder);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return Rig.of(cloud, Map.of("subscriptionId", "11111111-2222-3333-4444-555555555555"), folder);
  }

  @Override
  public void close() {
    rig.close();
  }

  /** Tries a case. */
  void refuses(Case wrong) {
    List<String> refusals =
        wrong.step() == Step.CHECK
            ? rig.checkRefusals(wrong.type(), "x", wrong.inputs())
            : rig.upRefusals(wrong.type(), "x", wrong.inputs());
    assertThat(refusals).singleElement().asString().startsWith(wrong.expected());
  }

  static Map<String, Object> named(String property, String name) {
    return Map.of("resourceGroupName", "rg", property, name);
  }

  static Map<String, Object> network(String name, Object... ranges) {
    return with(
        named("virtualNetworkName", name),
        "addressSpace",
        Map.of("addressPrefixes", List.of(ranges)));
  }

  static Map<String, Object> subnet(String range) {
    return with(
        named("virtualNetworkName", "vnet"),
        "addressPrefix",
        range,
        "networkSecurityGroup",
        Map.of("id", FILTER_ID));
  }

  /** The subnet with prefixes of both families, in the property for several. */
  static Map<String, Object> dual(String range, Object... others) {
    List<Object> ranges = new ArrayList<>(List.of(range));
    ranges.addAll(List.of(others));
    return with(subnet(range), "addressPrefix", NONE, "addressPrefixes", ranges);
  }

  static Map<String, Object> address(String name) {
    return with(
        named("publicIpAddressName", name),
        "sku",
        Map.of("name", "Standard"),
        "publicIPAllocationMethod",
        "Static",
        "zones",
        List.of("1", "2", "3"));
  }

  /** The base with some properties set, or taken away. */
  static Map<String, Object> with(Map<String, ?> base, Object... changes) {
    Map<String, Object> changed = new TreeMap<>(base);
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == NONE) {
        changed.remove((String) changes[i]);
      } else {
        changed.put((String) changes[i], changes[i + 1]);
      }
    }
    return changed;
  }

  /** Starts a table for one type. */
  static Table table(String type) {
    return new Table(type, new ArrayList<>());
  }

  /**
   * A table under way.
   *
   * @param type the type of all cases
   * @param cases the cases so far
   */
  record Table(String type, List<Case> cases) {
    Table check(String name, Map<String, ?> inputs, String expected) {
      cases.add(new Case(name, Step.CHECK, type, inputs, expected));
      return this;
    }

    Table up(String name, Map<String, ?> inputs, String expected) {
      cases.add(new Case(name, Step.UP, type, inputs, expected));
      return this;
    }
  }
}
