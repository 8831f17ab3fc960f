package anyware.sandbox.spec;

import java.util.Map;

/**
 * An object of the offline cloud.
 *
 * @param type the resource type's token
 * @param id the object's id
 * @param urn the Pulumi name under which it was made
 * @param seed what its generated parts are derived from
 * @param settings where it lives: the region, project and the like
 * @param inputs what the program asked for
 * @param outputs what the cloud shows
 * @param addresses the public addresses that it holds, by slot
 */
public record StoredResource(
    String type,
    String id,
    String urn,
    String seed,
    Props settings,
    Props inputs,
    Props outputs,
    Map<String, String> addresses) {}
