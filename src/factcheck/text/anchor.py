"""Where a quotation stands in a text: verbatim, folded, drifted, altered, ambiguous or lost."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator  # noqa: TC003 - attrs resolves the annotations of its classes
from enum import StrEnum
from functools import lru_cache

from attrs import frozen

from factcheck.text.fold import Folded, fold
from factcheck.text.sentences import sentences
from factcheck.text.wording import Alignment, Change, Words, align, is_denial, weight, words

__all__ = ["AnchorKind", "Anchoring", "Place", "anchor", "sentence_around", "sentence_digest"]

_FOUND = 60  # of 100: below, a passage is another passage
_MAX_WORDS = 500  # of a quotation that is searched for word by word
_MAX_PLACES = 20  # shown of an ambiguous quotation
_WINDOWS = 5  # looked at closely
_STOP = re.compile(r"[.!?]\s")
_REACH = 5  # words before a passage that still bear on it
_PREFIX = 64  # characters that tell one place from another


class AnchorKind(StrEnum):
    """How a quotation stands in a text."""

    EXACT = "exact"
    FOLDED = "folded"
    DRIFTED = "drifted"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@frozen
class Place:
    """One of several places of a quotation, with the words before it that tell it from the others."""

    start: int
    end: int
    prefix: str


@frozen
class Anchoring:
    """What became of a quotation.

    Attributes:
        kind: exact and folded say the same; drifted says it in other words; altered says something else;
            ambiguous stands in several places; lost stands nowhere.
        start: first code point of the passage, or of the nearest one; None where there is none.
        end: one past its last code point.
        score: how much of the quotation is still there, from 0 to 100.
        changes: the figures, names and deciding words that changed.
        places: all the places of an ambiguous quotation, the first twenty at most.
    """

    kind: AnchorKind
    start: int | None
    end: int | None
    score: int
    changes: tuple[Change, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the text still says the quotation, in this one place."""
        return self.kind in {AnchorKind.EXACT, AnchorKind.FOLDED}


@frozen
class _Search:
    """One quotation with what stood around it, and the text in which it is looked for; all folded."""

    folded: Folded
    exact: str
    prefix: str
    suffix: str
    hint: int | None

    @property
    def has_context(self) -> bool:
        return bool(self.prefix or self.suffix)

    def context(self, start: int, end: int) -> int:
        """How much of the words around the quotation stands around a passage, from 0 to 100."""
        if not self.has_context:
            return 100
        before = self.folded.text[max(start - len(self.prefix), 0) : start]
        after = self.folded.text[end : end + len(self.suffix)]
        same = _common(reversed(self.prefix), reversed(before)) + _common(iter(self.suffix), iter(after))
        return 100 * same // (len(self.prefix) + len(self.suffix))


def anchor(  # noqa: PLR0913 - the members of a selector
    content: str,
    exact: str,
    *,
    prefix: str = "",
    suffix: str = "",
    start: int | None = None,
    trust_start: bool = False,
) -> Anchoring:
    """Find a quotation in a text, and say what became of it.

    >>> found = anchor("The unit grew from 90 to 120 men.", "from 94 to 120 men")
    >>> found.kind.value, [str(change) for change in found.changes]
    ('altered', ['94 became 90'])

    Args:
        content: the text.
        exact: the words of the quotation.
        prefix: the words before it, where it stands in several places.
        suffix: the words after it.
        start: where it stood when it was recorded.
        trust_start: whether the text is known to be the one that was read then (same digest).

    The order exact, folded, approximate and the weights of quotation, prefix, suffix and position follow
    the Hypothes.is client; the comparison of figures and deciding words is ours.
    """
    if trust_start and start is not None and start >= 0 and exact and content.startswith(exact, start):
        return Anchoring(AnchorKind.EXACT, start, start + len(exact), 100)
    folded = fold(content)
    hint = None if start is None else folded.position(start)
    search = _Search(folded, fold(exact).text.strip(), fold(prefix).text, fold(suffix).text, hint)
    if not search.exact:
        return Anchoring(AnchorKind.LOST, None, None, 0)
    for kind, text, quote in (
        (AnchorKind.EXACT, content, exact),
        (AnchorKind.FOLDED, folded.text, search.exact),
    ):
        spans = list(_occurrences(text, quote))
        if kind is AnchorKind.FOLDED:
            spans = [span for span in spans if not any(map(folded.splits, span))]
            originals = [folded.original(*span) for span in spans]
        else:
            originals = spans
            spans = [(folded.position(first), folded.position(last)) for first, last in spans]
        if spans:
            return _choose(search, kind, content, spans, originals)
    return _approximate(search, _nearest(search))


