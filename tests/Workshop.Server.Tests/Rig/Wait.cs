using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Workshop.Server.Tests.Rig;

/// <summary>Waits for conditions, never for time.</summary>
static class Wait
{
    /// <summary>Far more than anything takes, since a machine that runs tests may be busy with other things.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task Until(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Until(() => Task.FromResult(condition()), what);

    public static async Task Until(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var since = Stopwatch.GetTimestamp();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(since) > Longest)
            {
                throw new TimeoutException($"Never came true: {what}");
            }

            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public static Task<T> For<T>(Task<T> task, [CallerArgumentExpression(nameof(task))] string what = "") =>
        Bounded(task, what);

    public static async Task For(Task task, [CallerArgumentExpression(nameof(task))] string what = "") =>
        await Bounded(task.ContinueWith(t => { t.GetAwaiter().GetResult(); return true; }, TaskScheduler.Default), what);

    static async Task<T> Bounded<T>(Task<T> task, string what)
    {
        try
        {
            return await task.WaitAsync(Longest, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"Never came: {what}", e);
        }
    }
}
