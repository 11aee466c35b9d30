"""Tries settle_cluster.py: a scheduler and three worker processes on loopback, held against one machine, byte for byte.

try_cluster.py PROGRAM, such as: try_cluster.py "dotnet src/ReimbursementRules.Cli/bin/Release/net10.0/ReimbursementRules.Cli.dll"
"""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import unittest.mock
from pathlib import Path

from languages import language_of
from partitions import deal, ids_in, partition_of

HERE = Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules"
RULEBOOK = RULES / "tiered-care-district"
PROGRAM = ""
PATIENCE = 300  # seconds
PARTITIONS = 7

# Half of the first partition that comes goes through batch, which then waits for more, until the worker is gone.
HOLD = """#!/usr/bin/env bash
cd {folder}
if mkdir first 2>/dev/null; then
  {{ tee >(head -n 1 >line) | head -n 100; echo $PPID >held; while kill -0 $PPID 2>/dev/null; do sleep 0.1; done; }} | {program} "$@"
else
  exec {program} "$@"
fi
"""


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._log = open(folder / "cluster.log", "wb")
        self._told = folder / "scheduler.json"
        self.scheduler = self._start("dask_scheduler", "--port", "0")
        self.address = json.loads(text_in(self._told))["address"]
        words = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        self.workers = [self._start("dask_worker", *words) for _ in range(workers)]

    def _start(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", "--scheduler-file", str(self._told), "--host", "127.0.0.1"]
        quiet = ["--no-dashboard", "--dashboard-address", "127.0.0.1:0"]
        return subprocess.Popen([*command, *quiet, *words], stdout=self._log, stderr=self._log)

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()
        self._log.close()


def text_in(file: Path) -> str:
    """The text of a file that another process writes, once it is there."""
    end = time.monotonic() + PATIENCE
    while not (file.exists() and file.read_text().strip()):
        if time.monotonic() > end:
            raise TimeoutError(f"{file} has not come.")
        time.sleep(0.05)
    time.sleep(0.1)
    return file.read_text()


class ClusterTests(unittest.TestCase):
    maxDiff = 2000

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="cluster-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "one").mkdir()
        (self.folder / "many").mkdir()
        self.cluster = Cluster(self.folder, workers=3)
        self.addCleanup(self.cluster.stop)

    def claims(self, *words: str) -> Path:
        file = self.folder / "claims.jsonl"
        file.write_bytes(subprocess.run([sys.executable, HERE / "make_claims.py", *words], check=True, stdout=subprocess.PIPE).stdout)
        return file

    def script(self, text: str) -> str:
        file = self.folder / "program.sh"
        file.write_text(text.format(folder=shlex.quote(str(self.folder)), program=PROGRAM))
        file.chmod(0o755)
        return str(file)

    def one(self, claims: Path, *words: str, rulebook: Path = RULEBOOK) -> subprocess.CompletedProcess[bytes]:
        command = [*shlex.split(PROGRAM), "batch", str(rulebook), "--out", "settled.jsonl", *words]
        with open(claims, "rb") as source:
            return subprocess.run(command, stdin=source, cwd=self.folder / "one", capture_output=True, timeout=PATIENCE)

    def start(self, claims: Path, *words: str, program: str = "", rulebook: Path = RULEBOOK) -> subprocess.Popen[bytes]:
        command = [sys.executable, HERE / "settle_cluster.py", str(rulebook), "--in", str(claims), "--out", "settled.jsonl"]
        command += ["--scheduler", self.cluster.address, "--partitions", str(PARTITIONS), "--program", program or PROGRAM, *words]
        return subprocess.Popen(command, cwd=self.folder / "many", stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ended(self, run: subprocess.Popen[bytes]) -> tuple[int, str]:
        try:
            output, told = run.communicate(timeout=PATIENCE)
        finally:
            run.kill()
        self.assertEqual(output, b"")
        return run.returncode, told.decode()

    def many(self, claims: Path, *words: str, program: str = "", rulebook: Path = RULEBOOK) -> tuple[int, str]:
        return self.ended(self.start(claims, *words, program=program, rulebook=rulebook))

    def assert_same(self, one: subprocess.CompletedProcess[bytes], code: int, told: str) -> None:
        """Same files, same summary, same exit code; and nothing else lies there."""
        self.assertEqual(one.stderr.decode(), told)
        self.assertEqual(one.returncode, code)
        names = sorted(file.name for file in (self.folder / "one").iterdir())
        self.assertEqual(names, sorted(file.name for file in (self.folder / "many").iterdir()))
        for name in names:
            self.assertTrue((self.folder / "one" / name).read_bytes() == (self.folder / "many" / name).read_bytes(), f"{name} differs")

    def assert_nothing_written(self) -> None:
        self.assertEqual([file.name for file in (self.folder / "many").iterdir()], [])

    def test_claims_of_members_together_come_out_in_their_order(self) -> None:
        claims = self.claims("3000", "--together", "--faults")
        one = self.one(claims)
        self.assertEqual(one.returncode, 1)
        self.assertIn(b"claim.twice", one.stderr)
        self.assert_same(one, *self.many(claims))

    def test_claims_of_members_scattered_come_out_sorted_as_by_one_machine(self) -> None:
        claims = self.claims("3000", "--faults")
        self.assert_same(self.one(claims, "--sort", "--full"), *self.many(claims, "--sort", "--full"))

    def test_the_summary_is_in_the_language_that_is_asked_for_or_of_the_system(self) -> None:
        claims = self.claims("3000", "--faults")
        words = ("--sort", "--lang", "zh")
        one = self.one(claims, *words)
        self.assertTrue(one.stderr.decode().startswith("共 "), one.stderr.decode())
        self.assert_same(one, *self.many(claims, *words))
        with unittest.mock.patch.dict(os.environ, LC_ALL="zh_CN.UTF-8"):
            self.assert_same(one, *self.many(claims, "--sort"))

    def test_where_all_claims_are_settled_the_exit_code_is_0(self) -> None:
        claims = self.claims("300", "--together")
        code, told = self.many(claims)
        self.assertEqual(code, 0, told)
        self.assert_same(self.one(claims), code, told)

    def test_ids_that_batch_takes_for_one_member_come_to_one_partition(self) -> None:
        claims = self.folder / "claims.jsonl"
        words = '"discharged": "2020-03-02", "setting": "inpatient", "hospital.level": "two", "items": [{"class": "A", "amount": 900}]}'
        ids = ['"M-77"', '" M-77"', '"Ｍ－７７"', '"M-\u200b77"', '"M\u201077"']  # one member
        ids += ["77", "77.0", '"７７"', '"77.00 "', "true", '"yes"', "null", "[]", '"ﬀ"', '"𠀀"']  # and some more
        lines = [f'{{"id": "C{at}", "member.id": {one}, {words}' for at, one in enumerate(ids)]
        claims.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
        self.assert_same(self.one(claims), *self.many(claims))
        self.assert_same(self.one(claims, "--sort"), *self.many(claims, "--sort"))

    def test_the_summary_counts_what_is_held_and_refused(self) -> None:
        claims = self.folder / "claims.jsonl"
        more = ("", '"cause": "work_injury", ', '"cause": "third_party", "attributes": {"liability": "undecided"}, ')
        line = '{{"member.id": "M{at}", "discharged": "2014-10-08", {more}"items": [{{"class": "A", "amount": {at}.01}}]}}\n'
        claims.write_text("".join(line.format(at=at, more=more[at % 7 % 3]) for at in range(2000)))
        one = self.one(claims, rulebook=RULES / "zhangzhou-trauma")
        self.assertRegex(one.stderr, rb"^claims 2,000: settled 2,000 \(held \d+, refused \d+\), not settled 0\n")
        self.assert_same(one, *self.many(claims, rulebook=RULES / "zhangzhou-trauma"))
        chinese = self.one(claims, "--lang", "zh", rulebook=RULES / "zhangzhou-trauma")
        self.assertRegex(chinese.stderr.decode(), r"^共 2,000 张单据：已结算 2,000 张（其中待审核 \d+ 张、拒付 \d+ 张），未结算 0 张\n")
        self.assert_same(chinese, *self.many(claims, "--lang", "zh", rulebook=RULES / "zhangzhou-trauma"))

    def test_no_claims_at_all_come_to_empty_files(self) -> None:
        claims = self.folder / "claims.jsonl"
        claims.write_text("\n\n")
        self.assert_same(self.one(claims), *self.many(claims))

    def test_a_worker_is_killed_and_its_partition_runs_elsewhere(self) -> None:
        claims = self.claims("3000", "--together", "--faults")
        run = self.start(claims, "--verbose", program=self.script(HOLD))
        killed = int(text_in(self.folder / "held"))
        worker = next(worker for worker in self.cluster.workers if worker.pid == killed)
        worker.send_signal(signal.SIGKILL)
        self.assertEqual(worker.wait(), -signal.SIGKILL)

        code, told = self.ended(run)
        ran = {int(part): int(process) for part, process in re.findall(r"^partition (\d+) ran on .*, process (\d+)$", told, re.MULTILINE)}
        held = partition_of(*ids_in((self.folder / "line").read_bytes()), 1, PARTITIONS)
        self.assertEqual(sorted(ran), list(range(PARTITIONS)), told)
        self.assertIn(ran[held], {worker.pid for worker in self.cluster.workers} - {killed})
        self.assert_same(self.one(claims), code, told[told.index("claims ") :])

    def test_where_every_worker_dies_the_run_fails(self) -> None:
        code, told = self.many(self.claims("100"), program=self.script("#!/usr/bin/env bash\nkill -9 $PPID\n"))
        self.assertEqual(code, 1)
        self.assertRegex(told, r"^no worker is left\. .*\n$")
        self.assert_nothing_written()

    def test_where_the_scheduler_dies_the_run_fails(self) -> None:
        run = self.start(self.claims("3000"), "--sort", program=self.script(HOLD))
        text_in(self.folder / "held")
        self.cluster.scheduler.kill()
        code, told = self.ended(run)
        self.assertEqual(code, 1, told)
        self.assertRegex(told, r"^the scheduler is gone, .*\n$")
        self.assert_nothing_written()

    def test_a_policy_that_does_not_load_fails_the_run_with_its_message(self) -> None:
        policy = self.folder / "rules"
        policy.mkdir()
        for file in RULEBOOK.glob("*.yaml"):
            (policy / file.name).write_text(file.read_text().replace("rounding:", "roundign:"))
        claims = self.claims("100")
        one, (code, told) = self.one(claims, rulebook=policy), self.many(claims, rulebook=policy)
        self.assertEqual((one.returncode, one.stderr.decode()), (code, told))
        self.assertIn("roundign", told)
        self.assert_nothing_written()

    def test_scattered_claims_without_sort_are_refused(self) -> None:
        code, told = self.many(self.claims("300"))
        self.assertEqual(code, 1)
        self.assertRegex(told, r"^line \d+: claims of member 'M-\d+' stand here a second time, .* Add --sort\.$")
        self.assert_nothing_written()

    def test_a_line_that_is_lost_fails_the_run(self) -> None:
        code, told = self.many(self.claims("300", "--together"), program=self.script('#!/usr/bin/env bash\n{program} "$@" | sed 5d\n'))
        self.assertEqual(code, 1)
        self.assertIn("batch wrote claim 6 ", told)
        self.assert_nothing_written()

    def test_a_last_line_that_is_lost_fails_the_run(self) -> None:
        code, told = self.many(self.claims("300", "--together"), program=self.script('#!/usr/bin/env bash\n{program} "$@" | sed \\$d\n'))
        self.assertEqual(code, 1)
        self.assertRegex(told, r"^partition \d+: batch wrote (\d+) of (?!\1 )\d+ claims\.$")
        self.assert_nothing_written()

    def test_a_member_by_whom_the_line_was_not_dealt_fails_the_run(self) -> None:
        swap = '#!/usr/bin/env bash\n{program} "$@" | sed \'s/"member.id":"M-[0-9]*"/"member.id":"X"/\'\n'
        code, told = self.many(self.claims("300", "--together"), program=self.script(swap))
        self.assertEqual(code, 1)
        self.assertIn("batch reads member 'X', by whom the line was not dealt", told)
        self.assert_nothing_written()

    def test_a_program_that_is_missing_is_told(self) -> None:
        code, told = self.many(self.claims("100"), program="/nowhere/reimburse")
        self.assertEqual(code, 1)
        self.assertRegex(told, r"tcp://127\.0\.0\.1:\d+, process \d+: .*'/nowhere/reimburse'.*Every machine needs the program")
        self.assert_nothing_written()


class MisuseTests(unittest.TestCase):
    """What is told before any cluster is asked, and that what lies there stays."""

    CASES = (
        (("--in", "none.jsonl", "--out", "out.jsonl"), 1, "--in: there is no file 'none.jsonl'."),
        (("--in", "claims.csv", "--out", "out.jsonl"), 2, "--in: 'claims.csv' is CSV,"),
        (("--in", "claims.jsonl", "--out", "claims.jsonl"), 2, "--in, --out and --errors name one file twice."),
        (("--in", "claims.jsonl", "--out", "out.jsonl", "--errors", "./out.jsonl"), 2, "--in, --out and --errors name one file twice."),
        (("--in", "claims.jsonl", "--out", "nowhere/out.jsonl"), 1, "--out: there is no folder for 'nowhere/out.jsonl'."),
        (("--in", "claims.jsonl", "--out", f"{RULEBOOK}/out.jsonl"), 2, "lies in the folder of the rulebook."),
        (("--in", "claims.jsonl", "--out", "out.jsonl", "--work", "nowhere"), 1, "--work: there is no folder 'nowhere'."),
        (("--in", "claims.jsonl", "--out", "out.jsonl", "--workers", "0"), 2, "'0' is not a number from 1 to 400"),
        (("--in", "claims.jsonl", "--out", "out.jsonl", "--scheduler", "tcp://127.0.0.1:1"), 1, "--scheduler: no scheduler with a"),
    )

    def test_misuse_is_told(self) -> None:
        for words, code, told in self.CASES:
            with self.subTest(words=words), tempfile.TemporaryDirectory() as folder:
                for name in ("claims.jsonl", "claims.csv"):
                    Path(folder, name).write_text("as it was")
                command = [sys.executable, HERE / "settle_cluster.py", RULEBOOK, *words]
                run = subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE)
                self.assertEqual(run.returncode, code, run.stderr)
                self.assertIn(told, run.stderr.decode())
                self.assertEqual(sorted(file.read_text() for file in Path(folder).iterdir()), ["as it was"] * 2)

    def test_misuse_is_told_in_chinese(self) -> None:
        for words, code, _ in (*self.CASES, ((), 2, ""), (("--in",), 2, ""), (("--lang", "de"), 2, "")):
            with self.subTest(words=words), tempfile.TemporaryDirectory() as folder:
                for name in ("claims.jsonl", "claims.csv"):
                    Path(folder, name).write_text("as it was")
                command = [sys.executable, HERE / "settle_cluster.py", RULEBOOK, "--lang=zh", *words]
                environment = os.environ | {"LC_ALL": "zh_CN.UTF-8"}
                run = subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE, env=environment)
                self.assertEqual(run.returncode, code, run.stderr)
                assert_chinese(self, run.stderr.decode())


