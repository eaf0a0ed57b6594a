"""One tolerant pass over TOML: where every key, value, header and comment stands."""

from __future__ import annotations

import re
import tomllib

from attrs import define, field

__all__ = ["Beyond", "Node", "Scanner"]

_BOM = "\ufeff"
_MAX_NESTING = 100  # brackets within brackets; tomllib recurses on them
_MAX_PARTS = 64  # of a dotted key; tomllib takes quadratic time on them
_MAX_FIGURE = 300  # characters of a number or date; Python refuses to print integers of 4,300 digits
_MAX_EXPONENT = 999  # int(Decimal("1e999999999")) would never return

_SPACE = re.compile(r"[ \t\r\n]*+")
_COMMENT = re.compile(r"#[^\n]*+")
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\(?s:.)|"(?!""))*+"{3,5}+'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}+"
    r'|"(?!"")(?:[^"\\\n]++|\\.)*+"'
    r"|'(?!'')[^'\n]*+'"
)
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*+|[^\s,\]}#\"'][^\s,\]}#]*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+'""")
_DOT = re.compile(r"[ \t]*+\.[ \t]*+")
_EQUALS = re.compile(r"[ \t]*+=[ \t]*+")
_EXPONENT = re.compile(r"[+-]?[0-9_.]*+[eE][+-]?([0-9_]++)")
_CLOSERS = {1: re.compile(r"[ \t]*+\]"), 2: re.compile(r"[ \t]*+\]\]")}


@define(eq=False)
class Node:
    """One key, element or table: where its key, its value and its header stand (-1: nowhere)."""

    key: tuple[int, int] | None = None
    start: int = -1
    end: int = -1
    children: dict[str | int, Node] = field(factory=dict)
    is_list: bool = False
    pieces: tuple[list[int], list[int]] | None = None

    def child(self, name: str | int) -> Node:
        """The child of that name, made where there is none."""
        found = self.children.get(name)
        if found is None:
            found = self.children[name] = Node()
        return found

    def latest(self) -> Node:
        """What a header means by this name: of an array of tables, its last element."""
        return self.children.get(len(self.children) - 1, self) if self.is_list else self


class Beyond(Exception):  # noqa: N818 - not an error of the program: the place where scanning ends
    """Scanning ends here; with a message where the file asks for more than is reasonable."""

    def __init__(self, start: int, end: int, message: str = "") -> None:
        super().__init__(message)
        self.start, self.end, self.message = start, end, message


@define
class Scanner:
    """One pass over the text; tolerant, because tomllib judges the syntax."""

    source: str
    root: Node = field(factory=Node)
    comments: list[tuple[int, int]] = field(factory=list)

    def scan(self) -> None:
        """Fill `root` and `comments`.

        Raises:
            Beyond: where the text is no TOML, or asks for more than is reasonable.
        """
        table = self.root
        position = self._skip(1 if self.source.startswith(_BOM) else 0)
        while position < len(self.source):
            if self.source[position] == "[":
                table, position = self._header(position)
            else:
                node, position = self._pair(table, position)
                position = self._value(node, position)
            position = self._skip(position)

    def _skip(self, position: int) -> int:
        """The next character that is neither space nor comment."""
        while True:
            position = _SPACE.match(self.source, position).end()  # type: ignore[union-attr] # matches empty
            comment = _COMMENT.match(self.source, position)
            if comment is None:
                return position
            position = comment.end()
            body = self.source[comment.start() : position].rstrip("\r")
            self.comments.append((comment.start(), comment.start() + len(body)))

    def _expect(self, pattern: re.Pattern[str], position: int) -> re.Match[str]:
        match = pattern.match(self.source, position)
        if match is None:
            raise Beyond(position, position)
        return match

    def _key(self, position: int) -> tuple[list[tuple[str, tuple[int, int]]], int]:
        """The parts of a dotted key with their places, and where it ends."""
        parts: list[tuple[str, tuple[int, int]]] = []
        while True:
            match = self._expect(_KEY, position)
            parts.append((_plain(match), match.span()))
            if len(parts) > _MAX_PARTS:
                raise Beyond(*match.span(), f"a key has at most {_MAX_PARTS} parts")
            dot = _DOT.match(self.source, match.end())
            if dot is None:
                return parts, match.end()
            position = dot.end()

    def _header(self, start: int) -> tuple[Node, int]:
        """The table that a `[header]` or `[[header]]` opens."""
        brackets = 2 if self.source.startswith("[[", start) else 1
        parts, position = self._key(_SPACE.match(self.source, start + brackets).end())  # type: ignore[union-attr]
        end = self._expect(_CLOSERS[brackets], position).end()
        node = self.root
        for name, place in parts:
            node = node.latest().child(name)
            node.key = node.key or place
        if brackets == 2:
            node.is_list = True
            if node.start < 0:
                node.start, node.end = start, end
            node = node.child(len(node.children))
        node.start, node.end = start, end
        return node, end

    def _pair(self, table: Node, position: int) -> tuple[Node, int]:
        """The node of a key, and where its value begins."""
        parts, position = self._key(position)
        node = table
        for name, place in parts:
            node = node.child(name)
            node.key = node.key or place
        return node, self._expect(_EQUALS, position).end()

    def _value(self, node: Node, position: int) -> int:
        """Note where a value stands, with all that is inside it; returns its end."""
        containers: list[tuple[Node, str]] = []
        while True:
            node.start = position
            closer = {"[": "]", "{": "}"}.get(self.source[position : position + 1])
            if closer is None:
                node.end = position = self._scalar(position)
            else:
                containers.append((node, closer))
                position += 1
                if len(containers) > _MAX_NESTING:
                    raise Beyond(node.start, position, f"brackets nest at most {_MAX_NESTING} deep")
            position = self._close(containers, position)
            if not containers:
                return position
            container, closer = containers[-1]
            if closer == "]":
                node = container.child(len(container.children))
            else:
                node, position = self._pair(container, position)

    def _close(self, containers: list[tuple[Node, str]], position: int) -> int:
        """Close every container that ends here; returns where the next element begins."""
        while containers:
            container, closer = containers[-1]
            position = self._skip(position)
            if self.source.startswith(",", position):
                position = self._skip(position + 1)
            if not self.source.startswith(closer, position):
                break
            position = container.end = position + 1
            containers.pop()
        return position

    def _scalar(self, position: int) -> int:
        string = _STRING.match(self.source, position)
        if string is not None:
            return string.end()
        match = self._expect(_BARE, position)
        if match.end() - position > _MAX_FIGURE and match[0][0] in "+-0123456789":
            raise Beyond(*match.span(), f"a figure has at most {_MAX_FIGURE} characters")
        power = _EXPONENT.match(self.source, position, match.end())
        if power is not None and int(power[1].replace("_", "") or 0) > _MAX_EXPONENT:
            raise Beyond(*match.span(), f"the exponent of a figure is at most {_MAX_EXPONENT}")
        return match.end()


def _plain(match: re.Match[str]) -> str:
    """The name that a key part spells."""
    part = match[0]
    if part[0] not in "\"'":
        return part
    if "\\" not in part or part[0] == "'":
        return part[1:-1]
    try:
        name: str = tomllib.loads(f"name = {part}")["name"]
    except ValueError:
        raise Beyond(*match.span()) from None
    return name
