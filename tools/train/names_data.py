#!/usr/bin/env python3
"""Makes training data for the name model out of openly licensed corpora.

usage: names_data.py gum FILE.conllu ... > NAMES.jsonl           github.com/amir-zeldes/gum, dep/ (annotations CC BY 4.0)
       names_data.py docred LEXICONS FILE.json ... > NAMES.jsonl github.com/tonytan48/Re-DocRED, data/ (MIT; Wikipedia's text, CC BY-SA)
       names_data.py crossner FILE.txt ... > NAMES.jsonl         github.com/zliucr/CrossNER, ner_data/{politics,...} (MIT; Wikipedia's text)
       names_data.py uner FILE.iob2 ... > NAMES.jsonl            github.com/UniversalNER/UNER_English-EWT (CC BY-SA 4.0)

One document a line: {"id", "text", "entities": [{"start", "end", "type"}]}, offsets in code points, types PER, ORG, LOC.
GUM marks whole noun phrases with their kind; a name is what is capitalised in it around its head, without titles. Only its
documents whose texts are free for any use are taken (GUM's LICENSE.txt). LEXICONS is core/mentions/lexicons: words for
nationalities and faiths, which DocRED counts as places and organizations, are no names here.
"""
import json
import re
import sys

FREE = {"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"}
TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
PARTICLES = {"-", "–", "de", "la", "del", "al", "van", "von", "der", "bin"}
INNER = {"of", "the", "and", "&", "for", "-", "–", "de", "la", "del", "al", "'s", "in", "on", "van", "von", "der", "bin"}
TITLES = set("mr mrs ms dr prof professor president senator sir lord lady king queen prince princess judge justice minister general "
             "colonel captain major sergeant pope saint governor mayor secretary chairman rep congressman congresswoman emperor "
             "prime vice chancellor dame father sister brother rev reverend chief director archbishop bishop lieutenant".split())


