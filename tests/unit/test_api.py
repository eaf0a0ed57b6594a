"""The library's verbs, and what importing them costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck import api
from factcheck.config import find_config
from factcheck.errors import UnknownNameError
from factcheck.text.span import Text

SOURCE = Path(factcheck.__file__).parents[1]
LAZY = ["click", "rich", "rapidfuzz", "markdown_it", "pint", "spacy", "jinja2", "numpy"]


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "v.toml").write_text(
        "[entity]\nmill = { label = 'the mill' }\n[property]\nbuilt = { type = 'none', once = true }\n"
        "[[claim]]\nid = 'built'\ntext = 'It is of 1890.'\nwhen = '1890'\n"
        "says = { subject = 'mill', property = 'built' }\n"
    )
    monkeypatch.chdir(tmp_path.parent)
    return tmp_path


def test_a_folder_is_loaded_and_checked(newsroom):
    for path in (newsroom, str(newsroom)):
        ledger = factcheck.load(path)
        assert list(ledger.claims) == ["built"]
        report = factcheck.check(ledger)
        assert report.diagnostics == ()
        assert report.could_run


def test_the_settings_of_the_folder_count(newsroom):
    (newsroom / "c").mkdir()
    (newsroom / "factcheck.toml").write_text('claims = ["c"]\n')
    assert factcheck.load(newsroom).claims == {}


def test_wrong_settings_and_files_are_diagnostics(newsroom):
    (newsroom / "factcheck.toml").write_text("claim = 3\n")
    (newsroom / "claims" / "x.toml").write_text("[x\n")
    report = factcheck.check(factcheck.load(newsroom))
    assert [found.name for found in report.diagnostics] == ["toml-syntax", "bad-setting"]
    assert not report.could_run
    for found in report.diagnostics:
        assert report.texts[found.span.path].quote(found.span) == found.quote


@pytest.mark.parametrize("name", ["nowhere", "claims/v.toml", "a\0b", "x" * 5_000])
def test_a_folder_that_is_none_is_a_mistake_of_the_caller(newsroom, name):
    with pytest.raises(factcheck.FactcheckError, match="there is no folder"):
        factcheck.load(newsroom / name)


def test_nothing_is_never_a_pass(tmp_path):
    for report in (factcheck.check(factcheck.load(tmp_path)), factcheck.check(factcheck.Ledger())):
        assert [found.code for found in report.diagnostics] == ["FC010"]
        assert not report.could_run


def test_a_folder_without_drafts_is_nothing(newsroom):
    report = factcheck.check(factcheck.load(newsroom), [newsroom / "claims"])
    assert [found.code for found in report.diagnostics] == ["FC010"]
    assert not report.could_run


def test_a_draft_that_cannot_be_read_is_a_diagnostic(newsroom):
    (newsroom / "bad.md").write_bytes(b"caf\xe9")
    report = factcheck.check(factcheck.load(newsroom), [newsroom / "bad.md", Text("good.md", "Fine.")])
    assert "FC007" in {found.code for found in report.diagnostics}
    assert not report.could_run


@pytest.mark.parametrize("kind", [str, Path, lambda path: Text("draft.md", path.read_text())])
def test_one_draft_needs_no_list(newsroom, kind):
    draft, ledger = newsroom / "draft.md", factcheck.load(newsroom)
    draft.write_text("The mill was built in 1890.\n")
    assert factcheck.check(ledger, kind(draft)) == factcheck.check(ledger, [kind(draft)])


def test_a_rule_that_does_not_exist_is_a_mistake_of_the_caller():
    with pytest.raises(UnknownNameError, match='did you mean "tension"'):
        api.explain("tensio")


def test_a_check_by_settings_is_the_check_of_its_ledger(newsroom):
    config = find_config(newsroom)
    assert api.check_paths(config) == factcheck.check(factcheck.load(newsroom))


def test_every_public_name_is_there():
    assert sorted(factcheck.__all__) == factcheck.__all__
    assert all(hasattr(factcheck, name) for name in factcheck.__all__)


def python(code):
    return subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    ).stdout


@pytest.mark.parametrize("library", LAZY)
def test_the_verbs_of_the_library_do_not_import_what_only_some_need(library):
    code = f"import sys, factcheck; factcheck.load, factcheck.check; print({library!r} in sys.modules)"
    assert python(code) == "False\n"


def test_importing_the_library_needs_little_more_time_than_its_two_dependencies():
    timed = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"

    def seconds(modules):
        return min(float(python(timed.format(modules))) for _ in range(5))

    assert seconds("factcheck") < 2 * seconds("attrs, cattrs, cattrs.gen")
