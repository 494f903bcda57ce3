using Workshop.Core.Agenda;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Wire;

public class NamesTests
{
    [Fact]
    public void Every_command_event_and_record_has_a_name()
    {
        Assert.Equal(Implementing<ICommand>(), Sorted(Names.Commands));
        Assert.Equal(Implementing<IEvent>(), Sorted(Names.Events));
        Assert.Equal(Implementing<IRecord>(), Sorted(Names.Records));
    }

    [Fact]
    public void No_name_is_given_twice()
    {
        foreach (var names in new[] { Names.Commands, Names.Events, Names.Records })
        {
            Assert.Equal(names.Length, names.Select(n => n.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }

    [Fact]
    public void A_command_or_event_is_called_as_its_type_is() => Assert.All(
        Names.Commands.Concat(Names.Events),
        named => Assert.Equal(char.ToLowerInvariant(named.Type.Name[0]) + named.Type.Name[1..], named.Name));

    static IEnumerable<string> Implementing<T>() => typeof(AgendaState).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(T)) && !t.IsInterface).Select(t => t.Name).Order(StringComparer.Ordinal);

    static IEnumerable<string> Sorted(IEnumerable<(Type Type, string Name)> names) => names.Select(n => n.Type.Name).Order(StringComparer.Ordinal);
}
