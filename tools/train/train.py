#!/usr/bin/env python3
"""From the treebanks to the weights: one command.

usage: train.py KHABAR_TRAIN EWT GUM OUT

KHABAR_TRAIN  the trainer (cmake -DKHABAR_TRAIN=ON; build/native/tools/train/khabar_train)
EWT, GUM      checkouts of UniversalDependencies/UD_English-EWT and UD_English-GUM
OUT           where the weights go: core/language/models

Training splits only. Of GUM the genres whose texts may be shared and changed: CC BY, CC BY-SA or public domain (GUM's LICENSE.txt);
fiction, how-to, letters, essays, podcasts (CC BY-NC-SA), conversations and Reddit are left out; news, interviews, lives and speeches count twice. Beside them 4,000 sentences of
reporting of our own making (reporting.py).
"""
import os
import subprocess
import sys
import tempfile

TWICE = ("news", "interview", "bio", "speech")  # nearest to what will be read
GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage", "vlog")


def documents(path):
    """The documents of a CoNLL-U file, with their ids."""
    name, lines = None, []
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("# newdoc id"):
                if name:
                    yield name, "".join(lines)
                name, lines = line.split("=", 1)[1].strip(), []
            lines.append(line)
    if name:
        yield name, "".join(lines)


def training_files(checkout, split):
    """The training split: the file itself, or its documents by the published list where the file is not in the checkout."""
    if os.path.exists(os.path.join(checkout, split)):
        return [os.path.join(checkout, split)]
    lists = os.path.join(checkout, "not-to-release", "file-lists", "files.train")
    with open(lists, encoding="utf-8") as f:
        names = [n for n in f.read().split() if "_reddit_" not in n]
    sources = os.path.join(checkout, "not-to-release", "sources")
    return [os.path.join(sources, n if n.endswith(".conllu") else n + ".conllu") for n in names]


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    trainer, ewt, gum, out = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        data = [os.path.join(folder, name) for name in ("ewt.conllu", "gum.conllu", "again.conllu", "reporting.conllu")]
        with open(data[0], "w", encoding="utf-8") as f:
            for path in training_files(ewt, "en_ewt-ud-train.conllu"):
                f.writelines(text for _, text in documents(path))
        for file, genres in ((data[1], GENRES), (data[2], TWICE)):
            with open(file, "w", encoding="utf-8") as f:
                for path in training_files(gum, "en_gum-ud-train.conllu"):
                    f.writelines(text for name, text in documents(path) if name.split("_")[1] in genres)
        with open(data[3], "w", encoding="utf-8") as f:
            subprocess.run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "reporting.py"), "4000"], stdout=f, check=True)
        subprocess.run([trainer, out, *data], check=True)


main()
