"""Workflow commands: escaped, capped, columns only where GitHub takes them."""

from factcheck.diagnostic import Coverage, Diagnostic, Report, Severity
from factcheck.report.github import CAP, render
from factcheck.text.span import Span


def diagnostic(severity=Severity.ERROR, message="m", path="a.txt", end_line=2):
    return Diagnostic(
        "FC201", "conflicting-values", severity, message, Span(path, 5, 9, 2, 3, end_line, 7), "q"
    )


def first_line(found):
    return render(Report((found,))).partition("\n")[0]


def test_a_command_names_rule_file_and_range():
    assert first_line(diagnostic(message="94 is not 120")) == (
        "::error title=factcheck (FC201 conflicting-values),file=a.txt,line=2,endLine=2,col=3,endColumn=7"
        "::94 is not 120"
    )


def test_a_range_of_several_lines_has_no_columns():
    assert "line=2,endLine=4::" in first_line(diagnostic(end_line=4))


def test_data_escapes_percent_and_line_ends_so_that_no_command_can_be_smuggled_in():
    line = first_line(diagnostic(message="up 5%\r\n::error::forged"))
    assert line.endswith("::up 5%25%0D%0A::error::forged")


def test_properties_escape_colon_and_comma_too():
    assert ",file=a%3A1%2C50%25.txt,line=" in first_line(diagnostic(path="a:1,50%.txt"))


def test_a_log_never_sees_an_escape_sequence():
    assert first_line(diagnostic(message="\x1b[31m")).endswith("::␛[31m")


def test_levels_are_error_warning_and_notice():
    starts = [first_line(diagnostic(severity)).partition(" ")[0] for severity in Severity]
    assert starts == ["::error", "::warning", "::notice"]


def test_the_most_severe_come_first_and_ten_of_a_level_at_most():
    report = Report(
        tuple(
            diagnostic(severity) for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR) * (CAP + 2)
        )
    )
    lines = render(report).splitlines()
    starts = [line.partition(" ")[0] for line in lines if line.startswith("::")]
    assert starts == ["::error"] * CAP + ["::warning"] * CAP + ["::notice"] * CAP
    assert lines[-2] == "6 more not annotated: GitHub shows 10 of a level; run factcheck for all."


def test_what_fits_has_no_note_and_the_summary_closes():
    lines = render(Report((diagnostic(),), sources=1, coverage=Coverage(2, 1, 1, 0))).splitlines()
    assert lines[1:] == [
        "1 of 2 checkable statements backed, 1 conflicts, 0 unsupported",
        "1 source, 0 statements, 0 claims: 1 error, 0 warnings, 0 notes",
    ]
