using Microsoft.Extensions.Options;

namespace MLCareerBot.Worker.Http;

/// <summary>Where the program can be asked over HTTP how it is.</summary>
internal sealed class HttpOptions
{
    /// <summary>Its section of the settings.</summary>
    public const string Section = "Http";

    /// <summary>Addresses to listen at, separated by <c>;</c>: <c>http://127.0.0.1:8080</c>. Empty: none at all.</summary>
    public string? Urls { get; set; }

    /// <summary>The addresses, one by one.</summary>
    public IReadOnlyList<string> Addresses() => (Urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Checks the addresses.</summary>
    internal sealed class Validator : IValidateOptions<HttpOptions>
    {
        public ValidateOptionsResult Validate(string? name, HttpOptions options) => options.Addresses().All(IsPlainHttp)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Http:Urls must hold addresses of this machine such as http://127.0.0.1:8080, separated by ';'. For https, put a proxy in front.");

        private static bool IsPlainHttp(string address) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.PathAndQuery is "/" && IsOwn(uri);

        // The server would take any other name for all of this machine's addresses, and listen to the world.
        private static bool IsOwn(Uri uri) => uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || uri.IdnHost is "localhost";
    }
}
