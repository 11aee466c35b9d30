using ReimbursementRules.Cases;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checklists;

/// <summary>Checks the applicant of a case and compares what it does not meet.</summary>
internal static class ApplicantRunner
{
    public static CaseResult Run(Rulebook rulebook, ApplicantCase of)
    {
        var problems = new ProblemLog();
        var noted = of.Expect.Problems.Count;
        if (rulebook.Checklists.FirstOrDefault(one => one.Id == of.Checklist.Raw) is { } checklist)
            Compare(checklist, of, new(problems, new("", "")), rulebook.Watch);
        else
        {
            var hint = Spelling.Hint(of.Checklist.Raw, rulebook.Checklists.Select(one => one.Id));
            problems.Add(
                of.Checklist.Place,
                "checklist.unknown",
                $"'{of.Checklist.Raw}' is not a checklist of checklists.yaml.{hint.En}",
                $"checklists.yaml 中没有清单“{of.Checklist.Raw}”。{hint.Zh}"
            );
        }

        return new(of.Name, of.Place, [.. problems, .. of.Expect.Problems.Since(noted)]);
    }

    private static void Compare(Checklist checklist, ApplicantCase of, Mismatches mismatches, IRulebookWatch? watch)
    {
        try
        {
            var unmet = checklist.Check(of.Applicant).Select(one => one.Id).ToList();
            if (watch is not null)
                foreach (var (criterion, isMet) in checklist.Asked(of.Applicant))
                    watch.Asked(criterion, isMet);
            foreach (var (name, value) in of.Expect.Pairs)
                if (name.Raw == "unmet")
                    mismatches.Compare(name.Raw, Mismatches.List(value), string.Join(", ", unmet), value);
                else if (name.Raw == "invalid")
                    mismatches.Add(value, Mismatches.Same(Mismatches.List(value)), new("a valid applicant", "有效的申请人"), name.Raw);
                else
                    mismatches.Unknown(name, ["unmet", "invalid"]);
        }
        catch (InputException e)
        {
            mismatches.CompareInvalid(e, of.Expect);
        }
    }
}
