#!/usr/bin/env python3
"""Checks the lexicon tables: columns, sources, order, duplicates, characters. Prints file:line for each fault.

    python3 tools/lexicons/check.py [FOLDER]        exit 0 when all is well, 1 when not
"""

import os
import re
import sys

from lexicon import FOLDER, ROOT, fold

# Columns of every table, and the columns that make a row's identity besides the folded first one.
TABLES = {
    "armed_groups.tsv": ("name canonical kind iso2 status source", "canonical"),
    "countries.tsv": ("name iso2 kind source", "iso2 kind"),
    "english_common.tsv": ("word source", ""),
    "facility_nouns.tsv": ("noun class source", "class"),
    "given_names.tsv": ("name weight gender source", ""),
    "leaders.tsv": ("name short iso2 sector from until source", ""),
    "org_nouns.tsv": ("noun sector source", ""),
    "organizations.tsv": ("name canonical kind sector iso2 source", "canonical"),
    "people_nouns.tsv": ("noun class source", ""),
    "peoples.tsv": ("name kind iso2 source", ""),
    "places.tsv": ("name iso2 kind weight source", "iso2 kind"),
    "programme_nouns.tsv": ("noun class source", ""),
    "programmes.tsv": ("name canonical kind iso2 source", "canonical"),
    "subdivisions.tsv": ("name iso2 code kind source", "code kind"),
    "surnames.tsv": ("name weight source", ""),
    "titles.tsv": ("phrase kind sector source", "kind"),
    "weapons.tsv": ("phrase class source", ""),
}

SECTORS = set("IGO NGO GOV MIL COP SPY JUD LEG PTY MED HLH BUS EDU REL UNI ELI CVL UAF LAB ARMED?".split())

VALUES = {
    ("countries.tsv", "kind"): "name alias demonym demonym-plural acronym capital metonym combining",
    ("subdivisions.tsv", "kind"): "name alias acronym abbreviation demonym demonym-plural",
    ("places.tsv", "kind"): "city city? district region border sea river mountain island continent neighbourhood demonym",
    ("armed_groups.tsv", "kind"): "name alias acronym short demonym",
    ("armed_groups.tsv", "status"): "active historic",
    ("organizations.tsv", "kind"): "name alias acronym short",
    ("titles.tsv", "kind"): "honorific rank office role suffix",
    ("programmes.tsv", "kind"): "name alias acronym short",
    ("given_names.tsv", "gender"): "m f u",
    ("peoples.tsv", "kind"): "ethnic ethnic-plural religious religious-plural caste-or-tribe caste-or-tribe-plural regional regional-plural",
}
MAY_BE_EMPTY = {"iso2", "status", "sector", "gender", "short", "until"}
ISO2 = re.compile(r"[A-Z]{2}(,[A-Z]{2})*")
SOURCE = re.compile(r"# source ([a-z0-9-]+): \S.*")


def check_table(path, notice, report):
    name = os.path.basename(path)
    if name not in TABLES:
        report(0, "no such table is known to check.py")
        return
    columns, identity = TABLES[name][0].split(), TABLES[name][1].split()
    with open(path, "rb") as handle:
        data = handle.read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        report(data[: error.start].count(b"\n") + 1, "not UTF-8")
        return
    if "\r" in text:
        report(text[: text.index("\r")].count("\n") + 1, "carriage return")
    if not text.endswith("\n"):
        report(text.count("\n") + 1, "no newline at the end")

    sources, header, previous, seen = set(), False, b"", {}
    names = {}
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if line.startswith("#") and not header:
            if line.startswith("# source"):
                match = SOURCE.fullmatch(line)
                if not match:
                    report(number, "want '# source KEY: title; licence; url'")
                else:
                    sources.add(match.group(1))
                    if match.group(1) != "own" and not re.search(r"^%s\b" % re.escape(match.group(1)), notice, re.M):
                        report(number, "source '%s' is not in NOTICE" % match.group(1))
            continue
        fields = line.split("\t")
        if not header:
            header = True
            if fields != columns:
                report(number, "header is '%s', want '%s'" % (" ".join(fields), " ".join(columns)))
                return
            continue
        if len(fields) != len(columns):
            report(number, "%d columns, want %d" % (len(fields), len(columns)))
            continue
        key = "\0".join(fields).encode()
        if key <= previous:
            report(number, "not sorted by bytes, or a repeated row")
        previous = key
        row = dict(zip(columns, fields))
        for column, value in row.items():
            if value != value.strip() or "  " in value:
                report(number, "stray space in %s" % column)
            if not value and column not in MAY_BE_EMPTY:
                report(number, "empty %s" % column)
            if any(c in value for c in "‘’“”\u00a0\u200b"):
                report(number, "typographic character in %s" % column)
            allowed = VALUES.get((name, column))
            if allowed and value and value not in allowed.split():
                report(number, "%s '%s' is none of: %s" % (column, value, allowed))
            if column == "iso2" and value and not ISO2.fullmatch(value):
                report(number, "iso2 '%s'" % value)
            if column == "sector" and value and value not in SECTORS:
                report(number, "sector '%s'" % value)
            if column in ("from", "until") and value and not re.fullmatch(r"(19|20)\d\d", value):
                report(number, "%s '%s' is no year" % (column, value))
            if column == "weight" and not re.fullmatch("[0-9]", value):
                report(number, "weight '%s'" % value)
        if row["source"] not in sources:
            report(number, "source '%s' is not declared in the comments above" % row["source"])
        same = (fold(fields[0]),) + tuple(row[c] for c in identity)
        if same in seen:
            report(number, "'%s' repeats line %d but for case, marks or hyphens" % (fields[0], seen[same]))
        seen[same] = number
        if "canonical" in row:
            names.setdefault(row["canonical"], [number, False])
            if row["kind"] == "name":
                names[row["canonical"]][1] = True
                if row["name"] != row["canonical"]:
                    report(number, "a row of kind 'name' whose canonical is another")
    for canonical, (number, found) in names.items():
        if not found:
            report(number, "canonical '%s' has no row of kind 'name'" % canonical)
    if not header:
        report(1, "no header row")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else FOLDER
    with open(os.path.join(ROOT, "NOTICE"), encoding="utf-8") as handle:
        notice = handle.read()
    faults = 0

    def reporter(path):
        def report(number, message):
            nonlocal faults
            faults += 1
            print("%s:%d: %s" % (os.path.relpath(path), number, message))
        return report

    for name in sorted(os.listdir(folder)):
        if name.endswith(".tsv"):
            check_table(os.path.join(folder, name), notice, reporter(os.path.join(folder, name)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
