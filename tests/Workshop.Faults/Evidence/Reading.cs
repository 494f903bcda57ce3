namespace Workshop.Faults.Evidence;

/// <summary>A view as somebody has it.</summary>
/// <param name="Reader">A device, a node, or a node that has just read the log.</param>
/// <param name="View">Which view.</param>
/// <param name="Records">Its records as JSON, by id.</param>
public sealed record Reading(string Reader, string View, ImmutableSortedDictionary<string, string> Records);
