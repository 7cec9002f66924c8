"""One sitting of a review: asks, reads keys, keeps decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from muniment.errors import MunimentError, UsageError
from muniment.outputs.cli.judge import cell_and_value
from muniment.outputs.cli.keys import Keys, uninterrupted
from muniment.outputs.cli.terminal import show, styled, text, width
from muniment.outputs.views.asked import SHOWN, choices, draw, paragraphs, spellings
from muniment.outputs.views.judgements import in_words
from muniment.pipeline.explain import voices_of
from muniment.pipeline.reasons import names_of
from muniment.pipeline.review import Kind, Question, candidates, questions

if TYPE_CHECKING:
    from muniment.pipeline.case import Case
    from muniment.pipeline.explain import Voice
    from muniment.schema.judgement import Judgement
    from muniment.schema.record import Record

T = TypeVar("T")

OFFERED: Final = {
    "a": "[a]ccept",
    "r": "[r]eject",
    "c": "[c]orrect",
    "s": "[s]plit",
    "m": "[m]erge",
    "=": "[=] same",
    "≠": "[≠] different",
    "u": "[u]ndo",
    "n": "[n]ext",
    "o": "[o]pen",
    "q": "[q]uit",
    "?": "[?]",
}
_OF_NAMES: Final = frozenset("a=≠unoq?")
_SAME_KEY: Final = {"!": "≠", " ": "n", "": "q", "h": "?"}
_ALL: Final = "*"
_ROOM: Final = 5  # columns for the prompt's sign and the key


class Then(Enum):
    """What comes after a key."""

    NEXT = "the next question"
    STAY = "another key"
    QUIT = "the end"


@dataclass(frozen=True, slots=True)
class Made:
    """The decisions of one answer, and the question that they answered."""

    key: tuple[str, ...]
    judgements: list[Judgement] = field(default_factory=list)


@dataclass(slots=True)
class Session:
    """Asks the open questions of a case in order, each once; `by` and `why` go with every decision."""

    case: Case
    by: str
    why: str
    register: str | None
    kinds: Sequence[Kind]
    keys: Keys = field(default_factory=Keys)
    _open: list[Question] = field(default_factory=list)
    _asked: set[tuple[str, ...]] = field(default_factory=set)
    _made: list[Made] = field(default_factory=list)

    def run(self, limit: int | None) -> None:
        """Asks until nothing is open, `limit` questions were asked, or the person ends it; then says what was done."""
        asked = 0
        then = Then.NEXT
        while then is not Then.QUIT and (limit is None or asked < limit):
            if not self._open:
                found = questions(self.case.derived(), self.register, self.kinds)
                self._open = [question for question in found if question.key not in self._asked]
            if not self._open:
                click.echo("Nothing more to ask.")
                break
            asked += 1
            then = _Asking(self, self._open[0]).ask(f"{asked} of {asked + len(self._open) - 1}")
        count = sum(len(made.judgements) for made in self._made)
        click.echo(f"{count} decision{'' if count == 1 else 's'} kept.")

    def keep(self, question: Question, decisions: Iterable[Callable[[], Judgement]], also: Iterable[str] = ()) -> None:
        """Keeps all decisions of one answer and tells them.

        Records are worked out again only when every open question was asked, for that takes seconds in a large case;
        until then questions on records with claims that were decided about, `also` those of another record, wait.
        """
        made = Made(question.key)
        with uninterrupted():
            for decide in decisions:
                made.judgements.append(decide())
                if len(made.judgements) == 1:
                    self._made.append(made)
                show(text(f"  {in_words(made.judgements[-1])}", "green"))
        touched = {*question.claims, *also}
        self._open = [one for one in self._open if one.record is None or not touched & set(one.claims)]
        self.skip(question)

    def skip(self, question: Question) -> None:
        """Does not ask it again in this sitting."""
        self._asked.add(question.key)
        self._open = [one for one in self._open if one.key != question.key]

    def undo(self) -> bool:
        """Takes back the last answer of this sitting, whose question is asked again; False where there is none."""
        if not self._made:
            return False
        last = self._made.pop()
        with uninterrupted():
            for judgement in reversed(last.judgements):
                back = self.case.judge("retract", judgement.id, by=self.by, why=self.why)
                show(text(f"  {in_words(back)}", "green"))
        self._asked.discard(last.key)
        self._open = []
        return True


class _Asking:
    """One question on the screen."""

    def __init__(self, session: Session, question: Question) -> None:
        self.session, self.question = session, question
        # Voices, undecided ones first: of many claims those that are not shown come up in another sitting.
        voices = voices_of(session.case, question.claims)
        self.voices = sorted(voices, key=lambda voice: voice.judgement is not None)

    def ask(self, place: str) -> Then:
        """Shows the question and carries out keys until one settles it."""
        show(draw(self.question, place, self.voices, styled=styled()))
        then = Then.STAY
        while then is Then.STAY:
            click.echo(f"{self._offered()} > ", nl=False)
            then = self._answer(self.session.keys.key())
        return then

    def _offered(self) -> str:
        """The keys of this question, with their words where the line has room for them."""
        fitting = {letter: label for letter, label in OFFERED.items() if self._fits(letter)}
        spelled = " ".join(fitting.values())
        return spelled if len(spelled) < width() - _ROOM else " ".join(fitting)

    def _fits(self, letter: str) -> bool:
        many = len(self.question.claims) > 1
        return letter in _OF_NAMES if self.question.kind == "names" else letter != "s" or many

    def _answer(self, pressed: str) -> Then:
        letter = _SAME_KEY.get(pressed, pressed)
        action = _ACTIONS.get(letter)
        if action is None or not self._fits(letter):
            show(text(f"  {pressed!r} does nothing here; ? tells what the keys do.", "yellow"))
            return Then.STAY
        try:
            return action[1](self)
        except MunimentError as error:
            show(text(f"  {error.cause} {error.remedy}", "yellow"))
            return Then.STAY

    # -- keys -------------------------------------------------------------------------------------------------------

    def accept(self) -> Then:
        """a: what the question is about is right as it stands."""
        if self.question.reason is not None:
            return self.same() if self.question.same else self.different()
        if self.question.kind == "merge":
            return self._keep(lambda: self._judge("merge", *self.question.claims))
        ids = self._claims("Which do say this (numbers; Enter: all)", _ALL)
        return self._keep(*(self._deciding("accept", id) for id in ids))

    def reject(self) -> Then:
        """r: these words do not say it."""
        ids = self._claims("Which do not say this (numbers; * all)")
        return self._keep(*(self._deciding("reject", id) for id in ids))

    def correct(self) -> Then:
        """c: these words say something else in one cell."""
        one = len(self._shown) == 1
        said = self.session.keys.words("CELL=VALUE" if one else "NUMBER CELL=VALUE")
        number, _, rest = said.partition(" ")
        if not number.isdecimal():
            number, rest = ("1", said) if one else ("", said)
        (id,) = self._numbered(number) or ("",)
        if not id:
            raise UsageError("Which of them?", "Give its number first: 2 item=MiG-29.")
        cell, value = cell_and_value(rest)
        return self._keep(lambda: self._judge("correct", id, cell=cell, value=value))

    def split(self) -> Then:
        """s: these claims are about another fact than the rest."""
        leaving = self._claims("Which are about another fact (numbers)")
        record = self._record()
        staying = [claim for claim in record.claims if claim not in leaving]
        if not staying:
            raise UsageError("All claims cannot leave their record.", "Name those that are about another fact.")
        return self._keep(lambda: self._judge("split", *leaving, apart_from=staying))

    def merge(self) -> Then:
        """m: the record is one with another."""
        found = candidates(self._record(), self.session.case.derived())
        if not found:
            raise UsageError("No other record is like this one.", "`muniment judge merge` joins any two by id.")
        show(choices(found))
        number = self.session.keys.words("Which is the same fact (number; Enter: none)")
        other = _pick(found, number)
        if other is None:
            return Then.STAY
        joined = (*self._record().claims, *other.claims)
        return self._keep(lambda: self._judge("merge", *joined), also=other.claims)

    def same(self) -> Then:
        """=: two spellings are one entity."""
        names = self._names("Which are one (two numbers)")
        return self._keep(lambda: self._judge("same", *names))

    def different(self) -> Then:
        """≠: two spellings are two entities."""
        names = self._names("Which are two (two numbers)")
        return self._keep(lambda: self._judge("different", *names))

    def undo(self) -> Then:
        """u: take back the last answer."""
        if self.session.undo():
            return Then.NEXT
        raise UsageError("Nothing was decided in this sitting.", "`muniment judge retract` takes earlier ones back.")

    def skip(self) -> Then:
        """n: another time."""
        self.session.skip(self.question)
        return Then.NEXT

    def open(self) -> Then:
        """o: the whole paragraph of each."""
        show(paragraphs(self._shown, styled=styled()))
        return Then.STAY

    def quit(self) -> Then:
        """q: enough."""
        return Then.QUIT

    def help(self) -> Then:
        """?: what the keys do."""
        lines = (f"  {letter}  {_ACTIONS[letter][0]}" for letter in OFFERED if self._fits(letter))
        show(text("\n".join(lines)))
        return Then.STAY

    # -- what keys need -----------------------------------------------------------------------------------------------

    @property
    def _shown(self) -> Sequence[Voice]:
        return self.voices[:SHOWN]

    def _record(self) -> Record:
        assert self.question.record is not None, "keys of records are offered for records"
        return self.question.record

    def _judge(self, verdict: Any, *subject: str, **more: Any) -> Judgement:
        return self.session.case.judge(verdict, *subject, by=self.session.by, why=self.session.why, **more)

    def _deciding(self, verdict: str, id: str) -> Callable[[], Judgement]:
        return lambda: self._judge(verdict, id)

    def _keep(self, *decisions: Callable[[], Judgement], also: Iterable[str] = ()) -> Then:
        self.session.keep(self.question, decisions, also)
        return Then.NEXT

    def _claims(self, prompt: str, unsaid: str = "") -> tuple[str, ...]:
        """The claims that the person means; the only one without asking."""
        if len(self.question.claims) == 1:
            return self.question.claims
        said = self.session.keys.words(prompt) or unsaid
        ids = tuple(voice.claim.id for voice in self._shown) if said == _ALL else self._numbered(said)
        if not ids:
            raise UsageError("Which of them?", f"Give their numbers, 1 to {len(self._shown)}.")
        return ids

    def _numbered(self, said: str) -> tuple[str, ...]:
        found = [_pick(self._shown, number) for number in said.replace(",", " ").split()]
        return tuple(voice.claim.id for voice in found if voice is not None)

    def _names(self, prompt: str) -> tuple[str, str]:
        """The two spellings that the person means; those in doubt without asking."""
        if self.question.reason is not None:
            return self.question.reason.alias, self.question.reason.to
        names = tuple(dict.fromkeys(name for voice in self._shown for _, name in names_of(voice.claim)))
        show(spellings(names))
        chosen = [_pick(names, number) for number in self.session.keys.words(prompt).replace(",", " ").split()]
        if len(chosen) != 2 or chosen[0] is None or chosen[1] is None:
            raise UsageError("Which two?", f"Give two numbers, 1 to {len(names)}.")
        return chosen[0], chosen[1]


def _pick(of: Sequence[T], number: str) -> T | None:
    """The one of a number, counted from 1; None for no number. Raises UsageError for one that was not offered."""
    if not number:
        return None
    if not number.isdecimal() or not 1 <= int(number) <= len(of):
        raise UsageError(f"{number!r} is none of them.", f"Give a number, 1 to {len(of)}.")
    return of[int(number) - 1]


_ACTIONS: Final[dict[str, tuple[str, Callable[[_Asking], Then]]]] = {
    "a": ("accept: right as it stands", _Asking.accept),
    "r": ("reject a claim: its words do not say this", _Asking.reject),
    "c": ("correct a cell of a claim", _Asking.correct),
    "s": ("split: claims that are about another fact", _Asking.split),
    "m": ("merge with another record", _Asking.merge),
    "=": ("two spellings are one entity", _Asking.same),
    "≠": ("two spellings are two entities (also !)", _Asking.different),
    "u": ("undo the last answer", _Asking.undo),
    "n": ("next, without an answer (also the space bar)", _Asking.skip),
    "o": ("open the whole paragraph", _Asking.open),
    "q": ("quit", _Asking.quit),
    "?": ("what the keys do", _Asking.help),
}
