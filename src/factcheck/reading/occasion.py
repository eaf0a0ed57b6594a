"""What a date is the date of: of a beginning, of the thing itself, or of some detail of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.reading.sentence import marks, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Property
    from factcheck.reading.dates import DateMention
    from factcheck.reading.sentence import Sentence

__all__ = ["begins", "is_told"]

# As many words may stand between a thing and its date.
_DETAIL: Final = 2


def is_told(date: DateMention, cues: Sequence[tuple[int, int]], of: Property, sentence: Sentence) -> bool:
    """Whether a date is one of the thing itself, not of a detail: "worked on cyber defence since 2010"."""
    about = [(found.start, found.end) for found in sentence.names if set(found.keys) & set(of.about)]
    ends = [end for _, end in (*cues, *about) if end <= date.full_start]
    if not ends:
        return True
    between = [word for word in sentence.words if max(ends) <= word.start < date.full_start]
    light = {found.start for found in marks("beginnings").every(between)}
    particles = word_list("particles")
    return sum(word.key not in particles and word.start not in light for word in between) <= _DETAIL


def begins(date: DateMention, cues: Sequence[tuple[int, int]], sentence: Sentence) -> bool:
    """Whether the clause tells of a beginning of this: a cue behind the word, or the date itself."""
    words = sentence.within(date.start)
    told = {start for start, _ in cues} | {found.start for found in sentence.names}
    particles = word_list("particles") | {"its", "their", "his"}
    for found in marks("beginnings").every(words):
        following = [word for word in words if word.start >= found.end]
        named = [name for name in sentence.names if found.end <= name.start]
        skipped = 0
        for word in following:
            is_name = any(name.start <= word.start < name.end for name in named)
            if word.start in told and not is_name:
                return True
            if date.full_start <= word.start < date.end or word.start >= date.end > found.start:
                return date.full_start >= found.start
            if not is_name and word.key not in particles:
                skipped += 1
                if skipped > 1:
                    break
        else:
            return True
    return False
