"""How fast a system reads raw text and what it needs, measured in a process of its own.

    python -m benchmarks.speed SYSTEM FILE.jsonl [--most N] [--jobs N]

prints "ready" once the system has read its first sentence, then one JSON object. Words are counted by white space, so
that systems which part words differently are measured by the same rule; tokens are the system's own.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from benchmarks.systems import System, load

ROOT: Final = Path(__file__).resolve().parent.parent
_FIRST: Final = "It is ready."
_system: System | None = None


def speed_figures(name: str, file: Path, most: int, jobs: int = 1) -> dict[str, float]:
    """Return the figures of a system in fresh processes.

    "s to ready" runs from the start of the process to the first sentence read; "MB RAM" is the most that all
    processes held together, at most. Raises RuntimeError where the system cannot be run.
    """
    command = [sys.executable, "-m", "benchmarks.speed", name, str(file.resolve()), "--most", str(most)]
    started = time.perf_counter()
    with subprocess.Popen([*command, "--jobs", str(jobs)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        ready = time.perf_counter() - started
        rest = process.stdout.read()
    if process.returncode or first.strip() != "ready":
        raise RuntimeError(f"{name}: its process ended with exit code {process.returncode}")
    figures: dict[str, float] = json.loads(rest)
    return {"s to ready": ready} | figures


def _start(name: str) -> None:
    global _system
    _system = load(name)
    _count(_FIRST)


def _count(text: str) -> int:
    assert _system is not None
    if _system.analyser is not None:
        return len(_system.analyser.analyse([text])[0].tokens)
    assert _system.sentences is not None
    _system.sentences(text)
    return 0


def _work(text: str) -> tuple[int, int]:
    """Return the tokens of a text and the most memory of this process so far, in MB."""
    return _count(text), _most_memory()


def _most_memory() -> int:
    # Linux hands ru_maxrss on from the process that started this one; VmHWM is our own.
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _wait(seconds: float) -> None:
    time.sleep(seconds)


def _measure(name: str, texts: Sequence[str], jobs: int) -> dict[str, float]:
    if jobs == 1:
        started = time.perf_counter()
        done = [_work(text) for text in texts]
        return _figures(texts, done, time.perf_counter() - started, 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(name,)) as pool:
        list(pool.map(_wait, [1.0] * jobs))  # every process is up before the clock starts
        started = time.perf_counter()
        done = list(pool.map(_work, texts, chunksize=4))
        return _figures(texts, done, time.perf_counter() - started, jobs)


def _figures(texts: Sequence[str], done: Sequence[tuple[int, int]], seconds: float, jobs: int) -> dict[str, float]:
    tokens = sum(tokens for tokens, _ in done)
    return {
        "words/s": sum(len(text.split()) for text in texts) / seconds,
        **({"tokens/s": tokens / seconds} if tokens else {}),
        "MB RAM": max((memory for _, memory in done), default=0) * jobs,
    }


def texts_of(file: Path, most: int) -> list[str]:
    """Return the first `most` texts of a file of JSON lines with a `text` each; 0 stands for all."""
    with file.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    return texts[:most] if most else texts


def main() -> None:
    """Measure in this process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system")
    parser.add_argument("file", type=Path)
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    _start(options.system)
    print("ready", flush=True)
    print(json.dumps(_measure(options.system, texts_of(options.file, options.most), options.jobs)))


if __name__ == "__main__":
    main()