class LanguageTests(unittest.TestCase):
    def test_chinese_of_every_kind_is_chinese_and_every_other_language_is_english(self) -> None:
        for variables, language in (
            ({"LANG": "zh_CN.UTF-8"}, "zh"),
            ({"LANG": "ZH-Hant"}, "zh"),
            ({"LANG": "zha_CN"}, "en"),
            ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
            ({"LC_ALL": "", "LC_MESSAGES": "zh", "LANG": "de_DE"}, "zh"),
            ({}, "en"),
        ):
            self.assertEqual(language_of([], variables), language, variables)

    def test_the_last_that_the_command_line_says_counts_where_it_is_known(self) -> None:
        system = {"LANG": "zh_CN"}
        for words, language in (
            (["--lang", "en"], "en"),
            (["--lang=en"], "en"),
            (["--lang=zh", "--lang", "en"], "en"),
            (["--lang", "en", "--lang=zh"], "zh"),
            (["--lang", "de"], "zh"),
            (["--lang"], "zh"),
        ):
            self.assertEqual(language_of(words, system), language, words)

    def test_help_is_in_chinese(self) -> None:
        for program in ("settle_cluster.py", "make_claims.py"):
            run = subprocess.run([sys.executable, HERE / program, "-h", "--lang", "zh"], capture_output=True, check=True)
            assert_chinese(self, run.stdout.decode())


