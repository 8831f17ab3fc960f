package anyware;

import anyware.sdk.SdkPatches;
import anyware.settings.EngineConfig;
import com.pulumi.Pulumi;
import java.util.Locale;
import java.util.Map;

/** The program that Pulumi runs: read the settings, plan, prove the plan, deploy, export. */
public final class App {
  private App() {}

  /**
   * Starts the program under the Pulumi engine.
   *
   * @param args not used: everything comes from the stack's settings
   */
  public static void main(String[] args) {
    // What is written is for machines too: digits are 0 to 9 whatever the user's language.
    Locale.setDefault(Locale.ROOT);
    Map<String, String> environment = System.getenv();
    SdkPatches patches = SdkPatches.apply(environment, EngineConfig.holdsSecrets(environment));
    patches.exitAfter(Pulumi.runAsync(context -> Program.run(context, environment)));
  }
}
