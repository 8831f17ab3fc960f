/**
 * The proof that a plan opens exactly what its policy asks for, and the findings where it does not.
 */
@NullMarked
package anyware.audit;

import org.jspecify.annotations.NullMarked;
