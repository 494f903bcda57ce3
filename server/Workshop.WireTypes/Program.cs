using Workshop.WireTypes;

// Workshop.WireTypes FILE          writes the file, if its content would change
// Workshop.WireTypes --check FILE  exit code 1 if the file is not current
var text = TypeScript.Of(Contract.Types);
switch (args)
{
    case [var file] when file != "--check":
        if (!File.Exists(file) || await File.ReadAllTextAsync(file) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await File.WriteAllTextAsync(file, text);
        }

        return 0;

    case ["--check", var file]:
        if (File.Exists(file) && await File.ReadAllTextAsync(file) == text)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync($"{file} is not current: build server/Workshop.WireTypes and commit it.");
        return 1;

    default:
        await Console.Error.WriteLineAsync("Usage: Workshop.WireTypes [--check] FILE");
        return 64;
}
