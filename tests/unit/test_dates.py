import datetime as dt
import time

import pytest

from factcheck.reading.dates import Resolution, find_dates, find_impossible
from factcheck.values.when import When

PUBLISHED = "2018-01-12"  # a Friday


def read(text, published=PUBLISHED):
    return [(text[m.start : m.end], str(m.value)) for m in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "core", "edtf"),
    [
        ("Signed 2017-05-09.", "2017-05-09", "2017-05-09"),
        ("Updated 2017-05-09T19:18 by the desk", "2017-05-09T19:18", "2017-05-09T19:18"),
        ("On May 9, 2017, they met.", "May 9, 2017", "2017-05-09"),
        ("On 9 May 2017 they met.", "9 May 2017", "2017-05-09"),
        ("On 9th of May, 2017 they met.", "9th of May, 2017", "2017-05-09"),
        ("On the 9th of May 2017 they met.", "9th of May 2017", "2017-05-09"),
        ("On Sept. 3, 2017 they met.", "Sept. 3, 2017", "2017-09-03"),
        ("On 3 Sept 2017 they met.", "3 Sept 2017", "2017-09-03"),
        ("MAY 9, 2017 - They met.", "MAY 9, 2017", "2017-05-09"),
        ("In May 2017 they met.", "May 2017", "2017-05"),
        ("In May of 2017 they met.", "May of 2017", "2017-05"),
        ("They met in May\n2017 at sea.", "May\n2017", "2017-05"),
        ("In 1923 they met.", "1923", "1923"),
        ("The 2016 elections were close.", "2016", "2016"),
        ("In 2016 soldiers came home.", "2016", "2016"),
        ("(2016) was the title.", "2016", "2016"),
        ("It was built about 1900.", "1900", "1900~"),
        ("In the 1990s it grew.", "1990s", "199X"),
        ("During the '80s it grew.", "'80s", "198X"),
        ("In the early 1990s it grew.", "early 1990s", "[1990-01-01..1993-12-31]"),
        ("In the late 1990s it grew.", "late 1990s", "[1996-01-01..1999-12-31]"),
        ("In early 2017 it grew.", "early 2017", "[2017-01-01..2017-04-30]"),
        ("It grew in mid-2017.", "mid-2017", "[2017-05-01..2017-08-31]"),
        ("At the end of 2016 it grew.", "end of 2016", "2016-36"),
        ("At the end of June 2017 it grew.", "end of June 2017", "[2017-06-21..2017-06-30]"),
        ("In mid-April 2017 it grew.", "mid-April 2017", "[2017-04-11..2017-04-20]"),
        ("In the second quarter of 2017 it grew.", "second quarter of 2017", "2017-34"),
        ("In Q3 2017 it grew.", "Q3 2017", "2017-35"),
        ("In the first half of 2017 it grew.", "first half of 2017", "2017-40"),
        ("In spring 2017 it grew.", "spring 2017", "2017-21"),
        ("In the autumn of 2016 it grew.", "autumn of 2016", "2016-23"),
        ("Born on 13/06/1967.", "13/06/1967", "1967-06-13"),
        ("Born on 06/13/1967.", "06/13/1967", "1967-06-13"),
        ("Born on 10.06.1967.", "10.06.1967", "1967-06-10"),
        ("Born on 10/06/1967.", "10/06/1967", "[1967-06-10,1967-10-06]"),
        ("Born on 06/06/1967.", "06/06/1967", "1967-06-06"),
    ],
)
def test_dates_that_stand_on_their_own(text, core, edtf):
    assert read(text) == [(core, edtf)]
    assert read(text, published=None) == [(core, edtf)]


