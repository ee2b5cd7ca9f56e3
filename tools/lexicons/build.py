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
    leaders/wikidata.csv          heads of state and of government, as in every-politician-scrapers/world-leaders-2021
    faker/                        one folder a locale, as in faker/providers/person
    census/names.db               US Census Bureau name lists of 1990 as kept by muffinista/namey
    wordnet/                      dict folder of Princeton WordNet

A row written by hand wins over a derived one that names the same thing. `rejects.tsv` beside this script lists
derived names that people found wrong.
"""

import argparse
import collections
import csv
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
    canonical = "canonical" in table.columns and table.columns.index("canonical")
    for row in derived:
        key = same(row)
        if key in taken or fold(row[0]) in unwanted or (canonical and fold(row[canonical]) in unwanted):
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
        until up van very was we since though although despite within among around across along toward towards upon onto like unlike
        except whether either neither nor yet ever never also even just still already dos das til als sur san santa santo los la le el were what when where which while who whom why will with would you your bin ben von der den
        del las los man mar son sun ban can may must per via""".split())

    def common(self, word):
        """True when a capitalised `word` would often be just the word: seen in WordNet's tagged corpus, or a function word."""
        word = fold(word)
        return word in self.FUNCTION or self.count[word.replace(" ", "_")] > 0

    def known(self, word):
        word = fold(word).replace(" ", "_")
        return word in self.written_small or word in self.FUNCTION


# ---------------------------------------------------------------------------------------------- subdivisions

# Countries whose subdivisions are municipalities, islets or counties that security news hardly means.
TINY = set("""AD AG AI AL AZ BB BG BH BS CH CV CZ DM DO EE FI FJ FO GB GD GY HR HU IE IS KI KN LC LI LT LU LV MC MD ME MH MK MN MT MU MV MW
        NO NR NZ PG PT PW RO SC SE SI SK SM ST SX TO TT TV UG UY VC VU WS""".split())
# Codes of a second level that CLDR lists beside the first one.
SECOND_LEVEL = re.compile(r"IT-[A-Z]{2}|FR-[0-9].|MA-[A-Z]{3}|GR-[0-9].|GN-[A-Z]{2}|RS-[0-9]{2}|CI-[0-9]{2}|PH-[0-9]{2}|TW-.*|KR-.*|"
                          r"ES-(?!(AN|AR|AS|CB|CL|CM|CN|CT|EX|GA|IB|MC|MD|ML|NC|PV|RI|VC|CE)$).*")


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
            name = re.sub(r" (Region|Province|Governorate|Oblast|County|District|Division|Prefecture|Department|Municipality|Voivodeship)$", "", name)
            if SECOND_LEVEL.fullmatch(country + "-" + code):
                continue
            if country == "UM" or name.endswith("shchyna"):
                continue
            if not is_ascii(name) or len(name) < (4 if country == "MM" else 3) or re.search(r"[&;/]", name):
                continue
            if all(words.known(t) or words.known(t.rstrip('s')) for t in name.split()) or homonyms[fold(name)] > 3 or fold(name) in countries:
                continue
            rows.append([name, country, country + "-" + code, "name", "cldr"])
    refresh("subdivisions.tsv", rows, lambda row: (fold(row[0]), row[1]))


# ---------------------------------------------------------------------------------------------- people's names

# The part of the world that the articles are about: a name borne there is worth a row even when seen once.
FOCUS = set("""PAK AFG IND BGD LKA NPL IRN IRQ SYR LBN JOR PSE PAL ISR TUR SAU YEM OMN ARE QAT KWT BHR EGY LBY TUN DZA MAR SDN SSD
        SOM ETH ERI KEN UGA COD RWA BDI NGA NER MLI BFA TCD CMR CAF SEN MRT MOZ KAZ UZB TJK KGZ TKM AZE ARM GEO RUS UKR MMR PHL
        IDN MYS THA SLV GTM HND NIC COL PER CHL ECU BOL""".split())
