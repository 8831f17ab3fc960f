package anyware.aws;

import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.EipAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Registers the connectors' public addresses, and gives them to the machines that are known. */
final class ComponentAddresses {
  private final ComponentScope scope;
  private final List<Output<Map<String, Object>>> outputs = new ArrayList<>();

  /**
   * Registers them.
   *
   * @param scope the site's
   * @param addresses what is planned
   * @param associationName the logical name of an instance's association, by its id
   * @param gateway the internet gateway, which can only go once no address is mapped through it
   */
  ComponentAddresses(
      ComponentScope scope,
      List<ConnectorAddress> addresses,
      UnaryOperator<String> associationName,
      Resource... gateway) {
    this.scope = scope;
    for (ConnectorAddress address : addresses) {
      ComponentMade made = address(address, gateway);
      address.instance().ifPresent(id -> give(associationName.apply(id), made, id));
      ComponentRecords records = new ComponentRecords(scope);
      address.dns().ifPresent(record -> records.address(record, made.publicIp()));
      Map<String, Output<?>> members = new LinkedHashMap<>();
      members.put("address", made.publicIp());
      members.put("id", made.id());
      outputs.add(ComponentOutputs.structure(members));
    }
  }

  private ComponentMade address(ConnectorAddress address, Resource... gateway) {
    var args = EipArgs.builder().domain("vpc").tags(scope.tags(address.name())).build();
    var options = scope.inRegion(gateway).protect(scope.protects());
    return scope.registerWithOutputs(ResourceTypes.ADDRESS, address.name(), args, options);
  }

  private void give(String name, ComponentMade address, String instance) {
    var args = EipAssociationArgs.builder().allocationId(address.id());
    args.instanceId(instance);
    scope.register(ResourceTypes.ADDRESS_ASSOCIATION, name, args.build(), scope.inRegion());
  }

  /** Each with {@code address} and {@code id}, its allocation's, in the order of their numbers. */
  Output<List<Object>> outputs() {
    return ComponentOutputs.list(outputs);
  }
}
