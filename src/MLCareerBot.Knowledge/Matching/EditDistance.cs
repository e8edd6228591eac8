namespace MLCareerBot.Knowledge.Matching;

/// <summary>Damerau-Levenshtein distance in its optimal-string-alignment form: insert, delete, replace, swap neighbours.</summary>
internal static class EditDistance
{
    private const int LongestWord = 64;

    /// <returns>The number of edits, or <paramref name="most"/> + 1 if there are more than that.</returns>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (left.Length > LongestWord || right.Length > LongestWord || Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        TrimCommon(ref left, ref right);
        if (left.IsEmpty || right.IsEmpty || (left.Length == 1 && right.Length == 1))
        {
            return Math.Max(left.Length, right.Length);
        }

        // One edit leaves nothing else between the common beginning and the common end than two swapped letters.
        if (left is [var first, var second] && right is [var other, var another] && first == another && second == other)
        {
            return 1;
        }

        return most < 2 ? most + 1 : Math.Min(Align(left, right), most + 1);
    }

    private static void TrimCommon(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (!left.IsEmpty && !right.IsEmpty && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
    }

    private static int Align(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> beforeLast = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> current = stackalloc int[LongestWord + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replace = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var edits = Math.Min(replace, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    edits = Math.Min(edits, beforeLast[column - 2] + 1);
                }

                current[column] = edits;
            }

            var oldest = beforeLast;
            beforeLast = last;
            last = current;
            current = oldest;
        }

        return last[right.Length];
    }
}
