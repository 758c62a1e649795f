"""The licences of the web's packages, as its lock file names them."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What the browser gets; fonts may come under the fonts' own licence.
SHIPPED = {"MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "OFL-1.1"}
# What only builds and tests may further be under: none of it is given away.
BUILDING = SHIPPED | {
    "Apache-2.0 WITH LLVM-exception",
    "BlueOak-1.0.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "MPL-2.0",
    "Python-2.0",
}
# Packages whose lock entry names no licence, with what their own files say.
READ_BY_HAND = {
    "@inlang/plugin-message-format": "MIT",
    # A build of @lix-js/sdk for one processor, from the same place, which is MIT.
    "@lix-js/sdk-linux-x64": "MIT",
}


def allowed(licence, known):
    plain = re.sub(r"[()]", "", licence)
    return any(choice.strip() in known for choice in plain.split(" OR "))


lock = json.loads((ROOT / "web/package-lock.json").read_text())
findings = []
count = 0
for path, package in lock["packages"].items():
    if not path.startswith("node_modules/") or package.get("link"):
        continue
    count += 1
    name = path.rsplit("node_modules/", 1)[1]
    licence = package.get("license") or READ_BY_HAND.get(name)
    known = BUILDING if package.get("dev") or package.get("optional") else SHIPPED
    if licence is None:
        findings.append(f"{name}: names no licence")
    elif not allowed(licence, known):
        findings.append(f"{name}: {licence}")

for text in findings:
    print(text, file=sys.stderr)
print(f"web: {count} packages, {len(findings)} findings")
sys.exit(1 if findings else 0)
