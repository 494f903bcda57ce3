using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Workshop.Server.Hub;
using Workshop.Server.Http;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>Who is signed in, by a cookie that holds the account, its security stamp, and which sign-in this is.</summary>
sealed class SignIns(Storage.Accounts accounts)
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "account";

    /// <summary>Longer than the longest day of a workshop, and renewed while the account is in use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(14);

    /// <summary>However much it is used, a sign-in ends after this time.</summary>
    static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(7);

    const string AccountClaim = "account";
    const string StampClaim = "stamp";
    const string SessionClaim = "session";
    const string SinceClaim = "since";

    /// <summary>Signs a browser in: always a new cookie.</summary>
    public static Task SignIn(HttpContext http, Account account)
    {
        var since = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity(
            [new(AccountClaim, account.Id), new(StampClaim, account.SecurityStamp), new(SessionClaim, Secrets.NewToken()), new(SinceClaim, since)], Scheme);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>The sign-in of this request; null: nobody's.</summary>
    public static async Task<SignInTicket?> Of(HttpContext http) =>
        await http.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: var principal } ? TicketOf(principal) : null;

    /// <summary>The account of this request; null: nobody's.</summary>
    public async Task<Account?> AccountOf(HttpContext http) =>
        await Of(http) is { } ticket ? await accounts.Find(ticket.Account, http.RequestAborted) : null;

    /// <summary>What is kept of a sign-in that has ended.</summary>
    public static string HashOf(SignInTicket ticket) => Secrets.HashOf(ticket.Session);

    /// <summary>A cookie is worth nothing once its account is gone or has another stamp, or it was signed out, or a week has passed.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var accounts = services.GetRequiredService<Storage.Accounts>();
        var ended = services.GetRequiredService<EndedSignIns>();
        var oldest = services.GetRequiredService<TimeProvider>().GetUtcNow() - LongestLifetime;
        if (TicketOf(context.Principal) is not { } ticket
            || await accounts.Find(ticket.Account, context.HttpContext.RequestAborted) is not { } account
            || account.SecurityStamp != ticket.Stamp
            || !(long.TryParse(context.Principal?.FindFirstValue(SinceClaim), CultureInfo.InvariantCulture, out var since) && since > oldest.ToUnixTimeSeconds())
            || (await ended.Among([HashOf(ticket)], context.HttpContext.RequestAborted)).Count > 0)
        {
            context.RejectPrincipal();
        }
    }

    static SignInTicket? TicketOf(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(AccountClaim) is { } account
        && principal.FindFirstValue(StampClaim) is { } stamp
        && principal.FindFirstValue(SessionClaim) is { } session
            ? new(account, stamp, session)
            : null;
}
