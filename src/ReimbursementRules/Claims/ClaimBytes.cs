using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads a claim from bytes of JSON in one pass, where it is written as almost all are, and is right.</summary>
/// <remarks>It makes no nodes and says nothing: for whatever it is not sure of it gives up, and <see cref="ClaimReader"/> reads the
/// nodes and
/// tells what is wrong. So a claim that it reads is the claim that the nodes say.</remarks>
internal static class ClaimBytes
{
    private const string Items = "items",
        OwnFacts = "attributes";

    /// <summary>More items than this are rare, and are read from nodes, which know the limit.</summary>
    private const int MostItems = 10_000;

    private static readonly Keys<Claim> OfClaim = new(ClaimFields.All, [Items, OwnFacts]);
    private static readonly Keys<FeeItem> OfItem = new(ItemFields.All, [OwnFacts]);
    private static readonly int Discharged = OfClaim.Of("discharged"),
        Amount = OfItem.Of("amount");

    /// <summary>The claim; null where nodes must be read.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="begins">Where it begins in a larger text.</param>
    public static Claim? Read(ReadOnlySpan<byte> json, FilePlace begins)
    {
        if (json.Length > NodeReader.LargestFile || MayHaveControl(json))
            return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            var places = new Places(json, begins);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? ReadClaim(ref reader, ref places) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Claim? ReadClaim(ref Utf8JsonReader reader, ref Places places)
    {
        var claim = new Claim { Discharged = default, Place = places.At((int)reader.TokenStartIndex) };
        var seen = new Seen();
        var last = -1;
        ImmutableArray<FeeItem> items = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = OfClaim.Next(ref reader, ref last);
            if (key < 0 || !seen.Add(key) || !reader.Read())
                return null;
            var isRead =
                key < ClaimFields.All.Length ? ClaimFields.All[key].TryRead(claim, ref reader)
                : OfClaim.Names[key] == Items ? TryItems(ref reader, ref places, out items)
                : TryAttributes(ref reader, out var attributes) && Take(claim, attributes);
            if (!isRead)
                return null;
        }

        if (reader.TokenType != JsonTokenType.EndObject || items.IsDefault || !seen.Has(Discharged) || reader.Read())
            return null;
        Set.Items(claim, items);
        return claim;
    }

    private static bool TryItems(ref Utf8JsonReader reader, ref Places places, out ImmutableArray<FeeItem> items)
    {
        items = default;
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        var read = new List<FeeItem>(16);
        var order = new Order();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            if (read.Count == MostItems || ReadItem(ref reader, ref places, ref order) is not { } item)
                return false;
            else
                read.Add(item);
        items = ImmutableCollectionsMarshal.AsImmutableArray(read.ToArray());
        return reader.TokenType == JsonTokenType.EndArray;
    }

    private static FeeItem? ReadItem(ref Utf8JsonReader reader, ref Places places, ref Order order)
    {
        var item = new FeeItem { Amount = default, Place = places.At((int)reader.TokenStartIndex) };
        var seen = new Seen();
        order.Begin();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = order.Next(OfItem, ref reader);
            if (key < 0 || !seen.Add(key) || !reader.Read())
                return null;
            if (
                !(
                    key < ItemFields.All.Length
                        ? ItemFields.All[key].TryRead(item, ref reader)
                        : TryAttributes(ref reader, out var attributes) && Take(item, attributes)
                )
            )
                return null;
        }

