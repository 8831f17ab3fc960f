/** Fixtures and helpers that the tests of several rooms share. */
@NullMarked
package anyware.testing;

import org.jspecify.annotations.NullMarked;
