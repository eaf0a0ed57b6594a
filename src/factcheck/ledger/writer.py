"""Edits to a ledger file: spans of the original text are replaced, so comments and alignment survive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from factcheck.diagnostic import Edit
from factcheck.ledger.positions import Path, TomlFile, read_toml
from factcheck.text.anchor import sentence_digest

if TYPE_CHECKING:
    from factcheck.model import Ledger
    from factcheck.text.span import Text

__all__ = ["apply", "seal"]


def apply(text: Text, edits: Iterable[Edit]) -> str:
    """The content of a file after edits that do not overlap.

    >>> from factcheck.text.span import Text
    >>> text = Text("a.toml", "to = 120")
    >>> apply(text, [Edit(text.span(5, 8), "126")])
    'to = 126'
    """
    pieces, position = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        pieces += [text.content[position : edit.span.start], edit.replacement]
        position = edit.span.end
    return "".join([*pieces, text.content[position:]])


def seal(ledger: Ledger, paths: Iterable[str]) -> dict[str, str]:
    """New contents of source files, with the digest of each text, and the place of each quotation in it.

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
    table, statements = file.data.get("source"), file.data.get("statement")
    source = table.get("id") if isinstance(table, Mapping) else None
    path = ledger.source_texts.get(source) if isinstance(source, str) else None
    if path is None:
        return
    yield from _set(file, ("source",), {"sha256": f'"{ledger.digests[path]}"'}, "id")
    for index, entry in enumerate(statements if isinstance(statements, list) else ()):
        name = entry.get("id") if isinstance(entry, Mapping) else None
        statement = ledger.statements.get(f"{source}#{name}")
        # Of two entries with one id only the first is the statement that was found.
        is_first = statement and statement.places["id"] == file.span(("statement", index, "id"))
        if statement and statement.passage and is_first:
            passage = statement.passage
            digest = sentence_digest(ledger.texts[path].content, passage.start, passage.end)
            values = {"start": str(passage.start), "sentence": f'"{digest}"'}
            yield from _set(file, ("statement", index), values, "quote")


def _set(file: TomlFile, table: Path, values: Mapping[str, str], after: str) -> Iterator[Edit]:
    """Give keys of a table their values: in place where it has them, else below another key, aligned."""
    here: Any = file.data
    for step in table:
        here = here[step]
    for key in values.keys() & here.keys():
        span = file.span((*table, key))
        if file.text.quote(span) != values[key]:
            yield Edit(span, values[key])
    missing = {key: value for key, value in values.items() if key not in here}
    if missing:
        yield _insertion(file, table, missing, after)


def _insertion(file: TomlFile, table: Path, missing: Mapping[str, str], after: str) -> Edit:
    content = file.text.content
    name, value = file.key_span((*table, after)), file.span((*table, after))
    if file.text.quote(file.span(table)).startswith("{"):
        # An inline table has no lines of its own.
        words = "".join(f", {key} = {given}" for key, given in missing.items())
        return Edit(file.text.span(value.end, value.end), words)
    # What stands before the key on its line: spaces, or the table's name in `source.id = …`.
    lead = content[content.rfind("\n", 0, name.start) + 1 : name.start].removeprefix("\ufeff")
    width = content.find("=", name.end) - name.start - 1
    end = content.find("\n", value.end)
    end = len(content) if end < 0 else end
    at = end - 1 if content.startswith("\r\n", end - 1) else end
    line_end = "\r\n" if "\r\n" in content else "\n"
    words = "".join(f"{line_end}{lead}{key:<{width}} = {given}" for key, given in missing.items())
    return Edit(file.text.span(at, at), words)
