using Workshop.Core.Wire;

namespace Workshop.Server.Http;

/// <summary>Refusals as answers of the HTTP interface.</summary>
static class Problems
{
    /// <summary>A status and a refusal.</summary>
    public static IResult Of(int status, Rejection rejection) =>
        Results.Json(new Problem(rejection.Code, rejection.Args), statusCode: status);

    /// <summary>A status and a code without arguments.</summary>
    public static IResult Of(int status, string code) => Of(status, Rejection.Of(code));

    /// <summary>A refusal by a room: waiting helps, or it does not.</summary>
    public static IResult Of(Rejection rejection) => Of(
        rejection switch
        {
            { Retry: true } => StatusCodes.Status503ServiceUnavailable,
            { Code: "server.fault" } => StatusCodes.Status500InternalServerError,
            { Code: "command.id-reused" } => StatusCodes.Status409Conflict,
            { Code: "workshop.not-allowed" } => StatusCodes.Status403Forbidden,
            { Code: "workshop.newer-version" } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        },
        rejection);
}
