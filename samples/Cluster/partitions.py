"""Deals claims to partitions by member, and joins what `reimburse batch` made of each as if one run had made it.

Nothing here knows of a cluster. Whatever runs the partitions, the joined lines are those of one run, byte for byte.
"""

from __future__ import annotations

import heapq
import json
import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

TEXT = rb'((?:[^"\\]|\\.)*)'  # a text of JSON, between its quotes
HEAD = re.compile(rb'\{"number":(\d+),"line":(\d+),')
SETTLED = re.compile(HEAD.pattern + rb'"rulebook":.*?"claim":\{(?:"id":"%b")?' % TEXT)
MEMBER = re.compile(rb'"member\.id":"%b"' % TEXT)
BROKEN = re.compile(HEAD.pattern + rb'(?:"id":"%b","member":"%b",)?"problems":\[\{.*?"code":"%b"' % (TEXT, TEXT, TEXT))
PLACE = re.compile(rb'\{"file":"stdin","line":\d+,')
NOT_OF_IDS = re.compile(r"[^0-9A-Za-z.]")
WHOLE = re.compile(r"\.0+$")  # what a spreadsheet adds to a whole number
NUMBERS_AS_WRITTEN = json.JSONDecoder(parse_int=str, parse_float=str)
MOST_BROKEN = 1000  # as in batch: more lines that cannot be read end a member


class ClusterError(Exception):
    """What keeps a run from its end: what is told in either language, and the exit code."""

    def __init__(self, en: str, zh: str, code: int = 1) -> None:
        super().__init__(f"{en}\n{zh}")
        self.en, self.zh, self.code = en, zh, code


@dataclass(frozen=True)
class Result:
    """A line that batch wrote, which begins with its number and its line in the partition."""

    text: bytes
    is_broken: bool
    claim: str | None  # the claim's id; None where the claim could not be read
    member: str
    problem: str = ""


@dataclass
class Counts:
    """What the joined lines come to."""

    settled: int = 0
    broken: int = 0
    unread: int = 0
    of_nobody: int = 0
    problems: dict[str, list[int]] = field(default_factory=dict)  # code: how many, and the line of the first

    def add(self, result: Result, line: int) -> None:
        if result.is_broken:
            self.broken += 1
            self.unread += result.claim is None
            self.problems.setdefault(result.problem, [0, line])[0] += 1
        else:
            self.settled += 1
            self.of_nobody += not result.member


def partition_of(member: str, claim: str, line: int, count: int) -> int:
    """The partition of a member's claims; a claim of nobody goes by its own id, since batch tells it from others by that.

    Ids that batch takes for the same (blanks, signs that nobody sees, full-width letters, 77.0 for 77) are the same here.
    """
    ids = NOT_OF_IDS.sub("", unicodedata.normalize("NFKD", member or claim))
    plain = WHOLE.sub("", ids).lower().replace(".", "")
    return zlib.crc32((plain if member or claim else f"line {line}").encode()) % count


def ids_in(line: bytes) -> tuple[str, str]:
    """The member and the id of a claim. What is no JSON object has none: batch tells what is wrong with it."""
    try:
        claim = NUMBERS_AS_WRITTEN.decode(line.decode())
    except (ValueError, RecursionError):
        return "", ""
    if not isinstance(claim, dict):
        return "", ""
    return word(claim.get("member.id")), word(claim.get("id"))


