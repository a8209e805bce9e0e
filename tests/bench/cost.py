"""cost.py - what a command costs, and a table of targets that hold or fail.

CPU is user plus system time of the child as wait4 gives it.  Commands that are compared
run in turn, round by round, so that a drifting machine hits all alike, and a ratio is the
median of the rounds' own ratios.
"""
import os
import statistics
import tempfile
import time


class Failed(Exception):
    """A command failed, or gave another answer than the expected one."""


def run(argv, stdin="/dev/null"):
    """Run to its end: (CPU seconds, wall seconds, peak KiB, stdout).  Raises Failed."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.monotonic()
        # posix_spawn: the child's CPU holds no copying of this process.
        pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, out.fileno(), 1),
            (os.POSIX_SPAWN_DUP2, err.fileno(), 2)])
        _, status, usage = os.wait4(pid, 0)
        wall = time.monotonic() - begun
        out.seek(0)
        err.seek(0)
        if status != 0:
            text = err.read(2000).decode("utf-8", "replace")
            raise Failed("%s: status %d\n%s" % (" ".join(argv), status >> 8, text))
        return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss, out.read()


def interleave(commands, rounds):
    """{label: [CPU of each round]} for {label: argv}; one round of warming is left out."""
    cpu = {label: [] for label in commands}
    for turn in range(rounds + 1):
        for label, argv in commands.items():
            spent = run(argv)[0]
            if turn > 0:
                cpu[label].append(spent)
    return cpu


def less(a, b):
    """What a costs beyond b, round by round; never below a microsecond."""
    return [max(x - y, 1e-6) for x, y in zip(a, b)]


def ratio(a, b):
    return statistics.median(x / y for x, y in zip(a, b))


def ms(values):
    return statistics.median(values) * 1e3


class Table:
    """Rows of what, target, measured, verdict; `failed` counts the targets missed."""

    def __init__(self):
        self.rows = []
        self.failed = 0

    def target(self, what, limit, measured, holds):
        self.failed += not holds
        self.rows.append((what, limit, measured, "holds" if holds else "FAILS"))

    def note(self, what, measured):
        self.rows.append((what, "", measured, ""))

    def show(self):
        rows = [("what", "target", "measured", "")] + self.rows
        wide = [max(len(row[i]) for row in rows) for i in range(3)]
        for n, row in enumerate(rows):
            print("%-*s  %-*s  %*s  %s" % (
                wide[0], row[0], wide[1], row[1], wide[2], row[2], row[3]))
            if n == 0:
                print("-" * (sum(wide) + 12))
