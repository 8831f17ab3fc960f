package anyware.plan;

/**
 * One rule of a plan in words, whichever cloud it is for.
 *
 * @param name the rule's logical name
 * @param appliesTo whose firewall it is in: a role, or how the cloud names the machines
 * @param direction {@code inbound} or {@code outbound}, seen from those machines
 * @param action {@code allow} or {@code deny}
 * @param priority the priority, the lowest number first; empty where the cloud's rules have none
 * @param traffic protocols and destination ports
 * @param other where connections come from or go to
 * @param reason why the rule is there
 */
public record RuleLine(
    String name,
    String appliesTo,
    String direction,
    String action,
    String priority,
    String traffic,
    String other,
    String reason) {
  /** Stands for the priority where a cloud's rules have none. */
  public static final String NO_PRIORITY = "";
}
