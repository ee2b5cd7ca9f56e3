#!/usr/bin/env python3
"""Rebuilds web/map/places.tsv, where the page's map finds places: the names of the lexicons and of GeoNames with a point each.

    python3 tools/lexicons/coordinates.py --sources FOLDER

FOLDER holds three files of GeoNames (docs/lexicons.md says where they come from): cities15000.txt, admin1CodesASCII.txt
and admin2Codes.txt; node_modules holds world-atlas, for the numbers by which its outlines are known. Rows marked `own` are
kept as they are and win over derived ones.

A town stands at its own point; a province or district at the point of its seat, which the row names. Where a name stands for
several places of one state and none is clearly the one that is meant (a capital or seat, or four times the people of the next),
it has no row: the map then says that it does not know, rather than guess.
"""

import argparse
import collections
import json
import os
import re

from build import TOWNS_15K, TOWNS_30K
from lexicon import ROOT, Table, fold, is_ascii, plain

PATH = os.path.join(ROOT, "web", "map", "places.tsv")
HEAD = [
    "# Where places are, for the map: one point a name and state. Made by tools/lexicons/coordinates.py but for rows marked own.",
    "# kind: town | area (province, district, region, sea) | country. seat: the town whose point an area is given; empty: its own middle.",
    "# number: the outline's number in world-atlas (ISO 3166-1 numeric), of countries only.",
    "# source geonames: GeoNames gazetteer extracts; CC BY 4.0; https://www.geonames.org",
    "# source own: general knowledge of the authors, to about a degree; Apache-2.0 with the rest of Khabar; this repository",
    "name\tiso2\tkind\tlatitude\tlongitude\tseat\tnumber\tsource",
]
SEATS = ["PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4"]
GENERIC = re.compile(
    r"\b(province|region|state|governorate|district|department|departamento|oblast|oblast'|republic of|republic|krai|muhafazat|"
    r"division|county|prefecture|agency|territory|wilayat|wilaya|gouvernorat|viloyat|ostan-e|velayat-e|shahrestan-e|woluswali|of|the|de|del|la|el|al)\b")


def bare(name):
    return re.sub(r"[^a-z0-9]+", " ", GENERIC.sub(" ", fold(name))).strip() or fold(name)


class Town:
    def __init__(self, line):
        f = line.rstrip("\n").split("\t")
        self.name, self.names = plain(f[1]), {fold(n) for n in [f[1], f[2]] + f[3].split(",") if n}
        self.latitude, self.longitude, self.feature, self.country = float(f[4]), float(f[5]), f[7], f[8]
        self.admin1, self.admin2, self.people = f[10], f[11], int(f[14] or 0)

    def rank(self):
        return (-SEATS.index(self.feature) if self.feature in SEATS else -len(SEATS), self.people)

    def point(self):
        return ["%.2f" % self.latitude, "%.2f" % self.longitude]


def the_one(towns):
    """The town that a bare name means within a state, or None where that would be a guess."""
    towns = sorted(towns, key=lambda t: (t.feature in SEATS[:2], t.people), reverse=True)
    if len(towns) == 1 or (towns[0].feature in SEATS[:2] and towns[1].feature not in SEATS[:2]):
        return towns[0]
    first, second = towns[0], towns[1]
    near = abs(first.latitude - second.latitude) < 0.3 and abs(first.longitude - second.longitude) < 0.3
    return first if near or first.people >= 4 * max(second.people, 1) else None


def read_towns(folder):
    with open(os.path.join(folder, "cities15000.txt"), encoding="utf-8") as handle:
        return [town for town in map(Town, handle) if town.feature != "PPLX"]


def town_rows(towns):
    by_name, by_alias = collections.defaultdict(list), collections.defaultdict(list)
    for town in towns:
        by_name[fold(town.name), town.country].append(town)
        for name in town.names:
            by_alias[name, town.country].append(town)
    for (_, country), same in by_name.items():
        town = the_one(same)
        least = 15000 if country in TOWNS_15K else 30000 if country in TOWNS_30K else 50000
        if town and is_ascii(town.name) and (town.people >= least or town.feature in SEATS[:2]):
            yield [town.name, country, "town", *town.point(), "", "", "geonames"]
    # The lexicons' own spellings: names that English news uses, found among GeoNames' other names.
    lexicon = [row for row in Table("places.tsv").read().rows if row[2] in ("city", "city?", "district")]
    lexicon += [[row[0], row[1]] for row in Table("countries.tsv").read().rows if row[2] == "capital"]
    for row in lexicon:
        for country in row[1].split(","):
            town = the_one(by_alias[fold(row[0]), country]) if by_alias.get((fold(row[0]), country)) else None
            if town and not by_name.get((fold(row[0]), country)):
                yield [row[0], country, "town", *town.point(), "", "", "geonames"]


