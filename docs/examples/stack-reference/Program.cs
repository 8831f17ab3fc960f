using System.Collections.Generic;
using System.Collections.Immutable;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var network = new StackReference("acme/anyware-network/prod");
    var hq = network.RequireOutput("sites").Apply(sites => Field(sites, "hq"));

    return new Dictionary<string, object?>
    {
        // What a connector's machine needs: its role's group, and one of the reserved addresses.
        ["connectorGroup"] = hq.Apply(site => Field(Field(site, "groups"), "connector")),
        ["connectorAddress"] = hq.Apply(site => Field(First(Field(site, "connectorAddresses")), "address")),
        // Absent without a balancer.
        ["balancer"] = hq.Apply(site => Field(Field(site, "balancer"), "id")),
    };
});

// One part of an output; nothing where it is absent.
static object? Field(object? value, string key) =>
    value is ImmutableDictionary<string, object> part && part.TryGetValue(key, out var found) ? found : null;

static object? First(object? value) =>
    value is ImmutableArray<object> { Length: > 0 } list ? list[0] : null;
