"""The words that dates are made of."""

from __future__ import annotations

from typing import Final

from muniment.text.date_nodes import Part, Unit, Which
from muniment.text.tokens import word_set

MONTHS: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
# Names that are also given names, verbs or words: alone they need a word before them that only dates take.
DOUBTFUL_MONTHS: Final = frozenset({"may", "march", "april", "june", "august"})
WEEKDAYS: Final = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "tues": 1, "weds": 2, "thurs": 3, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "thur": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
SHORT_WEEKDAYS: Final = frozenset({"mon", "tue", "wed", "thu", "thur", "fri", "sat", "sun"})
SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
UNITS: Final[dict[str, Unit]] = {
    "hour": "hour", "hours": "hour", "minute": "hour", "minutes": "hour", "day": "day", "days": "day",
    "week": "week", "weeks": "week", "weekend": "weekend", "weekends": "weekend", "month": "month",
    "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
COUNTS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
VAGUE: Final = frozenset({"few", "several", "many", "some", "couple", "recent"})
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "opening": 1,
    "final": 4,
}  # fmt: skip
ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})
PARTS: Final[dict[str, Part]] = {
    "early": "early", "mid": "mid", "late": "late", "middle": "mid", "beginning": "start", "start": "start",
    "end": "end", "close": "end", "midway": "mid",
}  # fmt: skip
WHICH: Final[dict[str, Which]] = {
    "last": "last", "past": "last", "this": "this", "next": "next", "coming": "next", "current": "this",
    "upcoming": "next",
}  # fmt: skip
AFTER_OVERNIGHT: Final = word_set(", . ; in on at by as when while after before from near to with during and but that")
DAYTIMES: Final = frozenset({"morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "lunchtime"})
TODAY: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": -1}

BEFORE_YEAR: Final = word_set(
    "in of since until till from during before after circa by throughout through into early mid late back around "
    "between year fiscal as ( the its his her their our my a an this that s for"
)
BEFORE_MONTH: Final = word_set(
    "in since until till last this next early late mid of during throughout through before after between from "
    "by to every each past previous"
)
BEFORE_MAY: Final = word_set("in since until till last this next early late mid of during throughout through")
# What follows a number that counts things, as against a year before a noun ("the 2010 report").
COUNTED: Final = word_set(
    """people persons men women children civilians soldiers troops fighters militants rebels protesters
    demonstrators refugees prisoners detainees families villagers residents workers employees students
    policemen officers police inhabitants victims dead deaths casualties wounded injured members voters guests
    delegates passengers homes houses households villages buildings cars vehicles tanks aircraft rockets missiles
    shells bombs rifles guns weapons rounds km kilometres kilometers miles mile metres meters m feet ft
    yards tons tonnes ton tonne kg kilograms pounds lbs dollars euros yen yuan rupees rubles roubles
    percent times hours minutes seconds days weeks months years votes seats cases jobs barrels litres liters
    hectares acres acre copies units points items troop gmt hrs strong"""
)
# Capitalised words after a weekday that make it a name ("Sunday Times").
AFTER_WEEKDAY: Final = word_set(
    "times telegraph mail mirror express herald star tribune post independent mass school club"
)
BEFORE_WEEKDAY: Final = word_set("bloody black good easter palm ash holy super cyber")
# A lone year in front of these is the subject of a sentence.
AFTER_YEAR: Final = word_set("was is saw has had will marked marks began brought")
