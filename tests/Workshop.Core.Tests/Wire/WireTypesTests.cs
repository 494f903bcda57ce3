using System.Runtime.CompilerServices;

namespace Workshop.Core.Tests.Wire;

/// <summary>
/// The browser client compiles against <c>web/src/wire/wire.g.ts</c>. On a developer's machine the build writes it; in
/// continuous integration it does not, so that a contract which changed alone is found here.
/// </summary>
public sealed class WireTypesTests
{
    [Fact]
    public void The_types_of_the_browser_client_are_those_of_the_records()
    {
        var file = Path.Combine(Here(), "../../../web/src/wire/wire.g.ts");
        Assert.Equal(WireTypes.TypeScript.Of(WireTypes.Contract.Types), File.ReadAllText(file), ignoreLineEndingDifferences: true);
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
