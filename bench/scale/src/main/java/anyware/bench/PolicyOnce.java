package anyware.bench;


import anyware.settings.EngineConfig;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * One site on Google Cloud in a fresh JVM. Arguments: {@code describe} and how many client prefixes
 * prints the engine's configuration and the connector's flows; {@code generate} reads the
 * configuration from the environment, as the program does, and prints the connector's firewalls.
 */
public final class PolicyOnce {
  private PolicyOnce() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    if (arguments[0].equals("generate")) {
      System.out.println(Firewalls.text(GoogleSite.read(System.getenv()).plan()));
      return;
    }
    Map<String, String> environment = GoogleSite.environment(Integer.parseInt(arguments[1]));
    JsonObject site = GoogleSite.read(environment).flows();
    site.addProperty(EngineConfig.CONFIG, environment.get(EngineConfig.CONFIG));
    System.out.println(site);
  }
}
