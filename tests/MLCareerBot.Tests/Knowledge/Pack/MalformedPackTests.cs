using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Knowledge.Pack;

/// <summary>One defect each, and the one fault that the writer reads.</summary>
public sealed class MalformedPackTests : IDisposable
{
    private readonly TinyPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Theory]
    [InlineData("name: Baking\n", "", 1, "'name' is missing")]
    [InlineData("name: Baking", "name: ''", 1, "'name' is empty")]
    [InlineData("name: Baking", "name:", 1, "'name' is empty")]
    [InlineData("name: Baking", "name: ~", 1, "'name' is empty")]
    [InlineData("name: Baking", "name: [Baking]", 1, "'name' must be text, and not a list")]
    [InlineData("name: Baking", "name: Baking\nname: Bread", 2, "'name' is there twice")]
    [InlineData("role: baker", "rolle: baker\nrole: baker", 2, "did you mean 'role'")]
    [InlineData("role: baker", "role: baker\nfavourite: rye", 3, "no field 'favourite'")]
    [InlineData("role: baker", "role: |\n  a\n  b", 2, "line breaks")]
    [InlineData("role: baker", "role: \"ba\\u202Eker\"", 2, "U+202E")]
    [InlineData("role: baker", "role: \"ba\\0ker\"", 2, "NUL")]
    [InlineData("- id: craft\n    title: The craft", "- id: craft\n    title: The craft\n  - id: craft\n    title: Again", 6, "taken at pack.yaml:4")]
    [InlineData("groups:\n  - id: craft\n    title: The craft", "groups: craft", 3, "'groups' must be a list")]
    [InlineData("groups:\n  - id: craft\n    title: The craft", "groups: []", 3, "'groups' is an empty list")]
    [InlineData("    lacks: Cake.\n", "", 7, "'lacks' is missing")]
    public void Pack(string written, string instead, int line, string gist, int faults = 1) =>
        Expect("pack.yaml", written, instead, line, gist, faults);

    [Theory]
    [InlineData("question: How hot is the oven?\n", "", 2, "'question' is missing")]
    [InlineData("How hot is the oven?", "What does a baker bake", 2, "already said at topics/bread.md:2")]
    [InlineData("How hot is the oven?", "???", 2, "no letter or digit")]
    [InlineData("group: craft", "group: crafd", 3, "no group 'crafd'; did you mean 'craft'")]
    [InlineData("  - oven question 12\n", "", 4, "'phrasings' has 11 items; write 12 or more")]
    [InlineData("  - oven question 12\n", "  - Oven, question 11!\n", 16, "already said at topics/oven.md:15")]
    [InlineData("  - oven question 12\n", "  - HELLO\n", 1, "already said at topics/oven.md:16", 1, "intents.yaml", 3)]
    [InlineData("  - oven question 12\n", "  - oven: question 12\n", 16, "must be text, and not a group of fields")]
    [InlineData("  - oven question 12\n", "  -\n", 16, "is empty")]
    [InlineData("sources: [A, B]", "sources: A", 17, "'sources' must be a list")]
    [InlineData("sources: [A, B]", "sources: []", 17, "'sources' has 0 items; write 1 or more")]
    [InlineData("sources: [A, B]", "sources: [A, a]", 17, "'a' is listed twice")]
    [InlineData("sources: [A, B]", "sources: [A, D]", 17, "no source 'D'; choose from A, B")]
    [InlineData("related: [bread]", "related: [bread, oven]", 18, "related to itself")]
    [InlineData("related: [bread]", "related: [braed]", 18, "no topic 'braed'")]
    [InlineData("related: [bread]", "related: [breads]", 18, "did you mean 'bread'")]
    [InlineData("related: [bread]\n", "", 2, "'related' is missing")]
    [InlineData("follow-ups: [and oven]", "follow-ups: and oven", 19, "'follow-ups' must be a list")]
    [InlineData("follow-ups: [and oven]", "followups: [and oven]", 19, "did you mean 'follow-ups'")]
    [InlineData("2026-11-21", "21.11.2026", 20, "a date like 2026-11-21")]
    [InlineData("2026-11-21", "2026-02-30", 20, "a date like 2026-11-21")]
    [InlineData("reviewed: 2026-11-21\n---\n", "reviewed: 2026-11-21\n", 1, "not closed")]
    [InlineData("---\nquestion", "question", 1, "front matter is missing")]
    [InlineData("---\nquestion", "\n---\nquestion", 1, "front matter is missing")]
    [InlineData("reviewed: 2026-11-21\n---", "reviewed: 2026-11-21\n\t---", 21, "tab")]
    public void Topic(string written, string instead, int line, string gist, int faults = 1, string file = "topics/oven.md", int fileLine = 0) =>
        Expect("topics/oven.md", written, instead, fileLine > 0 ? fileLine : line, gist, faults, file);

    [Theory]
    [InlineData("", 22, "answer is missing")]
    [InlineData("# Hot", 22, "the heading")]
    [InlineData("Hot\n===", 23, "the heading")]
    [InlineData("First.\n\n## Hot", 24, "the heading")]
    [InlineData("Hot <b>enough</b>.", 22, "the HTML", 2)]
    [InlineData("<div>\nHot\n</div>", 22, "the HTML")]
    [InlineData("<!-- later -->", 22, "the HTML")]
    [InlineData("A wrapped line\nand a [link](x) on it.", 23, "the link")]
    [InlineData("See <https://example.org>.", 22, "the link", 2)]
    [InlineData("See https://example.org.", 22, "the link")]
    [InlineData("See [here].\n\n[here]: x", 22, "the link", 2)]
    [InlineData("Hot\n**enough**.", 23, "bold or italic")]
    [InlineData("Hot *enough*.", 22, "bold or italic")]
    [InlineData("Call `bake()`.", 22, "the backticks")]
    [InlineData("```\nbake\n```", 22, "the code block")]
    [InlineData("First.\n\n    bake", 24, "the indentation")]
    [InlineData("> Hot.", 22, "the quote")]
    [InlineData("First.\n\n***", 24, "the dividing line")]
    [InlineData("![oven](x)", 22, "the image")]
    [InlineData("| a | b |", 22, "the table")]
    [InlineData("a | b\n--- | ---\n1 | 2", 23, "the table")]
    [InlineData("- Rye\n  - Light", 23, "the list inside a list")]
    [InlineData("- Rye\n\n  More.", 24, "one paragraph")]
    [InlineData("- Rye\n-", 23, "list item is empty")]
    [InlineData("* Rye", 22, "Lists start with '- '")]
    [InlineData("1) Knead", 22, "Lists start with '- '")]
    [InlineData("1986. Or so.", 22, "starts at 1986")]
    [InlineData("Salt &amp; yeast", 22, "HTML code for a character")]
    [InlineData("Hot  \nenough.", 22, "two spaces")]
    [InlineData("Hot\\\nenough.", 22, "backslash")]
    public void Answer(string answer, int line, string gist, int faults = 1) =>
        Expect("topics/oven.md", "Hot enough.", answer, line, gist, faults);

    [Theory]
    [InlineData(1_500, 0)]
    [InlineData(1_501, 1)]
    [InlineData(600_000, 1)]
    public void An_Answer_Has_A_Length_That_A_Chat_Can_Show(int characters, int faults)
    {
        _pack.Replace("topics/oven.md", "Hot enough.", $"\n{new string('x', characters)}");

        Assert.Equal(faults, _pack.Faults().Count);
        Assert.All(_pack.Faults(), fault => Assert.Equal($"topics/oven.md:23: The answer has {characters:N0} characters; shorten it to 1,500.", fault.ToString()));
    }

    [Theory]
    [InlineData("intents.yaml", "reply: Good morning.\n  ", "", 1, "neither 'reply' nor 'command'")]
    [InlineData("intents.yaml", "reply: Good morning.", "reply: Good morning.\n  command: help", 1, "both 'reply' and 'command'")]
    [InlineData("intents.yaml", "phrasings: [hello]", "phrasings: []", 3, "'phrasings' has 0 items")]
    [InlineData("intents.yaml", "id: daily-tip", "id: hello", 4, "taken at intents.yaml:1")]
    [InlineData("intents.yaml", "id: daily-tip", "id: bread", 4, "is a topic's")]
    [InlineData("intents.yaml", "- a tip please", "- how hot is THE oven", 7, "already said at topics/oven.md:2")]
    [InlineData("outside.yaml", "nearest: [bread]", "nearest: [cake]", 3, "no topic 'cake'")]
    [InlineData("outside.yaml", "nearest: [bread]", "nearest: [a, b, c, d]", 3, "keep 3 at most", 5)]
    [InlineData("outside.yaml", "allow: [bread, hello]", "allow: [bread, helo]", 6, "no topic or intent 'helo'; did you mean 'hello'")]
    [InlineData("outside.yaml", "sausage]", "Sausage]", 4, "lower case")]
    [InlineData("outside.yaml", "meat 8]", "hello]", 7, "already said at intents.yaml:3")]
    [InlineData("outside.yaml", ", meat 8]", "]", 7, "write 8 or more")]
    [InlineData("outside.yaml", "id: butchers", "id: Butchers", 1, "lower-case letters")]
    [InlineData("facts.yaml", "    country: United Kingdom\n", "", 2, "'country' is missing")]
    [InlineData("facts.yaml", "    currency: GBP\n", "", 2, "'currency' is missing")]
    [InlineData("facts.yaml", "    statistic: average\n", "", 2, "'statistic' is missing")]
    [InlineData("facts.yaml", "    source: B\n", "", 2, "'source' is missing")]
    [InlineData("facts.yaml", "    not: not a promise\n", "", 2, "'not' is missing")]
    [InlineData("facts.yaml", "    period: per year\n", "    period: \"\"\n", 8, "'period' is empty")]
    [InlineData("facts.yaml", "currency: GBP", "currency: gbp", 7, "a code like USD")]
    [InlineData("facts.yaml", "currency: GBP", "currency: £", 7, "a code like USD")]
    [InlineData("facts.yaml", "as-of: 2020-05", "as-of: last May", 9, "or undated")]
    [InlineData("facts.yaml", "source: B", "source: Z", 10, "no source 'Z'")]
    [InlineData("facts.yaml", "volatile: true", "volatile: yes", 13, "true or false")]
    [InlineData("facts.yaml", "facts: [wage]", "facts: [wages]", 18, "no fact 'wages'; did you mean 'wage'")]
    [InlineData("facts.yaml", "    topic: bread\n", "", 19, "neither 'facts' nor 'topic'")]
    [InlineData("facts.yaml", "topic: bread", "topic: beard", 22, "no topic 'beard'")]
    [InlineData("facts.yaml", "verb: outlook\n    name: growth", "verb: salary\n    name: annual", 19, "'salary annual' is there twice")]
    [InlineData("facts.yaml", "verb: outlook", "verb: weather", 19, "must be salary or outlook")]
    [InlineData("facts.yaml", "name: growth", "name: Growth rate", 20, "no name that can be typed")]
    [InlineData("facts.yaml", "facts:\n  - id: wage", "facts:\n  - wage\n  - id: wage", 2, "must be a group of fields")]
    [InlineData("skills.yaml", "{ A: named, B: absent }", "{ A: named }", 5, "says nothing of B")]
    [InlineData("skills.yaml", "B: absent", "B: famous", 5, "'famous' is no mark")]
    [InlineData("skills.yaml", "B: absent", "B: absent, C: named", 5, "no source 'C'")]
    [InlineData("skills.yaml", "    B: named\n", "    B: naamed\n", 15, "'naamed' is no mark")]
    [InlineData("skills.yaml", "  marks: { A: named, B: absent }\n", "", 1, "says nothing of A, B")]
    [InlineData("skills.yaml", "marks: { A: named, B: absent }", "marks: named", 5, "must be a group of fields", 2)]
    [InlineData("skills.yaml", "notes: { A: by hand }", "notes: { X: by hand }", 6, "no source 'X'")]
    [InlineData("skills.yaml", "notes: { A: by hand }", "notes: { A: }", 6, "is empty")]
    [InlineData("skills.yaml", "name: Patience", "name: Knead", 11, "already a name of the skill 'kneading'")]
    [InlineData("skills.yaml", "id: patience", "id: kneading", 10, "taken at skills.yaml:1")]
    [InlineData("skills.yaml", "topic: oven", "topic: over", 19, "did you mean 'oven'")]
    [InlineData("roadmap.yaml", "source: A\n    title", "source: Q\n    title", 2, "no source 'Q'")]
    [InlineData("roadmap.yaml", "topic: bread", "topic: bred", 8, "no topic 'bred'; did you mean 'bread'")]
    [InlineData("roadmap.yaml", "        topic: bread\n", "        topic: bread\n      - id: A-2\n        title: a\n        text: b\n        topic: bread\n", 9, "use letters and digits")]
    [InlineData("roadmap.yaml", "derived: true", "derived: 1", 18, "true or false")]
    [InlineData("roadmap.yaml", "agreement:\n  - They agree.", "agreement: They agree.", 9, "'agreement' must be a list")]
    [InlineData("roadmap.yaml", "    time: three years\n", "", 12, "'time' is missing")]
    [InlineData("comparisons.yaml", "source: A, B", "source: A and B", 8, "no source 'A and B'")]
    [InlineData("comparisons.yaml", "topic: oven", "topic: stove", 3, "no topic 'stove'")]
    [InlineData("comparisons.yaml", "      theirs: late\n", "", 5, "'theirs' is missing")]
    [InlineData("tips.yaml", "step: A1", "step: A2", 4, "no step 'A2'; choose from A1")]
    [InlineData("tips.yaml", "topic: bread", "topic: butter", 3, "no topic 'butter'")]
    [InlineData("tips.yaml", "source: A", "source: a", 5, "no source 'a'; did you mean 'A'")]
    [InlineData("synonyms.yaml", "for: [loaf, loaves]", "for: loaf", 2, "'for' must be a list")]
    [InlineData("synonyms.yaml", "loaves]\n", "loaves]\n- use: bun\n  for: [loaf]\n", 4, "already is replaced at synonyms.yaml:2")]
    [InlineData("synonyms.yaml", "loaves]\n", "loaves]\n- use: bread\n  for: [bun]\n", 3, "already has an entry at synonyms.yaml:1")]
    [InlineData("tests.tsv", "expect\tkind", "expected\tkind", 1, "header")]
    [InlineData("tests.tsv", "bread\tplain\t\twhat", "bread\tplain\twhat", 2, "3 columns; write four")]
    [InlineData("tests.tsv", "bread\tplain\t\twhat", "bread\tplain\t\t\twhat", 2, "5 columns; write four")]
    [InlineData("tests.tsv", "bread\tplain", "breda|-\tplain", 2, "no topic or intent 'breda'")]
    [InlineData("tests.tsv", "bread\tplain", "\tplain", 2, "'expect' is empty")]
    [InlineData("tests.tsv", "bread\tplain", "bread\t", 2, "'kind' is empty")]
    [InlineData("tests.tsv", "good morning", "", 3, "'question' is empty")]
    public void Record(string file, string written, string instead, int line, string gist, int faults = 1) =>
        Expect(file, written, instead, line, gist, faults);

    [Fact]
    public void A_Tip_Fits_A_Message()
    {
        _pack.Replace("tips.yaml", "Let the dough rest.", new('x', 301));

        Assert.Equal("tips.yaml:2: 'text' has 301 characters; shorten it to 300.", Assert.Single(_pack.Faults()).ToString());
    }

    [Theory]
    [InlineData("name: Baking", "name: Baking: rye", 1, "': '")]
    [InlineData("name: Baking", "name: @home", 1, "must not start with this character")]
    [InlineData("name: Baking", "name: \"Baking", 1, "A quote opens here")]
    [InlineData("name: Baking", "name: 'Baking", 1, "A quote opens here")]
    [InlineData("name: Baking", "name: \"Baking\" bread", 1, "do not line up")]
    [InlineData("name: Baking", "name: [Baking", 1, "close every")]
    [InlineData("name: Baking", "name: \"\\q\"", 1, "backslash")]
    [InlineData("name: Baking", "name: \"\\UFFFFFFFF\"", 1, "cannot be read")]
    [InlineData("role: baker", "  role: baker", 2, "indented too far")]
    [InlineData("role: baker", "role baker", 2, "has its ': '")]
    [InlineData("role: baker", "role: - baker", 2, "list item cannot start here")]
    [InlineData("    title: The craft", "   title: The craft", 5, "do not line up")]
    [InlineData("role: baker", "role:\tbaker", 2, "tab")]
    [InlineData("role: baker", "role: &b baker", 2, "anchor")]
    [InlineData("role: baker", "role: *baker", 2, "alias")]
    [InlineData("role: baker", "role: !!str baker", 2, "tag")]
    [InlineData("role: baker", "role: ! baker", 2, "tag")]
    [InlineData("role: baker", "role: baker\n---\nname: x", 3, "second document")]
    [InlineData("role: baker", "role: baker\n...\nname: x", 4, "second document")]
    [InlineData("role: baker", "role: baker\nbaker\nage: 3", 3, "has its ': '")]
    [InlineData("role: baker", "role: baker\n? [a, b]\n: c", 3, "name must be plain text")]
    [InlineData("role: baker", "role: baker\n<<: { name: x }", 3, "no field '<<'")]
    public void Yaml(string written, string instead, int line, string gist) =>
        Expect("pack.yaml", written, instead, line, gist, 1);

    [Theory]
    [InlineData("facts.yaml", "- a: b\n", "must be fields")]
    [InlineData("tips.yaml", "a: b\n", "must be a list of entries")]
    [InlineData("tips.yaml", "tips\n", "must be a list of entries")]
    [InlineData("pack.yaml", "# nothing yet\n", "no content")]
    [InlineData("tips.yaml", "\n", "no content")]
    [InlineData("roadmap.yaml", "---\n", "must be fields")]
    public void Whole_File(string file, string text, string gist)
    {
        _pack.Write(file, text);

        var fault = Assert.Single(_pack.Faults());
        Assert.Equal(file, fault.File);
        Assert.Contains(gist, fault.Message, StringComparison.Ordinal);
    }

    private void Expect(string defective, string written, string instead, int line, string gist, int faults, string? file = null)
    {
        _pack.Replace(defective, written, instead);

        var reading = _pack.Read();

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Faults, fault => fault.File.Equals(file ?? defective, StringComparison.Ordinal) && fault.Line == line && fault.Message.Contains(gist, StringComparison.Ordinal));
        Assert.Equal(faults, reading.Faults.Count);
    }
}
