/**
 * What an engine knows of a stack: its resources, as {@code pulumi stack export} and {@code pulumi
 * preview} print them.
 */
@NullMarked
package anyware.state;

import org.jspecify.annotations.NullMarked;
