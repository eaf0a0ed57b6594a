"""Ledger files to a ledger: what is wrong with them, each at its place, all in one run."""

from __future__ import annotations

import pytest

from factcheck.ledger.loader import load

VOCABULARY = """\
[entity]
fire    = { label = "Marsh Lane fire" }
brigade = { label = "Northport fire brigade" }

[property]
crew  = { type = "quantity", unit = "person" }
cost  = { type = "quantity", unit = "EUR" }
owner = { type = "entity" }
broke = { type = "none" }
"""
SOURCE = """\
[source]
id        = "herald"
published = "2024-05-03"

[[statement]]
id    = "crew"
quote = "24 firefighters were called out"
says  = { subject = "fire", property = "crew", value = 24 }
when  = "2024-05-01"
"""
CLAIM = """\
[[claim]]
id      = "crew-24"
text    = "Twenty-four firefighters were there."
says    = { subject = "fire", property = "crew", value = 24 }
backing = ["herald#crew"]
"""
LEDGER = {"claims/vocabulary.toml": VOCABULARY, "sources/herald.toml": SOURCE, "claims/fire.toml": CLAIM}


def loaded(**changed):
    """The small ledger with some of its files replaced: `claims_fire` is claims/fire.toml."""
    files = LEDGER | {f"{name.replace('_', '/', 1)}.toml": content for name, content in changed.items()}
    return load((path, c if isinstance(c, bytes) else c.encode()) for path, c in files.items())


def told(ledger):
    """Each problem as place, rule, quote and message; checked to be where it says it is."""
    for problem in ledger.problems:
        if problem.span.path in ledger.texts:
            assert ledger.texts[problem.span.path].quote(problem.span) == problem.quote
    return [(str(p.span), p.rule, p.quote, p.message) for p in ledger.problems]


def only(ledger):
    found = told(ledger)
    assert len(found) == 1, found
    return found[0]


def claim(**changed):
    """The claim of the small ledger with keys changed; None leaves a key out."""
    table = {
        "id": '"crew-24"',
        "text": '"So many."',
        "says": '{ subject = "fire", property = "crew", value = 24 }',
    } | {key.replace("_", "-"): value for key, value in changed.items()}
    return "[[claim]]\n" + "".join(f"{k} = {v}\n" for k, v in table.items() if v is not None)


def test_a_sound_ledger_has_no_problems():
    ledger = loaded()
    assert told(ledger) == []
    assert ledger.could_run
    assert list(ledger.statements) == ["herald#crew"]
    assert list(ledger.claims) == ["crew-24"]


