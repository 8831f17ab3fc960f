/** What the three planners share: names, descriptions, tags and the layout of a created network. */
@NullMarked
package anyware.plan;

import org.jspecify.annotations.NullMarked;
