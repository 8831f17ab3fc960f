/** What is worth knowing about a stack before it is deployed, and stops nothing. */
@NullMarked
package anyware.advice;

import org.jspecify.annotations.NullMarked;
