"""Writes claims of many members, the same for the same arguments: make_claims.py COUNT [--together] [--faults] > claims.jsonl"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator

from languages import CHINESE, ENGLISH, say

LEVELS = ("unrated", "one", "two", "three")
CLASSES = ("A", "A", "A", "C")


def claim(chance: random.Random, number: int, member: int) -> dict[str, object]:
    items = [
        {"code": f"{chance.randrange(1, 9999):04}", "class": chance.choice(CLASSES), "amount": chance.randrange(100, 200_000) / 100}
        for _ in range(chance.randrange(1, 8))
    ]
    return {
        "id": f"C-{number}",
        "member.id": f"M-{member}" if member else None,
        "discharged": f"2020-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "setting": "inpatient",
        "hospital.level": chance.choice(LEVELS),
        "items": items,
    }


def faulty(chance: random.Random, claim: dict[str, object], before: str) -> str:
    """A line in which something is wrong, or odd."""
    kind = chance.randrange(9)
    if kind == 0:
        return json.dumps(claim)[: chance.randrange(1, 60)]  # torn off
    if kind == 1:
        return json.dumps(claim | {"discharged": "2019-12-31"})  # before the policy
    if kind == 2:
        return json.dumps(claim | {"hospital.level": "four", "items": []})  # several problems
    if kind == 3 and claim["member.id"]:
        return json.dumps(claim | {"member.id": f"\u3000{claim['member.id']} "})  # the same member, with blanks
    if kind == 4:
        return f"\n{json.dumps(claim)}\r"  # a blank line before it, and the line end of another system
    if kind < 7:
        return json.dumps(claim | {"id": '单据, "first as number 7", {'}, ensure_ascii=False)  # an odd id, of all claims that have it
    return before  # the line before a second time


def lines(count: int, together: bool, faults: bool, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    members = [max(0, chance.randrange(-count // 100, count // 4)) for _ in range(count)]  # 0 is nobody
    line = ""
    for number, member in enumerate(sorted(members) if together else members, 1):
        made = claim(chance, number, member)
        line = faulty(chance, made, line) if faults and chance.randrange(20) == 0 else json.dumps(made)
        yield line


def main() -> None:
    about = say(__doc__ or "", "写出多人的单据，参数相同则每次相同：make_claims.py 件数 [--together] [--faults] > claims.jsonl")
    together, faults = say("the claims of a member stand together", "同一人的单据放在一起"), say("one line of twenty is wrong", "二十行中有一行有误")
    seed = say("other claims for another number", "数不同则单据不同")
    parser = argparse.ArgumentParser(description=about, allow_abbrev=False)
    parser.add_argument("count", type=int, metavar=say("COUNT", "件数"), help=say("how many claims", "多少张单据"))
    parser.add_argument("--together", action="store_true", help=together)
    parser.add_argument("--faults", action="store_true", help=faults)
    parser.add_argument("--seed", type=int, default=1, metavar=say("N", "数"), help=seed)
    parser.add_argument("--lang", choices=(ENGLISH, CHINESE), help=say("the language", "语言"))
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in lines(options.count, options.together, options.faults, options.seed):
        print(line)


if __name__ == "__main__":
    main()