        return reader.TokenType == JsonTokenType.EndObject && seen.Has(Amount) ? item : null;
    }

    private static bool TryAttributes(ref Utf8JsonReader reader, out ImmutableDictionary<string, string> attributes)
    {
        attributes = ImmutableDictionary<string, string>.Empty;
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        var read = attributes.ToBuilder();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name.Length > YamlNodes.LongestText || !reader.Read() || !Tokens.TryText(ref reader, mayBeEmpty: false, out var word))
                return false;
            if (!read.TryAdd(name, PlainWord.Of(word)))
                return false;
        }

        attributes = read.ToImmutable();
        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool Take(Claim claim, ImmutableDictionary<string, string> attributes)
    {
        Set.Attributes(claim, attributes);
        return true;
    }

    private static bool Take(FeeItem item, ImmutableDictionary<string, string> attributes)
    {
        Set.Attributes(item, attributes);
        return true;
    }

    /// <summary>Whether there may be a sign that no text has: a control character beyond those that JSON refuses itself, or one that is
    /// none.</summary>
    private static bool MayHaveControl(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAnyExceptInRange((byte)0x09, (byte)0x7E) < 0)
            return false;
        if (json.Contains((byte)0x7F))
            return true;
        for (var at = json.IndexOfAny((byte)0xC2, (byte)0xEF); at >= 0; )
        {
            if (json[at] == 0xC2 ? json[(at + 1)..] is [< 0xA0, ..] : json[(at + 1)..] is [0xBF, >= 0xBE, ..])
                return true;
            var next = json[(at + 1)..].IndexOfAny((byte)0xC2, (byte)0xEF);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>The keys of an object, by their place in its list.</summary>
    private sealed class Keys<T>
    {
        private const int Longest = 32;

        private readonly byte[][] _bytes;
        private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

        public Keys(ImmutableArray<Field<T>> fields, string[] more)
        {
            Names = [.. fields.Select(field => field.Key), .. more];
            _bytes = [.. Names.Select(Encoding.UTF8.GetBytes)];
            _places = Names
                .Index()
                .ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public string[] Names { get; }

        public int Of(string name) => Array.IndexOf(Names, name);

        /// <summary>Whether the key stands here.</summary>
        public bool Is(int key, ref Utf8JsonReader reader) => reader.ValueTextEquals(_bytes[key]);

        /// <summary>The key that stands here, most likely the one after the last; -1 where it is unknown.</summary>
        public int Next(ref Utf8JsonReader reader, ref int last)
        {
            if (last + 1 < _bytes.Length && Is(last + 1, ref reader))
                return ++last;
            return last = Find(ref reader);
        }

        public int Find(ref Utf8JsonReader reader)
        {
            if (reader.ValueIsEscaped || reader.ValueSpan.Length > Longest)
                return -1;
            Span<char> name = stackalloc char[Longest];
            for (var i = 0; i < reader.ValueSpan.Length; i++)
                name[i] = (char)reader.ValueSpan[i];
            return _places.TryGetValue(name[..reader.ValueSpan.Length], out var key) ? key : -1;
        }
    }

    /// <summary>The keys that an object has had.</summary>
    private ref struct Seen
    {
        private ulong _keys;

        public bool Add(int key)
        {
            var before = _keys;
            _keys |= 1UL << key;
            return _keys != before;
        }

        public readonly bool Has(int key) => (_keys & (1UL << key)) != 0;
    }

    /// <summary>The order in which the items so far had their keys: the next has almost always the same.</summary>
    private ref struct Order
    {
        private Slots _keys;
        private int _count;
        private int _at;

        public void Begin() => _at = 0;

        public int Next<T>(Keys<T> keys, ref Utf8JsonReader reader)
        {
            if (_at < _count && keys.Is(_keys[_at], ref reader))
                return _keys[_at++];
            var key = keys.Find(ref reader);
            if (key >= 0 && _at < 16)
            {
                _keys[_at++] = (byte)key;
                _count = Math.Max(_count, _at);
            }

            return key;
        }

        [System.Runtime.CompilerServices.InlineArray(16)]
        private struct Slots
        {
            private byte _first;
        }
    }

    /// <summary>Turns bytes into lines and columns. The places come in order, so that each byte is counted once.</summary>
    private ref struct Places(ReadOnlySpan<byte> json, FilePlace begins)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private readonly FilePlace _begins = begins;
        private int _counted;
        private int _line = 1;
        private int _column = 1;

        public FilePlace At(int index)
        {
            var passed = _json[_counted..index];
            _counted = index;
            if (passed.LastIndexOf((byte)'\n') is >= 0 and var end)
            {
                _line += passed.Count((byte)'\n');
                _column = 1;
                passed = passed[(end + 1)..];
            }

            _column += Encoding.UTF8.GetCharCount(passed);
            return _begins.Within(_line, _column);
        }
    }
}
