#!/usr/bin/env python3
"""bench.py PROGRAM RAWPASS DATA ROUNDS - the program against its targets.

DATA holds real/, region/ and all21/ as gen.py makes them; the databases are made beside
them.  Every rollup is compared with rollup.txt before anything is timed.
Exit status: 0 every target holds, 1 one fails, 2 an answer is wrong or a command failed.
"""
import os
import re
import shutil
import sys

from cost import Failed, Table, interleave, less, ms, ratio, run

SAVINGS = 2_000_000
IMPORT_ROUNDS = 3


class Bench:
    def __init__(self, program, rawpass, data):
        self.program, self.rawpass, self.data = program, rawpass, data
        self.table = Table()

    def path(self, *parts):
        return os.path.join(self.data, *parts)

    def on(self, name, *args):
        return [self.program, "--databas", self.path(name)] + list(args)

    def remove(self, name):
        for tail in ("", "-journal"):
            if os.path.exists(self.path(name + tail)):
                os.remove(self.path(name + tail))

    # ---- answers -----------------------------------------------------------------

    def check(self, size):
        """The program's rollup must be the generator's, amount by amount."""
        out = run(self.overview(size))[3].decode("utf-8-sig")
        lines = out.replace("\r\n", "\n").strip("\n").split("\n")
        head = lines[0].split(";")
        where = [head.index(name) for name in ("grupp", "år", "mål_kr", "realiserat_kr")]
        got = {}
        for line in lines[1:]:
            cells = line.split(";")
            group, year, target, realised = (cells[i] for i in where)
            got[group, year] = (ore(target), ore(realised))
        total = [0, 0]
        with open(self.path(size, "rollup.txt"), encoding="utf-8") as wanted:
            for line in wanted:
                group, year, target, realised = line.strip().split(";")
                want = (int(target), int(realised))
                if got.get((group, year)) != want:
                    raise Failed("%s, %s %s: %s, not %s" % (
                        size, group, year, got.get((group, year)), want))
                total[0] += want[0]
                total[1] += want[1]
        if got.get(("Totalt", "totalt")) != tuple(total):
            raise Failed("%s: the total is %s, not %s" % (
                size, got.get(("Totalt", "totalt")), total))

    def overview(self, size):
        return self.on(size + ".db", "oversikt", "--efter", "mottagare", "--format", "csv")

    # ---- making the databases ----------------------------------------------------

    def make(self, size):
        self.remove(size + ".db")
        run(self.on(size + ".db", "init"))
        run(self.on(size + ".db", "import", "plan", self.path(size, "plan.csv")))
        run(self.on(size + ".db", "import", "utfall", self.path(size, "utfall.csv")))
        self.check(size)

    # ---- imports -----------------------------------------------------------------

    def shell(self, name, sql):
        """The sqlite3 shell on a database, with our pragmas: (CPU, wall) of the script."""
        script = self.path("script.sql")
        with open(script, "w", encoding="utf-8") as out:
            out.write("PRAGMA foreign_keys=ON;\nPRAGMA journal_mode=TRUNCATE;\n"
                      "PRAGMA synchronous=FULL;\nPRAGMA cache_size=-16384;\n" + sql)
        return run(["sqlite3", "-batch", "-bail", self.path(name)], stdin=script)

    def sql(self, name, query):
        return self.shell(name, ".mode list\n" + query)[3].decode().split("\n", 1)[1].strip()

    def dump(self, name, table, columns, order="id"):
        """One table's rows as a CSV that .import takes, in the order it will meet them."""
        target = self.path("peer_%s.csv" % table)
        self.shell(name, ".mode csv\n.headers off\n.once %s\nSELECT %s FROM %s ORDER BY %s;\n"
                   % (target, columns, table, order))
        return target

    def peer_plan(self):
        """An empty database like ours, the plan's rows to be imported by the shell."""
        shutil.copyfile(self.path("empty.db"), self.path("peer_plan.db"))
        self.shell("peer_plan.db", "ATTACH '%s' AS full;\nBEGIN;\n"
                   "INSERT INTO change SELECT * FROM full.change WHERE number NOT IN"
                   " (SELECT number FROM change);\n"
                   "INSERT INTO unit SELECT * FROM full.unit;\n"
                   "INSERT INTO area SELECT * FROM full.area;\nCOMMIT;\n"
                   % self.path("plan.db"))
        script = ["BEGIN;", ".mode csv"]
        rows = 0
        # the sums kept beside the facts are part of the tables that an import must fill
        for table in ("action", "action_version", "line", "target", "balance"):
            columns = ",".join(self.sql(
                "plan.db", "SELECT name FROM pragma_table_info('%s');" % table).split("\n"))
            script.append(".import %s %s" % (
                self.dump("plan.db", table, columns, "year, key" if table == "balance" else "id"),
                table))
            rows += int(self.sql("plan.db", "SELECT count(*) FROM %s;" % table))
        return "\n".join(script + ["COMMIT;\n"]), rows

    def peer_savings(self):
        """The plan's database with the table `saving` as ours has it, but for `corrects`:
        .import cannot write NULL, and a bulk import corrects nothing.  That spares the
        shell a column and a partial index."""
        shutil.copyfile(self.path("plan.db"), self.path("peer_savings.db"))
        ddl = self.sql("plan.db", "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name = 'saving'"
                       " AND type IN ('table', 'index') AND sql IS NOT NULL"
                       " AND name NOT LIKE '%corrects%' ORDER BY type DESC;")
        ddl = re.sub(r"\n\s*corrects [^\n]*", "", ddl)
        ddl = re.sub(r"\s+AND corrects IS NULL", "", ddl)
        if "corrects" in ddl:
            raise Failed("the peer's table still names corrects:\n" + ddl)
        self.shell("peer_savings.db",
                   "PRAGMA foreign_keys=OFF;\nDROP TABLE saving;\n" + ddl + "\n")
        columns = [c for c in self.sql(
            "all21.db", "SELECT name FROM pragma_table_info('saving');").split("\n")
            if c != "corrects"]
        text = ",".join("1" if c == "change" else c for c in columns)
        # in the order of the file: to sort them first is part of what our import does
        return ".mode csv\n.import %s saving\n" % self.dump(
            "all21.db", "saving", text, "CAST(substr(ref, 2) AS INTEGER)")

    def summing(self, base):
        """How the shell keeps the sums: (what, base, its script after .import, rounds)."""
        def text(name):
            with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as sql:
                return sql.read()
        kept = {}
        for how, more in (("after", ""), ("trigger", text("sums_trigger.sql"))):
            kept[how] = base.replace(".db", "_%s.db" % how)
            shutil.copyfile(self.path(base), self.path(kept[how]))
            self.shell(kept[how], text("sums.sql") + more)
        return [("with sums by triggers (T3)", kept["trigger"], "", ">= 3.00", 1),
                ("with sums in one pass after", kept["after"], text("sums_after.sql"), None,
                 IMPORT_ROUNDS),
                ("without sums", base, "", ">= 1.00", IMPORT_ROUNDS)]

    def one_import(self, name, kind, source):
        """CPU, wall and peak of the program's own import into a copy of `name`."""
        self.remove("own.db")
        shutil.copyfile(self.path(name), self.path("own.db"))
        return run(self.on("own.db", "import", kind, source))

    def peer_import(self, base, script):
        """CPU and wall of the shell's, into a copy of `base`."""
        shutil.copyfile(self.path(base), self.path("peer.db"))
        cpu, wall = self.shell("peer.db", script)[:2]
        return cpu - self.shell("empty.db", "")[0], wall

    def check_sums(self):
        """A peer that keeps the sums must have kept the same."""
        rows = self.sql("peer.db", "ATTACH '%s' AS own;\n"
                        "SELECT count(*) FROM (SELECT * FROM balance EXCEPT"
                        " SELECT * FROM own.balance);" % self.path("own.db"))
        if rows != "0":
            raise Failed("%s of the peer's sums are not ours" % rows)

    def compare_imports(self, kind, base, script, peers, rows):
        """Our import and the shell's, in turn, each into a fresh copy."""
        own, walls, peak = [], [], 0
        cpu, peer_walls = {p[0]: [] for p in peers}, {p[0]: [] for p in peers}
        for turn in range(IMPORT_ROUNDS):
            start = run([self.program, "--version"])
            spent = self.one_import(base, kind, self.path("all21", kind + ".csv"))
            own.append(max(spent[0] - start[0], 1e-6))
            walls.append(spent[1])
            peak = max(peak, spent[2] - start[2])
            for what, peer_base, after, _, rounds in peers:
                if turn < rounds:
                    theirs, wall = self.peer_import(peer_base, script + after)
                    cpu[what].append(max(theirs, 1e-6))
                    peer_walls[what].append(wall)
                    if what != "without sums":
                        self.check_sums()
        for what, _, _, limit, _ in peers:
            speed = ratio(cpu[what], own)
            what_of = "import of %s per CPU second, of .import's %s" % (kind, what)
            if limit:
                self.table.target(what_of, limit, "%.2f" % speed, speed >= float(limit[3:]))
            else:
                self.table.note(what_of, "%.2f" % speed)
            self.table.note("  CPU s, own and .import",
                            "%.2f  %.2f" % (ms(own) / 1e3, ms(cpu[what]) / 1e3))
            self.table.note("  rows per second by the clock, own and .import", "%.0f  %.0f" % (
                rows / min(walls), rows / min(peer_walls[what])))
        self.table.target("import of %s: peak above an empty process, MiB" % kind, "<= 64",
                          "%.1f" % (peak / 1024), peak <= 64 * 1024)

    def imports(self):
        self.remove("empty.db")
        self.remove("plan.db")
        run(self.on("empty.db", "init"))
        shutil.copyfile(self.path("empty.db"), self.path("plan.db"))
        run(self.on("plan.db", "import", "plan", self.path("all21", "plan.csv")))
        before = os.path.getsize(self.path("plan.db"))
        shutil.copyfile(self.path("plan.db"), self.path("all21.db"))
        run(self.on("all21.db", "import", "utfall", self.path("all21", "utfall.csv")))
        self.check("all21")
        after = os.path.getsize(self.path("all21.db"))
        stored = self.sql("all21.db", "SELECT count(*) || ' ' || sum(length(CAST(ref AS BLOB)))"
                          " FROM saving;").split()
        if int(stored[0]) != SAVINGS:
            raise Failed("%s savings stored, not %d" % (stored[0], SAVINGS))
        script, rows = self.peer_plan()
        self.compare_imports("plan", "empty.db", script,
                             [("with sums as rows", "peer_plan.db", "", ">= 1.00",
                               IMPORT_ROUNDS)], rows)
        script = self.peer_savings()
        self.compare_imports("utfall", "plan.db", script, self.summing("peer_savings.db"),
                             SAVINGS)
        each = (after - before - int(stored[1])) / SAVINGS
        self.table.target("T7 bytes per saving, given refs not counted", "<= 110",
                          "%.1f" % each, each <= 110)

    # ---- the overview ------------------------------------------------------------

    def overviews(self, rounds):
        open(self.path("empty.bin"), "wb").close()
        cpu = interleave({
            "start": [self.program, "--version"],
            "real": self.overview("real"),
            "region": self.overview("region"),
            "all21": self.overview("all21"),
            "raw start": [self.rawpass, self.path("empty.bin")],
            "raw": [self.rawpass, self.path("all21", "post.bin")],
        }, rounds)
        own = {size: less(cpu[size], cpu["start"]) for size in ("real", "region", "all21")}
        raw = less(cpu["raw"], cpu["raw start"])
        growth, bound = ratio(own["all21"], own["real"]), ratio(own["all21"], raw)
        self.table.target("T1 oversikt at 2 M savings, of its cost at 500", "<= 2.00",
                          "%.2f" % growth, growth <= 2.0)
        self.table.target("T1 oversikt at 2 M savings, of the C pass", "<= 0.60",
                          "%.2f" % bound, bound <= 0.6)
        self.table.note("  CPU ms: empty start", "%.2f" % ms(cpu["start"]))
        self.table.note("  CPU ms beyond it at 500, 50 k, 2 M savings", "  ".join(
            "%.2f" % ms(own[size]) for size in ("real", "region", "all21")))
        self.table.note("  CPU ms of the C pass beyond its own start", "%.2f" % ms(raw))


def ore(text):
    """Kronor with two decimals as öre; blank is no amount and None."""
    text = text.strip("\ufeff ")
    if not text:
        return None
    whole, _, rest = text.lstrip("-").partition(",")
    amount = int(whole) * 100 + int((rest + "00")[:2])
    return -amount if text.startswith("-") else amount


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    bench = Bench(*sys.argv[1:4])
    try:
        for size in ("real", "region"):
            bench.make(size)
        bench.imports()
        bench.overviews(int(sys.argv[4]))
    except Failed as why:
        bench.table.show()
        print("bench: %s" % why, file=sys.stderr)
        return 2
    bench.table.show()
    return 1 if bench.table.failed else 0


sys.exit(main())
