namespace Workshop.Core.Tests.Contract;

/// <summary>What scenarios have shown to happen, while somebody on this thread wants to know.</summary>
public static class Witness
{
    [ThreadStatic]
    static List<Sight>? _seen;

    public sealed record Sight(Type Command, string? Refusal, bool Changed);

    /// <summary>All that scenarios show while <paramref name="work"/> runs.</summary>
    public static IReadOnlyList<Sight> During(Action work)
    {
        var seen = _seen = [];
        try
        {
            work();
        }
        finally
        {
            _seen = null;
        }

        return seen;
    }

    public static void Accepted(ICommand command, bool changed) => _seen?.Add(new(command.GetType(), null, changed));

    public static void Refused(ICommand command, string code) => _seen?.Add(new(command.GetType(), code, false));
}
