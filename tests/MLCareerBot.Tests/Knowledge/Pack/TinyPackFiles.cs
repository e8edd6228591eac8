namespace MLCareerBot.Tests.Knowledge.Pack;

/// <summary>The texts of <see cref="TinyPack"/>. Tests count lines in them: add at the end only.</summary>
internal static class TinyPackFiles
{
    public static IEnumerable<(string Path, string Text)> All =>
    [
        ("pack.yaml", Page),
        ("topics/bread.md", Topic("What does a baker bake?", "bread", "[oven]", "Mostly bread.\n\n- Rye\n- Wheat\n\n1. Knead it.\n2. Bake it,\n   slowly.")),
        ("topics/oven.md", Topic("How hot is the oven?", "oven", "[bread]", "Hot enough.")),
        ("intents.yaml", Intents),
        ("outside.yaml", Outside),
        ("facts.yaml", Facts),
        ("skills.yaml", Skills),
        ("roadmap.yaml", Roadmap),
        ("comparisons.yaml", Comparisons),
        ("tips.yaml", Tips),
        ("synonyms.yaml", Synonyms),
        ("tests.tsv", "expect\tkind\tafter\tquestion\nbread\tplain\t\twhat do bakers make\nhello|-\tsmall\twhat do bakers make\tgood morning\n"),
    ];

    private const string Page = """
        name: Baking
        role: baker
        groups:
          - id: craft
            title: The craft
        sources:
          - id: A
            title: On bread
            date: undated
            covers: Bread.
            lacks: Cake.
          - id: B
            title: On cake
            date: May 2020
            covers: Cake.
            lacks: Bread.

        """;

    private const string Intents = """
        - id: hello
          reply: Good morning.
          phrasings: [hello]
        - id: daily-tip
          command: tip
          phrasings:
            - a tip please

        """;

    private const string Outside = """
        - id: butchers
          subject: butchers and their trade
          nearest: [bread]
          terms: [butcher, sausage]
          unless: [sausage roll]
          allow: [bread, hello]
          phrasings: [meat 1, meat 2, meat 3, meat 4, meat 5, meat 6, meat 7, meat 8]

        """;

    private const string Facts = """
        facts:
          - id: wage
            name: Average wage
            value: "£20,000"
            statistic: average
            country: United Kingdom
            currency: GBP
            period: per year
            as-of: 2020-05
            source: B
            attribution: the guild
            not: not a promise
            volatile: true
        views:
          - verb: salary
            name: annual
            title: Wage
            facts: [wage]
          - verb: outlook
            name: growth
            title: Growth
            topic: bread

        """;

    private const string Skills = """
        - id: kneading
          name: Kneading
          group: Hands
          aliases: [knead]
          marks: { A: named, B: absent }
          notes: { A: by hand }
          about: Both knead.
          learn: Knead daily.
          topic: bread
        - id: patience
          name: Patience
          group: Head
          marks:
            A: mentioned
            B: named
          about: >
            Dough takes
            its time.
          topic: oven

        """;

    private const string Roadmap = """
        paths:
          - source: A
            title: One step
            steps:
              - id: A1
                title: Bake
                text: Bake bread.
                topic: bread
        agreement:
          - They agree.
        durations:
          - phase: Apprenticeship
            time: three years
            source: A
          - phase: All of it
            time: four years
            source: B
            derived: true

        """;

    private const string Comparisons = """
        - role: cook
          name: Cook
          topic: oven
          rows:
            - aspect: Hours
              ours: early
              theirs: late
              source: A, B

        """;

    private const string Tips = """
        - id: rest
          text: Let the dough rest.
          topic: bread
          step: A1
          source: A

        """;

    private const string Synonyms = """
        - use: bread
          for: [loaf, loaves]

        """;

    private static string Topic(string question, string about, string related, string answer) => $"""
        ---
        question: {question}
        group: craft
        phrasings:
        {string.Join('\n', Enumerable.Range(1, 12).Select(number => $"  - {about} question {number}"))}
        sources: [A, B]
        related: {related}
        follow-ups: [and {about}]
        reviewed: 2026-11-21
        ---
        {answer}

        """;
}
