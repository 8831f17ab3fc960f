/** Tests of the offline command, in process. */
@NullMarked
package anyware.cli;

import org.jspecify.annotations.NullMarked;
