namespace ReimbursementRules.Tests.Cli;

/// <summary>Settlements made again from their own JSON, by the command.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private readonly BatchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replay_OfABatch_IsEqual()
    {
        var settled = _folder.With("settled.jsonl", _folder.Run(BatchFolder.Claims, "--full").Output);
        var run = CliRun.Of("replay", _folder.Rulebook, settled);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldBe(
            """
            settled.jsonl:1: claim 'a1': equal.
            settled.jsonl:2: claim 'a2': equal.
            settled.jsonl:3: claim 'a4': equal.
            settled.jsonl:4: claim 'b2': equal.
            settled.jsonl:5: claim '': equal.
            5 equal, 0 different, 0 not made again.

            """
        );
        run.Code.ShouldBe(0);
    }

    /// <summary>A file that is named again counts once, and that is said.</summary>
    [Fact]
    public void Replay_AFileNamedTwice_IsReplayedOnce()
    {
        var settled = _folder.With("settled.jsonl", _folder.Run(BatchFolder.Claims, "--full").Output);
        CliRun
            .Of("replay", _folder.Rulebook, settled, settled)
            .Output.ShouldEndWith($"\n{settled}: replayed above, and counted once.\n5 equal, 0 different, 0 not made again.\n");
    }

    [Fact]
    public void Replay_OfAChangedSettlement_SaysWhere()
    {
        var claim = _folder.With("claim.json", BatchFolder.Claims.Split('\n')[0]);
        var json = CliRun.Of("settle", _folder.Rulebook, claim, "--format", "json").Output;
        var changed = _folder.With(
            "changed.json",
            json.Replace("\"cash\": 500.00,\n  \"hospital\"", "\"cash\": 5.00,\n  \"hospital\"", StringComparison.Ordinal)
        );
        var run = CliRun.Of("replay", _folder.Rulebook, changed, _folder.With("same.json", json));
        run.Output.ShouldBe(
            """
            changed.json: claim 'a1': differs.
              'cash' was '5.00' and is '500.00' now.
            same.json: claim 'a1': equal.
            1 equal, 1 different, 0 not made again.

            """
        );
        run.Code.ShouldBe(1);
        CliRun
            .Of("replay", _folder.Rulebook, changed, "--lang", "zh")
            .Output.ShouldBe(
                """
                changed.json: 单据“a1”：不同。
                  “cash”原为“5.00”，现为“500.00”。
                相同 0 张，不同 1 张，未能重算 0 张。

                """
            );
    }

    [Fact]
    public void Replay_OfLinesWithSumsOnly_AsksForThemInFull()
    {
        var settled = _folder.With("sums.jsonl", _folder.Run(BatchFolder.Claims.Split('\n')[0]).Output);
        var run = CliRun.Of("replay", _folder.Rulebook, settled);
        run.Output.ShouldStartWith("sums.jsonl:1:1: this has the sums of a settlement only.");
        run.Output.ShouldEndWith("0 equal, 0 different, 1 not made again.\n");
        run.Code.ShouldBe(1);
    }

    [Fact]
    public void Replay_ByAnotherText_SaysSo()
    {
        var claim = _folder.With("claim.json", BatchFolder.Claims.Split('\n')[0]);
        var json = _folder.With("settled.json", CliRun.Of("settle", _folder.Rulebook, claim, "--format", "json").Output);
        File.AppendAllText(Path.Combine(_folder.Rulebook, "index.yaml"), "# a remark\n");
        CliRun
            .Of("replay", _folder.Rulebook, json)
            .Output.ShouldStartWith("settled.json: claim 'a1': equal. Another text of the rulebook made it.\n");
    }

    [Fact]
    public void Replay_OfNoFile_Fails() => CliRun.Of("replay", _folder.Rulebook, _folder.In("none.json")).Code.ShouldBe(1);
}