@pytest.mark.parametrize(
    ("text", "core", "edtf"),
    [
        ("It lasted from 1998 to 2006.", "1998 to 2006", "1998/2006"),
        ("It lasted (1999-2008).", "1999-2008", "1999/2008"),
        ("It lasted 2003–08.", "2003–08", "2003/2008"),
        ("It lasts (2002-present).", "2002-present", "2002/.."),
        ("It lasts from 2002 to the present day.", "2002 to the present day", "2002/.."),
        ("It lasts (2002–).", "2002–", "2002/.."),
        ("Between 2010 and 2015 it grew.", "2010 and 2015", "2010/2015"),
        ("It lasted from March 2003 until May 2005.", "March 2003 until May 2005", "2003-03/2005-05"),
        (
            "From 27 September to 9 November 2016 they fought.",
            "27 September to 9 November 2016",
            "2016-09-27/2016-11-09",
        ),
        ("From December to February 2017 it froze.", "December to February 2017", "2016-12/2017-02"),
        ("From May 2016 to July it rained.", "May 2016 to July", "2016-05/2016-07"),
        ("From 9 to 12 March 2017 they met.", "9 to 12 March 2017", "2017-03-09/2017-03-12"),
        ("On March 9-12, 2017 they met.", "March 9-12, 2017", "2017-03-09/2017-03-12"),
        ("Between 9 and 12 March 2017 they met.", "9 and 12 March 2017", "2017-03-09/2017-03-12"),
        ("On 9 and 12 March 2017 they met.", "9 and 12 March 2017", "{2017-03-09,2017-03-12}"),
        ("Since 1992 it has grown.", "1992", "1992/.."),
        ("It held from September 1999.", "September 1999", "1999-09/"),
        ("It held until 2008.", "2008", "/2008"),
        ("By March 2017 it was over.", "March 2017", "[..2017-03]"),
        ("Before 2010 it was small.", "2010", "[..2009-12-31]"),
        ("After 9 May 2010 it was large.", "9 May 2010", "[2010-05-10..]"),
        ("Since early 2010 it has grown.", "early 2010", "2010/.."),
    ],
)
def test_periods_and_bounds(text, core, edtf):
    assert read(text) == [(core, edtf)]


@pytest.mark.parametrize(
    ("text", "core", "edtf"),
    [
        ("They met on 29 December.", "29 December", "2017-12-29"),
        ("They met on Jan. 9.", "Jan. 9", "2018-01-09"),
        ("They met on 12 January.", "12 January", "2018-01-12"),
        ("They met in November.", "November", "2017-11"),
        ("They met in January.", "January", "2018-01"),
        ("They will meet in March.", "March", "2018-03"),
        ("In March the court will rule.", "March", "2018-03"),
        ("The verdict is due on 3 March.", "3 March", "2018-03-03"),
        ("They met in March. They will come back.", "March", "2017-03"),
        ("In the third quarter sales fell.", "third quarter", "2017-35"),
        ("They met on Tuesday.", "Tuesday", "2018-01-09"),
        ("They met on Friday.", "Friday", "2018-01-12"),
        ("They will meet on Tuesday.", "Tuesday", "2018-01-16"),
        ("They meet next Thursday.", "next Thursday", "2018-01-18"),
        ("They met last Tuesday.", "last Tuesday", "2018-01-09"),
        ("They met earlier this week.", "earlier this week", "[2018-01-08..2018-01-12]"),
        ("They meet later this year.", "later this year", "[2018-01-12..2018-12-31]"),
        ("They met last week.", "last week", "[2018-01-01..2018-01-07]"),
        ("They met last month.", "last month", "2017-12"),
        ("They met last year.", "last year", "2017"),
        ("They meet next year.", "next year", "2019"),
        ("They met this past August.", "this past August", "2017-08"),
        ("They met last August.", "last August", "2017-08"),
        ("They meet next March.", "next March", "2018-03"),
        ("They met in November last year.", "November last year", "2017-11"),
        ("They met on 5 March last year.", "5 March last year", "2017-03-05"),
        ("They met last summer.", "last summer", "2017-22"),
        ("They meet this winter.", "this winter", "2017-24"),
        ("They met three years ago.", "three years ago", "2015"),
        ("They met two months ago.", "two months ago", "2017-11"),
        ("They met 10 days ago.", "10 days ago", "2018-01-02"),
        ("They met a week ago.", "a week ago", "[2018-01-01..2018-01-07]"),
        ("They met a decade ago.", "a decade ago", "2008~"),
        ("Over the past three years they met.", "past three years", "2015-01-12/2018-01-12"),
        ("Over the past week they met.", "past week", "2018-01-05/2018-01-12"),
        ("Over the next two weeks they meet.", "next two weeks", "2018-01-12/2018-01-26"),
        ("At the end of the year they left.", "end of the year", "2017-36"),
        ("By the end of the year they will go.", "end of the year", "[..2018-36]"),
        ("They met yesterday.", "yesterday", "2018-01-11"),
        ("They meet tomorrow.", "tomorrow", "2018-01-13"),
        ("They are currently at sea.", "currently", "2018-01-12"),
        ("The talks were postponed until 5 March.", "5 March", "2018-03-05"),
        ("The road is closed until 5 March.", "5 March", "/2018-03-05"),
        ("He served until 5 March.", "5 March", "/2017-03-05"),
    ],
)
def test_dates_that_need_the_day_of_their_text(text, core, edtf):
    assert read(text) == [(core, edtf)]
    assert read(text, published=None) == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They met in November 2016. Later in the month they split.", "2016-11"),
        ("They met on 9 November 2016. Later that month they split.", "[2016-11-09..2016-11-30]"),
        ("They met in November 2016. The following month they split.", "2016-12"),
        ("They met on 9 May 2016. The next day came. That year was good.", "2016"),
        ("They met on 9 May 2016; the previous day they had not.", "2016-05-08"),
        ("They met on 9 May 2016; two days later they split.", "2016-05-11"),
        ("Sales rose in the first quarter of 2016, up from a year earlier.", "2015-33"),
        ("They came in 2001. Twenty years later they left.", "2021"),
        ("They met on 9 May 2016 after a quarrel the month before.", "2016-04"),
        ("They met on 9 May 2016; on the following Friday they split.", "2016-05-13"),
        ("In 2015, the war began on 27 September.", "2015-09-27"),
    ],
)
def test_dates_that_go_back_to_an_earlier_one(text, last):
    assert read(text)[-1][1] == last


