/** What people read: the port matrix, diagrams and pages. */
@NullMarked
package anyware.report;

import org.jspecify.annotations.NullMarked;
