"""ARCHITECTURE.md names every module with its own first line."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "ARCHITECTURE.md"
PACKAGE = ROOT / "src" / "factcheck"


def rooms() -> str:
    """The table that the modules themselves give."""
    rows = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        name = name.removesuffix("__init__").rstrip("/") + "/" if name.endswith("/__init__") else name
        summary = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]
        rows.append(f"| `{name}` | {summary} |")
    return "\n".join(["| module | what it is |", "|---|---|", *rows])


def test_the_page_lists_every_module_with_its_first_line(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text("utf-8")
    made = re.sub(
        r"(?<=<!-- rooms -->\n).*(?=<!-- /rooms -->)", lambda _: rooms() + "\n", page, flags=re.DOTALL
    )
    if request.config.getoption("--update-golden"):
        PAGE.write_text(made, "utf-8")
    assert page == made or request.config.getoption("--update-golden")


def test_every_module_says_in_one_sentence_what_it_is() -> None:
    for path in PACKAGE.rglob("*.py"):
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        first, _, rest = docstring.partition("\n")

        assert first.endswith("."), path
        assert not rest or rest.startswith("\n"), path


def test_no_file_is_longer_than_one_reading() -> None:
    long = [path.name for path in PACKAGE.rglob("*.py") if len(path.read_text("utf-8").splitlines()) > 400]

    assert long == []
