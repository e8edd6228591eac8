using System.Text.Json;
using System.Text.Unicode;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The outer object of a message, read without keeping what is inside.</summary>
internal readonly ref struct GatewayFrame(int op, long? sequence, string? type, ReadOnlySpan<byte> data)
{
    // Far more than Discord nests; deeper is an attack on whoever reads it.
    private const int MaxDepth = 64;
    private const int MaxTypeLength = 64;

    /// <summary>One of <see cref="GatewayOp"/>, or one we do not know.</summary>
    public int Op { get; } = op;

    /// <summary><c>s</c>: the number of the event within its session.</summary>
    public long? Sequence { get; } = sequence;

    /// <summary><c>t</c>: the name of the event.</summary>
    public string? Type { get; } = type;

    /// <summary><c>d</c>: well-formed JSON within the message's own bytes; empty if it is missing.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <summary>Reads a message; false if it is not JSON of the form and depth that the gateway speaks.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, out GatewayFrame frame)
    {
        frame = default;
        if (!Utf8.IsValid(message))
        {
            return false;
        }

        try
        {
            frame = Read(message);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The reader's three ways to say that a token is malformed, of another kind, or out of range.
            return false;
        }
    }

    private static GatewayFrame Read(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message, new JsonReaderOptions { MaxDepth = MaxDepth });
        int? op = null;
        long? sequence = null;
        string? type = null;
        ReadOnlySpan<byte> data = [];

        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                reader.Read();
                op = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                type = ReadType(ref reader);
            }
            else
            {
                var isData = reader.ValueTextEquals("d"u8);
                var value = ReadRaw(ref reader, message);
                data = isData ? value : data;
            }
        }

        // Throws if anything follows the object.
        reader.Read();
        return new(op ?? throw new JsonException("No opcode."), sequence, type, data);
    }

    private static string? ReadType(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() is { Length: > MaxTypeLength } ? throw new JsonException("Too long a name.") : reader.GetString();
    }

    private static ReadOnlySpan<byte> ReadRaw(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> message)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return message[start..(int)reader.BytesConsumed];
    }
}
