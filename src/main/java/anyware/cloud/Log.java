package anyware.cloud;

import java.util.Optional;

/**
 * A log that is written.
 *
 * @param destination where to, as the cloud spells it; absent where the cloud has a place of its
 *     own, or one is made
 */
public record Log(Optional<String> destination) {}
