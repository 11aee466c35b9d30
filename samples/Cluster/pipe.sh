#!/usr/bin/env bash
# A partition through batch, for Spark's pipe or Hadoop streaming: pipe.sh RULEBOOK PROGRAM... < claims > results
# Settlements come out first, then the claims that cannot be settled, whose lines have "problems". batch ends with 1 where there are such
# claims, and also where it cannot settle at all; this ends with 0 where every claim has its line, and otherwise as batch did.
set -uo pipefail
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
"${@:2}" batch "$1" --sort --errors "$own/errors.jsonl" 2>"$own/told"
code=$?
if [ "$code" -gt 1 ] || [ ! -e "$own/errors.jsonl" ]; then # batch moves the side file into place at its end
  cat "$own/told" >&2
  exit "$((code > 0 ? code : 1))"
fi
cat "$own/errors.jsonl"
