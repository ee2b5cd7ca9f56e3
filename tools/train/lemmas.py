#!/usr/bin/env python3
"""Learns core/language/lexicons/lemmas.tsv: endings of inflected words and what they become.

usage: lemmas.py WORDNET_DIR TRAIN.conllu... > core/language/lexicons/lemmas.tsv

From WordNet 3.0 (its lemmas inflected by the rules of spelling, its exception lists) and from the lemmas of UD training files, a
decision list: an ending gets a row where its most frequent change differs from what the shorter ending says; a whole word (^word)
gets one where the endings fail it and it is irregular or was seen. Only words and endings come out, no text.
"""
import collections
import os
import re
import sys

FORMS = {"VBD": "past", "VBN": "participle", "VBG": "gerund", "VBZ": "present", "VBP": "present", "NNS": "plural",
         "JJR": "comparative", "RBR": "comparative", "JJS": "superlative", "RBS": "superlative"}

# Verbs of security reporting that the endings fail and the treebanks do not show: their forms get rows of their own.
FIELD = ("blockade", "contravene", "embargo", "entreat", "exile", "extradite", "lambast", "riot", "torpedo", "veto")

# Verbs in -o that take -es; nouns in -o WordNet lists itself, where they are irregular.
OES = ("echo", "embargo", "forgo", "torpedo", "undergo", "veto")


def words_of(wordnet, part):
    counts = collections.Counter()
    with open(os.path.join(wordnet, "cntlist.rev"), encoding="latin-1") as f:
        number = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
        for line in f:
            key, _, count = line.split()
            lemma, rest = key.split("%")
            if number[rest[0]] == part:
                counts[lemma] += int(count)
    words = {}
    with open(os.path.join(wordnet, "index." + part), encoding="latin-1") as f:
        for line in f:
            if line.startswith(" "):
                continue
            word = line.split(" ", 1)[0]
            if re.fullmatch(r"[a-z]+", word) and len(word) > 1:
                words[word] = counts[word]
    return words


def exceptions(wordnet, part):
    out = collections.defaultdict(list)
    with open(os.path.join(wordnet, part + ".exc"), encoding="latin-1") as f:
        for line in f:
            form, *lemmas = line.split()
            for lemma in lemmas[:1]:
                if re.fullmatch(r"[a-z]+", form) and re.fullmatch(r"[a-z]+", lemma):
                    out[lemma].append(form)
    return out


def s_form(word):
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) or word in OES else "s")


def stem(word, ending):  # "ed", "ing", "er", "est"
    if word.endswith("e") and not (ending == "ing" and re.search(r"(ee|oe|ye)$", word)):
        return word + ending[1:] if ending[0] == "e" else word[:-1] + ending
    if re.search(r"[^aeiou]y$", word) and ending != "ing":
        return word[:-1] + "i" + ending
    return word + ending


