/**
 * The requests that the program's resources become, held against what the vendors publish of their
 * APIs: tables below {@code src/test/resources/vendor}, each written by a script in {@code
 * tools/models}.
 */
@NullMarked
package anyware.vendor;

import org.jspecify.annotations.NullMarked;
