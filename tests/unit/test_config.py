"""Settings: where they are found, and what is wrong with them."""

from __future__ import annotations

import pytest

from factcheck.config import find_config, unknown_codes
from factcheck.diagnostic import Severity


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(config):
    return [(str(problem.span), problem.quote, problem.message) for problem in config.problems]


def test_without_settings_the_usual_ones_hold(folder):
    config = find_config(folder)
    assert (config.sources, config.claims) == ((folder / "sources",), (folder / "claims",))
    assert (config.select, config.ignore, config.fail_on, config.problems) == (
        ("FC",),
        (),
        Severity.ERROR,
        (),
    )


@pytest.mark.parametrize(
    ("name", "head"), [("pyproject.toml", "[tool.factcheck]\n"), ("factcheck.toml", "\ufeff")]
)
def test_settings_are_found_upwards(folder, name, head):
    for sub in ("s", "c", "deep/er"):
        (folder / sub).mkdir(parents=True)
    text = (
        f'{head}sources = ["s"]\nclaims = ["c"]\nselect = ["FC2"]\nignore = ["FC211"]\nfail-on = "warning"\n'
    )
    (folder / name).write_text(text)
    config = find_config(folder / "deep" / "er")
    assert told(config) == []
    assert (config.root, config.sources, config.claims) == (folder, (folder / "s",), (folder / "c",))
    assert (config.select, config.ignore, config.fail_on) == (("FC2",), ("FC211",), Severity.WARNING)


def test_factcheck_toml_goes_before_pyproject(folder):
    (folder / "pyproject.toml").write_text('[tool.factcheck]\nfail-on = "warning"\n')
    (folder / "factcheck.toml").write_text("# all as usual\n")
    assert find_config(folder).fail_on is Severity.ERROR


@pytest.mark.parametrize(
    "content", ["", "[tool]\n", "tool = 3\n", "[project]\nname = 'x'\n", "[broken\n", "[tool.ruff\n"]
)
def test_a_pyproject_of_other_tools_is_passed_over(folder, content):
    inner = folder / "inner"
    inner.mkdir()
    (folder / "factcheck.toml").write_text('fail-on = "warning"\n')
    (inner / "pyproject.toml").write_text(content)
    assert find_config(inner).fail_on is Severity.WARNING


@pytest.mark.parametrize(
    ("line", "place", "quote", "message"),
    [
        ('sourcs = ["x"]', "2:1", "sourcs", 'did you mean "sources"?'),
        ('sources = "x"', "2:11", '"x"', "a list such as"),
        ('sources = ["claims", 3]', "2:22", "3", "a text is due here"),
        ('sources = ["gone"]', "2:12", '"gone"', 'no file or folder "gone"'),
        ('fail-on = "eror"', "2:11", '"eror"', 'did you mean "error"?'),
        ("fail-on = 1", "2:11", "1", "a text is due here"),
        ('select = ["FC2", "FC9"]', "2:18", '"FC9"', 'no rule has the code "FC9"'),
        ('ignore = ["fc2"]', "2:11", '"fc2"', 'did you mean "FC2"?'),
        ('ignore = [""]', "2:11", '""', "no rule has the code"),
    ],
)
def test_a_wrong_setting_is_told_at_its_place(folder, line, place, quote, message):
    (folder / "claims").mkdir()
    (folder / "pyproject.toml").write_text(f"[tool.factcheck]\n{line}\n")
    ((where, words, said),) = told(find_config(folder))
    assert (where, words) == (f"pyproject.toml:{place}", quote)
    assert message in said


def test_all_wrong_settings_are_told_at_once(folder):
    (folder / "factcheck.toml").write_text('sourcs = 1\nfail-on = "no"\nselect = ["FC9"]\nclaims = 3\n')
    places = sorted(place.partition(":")[2] for place, _, _ in told(find_config(folder)))
    assert places == ["1:1", "2:11", "3:11", "4:10"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("factcheck.toml", b"[x", "not TOML"),
        ("factcheck.toml", b"caf\xe9", "not UTF-8"),
        ("pyproject.toml", b"[tool.factcheck]\n[x", "not TOML"),
        ("pyproject.toml", b"[tool]\nfactcheck = 3", "a table"),
        ("pyproject.toml", b"[[tool.factcheck]]", "a table"),
    ],
)
def test_settings_that_cannot_be_read_are_told(folder, name, content, message):
    (folder / name).write_bytes(content)
    ((_, _, said),) = told(find_config(folder))
    assert message in said


def test_codes_may_be_prefixes():
    assert unknown_codes(("FC", "FC2", "FC201")) == []
    assert len(unknown_codes(("", "F9", "FC20111", "fc201"))) == 4
