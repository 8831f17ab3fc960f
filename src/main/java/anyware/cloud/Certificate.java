package anyware.cloud;

import java.util.List;
import java.util.function.Function;

/** Where a balancer's certificate comes from. */
public sealed interface Certificate {
  /**
   * The answer for the kind of certificate that this is.
   *
   * @param ofGiven the answer for certificates that are there
   * @param ofVault the answer for a secret in a vault
   * @param ofManaged the answer for a certificate that the cloud makes and renews
   */
  <T> T fold(
      Function<Given, T> ofGiven, Function<VaultSecret, T> ofVault, Function<Managed, T> ofManaged);

  /**
   * Certificates that are there.
   *
   * @param ids as the cloud spells them; one at least, the first of which is the default
   */
  record Given(List<String> ids) implements Certificate {
    /** Copies the ids. */
    public Given {
      ids = List.copyOf(ids);
    }

    @Override
    public <T> T fold(
        Function<Given, T> ofGiven,
        Function<VaultSecret, T> ofVault,
        Function<Managed, T> ofManaged) {
      return ofGiven.apply(this);
    }
  }

  /**
   * A certificate in a vault.
   *
   * @param secretId the secret with it and its key
   * @param identity the identity that may read it
   */
  record VaultSecret(String secretId, String identity) implements Certificate {
    @Override
    public <T> T fold(
        Function<Given, T> ofGiven,
        Function<VaultSecret, T> ofVault,
        Function<Managed, T> ofManaged) {
      return ofVault.apply(this);
    }
  }

  /**
   * A certificate that the cloud makes and renews.
   *
   * @param domains the names that it is for; one at least
   */
  record Managed(List<String> domains) implements Certificate {
    /** Copies the names. */
    public Managed {
      domains = List.copyOf(domains);
    }

    @Override
    public <T> T fold(
        Function<Given, T> ofGiven,
        Function<VaultSecret, T> ofVault,
        Function<Managed, T> ofManaged) {
      return ofManaged.apply(this);
    }
  }
}
