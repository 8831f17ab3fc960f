/**
 * The engine of the offline clouds: the provider protocol, the clouds' own state, the constraints.
 */
@NullMarked
package anyware.sandbox.engine;

import org.jspecify.annotations.NullMarked;
