"""A PostgreSQL server for tests: the one that MUNIMENT_TEST_POSTGRES names, else one started here for the session.

MUNIMENT_TEST_POSTGRES is the URL of a server whose user may make databases, or "start" where a server must be found
and started (CI: a missing one is then a failure and no skip). One test, one database.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import quote

import pytest

# One worker starts the server; tests that use it directly need the mark too.
on_postgres: Final = pytest.mark.xdist_group("postgres")
VARIABLE: Final = "MUNIMENT_TEST_POSTGRES"
_DEBIAN: Final = Path("/usr/lib/postgresql")
_NUMBERS: Final = count(1)


@contextmanager
def server() -> Iterator[str]:
    """URL of a server, with a placeholder {database}; skips where there is none and none is asked for."""
    asked = os.environ.get(VARIABLE, "")
    if "://" in asked:
        head, _, query = asked.partition("?")
        yield f"{head.rsplit('/', 1)[0]}/{{database}}{'?' + query if query else ''}"
        return
    programs = _programs()
    if programs is None:
        missing = "PostgreSQL is not at hand: install Debian's postgresql, or set MUNIMENT_TEST_POSTGRES to a URL"
        if asked:
            pytest.fail(missing)
        pytest.skip(missing)
    with TemporaryDirectory(prefix="muniment-pg-") as folder, _started(programs, Path(folder)) as url:
        yield url


@contextmanager
def database(server: str) -> Iterator[str]:
    """URL of a new, empty database, dropped afterwards."""
    name = f"muniment_{os.getpid()}_{next(_NUMBERS)}"
    _execute(server, f"CREATE DATABASE {name}")
    try:
        yield server.format(database=name)
    finally:
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def _execute(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server.format(database="postgres"), autocommit=True) as connection:
        connection.execute(statement)


def _programs() -> Path | None:
    """The folder with initdb and pg_ctl; Debian keeps them off the path."""
    found = shutil.which("pg_ctl")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(_DEBIAN.glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists()), None)


@contextmanager
def _started(programs: Path, folder: Path) -> Iterator[str]:
    """A server on a socket in `folder`, without a network port; it forgets what a power cut would lose."""
    owner = _owner(folder)
    data, log = folder / "data", folder / "log"
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=50"

    def run(program: str, *arguments: str) -> None:
        subprocess.run([programs / program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=folder, **owner)

    run("initdb", "-D", str(data), "-A", "trust", "-U", "muniment", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(log), "-o", options)
    try:
        yield f"postgresql://muniment@/{{database}}?host={quote(str(folder), safe='')}"
    finally:
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(data))


def _owner(folder: Path) -> dict[str, Any]:
    """Root may not run a server: the user that Debian's package makes, or nobody, does."""
    if os.geteuid() != 0:
        return {}
    names = {user.pw_name for user in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
