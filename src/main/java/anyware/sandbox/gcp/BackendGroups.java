package anyware.sandbox.gcp;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The instance groups behind a passthrough balancer:
 * https://cloud.google.com/load-balancing/docs/backend-service#balancing-mode-combos.
 */
final class BackendGroups {
  private BackendGroups() {}

  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    List<Props> backends = request.inputs().objects("backends");
    Set<String> seen = new HashSet<>();
    for (int i = 0;
        BackendServiceConstraints.isPassthrough(request.inputs()) && i < backends.size();
        i++) {
      String at = "backends[" + i + "]";
      Props backend = backends.get(i);
      String mode = backend.text("balancingMode", "");
      if (!mode.equals("CONNECTION")) {
        found.add(
            refusal(
                at + ".balancingMode",
                mode,
                "Balancing mode must be CONNECTION for an "
                    + BackendServiceConstraints.scheme(request.inputs())
                    + " backend service."));
      }
      String group = ResourcePaths.canonical(backend.text("group", ""), request.settings());
      if (!seen.add(group)) {
        found.add(refusal(at + ".group", group, "Duplicate backend instance group."));
      }
      if (!ResourcePaths.regionOf(group).equals(ResourcePaths.regionOf(request.id()))) {
        found.add(
            refusal(
                at + ".group", group, "The group must be in the region of the backend service."));
      }
      if (isOfAnotherNetwork(request, group)) {
        found.add(
            refusal(at + ".group", group, "The group must be in the network of the service."));
      }
    }
    return found;
  }

  private static boolean isOfAnotherNetwork(RequestContext request, String group) {
    Optional<String> own =
        request
            .inputs()
            .text("network")
            .map(name -> ResourcePaths.canonical(name, request.settings()));
    return own.isPresent()
        && request
            .find(InstanceGroups.INSTANCE_GROUP, group)
            .flatMap(found -> found.outputs().text("network"))
            .map(link -> ResourcePaths.canonical(link, request.settings()))
            .filter(path -> !path.equals(own.get()))
            .isPresent();
  }

  private static Refusal refusal(String property, String value, String reason) {
    return new Refusal(property, ApiErrors.invalid("resource." + property, value, reason));
  }
}
