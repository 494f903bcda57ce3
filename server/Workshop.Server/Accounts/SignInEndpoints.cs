using Microsoft.AspNetCore.Authentication;
using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary><c>/api/sign-in</c>, <c>/api/sign-out</c>, <c>/api/me</c>.</summary>
static class SignInEndpoints
{
    /// <summary>Signs in. A wrong login and a wrong password are one answer.</summary>
    public static async Task<IResult> SignIn(Credentials body, HttpContext http, Passwords passwords)
    {
        if (body.Password.Length > 4 * HostLimits.LongestPassword || body.Login.Length > 4 * HostLimits.LongestPassword)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "account.wrong");
        }

        var (account, wait) = await passwords.Check(body.Login, body.Password, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (wait > TimeSpan.Zero)
        {
            return Wait(http, wait);
        }

        if (account is null)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "account.wrong");
        }

        await SignIns.SignIn(http, account);
        return Results.Json(new { account = AccountView.Of(account) });
    }

    /// <summary>No password is tried now.</summary>
    public static IResult Wait(HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = $"{seconds}";
        return Problems.Of(StatusCodes.Status429TooManyRequests, Rejection.Of("account.wait", ("seconds", seconds)));
    }

    /// <summary>Signs this browser out, and ends what it has open. A copy of its cookie is worth nothing from then on.</summary>
    public static async Task<IResult> SignOut(HttpContext http, Connections connections, EndedSignIns ended, TimeProvider clock)
    {
        if (await SignIns.Of(http) is { } ticket)
        {
            var now = clock.GetUtcNow();
            await ended.End(SignIns.HashOf(ticket), now, now + SignIns.Lifetime, http.RequestAborted);
            connections.Abort(t => t.Session == ticket.Session);
            await http.SignOutAsync(SignIns.Scheme);
        }

        return Results.Json(new { });
    }

    /// <summary>Who is signed in, if anyone is.</summary>
    public static async Task<IResult> Me(HttpContext http, SignIns signIns) =>
        Results.Json(new { account = await signIns.AccountOf(http) is { } account ? AccountView.Of(account) : null });

    /// <summary>The body of the request.</summary>
    public sealed record Credentials
    {
        /// <summary>Login name.</summary>
        public required string Login { get; init; }
        /// <summary>Password.</summary>
        public required string Password { get; init; }
    }
}