def documents(path):
    doc, sentences, tokens, opened = None, [], [], {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            doc = line.split("= ")[1]
        elif line.startswith("# newpar"):
            sentences.append(None)
        elif not line:
            if tokens:
                sentences.append(tokens)
            tokens = []
        elif line[0] != "#":
            cells = line.split("\t")
            tokens.append(cells)
    if tokens:
        sentences.append(tokens)
    return doc, sentences


def spans(tokens):
    """(first, last, type, identity) of the entities that open and close within one sentence, in GUM's bracket notation."""
    stack, out = [], []
    for i, (entity, _) in enumerate(tokens):
        for part in re.findall(r"\(\d+-[^()]*\)?|\d+\)", entity):
            if part[0] == "(":
                fields = part.strip("()").split("-")
                stack.append((fields[0], i, fields[1], fields[-1] if len(fields) > 6 else ""))
                if part[-1] == ")":
                    _, first, kind, identity = stack.pop()
                    out.append((first, i, kind, identity))
            else:
                number = part[:-1]
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == number:
                        _, first, kind, identity = stack.pop(k)
                        out.append((first, i, kind, identity))
                        break
    return out


def convert(path):
    doc, sentences = documents(path)
    if doc.split("_")[1] not in FREE:
        return None
    text, entities = "", []
    for sentence in sentences:
        if sentence is None:
            text = text.rstrip(" ") + ("\n\n" if text else "")
            continue
        words, at, skip = [], {}, 0
        for c in sentence:
            if "." in c[0]:
                continue
            misc = c[9]
            entity = re.search(r"Entity=([^|]*)", misc)
            entity = entity.group(1) if entity else ""
            space = "SpaceAfter=No" not in misc
            if "-" in c[0]:
                a, b = map(int, c[0].split("-"))
                skip = b - a + 1
                start = len(text)
                text += c[1] + (" " if space else "")
                multi = start
                continue
            if skip:
                start, end = multi, multi + len(c[1])
                multi = end
                skip -= 1
            else:
                start = len(text)
                end = start + len(c[1])
                text += c[1] + (" " if space else "")
            at[int(c[0])] = len(words)
            words.append({"form": c[1], "pos": c[4], "head": int(c[6]) if c[6].isdigit() else 0, "start": start, "end": end, "entity": entity, "id": int(c[0])})
        if not text.endswith((" ", "\n")):
            text += " "
        found = []
        taken = [False] * len(words)
        for first, last, kind, identity in sorted(spans([(w["entity"], 0) for w in words]), key=lambda s: (s[0] - s[1], s[0])):
            if kind not in TYPES:
                continue
            inside = range(first, last + 1)
            heads = [i for i in inside if at.get(words[i]["head"], -1) not in inside]
            if not heads or not words[heads[0]]["pos"].startswith("NNP"):
                continue
            head = heads[0]
            if kind == "person" and words[head]["pos"] == "NNPS":
                continue
            proper = lambda i: words[i]["pos"].startswith("NNP") or (words[i]["form"][:1].isupper() and words[i]["pos"] in ("JJ", "NN", "NNS", "CD", "FW", "VBG", "VBN"))
            inner = PARTICLES if kind == "person" else INNER
            a = b = head
            while a > first and (proper(a - 1) or (words[a - 1]["form"].lower() in inner and a - 2 >= first and proper(a - 2))):
                a -= 1
            while b < last and (proper(b + 1) or words[b + 1]["pos"] == "CD" and b + 1 == last or (words[b + 1]["form"].lower() in inner and b + 2 <= last and (proper(b + 2) or words[b + 2]["form"].lower() in inner and b + 3 <= last and proper(b + 3)))):
                b += 1
            while a < b and words[a]["form"].lower() in INNER:
                a += 1
            if kind == "person":
                while a < b and words[a]["form"].lower().strip(".") in TITLES:
                    a += 1
                if identity.endswith("people") or words[a]["form"].lower().strip(".") in TITLES:
                    continue
            if any(taken[a : b + 1]):
                continue
            for i in range(a, b + 1):
                taken[i] = True
            found.append((words[a]["start"], words[b]["end"], TYPES[kind]))
        entities += [{"start": s, "end": e, "type": t} for s, e, t in sorted(found)]
    return {"id": doc, "text": text.rstrip(), "entities": entities}


def joined(tokens):
    """The text of the tokens with the blanks that print has, and where each token begins and ends."""
    text, places, quote = "", [], False
    tight = True
    for t in tokens:
        t = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(t, t).strip().replace("\xa0", " ") or "-"
        closing = t in {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "'", "n't", "’s", "-", "–"} or (t == '"' and quote)
        if text and not tight and not closing:
            text += " "
        places.append((len(text), len(text) + len(t)))
        text += t
        tight = t in {"(", "[", "$", "-", "–"} or (t == '"' and not quote)
        if t == '"':
            quote = not quote
    return text, places


def column(path, *kinds):
    rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8") if l.strip() and l[0] != "#"]
    kind = rows[0].index("kind")
    return {r[0].lower() for r in rows[1:] if not kinds or r[kind] in kinds}


def docred(lexicons, paths):
    adjectives = column(lexicons + "/countries.tsv", "demonym", "demonym-plural") | column(lexicons + "/peoples.tsv")
    for path in paths:
        for number, d in enumerate(json.load(open(path, encoding="utf-8"))):
            text, entities = "", []
            marks = {}
            for vertex in d["vertexSet"]:
                for m in vertex:
                    marks.setdefault(m["sent_id"], set()).add((m["pos"][0], m["pos"][1], m["type"]))
            for i, tokens in enumerate(d["sents"]):
                sentence, places = joined(tokens)
                base = len(text)
                text += sentence + " "
                taken = set()
                for a, b, kind in sorted(marks.get(i, ()), key=lambda m: m[0] - m[1]):
                    name = " ".join(tokens[a:b]).lower()
                    if kind not in ("PER", "ORG", "LOC") or name in adjectives or taken & set(range(a, b)):
                        continue
                    taken |= set(range(a, b))
                    entities.append({"start": base + places[a][0], "end": base + places[b - 1][1], "type": kind})
            yield {"id": f"docred-{number}", "text": text.rstrip(), "entities": sorted(entities, key=lambda e: e["start"])}


CROSSNER = {"politician": "PER", "person": "PER", "scientist": "PER", "writer": "PER", "musicalartist": "PER", "researcher": "PER",
            "organisation": "ORG", "politicalparty": "ORG", "university": "ORG", "band": "ORG", "country": "LOC", "location": "LOC"}


def crossner(paths):
    for path in paths:
        for number, block in enumerate(open(path, encoding="utf-8").read().strip().split("\n\n")):
            rows = [l.split("\t") for l in block.split("\n") if "\t" in l]
            text, places = joined([r[0] for r in rows])
            entities, i = [], 0
            while i < len(rows):
                label, j = rows[i][1], i + 1
                while label[0] == "B" and j < len(rows) and rows[j][1] == "I" + label[1:]:
                    j += 1
                if label[2:] in CROSSNER and label[0] == "B":
                    entities.append({"start": places[i][0], "end": places[j - 1][1], "type": CROSSNER[label[2:]]})
                i = j
            yield {"id": f"{path}-{number}", "text": text, "entities": entities}


def uner(paths):
    for path in paths:
        doc, text, entities, sentence, rows = None, "", [], "", []
        for line in [*open(path, encoding="utf-8"), "# newdoc id = \n"]:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if text:
                    yield {"id": doc, "text": text, "entities": entities}
                doc, text, entities = line.split("= ")[1] if "= " in line else "", "", []
            elif line.startswith("# text = "):
                sentence = line[9:]
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                text += "\n" if text else ""
                base, end, going_on = len(text), 0, None
                text += sentence
                for row in rows:
                    start = sentence.index(row[1], end)
                    end = start + len(row[1])
                    place, _, kind = row[2].partition("-")
                    if kind not in ("PER", "ORG", "LOC"):
                        going_on = None
                    elif place == "B":
                        entities.append({"start": base + start, "end": base + end, "type": kind})
                        going_on = kind
                    elif going_on == kind:
                        entities[-1]["end"] = base + end
                rows = []


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("gum", "docred", "crossner", "uner"):
        sys.exit(__doc__)
    if sys.argv[1] == "gum":
        made = (convert(path) for path in sys.argv[2:])
    elif sys.argv[1] == "docred":
        made = docred(sys.argv[2], sys.argv[3:])
    elif sys.argv[1] == "crossner":
        made = crossner(sys.argv[2:])
    else:
        made = uner(sys.argv[2:])
    for document in made:
        if document:
            print(json.dumps(document, ensure_ascii=False))


main()
