using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ReimbursementRules.Tests.Properties;

/// <summary>Tries a property from a fixed seed, so that what fails once fails again.</summary>
internal static class Always
{
    public static void Holds<T>(Arbitrary<T> any, Action<T> property, int times = 300) =>
        Check.One(
            Config.QuickThrowOnFailure
                .WithMaxTest(times)
                .WithReplay(FSharpOption<Replay>.Some(new(new(20_261_121, 1_234_567), FSharpOption<int>.None))),
            Prop.ForAll(any, property));
}
