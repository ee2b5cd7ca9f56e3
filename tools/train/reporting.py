#!/usr/bin/env python3
"""Writes sentences of security reporting with their trees, as CoNLL-U, for training beside the treebanks.

usage: reporting.py COUNT > reporting.conllu

The treebanks hold a score of "killed"; the articles that people paste hold little else. Every sentence is put together here from
a grammar and word lists of our own: nobody's text. Deterministic: the same count gives the same file.
"""
import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent


R = Random(20240311)


class Node:
    """A word with its dependents before and after it, in order."""

    def __init__(self, form, tag, xpos, relation="root", left=(), right=(), glued=False):
        self.form, self.tag, self.xpos, self.relation, self.glued = form, tag, xpos, relation, glued
        self.left, self.right = list(left), list(right)

    def as_(self, relation):
        self.relation = relation
        return self

    def words(self):
        out = []
        for n in self.left:
            out += n.words()
        out.append(self)
        for n in self.right:
            out += n.words()
        return out


def N(form, tag, xpos, relation, *left, right=(), glued=False):
    return Node(form, tag, xpos, relation, left, right, glued)


def adp(word):
    return N(word, "ADP", "IN", "case")


def det(word):
    return N(word, "DET", "DT", "det")


def punct(mark, glued=True):
    return N(mark, "PUNCT", {"-": "HYPH"}.get(mark, mark), "punct", glued=glued)


