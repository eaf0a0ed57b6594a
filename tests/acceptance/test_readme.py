"""The README shows what the commands print, and its example runs."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SCREENS = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
COMMANDS = (("check",), ("check", "examples/contingent-wrong.md"))


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch):
    monkeypatch.chdir(ROOT)


def passages(screen):
    """The stretches of a screen between the lines that stand for what is left out."""
    return [part.strip("\n") for part in re.split(r"^…$", screen, flags=re.MULTILINE)]


@pytest.mark.parametrize(
    ("command", "screen"), list(zip(COMMANDS, SCREENS, strict=True)), ids=("ledger", "draft")
)
def test_a_screen_is_what_the_command_prints(command, screen):
    printed = CliRunner().invoke(main, command).output
    places = [printed.find(part) for part in passages(screen)]

    assert -1 not in places
    assert places == sorted(places)


def test_the_python_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(example, {})  # noqa: S102 - the README's own words

    assert "90 is not 94" in capsys.readouterr().out


def test_the_set_up_is_two_lines_and_the_page_is_short():
    assert len([line for line in README.splitlines() if line.startswith("python3 -m venv ")]) == 2
    assert len(README.splitlines()) < 100
