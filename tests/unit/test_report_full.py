"""The full report: marks stand under their words, whatever the words are made of."""

import pytest
from rich.cells import cell_len

from factcheck.diagnostic import Coverage, Diagnostic, Fix, Place, Report, Severity
from factcheck.report.full import render
from factcheck.text.span import Text


def report(content, words, *, label=None, **settings):
    """One error about `words`, or one with a related passage there if it has a label."""
    text = Text("a.txt", content)
    start = content.index(words)
    span = text.span(start, start + len(words))
    related = () if label is None else (Place(span, words, label),)
    found = Diagnostic("FC201", "conflicting-values", Severity.ERROR, "message", span, words, related)
    return render(Report((found,), texts={"a.txt": text}), **settings)


def marked(rendered, mark="^"):
    """The source line over the first row of marks, and the cells that the marks cover."""
    lines = rendered.splitlines()
    row = next(number for number, line in enumerate(lines) if line.strip("│| ").startswith(mark))
    start = lines[row].index(mark)
    return lines[row - 1], start, start + lines[row].count(mark)


def cells(line, start, end):
    """The part of a line that stands in some cells."""
    kept, at = "", 0
    for character in line:
        if start <= at < end or (not cell_len(character) and kept and at == end):
            kept += character
        at += cell_len(character)
    return kept


@pytest.mark.parametrize(
    ("content", "words", "shown"),
    [
        ("from 94 to 120 men", "94 to 120", "94 to 120"),
        ("\tfrom\t94 to 120", "94", "94"),
        ("港湾局は 120 人を送った", "120 人", "120 人"),
        ("🚢 and 🚢 carried 120", "120", "120"),
        ("cafe\u0301 re\u0301union 120", "120", "120"),
        ("cafe\u0301 re\u0301union 120", "re\u0301union", "re\u0301union"),
        ("an \x1b[31m escape 120", "120", "120"),
        ("a \u202eright to left 120", "120", "120"),
        ("12\u200b000 men", "12\u200b000", "12<U+200B>000"),
    ],
)
def test_marks_stand_under_the_words(content, words, shown):
    assert cells(*marked(report(content, words))) == shown


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_a_long_line_is_cropped_around_the_words(width, ascii_only):
    content = "as " * 900_000 + "120 men " + "after " * 400_000
    line, start, end = marked(report(content, "120 men", width=width, ascii_only=ascii_only))
    ellipsis = "..." if ascii_only else "…"
    assert cells(line, start, end) == "120 men"
    assert line[4:].startswith(f"{ellipsis}as ")
    assert line.endswith(f"after{ellipsis}")
    assert width - 20 < cell_len(line) <= width


def test_words_longer_than_the_page_are_cut_and_marked_to_the_edge():
    line, start, end = marked(report("x " + "9" * 500 + " y", "9" * 500, width=40))
    assert line == "1 │ …" + "9" * 34 + "…"
    assert (start, end) == (5, 40)


def test_cut_words_never_join_what_follows_them():
    words = "a" + "\u0301" * 400
    line, _, _ = marked(report(f"{words} rest", words, width=40))
    assert line.endswith("…")


def test_a_passage_of_two_lines_is_marked_on_both():
    rendered = report("in all 90 to\n  130 people", "90 to\n  130")
    assert rendered.splitlines()[2:6] == ["1 │ in all 90 to", "  │        ^^^^^", "2 │ 130 people", "  │ ^^^"]


def test_a_passage_of_many_lines_shows_its_ends():
    content = "\n".join(f"line {number}" for number in range(1, 13))
    shown = [line for line in report(content, content).splitlines() if "^" not in line]
    assert shown[2:6] == [" 1 │ line 1", " 2 │ line 2", "   │ …", "12 │ line 12"]


def test_a_label_stands_beside_its_marks_or_below_where_there_is_no_room():
    beside = report("94 men", "94", label="the older count")
    assert "  │ -- the older count\n" in beside
    below = report("men: " + "9" * 66, "9" * 66, label="a count that nobody can read without help")
    assert "  │      a count that nobody can read without help\n" in below


def together(content, *words, width=80, ascii_only=False):
    """The report of an error about the first words and related to the others, without its headline."""
    text = Text("a.txt", content)
    first, *others = (text.span(content.index(it), content.index(it) + len(it)) for it in words)
    related = tuple(Place(span, "", f"label {number}") for number, span in enumerate(others, 1))
    found = Diagnostic("FC201", "name", Severity.ERROR, "message", first, words[0], related)
    rendered = render(Report((found,), texts={"a.txt": text}), width=width, ascii_only=ascii_only)
    return rendered.partition("message\n")[2].partition("\n\n")[0].splitlines()


