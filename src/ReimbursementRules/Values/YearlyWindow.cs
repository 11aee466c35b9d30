namespace ReimbursementRules.Values;

/// <summary>Days of every year, from one on which the window opens, included, until one on which it closes, which is not; the whole year
/// where they are the same.</summary>
internal readonly record struct YearlyWindow(BenefitYear Opens, BenefitYear Closes)
{
    /// <summary>Whether the window last opened after it last closed.</summary>
    public bool Contains(DateOnly day) => Opens == Closes || Opens.Start(Period.Year, day) > Closes.Start(Period.Year, day);
}