@pytest.mark.parametrize(
    ("key", "value", "place", "quote", "message"),
    [
        ("when", '"3 May 2024"', "5:8 bad-value", '"3 May 2024"', "did you mean '2024-05-03'?"),
        ("when", '"2018-02-30"', "5:8 bad-value", '"2018-02-30"', "has days 01 to 28"),
        ("when", '"2004-06-uu"', "5:8 bad-value", '"2004-06-uu"', "did you mean '2004-06-XX'?"),
        ("when", '"2004/open"', "5:8 bad-value", '"2004/open"', "did you mean '2004/..'?"),
        ("when", "2024", "5:8 bad-value", "2024", "not a whole number"),
        ("when", "10:30:00", "5:8 bad-value", "10:30:00", "not a time of day"),
        ("when", "[1]", "5:8 bad-value", "[1]", "not a list"),
        ("wen", '"2024"', "5:1 unknown-key", "wen", 'did you mean "when"?'),
        ("status", '"verifed"', "5:10 bad-value", '"verifed"', 'did you mean "verified"?'),
        ("status", "1", "5:10 bad-value", "1", "a whole number is none of unverified"),
        ("status", "[]", "5:10 bad-value", "[]", "a list is none of"),
        ("mode", '""', "5:8 bad-value", '""', "is none of asserted"),
        ("backing", '"herald#crew"', "5:11 bad-value", '"herald#crew"', 'a list such as ["…"]'),
        ("backing", "[0]", "5:12 bad-value", "0", "a text is due here, not a whole number"),
        ("backing", '["herald#crew", false]', "5:27 bad-value", "false", "not true or false"),
        ("backing", "[[]]", "5:12 bad-value", "[]", "a text is due here, not a list"),
        ("backing", "{}", "5:11 bad-value", "{}", "not a table"),
        ("backing", '["herald#crews"]', "5:12 dangling-reference", '"herald#crews"', 'mean "herald#crew"?'),
        ("against", '["x"]', "5:12 dangling-reference", '"x"', 'no statement "x"'),
        ("text", '""', "3:8 bad-value", '""', "this one is empty"),
        ("text", '"  "', "3:8 bad-value", '"  "', "this one is empty"),
        ("text", "true", "3:8 bad-value", "true", "a text is due here, not true or false"),
        ("text", None, "1:1 missing-key", "[[claim]]", 'the key "text" is missing'),
        ("id", None, "1:1 missing-key", "[[claim]]", 'the key "id" is missing'),
        ("id", '""', "2:6 bad-value", '""', "an id cannot be empty"),
        ("id", '"Crew 24"', "2:6 bad-value", '"Crew 24"', '"crew-24" would do'),
        ("id", r'"a\u0000b"', "2:6 bad-value", r'"a\u0000b"', "may hold only a-z"),
        ("id", "24", "2:6 bad-value", "24", "a text is due here"),
        ("says", '"x"', "4:8 bad-value", '"x"', "a table such as { … } is due here, not a text"),
        ("says", "3", "4:8 bad-value", "3", "not a whole number"),
        ("says", "[]", "4:8 bad-value", "[]", "not a list"),
        ("says", None, "1:1 missing-key", "[[claim]]", '"says" is missing'),
        ("checked", "3", "5:11 bad-value", "3", "a table such as { … } is due here"),
        ("checked", '{ by = "ed" }', "5:1 missing-key", "checked", 'the key "on" is missing'),
        ("checked", '{ by = "ed", on = "May" }', "5:29 bad-value", '"May"', "May"),
        ("note", "1.5", "5:8 bad-value", "1.5", "a text is due here, not a number with a fraction"),
    ],
)  # fmt: skip
def test_a_wrong_value_of_a_claim_is_told_at_its_place(key, value, place, quote, message):
    found = only(loaded(claims_fire=claim(**{key: value})))
    assert (" ".join(found[:2]), found[2]) == (f"claims/fire.toml:{place}", quote)
    assert message in found[3]


