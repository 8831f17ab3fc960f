package anyware.sandbox.azure;

import static anyware.sandbox.spec.Property.optional;
import static anyware.sandbox.spec.Property.required;
import static anyware.sandbox.spec.Shape.text;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.RequestContext;
import anyware.sandbox.spec.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The health probes of a load balancer:
 * https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
 */
final class Probes {
  private Probes() {}

  static Shape shape() {
    return ChildResources.part(
        "probes",
        optional(
                "intervalInSeconds",
                CommonShapes.between(
                    5,
                    Integer.MAX_VALUE,
                    "The probe interval {value} of {property} is less than"
                        + " the minimum of 5 seconds"))
            .orComputed((request, enclosing) -> 15),
        optional(
                "numberOfProbes",
                CommonShapes.between(
                    1, Integer.MAX_VALUE, "The number of probes {value} of {property} is invalid"))
            .orComputed((request, enclosing) -> 2),
        required("port", ChildResources.port(1, 65535)),
        optional(
                "probeThreshold",
                CommonShapes.between(
                    1,
                    100,
                    "The probe threshold {value} of {property} is invalid: 1 to 100 are"
                        + " allowed"))
            .orComputed((request, enclosing) -> 1),
        required("protocol", CommonShapes.choice("Http", "Https", "Tcp")),
        optional("requestPath", text()));
  }

  /**
   * Looks at all probes.
   *
   * @param request the request for the load balancer
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(RequestContext request) {
    List<Refusal> found = new ArrayList<>();
    boolean standard = Skus.isStandard(request.inputs());
    List<Props> probes = request.inputs().objects("probes");
    for (int i = 0; i < probes.size(); i++) {
      found.addAll(probe(request, probes.get(i), "probes[" + i + "].", standard));
    }
    return found;
  }

  private static List<Refusal> probe(
      RequestContext request, Props probe, String path, boolean standard) {
    String protocol = probe.text("protocol", "");
    String begin = "Request path for probe " + request.id() + "/probes/" + probe.text("name", "");
    List<Refusal> found = new ArrayList<>();
    boolean tcp = CommonShapes.isChosen(probe, "protocol", "Tcp");
    if (tcp && probe.has("requestPath")) {
      found.add(
          new Refusal(
              path + "requestPath",
              ApiErrors.of(
                  "ProbeRequestPathIsNotNull", begin + " must be null when its protocol is Tcp.")));
    }
    if (!tcp && probe.text("requestPath", "").isEmpty()) {
      found.add(
          new Refusal(
              path + "requestPath",
              ApiErrors.of(
                  "ProbeRequestPathIsNull",
                  begin + " must not be null when its protocol is " + protocol + ".")));
    }
    if (CommonShapes.isChosen(probe, "protocol", "Https") && !standard) {
      found.add(
          new Refusal(
              path + "protocol",
              "Probe "
                  + probe.text("name", "")
                  + " with protocol Https needs a Standard load"
                  + " balancer, which "
                  + request.id()
                  + " is not"));
    }
    return found;
  }
}
