"""What of a Markdown or HTML paragraph is mark-up: tags, comments, code, link targets, emphasis."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TypeAlias

__all__ = ["COMMENT", "Stretch", "markup", "plain_markup"]

Stretch: TypeAlias = tuple[int, int]

COMMENT = re.compile(r"<!--((?:[^-]++|-(?!->))*+)-->")

_URL = r"https?://[^\s<>()\[\]|\"]*[^\s<>()\[\]|\".,;:!?'*_]"
_PLAIN = re.compile(rf"(?P<comment><!--)|(?P<url>{_URL})")
_MARKUP = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~\r\n]))"
    r"|(?P<code>`++)"
    r"|(?P<comment><!--)"
    r"|(?P<tag></?[A-Za-z][^<>]*+>|<\?[^<>]*+>|<![A-Z][^<>]*+>)"
    rf"|(?P<url>{_URL})"
    r"|(?P<note>\[\^[^\[\]\s]{1,99}\]:?)"
    r"|(?P<open>!?\[)"
    r"|(?P<target>\](?:\([^()\r\n]{0,2000}+(?:\([^()\r\n]{0,999}\)[^()\r\n]{0,999}+)?\)"
    r"|\[[^\[\]\r\n]{0,999}+\]|\{[^{}\r\n]{0,999}+\}))"
    r"|(?P<close>\])"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});)"
    r"|(?P<attribute>\{[#.:][^{}\r\n]{0,999}+\})"
    r"|(?P<emphasis>\*++|_++|~~++)"
)


def plain_markup(content: str, start: int, end: int) -> tuple[list[Stretch], list[Stretch]]:
    """The mark-up of plain text, addresses and comments, and the comments alone.

    >>> plain_markup("See https://a.example/94. <!-- fc: x -->", 0, 40)
    ([(4, 24), (26, 40)], [(26, 40)])
    """
    hidden: list[Stretch] = []
    comments: list[Stretch] = []
    position = start
    while found := _PLAIN.search(content, position, end):
        position = found.end()
        if found.lastgroup == "url":
            hidden.append(found.span())
        elif comment := COMMENT.match(content, found.start(), end):
            hidden.append(comment.span())
            comments.append(comment.span())
            position = comment.end()
        elif content.find("-->", position, end) < 0:
            position = _skip_unclosed(content, position, end)
    return hidden, comments


def markup(content: str, start: int, end: int) -> tuple[list[Stretch], list[Stretch]]:
    """The mark-up of one Markdown paragraph, and the comments among it, each in order.

    >>> hidden, comments = markup("**94** of [120](u/7) `x1` &nbsp;", 0, 32)
    >>> [("**94** of [120](u/7) `x1` &nbsp;")[slice(*stretch)] for stretch in hidden]
    ['**', '**', '[', '](u/7)', '`x1`', '&nbsp;']
    """
    hidden: list[Stretch] = []
    comments: list[Stretch] = []
    brackets: list[Stretch] = []
    runs = _backtick_runs(content, start, end)
    position = start
    while found := _MARKUP.search(content, position, end):
        position = found.end()
        kind = found.lastgroup
        if kind == "escape":
            hidden.append(found.span())
            position += 1
        elif kind == "code":
            position = _code_end(runs, found.start(), position)
            if position > found.end():
                hidden.append((found.start(), position))
        elif kind == "comment":
            comment = COMMENT.match(content, found.start(), end)
            if comment is not None:
                hidden.append(comment.span())
                comments.append(comment.span())
                position = comment.end()
            elif content.find("-->", position, end) < 0:
                position = _skip_unclosed(content, position, end)
        elif kind == "open":
            brackets.append(found.span())
        elif kind == "close":
            del brackets[-1:]
        elif kind == "target":
            if brackets:
                hidden += (brackets.pop(), found.span())
        elif kind != "emphasis" or _is_emphasis(content, *found.span()):
            hidden.append(found.span())
    return sorted(hidden), comments


def _skip_unclosed(content: str, position: int, end: int) -> int:
    """Past all the `<!--` of a stretch in which no comment closes, so that each is looked at once."""
    last = content.rfind("<!--", position, end)
    return last + 4 if last >= 0 else position


def _backtick_runs(content: str, start: int, end: int) -> dict[int, list[int]]:
    """Where runs of backticks begin, by length: code closes with as many as it opened with."""
    runs: dict[int, list[int]] = defaultdict(list)
    for run in re.finditer("`++", content[start:end]):
        runs[run.end() - run.start()].append(start + run.start())
    return runs


def _code_end(runs: dict[int, list[int]], start: int, end: int) -> int:
    """The end of the code that opens here; of the opening run where nothing closes it."""
    starts = runs.get(end - start, [])
    index = bisect_left(starts, end)
    return starts[index] + end - start if index < len(starts) else end


def _is_emphasis(content: str, start: int, end: int) -> bool:
    """Whether a run of `*`, `_` or `~` marks emphasis: not between spaces, not inside a word or a sum."""
    before = content[start - 1 : start] or " "
    after = content[end : end + 1] or " "
    if before.isspace() and after.isspace():
        return False
    return end - start > 1 or not (before.isalnum() and after.isalnum())
