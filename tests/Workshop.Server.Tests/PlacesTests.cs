using System.Net;
using Workshop.Server.Hub;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>How many may be at the hub: by node, workshop, address and person, each on its own.</summary>
public sealed class PlacesTests
{
    static readonly WorkshopId Here = WorkshopId.Of(Some.Id());
    static readonly WorkshopId There = WorkshopId.Of(Some.Id());
    static readonly IPAddress Hall = IPAddress.Parse("192.0.2.1");
    static readonly IPAddress Home = IPAddress.Parse("192.0.2.2");

    [Fact]
    public void A_full_workshop_leaves_the_others_open()
    {
        using var places = new Places(new() { MostPerWorkshop = 2 });

        Assert.NotNull(places.Take(Someone(Here, Hall)));
        var second = places.Take(Someone(Here, Home));
        Assert.Null(places.Take(Someone(Here, Home)));
        Assert.NotNull(places.Take(Someone(There, Home)));

        second!.Dispose();
        Assert.NotNull(places.Take(Someone(Here, Home)));
    }

    [Fact]
    public void A_full_address_leaves_the_others_open_and_a_network_is_one_address()
    {
        using var places = new Places(new() { MostPerAddress = 2 });
        var (first, second) = (Http.Networks.Of(IPAddress.Parse("2001:db8:1:2::1")), Http.Networks.Of(IPAddress.Parse("2001:db8:1:2:ffff::9")));

        Assert.NotNull(places.Take(Someone(Here, first)));
        Assert.NotNull(places.Take(Someone(There, second)));
        Assert.Null(places.Take(Someone(There, first)));
        Assert.NotNull(places.Take(Someone(There, Http.Networks.Of(IPAddress.Parse("2001:db8:1:3::1")))));
        Assert.Equal(Hall, Http.Networks.Of(IPAddress.Parse("::ffff:192.0.2.1")));
    }

    [Fact]
    public void A_full_node_takes_nobody_and_whoever_is_refused_takes_up_nothing()
    {
        using var places = new Places(new() { MostOnNode = 2, MostPerPerson = 1 });
        var greedy = Someone(Here, Hall);

        Assert.NotNull(places.Take(greedy));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Null(places.Take(greedy)));
        Assert.True(places.IsFree(Someone(Here, Hall)));
        Assert.NotNull(places.Take(Someone(Here, Hall)));
        Assert.False(places.IsFree(Someone(There, Home)));
    }

    static Place Someone(WorkshopId workshop, IPAddress from) => new(workshop, PersonId.Of(Some.Id()), from);
}
