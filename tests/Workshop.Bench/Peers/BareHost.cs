using System.Globalization;

namespace Workshop.Bench.Peers;

/// <summary>Kestrel as the .NET peers start it: nothing that they do not need.</summary>
static class BareHost
{
    /// <summary>Serves until it is ended.</summary>
    public static async Task Run(string port, Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(int.Parse(port, CultureInfo.InvariantCulture)));
        add(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }
}