def main():
    wordnet, files = sys.argv[1], sys.argv[2:]
    pairs = collections.defaultdict(collections.Counter)  # form -> (word, lemma) -> weight
    irregular = set()
    verbs, nouns, adjectives = words_of(wordnet, "verb"), words_of(wordnet, "noun"), words_of(wordnet, "adj")
    verb_exceptions, noun_exceptions, adj_exceptions = (exceptions(wordnet, p) for p in ("verb", "noun", "adj"))
    for verb, count in verbs.items():
        weight = 1 + count + (verb in FIELD)
        pairs["present"][s_form(verb), verb] += weight
        pairs["present"][verb, verb] += weight
        if verb in OES:
            irregular.add(("present", s_form(verb)))
        found = verb_exceptions.get(verb, [])
        gerunds = [w for w in found if w.endswith("ing")] or [stem(verb, "ing")]
        pasts = [w for w in found if not w.endswith("ing") and not w.endswith("s")] or [stem(verb, "ed")]
        for w in gerunds:
            pairs["gerund"][w, verb] += weight
            if verb in FIELD:
                irregular.add(("gerund", w))
        for w in pasts:
            for form in ("past", "participle"):
                pairs[form][w, verb] += weight
                if not w.endswith("ed") or verb in FIELD:
                    irregular.add((form, w))
    for noun, count in nouns.items():
        found = [w for w in noun_exceptions.get(noun, []) if w != noun]
        for w in found or [s_form(noun)]:
            pairs["plural"][w, noun] += 1 + count
            if found and count:
                irregular.add(("plural", w))
    for adjective, count in adjectives.items():
        if len(adjective) > 6 and count == 0:
            continue
        found = adj_exceptions.get(adjective, [])
        for form, ending in (("comparative", "er"), ("superlative", "est")):
            for w in [w for w in found if w.endswith(ending[-1])] or [stem(adjective, ending)]:
                pairs[form][w, adjective] += 1 + count
    known = {form: {word for word, _ in pairs[form]} for form in pairs}
    for file in files:
        with open(file, encoding="utf-8") as f:
            for line in f:
                cells = line.rstrip("\n").split("\t")
                if len(cells) != 10 or cells[4] not in FORMS or cells[3] not in ("VERB", "AUX", "NOUN", "ADJ", "ADV"):
                    continue
                word, lemma = cells[1].lower().replace("’", "'"), cells[2].lower().replace("’", "'")
                if not re.fullmatch(r"['a-z]+", word) or not re.fullmatch(r"['a-z]+", lemma) or "CorrectForm" in cells[9] or "Typo=Yes" in cells[5]:
                    continue
                form = FORMS[cells[4]]
                if word in known.get(form, ()) and (word, lemma) not in pairs[form]:
                    continue  # WordNet knows the word: UD has slips here
                pairs[form][word, lemma] += 20
                if (word, lemma) and not re.search(r"(ed|ing|s|er|est)$", word):
                    irregular.add((form, word))
    print("# Endings and their lemmas: the longest ending of the word that stands here for its form wins; ^ is the whole word.")
    print("# Strip so many bytes, add the rest. Made by tools/train/lemmas.py from WordNet 3.0 and UD training lemmas; not for editing.")
    print("form\tending\tstrip\tadd\tsource")
    for form in ("past", "participle", "gerund", "present", "plural", "comparative", "superlative"):
        best = {}  # word -> (lemma, weight)
        for (word, lemma), weight in pairs[form].items():
            if word not in best or (weight, lemma) > (best[word][1], best[word][0]):
                best[word] = (lemma, weight)
        by_ending = collections.defaultdict(collections.Counter)
        kinds = collections.defaultdict(collections.Counter)
        for word, (lemma, weight) in best.items():
            common = os.path.commonprefix([word, lemma])
            edit = (len(word) - len(common), lemma[len(common):])
            if len(edit[1]) > 6:
                continue
            for i in range(len(word) + 1):
                by_ending[word[i:]][edit] += min(weight, 200) ** 0.5
                kinds[word[i:]][edit] += 1
            by_ending["^" + word][edit] += weight
            kinds["^" + word][edit] += 1
        rows = {}
        for ending in sorted(by_ending, key=lambda e: (len(e), e)):
            edit, weight = max(by_ending[ending].items(), key=lambda x: (x[1], x[0]))
            shorter = next((rows[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in rows), None)
            if edit == shorter or (shorter is None and edit == (0, "")):
                continue
            if ending.startswith("^"):
                if best[ending[1:]][1] < 3 and (form, ending[1:]) not in irregular:
                    continue
                if (form, ending[1:]) in irregular and best[ending[1:]][1] < 2:
                    continue
            elif kinds[ending][edit] < 3 or len(ending) > 6:
                continue
            if edit[0] > len(ending.lstrip("^")):
                continue
            rows[ending] = edit
        if form in ("comparative", "superlative"):  # whole words only where UD or the exceptions have them
            rows = {e: r for e, r in rows.items() if not e.startswith("^") or (form, e[1:]) in irregular or best[e[1:]][1] >= 20}
        for ending, (strip, add) in sorted(rows.items()):
            print(f"{form}\t{ending}\t{strip}\t{add}\twordnet, ud-english")


main()
