"""The words that times of day, lapses and vague references are made of; those of dates are in `date_words`."""

from __future__ import annotations

from typing import Final

from muniment.text.date_words import COUNTS
from muniment.text.time_nodes import DayPart, Direction, LapseUnit
from muniment.text.tokens import word_set

_UNITS: Final[tuple[LapseUnit, ...]] = (
    "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade",
)  # fmt: skip
UNITS: Final[dict[str, LapseUnit]] = (
    {unit: unit for unit in _UNITS} | {f"{unit}s": unit for unit in _UNITS} | {"century": "century"}
    | {"centuries": "century"}
)  # fmt: skip
NUMBERS: Final = {word: number for word, number in COUNTS.items() if word not in ("a", "an")} | {
    "hundred": 100, "half": 0.5,
}  # fmt: skip
VAGUE_COUNTS: Final = word_set("few several many some recent coming subsequent intervening successive")
# Units that stand alone for a lapse ("within weeks"): "seconds" and "quarters" are other things as often.
BARE_LAPSES: Final = word_set("minutes hours days weeks months years decades centuries")
BEFORE_BARE_LAPSE: Final = word_set("for in within over after take took takes taking lasted last just of spent through")
# After these "a year" is how long; elsewhere ("$5 a year") it is how often.
BEFORE_LAPSE: Final = word_set(
    "for in within after of than about over nearly almost least most under during only just by once every some take "
    "takes took last lasted lasts lasting another spent spend is was be half to through around roughly and or more "
    "less"
)
BEFORE_COUNT: Final = word_set("past last next coming previous following first final recent early")
BETWEEN_COUNT_AND_UNIT: Final = word_set("full fiscal straight consecutive trading calendar more business long")
# After these a number counts; a year alone does not follow them.
BEFORE_NUMBER: Final = word_set("some about than nearly almost over least most to or up roughly only all around under")
BEFORE_DEFINITE: Final = word_set("for in of during over through throughout into")
AFTER_INDEFINITE: Final = word_set("of that before after when")
DAY_PARTS: Final[dict[str, DayPart]] = {
    "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "noon": "midday",
    "midday": "midday", "midnight": "night", "lunchtime": "midday", "dawn": "morning", "dusk": "evening",
    "overnight": "night", "tonight": "evening", "mornings": "morning", "evenings": "evening", "nights": "night",
    "afternoons": "afternoon",
}  # fmt: skip
ZONES: Final = word_set("est edt cst cdt mst mdt pst pdt gmt utc et ct pt bst cet cest msk ist")
VAGUE: Final[dict[tuple[str, ...], Direction]] = {
    ("now",): "present", ("right", "now"): "present", ("currently",): "present", ("current",): "present",
    ("presently",): "present", ("these", "days"): "present", ("nowadays",): "present",
    ("at", "present"): "present", ("at", "the", "moment"): "present", ("at", "this", "time"): "present",
    ("at", "this", "point"): "present",
    ("recently",): "past", ("more", "recently"): "past", ("most", "recently"): "past", ("recent",): "past",
    ("the", "past"): "past", ("the", "recent", "past"): "past", ("at", "the", "time"): "past",
    ("at", "that", "time"): "past", ("long", "ago"): "past", ("lately",): "past",
    ("the", "future"): "future", ("the", "near", "future"): "future", ("the", "foreseeable", "future"): "future",
    ("future",): "future", ("soon",): "future", ("the", "near", "term"): "future",
    ("the", "short", "term"): "future", ("the", "long", "term"): "future",
}  # fmt: skip
# Words of plans and of what is yet to come, before or after a date in its clause; and of what is done and told.
AHEAD: Final = word_set(
    "will ll shall expects expect expected expecting plan plans planned planning scheduled due intends intend aims "
    "hopes hope slated maturing upcoming effective tentatively"
)
# Up to a date: of its two neighbours in the calendar, the nearer one.
UP_TO: Final = word_set("by until till through")
BEHIND: Final = word_set(
    "said says told reported announced was were had did has have been rose fell began became came went made took "
    "held met left sold bought killed won lost since after following last ago closed"
)
