"""Derives from infra/template.yaml what `sam local` needs, so that the template itself
knows of no local run.

FOLDER/engines.json, from meent-local, maps names of environment variables to values.
Made beside it: template.json (the API and its functions alone, with those variables
declared, because SAM gives a function none that its template does not declare) and
environment.json (their values).
"""

import json
import pathlib
import platform
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Of a function, what concerns the machine it runs on.
KEPT = ("CodeUri", "Timeout", "MemorySize", "Environment")


def main(folder):
    engines = json.loads((folder / "engines.json").read_text())
    template = yaml.safe_load((ROOT / "infra/template.yaml").read_text())
    globals_ = template["Globals"]["Function"]
    shared = globals_["Environment"]["Variables"]

    resources = {"Api": {"Type": "AWS::Serverless::HttpApi", "Properties": {"StageName": "$default"}}}
    declared = set()
    for key, resource in template["Resources"].items():
        if resource["Type"] != "AWS::Serverless::Function":
            continue
        events = resource["Properties"].get("Events", {})
        routes = {name: event for name, event in events.items() if event["Type"] == "HttpApi"}
        if not routes:
            # Woken by a stream or a schedule: meent-local does that work itself.
            continue
        properties = {name: resource["Properties"][name] for name in KEPT if name in resource["Properties"]}
        properties["CodeUri"] = str((ROOT / "infra" / properties["CodeUri"]).resolve())
        own = resource["Properties"].get("Environment", {}).get("Variables", {})
        names = sorted(set(shared) | set(own) | {name for name in engines if name.startswith("AWS_")})
        declared |= set(names)
        properties["Environment"] = {"Variables": dict.fromkeys(names, "")}
        properties["Events"] = routes
        resources[key] = {"Type": "AWS::Serverless::Function", "Properties": properties}

    missing = sorted(declared - engines.keys())
    if missing:
        sys.exit(f"meent-local gave no value for {', '.join(missing)}.")

    arch = "arm64" if platform.machine() in ("aarch64", "arm64") else "x86_64"
    local = {
        "AWSTemplateFormatVersion": template["AWSTemplateFormatVersion"],
        "Transform": template["Transform"],
        "Globals": {
            "Function": {
                "Runtime": globals_["Runtime"],
                "Handler": globals_["Handler"],
                "MemorySize": globals_["MemorySize"],
                "Timeout": globals_["Timeout"],
                "Architectures": [arch],
            }
        },
        "Resources": resources,
    }
    (folder / "template.json").write_text(json.dumps(local, indent=2))
    (folder / "environment.json").write_text(json.dumps({"Parameters": engines}, indent=2))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