def _occurrences(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """The places of a quotation that cut no word and no figure in two."""
    position = text.find(quote) if quote else -1
    while position >= 0:
        end = position + len(quote)
        if not _cuts(text, position) and not _cuts(text, end):
            yield position, end
        position = text.find(quote, end)


def _cuts(text: str, offset: int) -> bool:
    """Whether a word or a figure goes on across an offset."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if unicodedata.combining(after):
        return True
    if before.isalnum() and after.isalnum():
        return before < "\u2e80" and after < "\u2e80"  # East Asian words touch
    if before in ".," and after.isdigit():
        return text[offset - 2 : offset - 1].isdigit()
    return before.isdigit() and after in ".," and text[offset + 1 : offset + 2].isdigit()


def _choose(
    search: _Search,
    kind: AnchorKind,
    content: str,
    spans: list[tuple[int, int]],
    originals: list[tuple[int, int]],
) -> Anchoring:
    """Which of the verbatim places is meant: the only one, or the one with the recorded words around it."""
    contexts = [search.context(*span) for span in spans]
    best = max(contexts)
    if search.has_context and best < 50:
        moved = [found for found in _nearest(search) if search.context(*_extent(search, found)) == 100]
        if moved:
            return _approximate(search, moved)
    if len(spans) == 1 or (search.has_context and best >= 50 and contexts.count(best) == 1):
        start, end = originals[contexts.index(best)]
        return Anchoring(kind, start, end, 100)
    return Anchoring(
        AnchorKind.AMBIGUOUS, *originals[0], 100, places=_places(content, originals[:_MAX_PLACES])
    )


def _places(content: str, spans: list[tuple[int, int]]) -> tuple[Place, ...]:
    """Every place with the fewest words before it that no other place has before it."""
    befores = [content[max(start - _PREFIX, 0) : start] for start, _ in spans]
    places = []
    for index, (start, end) in enumerate(spans):
        others = befores[:index] + befores[index + 1 :]
        shared = max((_common(reversed(befores[index]), reversed(other)) for other in others), default=0)
        length = min(shared + 1, len(befores[index]))
        while length < len(befores[index]) and not befores[index][-length - 1].isspace():
            length += 1
        places.append(Place(start, end, befores[index][len(befores[index]) - length :]))
    return tuple(places)


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    """How many characters two texts begin with in common."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _nearest(search: _Search) -> list[Alignment]:
    """The passages that come nearest to a quotation, best first."""
    quote, text = words(search.exact), words(search.folded.text)
    if not quote.keys or not text.keys or len(quote.keys) > _MAX_WORDS:
        return []
    reach = len(quote.keys) // 2 + 2
    width = len(quote.keys) + len(quote.keys) // 4 + 1
    found: dict[tuple[int, int], Alignment] = {}
    for window in _windows(search, quote, text, width):
        for alignment in align(
            quote, text, max(window - reach, 0), min(window + width + reach, len(text.keys))
        ):
            found.setdefault(alignment.extent, alignment)
    return sorted(found.values(), key=lambda alignment: _rank(search, alignment))


def _rank(search: _Search, alignment: Alignment) -> tuple[int, int]:
    """Quotation 50, context 40, position 2, as Hypothes.is weighs them; the earlier place breaks ties."""
    start, end = _extent(search, alignment)
    away = 0 if search.hint is None else 100 * abs(start - search.hint) // len(search.folded.text)
    return -(50 * alignment.score + 40 * search.context(start, end) + 2 * (100 - away)), start


def _windows(search: _Search, quote: Words, text: Words, width: int) -> list[int]:
    """The first words of the windows worth a close look."""
    starts: set[int] = set()
    near = [search.hint] if search.hint is not None else []
    near += [end for _, end in list(_occurrences(search.folded.text, search.prefix.strip()))[:_WINDOWS]]
    near += [start for start, _ in list(_occurrences(search.folded.text, search.suffix.strip()))[:_WINDOWS]]
    for offset in near:
        starts.add(max(_word_at(text, offset) - width // 2, 0))
    shares = _shares(quote, text, width)
    for _ in range(_WINDOWS):
        best = max(shares)
        if best <= 0:
            break
        window = shares.index(best)
        starts.add(window)
        low = max(window - width // 2, 0)
        high = min(window + width // 2 + 1, len(shares))
        shares[low:high] = [0] * (high - low)
    return sorted(starts)


def _word_at(text: Words, offset: int) -> int:
    return min(bisect_left(text.starts, offset), len(text.keys) - 1)


def _shares(quote: Words, text: Words, width: int) -> list[int]:
    """For each window of the text, the weight of the quotation's words in it; figures count as alike."""
    wanted = Counter(_masked(key) for key in quote.keys)
    keys = [_masked(key) for key in text.keys]
    held: Counter[str] = Counter()
    share = 0
    shares = []
    for index in range(len(keys) + width - 1):
        if index < len(keys) and keys[index] in wanted:
            held[keys[index]] += 1
            share += weight(keys[index]) if held[keys[index]] <= wanted[keys[index]] else 0
        gone = index - width
        if gone >= 0 and keys[gone] in wanted:
            share -= weight(keys[gone]) if held[keys[gone]] <= wanted[keys[gone]] else 0
            held[keys[gone]] -= 1
        if index >= width - 1:
            shares.append(share)
    return shares


def _masked(key: str) -> str:
    return "#" if key[0] == "#" else key


def _extent(search: _Search, alignment: Alignment) -> tuple[int, int]:
    """The passage of an alignment in the folded text, with the quotation's own marks at its ends."""
    first, last = alignment.extent
    start, end = alignment.text.starts[first], alignment.text.ends[last]
    lead = search.exact[: alignment.quote.starts[0]]
    trail = search.exact[alignment.quote.ends[-1] :]
    if lead and search.folded.text.endswith(lead, 0, start):
        start -= len(lead)
    if trail and search.folded.text.startswith(trail, end):
        end += len(trail)
    return start, end


def _approximate(search: _Search, found: list[Alignment]) -> Anchoring:
    """What the nearest passage says of the quotation."""
    if not found:
        return Anchoring(AnchorKind.LOST, None, None, 0)
    best = found[0]
    start, end = search.folded.original(*_extent(search, best))
    if best.score < _FOUND:
        return Anchoring(AnchorKind.LOST, start, end, max(best.score, 0))
    changes = best.changes() or _denials(best)
    kind = AnchorKind.ALTERED if changes else AnchorKind.DRIFTED
    return Anchoring(kind, start, end, min(best.score, 99), changes)


def _denials(found: Alignment) -> tuple[Change, ...]:
    """A word just before a passage in other words that may turn it round: "does not carry" for "carries"."""
    first, _ = found.extent
    words_before, quoted = range(max(first - _REACH, 0), first), set(found.quote.keys)
    start = found.text.starts[first]
    return tuple(
        Change("", found.text.keys[index])
        for index in words_before
        if is_denial(found.text.keys[index])
        and found.text.keys[index] not in quoted
        and not _STOP.search(found.text.text, found.text.ends[index], start)
    )


@lru_cache(maxsize=8)
def _sentences(content: str) -> list[tuple[int, int]]:
    return sentences(content)


def sentence_around(content: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the sentences, that hold a passage.

    >>> text = "It began in 2002. It grew to 120 men. It ended."
    >>> text[slice(*sentence_around(text, 29, 32))]
    'It grew to 120 men.'
    """
    found = _sentences(content)
    first = max(bisect_right(found, (start, len(content) + 1)) - 1, 0)
    while first < len(found) and found[first][1] <= start:
        first += 1
    last = first
    while last + 1 < len(found) and found[last + 1][0] < end:
        last += 1
    if first >= len(found):
        return start, end
    return min(found[first][0], start), max(found[last][1], end)


def sentence_digest(content: str, start: int, end: int) -> str:
    """Proof that the words around a passage are those that were read, without keeping them.

    Twelve hexadecimal digits of SHA-256 over the folded sentence and the place of the passage in it.

    >>> read = sentence_digest("It grew to 120 men.", 11, 14)
    >>> read == sentence_digest("Yes. It  grew to 120 men.", 17, 20)
    True
    >>> read == sentence_digest("It never grew to 120 men.", 17, 20)
    False
    """
    first, last = sentence_around(content, start, end)
    parts = (
        fold(part).text.strip() for part in (content[first:start], content[start:end], content[end:last])
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]
