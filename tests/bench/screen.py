#!/usr/bin/env python3
"""screen.py PROGRAM DATABASE ROUNDS - T4: the action list in a pseudo-terminal.

Instructions to first paint are callgrind's until the program first waits for a key, which
it does when the list has been sent to the terminal; CPU is by wait4 and of a whole run that
opens the list and leaves it at once.  An empty start (--version) is taken off both.  The
bytes of an arrow key are counted as the terminal gets them.
"""
import fcntl
import glob
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

from cost import Table, ms

ROWS, COLUMNS = 24, 80
WAITS = "curses_read"  # the function of tui/term_curses.c
DOWN, UP = b"\x1bOB", b"\x1bOA"


class Screen:
    """A program in a terminal of 80 x 24 whose output is read until it is quiet."""

    def __init__(self, argv):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.environ.update(TERM="xterm", LC_ALL="C.UTF-8")
            os.execvp(argv[0], argv)
        self.ended = False

    def read(self, quiet, patience):
        """Output until nothing came for `quiet` seconds, waiting `patience` for the first.
        A question for the cursor's place is answered, as a terminal would."""
        got, limit = b"", patience
        while not self.ended:
            if not select.select([self.fd], [], [], limit)[0]:
                break
            try:
                part = os.read(self.fd, 65536)
            except OSError:
                part = b""
            if not part:
                self.ended = True
            if b"\x1b[6n" in part:
                os.write(self.fd, b"\x1b[1;2R")
            got += part
            limit = quiet
        return got

    def type(self, keys, quiet=0.2):
        os.write(self.fd, keys)
        return self.read(quiet, 2 * quiet + 1)

    def leave(self, quiet):
        """q, and q again if asked; (CPU seconds, status)."""
        for _ in range(3):
            if self.ended:
                break
            try:
                self.type(b"q", quiet)
            except OSError:
                break
        for _ in range(100):
            pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(0.05)
        else:
            os.kill(self.pid, signal.SIGKILL)
            _, status, usage = os.wait4(self.pid, 0)
        os.close(self.fd)
        return usage.ru_utime + usage.ru_stime, status


def visit(argv, quiet, patience):
    """Open, see the first paint, leave: CPU seconds."""
    screen = Screen(argv)
    if not screen.read(quiet, patience):
        sys.exit("screen: nothing was painted by: %s" % " ".join(argv))
    cpu, status = screen.leave(quiet)
    if status != 0:
        sys.exit("screen: status %d from: %s" % (status, " ".join(argv)))
    return cpu


def instructions(argv, ui, out):
    """Of a whole run, or (ui) until the first frame stands and a key is waited for."""
    grind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out,
             "--log-file=" + out + ".log", "--dump-before=" + WAITS] + argv
    if ui:
        visit(grind, 4.0, 60.0)
    else:
        subprocess.run(grind, check=True, stdout=subprocess.DEVNULL)
    try:
        with open(out + ".1" if ui else out, encoding="utf-8") as text:
            counted = int(re.search(r"^totals: (\d+)", text.read(), re.M).group(1))
    except FileNotFoundError:
        sys.exit("screen: %s was not called; is the program stripped?" % WAITS)
    for name in glob.glob(glob.escape(out) + "*"):
        os.remove(name)
    return counted


def arrow_bytes(argv, presses=40):
    """Bytes of one arrow key, (usual, most): down the list, past its edge, and up again."""
    screen = Screen(argv)
    screen.read(0.3, 10)
    down = [len(screen.type(DOWN, 0.06)) for _ in range(presses)]
    up = [len(screen.type(UP, 0.06)) for _ in range(presses)]
    screen.leave(0.2)
    if sum(down) == 0:
        sys.exit("screen: the arrow keys paint nothing")
    counts = sorted(down + up)
    return counts[len(counts) // 2], counts[-1]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, database, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    start, ui = [program, "--version"], [program, "--databas", database]
    table = Table()
    log = os.path.abspath(database + ".callgrind")
    count = instructions(ui, True, log) - instructions(start, False, log)
    table.target("T4 instructions to first paint of 500 actions, millions", "<= 8.0",
                 "%.2f" % (count / 1e6), count <= 8_000_000)
    spent = []
    for _ in range(rounds):
        empty = Screen(start)
        empty.read(0.1, 5)
        spent.append(max(visit(ui, 0.15, 10) - empty.leave(0.1)[0], 0.0))
    table.target("T4 CPU ms to first paint of 500 actions", "<= 10.0",
                 "%.2f" % ms(spent), ms(spent) <= 10.0)
    usual, most = arrow_bytes(ui)
    table.target("T4 bytes per arrow key, the most of 80 presses", "<= 300",
                 "%d" % most, most <= 300)
    table.note("  the usual one", "%d" % usual)
    table.show()
    return 1 if table.failed else 0


sys.exit(main())