def test_passages_near_each_other_on_a_line_share_it():
    assert together(
        "of 120 港 men, 6 were officers and 2 doctors", "6 were officers", "2 doctors", "120 港 men"
    ) == [
        "  ╭─ a.txt:1:15",
        "1 │ of 120 港 men, 6 were officers and 2 doctors",
        "  │                ^^^^^^^^^^^^^^^",
        "  │                                    --------- label 1",
        "  │    ---------- label 2",
    ]


def test_passages_far_apart_on_a_line_are_shown_apart():
    lines = together("94 men " + "and so on " * 20 + "120 men", "94 men", "120 men")
    assert [line for line in lines if "╭─" in line] == ["  ╭─ a.txt:1:1", "  ╭─ a.txt:1:208"]


def test_escapes_are_counted_when_passages_share_a_line():
    lines = together("94 " + "港" * 9 + " 120", "94", "120", width=60, ascii_only=True)
    assert [line for line in lines if "-->" in line] == ["  --> a.txt:1:1", "  --> a.txt:1:14"]


def test_a_conflict_of_many_voices_shows_the_first_and_counts_the_rest():
    text = Text("a.txt", "94\n" * 30)
    first, *others = (text.span(start, start + 2) for start in range(0, 90, 3))
    found = Diagnostic(
        "FC201",
        "name",
        Severity.ERROR,
        "message",
        first,
        "94",
        tuple(Place(span, "94", "") for span in others),
    )
    rendered = render(Report((found,), texts={"a.txt": text}))
    assert rendered.count("╭─") == 9
    assert "  = note: and 21 more passages\n" in rendered


def test_a_file_that_is_not_at_hand_is_shown_by_its_quote():
    text = Text("a.txt", "from 94 to 120 men")
    found = Diagnostic("FC201", "name", Severity.ERROR, "message", text.span(5, 14), "94 to 120")
    assert "1 │ 94 to 120\n  │ ^^^^^^^^^\n" in render(Report((found,)))


def test_an_empty_passage_still_has_a_mark():
    text = Text("a.txt", "ab")
    for start, column in ((0, 4), (2, 6)):
        found = Diagnostic("FC001", "name", Severity.ERROR, "message", text.span(start, start), "")
        rendered = render(Report((found,), texts={"a.txt": text}))
        assert rendered.splitlines()[3].index("^") == column


def test_nothing_is_sent_raw_to_the_terminal():
    rendered = report("\x1b[2J 94\u202e", "94", label="\x1b]0;owned\x07", color=False)
    assert "␛[2J 94<U+202E>" in rendered
    assert "␛]0;owned␇" in rendered
    assert rendered.replace("\n", "").isprintable()


def test_colour_changes_no_character_of_the_text():
    plain, colored = (report("from 94 to 120", "94", label="here", color=color) for color in (False, True))
    assert "\x1b[1;31merror[FC201] conflicting-values:\x1b[0m" in colored
    codes = ("1;31", "1;34", "34", "1", "0")
    for code in codes:
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


def test_a_help_line_hangs_under_its_words():
    fix = Fix("take the word “Friday” out of the sentence and ask the desk", ())
    text = Text("a.txt", "Friday")
    found = Diagnostic("FC421", "name", Severity.WARNING, "message", text.span(0, 6), "Friday", fixes=(fix,))
    rendered = render(Report((found,), texts={"a.txt": text}), width=50)
    assert "  = help: take the word “Friday” out of the\n          sentence and ask the desk\n" in rendered


def test_notes_stand_together_after_the_conflicts():
    text = Text("a.txt", "94 and 120")
    note = Diagnostic("FC210", "refined", Severity.INFO, "both hold.", text.span(0, 2), "94")
    error = Diagnostic("FC201", "conflict", Severity.ERROR, "message", text.span(7, 10), "120")
    rendered = render(Report((note, error), texts={"a.txt": text}))
    heading = rendered.index("refined (FC210)\n  both hold. a.txt:1:1\n")
    assert rendered.index("error[FC201]") < heading


@pytest.mark.parametrize(
    ("coverage", "bar"),
    [
        (Coverage(4, 2, 1, 1), "█" * 20 + "▒" * 10 + "░" * 10 + " 50%"),
        (Coverage(3, 3, 0, 0), "█" * 40 + " 100%"),
        (Coverage(3, 0, 0, 3), "░" * 40 + " 0%"),
        (Coverage(2, 2, 1, 0), "█" * 40 + " 100%"),
    ],
)
def test_the_bar_shows_what_is_backed_and_what_conflicts(coverage, bar):
    assert bar in render(Report((), coverage=coverage)).splitlines()


def test_a_draft_without_checkable_statements_has_no_bar():
    assert render(Report((), coverage=Coverage())).startswith("no checkable statements in the draft\n\n")
