namespace Workshop.Server.Tests.Rig;

/// <summary>What a test needs of the machine: where it is missing the test says so, and in continuous integration it fails.</summary>
static class Needed
{
    public static void Require(bool isThere, string sentence)
    {
        Assert.True(isThere || Environment.GetEnvironmentVariable("CI") != "true", sentence);
        Assert.SkipUnless(isThere, sentence);
    }
}
