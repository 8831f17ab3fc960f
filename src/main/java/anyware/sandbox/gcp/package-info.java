/** What the offline Google Cloud knows: resource types, names, limits. */
@NullMarked
package anyware.sandbox.gcp;

import org.jspecify.annotations.NullMarked;
