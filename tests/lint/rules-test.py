# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of scripts/check-source is broken by each file of the folder that is named after it, and
by nothing else; the folder good breaks none. Usage: rules-test.py CHECK-SOURCE"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def findings(checker, folder):
    """(path, rule) of each finding in @folder, and the exit status."""
    run = subprocess.run([sys.executable, checker, str(folder)], capture_output=True, text=True)
    return [re.match(r"(.+?):\d+: \[(.+?)\]", line).groups() for line in run.stdout.splitlines()], \
        run.returncode


def main():
    checker, wrong = sys.argv[1], []
    rules = set(re.findall(r'yield [^"\n]*"([a-z-]+)", f?"', pathlib.Path(checker).read_text("utf-8")))
    folders = {path.name for path in HERE.iterdir() if path.is_dir()}
    if rules | {"good"} != folders or not rules:
        wrong.append(f"rules {sorted(rules)}, but folders {sorted(folders)}")
    for folder in sorted(folders):
        found, status = findings(checker, HERE / folder)
        sources = [p for p in (HERE / folder).rglob("*") if p.is_file()]
        expected = set() if folder == "good" else \
            {(p.relative_to(HERE / folder).as_posix(), folder) for p in sources}
        if set(found) != expected or status != bool(expected) or not sources:
            wrong.append(f"{folder}: status {status}, found {sorted(set(found))}")
    print("\n".join(wrong) or "every rule holds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
