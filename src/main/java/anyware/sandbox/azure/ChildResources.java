package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.computed;
import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Shape.flag;
import static anyware.sandbox.spec.Shape.object;

import anyware.sandbox.spec.Property;
import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the child resources of a load balancer have in common: frontends, pools, probes and rules
 * have ids below its own and name one another by them. Ranges:
 * https://learn.microsoft.com/rest/api/load-balancer/load-balancers/create-or-update
 */
final class ChildResources {
  static final String OWNER = "loadBalancers/{loadBalancerName}";

  private ChildResources() {}

  /**
   * A part's shape: the properties of every part, and its own.
   *
   * @param list the list that holds the part
   * @param own its own properties
   */
  static Shape part(String list, Property... own) {
    return object(CommonProperties.part(list))
        .plus(computed("type", (request, enclosing) -> "Microsoft.Network/loadBalancers/" + list))
        .plus(own);
  }

  /**
   * A link to another part of a balancer.
   *
   * @param list the list that holds the other part
   */
  static Shape link(String list) {
    return CommonShapes.link(ApiErrors.reference(OWNER, LoadBalancers.kind(list)));
  }

  /**
   * A port.
   *
   * @param least the smallest
   * @param most the largest
   */
  static Shape port(long least, long most) {
    return CommonShapes.between(
        least,
        most,
        "The port {value} of {property} is invalid: " + least + " to " + most + " are allowed");
  }

  /**
   * How long an idle connection stays, in minutes:
   * https://learn.microsoft.com/azure/load-balancer/load-balancer-tcp-reset, raised from 30 to 100
   * (https://github.com/hashicorp/terraform-provider-azurerm/issues/24729).
   */
  static Property idle() {
    return optional(
            "idleTimeoutInMinutes",
            CommonShapes.between(
                4,
                100,
                "The idle timeout {value} of {property} is invalid: 4 to 100 minutes are"
                    + " allowed"))
        .orComputed((request, enclosing) -> 4);
  }

  /**
   * A flag that is off unless the program sets it.
   *
   * @param name its name
   */
  static Property off(String name) {
    return optional(name, flag()).orComputed((request, enclosing) -> false);
  }

  /**
   * Looks at the names of all child resources, and for the frontend that they need.
   *
   * @param request the request for the load balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    LoadBalancers.LISTS.forEach(list -> found.addAll(names(request, list)));
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/774
    if (request.inputs().objects("frontendIPConfigurations").isEmpty()
        && LoadBalancers.LISTS.stream()
            .anyMatch(list -> !request.inputs().objects(list).isEmpty())) {
      found.add(
          new Refusal(
              "frontendIPConfigurations",
              ApiErrors.of(
                  "LoadBalancerWithoutFrontendIPCantHaveChildResources",
                  "Load Balancer "
                      + request.id()
                      + " does not have Frontend IP Configuration, but it has other child"
                      + " resources. This setup is not supported.")));
    }
    return found;
  }

  /**
   * What is wrong with the names of the parts in a list: each must have one of its own.
   *
   * @param list the property that holds the parts
   */
  static List<Refusal> names(RequestContext request, String list) {
    List<Refusal> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Props> parts = request.inputs().objects(list);
    for (int i = 0; i < parts.size(); i++) {
      String name = parts.get(i).text("name", "");
      String path = list + "[" + i + "].name";
      if (name.isEmpty()) {
        found.add(
            new Refusal(
                path, ApiErrors.of("InvalidResourceName", "The resource name is null or empty.")));
      } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
        found.add(
            new Refusal(
                path,
                ApiErrors.of(
                    "DuplicateResourceName",
                    "Resource "
                        + request.id()
                        + "/ has two child resources with the same name ("
                        + name
                        + ").")));
      }
    }
    return found;
  }
}
