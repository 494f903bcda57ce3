namespace Workshop.Server.Http;

/// <summary>What a request's path leads to, by its first segment.</summary>
static class Addresses
{
    extension(HttpRequest request)
    {
        /// <summary>The HTTP interface.</summary>
        public bool IsForApi => request.StartsWith("/api");

        /// <summary>The hub.</summary>
        public bool IsForHub => request.StartsWith("/hub");

        /// <summary>Nothing that a person would read.</summary>
        public bool IsForMachines => request.IsForApi || request.IsForHub || request.StartsWith("/health");

        /// <summary>Whether the path is below this one, which routing compares without regard to case.</summary>
        public bool StartsWith(string path) => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
    }
}
