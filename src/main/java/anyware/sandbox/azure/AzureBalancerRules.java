package anyware.sandbox.azure;

import anyware.sandbox.spec.Props;
import anyware.sandbox.spec.Refusal;
import anyware.sandbox.spec.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the API refuses of a load balancer's pools, probes and rules:
 * https://learn.microsoft.com/azure/load-balancer/load-balancer-common-deployment-errors
 */
final class AzureBalancerRules {
  private AzureBalancerRules() {}

  /**
   * Looks at the whole balancer.
   *
   * @param at the request
   * @return the reasons to refuse
   */
  static List<Refusal> refusals(Situation at) {
    List<Refusal> found = new ArrayList<>();
    AzureBalancers.LISTS.forEach(list -> found.addAll(names(at, list)));
    boolean standard = AzureAddressRules.isStandard(at.inputs());
    List<Props> probes = at.inputs().objects("probes");
    for (int i = 0; i < probes.size(); i++) {
      found.addAll(probe(at, probes.get(i), "probes[" + i + "].", standard));
    }
    List<Props> rules = at.inputs().objects("loadBalancingRules");
    for (int i = 0; i < rules.size(); i++) {
      String path = "loadBalancingRules[" + i + "].";
      found.addAll(rule(at, rules.get(i), path, standard));
      found.addAll(AzureRuleConflicts.refusals(at, rules.get(i), path, rules.subList(0, i)));
    }
    if (!standard
        && at.inputs().has("outboundRules")
        && !at.inputs().objects("outboundRules").isEmpty()) {
      found.add(
          new Refusal(
              "outboundRules", "Outbound rules of " + at.id() + " need a Standard load balancer"));
    }
    return found;
  }

  private static List<Refusal> names(Situation at, String list) {
    List<Refusal> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Props> parts = at.inputs().objects(list);
    for (int i = 0; i < parts.size(); i++) {
      String name = parts.get(i).text("name", "");
      String path = list + "[" + i + "].name";
      if (name.isEmpty()) {
        found.add(
            new Refusal(
                path,
                AzureErrors.of("InvalidResourceName", "The resource name is null or empty.")));
      } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
        found.add(
            new Refusal(
                path,
                AzureErrors.of(
                    "DuplicateResourceName",
                    "Resource "
                        + at.id()
                        + "/ has two child resources with the same name ("
                        + name
                        + ").")));
      }
    }
    return found;
  }

  private static List<Refusal> probe(Situation at, Props probe, String path, boolean standard) {
    String protocol = probe.text("protocol", "");
    String begin = "Request path for probe " + at.id() + "/probes/" + probe.text("name", "");
    List<Refusal> found = new ArrayList<>();
    boolean tcp = protocol.equals("Tcp");
    if (tcp && probe.has("requestPath")) {
      found.add(
          new Refusal(
              path + "requestPath",
              AzureErrors.of(
                  "ProbeRequestPathIsNotNull", begin + " must be null when its protocol is Tcp.")));
    }
    if (!tcp && probe.text("requestPath", "").isEmpty()) {
      found.add(
          new Refusal(
              path + "requestPath",
              begin + " must not be null when its protocol is " + protocol + "."));
    }
    if (protocol.equals("Https") && !standard) {
      found.add(
          new Refusal(
              path + "protocol",
              "Probe "
                  + probe.text("name", "")
                  + " with protocol Https needs a Standard load"
                  + " balancer, which "
                  + at.id()
                  + " is not"));
    }
    return found;
  }

  private static List<Refusal> rule(Situation at, Props rule, String path, boolean standard) {
    List<Refusal> found = new ArrayList<>();
    String id = at.id() + "/loadBalancingRules/" + rule.text("name", "");
    String protocol = rule.text("protocol", "");
    long frontend = rule.whole("frontendPort").orElse(0L);
    long backend = rule.whole("backendPort").orElse(0L);
    if (!rule.has("frontendIPConfiguration")) {
      found.add(
          new Refusal(
              path + "frontendIPConfiguration",
              "Load balancing rule " + id + " must reference a frontend IP configuration"));
    }
    if (protocol.equals("All") != (frontend == 0 && backend == 0)) {
      found.add(
          new Refusal(
              path + "protocol",
              "Load balancing rule "
                  + id
                  + " must have frontend and backend port 0 with protocol All, and neither with"
                  + " another protocol"));
    }
    if (rule.isTrue("enableTcpReset") && !standard) {
      found.add(
          new Refusal(
              path + "enableTcpReset",
              "TCP reset of load balancing rule " + id + " needs a Standard load balancer"));
    }
    links(rule)
        .filter(link -> !own(at, link))
        .forEach(
            link ->
                found.add(
                    new Refusal(
                        path.substring(0, path.length() - 1), AzureErrors.notFound(link, id))));
    return found;
  }

  private static Stream<String> links(Props rule) {
    return Stream.concat(
        Stream.of("backendAddressPool.id", "frontendIPConfiguration.id", "probe.id")
            .flatMap(link -> rule.text(link).stream()),
        rule.objects("backendAddressPools").stream().flatMap(pool -> pool.text("id").stream()));
  }

  private static boolean own(Situation at, String link) {
    String balancer = AzureNames.canonical(at.id(), at.settings());
    return AzureNames.canonical(link, at.settings()).startsWith(balancer + "/");
  }
}
