using System.Runtime.ExceptionServices;
using ReimbursementRules.Batches;

namespace ReimbursementRules.Cli;

/// <summary>What ended a stream of claims, as the commands tell it: by itself, since they name the line.</summary>
internal static class StreamFailure
{
    /// <summary>Does work on a stream; where the stream ends, throws what ended it.</summary>
    public static T Plain<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (BatchException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }
}
