"""The command that shows what was read."""

import json

import pytest
from click.testing import CliRunner

from factcheck.cli import main

KEYS = [
    "schema", "kind", "path", "line", "column", "end_line", "end_column", "start", "end", "quote",
    "value", "lo", "hi", "lo_open", "hi_open", "hedge", "unit", "noun", "earliest", "latest", "edtf",
    "mode", "speaker", "negated",
]  # fmt: skip


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(content, *options, name="a.txt"):
        (tmp_path / name).write_bytes(
            content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        )
        return CliRunner().invoke(main, ["read", name, *options])

    return run


def test_each_line_of_json_has_the_keys_in_their_order(run):
    content = "\nPresident Ana Holm sent over 1,500 men in May 2021.\n"
    done = run(content, "--published", "2021-06-01", "--output-format", "json")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert done.exit_code == 0
    assert all(list(row) == KEYS for row in rows)
    assert [row["kind"] for row in rows] == ["name", "quantity", "date"]
    assert all(content[row["start"] : row["end"]] == row["quote"] for row in rows)
    assert (rows[1]["value"], rows[1]["lo"], rows[1]["hi"], rows[1]["lo_open"]) == (1500, 1500, None, True)
    assert (rows[1]["line"], rows[1]["path"], rows[1]["mode"], rows[1]["negated"]) == (
        2,
        "a.txt",
        "asserted",
        False,
    )
    assert (rows[0]["value"], rows[0]["lo"], rows[0]["mode"], rows[0]["unit"]) == (None, None, None, None)


def test_fractions_are_json_numbers(run):
    row = json.loads(run("It fell by 4.5 percent.", "--output-format", "json").output)
    assert row["value"] == 4.5


def test_the_full_format_marks_each_value_under_its_words(run):
    done = run("It sent over 1,500 men in May 2021.")
    lines = done.output.splitlines()
    text = next(index for index, line in enumerate(lines) if "1,500 men" in line)
    at = lines[text].index("1,500")
    assert lines[text + 1][at : at + 5] == "^^^^^"
    assert "over 1,500" in lines[text + 2]
    assert "2021-05-01 to 2021-05-31" in done.output


def test_a_long_line_is_shown_on_several_rows(run):
    done = run("It sent 94 men and more. " * 40)
    assert max(map(len, done.output.splitlines())) <= 100
    assert done.output.count("^^") == 40


def test_a_word_without_an_end_is_shown(run):
    assert run("a" * 5000).exit_code == 0


def test_a_file_that_is_not_there_is_reported_and_the_others_read(run, tmp_path):
    (tmp_path / "b.txt").write_text("It sent 94 men.")
    done = run("It sent 12 men.", "b.txt", "none.txt", "--output-format", "json")
    assert done.exit_code == 2
    assert '"94"' in done.output
    assert "no such file" in done.output


def test_bytes_that_are_no_text_are_reported(run):
    done = run(b"\xff\xfe94")
    assert done.exit_code == 2
    assert "UTF-8" in done.output


@pytest.mark.parametrize("options", [["--published", "soon"], ["--output-format", "xml"]])
def test_a_bad_option_says_what_is_wrong(run, options):
    done = run("94", *options)
    assert done.exit_code == 2
    assert "Error" in done.output


def test_no_file_is_no_success():
    assert CliRunner().invoke(main, ["read"]).exit_code == 2


def test_an_empty_folder_is_no_success(tmp_path):
    assert CliRunner().invoke(main, ["read", str(tmp_path)]).exit_code == 2


def test_an_empty_file_reads_as_nothing(run):
    done = run("", "--output-format", "json")
    assert (done.exit_code, done.output) == (0, "")
