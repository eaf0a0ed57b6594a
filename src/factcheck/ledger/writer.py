"""Edits to a ledger file: spans of the original text are replaced, so comments and alignment survive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.diagnostic import Edit
from factcheck.ledger.positions import Path, TomlFile, read_toml
from factcheck.model import Ledger
from factcheck.text.anchor import sentence_digest
from factcheck.text.span import Text

__all__ = ["apply", "seal"]


def apply(text: Text, edits: Iterable[Edit]) -> str:
    """The content of a file after edits that do not overlap.

    >>> text = Text("a.toml", "to = 120")
    >>> apply(text, [Edit(text.span(5, 8), "126")])
    'to = 126'
    """
    content = text.content
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        content = content[: edit.span.start] + edit.replacement + content[edit.span.end :]
    return content


def seal(ledger: Ledger, paths: Iterable[str]) -> dict[str, str]:
    """New contents of source files, with the digest of each text, and the offset and sentence of each quotation.

    Only quotations that were found word for word are sealed; the others keep what they had.

    Args:
        ledger: loaded with the texts at hand.
        paths: the source files to seal.
    """
    sealed = {}
    for path in paths:
        file = read_toml(ledger.texts[path])
        content = apply(file.text, _edits(ledger, file))
        if content != file.text.content:
            sealed[path] = content
    return sealed


def _edits(ledger: Ledger, file: TomlFile) -> Iterator[Edit]:
    source = file.data.get("source", {}).get("id")
    path = ledger.source_texts.get(source)
    if path is None:
        return
    yield from _set(file, ("source",), "sha256", f'"{ledger.digests[path]}"', "id")
    for index, table in enumerate(file.data.get("statement", ())):
        statement = ledger.statements.get(f"{source}#{table.get('id')}")
        if statement and statement.passage:
            passage = statement.passage
            digest = sentence_digest(ledger.texts[path].content, passage.start, passage.end)
            at: Path = ("statement", index)
            # Two insertions after one key come out in reverse order.
            yield from _set(file, at, "sentence", f'"{digest}"', "quote")
            yield from _set(file, at, "start", str(passage.start), "quote")


def _set(file: TomlFile, table: Path, key: str, value: str, after: str) -> Iterator[Edit]:
    """Give a key a value: in place where it has one, else on a line of its own below another key."""
    content = file.text.content
    here: object = file.data
    for step in table:
        here = here[step]  # type: ignore[index]
    if isinstance(here, dict) and key in here:
        span = file.span((*table, key))
        if file.text.quote(span) != value:
            yield Edit(span, value)
        return
    name, span = file.key_span((*table, after)), file.span((*table, after))
    end = content.find("\n", span.end)
    end = len(content) if end < 0 else end
    line_start = content.rfind("\n", 0, name.start) + 1
    equals = content.find("=", name.end)
    width = max(equals - name.start - 1, len(key))
    line_end = "\r\n" if content[:end].endswith("\r") else "\n"
    indent = content[line_start : name.start]
    if indent.strip():
        # An inline table has no lines of its own.
        yield Edit(file.text.span(span.end, span.end), f", {key} = {value}")
        return
    at = end - 1 if line_end == "\r\n" else end
    yield Edit(file.text.span(at, at), f"{line_end}{indent}{key:<{width}} = {value}")
