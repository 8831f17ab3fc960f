/** What the offline Azure knows: resource types, names, rules of Azure Resource Manager. */
@NullMarked
package anyware.sandbox.azure;

import org.jspecify.annotations.NullMarked;
