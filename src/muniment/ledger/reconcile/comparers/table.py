"""Every comparer by the name under which registers/*.yaml ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from muniment.ledger.reconcile.comparers.base import AnyComparer
from muniment.ledger.reconcile.comparers.enums import Acts, Equal, Grouped, Number, Production
from muniment.ledger.reconcile.comparers.items import Batch, Described, Items, KnowHow, Models
from muniment.ledger.reconcile.comparers.parties import Asker, Collective, Host, Lists, Named, Parties, Standing, Target
from muniment.ledger.reconcile.comparers.places import Areas, Places, Populations
from muniment.ledger.reconcile.comparers.times import Course, Deals, Event, Moment, Overlap, Reported, Start
from muniment.ledger.reconcile.comparers.wording import Post, Quotation, Subject, Wording

COMPARERS: Final[Mapping[str, AnyComparer]] = MappingProxyType(
    {
        "act": Acts(),
        "area": Areas(),
        "asker": Asker(),
        "batch": Batch(),
        "collective": Collective(),
        "course": Course(),
        "deal": Deals(),
        "equal": Equal(),
        "event": Event(),
        "group": Grouped(),
        "guest": Parties(delegations=True),
        "host": Host(),
        "item": Items(),
        "know-how": KnowHow(),
        "described": Described(),
        "model": Models(),
        "moment": Moment(),
        "named": Named(),
        "number": Number(),
        "overlap": Overlap(),
        "pair": Lists(("subject", "object")),
        "people": Lists(("guest", "host")),
        "parties": Lists(),
        "party": Parties(),
        "place": Places(),
        "population": Populations(),
        "post": Post(),
        "production": Production(),
        "quotation": Quotation(),
        "reported": Reported(),
        "standing": Standing(),
        "start": Start(),
        "subject": Subject(),
        "target": Target(),
        "wording": Wording(),
    }
)
