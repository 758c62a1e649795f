#!/usr/bin/env python3
"""Names dependencies that a crate lists and nowhere uses. A look for the name in the crate's own
code: quick, and enough for crates that are used by their name."""

import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]


def used_in(sources: list[pathlib.Path], name: str) -> bool:
    word = re.compile(rf"\b{re.escape(name)}\b")
    return any(word.search(path.read_text(encoding="utf-8")) for path in sources)


def main() -> int:
    workspace = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["workspace"]
    members = [path for pattern in workspace["members"] for path in ROOT.glob(f"{pattern}/Cargo.toml")]
    renamed = {"dynoxide-rs": "dynoxide"}
    listed, findings = set(), []
    for manifest in members:
        crate = tomllib.loads(manifest.read_text(encoding="utf-8"))
        sources = [path for path in manifest.parent.rglob("*.rs") if "target" not in path.parts]
        for table in ("dependencies", "dev-dependencies", "build-dependencies"):
            for package in crate.get(table, {}):
                listed.add(package)
                name = renamed.get(package, package).replace("-", "_")
                if not used_in(sources, name):
                    findings.append(f"{manifest.relative_to(ROOT)} lists {package} and does not use it")
    for package in workspace["dependencies"]:
        if package not in listed:
            findings.append(f"Cargo.toml lists {package} and no crate uses it")
    print("\n".join(findings), file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
