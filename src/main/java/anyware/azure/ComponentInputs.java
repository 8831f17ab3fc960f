package anyware.azure;

import anyware.net.Cidr;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a plan no resource of Azure says; the engine keeps it as the inputs of the site's
 * component, from where it is read back.
 */
final class ComponentInputs extends ResourceArgs {
  /** The id of a network that is there. */
  static final String NETWORK = "network";

  /** The roles' ranges in a network that is there, by the roles' keys. */
  static final String ROLE_RANGES = "roleRanges";

  /** Whether the engine protects what must not be deleted. */
  static final String PROTECT = "protect";

  @Import(name = NETWORK)
  private final @Nullable Output<String> network;

  @Import(name = ROLE_RANGES)
  private final @Nullable Output<Map<String, List<String>>> roleRanges;

  @Import(name = PROTECT)
  private final @Nullable Output<Boolean> protect;

  private ComponentInputs(Plan plan) {
    Map<String, List<String>> ranges = new TreeMap<>();
    network =
        plan.network()
            .fold(
                created -> null,
                existing -> {
                  existing
                      .roleRanges()
                      .forEach((role, known) -> ranges.put(role.key(), texts(known)));
                  return Output.of(existing.id());
                });
    roleRanges = ranges.isEmpty() ? null : Output.of(ranges);
    protect = plan.protect() ? Output.of(true) : null;
  }

  private static List<String> texts(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).toList();
  }

  static ResourceArgs of(Plan plan) {
    return new ComponentInputs(plan);
  }
}
