using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Workshop.Server.Http;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary>
/// Checks login and password. Somebody who guesses learns nothing from the answer or its time: an unknown login is hashed, counted
/// and delayed as a known one is.
/// </summary>
sealed class Passwords(Storage.Accounts accounts, IPasswordHasher<Account> hasher, TimeProvider clock) : IDisposable
{
    const int MostUnknown = 10_000;
    static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    readonly PartitionedRateLimiter<IPAddress> _addresses = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => HostLimits.PasswordsPerAddress.AsTokenBucket()));

    readonly ConcurrentDictionary<string, Guesses> _unknown = new(StringComparer.Ordinal);

    /// <summary>A hash takes a processor for a tenth of a second: never two of them, rooms come first.</summary>
    readonly SemaphoreSlim _turn = new(1);
    int _waiting;

    /// <summary>The hash of a new account's password.</summary>
    public string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>The account, or how long to wait, or neither: wrong.</summary>
    public async Task<(Account? Account, TimeSpan Wait)> Check(string login, string password, IPAddress? from, CancellationToken cancellation)
    {
        var normalized = Normalize(login);
        var account = await accounts.FindByLogin(normalized, cancellation);
        var until = account is not null ? account.DelayedUntil : _unknown.TryGetValue(normalized, out var guesses) ? guesses.Until : null;
        if (until - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            return (null, wait);
        }

        using var lease = _addresses.AttemptAcquire(Networks.Of(from));
        if (!lease.IsAcquired || Volatile.Read(ref _waiting) >= HostLimits.PasswordsWaiting)
        {
            // A flood of guesses: those of them that wait must not be all that the server does, nor keep others from signing in.
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
    public void Dispose()
    {
        _turn.Dispose();
        _addresses.Dispose();
    }

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
    static TimeSpan? DelayAfter(int failures) => failures < HostLimits.WrongPasswords ? null
        : TimeSpan.FromSeconds(Math.Min(HostLimits.PasswordDelay.TotalSeconds, Math.Pow(2, Math.Min(failures, 30) - HostLimits.WrongPasswords)));

    sealed record Guesses(int Failures, DateTimeOffset? Until);
}
