using System.Globalization;
using Spectre.Console.Rendering;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>The part of a line around its cursor that fits on the screen.</summary>
/// <param name="Shown">What is shown.</param>
/// <param name="BeforeCursor">The part of it before the cursor.</param>
/// <param name="Free">Columns left blank behind it.</param>
internal readonly record struct LineView(string Shown, string BeforeCursor, int Free)
{
    /// <param name="text">The line.</param>
    /// <param name="cursor">Index of what the cursor stands on.</param>
    /// <param name="room">Columns.</param>
    public static LineView Of(string text, int cursor, int room)
    {
        var (start, used) = (0, 0);
        var widths = new Queue<(int Length, int Columns)>();
        var end = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            var columns = ColumnsOf(text.Substring(end, length));
            if (end >= cursor && used + columns > room)
            {
                break;
            }

            widths.Enqueue((length, columns));
            (end, used) = (end + length, used + columns);
            // Only what lies before the cursor may scroll out of sight.
            while (used > room)
            {
                var gone = widths.Dequeue();
                (start, used) = (start + gone.Length, used - gone.Columns);
            }
        }

        return new(text[start..end], text[start..Math.Max(start, cursor)], room - used);
    }

    private static int ColumnsOf(string character) => character is [<= '~'] ? 1 : new Segment(character).CellCount();
}