def assert_chinese(test: unittest.TestCase, told: str) -> None:
    """No English word but names: of options, files, programs, formats and addresses."""
    shown = re.sub(r"“[^”]*”|`[^`]*`|'[^']*'|--?[a-z-]+|[a-z]+://\S+|\([^)]*\)|\{[^}]*\}|（[^）]*）|[\w-]+\.[\w.-]+", "", told)
    names = {"batch", "reimburse", "JSON", "Lines", "CSV", "dask", "scheduler", "worker"}
    test.assertEqual([word for word in re.findall("[A-Za-z]{2,}", shown) if word not in names], [], told)
    test.assertRegex(told, "[\u4e00-\u9fff]")


class PipeTests(unittest.TestCase):
    """The script for engines that have a pipe and no Python of ours; the engine itself is not here."""

    def piped(self, rulebook: Path, claims: bytes, *program: str) -> subprocess.CompletedProcess[bytes]:
        command = [HERE / "pipe.sh", rulebook, *(program or shlex.split(PROGRAM))]
        return subprocess.run(command, input=claims, capture_output=True, timeout=PATIENCE)

    def test_every_claim_has_its_line(self) -> None:
        claims = subprocess.run([sys.executable, HERE / "make_claims.py", "500", "--faults"], check=True, stdout=subprocess.PIPE).stdout
        run = self.piped(RULEBOOK, claims)
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertEqual(sorted(line["number"] for line in lines), list(range(1, 501)))
        self.assertEqual(len({"problems" in line for line in lines}), 2)

    def test_a_batch_that_cannot_settle_fails_the_pipe(self) -> None:
        run = self.piped(RULES / "nowhere", b"{}\n")
        self.assertEqual((run.returncode, run.stdout), (1, b""))
        self.assertIn(b"does not exist", run.stderr)

    def test_a_batch_that_is_misused_or_not_there_fails_the_pipe(self) -> None:
        self.assertEqual(self.piped(RULEBOOK, b"", *shlex.split(PROGRAM), "no-such-command").returncode, 2)
        self.assertEqual(self.piped(RULEBOOK, b"", "/nowhere/reimburse").returncode, 127)


class DealTests(unittest.TestCase):
    def test_every_partition_has_claims_and_every_member_one_partition(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            claims = folder / "claims.jsonl"
            claims.write_text("".join(f'{{"id": "C-{at}", "member.id": "M-{at % 50}"}}\n' for at in range(500)))
            lines = deal(claims, folder, 5)
        self.assertEqual(sorted(line for part in lines for line in part), list(range(1, 501)))
        members = [{(line - 1) % 50 for line in part} for part in lines]
        self.assertTrue(all(members))
        self.assertEqual(sum(len(part) for part in members), 50)


def main() -> int:
    global PROGRAM
    os.environ["LC_ALL"] = "C.UTF-8"  # English, whatever the machine speaks
    PROGRAM = " ".join(shlex.quote(os.path.abspath(word) if os.path.exists(word) else word) for word in shlex.split(sys.argv.pop(1)))
    result = unittest.main(exit=False, verbosity=2).result
    failed = len(result.failures) + len(result.errors)
    print(f"Cluster sample. Passed: {result.testsRun - failed}")
    print(f"Cluster sample. Failed: {failed}")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
