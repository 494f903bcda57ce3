using System.Text;
using Workshop.Core.Languages;
using Workshop.Core.People;
using Workshop.Server.Http;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary><c>/api/setup</c>: the first account.</summary>
static class SetupEndpoints
{
    const int LongestLogin = 64;

    /// <summary>Whether the first account is still to be created.</summary>
    public static async Task<IResult> Get(Setup setup, CancellationToken cancellation) =>
        Results.Json(new { needed = await setup.IsNeeded(cancellation) });

    /// <summary>Creates the first account and signs it in.</summary>
    public static async Task<IResult> Post(NewAccount body, HttpContext http, Setup setup, Passwords passwords, TimeProvider clock)
    {
        if (!await setup.IsGood(body.Token, http.RequestAborted))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "account.setup-link");
        }

        var (name, rejection) = PeopleDecider.ReadName(body.Name);
        rejection ??= RefuseLogin(body.Login)
            ?? PasswordRules.Refuse(body.Password, body.Login, body.Name)
            ?? (Writing.IsTag(body.Language) ? null : PeopleRejections.Language());
        if (rejection is not null)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, rejection);
        }

        var account = new Account
        {
            Id = Guid.CreateVersion7().ToString(),
            Login = body.Login.Trim(),
            NormalizedLogin = Passwords.Normalize(body.Login),
            DisplayName = name,
            Language = body.Language,
            SecurityStamp = Secrets.NewToken(),
            CreatedAt = clock.GetUtcNow(),
        };
        account.PasswordHash = passwords.Hash(account, body.Password);
        if (!await setup.Use(body.Token, account, http.RequestAborted))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "account.setup-link");
        }

        await SignIns.SignIn(http, account);
        return Results.Json(new { account = AccountView.Of(account) });
    }

    static Rejection? RefuseLogin(string login) =>
        string.IsNullOrWhiteSpace(login) || login.Trim().Length > LongestLogin || login.EnumerateRunes().Any(r => Rune.IsControl(r) || r == Rune.ReplacementChar)
            ? Rejection.Of("account.login", ("most", LongestLogin))
            : null;

    /// <summary>The body of the request.</summary>
    public sealed record NewAccount
    {
        /// <summary>From the link.</summary>
        public required string Token { get; init; }
        /// <summary>As others see it.</summary>
        public required string Name { get; init; }
        /// <summary>What is typed to sign in.</summary>
        public required string Login { get; init; }
        /// <summary>12 to 128 characters.</summary>
        public required string Password { get; init; }
        /// <summary>A BCP 47 tag.</summary>
        public required string Language { get; init; }
    }
}

/// <summary>An account as its own browser sees it.</summary>
sealed record AccountView(string Name, string Login, string Language)
{
    /// <summary>Without anything that is nobody's business.</summary>
    public static AccountView Of(Account account) => new(account.DisplayName, account.Login, account.Language);
}
