using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Coverage;

/// <summary>The points of the catalogue: its rows, the changes of its shares, and its listed prices with what is within and above
/// them.</summary>
internal sealed class CataloguePoints
{
    private readonly PointBook _book;
    private readonly Catalogue _catalogue;
    private readonly TablePoints[] _tables;
    private readonly WayPoints? _ceiling;

    public CataloguePoints(CompiledRulebook rulebook, PointBook book, NamedPoints names)
    {
        (_book, _catalogue) = (book, rulebook.Catalogue);
        _tables =
        [
            .. rulebook
                .Written.Where(table =>
                    table.Name is { Owner: null, Section: null, Key: "catalogue" or "ceiling_prices" } || table.Name.IsOfCatalogue
                )
                .Select(table => new TablePoints(table, Asking.OfClaims, book, names)),
        ];
        _ceiling = _catalogue.Ceilings.AreListed
            ? new(book, rulebook.Policy.Catalogue.Place, CoverageKind.Branch, "ceiling", "ceiling_prices", "within", "over")
            : null;
    }

    /// <summary>The items of the claim on the desk are cut. What changes shares is taken where an item has one.</summary>
    public void Settled(Desk desk)
    {
        for (var item = 0; item < desk.Claim.Items.Length; item++)
        {
            if (desk.Bill.Cuts[item].Gate >= 0 || desk.Stated?.Of(item) is not null)
                continue;
            foreach (var table in _tables)
            {
                if (table.Written.Name.IsOfCatalogue && !_catalogue.Rows.Values[desk.Row(_catalogue.Rows, item)].IsShare)
                    continue;
                var isOfItem = table.Written.IsOfItem;
                var row = isOfItem ? desk.ItemRow(table.Written.Index, item) : desk.ClaimRow(table.Written.Index);
                var day =
                    table.Written.DecidedBy == DecidingDay.Service
                        ? desk.Claim.Items[item].Date ?? desk.Claim.Discharged
                        : desk.Day(table.Written.DecidedBy);
                table[row].Reach(_book, day);
                if (table.Written.Rows[row].Value is long)
                    _ceiling?.Reach(_book, _catalogue.Ceilings.Over(desk, item).Over > 0 ? "over" : "within");
            }
        }
    }
}
