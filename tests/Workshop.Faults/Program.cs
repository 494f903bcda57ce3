using Workshop.Faults;

if (args.Contains("--help"))
{
    Console.WriteLine(Options.Help);
    return 0;
}

try
{
    var options = Options.Read(args);
    await using var run = new Run(options, Console.Out);
    return (await run.Hold()).IsEmpty ? 0 : 1;
}
catch (Exception e) when (e is FormatException or RunException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
