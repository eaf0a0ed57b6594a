"""The command in pipes, in narrow encodings, under interruption, on ruined ledgers: never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from factcheck.rules import RULES

MISTAKES = {
    "syntax.toml": (b"[[claim]\n", "FC001"),
    "key.toml": (b"[[claims]]\nid = 'a'\n", "FC002"),
    "float.toml": (b"[entity.fc-x]\nlabel = 1.5\n", "FC003"),
    "date.toml": (
        (
            b'[[claim]]\nid = "d"\ntext = "D."\nwhen = "9 Jan 2018"\n'
            b'says = { subject = "az", property = "nato-relations" }\n'
        ),
        "FC003",
    ),
    "twice.toml": (b'[entity.az]\nlabel = "Azerbaijan"\n', "FC004"),
    "dangling.toml": (
        (
            b'[[claim]]\nid = "e"\ntext = "E."\nbacking = ["turksoy-2018#strenght"]\n'
            b'says = { subject = "az", property = "nato-relations" }\nwhen = "1992"\n'
        ),
        "FC005",
    ),
    "name.toml": (
        b'[[claim]]\nid = "f"\ntext = "F."\nsays = { subject = "azz", property = "nato-relations" }\n',
        "FC006",
    ),
    "bytes.toml": (b"# caf\xe9\n", "FC007"),
    "missing.toml": (b"[[claim]]\nid = 'g'\n", "FC008"),
    "empty.toml": (b"", "FC009"),
    "long.toml": (b"x = '" + b"x" * 5_000_000 + b"'", "FC002"),
    "crlf.toml": (b"[[claim]]\r\nid = 'h'\r\n", "FC008"),
    "bom.toml": (b"\xef\xbb\xbfclaim = 3\n", "FC003"),
}


def test_all_mistakes_are_told_in_one_run(run, project):
    for name, (content, _) in MISTAKES.items():
        (project / "claims" / name).write_bytes(content)
    (project / "claims" / "folder.toml").mkdir()
    done = run("check", "--output-format", "json", cwd=project)
    assert (done.returncode, done.stderr) == (2, b"")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    told = {(line["path"], line["code"]) for line in found}
    assert {(f"claims/{name}", code) for name, (_, code) in MISTAKES.items()} <= told | {
        ("claims/vocabulary.toml", "FC004"),
        ("claims/twice.toml", "FC004"),
    }
    assert ("claims/vocabulary.toml", "FC004") in told
    assert ("claims/folder.toml", "FC007") in told
    mistakes = [(line["path"], line["code"]) for line in found if line["code"] < "FC1"]
    # Two files lack two keys each.
    assert len(mistakes) == len(set(mistakes)) + 2 == len(MISTAKES) + len(["folder.toml"]) + 2


@pytest.mark.parametrize("name", sorted(MISTAKES))
def test_a_mistake_has_the_status_of_its_kind(run, project, name):
    content, code = MISTAKES[name]
    (project / "claims" / name).write_bytes(content)
    status = {"FC001": 2, "FC007": 2, "FC009": 0}.get(code, 1)
    assert run("check", "--output-format", "json", cwd=project).returncode == status


def start(*arguments, cwd, **options):
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


@pytest.mark.parametrize("output_format", ["full", "json"])
def test_a_reader_that_leaves_early_is_no_accident(project, environment, output_format):
    for copy in range(200):
        (project / "claims" / f"{copy}.toml").write_text("[[claim]]\n" * 100)
    process = start("check", "--output-format", output_format, cwd=project, env=environment)
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait(60)
    assert errors == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("output_format", ["full", "concise", "json", "github", "sarif"])
def test_any_encoding_of_the_screen_will_do(run, project, encoding, output_format):
    done = run("check", "--output-format", output_format, cwd=project, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    # An ASCII screen is mostly one that nobody set up; what programs read is always UTF-8.
    is_utf8 = encoding == "ascii" or output_format in {"json", "sarif"}
    shown = done.stdout.decode("utf-8" if is_utf8 else encoding)
    assert "FC202" in shown


def test_names_of_files_reach_no_terminal_raw(run, project):
    (project / "claims" / "a\x1b[31m\nb.toml").write_text("x = 1\n")
    for output_format in ("full", "concise", "json", "github"):
        done = run("check", "--output-format", output_format, cwd=project)
        assert b"\x1b" not in done.stdout
        assert b"FC002" in done.stdout


def test_names_of_files_that_are_no_text_can_be_written(run, project):
    try:
        (project / "claims" / os.fsdecode(b"caf\xe9.toml")).write_text("x = 1\n")
    except OSError:
        pytest.skip("this disk has no such names")
    for output_format in ("full", "json", "sarif"):
        done = run("check", "--output-format", output_format, "--output", "out.txt", cwd=project)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"FC002" in (project / "out.txt").read_bytes()
        assert run("check", "--output-format", output_format, cwd=project).returncode == 1


def test_a_page_of_every_rule_can_be_printed_anywhere(run, tmp_path):
    page = run("explain", RULES[-1].code, cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert page.returncode == 0
