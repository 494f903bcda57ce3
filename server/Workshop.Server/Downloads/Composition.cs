namespace Workshop.Server.Downloads;

/// <summary>Puts downloads together.</summary>
static class Composition
{
    /// <summary>Files made of a workshop.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) => services.AddSingleton<PlanDownload>();

    /// <summary>Their addresses.</summary>
    public static IEndpointRouteBuilder MapDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/workshops/{workshop}/plan.docx", (PlanDownload plan, WorkshopId workshop, HttpContext http, string? lang) => plan.Get(workshop, http, lang ?? "en"));
        return app;
    }
}
