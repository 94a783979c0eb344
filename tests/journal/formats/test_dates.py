"""Dates of every app, with months in many languages."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eccentric.journal.formats.cells import BadCell
from eccentric.journal.formats.dates import month_of, read_moment
from eccentric.journal.formats.hevy_out import hevy_moment

LANGUAGES = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "en long": "January February March April May June July August September October November December",
    "de": "Jan Feb März Apr Mai Juni Juli Aug Sep Okt Nov Dez",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "es long": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "pt long": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "nl long": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    "nb": "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "cs": "led úno bře dub kvě čvn čvc srp zář říj lis pro",
    "tr": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "ru": "янв февр мар апр мая июн июл авг сент окт нояб дек",
    "ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_of_a_language(language: str) -> None:
    assert [month_of(word) for word in LANGUAGES[language].split()] == list(range(1, 13))


@pytest.mark.parametrize(
    "text",
    [
        *("2025-09-15 07:48:00", "2025-09-15T07:48", "2025-09-15T07:48:00Z", "2025-09-15 07:48:00+02:00", "15 Sep 2025, 07:48"),
        *("15 sept. 2025, 07:48", "15. Sept. 2025, 07:48", "15 de set. de 2025, 07:48", "Sep 15, 2025, 7:48 AM", "15.09.2025 07:48"),
        *("9/15/2025 07:48", "15/9/2025, 07:48", "2025年9月15日 07:48", "15 сент. 2025, 07:48", "15 9月 2025, 07:48"),
    ],
)
def test_one_moment_in_many_spellings(text: str) -> None:
    assert read_moment(text) == (datetime(2025, 9, 15, 7, 48), True)


def test_afternoon_and_midnight_of_twelve_hours() -> None:
    assert read_moment("Sep 15, 2025, 7:48 PM")[0].hour == 19
    assert read_moment("Sep 15, 2025, 12:05 AM")[0].hour == 0
    assert read_moment("Sep 15, 2025, 12:05 PM")[0].hour == 12


def test_a_day_without_a_clock_says_so() -> None:
    assert read_moment("2024-02-29") == (datetime(2024, 2, 29), False)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-02-30", "15 Foo 2025, 07:48", "3/4/2025", "2025-09-15 25:00", "Sep 15, 2025, 13:00 PM"]
)
def test_what_cannot_be_a_date_says_why(text: str) -> None:
    with pytest.raises(BadCell):
        read_moment(text)


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)))
def test_hevys_own_dates_read_back(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert read_moment(hevy_moment(minute)) == (minute, True)
    assert read_moment(minute.isoformat())[0] == minute
    assert read_moment(date.isoformat(minute.date()))[1] is False


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_bad_cell(text: str) -> None:
    with suppress(BadCell):
        read_moment(text)
