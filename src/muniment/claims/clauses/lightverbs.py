"""Words that lend an event noun their arguments, or say of what kind an argument is. Data for predicates."""

from __future__ import annotations

# A verb that lends its subject and adjuncts to the event noun it governs ("paid a visit", "imposed sanctions").
LIGHT = frozenset(
    """hold pay make conduct launch carry_out reach sign impose stage have give take undertake begin start open resume
    conclude seal strike ink clinch finalise finalize complete perform mount slap place receive win get order
    approve announce suspend cancel postpone call_off delay halt stop end lift ease extend renew tighten maintain
    keep face host attend propose offer provide value estimate discuss negotiate seek demand request pursue plan
    arrange schedule say welcome enter continue wrap_up kick_off issue pass adopt veto reject broker mediate cut
    secure urge back support oppose condemn denounce describe report claim confirm deny follow suffer sustain
    threaten commit cause cast initial ratify restart reopen hammer_out thrash_out agree_on agree_to renegotiate
    arrive_at""".split()
)
# Participles that name a maker when a nation or firm is joined to them ("Swedish-built", "US-made").
MADE = frozenset(
    "make build produce manufacture supply design assemble develop back sponsor draft propose table".split()
)
# Verbs that name somebody's deed behind "with" or "of": "charged with murdering two men".
CHARGING = frozenset("charge accuse convict suspect acquit".split())
# Event nouns that say of another event noun what a light verb would ("the lifting of sanctions", "a call for a ban").
LIGHT_NOUNS = frozenset(
    """imposition lifting easing removal end suspension extension renewal tightening adoption approval rejection veto
    enforcement application relaxation reimposition expansion resumption halt announcement conclusion signing
    start""".split()
)
# Nouns for what two sides sign: who does so buys or sells what it is about ("a contract for the purchase of jets").
PAPERS = frozenset("contract deal agreement order memorandum accord pact arrangement".split())
# Verbs of which the event noun is the subject ("a meeting took place in ...").
OCCUR = frozenset(
    """take_place occur happen begin start open end conclude continue resume come follow last collapse take_effect hit
    strike kill wound erupt break_out rage flare flare_up""".split()
)
# What an act of violence does to people: the object of such a verb is the victim of the event noun that is its subject.
HARMFUL = frozenset("kill wound injure hit strike target leave".split())
# Verbs that tell of what somebody else does or should do, and where he stands: "called on Oslo to ...", "accused Oslo
# of ...". Passives too: the accused is their object.
ADDRESSED = {
    "call": ("on", "upon", "for"),
    "appeal": ("to",),
    "plead": ("with",),
    "prevail": ("on", "upon"),
    "rely": ("on",),
    **dict.fromkeys(
        "accuse suspect convict acquit blame condemn criticise criticize praise thank commend applaud".split(),
        ("object",),
    ),
}
