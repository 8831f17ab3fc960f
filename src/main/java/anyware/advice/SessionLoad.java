package anyware.advice;

import anyware.problem.Advice;
import anyware.settings.SettingPaths;
import anyware.settings.Settings;
import anyware.settings.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions from outside share their connector's throughput: about 400 Mbit/s, of which a typical
 * session takes 5
 * (https://staging.teradici.com/web-help/pcoip_cloud_access_arch/current/user_connection_models_cas/load_balancer_solutions/).
 */
final class SessionLoad {
  private static final int CONNECTOR_MBITS = 400;
  private static final int SESSION_MBITS = 5;
  private static final int SESSIONS_PER_CONNECTOR = CONNECTOR_MBITS / SESSION_MBITS;

  private SessionLoad() {}

  static List<Advice> advice(Settings settings) {
    List<Advice> advice = new ArrayList<>();
    for (Site site : settings.sites()) {
      int sessions = site.sessions().orElse(0);
      int needed = (sessions + SESSIONS_PER_CONNECTOR - 1) / SESSIONS_PER_CONNECTOR;
      if (needed > site.connectors()) {
        advice.add(
            new Advice(
                SettingPaths.ofSite(site) + ".sessions",
                "%d sessions of about %d Mbit/s want %d connectors of about %d Mbit/s, there are %d"
                    .formatted(sessions, SESSION_MBITS, needed, CONNECTOR_MBITS, site.connectors()),
                "raise connectors"));
      }
    }
    return advice;
  }
}