@pytest.mark.parametrize(
    "text",
    [
        "It has 2,000 men and 1,200 guns.",
        "It has 2018 soldiers.",
        "More than 2000 people came, about 1500 men and over 1900 of them armed.",
        "It cost $2018, €1999 or £1945.",
        "The F-16, the A320 and the MiG-1999 flew.",
        "A Boeing 1900 and Highway 61 near Route 1950.",
        "Call 555-1999-2008 or 020 1999 2008.",
        "See page 1987, pages 1999-2008 and section 12.3.2018.1.",
        "The score was 21-19, then 3-2.",
        "It is 1500 tonnes, 2000 km and 1800 metres.",
        "At 1400 GMT and 2018 hours it began.",
        "A total of 2001 were sold; the population of 1950 fell.",
        "It weighs 1999.5 kg, or 1.2018, or 20180.",
        "Resolution 1325 and Article 1948 apply.",
        "May I go? They march on. Will and June Smith, April Jones and Jan Egeland may.",
        "The shop opens Monday to Friday, every Saturday, and on Black Friday.",
        "They fall, spring and winter there; the second man came first.",
        "A day in the life, the week of wonders, years of war, 34-year-old.",
        "Sun and sat, mon ami; dec and mar.",
        "The 44-day war and the 100th day.",
        "http://example.org/2018/01/report1999 and v1.2.2018",
        "",
    ],
)
def test_other_numbers_and_words_are_no_dates(text):
    assert read(text) == []


def test_until_before_another_word_does_not_look_ahead():
    assert read("They searched until dawn on Thursday.") == [("Thursday", "2018-01-11")]


def test_spans_hold_the_core_and_the_preposition():
    text = "It has run since the end of June 2015."
    (found,) = find_dates(text, PUBLISHED)
    assert text[found.start : found.end] == "end of June 2015"
    assert text[found.full_start : found.full_end] == "since the end of June 2015"
    assert (found.value.words, found.cue) == ("since the end of June 2015", "since")


def test_the_named_date_is_kept_beside_what_its_preposition_makes_of_it():
    by, on = find_dates("By March 2017 it was over, in May 2017 gone.", PUBLISHED)
    assert (by.value, by.stated, by.cue) == (When.parse("[..2017-03]"), When.parse("2017-03"), "by")
    assert (on.value, on.stated, on.cue) == (When.parse("2017-05"), None, "at")