def word(value: object) -> str:
    """An id as batch reads it; what else stands there is no id, and batch says so."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.strip() if isinstance(value, str) else ""


def deal(claims: Path, folder: Path, count: int) -> list[array[int]]:
    """Writes partitions 0.claims, 1.claims, ... to a folder; for each, the lines of the input that it has, in their order."""
    lines = [array("q") for _ in range(count)]
    files = [open(folder / f"{part}.claims", "wb") for part in range(count)]
    try:
        with open(claims, "rb") as source:
            for number, raw in enumerate(source, 1):
                line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
                line = line.rstrip(b"\n").rstrip(b"\r")
                if not line.strip(b" \t"):
                    continue  # a blank line is no claim for batch either
                part = partition_of(*ids_in(line), number, count)
                files[part].write(line + b"\n")
                lines[part].append(number)
    finally:
        for file in files:
            file.close()
    return lines


def text_of(raw: bytes | None) -> str:
    """A text of JSON without its quotes."""
    return "" if not raw else json.loads(b'"%b"' % raw) if b"\\" in raw else raw.decode()


def read(line: bytes, is_broken: bool) -> Result:
    """A line that batch wrote."""
    head = (BROKEN if is_broken else SETTLED).match(line)
    if head is None:
        raise ClusterError(
            f"this is not a line that batch writes: {line[:200]!r}. Is it the same version on every machine?",
            f"这不是 batch 写出的行：{line[:200]!r}。各台机器上的版本是否相同？",
        )
    if is_broken:
        own, member, code = head.groups()[2:]
        return Result(line, True, None if member is None else text_of(own), text_of(member), text_of(code))
    found = MEMBER.search(line, head.end())
    return Result(line, False, text_of(head[3]), text_of(found[1]) if found else "")


def numbered(lines: Iterable[bytes], is_broken: bool) -> Iterator[tuple[int, int, bytes, bool]]:
    """Lines that batch wrote, each with its number and its line in the partition."""
    for text in lines:
        head = HEAD.match(text)
        yield (int(head[1]), int(head[2]), text, is_broken) if head else (0, 0, text, is_broken)


def results(folder: Path, part: int, lines: array[int], count: int, is_sorted: bool) -> Iterator[tuple[tuple[bytes, int], int, Result]]:
    """All results of a partition as batch came to them, each with its key: what orders the joined lines."""
    place = 0
    with open(folder / f"{part}.settled", "rb") as settled, open(folder / f"{part}.errors", "rb") as broken:
        both = heapq.merge(numbered(settled, False), numbered(broken, True))
        for place, (number, at, text, is_broken) in enumerate(both, 1):
            if number != place or not 1 <= at <= len(lines):
                raise ClusterError(
                    f"partition {part}: batch wrote claim {number} on line {at} where claim {place} was due.",
                    f"分区 {part}：应为第 {place} 张单据，batch 写出的是第 {number} 张（第 {at} 行）。",
                )
            result, line = read(text, is_broken), lines[at - 1]
            if result.claim is not None and partition_of(result.member, result.claim, line, count) != part:
                raise ClusterError(
                    f"line {line}: batch reads member '{result.member}', by whom the line was not dealt. Write the id so.",
                    f"第 {line} 行：batch 读出的参保人员是“{result.member}”，分区时并非如此。请照此书写编号。",
                )
            yield (result.member.encode("utf-16-be", "surrogatepass") if is_sorted else b"", line), part, result
    if place != len(lines):
        raise ClusterError(
            f"partition {part}: batch wrote {place} of {len(lines)} claims.",
            f"分区 {part}：共 {len(lines)} 张单据，batch 只写出 {place} 张。",
        )


def joined(folder: Path, lines: list[array[int]], is_sorted: bool) -> Iterator[tuple[Result, int]]:
    """All results in the order in which one run writes them, with the numbers and lines of the whole, and the line of each."""
    streams = [results(folder, part, its, len(lines), is_sorted) for part, its in enumerate(lines) if its]
    numbers = [array("q") for _ in lines]  # of each claim of a partition, its number in the whole
    together = Together()
    for number, ((_, line), part, result) in enumerate(heapq.merge(*streams, key=lambda one: one[0]), 1):
        together.check(result, line)
        numbers[part].append(number)
        yield mended(result, number, line, numbers[part]), line


def mended(result: Result, number: int, line: int, numbers: array[int]) -> Result:
    text = b'{"number":%d,"line":%d,' % (number, line) + HEAD.sub(b"", result.text, count=1)
    if result.is_broken:
        text = PLACE.sub(b'{"file":"stdin","line":%d,' % line, text)
        if result.problem == "claim.twice" and result.member:
            text = mended_twice(text, numbers)
    return Result(text, result.is_broken, result.claim, result.member, result.problem)


def mended_twice(text: bytes, numbers: array[int]) -> bytes:
    """That a claim stands there a second time names the number of the first, in both languages."""
    head = BROKEN.match(text)
    own = re.escape(head[3]) if head else b""
    for before in (
        rb'"en":"claim \'%b\' stands here a second time, first as number ' % own,
        '"zh":"单据“'.encode() + own + "”在此重复出现，首次为第 ".encode(),
    ):
        text, found = re.subn(b"(" + before + rb")(\d+)", lambda match: match[1] + b"%d" % numbers[int(match[2]) - 1], text)
        if found != 1:
            raise ClusterError(
                f"a claim that stands there twice is not told as it was: {text[:300]!r}. Is it the same version everywhere?",
                f"重复单据的提示与原先不同：{text[:300]!r}。各台机器上的版本是否相同？",
            )
    return text


class Together:
    """Holds, as batch does, that the claims of a member stand together."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._member = ""
        self._broken = 0

    def check(self, result: Result, line: int) -> None:
        self._broken = self._broken + 1 if result.claim is None else 0
        if result.claim is None:
            self._member = "" if self._broken > MOST_BROKEN else self._member
        elif result.member != self._member:
            self._member = result.member
            if result.member in self._seen:
                raise ClusterError(
                    f"line {line}: claims of member '{result.member}' stand here a second time, after those of others, "
                    "and batch would refuse them. Add --sort.",
                    f"第 {line} 行：参保人员“{result.member}”的单据在他人之后再次出现，batch 会拒绝。请加上 --sort。",
                )
            if result.member:
                self._seen.add(result.member)
