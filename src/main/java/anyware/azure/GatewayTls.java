package anyware.azure;

/**
 * What an application gateway shows to users
 * (https://learn.microsoft.com/azure/application-gateway/key-vault-certs).
 *
 * @param secretId the id of the Key Vault secret with the certificate and its key
 * @param identity the id of the user-assigned identity that reads it
 * @param policy the name of a predefined policy of versions and ciphers
 *     (https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview)
 */
public record GatewayTls(String secretId, String identity, String policy) {}
