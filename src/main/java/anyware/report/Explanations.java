package anyware.report;

import anyware.audit.Hop;
import anyware.audit.PathTrace;
import anyware.firewall.Verdict;
import anyware.firewall.Verdict.Outcome;
import anyware.net.Direction;
import anyware.net.IpProtocol;
import anyware.net.Port;
import anyware.policy.End;
import anyware.policy.Flow;
import anyware.settings.Endpoint;
import java.util.stream.Collectors;

/** What {@code anyware explain} would say of each edge of a picture. */
final class Explanations {
  private final AlikeSites sites;

  Explanations(AlikeSites sites) {
    this.sites = sites;
  }

  /** A part for each edge; shown when somebody asks for it. */
  String html() {
    return sites.bundles().stream().map(this::edge).collect(Collectors.joining());
  }

  private String edge(Bundle bundle) {
    String flows =
        sites.members().stream()
            .flatMap(
                member ->
                    Bundle.of(member.policy()).stream()
                        .filter(own -> own.edge().equals(bundle.edge()))
                        .flatMap(own -> own.flows().stream())
                        .map(flow -> flow(member, flow)))
            .collect(Collectors.joining());
    return """
    <section class="explanation" id="%1$s" tabindex="0" aria-labelledby="%1$s-title" data-edge="%2$s" data-from="%3$s" data-to="%4$s" data-ports="%5$s" data-sites="%6$s">
    <h4 id="%1$s-title">%7$s from %3$s to %4$s</h4>
    %8$s</section>
    """
        .formatted(
            Html.text(sites.id(bundle)),
            Html.text(bundle.edge()),
            Html.text(bundle.from()),
            Html.text(bundle.to()),
            Html.text(bundle.ports()),
            Html.text(
                sites.members().stream()
                    .map(member -> member.site().name())
                    .collect(Collectors.joining(" "))),
            Html.text(bundle.traffic()),
            flows);
  }

  private static String flow(AlikeSites.Member member, Flow flow) {
    Port port = new Port(IpProtocol.of(flow.protocol()), flow.port());
    return PathTrace.of(member.audited(), endpoint(flow.from()), endpoint(flow.to()), port).stream()
        .limit(1)
        .map(
            trace ->
                "<p><b>%s at %s: %s</b>, %s</p>\n%s"
                    .formatted(
                        Html.text(port.toString()),
                        Html.text(trace.site()),
                        trace.open() ? "open" : "closed",
                        Html.text(String.join(", ", flow.reasons())),
                        Html.list(trace.hops().stream().map(Explanations::sentence).toList())))
        .collect(Collectors.joining());
  }

  private static Endpoint endpoint(End end) {
    return end.fold(
        members -> new Endpoint.OfRole(members.role()),
        outside -> new Endpoint.At(outside.addresses().prefixes().get(0)));
  }

  private static String sentence(Hop hop) {
    String side = hop.packet().direction() == Direction.OUTBOUND ? "out of " : "into ";
    return "%s%s: %s, by %s: %s; policy: %s"
        .formatted(
            side,
            hop.packet().at().slug(),
            hop.actual().open() ? "open" : "closed",
            hop.actual().rule(),
            String.join("; ", hop.actual().trace()),
            policy(hop.policy()));
  }

  private static String policy(Verdict verdict) {
    return verdict.outcome() == Outcome.PLATFORM_DEFAULT
        ? "not the table's business"
        : verdict.outcome().slug() + "; " + String.join("; ", verdict.trace());
  }
}
