"""Walking: the order, what is passed over, what is refused, and what stops the run before it starts."""

from __future__ import annotations

import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from muniment.errors import DocumentRefused, UsageError
from muniment.intake import Source, iter_sources, to_document

from .reading import sources, write

STORY = "The two ministers met in Quito on Monday and signed a border agreement.\n"


def cause(source: Source) -> str:
    with pytest.raises(DocumentRefused) as refusal:
        to_document(source)
    assert refusal.value.remedy
    assert refusal.value.cause.startswith(f"{source.origin}: ")
    return refusal.value.cause


def test_folders_are_walked_in_order_of_names(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.md", "a/b/c.txt", "c.markdown", "A.TXT"]
    write(tmp_path, dict.fromkeys([*names, ".hidden.txt", ".git/x.txt"], STORY))
    write(tmp_path, {"README.md": "About.", "picture.png": b"\x89PNG", "score.py": "x"})
    found = sources(tmp_path)
    origins = [Path(s.origin).relative_to(tmp_path).as_posix() for s in found]
    assert origins == ["A.TXT", "a/b/c.txt", "a/z.md", "b.txt", "c.markdown"]
    assert [s.index for s in found] == [0, 1, 2, 3, 4]
    assert {s.form for s in found} == {"plain", "markdown"}


def test_a_jsonl_file_is_one_source_a_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "a", "text": STORY}), "", "  ", json.dumps({"text": STORY}), "{broken"]
    write(tmp_path, {"news.jsonl": "\ufeff" + "\n".join(lines)})
    one, two, three = sources(tmp_path / "news.jsonl")
    assert to_document(one).name == "a"
    assert (to_document(two).name, Path(two.origin).name) == ("news:4", "news.jsonl:4")
    assert "news.jsonl:5: the line is no JSON" in cause(three)


def test_metadata_beside_a_file_names_and_dates_it(tmp_path: Path) -> None:
    entry = {"file": "cafe\u0301.txt", "doc": "q1", "publisher": "Andes", "published": "27 March 2022", "note": "x"}
    write(tmp_path, {"metadata.jsonl": json.dumps(entry) + "\n\n", "caf\u00e9.txt": STORY, "other.txt": STORY})
    for paths in ([tmp_path], [tmp_path / "caf\u00e9.txt", tmp_path / "other.txt", tmp_path / "metadata.jsonl"]):
        one, two = (to_document(s) for s in sources(*paths))
        assert (one.name, one.publisher, one.published) == ("q1", "Andes", "2022-03-27")
        assert (two.name, two.publisher) == ("other", "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"file": "a.txt"', "not JSON"),
        ("[1]", "names no file"),
        ('{"doc": "a"}', "names no file"),
        ('{"file": 3}', "names no file"),
        ('{"file": "a.txt"}\n{"file": "a.txt"}', "has a line already"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_metadata_that_cannot_be_used_stops_the_run_at_the_call(tmp_path: Path, line: str, message: str) -> None:
    write(tmp_path, {"in/metadata.jsonl": line, "in/a.txt": STORY})
    with pytest.raises(UsageError, match=message) as error:
        iter_sources([str(tmp_path)], io.BytesIO())
    assert "metadata.jsonl, line" in error.value.cause
    assert error.value.remedy


def test_metadata_in_another_encoding_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, {"metadata.jsonl": b'{"file": "a.txt", "publisher": "caf\xe9"}', "a.txt": STORY})
    with pytest.raises(UsageError, match="line 1: not UTF-8"):
        sources(tmp_path)


def test_no_paths_is_a_mistake() -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        sources()


def test_a_folder_with_nothing_to_read_says_what_was_looked_for(tmp_path: Path) -> None:
    write(tmp_path, {"a.pdf": b"%PDF-1.7", "b.pdf": b"%PDF-1.7", "x.py": "pass", "sub/README.md": "About"})
    with pytest.raises(UsageError, match=r"no \.txt, \.md and \.jsonl files.*2 \.pdf"):
        sources(tmp_path)


def test_articles_in_other_formats_are_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path, {"a.pdf": b"%PDF-1.7", "b.txt": STORY})
    refused, read = sources(tmp_path)
    assert "a.pdf: .pdf files are not read yet" in cause(refused)
    assert to_document(read).text == STORY


