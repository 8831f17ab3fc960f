/** A cloud that does not exist: the least that a room of a cloud must hold. */
@NullMarked
package anyware.nimbus;

import org.jspecify.annotations.NullMarked;
