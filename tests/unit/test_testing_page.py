"""The page on testing a ledger is run as it stands."""

import re
import shutil
from pathlib import Path

import pytest

from factcheck import strategies

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "src" / "factcheck" / "rules" / "example"
PAGE = (ROOT / "docs" / "testing-your-ledger.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NAMES = re.findall(r"^def (test_\w+)", "".join(BLOCKS), re.MULTILINE)


@pytest.fixture(scope="module")
def shown():
    strategies._hypothesis_setup_hook()  # as Hypothesis does for an installed package
    namespace = {}
    exec(compile("\n".join(BLOCKS), "testing-your-ledger.md", "exec"), namespace)  # noqa: S102  our own page
    return namespace


@pytest.mark.parametrize("name", NAMES)
def test_every_test_of_the_page_passes(shown, name, monkeypatch, tmp_path):
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    shown[name]()


def test_the_page_names_every_strategy():
    table = PAGE.partition("## What there is")[2]
    assert {name for name in strategies.__all__ if f"`{name}(" not in table} == set()