def read_codes(folder, file):
    with open(os.path.join(folder, file), encoding="utf-8") as handle:
        return [line.rstrip("\n").split("\t")[:3] for line in handle]


def area_rows(folder, towns):
    """Provinces and districts at their seats."""
    seats = {}
    for town in towns:
        for key in [(town.country, town.admin1), (town.country, town.admin1, town.admin2)]:
            if key[-1] and (key not in seats or town.rank() > seats[key].rank()):
                seats[key] = town
    provinces = {}
    for code, *names in read_codes(folder, "admin1CodesASCII.txt"):
        key = tuple(code.split("."))
        for name in names:
            provinces.setdefault((bare(name), key[0]), seats.get(key))
    table = [row for row in Table("subdivisions.tsv").read().rows if not row[3].startswith("demonym")]
    by_code = {}
    for name, country, code, _, _ in table:
        seat = provinces.get((bare(name), country))
        if seat:
            by_code.setdefault(code, seat)
    for name, country, code, _, _ in table:
        seat = provinces.get((bare(name), country)) or (by_code.get(code) if "-" in code else None)
        if seat:
            yield [name, country, "area", *seat.point(), seat.name, "", "geonames"]
    districts = collections.defaultdict(set)
    for code, *names in read_codes(folder, "admin2Codes.txt"):
        key = tuple(code.split("."))
        if seats.get(key):
            for name in names:
                districts[bare(plain(name)), key[0]].add(seats[key])
    for row in Table("places.tsv").read().rows:
        if row[2] != "district":
            continue
        for country in row[1].split(","):
            found = districts.get((bare(row[0]), country), ())
            if len(found) == 1:
                (seat,) = found
                yield [row[0], country, "area", *seat.point(), seat.name, "", "geonames"]


def country_rows(towns):
    """States, at their capitals where the map has no outline of them; with the number of the outline where it has."""
    table = Table("countries.tsv").read().rows
    names = {}
    for name, iso, kind, _ in table:
        if kind in ("name", "alias", "acronym"):
            names.setdefault(re.sub(r"\W", "", fold(name)), iso)
    with open(os.path.join(ROOT, "node_modules", "world-atlas", "countries-50m.json"), encoding="utf-8") as handle:
        shapes = json.load(handle)["objects"]["countries"]["geometries"]
    words = {"Dem.": "Democratic", "Rep.": "Republic", "Eq.": "Equatorial", "Is.": "Islands", "Fr.": "French", "S.": "South", "N.": "Northern", "W.": "Western", "St.": "Saint", "Herz.": "Herzegovina", "Ter.": "Territory"}
    numbers = {"CG": "178"}  # plain "Congo" there
    for shape in shapes:
        name = shape["properties"]["name"]
        long = " ".join(words.get(word, word) for word in name.split())
        iso = names.get(re.sub(r"\W", "", fold(name))) or names.get(re.sub(r"\W", "", fold(long)))
        if iso and shape.get("id"):
            numbers.setdefault(iso, shape["id"])
    capitals = {town.country: town for town in towns if town.feature == "PPLC"}
    for name, iso, kind, _ in table:
        if kind == "name" and iso in capitals and "," not in iso:
            yield [name, iso, "country", *capitals[iso].point(), capitals[iso].name, numbers.get(iso, ""), "geonames"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sources", required=True)
    folder = arguments.parse_args().sources
    own = []
    if os.path.exists(PATH):
        with open(PATH, encoding="utf-8") as handle:
            own = [row for row in (line.rstrip("\n").split("\t") for line in handle) if row[-1] == "own"]
    towns = read_towns(folder)
    rows, taken = list(own), {(fold(row[0]), row[1]) for row in own}
    for row in [*country_rows(towns), *town_rows(towns), *area_rows(folder, towns)]:
        key = (fold(row[0]), row[1] + ("*" if row[2] == "country" else ""))
        if key not in taken:
            taken.add(key)
            rows.append(row)
    with open(PATH, "w", encoding="utf-8") as handle:
        handle.write("\n".join(HEAD + sorted("\t".join(row) for row in rows)) + "\n")
    print("%d rows: %s" % (len(rows), dict(collections.Counter(row[2] for row in rows))))


main()
