"""`python -m tests.mutants [folder or module …]`: how many small changes the tests notice."""

from __future__ import annotations

import argparse
import os
import sys
import time

from . import runner

TARGETS = ("text", "rules", "cost", "model", "yaml_source")
LEAST = 85
"""In percent of the changes that tests could notice, for each target."""


def main() -> int:
    """Prints the score of each module, and each change that no test noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument(
        "targets",
        nargs="*",
        default=TARGETS,
        metavar="folder or module",
        help="such as text, or rules/wording, or text/prose; by default " + ", ".join(TARGETS),
    )
    parser.add_argument("--most", type=int, default=60, help="mutants of a module (60)")
    parser.add_argument("--seed", type=int, default=1, help="which of them, where there are more")
    parser.add_argument("--processors", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    runner.preload()
    start, enough = time.monotonic(), True
    for target in options.targets:
        modules = runner.modules_of(target.removesuffix("/").removesuffix(".py"))
        if not modules:
            parser.error(f"there is no folder and no module {target}")
        scores = []
        for module in modules:
            score = runner.run(module, options.most, options.seed, options.processors)
            scores.append(score)
            if score.possible:
                _print(score)
        killed, tried = sum(s.killed for s in scores), sum(s.tried for s in scores)
        enough &= killed * 100 >= LEAST * tried
        print(f"{target}: {_share(killed, tried)}", end="\n\n", flush=True)
    print(f"{time.monotonic() - start:.0f} seconds; at least {LEAST} % is asked of each.")
    return 0 if enough else 1


def _print(score: runner.Score) -> None:
    sample = "" if score.tried + score.not_started == score.possible else f" of {score.possible}"
    print(f"{score.module:28} {_share(score.killed, score.tried)}{sample}", flush=True)
    for mutant in score.survivors:
        print(f"    hooks/massage_guide/{score.module}.py:{mutant.line}: {mutant.change}")


def _share(killed: int, tried: int) -> str:
    if not tried:
        return "nothing was tried"
    return f"{killed:4} of {tried:4} killed ({100 * killed / tried:.0f} %)"


if __name__ == "__main__":
    sys.exit(main())
