"""What a news text consists of."""

from pathlib import Path

import pytest

from factcheck.reading.document import lay_out
from factcheck.reading.news_block import NewsKind
from factcheck.text.span import Text

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the two articles are not in the repository")


def kinds(content, path="a.txt"):
    return [block.kind.value for block in lay_out(Text(path, content)).blocks]


BODY = "The harbour of Vik took in 94 boats on Monday, more than ever before."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Vik Grows", ["headline"]),
        ("Vik Grows\n\nBy Ann Lee", ["headline", "byline"]),
        ("Vik Grows\nBy Ann Lee\nMay 3, 2021", ["headline", "byline", "byline"]),
        ("By Ann Lee and Bo Ek\nPublished: 3 May 2021", ["byline", "byline"]),
        ("Last updated 3 May 2021, 10:14\n\nVik Grows", ["last-update", "headline"]),
        ("Newsroom logo\n\nVik Grows\n\nHarbour counts its boats", ["furniture", "headline", "paragraph"]),
        ("date 2021-05-03 By Ann Lee", ["byline"]),
        ("Vik Grows\n\nThe quay at dusk / Vik Port Authority", ["headline", "caption"]),
        ("Vik Grows\n\nPhoto: Ann Lee", ["headline", "caption"]),
        ("Vik Grows\n\nThe quay at dusk (Photo by Ann Lee)", ["headline", "caption"]),
    ],
)
def test_what_stands_above_an_article_is_told_apart(head, expected):
    assert kinds(f"{head}\n\n{BODY}\n") == [*expected, "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water had gone.",
        "By the time help came, Vik had 94 boats",
        "Updated rules let 94 boats in.",
        "By then it was late!",
    ],
)
def test_a_sentence_that_opens_like_a_byline_is_none(line):
    assert "byline" not in kinds(f"{line}\n\n{BODY}")
    assert "last-update" not in kinds(f"{line}\n\n{BODY}")


@pytest.mark.parametrize(
    ("opening", "is_dateline"),
    [
        ("VIK, May 3 (Norpress) - ", True),
        ("VIK (AP) — ", True),
        ("Vik, 3 May 2021 – ", True),
        ("Vik grew – ", False),
        ("The NATO – ", False),
    ],
)
def test_a_dateline_is_parted_from_its_paragraph(opening, is_dateline):
    found = kinds(f"Vik Grows\n\n{opening}The harbour took in 94 boats on Monday, a first.")
    assert ("dateline" in found) is is_dateline
    assert found[-1] == "paragraph"


def test_a_single_sentence_is_a_paragraph():
    assert kinds("94 boats in Vik") == ["paragraph"]


def test_a_hard_wrapped_paragraph_stays_whole():
    assert kinds("The harbour of Vik\ntook in 94 boats\non Monday, a first.") == ["paragraph"]


def test_markdown_has_its_own_marks():
    content = f"---\ntitle: Vik\n---\n# Vik Grows\n\n{BODY}\n\n"
    content += "- one\n- two\n\n> Ours.\n\n```\n94\n```\n\n## Later\n"
    assert kinds(content, "a.md") == [
        "front-matter", "headline", "paragraph", "list-item", "list-item", "blockquote", "code", "heading",
    ]  # fmt: skip


PAGE = """<html><head><title>Vik Grows | Gazette</title>
<script>var n = 94;</script></head><body class="has-sidebar">
<nav><ul><li>Home</li><li>Boats</li></ul></nav><h1>Vik Grows</h1><p class="byline">By Ann Lee</p>
<figure><img src="q.jpg"><figcaption>The quay</figcaption></figure>
<p>The harbour of Vik took in 94&nbsp;boats.</p><div class="related">12 more stories</div>
<p>&ldquo;Ours,&rdquo; she said.</p><footer>Gazette 2021</footer></body></html>"""


def test_a_page_tells_navigation_headline_byline_and_caption():
    told = [
        (block.kind.value, PAGE[block.start : block.end]) for block in lay_out(Text("a.html", PAGE)).blocks
    ]
    assert ("headline", "Vik Grows") in told
    assert ("byline", "By Ann Lee") in told
    assert ("caption", "The quay") in told
    assert ("furniture", "Home") in told
    assert ("furniture", "12 more stories") in told
    assert ("furniture", "Gazette 2021") in told
    assert [kind for kind, words in told if "94" in words and kind != "code"] == ["paragraph"]


def test_the_prose_of_a_page_has_its_length_and_the_characters_it_spells_out():
    document = lay_out(Text("a.html", PAGE))
    assert len(document.prose) == len(PAGE)
    assert "“Ours,”" in " ".join(document.prose.split())
    assert "Home" not in document.prose
    assert "94" in document.prose


def test_nothing_reads_across_two_blocks():
    document = lay_out(Text("a.html", "<p>It came in March</p><p>2018 boats left.</p>"))
    assert "\n\n" in document.prose.strip()
    rows = lay_out(Text("a.txt", f"Vik Grows in March\nBy Ann Lee\n{BODY}"))
    assert "March\nBy" not in rows.prose


def test_an_element_that_never_closes_hides_nothing():
    assert "94" in lay_out(Text("a.html", "<nav><p>There were 94 boats.</p>")).prose


@needs_seeds
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "turksoy-2018",
            [NewsKind.LAST_UPDATE, NewsKind.FURNITURE, NewsKind.HEADLINE, NewsKind.BYLINE, NewsKind.CAPTION],
        ),
        ("khalilov-2021", [NewsKind.BYLINE, NewsKind.PARAGRAPH]),
    ],
)
def test_the_two_articles_are_laid_out_rightly(name, expected):
    content = (SEEDS / f"{name}.txt").read_bytes().decode()
    blocks = lay_out(Text(f"{name}.txt", content)).blocks
    assert [block.kind for block in blocks][: len(expected)] == expected
    assert {block.kind for block in blocks[len(expected) :]} == {NewsKind.PARAGRAPH}
