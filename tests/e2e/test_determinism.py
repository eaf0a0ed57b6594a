"""The same input gives the same bytes, whatever the order, the folder, the hash seed, the clock."""

from __future__ import annotations

import json
import shutil

import pytest

FORMATS = ["full", "concise", "json", "github", "sarif"]


@pytest.fixture
def broken(project):
    """A newsroom with mistakes in several files, so that there is much to sort."""
    (project / "claims" / "a.toml").write_text("[[claim]\n")
    (project / "claims" / "b.toml").write_text(
        '[[claim]]\nid = "pfp-1994"\nwen = 3\nsays = { subject = "azz" }\n'
    )
    (project / "sources" / "c.toml").write_text('source = { id = "turksoy-2018" }\nstatement = 3\n')
    (project / "sources" / "d.toml").write_text("")
    return project


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_hash_seed_changes_nothing(run, broken, output_format):
    outputs = {
        run("check", "--output-format", output_format, cwd=broken, PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "42", "4294967295")
    }
    assert len(outputs) == 1
    assert b"pfp-1994" in outputs.pop()


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_folder_of_the_project_changes_nothing(run, broken, tmp_path, output_format):
    elsewhere = tmp_path / "zz" / "another folder"
    shutil.copytree(broken, elsewhere)
    one = run("check", "--output-format", output_format, cwd=broken)
    other = run("check", "--output-format", output_format, cwd=elsewhere)
    assert one.stdout == other.stdout
    assert one.returncode == other.returncode == 2


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_order_of_named_files_changes_nothing(run, broken, output_format):
    sources, claims = (sorted((broken / name).iterdir()) for name in ("sources", "claims"))

    def check(sources, claims):
        named = [word for path in sources for word in ("--sources", path)]
        named += [word for path in claims for word in ("--claims", path)]
        return run("check", "--output-format", output_format, *named, cwd=broken).stdout

    whole = run("check", "--output-format", output_format, cwd=broken).stdout
    assert check(sources, claims) == check(sources[::-1], claims[::-1]) == whole
    relative = [[path.relative_to(broken) for path in paths] for paths in (sources, claims)]
    assert check(*relative) == whole
    assert check([broken / "sources" / ".." / "sources"] * 2, [broken / "claims", claims[0]]) == whole


def test_the_names_of_files_do_not_decide_what_is_found(run, project):
    def found():
        lines = run("check", "--output-format", "json", cwd=project).stdout.splitlines()
        return sorted((f["code"], f["message"], f["quote"], f["fingerprint"]) for f in map(json.loads, lines))

    before = found()
    for index, path in enumerate(sorted(project.glob("[sc]*/*.toml"), reverse=True)):
        path.rename(path.with_name(f"{index}.toml"))
    assert before
    assert found() == before


@pytest.mark.parametrize(
    "changes",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Adak"},
        {"COLUMNS": "40", "TERM": "dumb"},
    ],
    ids=str,
)
def test_the_language_the_clock_and_the_window_change_nothing(run, broken, changes):
    for output_format in FORMATS:
        one = run("check", "--output-format", output_format, cwd=broken)
        other = run("check", "--output-format", output_format, cwd=broken, **changes)
        assert one.stdout == other.stdout


def test_it_is_checked_from_a_folder_inside_the_project(run, project):
    inside = run("check", "--output-format", "json", cwd=project / "claims")
    assert inside.returncode == 0
    assert len(inside.stdout.splitlines()) == len(
        run("check", "--output-format", "json", cwd=project).stdout.splitlines()
    )
