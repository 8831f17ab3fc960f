package anyware.settings;

import java.util.Locale;

/**
 * What the roles that the table does not limit may open by themselves.
 *
 * @param workstation the workstations
 * @param licenseServer the license servers that the stack hosts
 */
public record Outbound(Limit workstation, Limit licenseServer) {
  /** As if no firewall of ours stood there. */
  public static final Outbound OPEN = new Outbound(Limit.OPEN, Limit.OPEN);

  /** How far a role's own connections are limited. */
  public enum Limit {
    /** Not at all. */
    OPEN,
    /** To what the table and its addenda name. */
    TABLE;

    /** The name in the settings. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
