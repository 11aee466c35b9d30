using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Tests;

/// <summary>A program may touch any type of the library first: none needs another to have been made before it.</summary>
public sealed class FirstTouchTests
{
    [Fact]
    public void Type_TouchedFirst_IsMade()
    {
        var types = typeof(Claim)
            .Assembly.GetTypes()
            .Where(type => type is { TypeInitializer: not null, ContainsGenericParameters: false });
        string[] names = [.. types.Select(type => type.FullName!)];
        names.Length.ShouldBeGreaterThan(50);
        names.Select(Broken).OfType<string>().ShouldBeEmpty();
    }

    /// <summary>What goes wrong where a type is the first to be touched of a library just loaded; null where nothing does.</summary>
    private static string? Broken(string name)
    {
        var context = new AssemblyLoadContext(name, isCollectible: true);
        try
        {
            var type = context.LoadFromAssemblyPath(typeof(Claim).Assembly.Location).GetType(name)!;
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            return null;
        }
        catch (TypeInitializationException e)
        {
            return $"{name}: {e.GetBaseException().Message}";
        }
        finally
        {
            context.Unload();
        }
    }
}
