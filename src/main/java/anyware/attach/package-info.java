/** How machines join what a stack made: commands, and snippets of other programs. */
@NullMarked
package anyware.attach;

import org.jspecify.annotations.NullMarked;
