package anyware.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an identity may do in a cloud, in the form that the cloud takes.
 *
 * @param scope where it holds: regions, a subscription, a project
 * @param command the command that takes the document from a file
 * @param document the document: texts, lists and structures
 */
public record AccessPolicy(String scope, String command, Map<String, Object> document) {

  /** Copies the document. */
  public AccessPolicy {
    document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
  }
}
