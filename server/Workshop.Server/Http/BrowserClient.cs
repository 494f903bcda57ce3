using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Workshop.Server.Http;

/// <summary>Serves the browser client: its files, compressed by their build, and one page for every address of a page.</summary>
static class BrowserClient
{
    const string Compressed = ".br";

    /// <summary>Files under their names, then the page. Addresses of the interface and missing files are not pages.</summary>
    public static WebApplication UseBrowserClient(this WebApplication app, Settings settings)
    {
        if (settings.Web is not { } folder)
        {
            app.MapFallback((HttpContext http) => http.Request.IsForMachines ? Results.NotFound() : Results.Text(
                "The pages are not built. Run scripts/run, or point --web at the folder of the built client.",
                statusCode: StatusCodes.Status503ServiceUnavailable));
            return app;
        }

        var files = new PhysicalFileProvider(folder);
        app.Use((http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            {
                Choose(http, files);
            }

            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new ContentTypes(),
            OnPrepareResponse = Prepare,
        });
        return app;
    }

    /// <summary>Turns the address of a page into that of the page's file, and a file into its compressed one.</summary>
    static void Choose(HttpContext http, PhysicalFileProvider files)
    {
        if (http.GetEndpoint() is not null || http.Request.IsForMachines)
        {
            return;
        }

        var file = http.Request.Path.Value!;
        if (!Path.HasExtension(file))
        {
            file = "/index.html";
        }

        var takesBrotli = http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "br" && e.Quality != 0);
        http.Request.Path = takesBrotli && files.GetFileInfo(file + Compressed).Exists ? file + Compressed : file;
    }

    static void Prepare(StaticFileResponseContext prepared)
    {
        var headers = prepared.Context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = prepared.Context.Request.StartsWith("/assets")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (prepared.File.Name.EndsWith(Compressed, StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
        }
    }

    /// <summary>The type of what is inside, for compressed files too.</summary>
    sealed class ContentTypes : IContentTypeProvider
    {
        readonly FileExtensionContentTypeProvider _types = new() { Mappings = { [".webmanifest"] = "application/manifest+json" } };

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            _types.TryGetContentType(subpath.EndsWith(Compressed, StringComparison.Ordinal) ? subpath[..^Compressed.Length] : subpath, out contentType);
    }
}
