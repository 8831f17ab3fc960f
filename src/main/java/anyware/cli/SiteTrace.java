package anyware.cli;

import anyware.audit.PathTrace;
import anyware.net.Port;
import anyware.platform.PlannedSite;
import anyware.settings.Endpoint;
import anyware.settings.Peers;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * A way that connections fare at a site.
 *
 * @param planned the site
 * @param pathTrace the way
 * @param from who was asked about as the opening end
 * @param to who was asked about as the accepting end
 */
record SiteTrace(PlannedSite<?> planned, PathTrace pathTrace, Endpoint from, Endpoint to) {
  /** Every way of connections between two ends, whatever these are at the site. */
  static List<SiteTrace> of(PlannedSite<?> planned, NamedEnd from, NamedEnd to, Port port) {
    Peers peers = planned.site().peers();
    List<SiteTrace> traces = new ArrayList<>();
    for (Endpoint opener : from.ends().apply(peers)) {
      for (Endpoint receiver : to.ends().apply(peers)) {
        PathTrace.of(planned.audited(), opener, receiver, port)
            .forEach(path -> traces.add(new SiteTrace(planned, path, opener, receiver)));
      }
    }
    return traces;
  }

  /** The site's settings. */
  Site site() {
    return planned.site();
  }
}