def test_an_open_period_lasts_up_to_the_day_of_its_text():
    (found,) = find_dates("It has run since 1992.", dt.date(2018, 1, 12))
    assert found.value == When.parse("1992/..", as_of=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "weekday", "edtf"),
    [
        ("On Tuesday, 9 January 2018, it rose.", 1, "2018-01-09"),
        ("On Friday, January 9, 2018, it rose.", 4, "2018-01-09"),
        ("On Wednesday (10 January) it rose.", 2, "2018-01-10"),
        ("On Tues. Jan. 9 it rose.", 1, "2018-01-09"),
        ("On Saturday 13 January it rises.", 5, "2018-01-13"),
    ],
)
def test_a_weekday_beside_a_date_is_kept_as_stated(text, weekday, edtf):
    (found,) = find_dates(text, PUBLISHED)
    assert (found.stated_weekday, str(found.value)) == (weekday, edtf)


def test_a_weekday_alone_states_nothing_to_check():
    (found,) = find_dates("On Tuesday it rose.", PUBLISHED)
    assert found.stated_weekday is None


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        ("On 9 May 2016.", Resolution.ABSOLUTE),
        ("On 9 May.", Resolution.IMPLIED_YEAR),
        ("In November last year.", Resolution.RELATIVE),
        ("Last week.", Resolution.RELATIVE),
        ("They are now here.", Resolution.PRESENT),
    ],
)
def test_every_date_says_what_it_was_resolved_with(text, resolution):
    assert find_dates(text, PUBLISHED)[0].resolution is resolution


def test_a_date_that_goes_back_to_another_says_so():
    assert find_dates("In 2001. That year.", PUBLISHED)[1].resolution is Resolution.ANAPHORIC


def test_another_numeric_date_shows_the_order_of_day_and_month():
    assert [value for _, value in read("From 10/06/1967 and 13/06/1967")] == ["1967-06-10/", "1967-06-13"]
    assert [value for _, value in read("On 10/06/1967 and 06/13/1967")] == ["1967-10-06", "1967-06-13"]


def test_only_the_stretch_asked_for_is_read():
    text = "In 2001 and 2002 and 2003."
    assert [text[m.start : m.end] for m in find_dates(text, None, 8, 17)] == ["2002"]


@pytest.mark.parametrize(
    ("text", "quote", "reason"),
    [
        ("It opened on 31 June 2018.", "31 June 2018", "June has 30 days"),
        ("It opened on February 30.", "February 30", "February has 29 days"),
        ("It opened on 29 February 2018.", "29 February 2018", "February 2018 has 28 days"),
        ("It opened on 2018-13-01.", "2018-13-01", "there is no month 13"),
        ("It opened on 14/14/2018.", "14/14/2018", "there is no month 14"),
        ("It opened on 0 May 2018.", "0 May 2018", "May has 31 days"),
        ("It ran from 9 to 31 June 2018.", "9 to 31 June 2018", "June has 30 days"),
        ("It ran from 2008 to 2002.", "2008 to 2002", "it ends before it starts"),
        ("It ran from May 2008 to 31 June 2008 (2006-2003).", "2006-2003", "it ends before it starts"),
    ],
)
def test_dates_that_do_not_exist_are_found_apart(text, quote, reason):
    found = find_impossible(text)[-1]
    assert (text[found.start : found.end], found.value) == (quote, reason)
    assert quote not in [core for core, _ in read(text)]


def test_dates_that_exist_are_not_impossible():
    assert find_impossible("On 29 February 2016, 29 February, 30 June and from 2002 to 2008.") == []


GARBAGE = (
    "1|12 |2018 |2018-|May |May 9, |Tuesday, |the |a |early |the end of |last | |\n|(|1/1/|from 2002 to |-"
    "|2018|'90s|since |will |.|this past |first quarter of |Tuesday, 9 May 2018, |between 2002 and "
    "|a year earlier |2002-present |in \ud800|the week of |first ten months of |two years to |in '98 |AD 4 "
    "|the nineties |44 BC |from 4 BC to |weekend |May and |a year and a half |from 1950 in 2016 to "
)


def seconds(text):
    begun = time.process_time()
    find_dates(text, PUBLISHED)
    find_impossible(text)
    return time.process_time() - begun


@pytest.mark.parametrize("unit", GARBAGE.split("|"))
def test_reading_time_grows_with_the_length_alone(unit):
    count = 100_000 // len(unit)
    assert seconds(unit * count) < 10 * seconds(unit * (count // 5)) + 0.2