FAMILY_FIRST = set("CHN TWN HKG SGP KOR PRK VNM".split())
NOT_NAMES = set("""sir lord lady king queen prince princess sultan emir shaikh sheikh sheik general gen col colonel maj major capt brig
        admiral adm dr mr mrs ms baron count duke sheikha imam mullah maulana mawlawi mawlavi hajji haji ayatollah archbishop bishop
        al el bin ibn bint ben abu abdul abd van von der den del della di da de dos das do la le las los san st mc mac jr sr iii
        minister president government council party army the of and""".split())


def phoenix_people(folder):
    """(tokens, country) of every person in the Phoenix country dictionary, as its CountryInfo lines give them."""
    people, names, country = [], [], ""
    path = os.path.join(folder, "phoenix", "Phoenix.Countries.actors.txt")
    with open(path, encoding="utf-8", errors="replace") as handle:
        for line in handle:
            if line.startswith("\t[") and names:
                country = line[2:5]
                people.extend((name, country) for name in names)
                names = []
            elif "# CountryInfo.txt" in line:
                names = [line.split("#")[0]]
            elif line.startswith("+") and names:
                names.append(line[1:].split("#")[0])
            elif line.strip():
                names = []
    return [([t for t in plain(name.replace("_", " ")).split() if t], country) for name, country in people]


def written(token):
    """DE-MISTURA -> De-Mistura, O'BRIEN -> O'Brien, MCDONALD -> McDonald."""
    token = re.sub(r"[A-Za-z]+", lambda m: m.group().capitalize(), token)
    token = re.sub(r"(?<=\w\w)'[A-Z]", lambda m: m.group().lower(), token)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m.group(1).upper(), token)


def faker_names(folder, kind):
    """Latin-script names of Faker's person providers, with the locale of each. en_PK is left out: its lists hold odd words."""
    import ast
    root = os.path.join(folder, "faker")
    for locale in sorted(os.listdir(root)):
        path = os.path.join(root, locale, "__init__.py")
        if not os.path.isfile(path) or locale in ("en_PK", "is_IS", "ga_IE", "en_IE", "de_LU", "pl_PL"):
            continue
        with open(path, encoding="utf-8") as handle:
            tree = ast.parse(handle.read())
        for node in ast.walk(tree):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
            for target in targets:
                name = getattr(target, "id", "")
                if kind not in name or "name" not in name or node.value is None:
                    continue
                gender = "f" if "female" in name else "m" if "male" in name else "u"
                for leaf in ast.walk(node.value):
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
                        yield leaf.value, gender, locale


FOCUS_LOCALES = set("en_IN en_KE en_NG ha_NG ig_NG yo_NG sw id_ID tr_TR az_AZ uz_UZ fr_DZ es_CO es_CL es_MX es_AR es_ES tw_GH zh_CN vi_VN".split())


def popular_names(folder, part):
    import csv
    with open(os.path.join(folder, "popular-names", "common-%s-by-country.csv" % part), encoding="utf-8-sig") as handle:
        for row in csv.DictReader(handle):
            for name in re.split(r"[/,]", row["Romanized Name"]):
                yield name.strip(), row.get("Gender", "").lower()


def census_names(folder, table, limit):
    import sqlite3
    connection = sqlite3.connect(os.path.join(folder, "census", "names.db"))
    rows = connection.execute("select name from %s order by freq limit %d" % (table, limit)).fetchall()
    return [row[0] for row in rows]


