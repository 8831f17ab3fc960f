/** The vendor's port table as data. */
@NullMarked
package anyware.catalogue;

import org.jspecify.annotations.NullMarked;
