/** What the offline AWS knows: resource types, functions, names. */
@NullMarked
package anyware.sandbox.aws;

import org.jspecify.annotations.NullMarked;
