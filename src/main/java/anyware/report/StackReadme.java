package anyware.report;

import anyware.cloud.Balancer;
import anyware.policy.Policy;
import anyware.report.FlowEdges.Edge;
import anyware.settings.Settings;
import anyware.settings.Site;
import anyware.settings.SiteNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A stack described in Markdown with a Mermaid diagram for each site. */
public final class StackReadme {
  private static final List<String> SITE_TITLES =
      List.of("site", "cloud", "region", "network", "balancer", "connector addresses");

  private StackReadme() {}

  /**
   * The description, as the stack's output {@code readme} shows it.
   *
   * @param stack the stack's name
   * @param settings its settings
   * @param policies the policy of each of its sites
   */
  public static String of(String stack, Settings settings, List<Policy> policies) {
    String diagrams =
        policies.stream()
            .map(policy -> "## Flows at " + policy.site() + "\n\n" + mermaid(policy))
            .collect(Collectors.joining("\n"));
    return """
    # Anyware network: %s

    %s
    %s
    ## Ports

    %s\
    """
        .formatted(
            stack,
            TableText.markdown(
                SITE_TITLES, settings.sites().stream().map(StackReadme::cells).toList()),
            diagrams,
            matrix(policies));
  }

  /**
   * The port matrix of these sites as a Markdown table, as the output {@code portMatrix} shows it.
   */
  public static String matrix(List<Policy> policies) {
    return TableText.markdown(
        PortMatrix.Line.TITLES,
        PortMatrix.of(policies).lines().stream().map(PortMatrix.Line::cells).toList());
  }

  private static List<String> cells(Site site) {
    return List.of(
        site.name(),
        site.cloud().slug(),
        site.region(),
        network(site.network()),
        site.balancer().map(StackReadme::text).orElse("none"),
        String.valueOf(site.connectors()));
  }

  private static String network(SiteNetwork network) {
    return network.fold(created -> created.cidr().toString(), SiteNetwork.Existing::id);
  }

  private static String text(Balancer balancer) {
    return "layer " + balancer.layer().number() + ", " + balancer.scheme().slug();
  }

  private static String mermaid(Policy policy) {
    Map<String, String> ids = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (Edge edge : FlowEdges.of(policy)) {
      lines.add(
          "  %s -->|%s| %s"
              .formatted(
                  node(ids, edge.from()),
                  String.join("<br>", edge.labels()),
                  node(ids, edge.to())));
    }
    return "```mermaid\nflowchart LR\n" + String.join("\n", lines) + "\n```\n";
  }

  /** Mermaid takes few characters in an identity, so a node is named by its label. */
  private static String node(Map<String, String> ids, String label) {
    String id = ids.computeIfAbsent(label, name -> name.replaceAll("[^a-z]+", "_"));
    return id + "[\"" + label + "\"]";
  }
}
