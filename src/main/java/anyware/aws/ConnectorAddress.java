package anyware.aws;

import java.util.Optional;

/**
 * A static public address for one connector's PCoIP sessions
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html).
 *
 * @param name the logical name
 * @param instance the id of the instance that gets it; absent where the owner gives it away
 * @param dns its name in a hosted zone, if it has one there
 */
public record ConnectorAddress(String name, Optional<String> instance, Optional<DnsRecord> dns) {}
