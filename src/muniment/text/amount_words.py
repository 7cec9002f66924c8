"""The words that amounts are made of: numerals, scales, qualifiers, currencies, units, and what numbers designate."""

from __future__ import annotations

from typing import Final

from muniment.text.tokens import word_set

ONES: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "hundred": 100, "thousand": 1000, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "mln": 10**6, "mn": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12,
    "trn": 10**12,
}  # fmt: skip
# Letters that scale only when joined to the digits.
JOINED_SCALES: Final = {"k": 1000, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
VAGUE: Final = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
FRACTIONS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip

# Qualifiers as token phrases; the longest that fits is taken. "-" is a hyphen token.
ABOUT: Final = "about"
AT_LEAST: Final = "at least"
MORE: Final = "more than"
UP_TO: Final = "up to"
LESS: Final = "less than"
_QUALIFIERS: Final = {
    ABOUT: "about, around, some, roughly, approximately, approx, nearly, almost, virtually, an estimated, estimated, "
    "close to, nearer to, in the region of, in the order of, on the order of, circa, ca, an average of, roughly "
    "some, about some, as a rough, a reported, probably, perhaps, maybe, practically, or so, just about, "
    "an approximate, a nearly, a roughly, an almost, the nearly, the roughly, the estimated, the approximately, "
    "the some, the almost, the around, the about",
    AT_LEAST: "at least, no fewer than, no less than, not fewer than, not less than, a minimum of, minimum, "
    "as few as, as little as, at the very least, at a minimum, at least some, at least about, a total of at least, "
    "at least another, at least an estimated, at the least",
    MORE: "over, more than, above, in excess of, upwards of, upward of, exceeding, well over, well above, just over, "
    "a little over, slightly over, slightly more than, a little more than, well more than, just more than, "
    "far more than, many more than, much more than, greater than, bigger than, larger than, higher than, "
    "the more than, the over, far exceeding, topping, surpassing, and more than",
    UP_TO: "up to, as many as, as much as, as high as, at most, a maximum of, maximum, no more than, not more than, "
    "at the most, not exceeding, a ceiling of, no greater than, up to some, up to about, as many as some",
    LESS: "less than, fewer than, under, below, just under, well under, slightly under, slightly less than, "
    "a little less than, a little under, well below, just below, lower than, smaller than, short of, "
    "far less than, far fewer than, just short of, fewer",
}
QUALIFIERS: Final[dict[tuple[str, ...], str]] = {
    tuple(phrase.split()): bound for bound, phrases in _QUALIFIERS.items() for phrase in phrases.split(", ")
}
QUALIFIER_STARTS: Final[dict[str, int]] = {}
for _phrase in QUALIFIERS:
    QUALIFIER_STARTS[_phrase[0]] = max(QUALIFIER_STARTS.get(_phrase[0], 0), len(_phrase))

SIGNS: Final = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₦": "NGN",
    "₪": "ILS", "₫": "VND", "฿": "THB", "₴": "UAH", "₱": "PHP", "₸": "KZT", "₵": "GHS",
}  # fmt: skip
# What stands before "$" to name whose dollar it is.
DOLLARS: Final = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "hk": "HKD", "nt": "TWD", "s": "SGD", "nz": "NZD", "r": "BRL", "sg": "SGD", "z": "ZWL", "j": "JMD",
}  # fmt: skip
_CODES = (
    "USD EUR GBP JPY CNY RMB INR RUB CHF SEK NOK DKK PLN CZK HUF TRY ILS SAR AED QAR KWD EGP ZAR NGN KES UAH "
    "KRW KPW TWD HKD SGD AUD NZD CAD MXN BRL ARS CLP COP PEN THB VND IDR MYR PHP PKR BDT LKR NPR MMK IRR IQD "
    "AFN AMD AZN GEL KZT UZS BYN RSD"
)
CODES: Final = {code.lower(): code for code in word_set(_CODES)} | {"rmb": "CNY", "rs": "INR", "tl": "TRY"}  # fmt: skip
CURRENCIES: Final = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR",
    "rouble": "RUB", "ruble": "RUB", "won": "KRW", "franc": "CHF", "kyat": "MMK", "baht": "THB", "rupiah": "IDR",
    "ringgit": "MYR", "dong": "VND", "rial": "IRR", "riyal": "SAR", "dirham": "AED", "lira": "TRY", "liras": "TRY",
    "peso": "MXN", "naira": "NGN", "shilling": "KES", "zloty": "PLN", "zlotys": "PLN", "hryvnia": "UAH",
    "hryvnias": "UAH", "shekel": "ILS", "taka": "BDT", "afghani": "AFN", "rand": "ZAR", "tenge": "KZT", "forint": "HUF",
    "manat": "AZN", "cedi": "GHS", "birr": "ETB", "lari": "GEL", "dram": "AMD", "koruna": "CZK", "kronor": "SEK",
    "kroner": "DKK", "krona": "SEK", "mark": "DEM", "reais": "BRL", "real": "BRL", "bolivar": "VES", "kina": "PGK",
    "dinar": "IQD", "som": "UZS", "cent": "USD",
}  # fmt: skip
# National adjectives that change the currency a noun means.
NATIONAL: Final = {
    ("us", "dollar"): "USD",
    ("hk", "dollar"): "HKD", ("american", "dollar"): "USD", ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD", ("kong", "dollar"): "HKD", ("singapore", "dollar"): "SGD",
    ("singaporean", "dollar"): "SGD", ("zealand", "dollar"): "NZD", ("taiwan", "dollar"): "TWD",
    ("taiwanese", "dollar"): "TWD", ("liberian", "dollar"): "LRD", ("zimbabwe", "dollar"): "ZWL",
    ("pakistani", "rupee"): "PKR", ("pakistan", "rupee"): "PKR", ("indian", "rupee"): "INR",
    ("lankan", "rupee"): "LKR", ("nepali", "rupee"): "NPR", ("nepalese", "rupee"): "NPR",
    ("swiss", "franc"): "CHF", ("french", "franc"): "FRF", ("belgian", "franc"): "BEF", ("cfa", "franc"): "XOF",
    ("rwandan", "franc"): "RWF", ("congolese", "franc"): "CDF", ("british", "pound"): "GBP",
    ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP", ("syrian", "pound"): "SYP",
    ("sudanese", "pound"): "SDG", ("sterling", "pound"): "GBP", ("turkish", "lira"): "TRY",
    ("italian", "lira"): "ITL", ("philippine", "peso"): "PHP", ("mexican", "peso"): "MXN",
    ("argentine", "peso"): "ARS", ("colombian", "peso"): "COP", ("chilean", "peso"): "CLP",
    ("cuban", "peso"): "CUP", ("kenyan", "shilling"): "KES", ("ugandan", "shilling"): "UGX",
    ("tanzanian", "shilling"): "TZS", ("somali", "shilling"): "SOS", ("iranian", "rial"): "IRR",
    ("yemeni", "rial"): "YER", ("omani", "rial"): "OMR", ("qatari", "riyal"): "QAR", ("saudi", "riyal"): "SAR",
    ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD", ("jordanian", "dinar"): "JOD",
    ("libyan", "dinar"): "LYD", ("algerian", "dinar"): "DZD", ("serbian", "dinar"): "RSD",
    ("tunisian", "dinar"): "TND", ("bahraini", "dinar"): "BHD", ("moroccan", "dirham"): "MAD",
    ("korean", "won"): "KRW", ("russian", "ruble"): "RUB", ("russian", "rouble"): "RUB",
    ("belarusian", "ruble"): "BYN", ("belarusian", "rouble"): "BYN", ("german", "mark"): "DEM",
    ("deutsche", "mark"): "DEM", ("deutsch", "mark"): "DEM", ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK", ("norwegian", "kroner"): "NOK", ("danish", "kroner"): "DKK",
    ("brazilian", "real"): "BRL", ("brazilian", "reais"): "BRL", ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY", ("peruvian", "sol"): "PEN", ("icelandic", "krona"): "ISK",
}  # fmt: skip
_UNITS: Final = {
    "km": "km kilometre kilometer kms",
    "m": "metre meter metres",
    "mile": "mile",
    "ft": "foot feet ft",
    "yd": "yard",
    "mm": "mm millimetre millimeter",
    "cm": "cm centimetre centimeter",
    "inch": "inch inches",
    "ha": "hectare ha",
    "acre": "acre",
    "kg": "kg kilogram kilogramme kilo kgs",
    "g": "gram gramme",
    "t": "tonne ton t metric-ton",
    "kt": "kiloton kilotonne kt",
    "megaton": "megaton",
    "lb": "lb lbs",
    "litre": "litre liter",
    "gallon": "gallon",
    "barrel": "barrel",
    "bpd": "bpd",
    "MW": "mw megawatt",
    "GW": "gw gigawatt",
    "kW": "kw kilowatt",
    "degree": "degree",
    "kWh": "kwh",
    "hour": "hour hr hrs",
    "minute": "minute min mins",
    "second": "seconds secs",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "km/h": "kph kmh",
    "mph": "mph",
    "knot": "knot",
    "century": "centuries",
}
UNITS: Final[dict[str, str]] = {
    form: unit
    for unit, forms in _UNITS.items()
    for word in forms.split()
    for form in ({word} if word.endswith(("s", "feet")) or len(word) < 3 else {word, word + "s"})
}
# Words whose number is a name, not a count.
DESIGNATES: Final = word_set(
    """article articles resolution resolutions chapter section sections paragraph paragraphs page pages flight boeing
    airbus antonov tupolev ilyushin sukhoi type model mark mk class unit brigade battalion regiment division squadron
    highway route road street avenue room channel radio number no nos phase stage level grade tier figure table
    annex appendix schedule clause rule act bill decree order directive protocol law convention agreement
    psalm verse volume vol issue part title version windows formula group camp gate block zone sector area apollo
    soyuz voyager falcon arrow leopard falcon paris euro dalit century platform terminal pier line corridor
    district ward precinct station checkpoint post building hall hut tent plot sheet file case count item
    amendment exhibit lot size catch studio interstate proposition proposal option objective goal target article's
    world interview step day week year grade bus train tram metro prison reactor pod"""
)
# Only when written with a capital do these make the number after them a name ("Camp 22", not "camp, 22").
CLOCK: Final = frozenset({"gmt", "utc", "am", "pm", "hrs", "hours", "clock", "edt", "est", "pst", "bst", "cet", "ist"})
NOT_AFTER_ONE: Final = word_set(
    "of another who that which can could may might must should would will has had is was are were cannot day time "
    "thing reason way side else does did said says such morning evening night but more"
)
NOT_BEFORE_ONE: Final = word_set(
    "no this that the each every any which some only only another only-one not particular last next first one"
)
# Before a four-digit number they make it an amount, not a year.
ABOVE_YEAR: Final = word_set("than some about nearly least most over to almost roughly approximately estimated of many")
