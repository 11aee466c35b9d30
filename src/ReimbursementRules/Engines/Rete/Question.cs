namespace ReimbursementRules.Engines.Rete;

/// <summary>The fact that a session works on: what a claim or an item answers, and the rows that the rules choose for it.</summary>
internal sealed class Question
{
    private const int NoRow = -1;

    /// <param name="facts">The answers.</param>
    /// <param name="atFirst">For each table, the row where none of its rules fires.</param>
    public Question(FactCodes facts, int[] atFirst)
    {
        Codes = new int[facts.Count];
        for (var fact = 0; fact < Codes.Length; fact++)
            Codes[fact] = facts[fact];
        Rows = [.. atFirst];
    }

    /// <summary>The code of each fact.</summary>
    public int[] Codes { get; }

    /// <summary>The row of each table that applies, or -1.</summary>
    public int[] Rows { get; }

    /// <summary>What a rule does. Where no layer asks a table, several of its rows may hold: the first of them stands, whichever fires
    /// first.</summary>
    public void Choose(int table, int row)
    {
        if (Rows[table] == NoRow || row < Rows[table])
            Rows[table] = row;
    }
}
