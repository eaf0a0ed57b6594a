"""Who wrote a text and when, and which place of the file is believed."""

import json
from pathlib import Path

import pytest

from factcheck.reading.document import lay_out
from factcheck.reading.metadata import Trust
from factcheck.text.span import Text

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the two articles are not in the repository")
BODY = "\n\nThe harbour of Vik took in 94 boats on Monday, more than ever before.\n"


def told(content, path="a.txt"):
    return lay_out(Text(path, content)).metadata


@pytest.mark.parametrize(
    ("head", "authors", "published"),
    [
        ("Vik Grows\n\nBy Ann Lee May 3, 2021", ["Ann Lee"], "2021-05-03"),
        ("Vik Grows\n\nBy Ann Lee and Bo van Ek | 3 May 2021", ["Ann Lee", "Bo van Ek"], "2021-05-03"),
        ("Vik Grows\n\nBy: Ann Lee, Bo Ek\n3 May 2021 10:14", ["Ann Lee", "Bo Ek"], "2021-05-03"),
        ("date 2021-05-03 By Ann Lee", ["Ann Lee"], "2021-05-03"),
        ("Published 3 May 2021\nBy April Holt", ["April Holt"], "2021-05-03"),
        ("Vik Grows\n\nBy Ann Lee\nUpdated May 9, 2021", ["Ann Lee"], None),
        ("Vik Grows\n\nBy Ann Lee, May 3, 2021, updated May 9, 2021", ["Ann Lee"], "2021-05-03"),
    ],
)
def test_a_visible_byline_is_read(head, authors, published):
    metadata = told(head + BODY)
    assert [author.value for author in metadata.authors] == authors
    assert (metadata.published and metadata.published.value.edtf) == published


def test_the_last_update_is_never_the_day_of_publication():
    metadata = told("Last update: October 23, 2018 19:18\n\nVik Grows" + BODY)
    assert metadata.published is None
    assert metadata.modified.value.edtf == "2018-10-23"


def test_every_detail_stands_where_it_says():
    content = "Vik Grows\n\nBy Ann Lee May 3, 2021" + BODY
    metadata = told(content)
    assert content[metadata.title.start : metadata.title.end] == "Vik Grows"
    assert content[metadata.authors[0].start : metadata.authors[0].end] == "Ann Lee"
    assert content[metadata.published.start : metadata.published.end] == "May 3, 2021"


def test_front_matter_is_believed_before_the_byline():
    matter = "---\ntitle: Boats\nauthor: [Bo Ek, Cy Orr]\ndate: 2021-05-04\nurl: https://a.example\n---\n"
    content = f"{matter}By Ann Lee May 3, 2021{BODY}"
    metadata = told(content, "a.md")
    assert metadata.published.value.edtf == "2021-05-04"
    assert metadata.published.trust is Trust.FRONT_MATTER
    assert [author.value for author in metadata.authors] == ["Bo Ek", "Cy Orr"]
    assert metadata.url.value == "https://a.example"


def test_a_dateline_names_the_agency_and_the_day():
    metadata = told(
        "Vik Grows\n\nVIK, May 3, 2021 (Norpress) - The harbour took in 94 boats on Monday, a first."
    )
    assert metadata.publisher.value == "Norpress"
    assert metadata.published.value.edtf == "2021-05-03"


ARTICLE = {
    "@type": "NewsArticle",
    "headline": 'Vik "Grows"',
    "datePublished": "2021-05-03T08:00:00+02:00",
    "dateModified": "2021-05-09",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}],
    "publisher": {"name": "Gazette"},
    "url": "https://a.example/1",
}


def page(head, body="<p>The harbour took in 94 boats.</p>"):
    return f"<html><head>{head}</head><body>{body}</body></html>"


def linked(data):
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    "data", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebPage", "url": "x"}, ARTICLE]}]
)
def test_linked_data_is_read_however_it_is_wrapped(data):
    content = page(linked(data) + '<meta property="og:title" content="Other">')
    metadata = told(content, "a.html")
    assert metadata.title.value == 'Vik "Grows"'
    assert metadata.published.value.edtf == "2021-05-03"
    assert content[metadata.published.start : metadata.published.end] == "2021-05-03T08:00:00+02:00"
    assert metadata.modified.value.edtf == "2021-05-09"
    assert [author.value for author in metadata.authors] == ["Ann Lee", "Bo Ek"]
    assert metadata.publisher.value == "Gazette"
    assert metadata.published.trust is Trust.MARKUP


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "null",
        "[[[",
        '{"@type": 7, "author": {"name": []}}',
        '{"@type": "NewsArticle", "datePublished": 5}',
        "[" * 100_000,
        '{"@type": "NewsArticle", "datePublished": "soon"}',
        '{"@type": "NewsArticle", "datePublished": "2021-99-99"}',
        '{"@type": ["NewsArticle", null], "author": [null, 1, {"name": "\\ud800"}]}',
        '"' + "9" * 5000,
        "9" * 5000,
        "NaN",
    ],
)
def test_hostile_linked_data_says_nothing_and_raises_nothing(data):
    metadata = told(page(f'<script type="application/ld+json">{data}</script>'), "a.html")
    assert metadata.published is None


@pytest.mark.parametrize(
    ("tag", "field", "value"),
    [
        ('<meta property="article:published_time" content="2021-05-03T08:00">', "published", "2021-05-03"),
        ("<meta name='pubdate' content='3 May 2021'>", "published", "2021-05-03"),
        ('<meta itemprop="dateModified" content="2021-05-09">', "modified", "2021-05-09"),
        ('<meta content="Vik &amp; Grow" property="og:title">', "title", "Vik & Grow"),
        ('<meta property="og:site_name" content="Gazette">', "publisher", "Gazette"),
        ('<link rel="canonical" href="https://a.example/1">', "url", "https://a.example/1"),
        ('<time datetime="2021-05-03">Monday</time>', "published", "2021-05-03"),
        ('<span>Updated <time datetime="2021-05-09">Sunday</time></span>', "modified", "2021-05-09"),
        ("<title>Vik Grows</title>", "title", "Vik Grows"),
    ],
)
def test_the_head_of_a_page_is_read(tag, field, value):
    found = getattr(told(page(tag), "a.html"), field)
    assert (found.value if isinstance(found.value, str) else found.value.edtf) == value


def test_a_time_of_an_update_is_no_day_of_publication():
    assert told(page("", '<p>Updated: <time datetime="2021-05-09">x</time></p>'), "a.html").published is None


def test_what_a_comment_holds_is_not_read():
    assert told(page(f"<!-- {linked(ARTICLE)} -->"), "a.html").published is None


def test_mark_up_counts_in_pages_alone():
    assert told(linked(ARTICLE) + BODY, "a.txt").publisher is None


@needs_seeds
@pytest.mark.parametrize(
    ("name", "author", "published", "modified"),
    [
        ("turksoy-2018", "Timucin Turksoy", "2018-01-12", "2018-10-23"),
        ("khalilov-2021", "Vugar Khalilov", "2021-10-29", None),
    ],
)
def test_the_two_articles_say_who_wrote_them_and_when(name, author, published, modified):
    metadata = told((SEEDS / f"{name}.txt").read_bytes().decode())
    assert [author.value for author in metadata.authors] == [author]
    assert metadata.published.value.edtf == published
    assert (metadata.modified and metadata.modified.value.edtf) == modified
