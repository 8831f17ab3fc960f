/** The stack's settings as validated values, and the problems found while reading them. */
@NullMarked
package anyware.settings;

import org.jspecify.annotations.NullMarked;
