/** Tests of the reading of settings. */
@NullMarked
package anyware.settings;

import org.jspecify.annotations.NullMarked;
