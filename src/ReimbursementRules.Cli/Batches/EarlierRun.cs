namespace ReimbursementRules.Cli.Batches;

/// <summary>What an earlier run wrote, held against the run that goes on with it.</summary>
/// <param name="Output">The output, for messages.</param>
/// <param name="Settled">The last line of the output.</param>
/// <param name="SideFile">The side file, for messages.</param>
/// <param name="Broken">The last line of the side file.</param>
internal sealed record EarlierRun(string Output, Checkpoint Settled, string SideFile, Checkpoint Broken)
{
    public static EarlierRun None { get; } = new("", Checkpoint.None, "", Checkpoint.None);

    /// <summary>Reads how far an earlier run came, and holds it against the rulebook and the form of this one.</summary>
    /// <param name="output">The output; left at the end of its last whole line.</param>
    /// <param name="problems">The side file, left likewise; null where there is none.</param>
    /// <param name="job">This run.</param>
    /// <exception cref="BatchInputException">This run cannot go on with it.</exception>
    public static EarlierRun Of(FileStream output, FileStream? problems, BatchJob job)
    {
        var run = new EarlierRun(
            job.Out ?? "",
            Checkpoint.Of(output),
            job.Problems ?? "",
            problems is null ? Checkpoint.None : Checkpoint.Of(problems)
        );
        if (run.Settled.Number == 0)
            return run;
        run.CheckRulebook(job.Rulebook);
        run.CheckForm(job.Full);
        if (WrittenNumbers.FirstGap(output, problems, run.Settled.Number) is > 0 and var gap)
            throw run.Incomplete(gap);
        return run;
    }

    /// <summary>The claims of this run as they are taken. Those at the places where the files end must be the claims with which they
    /// end.</summary>
    /// <exception cref="BatchInputException">While taking claims: there stands another claim, or none.</exception>
    public IEnumerable<ClaimText> Before(IEnumerable<ClaimText> claims)
    {
        var number = 0L;
        foreach (var claim in claims)
        {
            number++;
            if (number == Settled.Number)
                CheckPlace(claim, Output, Settled);
            if (number == Broken.Number)
                CheckPlace(claim, SideFile, Broken);
            yield return claim;
        }

        if (number < Settled.Number)
            throw TooShort(Output, Settled, number);
        if (number < Broken.Number)
            throw TooShort(SideFile, Broken, number);
    }

    private void CheckRulebook(Rulebook rulebook)
    {
        if (Settled.Rulebook != rulebook.Id)
            throw new BatchInputException(
                new(
                    $"--resume: '{Output}' was settled by rulebook '{Settled.Rulebook}', not by '{rulebook.Id}'.",
                    $"--resume：“{Output}”由规则册“{Settled.Rulebook}”结算，而不是“{rulebook.Id}”。"
                )
            );
        if (Settled.Fingerprint != rulebook.Fingerprint)
            throw new BatchInputException(
                new(
                    $"--resume: '{Output}' was settled by another text of rulebook '{rulebook.Id}': the fingerprint there begins with "
                        + $"'{Beginning(Settled.Fingerprint)}', that of the rulebook with '{Beginning(rulebook.Fingerprint)}'. Resume with "
                        + "the former text, or leave out --resume to begin anew.",
                    $"--resume：“{Output}”由规则册“{rulebook.Id}”的另一文本结算：该处指纹以“{Beginning(Settled.Fingerprint)}”开头，"
                        + $"现规则册的指纹以“{Beginning(rulebook.Fingerprint)}”开头。请用原文本续算，或去掉 --resume 重新开始。"
                )
            );
    }

    private void CheckForm(bool isFull)
    {
        if (Settled.IsFull && !isFull)
            throw new BatchInputException(
                new(
                    $"--resume: '{Output}' was written with --full. Add --full, or leave out --resume to begin anew.",
                    $"--resume：“{Output}”写出时带有 --full。请加上 --full，或去掉 --resume 重新开始。"
                )
            );
        if (!Settled.IsFull && isFull)
            throw new BatchInputException(
                new(
                    $"--resume: '{Output}' was written without --full. Leave out --full, or leave out --resume to begin anew.",
                    $"--resume：“{Output}”写出时未带 --full。请去掉 --full，或去掉 --resume 重新开始。"
                )
            );
    }

    private static void CheckPlace(ClaimText claim, string file, Checkpoint end)
    {
        if (claim.Line != end.Line)
            throw new BatchInputException(
                new(
                    $"--resume: '{file}' ends with claim number {end.Number}, of line {end.Line}, but in this run number {end.Number} "
                        + $"is of line {claim.Line}. Resume with the same input, and with or without --sort as before.",
                    $"--resume：“{file}”的末行是第 {end.Number} 张单据（第 {end.Line} 行），但本次的第 {end.Number} 张在第 {claim.Line} 行。"
                        + "请用同一输入续算，是否带 --sort 也须与此前一致。"
                )
            );
        if (end.Id is not { } id || IdOf(claim) is var there && there == id)
            return;
        throw new BatchInputException(
            new(
                $"--resume: '{file}' ends with claim '{id}' of line {end.Line}, but there stands "
                    + $"{(there is null ? "what cannot be read" : $"'{there}'")}. Resume with the same input.",
                $"--resume：“{file}”的末行是第 {end.Line} 行的单据“{id}”，但该行现"
                    + $"{(there is null ? "无法读取" : $"为“{there}”")}。请用同一输入续算。"
            )
        );
    }

    /// <summary>The id of a claim; null where it cannot be read.</summary>
    private static string? IdOf(ClaimText claim)
    {
        try
        {
            return claim.Read().Id;
        }
        catch (InputException)
        {
            return null;
        }
    }

    private BatchInputException Incomplete(long gap) =>
        new(
            new(
                $"--resume: '{Output}' goes up to claim number {Settled.Number}, but neither there nor in '{SideFile}' does number {gap} "
                    + "stand in its turn. Resume with both files as they were written, or leave out --resume to begin anew.",
                $"--resume：“{Output}”已写到第 {Settled.Number} 张单据，但第 {gap} 张在该文件和“{SideFile}”中缺失或次序有误。"
                    + "请用写出时的两个文件续算，或去掉 --resume 重新开始。"
            )
        );

    private static BatchInputException TooShort(string file, Checkpoint end, long claims) =>
        new(
            new(
                $"--resume: '{file}' ends with claim number {end.Number}, but the input has only {claims}. Resume with the same input.",
                $"--resume：“{file}”的末行是第 {end.Number} 张单据，但输入只有 {claims} 张。请用同一输入续算。"
            )
        );

    private static string Beginning(string fingerprint) => fingerprint[..Math.Min(12, fingerprint.Length)];
}
