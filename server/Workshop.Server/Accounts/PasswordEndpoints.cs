using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary><c>/api/password</c> and <c>/api/reset</c>: a new password. It ends everything that the account has open, on every node.</summary>
static class PasswordEndpoints
{
    /// <summary>By who knows the present one; a cookie alone is not enough.</summary>
    public static async Task<IResult> Change(Changing body, HttpContext http, SignIns signIns, Passwords passwords, Storage.Accounts accounts, Connections connections)
    {
        if (await signIns.AccountOf(http) is not { } account)
        {
            return WorkshopEndpoints.SignInNeeded();
        }

        if (PasswordRules.Refuse(body.Password, account.Login, account.DisplayName) is { } rejection)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, rejection);
        }

        var (proved, wait) = await passwords.Check(account.Login, body.Current, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (proved is null)
        {
            return wait > TimeSpan.Zero ? SignInEndpoints.Wait(http, wait) : Problems.Of(StatusCodes.Status403Forbidden, "account.current-wrong");
        }

        SetPassword(proved, body.Password, passwords);
        return await accounts.Update(proved, http.RequestAborted) ? await StartAnew(http, proved, connections) : Problems.Of(ServerRejections.Busy());
    }

    /// <summary>By who has the operator's link.</summary>
    public static async Task<IResult> Reset(Resetting body, HttpContext http, PasswordResets resets, Passwords passwords, Connections connections)
    {
        if (await resets.AccountOf(body.Token, http.RequestAborted) is not { } account)
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "account.reset-link");
        }

        if (PasswordRules.Refuse(body.Password, account.Login, account.DisplayName) is { } rejection)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, rejection);
        }

        SetPassword(account, body.Password, passwords);
        return await resets.Use(body.Token, account, http.RequestAborted)
            ? await StartAnew(http, account, connections)
            : Problems.Of(StatusCodes.Status403Forbidden, "account.reset-link");
    }

    static void SetPassword(Account account, string password, Passwords passwords)
    {
        account.PasswordHash = passwords.Hash(account, password);
        account.SecurityStamp = Secrets.NewToken();
    }

    /// <summary>Other browsers are out, this one is in by a new cookie.</summary>
    static async Task<IResult> StartAnew(HttpContext http, Account account, Connections connections)
    {
        connections.Abort(ticket => ticket.Account == account.Id);
        await SignIns.SignIn(http, account);
        return Results.Json(new { account = AccountView.Of(account) });
    }

    /// <summary>The body of a change.</summary>
    public sealed record Changing
    {
        /// <summary>The present password.</summary>
        public required string Current { get; init; }
        /// <summary>The next one.</summary>
        public required string Password { get; init; }
    }

    /// <summary>The body of a reset.</summary>
    public sealed record Resetting
    {
        /// <summary>From the link.</summary>
        public required string Token { get; init; }
        /// <summary>The next password.</summary>
        public required string Password { get; init; }
    }
}
