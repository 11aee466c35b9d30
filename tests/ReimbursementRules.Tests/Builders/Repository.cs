namespace ReimbursementRules.Tests.Builders;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Rules => Path.Combine(Root, "rules");

    public static string In(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ReimbursementRules.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run inside the repository: no ReimbursementRules.sln above them.");
    }
}
