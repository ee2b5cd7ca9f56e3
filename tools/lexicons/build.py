#!/usr/bin/env python3
"""Rebuilds the rows of the lexicon tables that come from public sources; rows marked `own` are kept as they are.

    python3 tools/lexicons/build.py --sources FOLDER [TABLE...]

FOLDER holds what was fetched (see docs/lexicons.md for where each comes from):

    cldr-subdivisions-en.xml      Unicode CLDR common/subdivisions/en.xml
    cities15000.txt               GeoNames cities of 15,000 people and more
    admin2Codes.txt               GeoNames second-level subdivisions
    phoenix/                      Phoenix.*.actors.txt of PETRARCH2
    misp/                         clusters of MISP galaxy
    popular-names/                common-forenames-by-country.csv, common-surnames-by-country.csv
    faker/                        one folder a locale, as in faker/providers/person
    census/                       US census name lists
    wordnet/                      dict folder of Princeton WordNet

A row written by hand wins over a derived one that names the same thing. `rejects.tsv` beside this script lists
derived names that people found wrong.
"""

import argparse
import collections
import os
import re
import sys
from html import unescape

from lexicon import Table, fold, is_ascii, plain

HERE = os.path.dirname(os.path.abspath(__file__))


def rejects(table):
    found = set()
    with open(os.path.join(HERE, "rejects.tsv"), encoding="utf-8") as handle:
        for line in handle:
            if not line.startswith("#"):
                name, of = line.rstrip("\n").split("\t")[:2]
                if of == table:
                    found.add(fold(name))
    return found


def refresh(name, derived, same):
    """Keeps the own rows of a table, adds derived ones whose identity (`same(row)`) is not taken."""
    table = Table(name).read()
    table.rows = table.own()
    taken = {same(row) for row in table.rows}
    unwanted = rejects(name)
    for row in derived:
        key = same(row)
        if key in taken or fold(row[0]) in unwanted:
            continue
        taken.add(key)
        table.rows.append(row)
    print("%-22s %6d rows" % (name, table.write()))


# ---------------------------------------------------------------------------------------------- ordinary words

class Words:
    """Ordinary English words, from WordNet's lower-case lemmas and how often its corpus uses them."""

    def __init__(self, folder):
        self.lemmas = set()
        for part in ("noun", "verb", "adj", "adv"):
            with open(os.path.join(folder, "index." + part), encoding="utf-8") as handle:
                for line in handle:
                    if not line.startswith(" "):
                        self.lemmas.add(line.split(" ", 1)[0])
        # index.* is lower case throughout; data.* keeps capitals, so a lemma only ever written with one is a name.
        self.written_small = set()
        for part in ("noun", "verb", "adj", "adv"):
            with open(os.path.join(folder, "data." + part), encoding="utf-8") as handle:
                for line in handle:
                    if line.startswith(" "):
                        continue
                    fields = line.split(" ")
                    for i in range(int(fields[3], 16)):
                        word = fields[4 + 2 * i]
                        word = word.split("(")[0]
                        if word == word.lower():
                            self.written_small.add(word)
        self.count = collections.Counter()
        with open(os.path.join(folder, "cntlist.rev"), encoding="utf-8") as handle:
            for line in handle:
                key, _, times = line.split()
                lemma = key.split("%")[0]
                if lemma in self.written_small:
                    self.count[lemma] += int(times)

    FUNCTION = set("""a about above after again against all am an and any are as at be because been before being below
        between both but by could did do does doing down during each few for from further had has have having he her here
        hers him his how i if in into is it its me more most my no nor not now of off on once only or other our out over
        own same she should so some such than that the their them then there these they this those through to too under
        until up van very was we were what when where which while who whom why will with would you your bin ben von der den
        del las los man mar son sun ban can may must per via""".split())

    def common(self, word):
        """True when a capitalised `word` would often be just the word: seen in WordNet's tagged corpus, or a function word."""
        word = fold(word)
        return word in self.FUNCTION or self.count[word.replace(" ", "_")] > 0

    def known(self, word):
        word = fold(word).replace(" ", "_")
        return word in self.written_small or word in self.FUNCTION


# ---------------------------------------------------------------------------------------------- subdivisions

# Countries whose first level is made of municipalities or islets that no news report means.
TINY = set("AD AG AI AZ BB BH BS CV DM EE FJ FO GB GD IS KI KN LC LI LT LU LV MC ME MH MK MT MU MV NR PW SC SI SM ST SX TO TT TV VC VU WS".split())


def build_subdivisions(folder, words):
    by_country = collections.defaultdict(list)
    with open(os.path.join(folder, "cldr-subdivisions-en.xml"), encoding="utf-8") as handle:
        for country, local, name in re.findall(r'<subdivision type="([a-z]{2})(\w+)"[^>]*>([^<]+)<', handle.read()):
            by_country[country.upper()].append((local.upper(), plain(unescape(name))))
    countries = {fold(row[0]): row[1] for row in Table("countries.tsv").read().rows}
    homonyms = collections.Counter(fold(name) for rows in by_country.values() for _, name in set(rows))
    rows = []
    for country, local in sorted(by_country.items()):
        if country in TINY:
            continue
        for code, name in local:
            name = re.sub(r"[²\d].*$|, [A-Z].*$| \(.*\)$", "", name).strip()
            if not is_ascii(name) or len(name) < 3 or re.search(r"[&;/]", name):
                continue
            if words.known(name) or homonyms[fold(name)] > 3 or fold(name) in countries:
                continue
            rows.append([name, country, country + "-" + code, "name", "cldr"])
    refresh("subdivisions.tsv", rows, lambda row: (fold(row[0]), row[1]))


BUILDERS = {
    "subdivisions": build_subdivisions,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", required=True, help="folder of what was fetched")
    parser.add_argument("tables", nargs="*", metavar="TABLE", help="one of: " + " ".join(BUILDERS) + "; all when none is named")
    options = parser.parse_args()
    words = Words(os.path.join(options.sources, "wordnet"))
    for table in options.tables or BUILDERS:
        BUILDERS[table](options.sources, words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