class Names:
    """Adds up how sure the sources make us that a word is a name."""

    def __init__(self):
        self.score, self.source, self.best, self.gender, self.form = collections.Counter(), {}, {}, {}, {}

    def add(self, name, points, source, gender=""):
        name = plain(name)
        if not is_ascii(name) or not re.fullmatch(r"[A-Za-z][A-Za-z'-]{2,}", name) or fold(name) in NOT_NAMES:
            return
        # The engine reads the parts of Jean-Pierre one by one: no articles and syllables (al-Assad, Jong-un) as names.
        name = re.sub(r"^(al|el|as|ad|an|ar|at|az|ash|ul|bin|ibn)-", "", name, flags=re.I)
        if any(len(part) < 3 or fold(part) in NOT_NAMES for part in name.split("-")):
            return
        if name.isupper() or name.islower():
            name = written(name)
        key = fold(name)
        self.score[key] += points
        if points > self.best.get(key, 0):
            self.best[key], self.source[key] = points, source
        self.form.setdefault(key, name)
        if gender in ("m", "f", "u"):
            self.gender.setdefault(key, collections.Counter())[gender] += points

    def rows(self, words, least, with_gender):
        # Heads of entries in the Phoenix dictionary are sometimes an office or a people, not a name.
        never = {fold(r[0]) for r in Table("titles.tsv").read().rows if r[1] in ("office", "role") and len(r[0]) > 3}
        never |= {fold(r[0]) for r in Table("countries.tsv").read().rows if r[2].startswith("demonym")}
        never -= {"german", "finn", "dane", "holland"} | {fold(n) for n in "French English Dean Judge Abbot Monk".split()}
        kept = []
        for key, score in sorted(self.score.items(), key=lambda item: (-item[1], item[0])):
            word = key.replace(" ", "_")
            if score < least:
                break
            if key in never and (with_gender or key not in ("french", "english", "judge")):
                continue
            if key in words.FUNCTION or words.count[word] >= (100 if with_gender else 400):
                continue
            weight = max(1, min(9, int(score)))
            if words.common(key):
                weight = 1
            elif words.known(key):
                weight = min(weight, 5 if score >= 6 else 2)
            row = [self.form[key], str(weight)]
            if with_gender:
                votes = self.gender.get(key, {})
                male, female = votes.get("m", 0), votes.get("f", 0)
                row.append("m" if male > 3 * female else "f" if female > 3 * male else "u")
            kept.append(row + [self.source[key]])
        return kept


def gather_names(folder, given):
    names = Names()
    for name, gender in popular_names(folder, "forenames" if given else "surnames"):
        names.add(name, 3, "popular-names", gender)
    locales = collections.defaultdict(set)
    for name, gender, locale in faker_names(folder, "first" if given else "last"):
        if locale not in locales[fold(name)] and len(locales[fold(name)]) < 4:
            locales[fold(name)].add(locale)
            names.add(name, 1.2 if locale in ("tr_TR", "sw") else 2 if locale in FOCUS_LOCALES else 0.8, "faker", gender)
    tables = (("male", 600, "m"), ("female", 1200, "f")) if given else (("surname", 3500, ""),)
    for table, limit, gender in tables:
        for rank, name in enumerate(census_names(folder, table, limit)):
            names.add(name, 4 if rank < 150 else 2.5 if rank < 700 else 1.5, "census", gender)
    counts = collections.defaultdict(collections.Counter)
    for tokens, country in phoenix_people(folder):
        tokens = [t for t in tokens if "." not in t and len(t) > 2 and fold(t) not in NOT_NAMES]
        if len(tokens) < 2:
            continue
        first, last = (tokens[1], tokens[0]) if country in FAMILY_FIRST else (tokens[0], tokens[-1])
        token = first if given else last
        counts[written(token)]["focus" if country in FOCUS else "rest"] += 1
    for token, count in counts.items():
        total = count["focus"] + count["rest"]
        names.add(token, min(6, 0.9 * total ** 0.6 + (0.8 if count["focus"] else 0)), "phoenix")
    return names


def build_given_names(folder, words):
    refresh("given_names.tsv", gather_names(folder, True).rows(words, 2.5, True), lambda row: fold(row[0]))


def build_surnames(folder, words):
    refresh("surnames.tsv", gather_names(folder, False).rows(words, 2, False), lambda row: fold(row[0]))


# ---------------------------------------------------------------------------------------------- leaders

