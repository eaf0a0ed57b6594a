"""Which files a ledger or a draft consists of, and their bytes; what cannot be read becomes a problem."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.diagnostic import Problem
from factcheck.text.span import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["ARTICLES", "LARGEST", "decode", "exists", "gather", "is_folder", "shown"]

ARTICLES: Final = frozenset({".txt", ".md", ".html"})
LARGEST: Final = 64 * 1024 * 1024


def gather(
    paths: Iterable[Path], suffixes: frozenset[str], *, is_strict: bool = True
) -> tuple[list[tuple[str, bytes]], list[Problem]]:
    """The content of files, and of the files in folders that end in one of the suffixes.

    Args:
        paths: files and folders; hidden files and linked folders inside a folder are left out.
        suffixes: which files of a folder count, in lower case, such as ".toml".
        is_strict: whether a file that is named must have one of them, too.

    Returns:
        Name and content of each file, sorted, each once; and a problem for each that cannot be read.
    """
    contents: dict[str, bytes] = {}
    problems: dict[str, str] = {}
    for path in paths:
        for file in _files(path, suffixes, problems):
            name = shown(file)
            is_known = not is_strict or file.suffix.lower() in suffixes
            is_other = not is_known and os.path.isfile(file)  # noqa: PTH113 - see `exists`
            found = _unknown(suffixes) if is_other else _read(file)
            if isinstance(found, bytes):
                contents[name] = found
            else:
                problems[name] = found
    unread = [
        Problem("unreadable-file", Text(name, "").span(0, 0), "", message)
        for name, message in sorted(problems.items())
    ]
    return sorted(contents.items()), unread


def decode(path: str, content: bytes) -> Text | Problem:
    r"""The characters of a file, or the place where they are not UTF-8.

    >>> decode("a.txt", b"caf\xe9").message
    'this is not UTF-8: byte 0xe9; save the file as UTF-8'
    """
    try:
        return Text(path, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = Text(path, content[: error.start].decode("utf-8"))
        span = before.span(len(before.content), len(before.content))
        message = f"this is not UTF-8: byte {content[error.start]:#04x}; save the file as UTF-8"
        return Problem("unreadable-file", span, "", message)


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; a name that can be none is none."""
    return os.path.exists(path)  # noqa: PTH110 - `Path.exists` raises where a name is too long


def is_folder(path: Path) -> bool:
    """Whether there is such a folder."""
    return os.path.isdir(path)  # noqa: PTH112 - see `exists`


def shown(path: Path) -> str:
    """A path as messages show it: from the working folder where it lies inside, with forward slashes."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links and name another file
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _files(path: Path, suffixes: frozenset[str], problems: dict[str, str]) -> Iterator[Path]:
    if not is_folder(path):
        yield path
        return

    def report(error: OSError) -> None:
        problems[shown(Path(error.filename))] = _reason(error)

    for folder, folders, names in os.walk(path, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # A folder that is named like a ledger file is reported, not passed over.
        odd = [name for name in folders if Path(name).suffix.lower() == ".toml"]
        for name in sorted([*names, *odd]):
            if Path(name).suffix.lower() in suffixes and not name.startswith("."):
                yield Path(folder, name)


def _read(path: Path) -> bytes | str:
    """The content of a file, or why it cannot be read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return "this is a folder where a file is due; rename it, or name another file"
        if not stat.S_ISREG(status.st_mode):
            return "this is no regular file; name a file on disk"
        if status.st_size > LARGEST:
            return f"this file is larger than {LARGEST // 1024 // 1024} MiB; split it"
        return path.read_bytes()
    except FileNotFoundError:
        return "there is no such file or folder; check the path"
    except OSError as error:
        return _reason(error)
    except ValueError:
        return "this is no file name; check the path"


def _reason(error: OSError) -> str:
    return f"this cannot be read: {(error.strerror or 'unknown reason').lower()}"


def _unknown(suffixes: frozenset[str]) -> str:
    return f"this kind of file is not read here; name one that ends in {' or '.join(sorted(suffixes))}"
