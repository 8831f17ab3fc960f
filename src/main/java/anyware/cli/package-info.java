/** The offline command: what passes, why, and what would change, without any cloud. */
@NullMarked
package anyware.cli;

import org.jspecify.annotations.NullMarked;
