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
from languages import CHINESE, ENGLISH, LANGUAGE, say
from partitions import ClusterError, Counts, deal, joined

ABOUT = say(
    __doc__ or "",
    """把一个单据文件放到多台机器上结算：按参保人员分区，各分区经管道交给 `reimburse batch`，再合并结果。

合并后的文件与单机所写逐字节相同：  reimburse batch 规则册 --out 结果 < 单据
""",
)
Outcome = tuple[int, bool, int, str, str]  # the partition, whether batch came to its end, its exit code, what it told, and where it ran

# What batch tells at the end of each partition, in the language that it was asked for.
SUMS = re.compile(
    say(
        r"  settled: bill (\S+) = payers (\S+) \+ patient (\S+) \+ hospital (\S+)",
        r"  已结算：费用 (\S+) ＝ 支付方 (\S+) ＋ 患者 (\S+) ＋ 医疗机构 (\S+)",
    )
)
NOT_SETTLED = re.compile(say("  not settled: bill ", "  未结算：费用 ") + r"([-\d,.]+\d)")
COUNTS = say(r"^claims [\d,]+: settled [\d,]+ \(.*?\b{word} ([\d,]+)", r"^共 [\d,]+ 张单据：已结算 [\d,]+ 张（其中.*?{word} ([\d,]+)")
NAMED = re.compile(say(r"^    [\d,]+ × (.+) \(([a-z_.]+)\), first on line", r"^    [\d,]+ × (.+)（([a-z_.]+)），首见于第"), re.MULTILINE)
OF_JOINING = {"claim.twice": say("claim twice", "单据重复")}  # what is found only when partitions are joined
STATUSES = (say("held", "待审核"), say("refused", "拒付"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)

    def add(name: str, en: str, zh: str, **how: object) -> None:
        parser.add_argument(name, help=say(en, zh), **how)

    file, number = say("FILE", "文件"), say("N", "数量")
    add(
        "rulebook",
        "the folder with the rulebook's index.yaml; every machine sees it under this name",
        "规则册所在文件夹，各台机器上名称相同",
        metavar=say("RULEBOOK", "规则册"),
    )
    add("--in", "the claims, as JSON Lines", "单据，为 JSON Lines", dest="claims", required=True, metavar=file)
    add("--out", "the settlements", "结算结果", required=True, metavar=file)
    add("--errors", "claims that cannot be settled; by default OUT and .errors.jsonl", "无法结算的单据；默认为结果文件名加 .errors.jsonl", metavar=file)
    add("--sort", "as in batch: the claims of a member need not stand together", "同 batch：同一人的单据不必放在一起", action="store_true")
    add("--full", "as in batch: every step, not the sums alone", "同 batch：写出每一步，而不只是各项合计", action="store_true")
    add(
        "--scheduler",
        "of a cluster, such as tcp://10.0.0.1:8786; by default one is started here",
        "集群的调度进程，如 tcp://10.0.0.1:8786；默认在本机启动一个",
        metavar=say("ADDRESS", "地址"),
    )
    add("--workers", "how many to start here without --scheduler", "不用 --scheduler 时在本机启动多少工作进程", type=positive, default=3, metavar=number)
    add("--partitions", "some for each worker", "分区数，每个工作进程若干个", type=positive, default=12, metavar=number)
    add("--parallel", "how many members a batch settles at a time", "每个 batch 同时结算多少人", type=positive, default=1, metavar=number)
    add("--program", "the command, with its arguments if it has any", "结算程序的命令，可带参数", default="reimburse", metavar=say("COMMAND", "命令"))
    add(
        "--work",
        "where partitions lie meanwhile, seen by every machine; by default beside OUT",
        "运行中存放分区的文件夹，各台机器都能访问；默认与结果文件同处",
        metavar=say("FOLDER", "文件夹"),
    )
    add("--verbose", "tells where each partition ran, and how long the stages took", "说明各分区在何处运行、各阶段用时", action="store_true")
    add("--lang", "the language; where left out, that of the system", "语言；未给出时用系统语言", choices=(ENGLISH, CHINESE))
    return parser.parse_args()


def positive(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 400:
        raise argparse.ArgumentTypeError(  # a partition keeps two files open
            say(f"'{text}' is not a number from 1 to 400", f"“{text}”不是 1 至 400 的整数")
        )
    return int(text)


def settle(part: int, folder: str, command: list[str], needs: str) -> Outcome:
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
        return part, False, 1, f"{where}: {error}. {needs}", where


def run(client: Client, parts: list[int], folder: Path, options: argparse.Namespace) -> list[str]:
    """Settles all partitions, those of a worker that dies elsewhere again; returns what batch told at the end of each."""
    command = [*shlex.split(options.program), "batch", str(Path(options.rulebook).resolve()), "--lang", LANGUAGE]
    command += ["--parallel", str(options.parallel), *(["--sort"] if options.sort else []), *(["--full"] if options.full else [])]
    needs = say(
        "Every machine needs the program, the rulebook and the folder of --work, under the same names.",
        "每台机器上都须有该程序、规则册和 --work 的文件夹，且名称相同。",
    )
    futures = [client.submit(settle, part, str(folder), command, needs, key=f"{folder.name}-{part}", pure=False) for part in parts]
    told = []
    for future in ended(client, set(futures)):
        part, is_whole, code, words, where = future.result()
        if not is_whole:
            client.cancel(futures)
            raise ended_early(part, code, words.rstrip())
        if options.verbose:
            print(say(f"partition {part} ran on {where}", f"分区 {part} 运行于 {where}"), file=sys.stderr)
        told.append(words)
    return told


def ended_early(part: int, code: int, words: str) -> ClusterError:
    """What batch told where it did not come to its end, or else that it told nothing."""
    if words:
        return ClusterError(words, words, max(code, 1))
    if code < 0:
        en, zh = f"batch was ended by signal {-code}", f"batch 被信号 {-code} 终止"
    else:
        en, zh = f"batch ended with exit code {code}", f"batch 以退出码 {code} 结束"
    return ClusterError(f"partition {part}: {en} and told nothing.", f"分区 {part}：{zh}，且没有提示。", max(code, 1))


def ended(client: Client, futures: set[Future]) -> Iterator[Future]:
    """Futures as they end. A scheduler waits for new workers for ever; this does not, once none is left."""
    while futures:
        try:
            done, futures = wait(futures, timeout=10, return_when="FIRST_COMPLETED")
            yield from done
        except TimeoutError:
            if not client.scheduler_info()["workers"]:
                raise ClusterError(
                    "no worker is left. Start some, and see on them what ended the others.",
                    "已没有工作进程。请启动一些，并在各机器上查看其余进程因何结束。",
                ) from None


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
        found = re.findall(COUNTS.format(word=word), every, re.MULTILINE)
        return sum(int(count.replace(",", "")) for count in found)

    held = [(word, status(word)) for word in STATUSES if status(word)]
    bill, paid, patient, hospital = (money(SUMS, group) for group in range(1, 5))
    count, settled, broken = f"{counts.settled + counts.broken:,}", f"{counts.settled:,}", f"{counts.broken:,}"
    others_en = f" ({', '.join(f'{word} {number:,}' for word, number in held)})" if held else ""
    others_zh = f"（其中{'、'.join(f'{word} {number:,} 张' for word, number in held)}）" if held else ""
    lines = [
        say(
            f"claims {count}: settled {settled}{others_en}, not settled {broken}",
            f"共 {count} 张单据：已结算 {settled} 张{others_zh}，未结算 {broken} 张",
        ),
        say(
            f"  settled: bill {bill} = payers {paid} + patient {patient} + hospital {hospital}",
            f"  已结算：费用 {bill} ＝ 支付方 {paid} ＋ 患者 {patient} ＋ 医疗机构 {hospital}",
        ),
    ]
    if counts.broken:
        left, unread = money(NOT_SETTLED), f"{counts.unread:,}"
        line = say(f"  not settled: bill {left}", f"  未结算：费用 {left}")
        missing = say(f", those that could not be read not counted: {unread}", f"，不含无法读取的 {unread} 张")
        lines.append(line + (missing if counts.unread else ""))
    names = OF_JOINING | {code: name for name, code in NAMED.findall(every)}
    for code, (count, line) in sorted(counts.problems.items(), key=lambda one: (-one[1][0], one[1][1])):
        en, zh = (f"{names[code]} ({code})", f"{names[code]}（{code}）") if code in names else (code, code)
        lines.append(say(f"    {count:,} × {en}, first on line {line}", f"    {count:,} × {zh}，首见于第 {line} 行"))
    if counts.of_nobody:
        nobody = f"{counts.of_nobody:,}"
        lines.append(
            say(
                f"  without member.id {nobody}: each settled alone, as if nothing had come before it",
                f"  未写 member.id 的 {nobody} 张：均单独结算，不计此前累计",
            )
        )
    if counts.broken:
        lines.append(say(f"  the claims not settled: {errors}", f"  未结算的单据见：{errors}"))
    return lines


def check_paths(options: argparse.Namespace) -> None:
    options.errors = options.errors or f"{options.out}.errors.jsonl"
    written = [Path(f"{path}{end}").resolve() for path in (options.out, options.errors) for end in ("", ".part")]
    if options.claims.lower().endswith(".csv"):
        raise ClusterError(
            f"--in: '{options.claims}' is CSV, whose claims go over several lines. Make JSON Lines of it.",
            f"--in：“{options.claims}”是 CSV，一张单据占多行。请先转为 JSON Lines。",
            2,
        )
    if not Path(options.claims).is_file():
        raise ClusterError(
            f"--in: there is no file '{options.claims}'. Name a file with a claim on each line.",
            f"--in：没有文件“{options.claims}”。请给出每行一张单据的文件。",
        )
    if len({*written, Path(options.claims).resolve()}) < len(written) + 1:
        raise ClusterError(
            "--in, --out and --errors name one file twice. Name a file of its own for each.",
            "--in、--out 和 --errors 中有两个是同一文件。请各给一个文件。",
            2,
        )
    for option, path in (("--out", options.out), ("--errors", options.errors)):
        if not Path(path).resolve().parent.is_dir():
            raise ClusterError(f"{option}: there is no folder for '{path}'. Make it first.", f"{option}：“{path}”所在的文件夹不存在。请先建立。")
        if Path(path).resolve().is_relative_to(Path(options.rulebook).resolve()):
            raise ClusterError(
                f"{option}: '{path}' lies in the folder of the rulebook. Name a file elsewhere.",
                f"{option}：“{path}”位于规则册的文件夹中。请写到别处。",
                2,
            )
    if options.work and not Path(options.work).is_dir():
        raise ClusterError(
            f"--work: there is no folder '{options.work}'. Make it where every machine sees it.",
            f"--work：没有文件夹“{options.work}”。请在各台机器都能访问之处建立。",
        )


def cluster(options: argparse.Namespace) -> Client:
    if options.scheduler is None:
        here = LocalCluster(n_workers=options.workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None)
        return Client(here)
    try:
        client = Client(options.scheduler, timeout=20)
        client.wait_for_workers(1, timeout=60)
    except (OSError, ValueError, TimeoutError) as error:
        at, how = options.scheduler, str(error)
        raise ClusterError(
            f"--scheduler: no scheduler with a worker answers at '{at}' ({how}). Start one with dask-worker, or leave it out.",
            f"--scheduler：“{at}”处没有带工作进程的调度进程应答（{how}）。请在该处启动 dask-scheduler 和 dask-worker，或不写此项。",
        ) from error
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
        print(say(error.en, error.zh), file=sys.stderr)
        return error.code
    except CancelledError:
        gone = say(
            "the scheduler is gone, and what ran with it. Start it and its workers again, then this.",
            "调度进程已不在，在其上运行的也随之中断。请重新启动调度进程和工作进程，再运行本程序。",
        )
        print(gone, file=sys.stderr)
        return 1
    except Exception as error:  # whatever Dask, a worker or a disk has to say
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    if options.verbose:
        dealt, settled, united = (after - before for before, after in zip(stages, stages[1:]))
        rate = f"{(counts.settled + counts.broken) / max(settled, 0.001):,.0f}"
        stages_told = say(
            f"dealt in {dealt:.1f} s, settled in {settled:.1f} s ({rate} claims/s), joined in {united:.1f} s",
            f"分区 {dealt:.1f} 秒，结算 {settled:.1f} 秒（每秒 {rate} 张），合并 {united:.1f} 秒",
        )
        print(stages_told, file=sys.stderr)
    print("\n".join(summary(counts, told, options.errors)), file=sys.stderr)
    return 1 if counts.broken else 0


if __name__ == "__main__":
    sys.exit(main())
