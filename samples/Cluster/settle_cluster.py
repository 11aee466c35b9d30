"""Settles a file of claims on several machines: deals it by member, pipes each partition through `reimburse batch`, joins the results.

The joined files are those of one machine, byte for byte:  reimburse batch RULEBOOK --out OUT < IN
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Iterator
from concurrent.futures import CancelledError
from decimal import Decimal
from pathlib import Path

from dask.distributed import Client, Future, LocalCluster, get_worker, wait
from partitions import ClusterError, Counts, deal, joined

Outcome = tuple[int, bool, int, str, str]  # the partition, whether batch came to its end, its exit code, what it told, and where it ran

SUMS = re.compile(r"  settled: bill (\S+) = payers (\S+) \+ patient (\S+) \+ hospital (\S+)")
NOT_SETTLED = re.compile(r"  not settled: bill ([-\d,.]+\d)")
STATUSES = ("held", "refused")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rulebook", help="the folder with the rulebook's index.yaml; every machine sees it under this name")
    parser.add_argument("--in", dest="claims", required=True, metavar="FILE", help="the claims, as JSON Lines")
    parser.add_argument("--out", required=True, metavar="FILE", help="the settlements")
    parser.add_argument("--errors", metavar="FILE", help="claims that cannot be settled; by default OUT and .errors.jsonl")
    parser.add_argument("--sort", action="store_true", help="as in batch: the claims of a member need not stand together")
    parser.add_argument("--full", action="store_true", help="as in batch: every step, not the sums alone")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster, such as tcp://10.0.0.1:8786; by default one is started here")
    parser.add_argument("--workers", type=positive, default=3, metavar="N", help="how many to start here without --scheduler")
    parser.add_argument("--partitions", type=positive, default=12, metavar="N", help="some for each worker")
    parser.add_argument("--parallel", type=positive, default=1, metavar="N", help="how many members a batch settles at a time")
    parser.add_argument("--program", default="reimburse", help="the command, with its arguments if it has any")
    parser.add_argument("--work", metavar="FOLDER", help="where partitions lie meanwhile, seen by every machine; by default beside OUT")
    parser.add_argument("--verbose", action="store_true", help="tells where each partition ran, and how long the stages took")
    return parser.parse_args()


def positive(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 400:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 to 400")  # a partition keeps two files open
    return int(text)


def settle(part: int, folder: str, command: list[str]) -> Outcome:
    """Runs on a worker: one partition through batch. Run twice, it does the same again; files come into place whole."""
    where = f"{get_worker().address}, process {os.getpid()}"
    try:
        claims = Path(folder, f"{part}.claims").read_bytes()
        with tempfile.TemporaryDirectory() as own:
            errors = Path(own, "errors.jsonl")
            batch = subprocess.run([*command, "--errors", str(errors)], input=claims, capture_output=True, check=False)
            told = batch.stderr.decode(errors="replace")
            if batch.returncode not in (0, 1) or not errors.exists():  # batch moves the side file into place at its end
                return part, False, batch.returncode, told, where
            for name, content in (("settled", batch.stdout), ("errors", errors.read_bytes())):
                with tempfile.NamedTemporaryFile(dir=folder, delete=False) as aside:
                    aside.write(content)
                os.replace(aside.name, Path(folder, f"{part}.{name}"))
        return part, True, batch.returncode, told, where
    except OSError as error:
        needs = "Every machine needs the program, the rulebook and the folder of --work, under the same names."
        return part, False, 1, f"{where}: {error}. {needs}", where


def run(client: Client, parts: list[int], folder: Path, options: argparse.Namespace) -> list[str]:
    """Settles all partitions, those of a worker that dies elsewhere again; returns what batch told at the end of each."""
    command = [*shlex.split(options.program), "batch", str(Path(options.rulebook).resolve()), "--lang", "en"]
    command += ["--parallel", str(options.parallel), *(["--sort"] if options.sort else []), *(["--full"] if options.full else [])]
    futures = [client.submit(settle, part, str(folder), command, key=f"{folder.name}-{part}", pure=False) for part in parts]
    told = []
    for future in ended(client, set(futures)):
        part, is_whole, code, words, where = future.result()
        if not is_whole:
            client.cancel(futures)
            how = f"batch was ended by signal {-code}" if code < 0 else f"batch ended with exit code {code}"
            raise ClusterError(words.rstrip() or f"partition {part}: {how} and told nothing.", max(code, 1))
        if options.verbose:
            print(f"partition {part} ran on {where}", file=sys.stderr)
        told.append(words)
    return told


def ended(client: Client, futures: set[Future]) -> Iterator[Future]:
    """Futures as they end. A scheduler waits for new workers for ever; this does not, once none is left."""
    while futures:
        try:
            done, futures = wait(futures, timeout=10, return_when="FIRST_COMPLETED")
            yield from done
        except TimeoutError:
            if not client.scheduler_info()["workers"]:
                raise ClusterError("no worker is left. Start some, and see on them what ended the others.") from None


def join(folder: Path, lines: list[array[int]], options: argparse.Namespace) -> Counts:
    """Writes the joined files aside, and moves them into place once they are whole."""
    counts, asides = Counts(), [Path(f"{path}.part") for path in (options.out, options.errors)]
    try:
        with open(asides[0], "wb") as settled, open(asides[1], "wb") as broken:
            for result, line in joined(folder, lines, options.sort):
                (broken if result.is_broken else settled).write(result.text)
                counts.add(result, line)
        os.replace(asides[1], options.errors)
        os.replace(asides[0], options.out)
    finally:
        for aside in asides:
            aside.unlink(missing_ok=True)  # what --resume of batch would go on with
    return counts


def summary(counts: Counts, told: list[str], errors: str) -> list[str]:
    """What the whole came to, as batch tells it: the claims are counted here, and the money is what the partitions told, added up."""
    every = "\n".join(told)

    def money(pattern: re.Pattern[str], group: int = 1) -> str:
        return f"{sum((Decimal(found[group].replace(',', '')) for found in pattern.finditer(every)), Decimal('0.00')):,}"

    def status(word: str) -> int:
        found = re.findall(rf"^claims [\d,]+: settled [\d,]+ \(.*?\b{word} ([\d,]+)", every, re.MULTILINE)
        return sum(int(count.replace(",", "")) for count in found)

    others = ", ".join(f"{word} {status(word):,}" for word in STATUSES if status(word))
    bill, paid, patient, hospital = (money(SUMS, group) for group in range(1, 5))
    settled = f"settled {counts.settled:,}{others and f' ({others})'}"
    lines = [f"claims {counts.settled + counts.broken:,}: {settled}, not settled {counts.broken:,}"]
    lines.append(f"  settled: bill {bill} = payers {paid} + patient {patient} + hospital {hospital}")
    if counts.broken:
        unread = f", those that could not be read not counted: {counts.unread:,}" if counts.unread else ""
        lines.append(f"  not settled: bill {money(NOT_SETTLED)}{unread}")
    for code, (count, line) in sorted(counts.problems.items(), key=lambda one: (-one[1][0], one[1][1])):
        lines.append(f"    {count:,} × {code}, first on line {line}")
    if counts.of_nobody:
        lines.append(f"  without member.id {counts.of_nobody:,}: each settled alone, as if nothing had come before it")
    if counts.broken:
        lines.append(f"  the claims not settled: {errors}")
    return lines


def check_paths(options: argparse.Namespace) -> None:
    options.errors = options.errors or f"{options.out}.errors.jsonl"
    written = [Path(f"{path}{end}").resolve() for path in (options.out, options.errors) for end in ("", ".part")]
    if options.claims.lower().endswith(".csv"):
        raise ClusterError(f"--in: '{options.claims}' is CSV, whose claims go over several lines. Make JSON Lines of it.", 2)
    if not Path(options.claims).is_file():
        raise ClusterError(f"--in: there is no file '{options.claims}'. Name a file with a claim on each line.")
    if len({*written, Path(options.claims).resolve()}) < len(written) + 1:
        raise ClusterError("--in, --out and --errors name one file twice. Name a file of its own for each.", 2)
    for option, path in (("--out", options.out), ("--errors", options.errors)):
        if not Path(path).resolve().parent.is_dir():
            raise ClusterError(f"{option}: there is no folder for '{path}'. Make it first.")
        if Path(path).resolve().is_relative_to(Path(options.rulebook).resolve()):
            raise ClusterError(f"{option}: '{path}' lies in the folder of the rulebook. Name a file elsewhere.", 2)
    if options.work and not Path(options.work).is_dir():
        raise ClusterError(f"--work: there is no folder '{options.work}'. Make it where every machine sees it.")


def cluster(options: argparse.Namespace) -> Client:
    if options.scheduler is None:
        here = LocalCluster(n_workers=options.workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
        return Client(here)
    try:
        client = Client(options.scheduler, timeout=20)
        client.wait_for_workers(1, timeout=60)
    except (OSError, ValueError, TimeoutError) as error:
        way = "Start dask-scheduler and dask-worker there, or leave --scheduler out."
        raise ClusterError(f"--scheduler: no scheduler with a worker answers at '{options.scheduler}' ({error}). {way}") from error
    return client


def main() -> int:
    options = arguments()
    logging.disable()  # what Dask logs beside the errors that it raises
    try:
        check_paths(options)
        beside = Path(options.work or Path(options.out).resolve().parent)
        with cluster(options) as client, tempfile.TemporaryDirectory(dir=beside, prefix="partitions-", ignore_cleanup_errors=True) as name:
            folder, stages = Path(name), [time.monotonic()]
            lines = deal(Path(options.claims), folder, options.partitions)
            stages.append(time.monotonic())
            told = run(client, [part for part, its in enumerate(lines) if its] or [0], folder, options)
            stages.append(time.monotonic())
            counts = join(folder, lines, options)
            stages.append(time.monotonic())
    except ClusterError as error:
        print(error, file=sys.stderr)
        return error.code
    except CancelledError:
        print("the scheduler is gone, and what ran with it. Start it and its workers again, then this.", file=sys.stderr)
        return 1
    except Exception as error:  # whatever Dask, a worker or a disk has to say
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    if options.verbose:
        dealt, settled, united = (after - before for before, after in zip(stages, stages[1:]))
        rate = f"{(counts.settled + counts.broken) / max(settled, 0.001):,.0f} claims/s"
        print(f"dealt in {dealt:.1f} s, settled in {settled:.1f} s ({rate}), joined in {united:.1f} s", file=sys.stderr)
    print("\n".join(summary(counts, told, options.errors)), file=sys.stderr)
    return 1 if counts.broken else 0


if __name__ == "__main__":
    sys.exit(main())
