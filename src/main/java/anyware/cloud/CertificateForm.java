package anyware.cloud;

import java.util.Optional;

/**
 * What settings can say of a certificate. Where it can be in a vault it must be.
 *
 * @param id the form of a certificate's id, or of a secret's in a vault
 * @param most how many certificates a balancer can have
 * @param identity the form of the id of an identity that reads the vault; absent where certificates
 *     are in none
 * @param managedDomains for how many names the cloud makes a certificate of its own; 0 where it
 *     does not
 */
public record CertificateForm(
    TextForm id, int most, Optional<TextForm> identity, int managedDomains) {}
