"""An open case, whatever database keeps it: connections for writing and for viewing, and errors in our words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeAlias

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from muniment.errors import CaseError

_WRITES: Final = "muniment_writes"
Translate: TypeAlias = Callable[[BaseException], CaseError]


class Store:
    """An open case. `writing` and `viewing` give connections; close it when done.

    `place` is where it is, as people may see it; `begin_view` and `begin_write` are the statements with which a
    transaction of each kind begins; `translate` turns what the driver raises into our errors.
    """

    def __init__(
        self,
        place: str,
        engine: Engine,
        translate: Translate,
        *,
        begin_view: Sequence[str],
        begin_write: Sequence[str],
        read_only: bool = False,
    ) -> None:
        self.place = place
        self.read_only = read_only
        self._engine = engine
        self._translate = translate

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get(_WRITES, False)
            for statement in begin_write if writes else begin_view:
                connection.exec_driver_sql(statement)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that holds the write lock from its start: all of it is kept, or nothing.

        Raises CaseLocked where another process holds the lock for longer than the store waits, and CaseError where
        the disk is full or the case may not be written to.
        """
        if self.read_only:
            raise CaseError(f"{self.place} can only be read.", "Copy it to a folder that you may write to.")
        with self._connected() as connection, connection.execution_options(**{_WRITES: True}).begin():
            yield connection

    @contextmanager
    def viewing(self) -> Iterator[Connection]:
        """One snapshot: what others write meanwhile is not seen. Raises CaseError where the case is damaged."""
        with self._connected() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Gives every connection back. Idempotent."""
        self._engine.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise self._translate(error.orig or error) from error
