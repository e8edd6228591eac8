namespace MLCareerBot.Knowledge.Matching;

/// <summary>A vector by its non-zero entries.</summary>
internal readonly record struct SparseVector(int[] Ids, float[] Values);
