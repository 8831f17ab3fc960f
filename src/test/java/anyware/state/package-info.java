/** Tests of what an engine knows of a stack. */
@NullMarked
package anyware.state;

import org.jspecify.annotations.NullMarked;
