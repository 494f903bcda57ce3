using Workshop.Storage;

namespace Workshop.Server.Door;

/// <summary>Puts the door together: how people without accounts come in.</summary>
static class Composition
{
    /// <summary>Codes, and what keeps them from being guessed.</summary>
    public static IServiceCollection AddDoor(this IServiceCollection services) => services
        .AddSingleton<Doors>()
        .AddSingleton<Guessing>();

    /// <summary>Looking a code up, joining by it, and what staff show of it.</summary>
    public static IEndpointRouteBuilder MapDoor(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/doors/{code}", JoinEndpoints.Look);
        api.MapPost("/join", JoinEndpoints.Join);
        api.MapGet("/workshops/{workshop}/door", DoorEndpoints.Get);
        api.MapGet("/workshops/{workshop}/qr.svg", DoorEndpoints.Qr);
        return app;
    }
}
