using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR;
using Workshop.Rehearsal;
using Workshop.Rehearsal.Recording;

if (args.Contains("--help") || args.Length == 0)
{
    Console.WriteLine(Arguments.Help);
    return args.Length == 0 ? 2 : 0;
}

try
{
    var arguments = Arguments.Read(args);
    var recorded = RecordedWorkshop.Read(arguments.File);
    if (arguments is { Url: { } url, SetupLink: { } link })
    {
        return Outcome(await Performance.Play(recorded, url, link, arguments.Speed, Console.Out));
    }

    await using var server = await OwnServer.Start();
    return Outcome(await Performance.Play(recorded, server.Address, server.SetupLink, arguments.Speed, Console.Out));
}
catch (RehearsalException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (Exception e) when (e is HttpRequestException or WebSocketException or HubException or IOException or TimeoutException)
{
    Console.Error.WriteLine($"The server can't be reached, or not any more: {e.Message}");
    return 2;
}

static int Outcome(Workshop.Rehearsal.Checks.Report report) => report.Differing == 0 ? 0 : 1;