# verb: base, present -s, past, participle, gerund
def forms(base, past=None, participle=None, gerund=None, third=None):
    if past is None:
        past = base + "d" if base.endswith("e") else (base[:-1] + "ied" if base[-1] == "y" and base[-2] not in "aeiou" else base + "ed")
    gerund = gerund or ((base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing")
    third = third or (base + "es" if base.endswith(("s", "sh", "ch", "x")) else (base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeiou" else base + "s"))
    return base, third, past, participle or past, gerund


HARM = [forms(*v.split()) for v in (
    "kill", "kill", "kill", "kill", "wound", "injure", "attack", "ambush", "arrest", "detain", "abduct", "kidnap kidnapped kidnapped kidnapping", "execute", "target",
    "shoot shot shot", "behead", "capture", "rescue", "massacre", "murder", "assassinate", "torture", "free", "hang", "beat beat beaten beating", "displace", "nab nabbed nabbed nabbing")]
DAMAGE = [forms(*v.split()) for v in (
    "attack", "attack", "storm", "raid", "bomb", "shell", "destroy", "target", "damage", "torch", "burn", "seize", "hit hit hit hitting", "strike struck struck striking", "besiege", "hijack", "ambush",
    "loot", "capture", "surround", "overrun overran overrun overrunning", "rob robbed robbed robbing")]
STATE = [forms(*v.split()) for v in ("condemn", "blame", "accuse", "criticise", "urge", "warn", "sanction", "support", "reject", "thank", "sue")]
PEOPLE = "soldiers troops militants insurgents rebels gunmen police-officers policemen civilians villagers terrorists fighters protesters worshippers passengers pilgrims guards workers teachers officers students journalists officials suspects people women children men extremists separatists bandits assailants guerrillas smugglers hostages refugees commandos rangers paramilitaries miners engineers labourers labourers clerics judges".split()
PERSON = "soldier policeman gunman militant rebel commander civilian bomber insurgent terrorist official officer journalist teacher villager cleric leader guard man woman child judge lawyer activist tribesman motorcyclist driver".split()
ACTS = "attack raid bombing blast explosion ambush operation clash airstrike shootout assault siege shelling strike offensive encounter shooting crackdown explosion incident attack".split()
PLACES = "Karachi Quetta Peshawar Kabul Kandahar Mosul Baghdad Aleppo Mogadishu Maiduguri Swat Dir Balochistan Punjab Kashmir Srinagar Gaza Hebron Donetsk Kharkiv Goma Bamako Gao Timbuktu Khost Helmand Borno Kano Lahore Multan Zhob Bannu Hangu Turbat Gwadar Sinai Idlib Raqqa Kunduz Manila Jolo Basilan Cabo-Delgado Tripoli Benghazi Marib Aden Sanaa Dhaka Colombo Istanbul Ankara Diyarbakir Nairobi Garissa".split()
COUNTRIES = "Pakistan Afghanistan Iraq Syria Iran India Turkey Somalia Nigeria Mali Yemen Libya Egypt Israel Lebanon Ukraine Russia China Kenya Niger Chad Sudan Ethiopia Bangladesh Colombia Mexico France Burkina-Faso Sri-Lanka Saudi-Arabia".split()
NATIONS = "Pakistani Afghan Iraqi Syrian Iranian Indian Turkish Somali Nigerian Malian Yemeni Libyan Egyptian Israeli Lebanese Ukrainian Russian Chinese Kenyan French British American Saudi Kurdish Baloch".split()
GROUPS = "Taliban TTP BLA ISIS Daesh al~Qaeda al~Shabaab Boko-Haram Islamic-State Tehrik~i~Taliban-Pakistan Lashkar~e~Jhangvi Lashkar~e~Taiba Jaish~e~Mohammed Hezbollah Hamas PKK FARC ISWAP JNIM Jamaat~ul~Ahrar Haqqani-Network Baloch-Liberation-Army ISIL Ansarullah".split()
TARGETS = "convoy checkpoint church mosque school hospital market bus train patrol base camp village vehicle truck headquarters outpost building house station bridge pipeline airport embassy shrine hotel office compound post barracks depot prison court".split()
WEAPONS = "suicide car roadside truck bomb grenade drone rocket mortar gun IED missile".split()
ADJECTIVES = "armed unidentified suspected masked senior local heavily-armed innocent foreign security unknown wanted several".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
SAYERS = "police officials witnesses authorities residents analysts".split()
SPEAKERS = "spokesman official minister commander spokesperson officer governor mayor chief".split()
TOPICS = "intelligence information data expertise weapons equipment".split()
GIVEN = "Ahmed Imran Sarfraz Abdul Mohammad John Anna Hassan Fatima Yusuf Omar Ali Ibrahim Asim Mohsin Rana Nadia David".split()
FAMILY = "Khan Malik Hussain Naqvi Bugti Mehsud Rehman Karimi Yilmaz Smith Abubakar Musa Diallo Haidari Noor Sharif Singh Cohen Petrov".split()
TITLES = "General Minister President Colonel Commander Maulana Sheikh Inspector".split()
NUMBERS = "two three four five six seven eight nine ten 11 12 13 15 17 20 23 25 30 32 36 40 45 57 120 200 1,200".split()


def name(text, relation="nsubj", kind="PROPN"):
    """A name: parts after the first are flat; ~ is a hyphen, - a space."""
    head = None
    for space_part in text.split("-"):
        for i, part in enumerate(space_part.split("~")):
            if i:
                head.right.append(N("-", "PUNCT", "HYPH", "punct", glued=True))
            node = N(part, kind, "NNP", "flat", glued=bool(i))
            if head is None:
                head = node
            else:
                head.right.append(node)
    return head.as_(relation)


def compound_name(text, relation="nsubj"):
    """Two words of which the last is the head: Islamic State, Baloch Liberation Army."""
    parts = text.split("-")
    return Node(parts[-1], "PROPN", "NNP", relation, [N(p, "PROPN", "NNP", "compound") for p in parts[:-1]])


def group(relation="nsubj"):
    g = R.pick(GROUPS)
    node = name(g, relation) if "~" in g or "-" not in g else compound_name(g, relation)
    if R.chance(35) and "~" not in g:
        node.left.insert(0, det("the"))
    if R.chance(15):
        acronym = "".join(p[0] for p in g.replace("~", "-").split("-"))
        if len(acronym) > 1:
            node.right.append(N(acronym, "PROPN", "NNP", "appos", N("(", "PUNCT", "-LRB-", "punct"), right=[N(")", "PUNCT", "-RRB-", "punct", glued=True)], glued=True))
    return node


def country(relation="nmod"):
    return name(R.pick(COUNTRIES), relation)


def number(relation="nummod"):
    node = N(R.pick(NUMBERS), "NUM", "CD", relation)
    roll = R.below(100)
    if roll < 12:
        node.left.append(N("least", "ADJ", "JJS", "nmod", adp("at")))
    elif roll < 20:
        node.left.append(N(R.pick(["more", "fewer"]), "ADJ", "JJR", "advmod", right=[N("than", "ADP", "IN", "fixed")]))
    elif roll < 26:
        node.left.append(N(R.pick(["about", "nearly", "over", "around", "some"]), "ADV", "RB", "advmod"))
    return node


def people(relation="nsubj", counted=None):
    word = R.pick(PEOPLE)
    parts = word.split("-")
    node = N(parts[-1], "NOUN", "NNS", relation)
    if len(parts) > 1:
        node.left.append(N(parts[0], "NOUN", "NN", "compound"))
    roll = R.below(100)
    if roll < 15:
        node.left.insert(0, N(R.pick(NATIONS), "ADJ", "JJ", "amod"))
    elif roll < 28:
        a = R.pick(ADJECTIVES[:-1]).split("-")
        node.left.insert(0, N(a[-1], "ADJ", "JJ", "amod", *[N(w, "ADV", "RB", "advmod") for w in a[:-1]]) if a[0] != "security" else N("security", "NOUN", "NN", "compound"))
    if counted is None:
        counted = R.chance(45)
    if counted:
        node.left.insert(0, number())
    elif R.chance(25):
        node.left.insert(0, det(R.pick(["the", "the", "some", "other"])) if R.chance(80) else N("several", "ADJ", "JJ", "amod"))
    if R.chance(8):
        node.right.append(N(R.pick(PLACES), "PROPN", "NNP", "nmod", adp("from")))
    if R.chance(8):
        other = N(R.pick(PEOPLE).split("-")[-1], "NOUN", "NNS", "conj", N("and", "CCONJ", "CC", "cc"))
        if R.chance(50):
            other.left.append(number())
        node.right.append(other)
    return node


def person(relation="nsubj"):
    if R.chance(45):
        node = N(R.pick(PERSON), "NOUN", "NN", relation, det(R.pick(["a", "a", "the", "another", "one"])))
        if R.chance(20):
            node.left.append(N(R.pick(["senior", "suspected", "local", "top", "female", "former"]), "ADJ", "JJ", "amod"))
        elif R.chance(15):
            node.left.append(N(R.pick(["suicide", "army", "police", "security", "rebel"]), "NOUN", "NN", "compound"))
        return node
    node = N(R.pick(GIVEN), "PROPN", "NNP", relation, right=[N(R.pick(FAMILY), "PROPN", "NNP", "flat")])
    roll = R.below(100)
    if roll < 25:
        node.left.append(N(R.pick(TITLES), "PROPN", "NNP", "compound"))
    elif roll < 45:
        title = N(R.pick(SPEAKERS), "NOUN", "NN", "appos", punct(","), det("a") if R.chance(50) else det("the"))
        if R.chance(50):
            title.left.append(N(R.pick(["police", "army", "government", "military", "interior", "security"]), "NOUN", "NN", "compound"))
        title.right.append(punct(","))
        node.right.append(title)
    return node


def actor(relation="nsubj"):
    roll = R.below(100)
    if roll < 40:
        return people(relation)
    if roll < 60:
        return group(relation)
    if roll < 80:
        return person(relation)
    if roll < 90:
        return N(R.pick(["police", "army", "troops", "forces", "rangers", "military"]), "NOUN", "NNS" if R.chance(60) else "NN", relation,
                 *([N(R.pick(NATIONS), "ADJ", "JJ", "amod")] if R.chance(50) else [det("the")]))
    return N(R.pick(["army", "forces", "police", "military"]), "NOUN", "NN", relation, N(R.pick(COUNTRIES).split("-")[0], "PROPN", "NNP", "nmod:poss", right=[N("'s", "PART", "POS", "case", glued=True)]))


def target(relation="obj"):
    node = N(R.pick(TARGETS), "NOUN", "NN", relation, det(R.pick(["a", "a", "the", "an"])))
    roll = R.below(100)
    if roll < 25:
        node.left.append(N(R.pick(["police", "army", "military", "security", "government", "border", "power", "gas", "passenger", "NATO"]), "NOUN", "NN", "compound"))
    elif roll < 35:
        node.left.append(N(R.pick(NATIONS), "ADJ", "JJ", "amod"))
    if R.chance(25):
        node.right.append(place("nmod"))
    return node


def place(relation="obl"):
    roll = R.below(100)
    preposition = adp(R.pick(["in", "in", "in", "near", "at", "outside"]))
    if roll < 45:
        node = name(R.pick(PLACES), relation)
        node.left.insert(0, preposition)
        if R.chance(25):
            node.right.append(N(R.pick(["province", "district"]), "NOUN", "NN", "appos", punct(",")) if False else N(R.pick(COUNTRIES).split("-")[0], "PROPN", "NNP", "appos", punct(",")))
        return node
    if roll < 75:
        node = N(R.pick(["province", "district", "area", "region", "city", "town", "border", "village", "capital", "market", "neighbourhood"]), "NOUN", "NN", relation, preposition, det("the"))
        if R.chance(60):
            node.left.append(N(R.pick(PLACES).split("-")[0], "PROPN", "NNP", "compound"))
        else:
            node.left.append(N(R.pick(["northern", "southern", "eastern", "western", "northwestern", "restive", "central", "remote"]), "ADJ", "JJ", "amod"))
        if R.chance(30):
            node.right.append(N(R.pick(COUNTRIES).split("-")[0], "PROPN", "NNP", "nmod", adp("of")))
        return node
    node = country(relation)
    node.left.insert(0, adp("in"))
    if R.chance(50):
        node.left.append(N(R.pick(["northern", "southern", "eastern", "western", "northwestern"]), "ADJ", "JJ", "amod"))
    return node


def time(relation="obl"):
    roll = R.below(100)
    if roll < 45:
        return N(R.pick(DAYS), "PROPN", "NNP", relation, adp("on"))
    if roll < 60:
        return N(R.pick(MONTHS), "PROPN", "NNP", relation, adp("on"), right=[N(str(1 + R.below(30)), "NUM", "CD", "nmod:unmarked")] + ([punct(","), N(str(1990 + R.below(36)), "NUM", "CD", "nmod:unmarked")] if R.chance(30) else []))
    if roll < 70:
        return N(R.pick(MONTHS), "PROPN", "NNP", relation, adp("in"), right=[N(str(1990 + R.below(36)), "NUM", "CD", "nmod:unmarked")])
    if roll < 80:
        return N(R.pick(["week", "month", "year"]), "NOUN", "NN", "obl:unmarked" if relation == "obl" else relation, N("last", "ADJ", "JJ", "amod"))
    if roll < 88:
        return N(R.pick(["yesterday", "today"]), "NOUN", "NN", "obl:unmarked" if relation == "obl" else relation)
    return N(str(1990 + R.below(36)), "NUM", "CD", relation, adp("in"))


def act(relation="obl", preposition="in"):
    node = N(R.pick(ACTS), "NOUN", "NN", relation, *([adp(preposition)] if preposition else []), det(R.pick(["a", "the", "the", "an"])))
    roll = R.below(100)
    if roll < 20:
        node.left.append(N(R.pick(WEAPONS), "NOUN", "NN", "compound"))
    elif roll < 30:
        node.left.append(N(R.pick(["deadly", "joint", "military", "terrorist", "fierce", "recent", "separate"]), "ADJ", "JJ", "amod"))
    if R.chance(25):
        node.right.append(N(R.pick(TARGETS), "NOUN", "NN", "nmod", adp("on"), det("a")))
    if R.chance(15):
        node.right.append(place("nmod"))
    return node


def circumstances():
    out = []
    if R.chance(40):
        out.append(act("obl", R.pick(["in", "in", "during", "after"])))
    if R.chance(50):
        out.append(place())
    if R.chance(45):
        out.append(time())
    return out


def verb(v, form, relation="root"):
    index = {"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}[form]
    return N(v[index], "VERB", form, relation)


def participial():
    """, killing 12 people and wounding 30"""
    node = verb(R.pick(HARM[:7]), "VBG", "advcl")
    node.left.append(punct(","))
    node.right.append(people("obj", True) if R.chance(75) else number("obj"))
    if R.chance(40):
        other = verb(R.pick(HARM[4:6]), "VBG", "conj")
        other.left.append(N("and", "CCONJ", "CC", "cc"))
        other.right.append(people("obj", True) if R.chance(30) else number("obj"))
        if R.chance(30):
            other.right.append(N("others", "NOUN", "NNS", "obj") if other.right[-1].tag == "VERB" else other.right.pop())
        node.right.append(other)
    return node


def active(relation="root", form="VBD"):
    harm = R.chance(55)
    node = verb(R.pick(HARM if harm else DAMAGE), form, relation)
    node.left.append(actor("nsubj"))
    if form == "VBD" and R.chance(10):
        node.left.append(N(R.pick(["also", "reportedly", "later", "allegedly"]), "ADV", "RB", "advmod"))
    node.right.append((people("obj") if R.chance(70) else person("obj")) if harm else target("obj"))
    node.right += circumstances()
    if not harm and R.chance(30):
        node.right.append(participial())
    if R.chance(12):
        other = verb(R.pick(DAMAGE if R.chance(50) else HARM), form, "conj")
        other.left.append(N("and", "CCONJ", "CC", "cc"))
        other.right.append(people("obj"))
        node.right.append(other)
    return node


def passive(relation="root"):
    harm = R.chance(75)
    node = verb(R.pick(HARM if harm else DAMAGE), "VBN", relation)
    subject = (people("nsubj:pass") if R.chance(75) else person("nsubj:pass")) if harm else target("nsubj:pass")
    if subject.xpos == "NNS" and R.chance(10):
        subject = number("nsubj:pass")
    plural = subject.xpos in ("NNS", "CD")
    node.left.append(subject)
    roll = R.below(100)
    if roll < 60:
        node.left.append(N("were" if plural else "was", "AUX", "VBD", "aux:pass"))
    elif roll < 75:
        node.left += [N("have" if plural else "has", "AUX", "VBP" if plural else "VBZ", "aux"), N("been", "AUX", "VBN", "aux:pass")]
    elif roll < 85:
        node.left += [N("had", "AUX", "VBD", "aux"), N("been", "AUX", "VBN", "aux:pass")]
    elif roll < 93:
        node.left += [N(R.pick(["could", "may", "will", "would"]), "AUX", "MD", "aux"), N("be", "AUX", "VB", "aux:pass")]
    else:
        node.left += [N("are" if plural else "is", "AUX", "VBP" if plural else "VBZ", "aux"), N("being", "AUX", "VBG", "aux:pass")]
    if R.chance(25):
        other = verb(R.pick(HARM), "VBN", "conj")
        other.left.append(N("and", "CCONJ", "CC", "cc"))
        if R.chance(60):
            other.left.append(number("nsubj:pass"))
            if R.chance(40):
                other.left[-1] = N("others", "NOUN", "NNS", "nsubj:pass", number())
        node.right.append(other)
    if R.chance(35):
        by = actor("obl:agent")
        by.left.insert(0, adp("by"))
        node.right.append(by)
    node.right += circumstances()
    if R.chance(15):
        when = R.pick([lambda: verb(R.pick(DAMAGE), "VBD", "advcl"), lambda: N("exploded", "VERB", "VBD", "advcl"), lambda: N("opened", "VERB", "VBD", "advcl")])()
        if when.form == "exploded":
            when.left = [N(R.pick(["when", "after"]), "ADV" if R.chance(50) else "SCONJ", "WRB", "advmod"), N("bomb", "NOUN", "NN", "nsubj", det("a"))]
        elif when.form == "opened":
            when.left = [N("when", "ADV", "WRB", "advmod"), people("nsubj")]
            when.right = [N("fire", "NOUN", "NN", "obj"), N(R.pick(TARGETS), "NOUN", "NN", "obl", adp("on"), det("a"))]
        else:
            when.left = [N("when", "ADV", "WRB", "advmod"), actor("nsubj")]
            when.right = [target("obj")]
        node.right.append(when)
    return node


def reduced():
    """Militants killed in the raid had fled."""
    subject = people("nsubj")
    clause = verb(R.pick(HARM), "VBN", "acl")
    clause.right.append(act("obl", R.pick(["in", "during"])) if R.chance(70) else place())
    subject.right = [clause]
    roll = R.below(3)
    if roll == 0:
        node = N(R.pick(["belonged", "fled", "died", "surrendered", "escaped"]), "VERB", "VBD", "root", subject)
        node.right += [place()]
    elif roll == 1:
        node = N(R.pick(["members", "foreigners", "civilians", "militants"]), "NOUN", "NNS", "root", subject.as_("nsubj"), N("were", "AUX", "VBD", "cop"))
        if R.chance(60):
            g = group("nmod")
            g.left.insert(0, adp("of"))
            node.right.append(g)
    else:
        node = verb(R.pick(HARM), "VBN", "root")
        subject.relation = "nsubj:pass"
        node.left += [subject, N("were", "AUX", "VBD", "aux:pass")]
        node.right.append(time())
    return node


def relative():
    subject = actor("nsubj")
    if subject.right:
        subject.right = [n for n in subject.right if n.relation == "flat" or n.relation == "punct"]
    v = verb(R.pick(HARM + DAMAGE), "VBD", "acl:relcl")
    v.left.append(N("who", "PRON", "WP", "nsubj"))
    v.right.append(people("obj") if R.chance(50) else target("obj"))
    subject.right.append(v)
    node = N(R.pick(["fled", "escaped", "surrendered", "died"]), "VERB", "VBD", "root", subject)
    node.right += circumstances() or [place()]
    return node


def bomber():
    roll = R.below(4)
    if roll == 0:
        node = N("blew", "VERB", "VBD", "root", N("bomber", "NOUN", "NN", "nsubj", det("a"), N("suicide", "NOUN", "NN", "compound")))
        node.right += [N("himself", "PRON", "PRP", "obj"), N("up", "ADP", "RP", "compound:prt"), N(R.pick(TARGETS), "NOUN", "NN", "obl", adp(R.pick(["near", "outside", "at", "inside"])), det("a"))]
    elif roll == 1:
        node = N(R.pick(["detonated", "set"]), "VERB", "VBD", "root", actor("nsubj"))
        node.right.append(N(R.pick(["vest", "bomb", "device", "explosives"]), "NOUN", "NN", "obj", det("a"), N(R.pick(["explosive", "powerful", "roadside"]), "ADJ", "JJ", "amod")))
        if node.form == "set":
            node.right.insert(0, N("off", "ADP", "RP", "compound:prt"))
        node.right += circumstances()
    elif roll == 2:
        node = N(R.pick(["exploded", "detonated", "went"]), "VERB", "VBD", "root", N(R.pick(["bomb", "device", "IED", "mine"]), "NOUN", "NN", "nsubj", det("a"), N(R.pick(["roadside", "car"]), "NOUN", "NN", "compound")))
        if node.form == "went":
            node.right.append(N("off", "ADP", "RP", "compound:prt"))
        node.right.append(place())
    else:
        node = N(R.pick(["opened"]), "VERB", "VBD", "root", people("nsubj"))
        node.right += [N("fire", "NOUN", "NN", "obj"), N(R.pick(TARGETS), "NOUN", "NN", "obl", adp("on"), det("a"))]
        node.right += circumstances()
    if R.chance(55):
        node.right.append(participial())
    return node


def claimed():
    node = N(R.pick(["claimed", "claimed", "denied"]), "VERB", "VBD", "root", group("nsubj"))
    if R.chance(25):
        node = N("claimed", "VERB", "VBN", "root", group("nsubj"), N("has", "AUX", "VBZ", "aux"))
    node.right.append(N("responsibility", "NOUN", "NN", "obj", right=[act("nmod", "for")]))
    return node


def bare(node):
    """A headline's noun group: without its articles, mostly."""
    node.left = [n for n in node.left if n.relation != "det" or R.chance(20)]
    return node


def force(relation):
    """Pakistan police, security forces, Iraqi army, US drone"""
    roll = R.below(100)
    if roll < 40:
        node = N(R.pick(["police", "troops", "forces", "army", "military", "soldiers", "jets", "commandos"]), "NOUN", "NNS", relation)
        node.xpos = "NN" if node.form in ("army", "military") else "NNS"
        if R.chance(70):
            node.left.append(N(R.pick(COUNTRIES).split("-")[0], "PROPN", "NNP", "compound") if R.chance(50) else N(R.pick(NATIONS), "ADJ", "JJ", "amod"))
        if R.chance(20):
            node.left.append(N("security", "NOUN", "NN", "compound"))
        return node
    if roll < 60:
        return group(relation)
    return bare(people(relation))


def counted(relation):
    """three Al Qaeda militants, 12 police, five"""
    if R.chance(25):
        return number(relation)
    node = bare(people(relation, True))
    if R.chance(35):
        node.left.append(compound_name(R.pick([g for g in GROUPS if "~" not in g]), "compound"))
    return node


def headline():
    roll = R.below(8)
    if roll <= 1:
        subject = force("nsubj")
        node = verb(R.pick(HARM + DAMAGE), "VBZ" if subject.xpos in ("NN", "NNP") else "VBP", "root")
        node.left.append(subject)
        node.right.append(counted("obj") if R.chance(75) else bare(target("obj")))
        node.right += [bare(n) for n in circumstances()[:2]]
    elif roll <= 3:
        node = verb(R.pick(HARM[:9]), "VBN", "root")
        node.left.append(counted("nsubj:pass"))
        if R.chance(25):
            other = verb(R.pick(HARM[4:7]), "VBN", "conj")
            other.left += [punct(","), number("nsubj:pass")]
            node.right.append(other)
        node.right += [bare(act("obl", "in")), place()]
    elif roll == 4:
        node = verb(R.pick(HARM[:6]), "VBZ", "root")
        node.left.append(N(R.pick(ACTS), "NOUN", "NN", "nsubj", N(R.pick(WEAPONS), "NOUN", "NN", "compound")))
        node.right += [counted("obj"), place()]
        if R.chance(30):
            node.right.append(participial())
    elif roll == 5:
        node = verb(R.pick(DAMAGE), "VBP", "root")
        node.left.append(N(R.pick(PEOPLE).split("-")[-1], "NOUN", "NNS", "nsubj"))
        node.right.append(N(R.pick(TARGETS), "NOUN", "NN", "obj"))
        node.right.append(place())
    elif roll == 6:
        node = N("dead", "ADJ", "JJ", "root", counted("nsubj"))
        node.right += [N(R.pick(ACTS), "NOUN", "NN", "obl", adp(R.pick(["in", "after"])), N(R.pick(WEAPONS), "NOUN", "NN", "compound")), place()]
    else:
        node = N("toll", "NOUN", "NN", "nsubj", N("death", "NOUN", "NN", "compound"), right=[act("nmod", R.pick(["from", "in"]))])
        node = N(R.pick(["rises", "climbs", "reaches"]), "VERB", "VBZ", "root", node)
        node.right.append(N(R.pick(NUMBERS[9:]), "NUM", "CD", "obl", adp("to")))
    return node, R.chance(10)


def cooperation():
    roll = R.below(6)
    both = country("nsubj")
    both.right.append(N(R.pick(COUNTRIES).split("-")[0], "PROPN", "NNP", "conj", N("and", "CCONJ", "CC", "cc")))
    if roll <= 1:
        inner = N(R.pick(["share", "exchange", "expand", "strengthen", "sign", "deepen", "hold", "establish"]), "VERB", "VB", "xcomp", N("to", "PART", "TO", "mark"))
        inner.right.append(N(R.pick(TOPICS + ["cooperation", "ties", "talks", "patrols", "exercises"]), "NOUN", "NN", "obj", *([N(R.pick(["joint", "military", "bilateral", "regional"]), "ADJ", "JJ", "amod")] if R.chance(50) else [])))
        if R.chance(30):
            c = country("obl")
            c.left.insert(0, adp(R.pick(["with", "against"])))
            inner.right.append(c)
        return N(R.pick(["agreed", "agreed", "pledged", "vowed", "decided"]), "VERB", "VBD", "root", both, right=[inner] + ([time()] if R.chance(40) else []))
    if roll == 2:
        node = N(R.pick(["signed", "held", "discussed", "launched", "conducted", "resumed"]), "VERB", "VBD", "root", both)
        node.right.append(N(R.pick(["agreement", "talks", "exercise", "operation", "treaty", "cooperation"]), "NOUN", "NN", "obj", *([N(R.pick(["joint", "military", "defence", "bilateral", "counter-terrorism"]), "ADJ", "JJ", "amod")] if R.chance(70) else [det("a")])))
        node.right += circumstances()
        return node
    if roll == 3:
        v = N(R.pick(["share", "stop", "act", "negotiate", "withdraw", "cooperate", "disarm"]), "VERB", "VB", "xcomp", N("to", "PART", "TO", "mark"))
        if v.form in ("share", "stop"):
            v.right.append(N(R.pick(TOPICS + ["attacks", "raids"]), "NOUN", "NN", "obj"))
        node = N(R.pick(["urged", "asked", "told", "called"]), "VERB", "VBD", "root", person("nsubj"))
        c = country("obj")
        if node.form == "called":
            c.relation = "obl"
            c.left.insert(0, adp("on"))
        node.right += [c, v]
        return node
    if roll == 4:
        node = N(R.pick(["share", "strengthen", "expand", "build", "improve", "adopt"]), "VERB", "VB", "root", both, N(R.pick(["should", "must", "will", "would", "could"]), "AUX", "MD", "aux"))
        if R.chance(20):
            node.left.append(N("not", "PART", "RB", "advmod"))
        node.right.append(N(R.pick(TOPICS + ["trust", "ties", "capacity", "mechanisms"]), "NOUN", "NN", "obj"))
        return node
    node = verb(R.pick(STATE), "VBD", "root")
    node.left.append(country("nsubj") if R.chance(50) else person("nsubj"))
    node.right.append(country("obj") if R.chance(40) else act("obj", None))
    node.right += [time()] if R.chance(30) else []
    if node.form in ("accused", "blamed") :
        node.right = [country("obj"), N("supporting", "VERB", "VBG", "advcl", N("of", "SCONJ", "IN", "mark"), right=[N(R.pick(PEOPLE).split("-")[-1], "NOUN", "NNS", "obj")]) if node.form == "accused" else act("obl", "for")]
    return node


def subject_relative(noun):
    """... who fled the town / that was attacked / they had captured"""
    roll = R.below(4)
    who = N(R.pick(["who", "who", "that"]) if noun.xpos in ("NNS", "NNP") else R.pick(["that", "which", "who"]), "PRON", "WP" if R.chance(50) else "WDT", "nsubj")
    if roll < 2:
        v = verb(R.pick(HARM + DAMAGE + FLIGHT), "VBD", "acl:relcl")
        v.left.append(who)
        if v.form in [f[2] for f in FLIGHT]:
            v.right.append(N(R.pick(["town", "village", "area", "camp", "city", "region"]), "NOUN", "NN", "obj" if v.form in ("fled", "left", "entered", "reached", "crossed") else "obl", *([] if v.form in ("fled", "left", "entered", "reached", "crossed") else [adp("from")]), det("the")))
        else:
            v.right.append(people("obj") if R.chance(50) else target("obj"))
    elif roll == 2:
        v = verb(R.pick(HARM), "VBN", "acl:relcl")
        who.relation = "nsubj:pass"
        v.left += [who, N("were" if noun.xpos == "NNS" else "was", "AUX", "VBD", "aux:pass")]
        v.right += circumstances()[:1]
    else:
        v = verb(R.pick(HARM + DAMAGE), "VBN", "acl:relcl")
        who.relation = "nsubj"
        v.left += [who, N("have" if noun.xpos == "NNS" else "has", "AUX", "VBP" if noun.xpos == "NNS" else "VBZ", "aux")]
        v.right.append(people("obj"))
    return v


FLIGHT = [forms(*v.split()) for v in ("flee fled fled fleeing", "leave left left leaving", "enter", "escape", "reach", "cross", "withdraw withdrew withdrawn withdrawing", "retreat")]
THINGS = "road bridge river valley school crisis water ransom plan law deal report border trade aid talks ceasefire agreement treaty election curfew investigation trust war peace mistrust threat danger risk".split()


def plain_np(relation, many=None):
    """the armies, both countries, two officers, a statement"""
    many = R.chance(50) if many is None else many
    if many:
        node = N(R.pick("countries armies sides governments leaders neighbours ministers elders villagers states parties families officials kidnappers guards envoys".split()), "NOUN", "NNS", relation)
        roll = R.below(100)
        if roll < 35:
            node.left.append(det("the"))
        elif roll < 55:
            node.left.append(det("both"))
        elif roll < 75:
            node.left += [det("the"), N("two", "NUM", "CD", "nummod")]
        return node
    node = N(R.pick("government army president minister court council envoy embassy governor company state convoy device raid deal road report storm opposition agency city".split()), "NOUN", "NN", relation, det(R.pick(["the", "the", "a"])))
    if R.chance(20):
        node.left.append(N(R.pick(NATIONS), "ADJ", "JJ", "amod"))
    return node


def thing(relation):
    node = N(R.pick(THINGS), "NOUN", "NN", relation, *([det("the")] if R.chance(70) else []))
    node.xpos = "NNS" if node.form == "talks" else "NN"
    if R.chance(25):
        node.right.append(N(R.pick(["river", "border", "villages", "war", "state", "region"]), "NOUN", "NN", "nmod", adp("of"), det("the")))
    return node


PLAIN = [forms(*v.split()) for v in ("repair", "share", "protect", "demand", "leave left left leaving", "hamper", "threaten", "reopen", "open", "rebuild rebuilt rebuilt rebuilding", "sign", "reject", "continue", "hinder", "undermine", "block", "strengthen", "ensure", "need", "seek sought sought seeking", "reach", "begin began begun beginning", "lift", "extend", "fund", "end", "halt", "deny", "support", "help", "build built built building", "impose", "approve", "discuss", "cut cut cut cutting", "visit", "meet met met meeting")]


def plain():
    """Clauses about anything, with a modal or without."""
    many = R.chance(50)
    subject = plain_np("nsubj", many) if R.chance(60) else (country("nsubj") if R.chance(50) else thing("nsubj"))
    plural = subject.xpos == "NNS"
    roll = R.below(100)
    if roll < 35:
        node = verb(R.pick(PLAIN), "VBD")
        node.left.append(subject)
    elif roll < 55:
        node = verb(R.pick(PLAIN), "VBP" if plural else "VBZ")
        node.left.append(subject)
    elif roll < 85:
        node = verb(R.pick(PLAIN), "VB")
        node.left += [subject, N(R.pick(["must", "should", "may", "will", "would", "can", "could", "might"]), "AUX", "MD", "aux")]
        if R.chance(15):
            node.left.append(N("not", "PART", "RB", "advmod"))
    else:
        inner = verb(R.pick(PLAIN), "VB", "xcomp")
        inner.left.append(N("to", "PART", "TO", "mark"))
        inner.right.append(thing("obj"))
        node = N(R.pick(["needs", "has", "wants", "refuses"]) if not plural else R.pick(["need", "have", "want", "refuse"]), "VERB", "VBP" if plural else "VBZ", "root", subject, right=[inner])
        return node
    node.right.append(thing("obj") if R.chance(60) else plain_np("obj"))
    if R.chance(25):
        node.right.append(N(R.pick(["winter", "dawn", "night", "sunset", "noon", "midnight"]), "NOUN", "NN", "obl", adp(R.pick(["before", "at", "after", "until"]))))
    return node


def noun_event():
    """Talks between X and Y began. The killing of five soldiers drew protests."""
    roll = R.below(5)
    if roll == 0:
        a = country("nmod")
        a.left.insert(0, adp("between"))
        a.right.append(N(R.pick(COUNTRIES).split("-")[0], "PROPN", "NNP", "conj", N("and", "CCONJ", "CC", "cc")))
        noun = N(R.pick(["talks", "talks", "trust", "cooperation", "negotiations", "tensions", "fighting", "clashes", "relations"]), "NOUN", "NN", "nsubj", right=[a])
        noun.xpos = "NNS" if noun.form.endswith("s") else "NN"
        node = N(R.pick(["began", "resumed", "ended", "collapsed", "failed", "continued", "broke"]), "VERB", "VBD", "root", noun)
        if node.form == "broke":
            node.right.append(N(R.pick(["down", "out"]), "ADP", "RP", "compound:prt"))
        node.right.append(time())
        return node
    if roll == 1:
        victims = people("nmod")
        victims.left.insert(0, adp("of"))
        noun = N(R.pick(["killing", "abduction", "arrest", "murder", "kidnapping", "release", "execution", "deaths", "torture"]), "NOUN", "NN", "nsubj", det("the"), right=[victims])
        if R.chance(40):
            by = actor("nmod")
            by.left.insert(0, adp("by"))
            noun.right.append(by)
        node = N(R.pick(["sparked", "drew", "triggered", "followed", "prompted"]), "VERB", "VBD", "root", noun)
        node.right.append(N(R.pick(["protests", "condemnation", "outrage", "clashes", "criticism"]), "NOUN", "NNS", "obj"))
        return node
    if roll == 2:
        a = act("nsubj", None)
        if R.chance(50):
            a.right.append(subject_relative(a))
            node = N(R.pick(["happened", "occurred", "ended"]), "VERB", "VBD", "root", a)
            node.right += [time()]
        else:
            node = N(R.pick(["killed", "wounded", "injured", "left", "took"]), "VERB", "VBD", "root", a)
            if node.form == "took":
                node.right += [N("place", "NOUN", "NN", "obj"), place()]
            elif node.form == "left":
                dead = number("obj")
                node.right += [dead, N(R.pick(["dead", "injured", "wounded"]), "ADJ", "JJ", "xcomp")]
            else:
                node.right += [people("obj", True)] + circumstances()[-1:]
        return node
    if roll == 3:
        node = N(R.pick(["attacks", "incidents", "raids", "clashes", "bombings", "deaths", "casualties"]), "NOUN", "NNS", "nsubj", number())
        verb_ = N("were", "VERB", "VBD", "root", N("there", "PRON", "EX", "expl"), right=[node, place(), time()])
        return verb_
    g = group("nsubj")
    node = N(R.pick(["threat", "ally", "group", "member", "faction"]), "NOUN", "NN", "root", g, N(R.pick(["is", "was", "remains"]), "AUX", "VBZ", "cop"), det("a"))
    if R.chance(60):
        c = country("nmod")
        c.left.insert(0, adp(R.pick(["to", "of", "in"])))
        node.right.append(c)
    return node


def with_relative():
    """Militants who fled the town were killed by troops."""
    node = passive() if R.chance(60) else active()
    subjects = [n for n in node.left if n.relation in ("nsubj", "nsubj:pass") and n.tag == "NOUN"]
    if subjects and not subjects[0].right:
        subjects[0].right.append(subject_relative(subjects[0]))
    return node


def including():
    """At least 12 people, including three children, were killed."""
    node = passive()
    subject = [n for n in node.left if n.relation == "nsubj:pass"][0]
    if not subject.right:
        part = N(R.pick(["children", "women", "officers", "civilians", "foreigners"]), "NOUN", "NNS", "nmod", punct(","), N("including", "VERB", "VBG", "case"), number(), right=[punct(",")])
        subject.right.append(part)
    return node


def arrested():
    node = N(R.pick(["arrested", "detained", "held", "charged", "jailed", "convicted", "sentenced"]), "VERB", "VBN", "root", people("nsubj:pass"), N("were", "AUX", "VBD", "aux:pass"))
    roll = R.below(3)
    if roll == 0:
        c = N("connection", "NOUN", "NN", "obl", adp("in"), right=[act("nmod", "with")])
        node.right.append(c)
    elif roll == 1:
        node.right.append(N("charges", "NOUN", "NNS", "obl", adp("on"), right=[N(R.pick(["terrorism", "murder", "treason", "smuggling"]), "NOUN", "NN", "nmod", adp("of"))]))
    else:
        inner = N(R.pick(["planning", "plotting", "financing", "supporting"]), "VERB", "VBG", "advcl", N("for", "SCONJ", "IN", "mark"))
        inner.right.append(act("obj", None))
        node.right.append(inner)
    return node


def urged():
    inner = verb(R.pick(PLAIN + HARM + FLIGHT), "VB", "xcomp")
    inner.left.append(N("to", "PART", "TO", "mark"))
    inner.right.append(thing("obj"))
    node = N(R.pick(["urged", "asked", "told", "ordered", "pressed", "forced", "allowed", "helped"]), "VERB", "VBD", "root", plain_np("nsubj") if R.chance(70) else person("nsubj"))
    if R.chance(30):
        node = N(R.pick(["vowed", "threatened", "pledged", "refused", "planned", "tried", "began", "promised", "continued", "failed"]), "VERB", "VBD", "root", plain_np("nsubj") if R.chance(50) else actor("nsubj"), right=[inner])
        return node
    node.right += [plain_np("obj") if R.chance(70) else country("obj"), inner]
    return node


def quoted():
    inner = plain()
    inner.relation = "ccomp"
    inner.left.insert(0, N('"', "PUNCT", "``", "punct"))
    if R.chance(50):
        inner.left[1:2] = [N(R.pick(["We", "They"]), "PRON", "PRP", inner.left[1].relation)]
    inner.left[1].glued = True
    first = inner.left[1].words()[0]
    first.glued = True
    node = N("said", "VERB", "VBD", "root")
    inner.right += [punct(","), N('"', "PUNCT", "''", "punct", glued=True)]
    speaker = plain_np("nsubj") if R.chance(50) else person("nsubj")
    if R.chance(30):
        node.left.append(inner)
        node.right.append(speaker)
    else:
        node.left += [inner, speaker]
    if R.chance(40):
        node.right.append(N(R.pick(DAYS), "PROPN", "NNP", "obl", adp("on")))
    return node


def said(inner):
    inner.relation = "ccomp"
    roll = R.below(4)
    speaker = N(R.pick(SAYERS), "NOUN", "NNS", "nsubj") if R.chance(50) else person("nsubj")
    node = N(R.pick(["said", "said", "said", "reported", "announced", "confirmed", "claimed", "added"]), "VERB", "VBD", "root")
    if roll == 0:  # Police said that ...
        node.left.append(speaker)
        if R.chance(60):
            inner.left.insert(0, N("that", "SCONJ", "IN", "mark"))
        node.right.append(inner)
    elif roll == 1:  # ..., police said
        node.left += [inner, punct(","), speaker]
        if R.chance(40):
            node.right.append(N(R.pick(DAYS), "PROPN", "NNP", "obl", adp("on")))
    elif roll == 2:
        node.left.append(speaker)
        node.right += [N(R.pick(DAYS), "PROPN", "NNP", "obl", adp("on")), inner]
        inner.left.insert(0, N("that", "SCONJ", "IN", "mark"))
    else:
        inner.relation = "root"
        inner.right += [punct(","), N("according", "VERB", "VBG", "case", right=[N("to", "ADP", "IN", "fixed")])]
        to = N(R.pick(SAYERS), "NOUN", "NNS", "obl", inner.right.pop())
        inner.right.append(to)
        return inner
    return node


def sentence():
    kinds = [(15, active), (14, passive), (4, reduced), (3, relative), (7, with_relative), (4, including), (8, bomber), (4, claimed), (11, cooperation), (12, plain), (8, noun_event),
             (4, arrested), (5, urged), (4, quoted)]
    if R.chance(12):
        return headline()
    roll = R.below(sum(share for share, _ in kinds))
    for share, make in kinds:
        if roll < share:
            node = make()
            break
        roll -= share
    if make is quoted:
        return node, True
    if R.chance(22):
        node = said(node)
    elif R.chance(8) and node.left:
        lead = time()
        if lead.relation == "obl":
            node.left[0:0] = [lead, punct(",")]
    return node, True


def write(node, stop, number_of):
    if stop:
        node.right.append(punct("."))
    words = node.words()
    ids = {id(w): i + 1 for i, w in enumerate(words)}
    heads = {}

    def visit(n):
        for d in n.left + n.right:
            heads[id(d)] = ids[id(n)]
            visit(d)

    visit(node)
    # A hyphen in a name hangs on what follows it, as in the treebanks.
    first = words[0]
    if first.form[0].islower():
        first.form = first.form[0].upper() + first.form[1:]
    out = []
    for i, w in enumerate(words):
        if i + 1 < len(words) and w.form in ("a", "A", "an", "An"):
            vowel = words[i + 1].form[0].lower() in "aeio" and not words[i + 1].form.startswith("one")
            w.form = ("A" if w.form[0] == "A" else "a") + ("n" if vowel else "")
        features = "Number=Plur" if w.xpos == "NNS" else ("Degree=Cmp" if w.xpos == "JJR" else ("Degree=Sup" if w.xpos == "JJS" else "_"))
        head = heads.get(id(w), 0)
        if w.form == "-" and i + 1 < len(words):
            head = i + 2
        glue = i + 1 < len(words) and (words[i + 1].glued or w.form == "(")
        out.append("\t".join([str(i + 1), w.form, w.form.lower(), w.tag, w.xpos, features, str(head), w.relation, "_", "SpaceAfter=No" if glue else "_"]))
    if number_of % 20 == 0:
        print(f"# newdoc id = reporting-{number_of // 20}")
    print(f"# sent_id = reporting-{number_of}")
    print("\n".join(out) + "\n")


for i in range(int(sys.argv[1])):
    write(*sentence(), i)
