"""Every rule's page: its example gives exactly its code, and its way out is clean."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import PurePosixPath

import pytest

from factcheck import api
from factcheck.diagnostic import Severity
from factcheck.ledger.loader import load
from factcheck.rules import RULES
from factcheck.text.span import Text

WITHOUT_EXAMPLE = {"FC011", "FC110"}  # a setting, and a text that only `sources verify` looks for
BLOCK = re.compile(r"^```(toml|text|markdown|hex) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KINDS = {".toml": "toml", ".txt": "text", ".md": "markdown"}


def base():
    root = files("factcheck.rules") / "example"
    return {
        f"{folder.name}/{file.name}": file.read_bytes()
        for folder in root.iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
    }


def section(rule, name):
    return rule.explanation.partition(f"## {name}\n")[2].partition("\n## ")[0]


def overlaid(ledger, text):
    blocks = {
        path: bytes.fromhex(content) if kind == "hex" else content.encode()
        for kind, path, content in BLOCK.findall(text)
    }
    return ledger | blocks


def codes(project):
    drafts = [
        Text(path, text.decode()) for path, text in sorted(project.items()) if path.startswith("drafts/")
    ]
    ledger = load((path, content) for path, content in project.items() if not path.startswith("drafts/"))
    found = api.check(ledger, drafts).diagnostics
    loud = {each.code for each in found if each.severity is not Severity.INFO}
    return loud, {each.code for each in found} - loud


PAGES = [pytest.param(rule, id=rule.code) for rule in RULES if rule.code not in WITHOUT_EXAMPLE]
WAYS_OUT = [page for page in PAGES if BLOCK.search(section(page.values[0], "Use instead"))]
ALL = [pytest.param(rule, id=rule.code) for rule in RULES]


def test_a_code_is_given_once():
    given = [rule.code for rule in RULES]
    assert sorted(set(given)) == sorted(given)


def test_a_name_is_given_once():
    given = [rule.name for rule in RULES]
    assert sorted(set(given)) == sorted(given)


@pytest.mark.parametrize("rule", ALL)
def test_a_page_has_a_code_a_name_a_summary_and_a_reason(rule):
    assert re.fullmatch(r"FC\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert re.fullmatch(r"[A-Z].*\.", rule.summary)
    assert section(rule, "Why it matters").strip()


@pytest.mark.parametrize("rule", ALL)
def test_a_page_shows_the_fault_and_the_way_out(rule):
    has_example = bool(BLOCK.search(section(rule, "Example")))
    assert has_example != (rule.code in WITHOUT_EXAMPLE)
    is_mended = bool(BLOCK.search(section(rule, "Use instead")))
    assert is_mended == has_example or rule.severity is Severity.INFO


@pytest.mark.parametrize("rule", ALL)
def test_every_block_of_a_page_names_a_file_of_its_kind(rule):
    fences = re.findall(r"^```\w+ .*$", rule.explanation, re.MULTILINE)
    blocks = BLOCK.findall(rule.explanation)
    assert len(blocks) == len(fences)
    assert all(kind in {"hex", KINDS[PurePosixPath(path).suffix]} for kind, path, _ in blocks)


def test_the_project_under_the_examples_is_clean():
    assert codes(base())[0] == set()


@pytest.mark.parametrize("rule", PAGES)
def test_the_example_gives_the_code_and_no_other(rule):
    loud, quiet = codes(overlaid(base(), section(rule, "Example")))
    if rule.severity is Severity.INFO:
        assert loud == set()
        assert rule.code in quiet
    else:
        assert loud == {rule.code}


@pytest.mark.parametrize("rule", WAYS_OUT)
def test_what_to_use_instead_is_clean(rule):
    way_out = section(rule, "Use instead")
    loud, quiet = codes(overlaid(overlaid(base(), section(rule, "Example")), way_out))
    assert loud == set()
    assert rule.code not in quiet
