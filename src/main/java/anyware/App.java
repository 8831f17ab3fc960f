package anyware;

import anyware.sdk.SdkPatches;
import anyware.settings.EngineConfig;
import com.pulumi.Pulumi;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The program that Pulumi runs: read the settings, plan, prove the plan, deploy, export. */
public final class App {
  private App() {}

  /**
   * Starts the program under the Pulumi engine. It decides while the SDK starts, which takes as
   * long and has no use for the second core.
   *
   * @param args not used: everything comes from the stack's settings
   */
  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    boolean secret = EngineConfig.holdsSecrets(environment);
    CompletableFuture<Readiness> readiness =
        CompletableFuture.supplyAsync(
            () -> Readiness.of(environment), work -> new Thread(work, "readiness").start());
    SdkPatches patches = SdkPatches.apply(environment, secret);
    patches.exitAfter(Pulumi.runAsync(context -> Program.run(context, readiness.join(), secret)));
  }
}
