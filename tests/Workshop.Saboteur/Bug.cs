using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workshop.Saboteur.Bugs;

namespace Workshop.Saboteur;

/// <summary>The bugs that can be planted, each of a kind that such servers really had.</summary>
static class Bug
{
    /// <summary>Plants one.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static void Plant(IServiceCollection services, string name)
    {
        switch (name)
        {
            case "lose-a-dot":
                PutBefore(services, right => new LoseADot(right));
                break;
            case "double-a-card":
                PutBefore(services, right => new DoubleACard(right));
                break;
            case "forget-commands":
                PutBefore(services, right => new ForgetCommands(right));
                break;
            case "dedupe-outside":
                PutBefore(services, right => new DedupeOutside(right));
                break;
            case "skip-a-seq":
                PutBefore(services, right => new SkipASeq(right));
                break;
            case "show-hidden":
                PutBefore(services, right => new ShowHidden(right));
                break;
            case "stamp-ballots":
                PutBefore(services, right => new StampBallots(right));
                break;
            case "deaf-node":
                BeDeaf(services);
                break;
            default:
                throw new ArgumentException($"There is no bug {name}.", nameof(name));
        }
    }

    /// <summary>Puts a wrong log before the one that the server has registered.</summary>
    static void PutBefore(IServiceCollection services, Func<IWorkshopLog, IWorkshopLog> wrong)
    {
        var right = services.Last(s => s.ServiceType == typeof(IWorkshopLog));
        services.AddSingleton(provider => wrong((IWorkshopLog)(
            right.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, right.ImplementationType!))));
    }

    /// <summary>Neither the doorbell nor the tail of the log tells this node what others have done.</summary>
    static void BeDeaf(IServiceCollection services)
    {
        foreach (var listener in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name is "LogTail" or "RedisLine").ToList())
        {
            services.Remove(listener);
        }
    }
}
