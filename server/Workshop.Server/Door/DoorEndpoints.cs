using QRCoder;
using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Door;

/// <summary>The code, link and QR of a workshop, for its staff.</summary>
static class DoorEndpoints
{
    /// <summary>Code and link.</summary>
    public static async Task<IResult> Get(WorkshopId workshop, HttpContext http, Sessions sessions, Doors doors, Origins origins) =>
        await CodeFor(workshop, http, sessions, doors) is { } code
            ? Results.Json(new { code, link = LinkOf(code, http, origins), qr = $"/api/workshops/{workshop}/qr.svg" })
            : Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed());

    /// <summary>The link as a picture.</summary>
    public static async Task<IResult> Qr(WorkshopId workshop, HttpContext http, Sessions sessions, Doors doors, Origins origins)
    {
        if (await CodeFor(workshop, http, sessions, doors) is not { } code)
        {
            return Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed());
        }

        using var data = QRCodeGenerator.GenerateQrCode(LinkOf(code, http, origins), QRCodeGenerator.ECCLevel.M);
        using var qr = new SvgQRCode(data);
        return Results.Text(qr.GetGraphic(8, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute), "image/svg+xml");
    }

    static async Task<string?> CodeFor(WorkshopId workshop, HttpContext http, Sessions sessions, Doors doors) =>
        await sessions.By(Entrance.Staff, http, workshop) is not null ? await doors.CodeOf(workshop, http.RequestAborted) : null;

    static string LinkOf(string code, HttpContext http, Origins origins) => $"{origins.PublicAddress(http)}/{code}";
}