def test_a_path_that_does_not_exist_is_refused_and_the_run_goes_on(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": STORY})
    refused, read = sources(tmp_path / "a.txt", tmp_path / "b.txt")
    assert "there is no such file" in cause(refused)
    assert to_document(read).text == STORY
    assert "it is no path" in cause(sources("a\0b")[0])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": STORY, "b.txt": STORY})
    (tmp_path / "a.txt").chmod(0)
    refused, _ = sources(tmp_path)
    assert "not allowed to read" in cause(refused)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, {"b.txt": STORY})
    refused, read = sources(tmp_path)
    assert "a named pipe" in cause(refused)
    assert to_document(read).text == STORY
    assert "a named pipe" in cause(sources(tmp_path / "a.txt")[0])
    if Path("/dev/zero").exists():
        assert "a device" in cause(sources("/dev/zero")[0])


def test_links_that_lead_back_are_reported_and_shared_folders_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.txt": STORY})
    try:
        (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
        (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
        (tmp_path / "twice").symlink_to(tmp_path / "in", target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    found = sources(tmp_path)
    assert [Path(s.origin).name for s in found] == ["a.txt", "loop", "self.txt"]
    assert "a folder that it lies in" in cause(found[1])
    assert "leads back to itself" in cause(found[2])


def test_folders_may_nest_deeper_than_python_calls(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    try:
        for _ in range(1200):  # entered one by one: the whole path is longer than a system call takes
            os.mkdir("d", dir_fd=folder)
            deeper = os.open("d", os.O_RDONLY, dir_fd=folder)
            os.close(folder)
            folder = deeper
    finally:
        os.close(folder)
    write(tmp_path, {"e.txt": STORY})
    try:
        assert to_document(sources(tmp_path)[-1]).text == STORY
    finally:  # pytest's own clearing away calls itself for each level
        for depth in range(1200, 0, -1):
            (tmp_path / "/".join("d" * depth)).rmdir()


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x" * 1001, "b.txt": "word " * 200})
    large, fits = sources(tmp_path, limit=1000)
    assert "larger than 1,000 bytes" in cause(large)
    assert large.raw == b""
    assert len(fits.raw) == 1000


def test_a_line_of_fifty_megabytes_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"id": "long", "text": "')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n{"id": "short", "text": "The minister left for Lima on Monday."}\n')
    tracemalloc.start()
    long, short = sources(path, limit=2_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "news.jsonl:1: it is larger than" in cause(long)
    assert to_document(short).name == "short"
    assert peak < 12_000_000


def test_a_jsonl_file_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": STORY}) + "\n", encoding="utf-8")
    stream = iter_sources([str(path)], io.BytesIO())
    with path.open("a", encoding="utf-8") as more:
        more.write(json.dumps({"text": "Added after the walk began."}) + "\n")
    assert len(list(stream)) == 2


def test_utf16_jsonl_and_empty_jsonl_are_refused_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": json.dumps({"text": STORY}).encode("utf-16"), "b.jsonl": b"\n\n"})
    wide, empty = sources(tmp_path)
    assert "UTF-16" in cause(wide)
    assert "empty" in cause(empty)


def test_standard_input_is_jsonl_or_one_text() -> None:
    lines = b"\n" + json.dumps({"id": "a", "text": STORY}).encode() + b'\n{"id": "b"}\n'
    one, two = sources("-", stdin=lines)
    assert (to_document(one).name, one.origin) == ("a", "standard input:1")
    assert 'no "text"' in cause(two)
    (plain,) = sources("-", stdin=STORY.encode())
    assert (to_document(plain).name, to_document(plain).text) == ("stdin", STORY)
    assert "empty" in cause(sources("-")[0])
    assert "larger than 10 bytes" in cause(sources("-", stdin=b"x" * 11, limit=10)[0])
    assert "no JSON" in cause(sources("-", stdin=b"{ and more")[0])


def test_a_named_data_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": "{}"})
    assert "a data file" in cause(sources(tmp_path / "a.json")[0])


def test_names_that_are_no_utf8_can_still_be_shown(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(STORY, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system has Unicode names only")
    made = to_document(sources(tmp_path)[0])
    assert made.name == "caf\ufffd"
    made.origin.encode("utf-8")


def test_the_five_seeds_read_as_declared() -> None:
    seeds = Path(__file__).parents[3] / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the seed articles lie beside the repository only in our workshop")
    for source in sources(seeds):
        made = to_document(source)
        assert made.text == Path(source.origin).read_text(encoding="utf-8")
        assert (made.name, made.language) == (Path(source.origin).name[:3], "en")
        assert made.publisher
        assert made.published
