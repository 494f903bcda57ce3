using Workshop.Core.Kernel;
using Workshop.Storage;
using Workshop.Storage.Sqlite;
using Workshop.Storage.Tests;
using Workshop.Storage.Tests.SqlServer;
using Xunit.MicrosoftTestingPlatform;

// Runs the tests; or, for those tests that need another process, is that process.
switch (args)
{
    case ["append", var folder, var workshop, var count]:
        using (var database = Database.Open(folder))
        {
            foreach (var command in await Appender.Run(new WorkshopLog(database), WorkshopId.Of(workshop), int.Parse(count), CancellationToken.None))
            {
                Console.WriteLine(command);
            }
        }

        return 0;

    default:
        if (!SqlServerUnderTest.IsThere)
        {
            Console.WriteLine("WORKSHOP_SQLSERVER is not set: nothing here has run on SQL Server.");
            args = [.. args, "--filter-not-namespace", typeof(SqlServerUnderTest).Namespace!];
        }

        return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}
