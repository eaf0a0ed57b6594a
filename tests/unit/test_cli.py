"""The command line: options, exit status, what is printed where."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck import cli
from factcheck.rules import RULES

VOCABULARY = """\
[entity]
fire = { label = "Marsh Lane fire" }
[property]
crew = { type = "quantity", unit = "person", once = true }
"""
SOURCE = """\
source = {{ id = "{name}", published = "2024-05-0{day}" }}
[[statement]]
id = "crew"
quote = "{crew} firefighters"
says = {{ subject = "fire", property = "crew", value = {crew} }}
when = "2024-05-01"
"""


@pytest.fixture(autouse=True)
def newsroom(tmp_path, monkeypatch):
    """Two sources that contradict each other."""
    monkeypatch.chdir(tmp_path)
    for name in ("sources", "claims"):
        Path(name).mkdir()
    Path("claims/v.toml").write_text(VOCABULARY)
    for day, (name, crew) in enumerate({"gazette": 24, "herald": 42}.items(), 1):
        Path(f"sources/{name}.toml").write_text(SOURCE.format(name=name, day=day, crew=crew))
    return tmp_path


def run(*arguments, **environment):
    return CliRunner(env={"NO_COLOR": None, "FORCE_COLOR": None} | environment).invoke(cli.main, arguments)


def codes(*arguments):
    result = run("check", "--output-format", "json", *arguments)
    return result.exit_code, sorted({json.loads(line)["code"] for line in result.stdout.splitlines()})


def warn():
    """Make the contradiction a mere tension: a warning."""
    path = Path("sources/herald.toml")
    path.write_text(path.read_text().replace("value = 42", 'value = "> 10"').replace("42", "more than 10"))


def test_a_contradiction_fails():
    assert codes() == (1, ["FC201", "FC211"])


def test_selected_rules_run_alone():
    assert codes("--select", "FC2,FC3", "--ignore", "FC211") == (1, ["FC201"])
    assert codes("--select", "FC2", "--ignore", "FC201") == (0, ["FC211"])
    assert codes("--ignore", "FC201", "--ignore", "FC211") == (0, [])
    assert codes("--select", "FC3") == (0, [])


def test_what_stops_a_check_cannot_be_left_out():
    Path("claims/v.toml").write_text(VOCABULARY + "[entity\n")
    assert codes("--select", "FC3", "--ignore", "FC0") == (2, ["FC001"])
    assert codes("--exit-zero") == (2, ["FC001"])


def test_mistakes_may_be_left_out_like_any_rule():
    Path("claims/c.toml").write_text("[[claims]]\n")
    assert codes() == (1, ["FC002", "FC201", "FC211"])
    assert codes("--select", "FC2") == (1, ["FC201", "FC211"])


def test_nothing_but_mistakes_left_out_is_nothing_checked():
    for path in Path("sources").iterdir():
        path.unlink()
    Path("claims/c.toml").write_text("[[claim]]\nid = 3\n")
    assert codes() == (1, ["FC003", "FC008"])
    assert codes("--ignore", "FC00") == (2, ["FC010"])


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--select", "FC999", 'no rule has the code "FC999"'),
        ("--select", "fc201", 'did you mean "FC201"?'),
        ("--ignore", "FC2,", 'no rule has the code ""'),
        ("--ignore", "conflicting-values", "no rule has the code"),
        ("--fail-on", "info", "info"),
        ("--output-format", "xml", "xml"),
        ("--sauces", "x", "--sources"),
    ],
)
def test_a_bad_option_exits_with_2(option, value, hint):
    result = run("check", option, value)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stdout == ""


def test_warnings_fail_where_they_are_asked_to():
    warn()
    assert codes() == (0, ["FC208", "FC211"])
    assert codes("--fail-on", "warning") == (1, ["FC208", "FC211"])
    assert codes("--fail-on", "warning", "--exit-zero")[0] == 0
    Path("factcheck.toml").write_text('fail-on = "warning"\n')
    assert codes()[0] == 1
    assert codes("--fail-on", "error")[0] == 0


def test_exit_zero_holds_for_whatever_was_found():
    assert codes("--exit-zero") == (0, ["FC201", "FC211"])


def test_settings_choose_rules_and_options_choose_among_them():
    Path("factcheck.toml").write_text('select = ["FC2"]\nignore = ["FC211"]\n')
    assert codes() == (1, ["FC201"])
    assert codes("--select", "FC211") == (0, [])
    assert codes("--ignore", "FC201") == (0, [])


def test_a_wrong_setting_stops_the_check():
    Path("factcheck.toml").write_text('sauces = ["x"]\n')
    assert codes("--select", "FC2") == (2, ["FC011", "FC201", "FC211"])


def test_nothing_to_check_exits_with_2(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    os.chdir(empty)
    result = run("check")
    assert result.exit_code == 2
    assert "FC010" in result.stdout
    assert codes("--exit-zero") == (2, ["FC010"])


def test_sources_without_statements_and_claim_files_without_claims_are_nothing_to_check():
    for path in Path("sources").iterdir():
        path.write_text(path.read_text().partition("[[")[0])
    assert codes() == (2, ["FC010"])


def test_articles_that_nothing_is_written_down_of_are_no_check():
    for path in Path("sources").iterdir():
        path.unlink()
    Path("sources/story.txt").write_text("A fire broke out on Friday.\n")
    assert codes() == (2, ["FC010"])


def test_a_missing_path_exits_with_2():
    assert codes("--sources", "sources", "--sources", "nowhere")[0] == 2
    assert codes("--claims", "nowhere.toml")[0] == 2


def test_named_texts_alone_leave_the_claims_of_the_project_out():
    Path("claims/c.toml").write_text("[[claim]]\n")
    Path("story.txt").write_text("A fire broke out on Friday.\n")
    assert "FC008" not in codes("--sources", "story.txt")[1]
    assert "FC008" in codes("--sources", "story.txt", "--claims", "claims")[1]
    assert "FC008" in codes("--sources", "story.txt", "--sources", "sources")[1]


def test_output_goes_to_a_file_whole():
    expected = run("check", "--output-format", "json").stdout
    result = run("check", "--output-format", "json", "--output", "out.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path("out.json").read_text() == expected
    assert not list(Path().glob(".out.json*"))


def test_output_keeps_permissions_and_links():
    Path("real.json").write_text("old")
    Path("real.json").chmod(0o600)
    Path("out.json").symlink_to("real.json")
    run("check", "--output", "out.json")
    assert Path("out.json").is_symlink()
    assert stat.S_IMODE(Path("real.json").stat().st_mode) == 0o600
    assert Path("real.json").read_text() != "old"


def test_a_device_is_written_to_and_not_replaced():
    assert run("check", "--output", os.devnull).exit_code == 1
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.parametrize("output", ["nowhere/out.txt", "sources", "sources/gazette.toml/x"])
def test_output_that_cannot_be_written_exits_with_2(output):
    result = run("check", "--output", output)
    assert result.exit_code == 2
    assert f"cannot write {output}" in result.stderr


def test_colour_is_for_terminals_unless_asked_for():
    assert "\x1b[" not in run("check").stdout
    assert "\x1b[" in run("check", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("check", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in run("check", "--output-format", "json", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("name", ["FC201", "fc201", "conflicting-values"])
def test_a_rule_is_explained(name):
    result = run("explain", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("# FC201 conflicting-values (error)\n\nTwo statements")
    assert "## Why it matters" in result.stdout


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_by_code_and_by_name(rule):
    assert run("explain", rule.code).stdout == run("explain", rule.name).stdout


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["FC999"], 'no rule "FC999"'),
        (["conflicting-value"], 'did you mean "conflicting-values"?'),
        (["gazette#crew", "herald#crews"], 'did you mean "herald#crew"?'),
        (["x", "y"], 'no statement or claim "x"'),
    ],
)
def test_what_cannot_be_explained_exits_with_2(arguments, hint):
    result = run("explain", *arguments)
    assert result.exit_code == 2
    assert hint in result.stderr


def test_two_statements_are_explained_gate_by_gate():
    result = run("explain", "gazette#crew", "herald#crew")
    assert result.exit_code == 0
    assert [line.split()[-1] for line in result.stdout.splitlines() if line.endswith(" ok")]
    assert "conflict" in result.stdout


@pytest.mark.parametrize("command", ["", "check", "explain", "sources", "sources verify", "sources seal"])
def test_every_command_has_help(command):
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.stdout
    for option in ("--sources", "--claims", "--select", "--output-format", "--exit-zero"):
        assert (option in result.stdout) or command != "check"


def test_the_version_is_told():
    assert run("--version").stdout.startswith("factcheck, version ")


def test_an_interruption_leaves_no_traceback(monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.api, "check_paths", interrupt)
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.strip() == "Aborted!"


def test_a_working_folder_that_is_gone_is_told(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    result = run("check")
    os.chdir(tmp_path)
    assert result.exit_code == 2
    assert "working folder" in result.stderr
