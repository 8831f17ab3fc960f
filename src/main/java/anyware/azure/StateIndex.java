package anyware.azure;

import anyware.json.JsonPart;
import anyware.problem.Problem;
import anyware.state.StateResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site's resources by type, name and id.
 *
 * @param resources all of them
 */
record StateIndex(List<StateResource> resources) {
  private static final String NETWORK = "azure-native:network:";

  static final String PROVIDER = "pulumi:providers:azure-native";
  static final String RESOURCE_GROUP = "azure-native:resources:ResourceGroup";
  static final String VIRTUAL_NETWORK = NETWORK + "VirtualNetwork";
  static final String SUBNET = NETWORK + "Subnet";
  static final String NAT_GATEWAY = NETWORK + "NatGateway";
  static final String GROUP = NETWORK + "NetworkSecurityGroup";
  static final String APPLICATION_GROUP = NETWORK + "ApplicationSecurityGroup";
  static final String ADDRESS = NETWORK + "PublicIPAddress";
  static final String LOAD_BALANCER = NETWORK + "LoadBalancer";

  static final String APPLICATION_GATEWAY = NETWORK + "ApplicationGateway";

  static final String RECORD = NETWORK + "RecordSet";
  static final String PRIVATE_RECORD = NETWORK + "PrivateRecordSet";
  static final String FLOW_LOG = NETWORK + "FlowLog";
  static final String DIAGNOSTICS = "azure-native:insights:DiagnosticSetting";

  Stream<StateResource> of(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type));
  }

  Optional<StateResource> named(String type, String name) {
    return of(type).filter(resource -> resource.name().equals(name)).findFirst();
  }

  /** What identifies a resource in requests, which the cloud does not repeat in its answers. */
  static JsonPart asked(StateResource resource, List<Problem> problems) {
    return new JsonPart(resource.name(), resource.inputs(), problems);
  }

  /**
   * The logical name of what an id means.
   *
   * @param id an id, or that it is not known yet
   * @param holder the resource that has it
   * @param property the property that has it
   * @param type the type of what may be meant
   */
  Optional<String> meant(String id, StateResource holder, String property, String type) {
    return of(type)
        .filter(other -> means(id, holder, property, other))
        .map(StateResource::name)
        .findFirst();
  }

  /** Whether an id that a resource's property holds, or will hold, is another resource's. */
  static boolean means(String id, StateResource holder, String property, StateResource other) {
    return id.equals(StateResource.UNKNOWN)
        ? holder.sourcesOf(property).contains(other.urn())
        : other.id().filter(id::equalsIgnoreCase).isPresent();
  }
}
