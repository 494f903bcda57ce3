using System.Security.Cryptography;
using Workshop.Core.Wire;
using Workshop.Server.Health;
using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Http;

/// <summary>What every request passes: whose page it comes from, what may be in it, and what becomes of faults.</summary>
sealed partial class Guard(RequestDelegate next, Origins origins, NodeHealth health, ILogger<Guard> logger)
{
    /// <summary>Handles a request.</summary>
    public async Task Invoke(HttpContext http)
    {
        try
        {
            if (Refuse(http) is { } problem)
            {
                await problem.ExecuteAsync(http);
                return;
            }

            await next(http);
            await SayWhy(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception e) when (http.RequestAborted.IsCancellationRequested && e is not StorageFailedException)
        {
            // Nobody is there any more who could be told, and a connection that breaks is no fault of ours.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Explain(e).ExecuteAsync(http);
        }
    }

    /// <summary>Pages of other sites can neither change anything nor open a hub's socket, which no browser rule but this one stops.</summary>
    IResult? Refuse(HttpContext http)
    {
        var isHub = http.Request.IsForHub;
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (!isHub && !changes)
        {
            return null;
        }

        var origin = http.Request.Headers.Origin.ToString();
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        // Browsers differ in what they call the site of a socket, but each of them sends its origin.
        if ((origin.Length > 0 && !origins.Allows(origin)) || (site is "cross-site" or "same-site" && !(isHub && origin.Length > 0)))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "server.foreign-origin");
        }

        return changes && !isHub && !http.Request.HasJsonContentType()
            ? Problems.Of(StatusCodes.Status415UnsupportedMediaType, "request.not-json")
            : null;
    }

    /// <summary>The framework refuses with a bare status; clients expect a code.</summary>
    static async Task SayWhy(HttpContext http)
    {
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && http.Request.IsForApi)
        {
            await Problems.Of(http.Response.StatusCode, http.Response.StatusCode switch
            {
                StatusCodes.Status404NotFound => "request.no-such-address",
                StatusCodes.Status405MethodNotAllowed => "request.no-such-address",
                StatusCodes.Status413PayloadTooLarge => "request.too-large",
                _ => "request.malformed",
            }).ExecuteAsync(http);
        }
    }

    IResult Explain(Exception e)
    {
        switch (e)
        {
            case RoomRefusesException refused:
                return Problems.Of(refused.Rejection);
            case StorageUnavailableException unavailable:
                return Problems.Of(ServerRejections.Storage(unavailable.Code));
            case BadHttpRequestException bad:
                return Problems.Of(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.too-large" : "request.malformed");
            case StorageFailedException failure:
                health.Fail(failure);
                throw failure;
            default:
                var number = RandomNumberGenerator.GetHexString(8, lowercase: true);
                LogFault(e, number);
                return Problems.Of(ServerRejections.Fault(number));
        }
    }
}
