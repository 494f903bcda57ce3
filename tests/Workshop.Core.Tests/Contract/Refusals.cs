using System.Reflection;

namespace Workshop.Core.Tests.Contract;

/// <summary>Every refusal of every <c>Rejections.cs</c>, made with dull arguments.</summary>
public static class Refusals
{
    public static IReadOnlyList<Rejection> All { get; } =
    [
        .. from type in typeof(Rejection).Assembly.GetExportedTypes()
           where type.Name.EndsWith("Rejections", StringComparison.Ordinal)
           from factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
           select (Rejection)factory.Invoke(null, [.. factory.GetParameters().Select(p => Dull(p.ParameterType))])!,
    ];

    static object Dull(Type type) => type == typeof(Text) ? Some.Text("dull") : Activator.CreateInstance(type)!;
}
