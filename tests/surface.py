"""Names the public items of a crate that have no example, from the JSON that nightly rustdoc writes.

``python tests/surface.py target/doc/notaverbale.json``
"""

import json
import sys


def surface(crate):
    """Path and documentation of every public item: types, functions, constants, and those of each type."""
    items = crate["index"]

    def hidden(item):
        return "doc(hidden)" in str(item["attrs"]).replace(" ", "")

    def members(item, path):
        kind, inner = next(iter(item["inner"].items()))
        if kind == "use":
            yield from members(items[str(inner["id"])], [*path[:-1], inner["name"]])
        elif kind == "module":
            for child in inner["items"]:
                yield from public(items.get(str(child)), path)
        else:
            yield "::".join(path), item["docs"] or ""
            for implementation in inner.get("impls", []):
                block = items[str(implementation)]["inner"]["impl"]
                for child in block["items"] if block["trait"] is None else []:
                    yield from public(items.get(str(child)), path)

    def public(item, path):
        if item and item["visibility"] == "public" and not hidden(item):
            yield from members(item, [*path, item["name"]])

    yield from public(items[str(crate["root"])], [])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        found = list(surface(json.load(file)))
    bare = [path for path, documentation in found if "```" not in documentation]
    print(f"{len(found) - len(bare)} of {len(found)} public items have an example")
    if bare:
        sys.exit("without one: " + ", ".join(bare))


if __name__ == "__main__":
    main()
