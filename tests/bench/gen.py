#!/usr/bin/env python3
"""gen.py SIZE FOLDER - a made-up savings programme of a given size, the same every time.

SIZE    real 25 actions and 500 savings; region 500 and 50 000; all21 20 000 and 2 000 000
FOLDER  gets  plan.csv, utfall.csv   in the import format, as Swedish Excel writes it
              post.bin               a saving as 16 bytes: action, unit, month, kronor
              rollup.txt             mottagare;year;mål in öre;realiserat in öre

The sums of rollup.txt are added up here while the files are written, in kronor, and owe
nothing to the program.  Only Random.random() is used: Python keeps its stream stable.
"""
import os
import random
import struct
import sys

SIZES = {  # actions, savings, units, years
    "real": (25, 500, 2, 3),
    "region": (500, 50_000, 8, 3),
    "all21": (20_000, 2_000_000, 168, 10),
}
FIRST_YEAR = 2020
AREAS = ["Lokaler", "Läkemedel", "Sjukresor", "Bemanning", "Digitala tjänster", "Inköp",
         "Vårdflöden", "Administration", "Öppenvård", "Utbildning"]
OWNERS = ["Åsa Ågren", "Östen Örn", "Märta Ek", "Ann-Britt Lindqvist", "Per Sjö"]
STATUSES = ["ej påbörjad", "planerad", "pågående", "försenad", "genomförd"]
KINDS = ["budgetreducering", "underskottshantering"]
COMMENTS = ["", "", "Enligt plan", "Lägre kostnad än budgeterat", "Färre inköp",
            "Uppskattat av controller", "Avtal gäller från halvårsskiftet",
            "Följs upp; se underlaget", 'Projektet "Nära vård"', "Två rader:\nandra raden"]


def quoted(text):
    if any(c in text for c in ';"\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def tkr(kronor, nbsp):
    """Kronor as tkr with three decimals, now and then with a hard space for thousands."""
    whole, rest = divmod(abs(kronor), 1000)
    digits = str(whole)
    if nbsp and len(digits) > 3:
        digits = digits[:-3] + "\u00a0" + digits[-3:]
    return "%s%s,%03d" % ("-" if kronor < 0 else "", digits, rest)


def code(action):
    return "B-%05d" % action


def unit_name(unit):
    return "Förvaltning %03d" % unit


def pick(chance, items):
    return items[int(chance() * len(items))]


def make_plan(path, chance, actions, units, years):
    """Writes plan.csv.  Returns each action's units and the targets per (unit, year)."""
    homes, targets = [None], {}
    heads = "".join(";%d mkr" % (FIRST_YEAR + y) for y in range(years))
    with open(path, "w", encoding="utf-8-sig", newline="") as out:
        out.write("id;åtgärd;förvaltning;mottagare;område;typ;ansvarig;status" + heads + "\r\n")
        for action in range(1, actions + 1):
            own = 1 + int(chance() * units)
            home = [own]
            if chance() < 0.25:
                home.append(own % units + 1)
            area = pick(chance, AREAS)
            text = ";".join([code(action), "%s %d" % (area, action), unit_name(own), "%s", area,
                             pick(chance, KINDS), pick(chance, OWNERS), pick(chance, STATUSES)])
            for unit in home:
                cells = []
                for year in range(years):
                    amount = 10_000 * int(1 + chance() * 240)
                    targets[unit, year] = targets.get((unit, year), 0) + amount
                    cells.append("%d,%02d" % divmod(amount // 10_000, 100))
                out.write(text % unit_name(unit) + ";" + ";".join(cells) + "\r\n")
            homes.append(home)
    return homes, targets


def make_savings(folder, chance, homes, savings, years, scale):
    """Writes utfall.csv and post.bin in order of time.  Returns sums per (unit, year)."""
    sums, lines, records = {}, [], []
    actions, months = len(homes) - 1, years * 12
    with open(os.path.join(folder, "utfall.csv"), "w", encoding="utf-8-sig", newline="") as out, \
            open(os.path.join(folder, "post.bin"), "wb") as packed:
        out.write("id;period;belopp tkr;förvaltning;kommentar;ref\r\n")
        for n in range(savings):
            month = n * months // savings
            year = month // 12
            action = 1 + int(chance() * actions)
            home = homes[action]
            unit = home[0] if len(home) == 1 or chance() < 0.6 else home[1]
            luck = chance()
            kronor = 1 + int(luck * luck * scale)
            if chance() < 0.05:
                kronor = -(kronor // 3) - 1
            sums[unit, year] = sums.get((unit, year), 0) + kronor
            lines.append("%s;%d-%02d;%s;%s;%s;b%d\r\n" % (
                code(action), FIRST_YEAR + year, month % 12 + 1, tkr(kronor, luck > 0.9),
                unit_name(unit), quoted(pick(chance, COMMENTS)), n + 1))
            records.append(struct.pack("<IHHq", action, unit, month, kronor))
            if len(lines) == 20_000 or n == savings - 1:
                out.write("".join(lines))
                packed.write(b"".join(records))
                lines, records = [], []
    return sums


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in SIZES:
        sys.exit(__doc__)
    actions, savings, units, years = SIZES[sys.argv[1]]
    folder = sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(2020).random
    homes, targets = make_plan(os.path.join(folder, "plan.csv"), chance, actions, units, years)
    # The mean of luck squared is a third: about eight tenths of the targets are realised.
    scale = max(10, int(sum(targets.values()) * 0.8 * 3 / savings))
    sums = make_savings(folder, chance, homes, savings, years, scale)
    with open(os.path.join(folder, "rollup.txt"), "w", encoding="utf-8") as out:
        for unit, year in sorted(set(targets) | set(sums)):
            out.write("%s;%d;%s;%s\n" % (
                unit_name(unit), FIRST_YEAR + year,
                targets.get((unit, year), 0) * 100, sums.get((unit, year), 0) * 100))


main()
