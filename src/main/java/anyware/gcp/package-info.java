/** Google Cloud: what is asked for, what would be refused, and how it is registered. */
@NullMarked
package anyware.gcp;

import org.jspecify.annotations.NullMarked;
