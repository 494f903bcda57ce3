using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workshop.Saboteur;

// .NET looks for a class of this name outside any namespace.
#pragma warning disable MA0047
/// <summary>Run by .NET before the program's own <c>Main</c>, because <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
static class StartupHook
#pragma warning restore MA0047
{
    /// <summary>Waits until the server's host is about to be built, and plants the bug that is asked for.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("WORKSHOP_SABOTAGE") is { Length: > 0 } sabotage)
        {
            DiagnosticListener.AllListeners.Subscribe(new Listeners(sabotage));
        }
    }

    sealed class Listeners(string sabotage) : Observer<DiagnosticListener>
    {
        public override void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(new HostEvents(sabotage));
            }
        }
    }

    sealed class HostEvents(string sabotage) : Observer<KeyValuePair<string, object?>>
    {
        public override void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
            {
                host.ConfigureServices(services => Bug.Plant(services, sabotage));
            }
        }
    }

    abstract class Observer<T> : IObserver<T>
    {
        public abstract void OnNext(T value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
