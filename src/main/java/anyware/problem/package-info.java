/** What is wrong with something that somebody wrote: where, what was found, what is allowed. */
@NullMarked
package anyware.problem;

import org.jspecify.annotations.NullMarked;
