package anyware.sandbox.engine;

import java.util.List;

/**
 * The answer to a diff.
 *
 * @param changes the changes
 * @param deleteFirst whether a replaced object is deleted before the new one is made
 */
record ResourceDiff(List<PropertyChange> changes, boolean deleteFirst) {}
