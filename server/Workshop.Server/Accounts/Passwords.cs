using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>
/// Checks login and password. Somebody who guesses learns nothing from the answer or its time: an unknown login is hashed, counted
/// and delayed as a known one is.
/// </summary>
sealed class Passwords(Storage.Accounts accounts, IPasswordHasher<Account> hasher, TimeProvider clock) : IDisposable
{
    /// <summary>The shortest password; there are no other rules, since they make passwords worse.</summary>
    public const int Shortest = 12;
    /// <summary>The longest.</summary>
    public const int Longest = 128;

    const int FreeFailures = 5;
    const int MostUnknown = 10_000;
    const int MostWaiting = 20;
    static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, Guesses> _unknown = new(StringComparer.Ordinal);

    /// <summary>A hash takes a processor for a tenth of a second: never two of them, rooms come first.</summary>
    readonly SemaphoreSlim _turn = new(1);
    int _waiting;

    /// <summary>The hash of a new account's password.</summary>
    public string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>The account, or how long to wait, or neither: wrong.</summary>
    public async Task<(Account? Account, TimeSpan Wait)> Check(string login, string password, CancellationToken cancellation)
    {
        var normalized = Normalize(login);
        var account = await accounts.FindByLogin(normalized, cancellation);
        var until = account is not null ? account.DelayedUntil : _unknown.TryGetValue(normalized, out var guesses) ? guesses.Until : null;
        if (until - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            return (null, wait);
        }

        if (Volatile.Read(ref _waiting) >= MostWaiting)
        {
            // A flood of guesses: those of them that wait must not be all that the server does.
            return (null, ShortWait);
        }

        if (await IsRight(account, password, cancellation))
        {
            await (account!.Failures > 0 ? accounts.ClearFailures(account.Id, cancellation) : Task.CompletedTask);
            return (account, TimeSpan.Zero);
        }

        await Count(account, normalized, cancellation);
        return (null, TimeSpan.Zero);
    }

    /// <summary>The form in which a login is compared.</summary>
    public static string Normalize(string login) => login.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    async Task<bool> IsRight(Account? account, string password, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turn.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        try
        {
            if (account?.PasswordHash is { } hash)
            {
                return await Task.Run(() => hasher.VerifyHashedPassword(account, hash, password), cancellation) != PasswordVerificationResult.Failed;
            }

            await Task.Run(() => hasher.HashPassword(null!, password), cancellation);
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    async Task Count(Account? account, string normalized, CancellationToken cancellation)
    {
        if (account is not null)
        {
            var failures = await accounts.AddFailure(account.Id, cancellation);
            if (DelayAfter(failures) is { } delay)
            {
                await accounts.Delay(account.Id, clock.GetUtcNow() + delay, cancellation);
            }
        }
        else
        {
            if (_unknown.Count >= MostUnknown)
            {
                _unknown.Clear();
            }

            _unknown.AddOrUpdate(normalized, _ => new(1, null), (_, g) => new(g.Failures + 1, clock.GetUtcNow() + DelayAfter(g.Failures + 1)));
        }
    }

    /// <summary>One second after the fifth failure, then twice as long after each, up to a minute: never a lock-out.</summary>
    static TimeSpan? DelayAfter(int failures) => failures < FreeFailures ? null
        : TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, Math.Pow(2, Math.Min(failures, 30) - FreeFailures)));

    sealed record Guesses(int Failures, DateTimeOffset? Until);
}
