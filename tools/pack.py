#!/usr/bin/env python3
"""Packs lexicons, rules and models into one C++ file.

usage: pack.py OUT.cpp ROOT FILE...

Each FILE (below ROOT) becomes reachable as khabar::lexicon::packed("path/below/root"). TSV files lose their comments, their
`source` column and what else the engine does not read (UNREAD), which are for people and for tools/lexicons, and go in column by
column (core/lexicon/table.h reads that), each as its cells or as runs of equal cells, whichever is shorter; the rows of the big lists
of names are grouped by what they say, since alike stands well beside alike, and name their `canonical` by the row above where they
can. A list of one column is sorted, and each cell says how much it shares with the one above. Other files go in as they are. A row
with the wrong number of cells, or with an empty source, stops the build with FILE:LINE.
"""
import os
import sys
import unicodedata

# Columns that the engine does not read; a file of which it reads none.
UNREAD = {
    "mentions/lexicons/given_names.tsv": ("weight",),
    "mentions/lexicons/places.tsv": ("weight",),
    "mentions/lexicons/subdivisions.tsv": ("code",),
    "mentions/lexicons/surnames.tsv": ("weight",),
}
UNREAD_FILES = ("mentions/lexicons/english_common.tsv",)


def grouped(rows, canonical):
    """Rows sorted by all that follows the name, those of one canonical name together and that name itself first. Rows of one name,
    however it is written, keep their order: the first counts."""
    key = lambda row: "".join(c for c in unicodedata.normalize("NFKD", row[0].casefold()) if c.isalnum())
    group = lambda row: (row[canonical], row[canonical] != row[0]) if canonical is not None else ()
    out = sorted(rows, key=lambda row: (group(row), row[1:], row[0]))
    in_order = {}
    for row in rows:
        in_order.setdefault(key(row), []).append(row)
    turn = {name: iter(of_name) for name, of_name in in_order.items()}
    return [next(turn[key(row)]) for row in out]


def by_reference(rows, canonical):
    """Canonical names as core/mentions/entities/lexicon_files.cpp reads them: nothing where it is the row's own name, ^ where it is
    that of the row above."""
    out, above = [], None
    for row in rows:
        name = row[canonical]
        cell = "^" if name == above else "" if name == row[0] else name
        above = name
        out.append(row[:canonical] + [cell] + row[canonical + 1 :])
    return out


def column_of(cells):
    """One column: = and the cells, or * and runs of equal cells with their lengths (a byte); each cell closed by a line feed."""
    runs = []
    for cell in cells:
        if runs and runs[-1][1] == cell and runs[-1][0] < 255:
            runs[-1][0] += 1
        else:
            runs.append([1, cell])
    plain = b"=" + "".join(f"{cell}\n" for cell in cells).encode("utf-8")
    short = b"*" + b"".join(bytes([count]) + f"{cell}\n".encode("utf-8") for count, cell in runs)
    return min(plain, short, key=len)


def shared_column(cells):
    """A sorted column: / and a byte a cell, how many bytes it shares with the cell above, then what each has beside, closed by a line
    feed."""
    above, shared, rests = b"", bytearray(), b""
    for cell in cells:
        cell = cell.encode("utf-8")
        count = len(os.path.commonprefix([above, cell])[:255])
        shared.append(count)
        rests += cell[count:] + b"\n"
        above = cell
    return b"/" + bytes(shared) + rests


def pack_tsv(path, name, text):
    out, header, weights = [], None, []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            source = cells.index("source") if "source" in cells else None
            keep = [i for i, column in enumerate(header) if i != source and column not in UNREAD.get(name, ())]
        elif len(cells) != len(header):
            sys.exit(f"{path}:{number}: {len(cells)} cells where the header has {len(header)}")
        elif source is not None and not cells[source].strip():
            sys.exit(f"{path}:{number}: no source")
        out.append([cells[i] for i in keep])
        if name == "mentions/lexicons/places.tsv":
            weights.append(cells[header.index("weight")])
    if header is None:
        sys.exit(f"{path}:1: no header row")
    if name.startswith("mentions/lexicons/"):
        if weights:  # of towns of one name the largest counts
            out[1:] = [row for _, row in sorted(zip(weights[1:], out[1:]), key=lambda at: -int(at[0]))]
        canonical = out[0].index("canonical") if "canonical" in out[0] else None
        out[1:] = grouped(out[1:], canonical)
        if canonical is not None:
            out[1:] = by_reference(out[1:], canonical)
    alone = name.startswith("mentions/lexicons/") and len(out[0]) == 1
    given = name == "mentions/lexicons/given_names.tsv"  # by gender, and sorted within each
    columns = [shared_column(column) if alone or (given and i == 0) else column_of(column) for i, column in enumerate(zip(*out))]
    return f"\1{len(out[0])} {len(out)}\n".encode("ascii") + b"".join(columns)


def literal(data):
    """The bytes as C++ string literals of 512 bytes a line; octal escapes of three digits can't run into what follows."""
    plain = set(range(0x20, 0x7F)) - {0x22, 0x5C, 0x3F}
    table = [chr(b) if b in plain else f"\\{b:03o}" for b in range(256)]
    return "\n".join('"' + "".join(table[b] for b in data[i : i + 512]) + '"' for i in range(0, len(data), 512)) or '""'


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out, root = sys.argv[1:3]
    files = sorted(sys.argv[3:], key=lambda path: (path.endswith(".bin"), path))  # text beside text packs better
    parts, table = [], []
    for i, path in enumerate(files):
        name = os.path.relpath(path, root).replace(os.sep, "/")
        if name in UNREAD_FILES:
            continue
        with open(path, "rb") as f:
            data = f.read()
        if path.endswith(".tsv"):
            data = pack_tsv(path, name, data.decode("utf-8"))
        parts.append(f"const char file_{i}[] =\n{literal(data)};\n")
        table.append(f'    {{"{name}", {{file_{i}, {len(data)}}}}},\n')
    source = (
        "// Made by tools/pack.py; not for editing.\n#include \"lexicon/table.h\"\n\nnamespace khabar::lexicon {\n\nnamespace {\n\n"
        + "".join(parts)
        + "\nstruct File {\n  std::string_view name;\n  std::string_view data;\n};\nconst File files[] = {\n"
        + "".join(table)
        + '    {"", {}},\n};\n\n}  // namespace\n\nstd::string_view packed(std::string_view name) {\n  for (const File& file : files)\n'
        "    if (file.name == name) return file.data;\n  return {};\n}\n\n}  // namespace khabar::lexicon\n"
    )
    with open(out, "w", encoding="ascii", newline="\n") as f:
        f.write(source)


main()