def build_leaders(folder, words):
    """Full names alone: which surname is nobody else's is for people to say. Of a monarch of several realms the first is kept."""
    codes = {fold(row[0]): row[1] for row in Table("countries.tsv").read().rows if row[2] in ("name", "alias")}
    codes.update({"people's republic of china": "CN", "republic of ireland": "IE", "the gambia": "GM", "the bahamas": "BS"})
    found = {}  # name -> first year, last year ("" while it lasts), code
    with open(os.path.join(folder, "leaders", "wikidata.csv"), encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            name = plain(re.sub(r"^(.*\b[IVX]+)(?: of .*|, .*)$", r"\1", row["officeholderLabel"]))
            country = re.sub(r"^(Kingdom|State) of (the )?", "", row["country"])
            if not re.fullmatch(r"[A-Z][A-Za-z'. -]+", name) or " of " in name or name.startswith("Pope ") or "Co-Prince" in row["positionLabel"]:
                continue
            if fold(country) not in codes or (name in ("Elizabeth II", "Charles III") and country != "United Kingdom"):
                continue
            start, end, iso = found.get(name, (row["start_year"], row["end_year"], codes[fold(country)]))
            found[name] = (min(start, row["start_year"]), max(end, row["end_year"]) if end and row["end_year"] else "", iso)
    refresh("leaders.tsv", [[name, "", iso, "ELI", start, end, "wikidata"] for name, (start, end, iso) in found.items()],
            lambda row: fold(row[0]))


# ---------------------------------------------------------------------------------------------- places

# The least town that gets a row: 15,000 people where the news is, more elsewhere.
TOWNS_15K = set("PK AF IR IQ SY LB PS IL YE SO SD SS ET ER KE UG RW BI ML NE BF TD NG CM CF CD MZ MM SV GT TJ LY KG".split())
TOWNS_30K = set("""BD NP LK BT MV KZ UZ TM JO SA OM AE QA KW BH AM AZ GE CY EG TN DZ MA EH DJ MR SN GM GN GW SL LR CI BJ TG CG HN NI CO
        PE EC BO CL AR CR PA HT GH TZ XK BA""".split())
TOWNS_50K = set("TR UA VE TH AO ZW ZM CU DO PY UY MY".split())
LEAST = {"IN": 60000, "MX": 150000, "ZA": 100000, "PH": 120000, "ID": 120000, "GB": 150000, "DE": 150000, "US": 150000, "BR": 300000,
         "CN": 600000, "JP": 400000, "KR": 400000, "TW": 400000, "NL": 150000, "PL": 150000, "VN": 150000}
DISTRICTS = {"PK": None, "AF": None, "IN": None, "IR": None, "IQ": None, "SY": None, "YE": None, "SO": None, "ML": None, "NE": None,
             "BF": None, "SD": None, "SS": None}
# Districts of India that the news of conflict is about: Jammu and Kashmir, Punjab, Rajasthan, the north-east, the Maoist belt.
INDIA_ADMIN1 = set("12 23 24 03 17 18 20 30 31 26 37 38 21 02 40 29 34 41".split())


def weight_of(people):
    weight = 0
    while weight < 9 and people >= 10000 * 2 ** (weight + 1):
        weight += 1
    return weight


def renames():
    found = {}
    with open(os.path.join(HERE, "renames.tsv"), encoding="utf-8") as handle:
        for line in handle:
            if not line.startswith("#"):
                name, country, names = line.rstrip("\n").split("\t")
                found[fold(name), country] = [n for n in names.split(";") if n]
    return found


def build_places(folder, words):
    taken = {(fold(r[0]), r[1]) for r in Table("subdivisions.tsv").read().rows if r[3] in ("name", "alias")}
    capitals = {(fold(r[0]), r[1]) for r in Table("countries.tsv").read().rows}
    countries = {fold(r[0]) for r in Table("countries.tsv").read().rows if r[2] != "capital"}
    people = {fold(r[0]): int(r[1]) for name in ("given_names.tsv", "surnames.tsv") for r in Table(name).read().rows}
    rows = []
    english = renames()

    def doubtful(name, weight):
        """None: leave out; else the kind."""
        key = fold(name)
        tokens = key.split()
        ordinary = all(words.known(token) for token in tokens)
        often = len(tokens) == 1 and words.common(key)
        if key in countries or len(key) < 3 or (often and weight < 4) or (ordinary and weight < 2):
            return None
        if (ordinary and (len(tokens) == 1 or weight < 4)) or (len(tokens) == 1 and people.get(key, 0) >= 3 and weight < 7):
            return "city?" if weight >= 2 or not ordinary else None
        return "city"

    with open(os.path.join(folder, "cities15000.txt"), encoding="utf-8") as handle:
        for line in handle:
            fields = line.rstrip("\n").split("\t")
            name, feature, country, population = plain(fields[1]), fields[7], fields[8], int(fields[14] or 0)
            least = 15000 if country in TOWNS_15K else 30000 if country in TOWNS_30K else 50000 if country in TOWNS_50K else LEAST.get(country, 100000)
            if population < least and not (feature == "PPLC"):
                continue
            name = re.sub(r"^'|'$", "", name.replace(" '", " ")).strip()
            name = name[:1].upper() + name[1:]
            if feature == "PPLX" or not is_ascii(name) or re.search(r"[()/\d,]", name):
                continue
            name = re.sub(r" Qism Awwal$", "", name)
            name = re.sub(r" (City|District|Municipality)$", "", name) if country in ("PH", "IN", "TH") else name
            name = re.sub(r"[ -](shi|Shi|ku)$", "", name) if country == "JP" else name
            name = re.sub(r" City$", "", name) if country in ("CN", "TW", "NZ") else name
            # GeoNames keeps Arabic articles and ta marbuta that newspapers drop.
            name = re.sub(r"^(Al|Ar|As|Ash|Ad|An|At|Az) (?=[A-Z])", lambda m: m.group(1) + "-", name) if country in ("IQ", "SY", "YE", "SA", "EG", "LY") else name
            name = re.sub(r"(?<=a)h$", "", name) if country in ("SY", "IQ") and len(name) > 5 else name
            weight = weight_of(population)
            for name in english.get((fold(name), country), [name]):
                name = name.replace("'", "") if country in ("RU", "UA", "BY", "KZ") else name
                if (fold(name), country) in taken or (fold(name), country) in capitals:
                    continue
                kind = doubtful(name, weight)
                if kind:
                    rows.append([name, country, kind, str(weight), "geonames"])
    # The same name twice in one country: the bigger town.
    best = {}
    for row in rows:
        key = (fold(row[0]), row[1])
        if key not in best or int(row[3]) > int(best[key][3]):
            best[key] = row
    own = {(fold(r[0]), r[1]) for r in Table("places.tsv").read().own()}
    with open(os.path.join(folder, "admin2Codes.txt"), encoding="utf-8") as handle:
        for line in handle:
            code, name = line.split("\t")[:2]
            country, admin1 = code.split(".")[:2]
            if country not in DISTRICTS or (country == "IN" and admin1 not in INDIA_ADMIN1):
                continue
            name = re.sub(r"^'|'$", "", plain(name).replace(" '", " ")).strip()
            if re.search(r"Mudir|Mahaliyy|Mintaq|Sha'b|Nahiy|Qada|Urban|Municipal|Shahrestan| wa ", name):
                continue
            name = re.sub(r"^(Shahrestan-e|Shahrestan-i|Nahiyat|Nahiyat al|Qada'|Markaz|Mintaqat|Cercle de|Cercle d'|Departement de|Departement d'|Province du|Province de la|Province de l'|Province de|Province d'|District of) ?", "", name)
            name = re.sub(r" (District|Agency|Tehsil|Division|County|Department|Cercle|Province|Governorate|Woluswali|Degmada|City)$", "", name)
            name = re.sub(r"^Degmada ", "", name)
            if not is_ascii(name) or re.search(r"[()/\d,]", name) or not name[:1].isupper():
                continue
            key = (fold(name), country)
            if key in own or key in taken or key in best or doubtful(name, 1) != "city":
                continue
            best[key] = [name, country, "district", "1", "geonames"]
    refresh("places.tsv", [row for key, row in sorted(best.items()) if key not in own], lambda row: (fold(row[0]), row[1], row[2]))


# ---------------------------------------------------------------------------------------------- armed groups, agencies

SMALL = set("of the for and in on at to by with from al el ul us ur un wal wa bin ibn de del la las los le les du des et e i y und der".split())
ISO3 = dict(zip("""AFG ALB DZA AGO ARG ARM AUS AUT AZE BHR BGD BEL BEN BTN BOL BIH BRA BGR BFA BDI KHM CMR CAN CAF TCD CHL CHN COL COG COD
        CRI CIV HRV CUB CYP CZE DNK DJI DOM ECU EGY SLV ERI EST ETH FIN FRA GAB GMB GEO DEU GHA GRC GTM GIN GNB HTI HND HUN IND IDN IRN
        IRQ IRL ISR ITA JPN JOR KAZ KEN KWT KGZ LAO LBN LBR LBY MKD MDG MYS MLI MRT MEX MMR MOZ NPL NLD NIC NER NGA NOR PAK PSE PAN PRY
        PER PHL POL PRT RUS RWA SAU SEN SRB SLE SOM ZAF SSD ESP LKA SDN SWE CHE SYR TWN TJK TZA THA TUN TUR UGA UKR GBR USA URY UZB VEN
        VNM YEM ZWE""".split(), """AF AL DZ AO AR AM AU AT AZ BH BD BE BJ BT BO BA BR BG BF BI KH CM CA CF TD CL CN CO CG CD CR CI HR CU CY CZ
        DK DJ DO EC EG SV ER EE ET FI FR GA GM GE DE GH GR GT GN GW HT HN HU IN ID IR IQ IE IL IT JP JO KZ KE KW KG LA LB LR LY MK MG MY ML
        MR MX MM MZ NP NL NI NE NG NO PK PS PA PY PE PH PL PT RU RW SA SN RS SL SO ZA SS ES LK SD SE CH SY TW TJ TZ TH TN TR UG UA GB US UY
        UZ VE VN YE ZW""".split()))


def title_case(text):
    """LIBERATION_FRONT_OF_X -> Liberation Front of X"""
    parts = re.split(r"([\s-]+)", text)
    out = []
    for index, part in enumerate(parts):
        low = part.lower()
        out.append(low if index and low in SMALL else written(part) if part.isupper() else part)
    return "".join(out)


def misp_groups(folder):
    import json
    with open(os.path.join(folder, "misp", "terrorist-groups.json"), encoding="utf-8") as handle:
        values = json.load(handle)["values"]
    for value in values:
        names = [value["value"]]
        summary = value["meta"].get("summary", "")
        for part in re.split(r"[,;]| and (?=[A-Z])", re.sub(r"\. *$", "", summary)):
            part = re.sub(r"^(also known as|known as|and|or|the|The) ", "", part.strip())
            names.append(part)
        yield names, "", "misp"


def misp_hackers(folder):
    """Hacker groups with a country and many references: their main name, and names such as APT28."""
    import json
    with open(os.path.join(folder, "misp", "threat-actor.json"), encoding="utf-8") as handle:
        values = json.load(handle)["values"]
    for value in values:
        meta = value.get("meta", {})
        if len(meta.get("refs", [])) < 10 or not re.fullmatch("[A-Z]{2}", meta.get("country", "")):
            continue
        names = [value["value"]] + [s for s in meta.get("synonyms", []) if re.fullmatch(r"(APT|FIN|UNC|TA) ?-?\d+|[A-Z][a-z]+ (Panda|Bear|Kitten|Spider|Typhoon|Blizzard|Sandstorm|Sleet)", s)]
        yield names, meta["country"], "misp"


def phoenix_groups(folder):
    names, block = [], None
    with open(os.path.join(folder, "phoenix", "Phoenix.MilNonState.actors.txt"), encoding="utf-8", errors="replace") as handle:
        for line in handle:
            line = line.split("#")[0].rstrip()
            if not line:
                continue
            head = line.lstrip("+").split("[")[0].replace("_", " ").strip()
            if line.startswith("+"):
                names.append(head)
            elif head:
                if block:
                    yield names, block, "phoenix"
                code = re.search(r"\[([A-Z]{3})", line)
                names, block = [head], ISO3.get(code.group(1), "-") if code else "-"
        if block:
            yield names, block, "phoenix"


ARMED = re.compile(r"front|army|brigade|liberation|movement|force|jihad|mujahid|martyr|revolution|resistance|command|guerr|militia|islam|"
                   r"tiger|commando|separat|people's|peoples|group|cell|organi[sz]ation|lashkar|jaish|jaysh|harakat|harkat|hizb|ansar|jund|"
                   r"tehr|liwa|katib|cartel|gang|mafia|patriot|nationalist|insurg|guard|squad|frente|ejercito|fuerza|movimiento|comando|"
                   r"front de|kommando|brigad|union|alliance|taliban|qaeda|qaida|state|freedom|communist|maoist|party|legion|league|nuclei|"
                   r"network|council|volunteer", re.I)


def tidy(name, words):
    """A name as printed, the acronym in its brackets, or None when it is no use as a name."""
    name = re.sub(r"\s+", " ", name.replace("_", " ")).strip(" .,;:'\"-")
    name = plain(re.sub(r"\s*[\[\"].*$", "", name))
    acronym = ""
    bracket = re.search(r"\s*\(([^)]*)\)?", name)
    if bracket:
        inside = bracket.group(1).strip()
        if re.fullmatch(r"[A-Z][A-Za-z0-9-]{1,6}", inside) and sum(c.isupper() for c in inside) >= 2:
            acronym = inside
        name = (name[: bracket.start()] + name[bracket.end():]).strip()
    name = re.sub(r"^(THE|The|the) ", "", name)
    if name.isupper() and (" " in name or re.fullmatch("[A-Z'-]{7,}", name)):
        name = title_case(name)
    name = re.sub(r"^al(?=[ -])", "Al", name)
    name = re.sub(r"\s*-\s+|\s+-\s*", " - ", name).strip(" -,")
    tokens = fold(name).replace("'", " ").split()
    if not is_ascii(name) or re.search(r"[+/:\"?()%]|\.\.", name) or len(name) < 3 or len(tokens) > 9 or not tokens:
        return None, acronym
    ordinary = all(t in words.lemmas or t.rstrip("s") in words.lemmas or t in SMALL for t in tokens)
    if ordinary and (len(tokens) < 3 or not name[0].isupper()):
        return None, acronym
    if re.fullmatch(r"[A-Z]{2,4}-?\d+", name):
        return name, acronym
    if len(tokens) == 1 and (name.isupper() or words.known(name.rstrip("s")) or len(name) < 6 or not name[0].isupper()):
        return None, acronym if acronym else (name if re.fullmatch("[A-Z]{3,6}", name) else "")
    if re.search(r"\d(st|nd|rd|th)", name, re.I):
        name = re.sub(r"\d(st|nd|rd|th)", lambda m: m.group().lower(), name, flags=re.I)
    return name, acronym


def squeeze(name):
    """Anti-Communist, Anticommunist and Self-Defence, Self-Defense alike."""
    return re.sub(r"[ ']", "", fold(name)).replace("defence", "defense").replace("organis", "organiz").replace("centre", "center")


def build_armed_groups(folder, words):
    table = Table("armed_groups.tsv").read()
    known, facts = {}, {}
    elsewhere = {fold(row[0]) for name in ("organizations.tsv", "countries.tsv") for row in Table(name).read().own()}
    for row in table.own():
        known.setdefault(fold(row[0]), row[1])
        known.setdefault(squeeze(row[0]), row[1])
        if row[2] == "name":
            facts[row[1]] = (row[3], row[4])
    rows = []
    for source in (misp_groups, misp_hackers, phoenix_groups):
        for names, country, key in source(folder):
            cleaned, acronyms = [], []
            for index, name in enumerate(names):
                name, acronym = tidy(name, words)
                if name and key == "phoenix" and not ARMED.search(name):
                    name = None         # leaders and places stand among the aliases
                if name and fold(name) not in elsewhere and fold(name) not in {fold(n) for n in cleaned}:
                    cleaned.append(name)
                elif index == 0 and not name:
                    break
                if re.fullmatch(r"[A-Z][A-Za-z0-9-]{2,6}", acronym or "") and index == 0:
                    acronyms.append(acronym)
            if not cleaned:
                continue
            canonical = next((known[k] for n in cleaned for k in (fold(n), squeeze(n)) if k in known), None)
            if canonical is None:
                if key == "phoenix" and country == "-":
                    continue
                canonical = cleaned[0]
                facts[canonical] = (country.strip("-"), "")
                known[fold(canonical)] = known[squeeze(canonical)] = canonical
                rows.append([canonical, canonical, "name", *facts[canonical], key])
            if re.match("Islamic State|Al-Qaeda|Afghan Taliban|.*Irish Rep|Kahane", canonical):
                continue                # ours are better: these sources mix a movement with its branches
            for name in cleaned + acronyms:
                if fold(name) in known or fold(name) in elsewhere:
                    continue
                known[fold(name)] = canonical
                rows.append([name, canonical, "acronym" if name in acronyms else "alias", *facts[canonical], key])
    refresh("armed_groups.tsv", rows, lambda row: (fold(row[0]), row[1]))


def build_organizations(folder, words):
    """Intelligence agencies: English or local name, and the acronym that the description puts in brackets."""
    import json
    with open(os.path.join(folder, "misp", "intelligence-agencies.json"), encoding="utf-8") as handle:
        values = json.load(handle)["values"]
    known = {}
    for row in Table("organizations.tsv").read().own():
        for country in row[4].split(","):
            known.setdefault((fold(row[0]), country), row[1])
    shared = collections.Counter(fold(re.sub(r" \(.*", "", value["value"])) for value in values)
    rows = []
    for value in values:
        meta = value.get("meta", {})
        country = meta.get("country", "")
        if not re.fullmatch("[A-Z]{2}", country):
            continue
        name = re.sub(r"^[a-z]{2}:|\s*\(.*", "", plain(value["value"]))
        name = name[:1].upper() + name[1:]
        if not is_ascii(name) or len(name.split()) > 8 or re.match("Ministry|Department of|Border Guard$", name):
            continue
        canonical = next((known[k] for k in ((fold(name), c) for c in (country, "")) if k in known), None)
        if canonical is None:
            canonical = name if shared[fold(name)] == 1 else "%s (%s)" % (name, plain(meta.get("country_name", country)))
            rows.append([canonical, canonical, "name", "SPY", country, "misp"])
        extra = [name] + [re.sub(r"^[a-z]{2}:", "", plain(s)) for s in meta.get("synonyms", [])]
        spelled = " ".join(extra + [plain(value.get("description", ""))]).upper()
        found = re.search(r"\(([A-Z][A-Za-z/-]{1,8})\)", plain(value.get("description", "")))
        # An acronym counts when some name given spells it: its letters in their order, each at the start of a word.
        if found and re.search(r"\b" + r"\w*\W+(?:\w+\W+)*?".join(re.sub("[^A-Z]", "", found.group(1).upper())), spelled):
            extra.append(found.group(1))
        for text in extra:
            if is_ascii(text) and text != canonical and 2 < len(text) < 70 and not re.search(r"[():;/]", text):
                if words.known(text) and not text.isupper():
                    continue
                rows.append([text, canonical, "acronym" if re.fullmatch(r"[A-Z][A-Za-z-]{1,8}", text) and text[1].isupper() else "alias", "SPY", country, "misp"])
    refresh("organizations.tsv", rows, lambda row: (fold(row[0]), row[1]))


# ---------------------------------------------------------------------------------------------- names that are words too

def build_english_common(folder, words):
    """One-word names and acronyms of the other tables that English also uses as words: FAR, Reading, Rose, Sale."""
    rows = {}
    # A state or a people is meant more often than the thing of that name, but for these.
    meant = {fold(row[0]) for name in ("countries", "peoples") for row in Table(name + ".tsv").read().rows if row[2] != "acronym"}
    meant -= {"turkey", "polish", "pole", "brit", "ewe", "fur"}
    for name in ("countries", "subdivisions", "places", "armed_groups", "organizations", "programmes", "peoples", "given_names", "surnames"):
        for row in Table(name + ".tsv").read().rows:
            key = fold(row[0])
            if re.fullmatch("[a-z]{2,}", key) and key not in meant and (words.common(key) or key in words.FUNCTION):
                rows[key] = [key, "own" if key in words.FUNCTION else "wordnet"]
    refresh("english_common.tsv", [row for row in rows.values()], lambda row: row[0])


BUILDERS = {
    "subdivisions": build_subdivisions,
    "given_names": build_given_names,
    "surnames": build_surnames,
    "leaders": build_leaders,
    "places": build_places,
    "armed_groups": build_armed_groups,
    "organizations": build_organizations,
    "english_common": build_english_common,
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
