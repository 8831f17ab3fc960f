package anyware.cloud;

import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * How a cloud spells what is there already.
 *
 * @param network the form of a network's id
 * @param subnet the form of a subnet's id
 * @param own what no other cloud's ids look like: who finds it in another cloud's setting knows
 *     what was meant
 * @param isPart whether a subnet, the second, can be a part of a network, the first; by their ids
 *     alone
 * @param sentToByAddress whether rules can name the machines that others send to by their addresses
 *     only, so that these must be told
 */
public record ExistingForm(
    TextForm network,
    TextForm subnet,
    Pattern own,
    BiPredicate<String, String> isPart,
    boolean sentToByAddress) {}
