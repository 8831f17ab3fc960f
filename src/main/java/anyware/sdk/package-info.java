/**
 * Patches of Pulumi's Java SDK, through the extension points of java.util.logging and gRPC: what
 * the SDK does too often is done less, and what it does slowly is done faster.
 */
@NullMarked
package anyware.sdk;

import org.jspecify.annotations.NullMarked;
