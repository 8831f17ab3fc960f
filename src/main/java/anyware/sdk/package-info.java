/**
 * What Pulumi's Java SDK does too often, done less: two remedies through the extension points of
 * java.util.logging and gRPC.
 */
@NullMarked
package anyware.sdk;

import org.jspecify.annotations.NullMarked;
