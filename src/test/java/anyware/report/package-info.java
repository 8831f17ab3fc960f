/** Tests of what people read. */
@NullMarked
package anyware.report;

import org.jspecify.annotations.NullMarked;
