/** The scripts in {@code bin/}, run with stand-ins for the tools that they call. */
@NullMarked
package anyware.launcher;

import org.jspecify.annotations.NullMarked;
