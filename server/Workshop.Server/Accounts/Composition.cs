using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Workshop.Server.Http;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>Puts accounts together: who signs in, by which cookie, and their workshops.</summary>
static class Composition
{
    const int HashIterations = 220_000;

    /// <summary>Accounts with passwords; cookies that end when the account's stamp changes.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Settings settings)
    {
        services
            .AddSingleton<Storage.Accounts>()
            .AddSingleton<SetupLinks>()
            .AddSingleton<ResetLinks>()
            .AddSingleton<EndedSignIns>()
            .AddSingleton<PasswordResets>()
            .AddSingleton<Memberships>()
            .AddSingleton<DataProtectionKeys>()
            .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
            .AddSingleton<Passwords>()
            .AddSingleton<SignIns>()
            .AddSingleton<Setup>()
            .AddHostedService<KeyRingWatch>()
            .AddHostedService<StampWatch>()
            .Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.AddAuthentication(SignIns.Scheme).AddCookie(SignIns.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SignIns.Scheme).Configure<Origins>((cookie, origins) =>
        {
            cookie.Cookie.Name = Cookies.Name("account", origins);
            cookie.Cookie.SecurePolicy = origins.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = SignIns.Lifetime;
            cookie.SlidingExpiration = true;
            cookie.Events = new() { OnValidatePrincipal = SignIns.Validate };
        });
        var keyRing = services.AddDataProtection().SetApplicationName("workshop");
        if (settings.KeyCertificate is { } certificate)
        {
            keyRing.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }

        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((keys, stored) => keys.XmlRepository = new KeyRing(stored));
        return services;
    }

    /// <summary>Setting up, signing in and out, and the account's workshops.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/setup", SetupEndpoints.Get);
        api.MapPost("/setup", SetupEndpoints.Post);
        api.MapPost("/sign-in", SignInEndpoints.SignIn);
        api.MapPost("/sign-out", SignInEndpoints.SignOut);
        api.MapPost("/password", PasswordEndpoints.Change);
        api.MapPost("/reset", PasswordEndpoints.Reset);
        api.MapGet("/me", SignInEndpoints.Me);
        api.MapGet("/workshops", WorkshopEndpoints.List);
        api.MapPost("/workshops", WorkshopEndpoints.Create);
        api.MapGet("/workshops/{workshop}/session", WorkshopEndpoints.Session);
        return app;
    }
}
