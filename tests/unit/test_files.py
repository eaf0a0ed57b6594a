"""Which files a ledger consists of; what cannot be read is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.diagnostic import Problem
from factcheck.ledger import files
from factcheck.ledger.files import decode, gather, shown

TOML = frozenset({".toml"})


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path, content=b"x"):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def told(*paths, suffixes=TOML):
    found, problems = gather(map(Path, paths), suffixes)
    return [name for name, _ in found], [(problem.span.path, problem.message) for problem in problems]


def test_a_folder_gives_its_ledger_files_sorted():
    for name in ("b.toml", "a.toml", "c.txt", "deep/z.toml", "UPPER.TOML", ".hidden.toml", ".git/x.toml"):
        put(f"claims/{name}")
    names = ["claims/UPPER.TOML", "claims/a.toml", "claims/b.toml", "claims/deep/z.toml"]
    assert told("claims") == (names, [])


def test_a_file_that_is_named_twice_is_read_once(folder):
    put("claims/a.toml")
    named = ["claims", "claims/a.toml", "./claims/a.toml", "claims/../claims", folder / "claims"]
    assert told(*named) == (["claims/a.toml"], [])


def test_what_is_named_must_exist():
    assert told("no.toml", "none") == (
        [],
        [
            ("no.toml", "there is no such file or folder; check the path"),
            ("none", "there is no such file or folder; check the path"),
        ],
    )


def test_a_named_file_of_another_kind_is_told():
    put("claims.json")
    put("claims.TOML")
    names, problems = told("claims.json", "claims.TOML")
    assert names == ["claims.TOML"]
    assert problems == [("claims.json", "this kind of file is not read here; name one that ends in .toml")]
    assert [name for name, _ in gather([Path("claims.json")], TOML, is_strict=False)[0]] == ["claims.json"]


def test_a_folder_in_the_place_of_a_file_is_told():
    put("claims/x.toml/inside.toml")
    names, problems = told("claims")
    assert names == ["claims/x.toml/inside.toml"]
    assert [path for path, _ in problems] == ["claims/x.toml"]
    assert "a folder where a file is due" in problems[0][1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_or_a_device_is_told_and_not_waited_for():
    os.mkfifo("pipe.toml")
    assert told("pipe.toml", "/dev/null") == (
        [],
        [
            ("/dev/null", "this is no regular file; name a file on disk"),
            ("pipe.toml", "this is no regular file; name a file on disk"),
        ],
    )


def test_links_that_lead_in_a_circle_are_told():
    put("claims/a.toml")
    Path("claims/loop.toml").symlink_to("loop.toml")
    Path("claims/again").symlink_to("../claims")
    names, problems = told("claims")
    assert names == ["claims/a.toml"]
    assert [path for path, _ in problems] == ["claims/loop.toml"]
    assert "symbolic links" in problems[0][1]


def test_a_link_that_leads_nowhere_is_told():
    Path("gone.toml").symlink_to("nowhere.toml")
    assert told("gone.toml")[1] == [("gone.toml", "there is no such file or folder; check the path")]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told():
    put("claims/a.toml").chmod(0)
    put("claims/closed/b.toml").parent.chmod(0)
    try:
        problems = told("claims")[1]
    finally:
        Path("claims/closed").chmod(0o700)
    assert [path for path, _ in problems] == ["claims/a.toml", "claims/closed"]
    assert all("permission denied" in message for _, message in problems)


def test_a_name_that_is_none_is_told():
    assert told("a\0b.toml")[1] == [("a\0b.toml", "this is no file name; check the path")]
    assert "name too long" in told("x" * 10_000 + ".toml")[1][0][1]


def test_a_file_beyond_reason_is_told(monkeypatch):
    put("claims/a.toml", b"x" * 20)
    monkeypatch.setattr(files, "LARGEST", 10)
    assert "larger than" in told("claims")[1][0][1]


def test_a_path_is_shown_from_the_working_folder(folder):
    assert shown(folder / "claims" / "a.toml") == "claims/a.toml"
    assert shown(Path("claims") / ".." / "a.toml") == "a.toml"
    assert shown(Path("../other/a.toml")) == "../other/a.toml"


def test_the_first_byte_that_is_no_text_is_told():
    problem = decode("a.toml", b"one\r\ncaf\xe9")
    assert isinstance(problem, Problem)
    assert str(problem.span) == "a.toml:2:4"
    assert decode("a.toml", "café".encode()).content == "café"
    assert "0xff" in decode("a.toml", b"\xff\xfea").message
