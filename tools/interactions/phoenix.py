#!/usr/bin/env python3
"""Derives the verb tables of core/facts/interactions from the PETRARCH2 verb dictionary.

usage: phoenix.py CAMEO.2.0.txt OUTDIR

Source: openeventdata/petrarch2, petrarch2/data/dictionaries/CAMEO.2.0.txt (MIT licence, Open Event Data Alliance 2015).
CAMEO codes are folded to PLOVER types (PLOVER codebook, appendix on CAMEO). A block is a set of verbs that share a default type
and patterns; a pattern is a set of conditions on the verb's arguments:

  o:treaty   a word of the object (or particle, or complement)    o:&treaty   any word of a class (classes.tsv)
  p:with     has that preposition        p:with:leader   ... with that word in its noun group
  s:&military   a word of the subject

Comments, usage notes and example sentences of the dictionary are not taken over.
"""
import os, re, sys

ROOT = {"02": "request", "03": "agree", "04": "consult", "05": "support", "06": "cooperate", "07": "aid", "08": "concede", "09": "accuse",
        "10": "request", "11": "accuse", "12": "reject", "13": "threaten", "14": "protest", "15": "mobilize", "16": "sanction", "17": "coerce",
        "18": "assault", "19": "assault", "20": "assault"}
SPECIAL = {"084": "retreat", "085": "retreat", "086": "retreat", "087": "retreat", "163": "coerce", "175": "assault", "191": "coerce", "192": "coerce"}
PREPOSITIONS = set("to with for of in on at by from against into over under between about as upon after before behind near toward towards through "
                   "during within without across among around along off out up down aside forward back away".split())


def plover(code):
    """'[036:036]' -> ('agree', '='), '[:173]' -> ('coerce', '-'), '[010]' -> ('none', '')"""
    first, _, second = code.strip("[]").partition(":")
    first, second = first.strip(), second.strip()
    mark = "=" if first and second and second[:2] == first[:2] else "-" if not first and second else ""
    c = first or second
    if not re.fullmatch(r"\d+", c):
        return "none", ""
    return SPECIAL.get(c[:3]) or ROOT.get(c[:2]) or "none", mark


def singular(word):
    w = word.strip().strip("_").lower().replace("_", " ")
    if len(w) > 4 and w.endswith("ies"):
        return w[:-3] + "y"
    if len(w) > 4 and re.search(r"(ss|x|ch|sh)es$", w):
        return w[:-2]
    if len(w) > 3 and w.endswith("s") and not w.endswith(("ss", "us", "is")):
        return w[:-1]
    return w


def conditions(text, place):
    """The words of one side of '*' as conditions; None where they cannot be said in this form."""
    out = []
    for group in re.findall(r"\([^)]*\)|\{[^}]*\}|\S+", text):
        inner = group.strip("(){}").replace("{", " ").replace("}", " ")
        words = [w for w in inner.split() if w not in ("$", "+", "^", "%", "~", "*")]
        if not words:
            continue
        if group.startswith("("):
            prepositions = words[0].lower().split("/")
            rest = [w for w in words[1:]]
            if not all(p in PREPOSITIONS for p in prepositions):
                return None
            if len(prepositions) > 1:
                return None
            head = rest[-1] if rest else None
            out.append("p:" + prepositions[0] + (":" + name(head) if head else ""))
        else:
            for w in words:
                if w.lower() in PREPOSITIONS:
                    out.append("p:" + w.lower())
                elif w.startswith("&") or re.fullmatch(r"[A-Z][A-Z_'-]*", w):
                    out.append(place + ":" + name(w))
                else:
                    return None
    return out


def name(word):
    return "&" + word[1:].lower().strip("_") if word.startswith("&") else singular(word)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    lines = open(sys.argv[1], encoding="latin-1").read().split("\n")
    classes, verbs, defaults, patterns = {}, {}, {}, {}
    current = block = None
    for raw in lines:
        line = raw.split("#")[0].strip()
        if line.startswith("&"):
            current = line[1:].lower().strip("_")
            classes[current] = set()
            block = None
        elif line.startswith("---"):
            m = re.match(r"---\s*(\S+)\s*\[([^\]]*)\]", line)
            block = m.group(1).strip("_").lower()
            defaults[block] = plover(m.group(2))
            current = None
        elif line.startswith("+") and current and block is None:
            classes[current].add(singular(line[1:].split()[0]))
        elif line.startswith("-") and block:
            m = re.match(r"-\s*(.*?)\*(.*?)\[([^\]]*)\]", line)
            if not m:
                continue
            before, after = conditions(m.group(1), "s"), conditions(m.group(2), "o")
            if before is None or after is None or not before + after:
                continue
            typ, mark = plover(m.group(3))
            key = (block, " ".join(sorted(set(before + after))))
            patterns.setdefault(key, (typ, mark))
        elif line and block:
            word = re.sub(r"\{.*", "", line).split()
            if not word:
                continue
            w = word[0]
            if w.startswith("+"):
                parts = w[1:].strip("_").lower().split("_")
                if len(parts) == 2 and parts[1] in PREPOSITIONS:
                    verbs.setdefault((parts[0], parts[1]), block)
            elif re.fullmatch(r"[A-Z][A-Z-]*_?", w):
                verbs.setdefault((w.lower().strip("_"), ""), block)
    used = {b for b in defaults if defaults[b][0] != "none" or any(k[0] == b and v[0] != "none" for k, v in patterns.items())}
    head = "# Made by tools/interactions/phoenix.py; edit own.tsv instead.\n# phoenix = PETRARCH2 verb dictionary CAMEO.2.0, MIT, github.com/openeventdata/petrarch2\n"

    def write(file, header, rows):
        with open(os.path.join(sys.argv[2], file), "w", encoding="utf-8", newline="\n") as f:
            f.write(head + header + "\tsource\n" + "".join("\t".join(r) + "\tphoenix\n" for r in sorted(set(rows))))
    write("blocks.tsv", "block\ttype\tmark", [(b, *defaults[b]) for b in used])
    write("verbs.tsv", "lemma\tparticle\tblock", [(v, p, b) for (v, p), b in verbs.items() if b in used])
    write("patterns.tsv", "block\tneeds\ttype\tmark", [(b, n, t, m) for (b, n), (t, m) in patterns.items() if b in used and (t, m) != defaults[b]])
    needed = {w[1:] for (b, n), _ in patterns.items() for c in n.split() for w in [c.rsplit(":", 1)[-1]] if w.startswith("&")}
    write("classes.tsv", "class\tword", [(c, w) for c in needed if c in classes for w in classes[c] if w and "_" not in w and " " not in w])


main()
