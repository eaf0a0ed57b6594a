"""Names without a vocabulary."""

import pytest

from factcheck.reading.document import lay_out
from factcheck.reading.gazetteer import country_of, demonyms, is_place
from factcheck.reading.names import NameSort, find_names
from factcheck.text.span import Text


def names(content, path="a.txt"):
    document = lay_out(Text(path, content))
    return find_names(document.prose, document.blocks)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("On Monday in March the mayor met Ann Lee.", ["Ann Lee"]),
        ("Boats came. They left Vik. However, Vik grew.", ["Vik", "Vik"]),
        ("Workers left. Prices rose.", []),
        ("Ludwig van der Berg met Osama bin Tarek.", ["Ludwig van der Berg", "Osama bin Tarek"]),
        ("It joined the Bank of the North in Oslo.", ["Bank of the North", "Oslo"]),
        ("They saw Vik’s harbour and Lee's boat.", ["Vik", "Lee"]),
        ("The Finnish and Swedish crews left.", []),
        ("Talks with U.S. and EU officials failed.", ["U.S.", "EU"]),
        ("In Central Asia Javier Orr spoke.", ["Central Asia", "Javier Orr"]),
        ("Then J. R. Holm left.", ["J. R. Holm"]),
    ],
)
def test_names_are_words_in_capitals_that_name_something(content, expected):
    assert [name.value for name in names(content)] == expected


@pytest.mark.parametrize(
    ("content", "title", "value"),
    [
        ("They met President Ana Holm.", "President", "Ana Holm"),
        ("They met Secretary General Ana Holm.", "Secretary General", "Ana Holm"),
        ("They met mayor Ana Holm.", "mayor", "Ana Holm"),
        ("They met Gen. Ana Holm.", "Gen", "Ana Holm"),
    ],
)
def test_titles_are_no_part_of_the_name(content, title, value):
    (name,) = names(content)
    assert (name.title, name.value, name.sort) == (title, value, NameSort.PERSON)
    assert content[name.full_start : name.end].startswith(title)


def test_a_body_before_a_title_is_a_name_of_its_own():
    assert [name.value for name in names("They met HWC Secretary General Ana Holm.")] == ["HWC", "Ana Holm"]


def test_short_forms_stand_for_the_full_name():
    found = names("Mayor Ana Holm met the Harbour Works Council (HWC). Later Holm left the HWC.")
    assert [name.value for name in found] == [
        "Ana Holm", "Harbour Works Council", "Harbour Works Council", "Ana Holm", "Harbour Works Council",
    ]  # fmt: skip


def test_an_acronym_takes_its_name_back_over_small_words():
    found = names("It joined the Planning and Review Process (PARP) then.")
    assert found[0].value == "Planning and Review Process"
    assert found[0].acronym == "PARP"


def test_a_headline_in_capitals_names_only_what_the_article_names():
    content = "Big Boats Leave Vik Harbour Today\n\nThe boats of Vik Harbour left at nine in the morning."
    assert {name.value for name in names(content)} == {"Vik Harbour"}


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        ("They left Norway.", NameSort.PLACE),
        ("They saw Vik Airport.", NameSort.PLACE),
        ("They joined the Harbour Council.", NameSort.ORGANISATION),
        ("It is Holm Shipping Ltd now.", NameSort.ORGANISATION),
        ("Then Ana Holm said so.", NameSort.PERSON),
    ],
)
def test_what_a_name_names_is_told_by_its_words(content, sort):
    assert [name.sort for name in names(content)] == [sort]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ("<table><tr><td>Oslo</td><td>Bergen</td></tr></table>", "a.html"),
        ("| Oslo | Bergen |\n|---|---|\n", "a.md"),
    ],
)
def test_a_name_ends_with_its_cell(content, path):
    assert [name.value for name in names(content, path)] == ["Oslo", "Bergen"]


def test_every_country_has_names_of_its_own():
    assert country_of("Azerbaijan") == country_of("Baku") == country_of("Azerbaijani") == "Azerbaijan"
    assert is_place("Kosovo")
    assert not is_place("Finnish")
    assert all(is_place(country) for country in demonyms().values())
