"""Data: the lines that news pages put around a report, as patterns for one whole line.

Each is used with `fullmatch`, without regard to case; `_ANY` and `_SHORT` are a bounded rest of the line. An
entry names its kind of furniture. A pattern that sentences of a report could begin with asks for more: a colon,
a second page word, or nothing after it.
"""

from __future__ import annotations

import re
from typing import Final

_ANY: Final = r".{0,300}"
_SHORT: Final = r".{0,120}"
_MORE: Final = r"[ .:!…>»→]*"
_URL: Final = r"(?:https?://|www\.)[^\s<>\"]{1,300}"
_NAME: Final = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]{0,30}|de|la|del|van|von|der|bin|al)"
_PEOPLE: Final = rf"(?-i:{_NAME}(?:(?: and | in |, | & | ){_NAME}){{0,14}})"
_WORK: Final = (
    r"(?:additional |with )?(?:reporting|writing|editing|edited|compiled|translated|proofread|written|research)"
    rf"(?: and (?:editing|edited|writing|compiled))? by:? {_PEOPLE}"
)
_CREDITED: Final = r"(?:[^.!?\d]|(?<=\b\w)\.)"  # a full stop only after an initial, and no numbers
_MAKERS: Final = rf"(?-i:{_NAME}(?:(?: and | via | for | of |, | & | ?/ ?| \| | ){_NAME}){{0,7}})(?: handout)?"
_THINGS: Final = r"(?:stories|articles|coverage|reading|content|news|topics|posts|links)"
_THIS: Final = r"(?:this|the|our) (?:full )?(?:video|report|interview|podcast|episode|article|story)"
_SITES: Final = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|email|e-mail|instagram|social media|(?:your )?friends)"
)
_AGENCY: Final = (
    r"(?:AFP|AP|AP Photo|Reuters|EPA|EPA-EFE|Getty Images|Getty|Shutterstock|Anadolu(?: Agency)?|Xinhua|TASS)"
)
_LIST: Final = r"(?:newsletter|channel|alerts?|updates?|digest|briefing|podcast|account|trial|feed)"
_OFFER: Final = r"(?:our|us|get|receive|free|updates|unlimited|continue|read|breaking|newsletters?|alerts|email|my)"
_REUSED: Final = r"(?:published|reproduced|broadcast|copied|republished|redistributed)"
_SECTION: Final = (
    r"(?:home|news|world|politics|business|economy|sports?|opinion|video|videos|photos|culture|tech|technology|science"
    r"|health|travel|weather|contact(?: us)?|about(?: us)?|africa|asia|americas|europe|middle east|menu|search|live)"
)

_PATTERNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("video link", (rf"(?:youtube|vimeo|dailymotion|facebook|twitter|instagram|tiktok|video|embed):? {_URL}",)),
    (
        "link",
        (rf"(?:link|url|web|website|source)?:? ?<?{_URL}>?(?: {_URL}){{0,5}}", r"pic\.twitter\.com/\w{1,40}"),
    ),
    (
        "editors",
        (
            rf"[(\[]?{_WORK}(?: ?[;,/] ?{_WORK}){{0,4}}[)\]]?\.?",
            rf"editors?: {_PEOPLE}",
        ),
    ),
    (
        "read more",
        (
            rf"(?:read more|read also|also read|read next|must read|more to read)(?: ?[:|>»–—-]{_ANY}|{_MORE})",
            rf"(?:related|recommended|more)(?: {_THINGS})?:{_SHORT}",
            rf"(?:related|recommended) (?:{_THINGS}|for you)",
            rf"(?:read|see|view|load|show) (?:the )?(?:full|more|all|original)(?: {_THINGS}| article| story)?{_MORE}",
            rf"(?:continue|keep) reading(?: below| the main story| here| more)?{_MORE}",
            rf"(?:story|article) continues (?:below|after)(?: the| this)?(?: ad| advertisement| promotion)?{_MORE}",
            rf"you (?:may|might) (?:also )?(?:like|be interested in|want to read)(?: ?:{_SHORT}|{_MORE})",
            r"(?:most (?:read|popular|viewed|shared)|trending(?: now)?|editors?['’]?s? picks?|don['’]t miss)",
            r"latest (?:news|headlines|stories)|more (?:news|stories)(?: (?:from|on|in|about) [\w &'’-]{1,40})?",
            rf"click here (?:to|for) {_SHORT}",
        ),
    ),
    (
        "video",
        (
            rf"(?:watch|watch now|watch live|watch more|watch video|listen|play video)(?: ?[:|►▶]{_SHORT}|[ .…►▶]*)",
            rf"(?:watch|listen to) {_THIS}(?: (?:here|below|above|on) ?{_SHORT})?{_MORE}",
            r"(?:listen|reading time|read time)?[ :·•-]{0,4}\d{1,3}[ -]?min(?:ute)?s? (?:read|listen|watch)",
        ),
    ),
    (
        "subscribe",
        (
            rf"subscribe(?: now| today| here| free)?(?: ?[:!|]{_SHORT}|{_MORE})",
            r"(?:please )?(?:subscribe|sign up|signup|register)(?: now| today| here| free)? (?:to|for|with) "
            rf"{_OFFER}\b{_ANY}",
            r"(?:please )?(?:subscribe|sign up|signup)(?: now| today| here| free)? (?:to|for|with) "
            rf"(?:the|a|your|this|daily) [^.]{{0,80}}{_LIST}\b{_SHORT}",
            rf"(?:sign up|log in|sign in|create an? (?:free )?account)(?: now| here| today)?{_MORE}",
            rf"(?:sign up|log in|sign in) (?:or|to) (?:register|subscribe|sign up|log in|continue|comment){_SHORT}",
            r"(?:get|receive) (?:the|our|your|all|daily|breaking|more)\b[^.]{0,120} "
            rf"your (?:inbox|mailbox|email|phone){_SHORT}",
            rf"(?:already|not yet) a (?:subscriber|member)\?{_SHORT}",
            r"this (?:article|content|story) is for subscribers(?: only)?\.?",
            rf"(?:support|donate to) (?:our|independent|quality) (?:journalism|newsroom|reporting|work)\b{_SHORT}",
        ),
    ),
    (
        "newsletter",
        (
            rf"(?:our |the |daily |weekly |free |morning ){{0,4}}newsletters?(?: ?[:|]{_SHORT}| sign-?up)?",
            r"(?:join|download|get|follow) (?:our|the) (?:\w{1,20} )?(?:telegram |whatsapp |youtube |facebook )?"
            rf"(?:channel|app|newsletter)(?: (?:on|for|to|and|here|now)\b{_SHORT})?{_MORE}",
        ),
    ),
    (
        "share",
        (
            r"(?:share|print|email|e-mail|tweet|save|bookmark) (?:this|the) (?:article|story|page|post|news|video|link)"
            rf"(?: (?:on|via|with|to|by) [\w ,/&'’-]{{1,60}})?{_MORE}",
            rf"(?:share|tweet) this{_MORE}",
            rf"(?:share|tweet|post)(?: this)? (?:on|via|to|with) {_SITES}[\w ,/&'’-]{{0,60}}{_MORE}",
            rf"(?:follow|like|find) (?:us|our \w{{1,20}}|@\w{{1,30}})(?:,? (?:on|at|@|and) ?{_SHORT})?{_MORE}",
        ),
    ),
    (
        "copyright",
        (
            rf"(?:copyright )?(?:©|\(c\)|&copy;|copyrights? (?:©|\(c\)|\d{{4}}\b|by\b)) ?{_ANY}",
            rf"[^.]{{0,120}}\ball rights (?:are )?reserved\b{_ANY}",
            r"(?:this (?:material|article|story|content)|no part of this \w{1,20})\b[^.]{0,80} "
            rf"(?:may not|cannot|must not|may) be {_REUSED}{_ANY}",
            rf"(?:re-?published|reprinted|reproduced) (?:here )?(?:with|by) (?:the )?(?:kind )?permission{_SHORT}",
        ),
    ),
    (
        "cookies",
        (
            rf"(?:we|this (?:web)?site|our (?:web)?site)[^.]{{0,60}} uses? (?:of )?cookies{_ANY}",
            rf"we (?:and our partners )?use cookies{_ANY}",
            r"by (?:continuing|using|clicking|browsing|closing)[^.]{0,120}"
            rf"(?:cookies|terms of (?:use|service)|privacy policy){_ANY}",
            r"(?:accept|reject|manage|allow)(?: all)? cookies?(?: settings| preferences)?",
            r"cookie (?:policy|settings|preferences|notice|consent)",
        ),
    ),
    (
        "navigation",
        (
            r"skip to (?:main |primary )?(?:content|navigation|links|search)|back to (?:top|home|homepage)",
            r"(?:main )?menu|toggle navigation|(?:previous|next) (?:article|story|post|page)(?: ?[:>»←→-].{0,120})?",
            r"page \d{1,3} of \d{1,3}",
            rf"{_SECTION}(?: ?[|>»›/•·] ?{_SECTION}){{1,15}}(?: ?[|>»›/] ?[^|>»›/.]{{1,80}})?",
            rf"(?:tags?|keywords?|filed under|category|categories|posted in|more on|share this):{_SHORT}",
            r"(?:terms (?:of use|of service|and conditions)|privacy (?:policy|notice)|advertise with us|site ?map)"
            r"(?: ?[|·•,-] ?.{1,60})?",
            r"(?:leave|post|add|write) a (?:comment|reply)|(?:view |no |\d{1,6} )(?:comments?|replies)(?: yet)?",
            rf"comments? (?:\(\d{{1,6}}\)|closed|are closed){_MORE}|loading comments{_MORE}",
            rf"join the (?:conversation|discussion){_MORE}",
        ),
    ),
    (
        "advertisement",
        (
            r"[-–—*\[( ]{0,6}(?:advertisements?|sponsored(?: content| by .{1,60})?|ad feedback|paid content)"
            r"[-–—*\]) ]{0,6}",
        ),
    ),
    (
        "picture credit",
        (
            r"[\[(]?(?:photo|photograph|image|picture|video)s? ?(?:credits?|by|courtesy(?: of)?|source)s? ?[:/]? ?"
            rf"{_CREDITED}{{2,60}}[\])]?\.?",
            rf"[\[(]?(?:photo|photograph|image|picture|credit|file|file photo|screenshot)s? ?[:/] ?{_MAKERS}[\])]?",
            rf"(?-i:(?:[A-Z][\w.'’-]{{1,20}} ){{0,3}}[A-Z][\w.'’-]{{1,20}} ?[/|] ?{_AGENCY}(?: via {_AGENCY})?)",
            rf"(?-i:(?:{_AGENCY}|File photo|Courtesy photo)(?: ?/ ?[^.!?]{{2,40}})?)",
        ),
    ),
    ("end mark", (r"[-–—*(]+ ?(?:ends?|enditem|30|more) ?[-–—*)]+|enditem|[#*_=-]{3,60}|(?:\* ){2,20}\*",)),
)

RULES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE)) for kind, patterns in _PATTERNS for pattern in patterns
)

ANY_RULE: Final = re.compile("|".join(f"(?:{p})" for _, patterns in _PATTERNS for p in patterns), re.IGNORECASE)
"""All patterns at once: says no in one call, as nearly every line is the report's."""

SHARE_WORDS: Final = frozenset(
    {"share", "tweet", "retweet", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit"}
    | {"pinterest", "instagram", "messenger", "email", "e-mail", "print", "copy", "link", "save", "bookmark"}
    | {"comment", "comments", "shares", "like", "likes", "flipboard", "viber", "youtube", "rss", "pocket"}
)
