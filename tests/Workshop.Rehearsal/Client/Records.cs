namespace Workshop.Rehearsal.Client;

/// <summary>Short ways to read a record as the server sent it.</summary>
public static class Records
{
    extension(JsonElement record)
    {
        /// <summary>A string member; null: absent.</summary>
        public string? Text(string name) => record.Member(name)?.GetString();

        /// <summary>A number; 0: absent.</summary>
        public int Number(string name) => record.Member(name)?.GetInt32() ?? 0;

        /// <summary>A yes or no; null: absent.</summary>
        public bool? Flag(string name) => record.Member(name)?.GetBoolean();

        /// <summary>The items of a list; none: absent.</summary>
        public IEnumerable<JsonElement> List(string name) => record.Member(name)?.EnumerateArray().AsEnumerable() ?? [];

        /// <summary>A member; null: absent.</summary>
        public JsonElement? Member(string name) => record.TryGetProperty(name, out var value) ? value : null;

        /// <summary>The wordings of a text, by language.</summary>
        public IEnumerable<(string Language, string Words)> Wordings(string name) =>
            record.Member(name)?.Member("versions")?.EnumerateObject().Select(v => (v.Name, v.Value.Text("text") ?? "")) ?? [];

        /// <summary>The words of a text in the language it was written in.</summary>
        public string Original(string name) => record.Member(name) is { } text
            ? text.Member("versions")?.Member(text.Text("original") ?? "")?.Text("text") ?? ""
            : "";
    }

    /// <summary>The records of a kind.</summary>
    public static IEnumerable<JsonElement> Of(this IReadOnlyDictionary<string, JsonElement> records, string type) =>
        records.Values.Where(r => r.Text("type") == type);
}
