package anyware.sandbox.azure;

import java.util.Locale;
import java.util.Set;

/**
 * Service tags: https://learn.microsoft.com/azure/virtual-network/service-tags-overview. Many can
 * be narrowed to a region, such as Storage.WestUS.
 */
final class ServiceTags {
  private static final Set<String> TAGS =
      Set.of(
          "actiongroup",
          "apimanagement",
          "appconfiguration",
          "appservice",
          "appservicemanagement",
          "azureactivedirectory",
          "azureactivedirectorydomainservices",
          "azureadvancedthreatprotection",
          "azurearcinfrastructure",
          "azurebackup",
          "azurebotservice",
          "azurecloud",
          "azurecognitivesearch",
          "azureconnectors",
          "azurecontainerregistry",
          "azurecosmosdb",
          "azuredatabricks",
          "azuredatalake",
          "azuredevops",
          "azureeventgrid",
          "azurefrontdoor.backend",
          "azurefrontdoor.firstparty",
          "azurefrontdoor.frontend",
          "azurehealthcareapis",
          "azureinformationprotection",
          "azureiothub",
          "azurekeyvault",
          "azureloadbalancer",
          "azuremachinelearning",
          "azuremonitor",
          "azureopendatasets",
          "azureplatformdns",
          "azureplatformimds",
          "azureplatformlkm",
          "azureresourcemanager",
          "azuresentinel",
          "azuresignalr",
          "azuresiterecovery",
          "azuresphere",
          "azurestack",
          "azuretrafficmanager",
          "azureupdatedelivery",
          "batchnodemanagement",
          "cognitiveservicesmanagement",
          "datafactory",
          "datafactorymanagement",
          "dynamics365forfinanceandoperations",
          "eventhub",
          "gatewaymanager",
          "guestandhybridmanagement",
          "hdinsight",
          "internet",
          "logicapps",
          "logicappsmanagement",
          "m365managementactivityapi",
          "microsoftazurefluidrelay",
          "microsoftcloudappsecurity",
          "microsoftcontainerregistry",
          "microsoftdefenderforendpoint",
          "microsoftpurviewpolicydistribution",
          "powerbi",
          "powerplatforminfra",
          "servicebus",
          "servicefabric",
          "sql",
          "sqlmanagement",
          "storage",
          "storagesyncservice",
          "virtualdesktop",
          "virtualnetwork",
          "windowsadmincenter",
          "windowsvirtualdesktop");

  private ServiceTags() {}

  /**
   * Tells whether a text is a service tag, with or without a region.
   *
   * @param text the text
   */
  static boolean contains(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    return TAGS.contains(lower)
        || (dot > 0
            && TAGS.contains(lower.substring(0, dot))
            && Regions.exists(lower.substring(dot + 1)));
  }
}
