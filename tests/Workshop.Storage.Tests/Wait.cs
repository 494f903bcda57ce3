namespace Workshop.Storage.Tests;

static class Wait
{
    /// <summary>Waits for a condition, and fails when half a minute has not brought it about.</summary>
    public static async Task Until(Func<bool> condition)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < deadline, "The condition did not come about.");
            await Task.Delay(5, Some.Token);
        }
    }
}