@pytest.mark.parametrize(
    ("content", "place", "quote", "message"),
    [
        ("claim = 3", "1:9 bad-value", "3", "a list of tables such as [[…]] is due here"),
        ('claim = "x"', "1:9 bad-value", '"x"', "a list of tables"),
        ("claim = {}", "1:9 bad-value", "{}", "a list of tables"),
        ("claim = [3]", "1:10 bad-value", "3", "a table such as { … } is due here"),
        ("[claim]", "1:1 bad-value", "[claim]", "a list of tables"),
        ("statement = 3", "1:13 bad-value", "3", "a list of tables"),
        ("source = 3", "1:10 bad-value", "3", "a table such as […]"),
        ("[[source]]", "1:1 bad-value", "[[source]]", "not a list"),
        ("entity = 3", "1:10 bad-value", "3", "a table such as"),
        ("entity.x = 3", "1:12 bad-value", "3", "a table such as"),
        ("[entity]\nx = []", "2:5 bad-value", "[]", "a table such as"),
        ("[[entity]]\nlabel = 'x'", "1:1 bad-value", "[[entity]]", "not a list"),
        ("property = []", "1:12 bad-value", "[]", "a table such as"),
        ("property.x = true", "1:14 bad-value", "true", "a table such as"),
        ("[property]\nx = { type = 'number' }", "2:14 bad-value", "'number'", "is none of quantity"),
        ("[property]\nx = {}", "2:1 missing-key", "x", 'the key "type" is missing'),
        ("[property]\nx = { type = 'quantity' }", "2:1 missing-key", "x", "needs a unit"),
        ("[property]\nx = { type = 'none', unit = 'km' }", "2:29 bad-value", "'km'", "has no unit"),
        (
            "[property]\nx = { type = 'quantity', unit = 'km', min = 9, max = 3 }", "2:45 bad-value", "9",
            "no figure is at least 9 and at most 3",
        ),
        (
            "[property]\nx = { type = 'quantity', unit = 'km', min = 'a lot' }", "2:45 bad-value",
            "'a lot'", "",
        ),
        ("[property]\nx = { type = 'none', about = ['y'] }", "2:31 unknown-name", "'y'", 'no entity "y"'),
        ("[entity]\nx = { label = '' }", "2:15 bad-value", "''", "this one is empty"),
        ("[entity]\nx = { label = 'X', aliases = [''] }", "2:31 bad-value", "''", "an alias"),
        ("[entity]\nx = { label = 'X', part-of = ['y'] }", "2:31 unknown-name", "'y'", 'no entity "y"'),
        ("[entity]\nx = { labl = 'X', label = 'X' }", "2:7 unknown-key", "labl", 'mean "label"?'),
        ("[entity]\n'a b' = { label = 'X' }", "2:1 bad-value", "'a b'", '"a-b" would do'),
        ("[entity]\n'a#b' = { label = 'X' }", "2:1 bad-value", "'a#b'", '"a-b" would do'),
        ("[entity]\n'' = { label = 'X' }", "2:1 bad-value", "''", "an id cannot be empty"),
        ("[entity]\nfire = { label = 'X' }", "duplicate-id", "fire", "defined twice"),
        ("[property]\ncrew = { type = 'none' }", "duplicate-id", "crew", "defined twice"),
        ("[[claims]]\nid = 3", "1:3 unknown-key", "claims", 'did you mean "claim"?'),
        ("Title = 'x'", "1:1 unknown-key", "Title", "no key"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_told_at_its_place(content, place, quote, message):
    found = only(loaded(claims_zzz=content))
    assert " ".join(found[:2]).endswith(place)
    assert found[2] == quote
    assert message in found[3]


@pytest.mark.parametrize(
    ("old", "new", "place", "quote", "message"),
    [
        ('"herald"', '"Her ald"', "2:13 bad-value", '"Her ald"', '"her-ald" would do'),
        ('"herald"', "7", "2:13 bad-value", "7", "a text is due here"),
        ('"2024-05-03"', '"soon"', "3:13 bad-value", '"soon"', ""),
        ('published = "2024-05-03"', 'sha256 = ""', "3:10 bad-value", '""', "64 hex digits"),
        ('published = "2024-05-03"', 'sha256 = "ABCDEF01"', "3:10 bad-value", '"ABCDEF01"', "lower case"),
        ('published = "2024-05-03"', 'author = "Me"', "3:10 bad-value", '"Me"', "a list such as"),
        ('"24 firefighters were called out"', '" "', "7:9 bad-value", '" "', "this one is empty"),
        ('when  = "2024-05-01"', "start = -1", "9:9 bad-value", "-1", "counts the characters"),
        ('when  = "2024-05-01"', "start = 1.0", "9:9 bad-value", "1.0", "a whole number is due"),
        ('when  = "2024-05-01"', "start = true", "9:9 bad-value", "true", "a whole number is due"),
        ('when  = "2024-05-01"', 'sentence = ""', "9:12 bad-value", '""', "12 hex digits"),
        ('when  = "2024-05-01"', 'basis = "guess"', "9:9 bad-value", '"guess"', "is none of stated"),
        ('when  = "2024-05-01"', 'part-of = "all"', "9:11 dangling-reference", '"all"', '"herald#all"'),
        ('when  = "2024-05-01"', "relative = 3", "9:12 bad-value", "3", "a text is due"),
    ],
)  # fmt: skip
def test_a_wrong_value_of_a_source_is_told_at_its_place(old, new, place, quote, message):
    ledger = loaded(sources_herald=SOURCE.replace(old, new), claims_fire="# none\n")
    found = only(ledger)
    assert (" ".join(found[:2]), found[2]) == (f"sources/herald.toml:{place}", quote)
    assert message in found[3]


def test_statements_need_a_source():
    found = only(loaded(sources_herald=SOURCE[SOURCE.index("[[") :]))
    assert found[:2] == ("sources/herald.toml:1:1", "missing-key")


@pytest.mark.parametrize("kind", ["entity", "property"])
def test_a_second_entry_of_a_name_shows_the_first(kind):
    name = {"entity": "fire", "property": "crew"}[kind]
    ledger = loaded(claims_again=f"[{kind}.{name}]\nlabel = 'X'\ntype = 'none'\n")
    problem = next(each for each in ledger.problems if each.rule == "duplicate-id")
    assert str(problem.span) == f"claims/vocabulary.toml:{problem.span.line}:1"
    assert problem.quote == name
    assert [place.span.path for place in problem.related] == ["claims/again.toml"]


def test_a_claim_of_another_file_with_the_same_id_shows_the_first():
    problem = loaded(claims_zzz="\n" + CLAIM).problems[0]
    assert (problem.rule, str(problem.span)) == ("duplicate-id", "claims/zzz.toml:3:11")
    assert [str(place.span) for place in problem.related] == ["claims/fire.toml:2:11"]


def test_a_statement_with_the_id_of_another_in_its_source_is_told():
    again = SOURCE + SOURCE[SOURCE.index("[[") :].replace("24", "42")
    place, rule, quote, message = only(loaded(sources_herald=again))
    assert (place, rule, quote) == ("sources/herald.toml:11:9", "duplicate-id", '"crew"')
    assert '"herald#crew"' in message


def test_two_sources_may_have_a_statement_of_the_same_id():
    assert told(loaded(sources_gazette=SOURCE.replace('"herald"', '"gazette"'))) == []


def test_a_source_of_another_file_with_the_same_id_is_told_once_and_its_statements_do_not_dangle():
    other = SOURCE.replace('"crew"\n', '"second"\n')
    ledger = loaded(sources_zzz=other, claims_fire=claim(backing='["herald#crew", "herald#second"]'))
    assert only(ledger)[:3] == ("sources/zzz.toml:2:13", "duplicate-id", '"herald"')


def test_every_fault_of_one_entry_is_told():
    ledger = loaded(
        claims_fire="""\
[[claim]]
id = "Big Crew"
wen = "2024"
when = "yesterday"
status = "sure"
says = { subject = "fires", property = "crew", value = 3.5, sope = "x" }
backing = ["herald#crews", 3]
"""
    )
    assert [(place.partition(":")[2], rule) for place, rule, _, _ in told(ledger)] == [
        ("1:1", "missing-key"),
        ("2:6", "bad-value"),
        ("3:1", "unknown-key"),
        ("4:8", "bad-value"),
        ("5:10", "bad-value"),
        ("6:20", "unknown-name"),
        ("6:56", "bad-value"),
        ("6:61", "unknown-key"),
        ("7:28", "bad-value"),
    ]


def test_faults_of_several_files_are_told_in_one_run():
    ledger = loaded(
        claims_a="[[claim]\n", claims_b=b"\xff", claims_c="", claims_d="x = 1\n", claims_e=claim(when='"no"')
    )
    assert [(place.partition(":")[0][7:], rule) for place, rule, _, _ in told(ledger)] == [
        ("a.toml", "toml-syntax"),
        ("b.toml", "unreadable-file"),
        ("c.toml", "empty-file"),
        ("d.toml", "unknown-key"),
        ("e.toml", "bad-value"),
        ("fire.toml", "duplicate-id"),
    ]
    assert not ledger.could_run


@pytest.mark.parametrize(
    "changed",
    [
        {"claims_vocabulary": VOCABULARY.replace('label = "Marsh', 'labl = "Marsh')},
        {"claims_vocabulary": VOCABULARY.replace('unit = "person"', "unit = 3")},
        {"claims_vocabulary": VOCABULARY + "broken"},
        {"claims_vocabulary": VOCABULARY.encode() + b"# caf\xe9"},
        {"sources_herald": SOURCE.replace('"2024-05-01"', '"1 May"')},
        {"sources_herald": SOURCE.replace("2024-05-03", "24-5-3")},
        {"sources_herald": SOURCE.replace("quote", "qoute")},
        {"sources_herald": SOURCE.replace('id        = "herald"', "")},
        {"sources_herald": SOURCE.replace('id        = "herald"', "id = 3")},
        {"sources_herald": SOURCE.replace("[source]", "source = 3 #").replace('id        = "herald"', "")},
        {"sources_herald": SOURCE + "broken"},
    ],
    ids=str,
)
def test_a_broken_entry_breaks_no_other(changed):
    assert {problem.span.path for problem in loaded(**changed).problems} == {
        f"{next(iter(changed)).replace('_', '/')}.toml"
    }


def test_a_typo_is_told_beside_a_file_that_cannot_be_read():
    ledger = loaded(claims_zzz="broken", claims_fire=claim(backing='["herald#crews"]'))
    assert [rule for _, rule, _, _ in told(ledger)] == ["dangling-reference", "toml-syntax"]


def test_a_date_without_quotation_marks_means_the_same():
    bare = loaded(sources_herald=SOURCE.replace('"2024-05-01"', "2024-05-01"))
    assert told(bare) == []
    assert bare.statements == loaded().statements
    timed = loaded(claims_fire=claim(when="2024-05-01T12:30:00Z", checked='{ by = "ed", on = 2024-05-02 }'))
    assert told(timed) == []


@pytest.mark.parametrize("content", ["", " ", "\n\n\t\n", "\ufeff", "\ufeff\r\n"])
def test_an_empty_file_is_told(content):
    ledger = loaded(claims_zzz=content)
    assert only(ledger)[:3] == ("claims/zzz.toml:1:1", "empty-file", "")
    assert ledger.could_run


def test_a_comment_says_why_a_file_is_empty():
    assert told(loaded(claims_zzz="# nothing yet\n")) == []


def test_a_byte_order_mark_takes_no_column():
    ledger = loaded(claims_fire="\ufeffclaim = 3\n")
    assert only(ledger)[:3] == ("claims/fire.toml:1:9", "bad-value", "3")
    assert told(loaded(claims_fire="\ufeff" + CLAIM, sources_herald="\ufeff" + SOURCE)) == []


def test_windows_line_ends_change_nothing():
    dos = {"claims_fire": CLAIM.replace("\n", "\r\n"), "sources_herald": SOURCE.replace("\n", "\r\n")}
    assert told(loaded(**dos)) == []
    assert loaded(**dos).statements == loaded().statements
    found = only(loaded(claims_fire=claim(when='"no"').replace("\n", "\r\n")))
    assert found[:3] == ("claims/fire.toml:5:8", "bad-value", '"no"')


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (CLAIM.replace("\n", "\r"), "1:10"),
        (CLAIM + "x = '\0'", "6:6"),
        (CLAIM + "x = " + "[" * 10_000, "6:105"),
        (CLAIM + "x = " + "{a=" * 5_000, None),
        (CLAIM + "x" + ".x" * 10_000 + " = 1", None),
        (CLAIM + "x = " + "9" * 5_000, "6:5"),
        (CLAIM + "x = 1e" + "9" * 50, "6:5"),
        (CLAIM + 'text = "again"', "6:1"),
        ("[[claim]\n", "1:8"),
        ('id = "they said "no""', "1:18"),
        ("id = yes", "1:6"),
        ("id =", "1:5"),
    ],
)
def test_what_is_no_toml_is_told_at_its_place(content, place):
    ledger = loaded(claims_fire=content)
    found = only(ledger)
    assert found[1] == "toml-syntax"
    assert place is None or found[0] == f"claims/fire.toml:{place}"
    assert not ledger.could_run


def test_bytes_that_are_no_text_are_told_at_their_place():
    ledger = loaded(claims_fire=CLAIM.encode().replace(b"Twenty", b"caf\xe9 "))
    assert only(ledger)[:2] == ("claims/fire.toml:3:15", "unreadable-file")
    assert not ledger.could_run


def test_a_long_value_is_shown_by_its_start():
    long = loaded(claims_fire=claim(when=f'"{"x" * 5_000}"'))
    assert len(only(long)[2]) == 200
    many = loaded(claims_fire=claim(backing='[\n"a",\n  3,\n]', status="[\n1]"))
    assert ("claims/fire.toml:9:10", "bad-value", "[") in [each[:3] for each in told(many)]


def test_the_order_of_files_changes_nothing():
    files = [(path, content.encode()) for path, content in LEDGER.items()]
    files.append(("claims/zzz.toml", CLAIM.replace("herald#crew", "x").encode()))
    one, other = load(files), load(reversed(files))
    assert one.problems == other.problems
    assert one == other
    assert [*one.texts, *one.statements] == [*other.texts, *other.statements]
