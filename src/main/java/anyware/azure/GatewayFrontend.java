package anyware.azure;

import anyware.net.IpAddress;
import java.util.Optional;

/**
 * Where an application gateway is and listens. The second version has a public address always; an
 * internal one does not listen there
 * (https://learn.microsoft.com/azure/application-gateway/configuration-frontend-ip).
 *
 * @param subnet the subnet that it has for itself; inside, never public
 * @param publicAddress the logical name of its public address
 * @param privateAddress where an internal one listens; static, as the second version demands
 */
public record GatewayFrontend(
    Frontend subnet, String publicAddress, Optional<IpAddress> privateAddress) {}
