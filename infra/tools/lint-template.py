"""What the template promises about files beside it, and no linter knows."""

import pathlib
import re
import sys
import tomllib

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
findings = []


def finding(text):
    findings.append(text)


template = yaml.safe_load((ROOT / "infra/template.yaml").read_text())
resources = template["Resources"]
functions = {k: v for k, v in resources.items() if v["Type"] == "AWS::Serverless::Function"}

# One crate, one function, one binary, one log, one alarm: all of one name.
crates = {folder.name for folder in (ROOT / "functions").iterdir() if folder.is_dir()}
named = set()
for key, function in functions.items():
    name = re.sub(r"(?<!^)([A-Z])", r"-\1", key).lower()
    named.add(name)
    properties = function["Properties"]
    if properties["CodeUri"] != f"../target/lambda/{name}/":
        finding(f"{key}: CodeUri is not ../target/lambda/{name}/")
    if properties["FunctionName"] != {"Fn::Sub": "${AWS::StackName}-" + name}:
        finding(f"{key}: FunctionName is not the stack's name and -{name}")
    if properties["LoggingConfig"]["LogGroup"] != {"Ref": f"{key}Logs"} or f"{key}Logs" not in resources:
        finding(f"{key}: has no log group {key}Logs")
    if f"{key}Alarm" not in resources:
        finding(f"{key}: has no alarm {key}Alarm")
    for metric in resources.get(f"{key}Alarm", {}).get("Properties", {}).get("Metrics", []):
        watched = metric.get("MetricStat", {}).get("Metric", {}).get("Dimensions", [])
        if any(dimension["Value"] != {"Ref": key} for dimension in watched):
            finding(f"{key}Alarm: watches something else than {key}")
    if properties.get("Timeout", 0) > 29:
        finding(f"{key}: Timeout is over the gateway's 30 seconds")
for name in sorted(crates - named):
    finding(f"functions/{name}: not in the template")
for name in sorted(named - crates):
    finding(f"{name}: in the template, but functions/{name} is not there")

# The function that CloudFront runs is tested as a file and deployed as text.
inline = resources["SitePaths"]["Properties"]["FunctionCode"]
if inline != (ROOT / "infra/site/spa.js").read_text():
    finding("SitePaths: FunctionCode differs from infra/site/spa.js")

# CloudFront's own limit, which no linter counts.
for name in ("ApiRequests", "PaymentReports"):
    headers = resources[name]["Properties"]["OriginRequestPolicyConfig"]["HeadersConfig"]["Headers"]
    if len(headers) > 10:
        finding(f"{name}: {len(headers)} headers, and CloudFront takes ten")

# Every environment says all that the template asks, and nothing it doesn't know.
parameters = template["Parameters"]
required = {name for name, parameter in parameters.items() if "Default" not in parameter}
config = tomllib.loads((ROOT / "samconfig.toml").read_text())
for environment in ("test", "production"):
    said = dict(pair.split("=", 1) for pair in config[environment]["deploy"]["parameters"]["parameter_overrides"])
    for name in sorted(required - said.keys()):
        finding(f"samconfig.toml, {environment}: {name} is missing")
    for name in sorted(said.keys() - parameters.keys()):
        finding(f"samconfig.toml, {environment}: {name} is no parameter of the template")
    for name, value in said.items():
        parameter = parameters.get(name, {})
        value = value.strip('"')
        if "AllowedPattern" in parameter and not re.fullmatch(parameter["AllowedPattern"], value):
            finding(f"samconfig.toml, {environment}: {name} does not fit its pattern")
        if "AllowedValues" in parameter and value not in map(str, parameter["AllowedValues"]):
            finding(f"samconfig.toml, {environment}: {name} is none of the allowed values")

for text in findings:
    print(text, file=sys.stderr)
sys.exit(1 if findings else 0)
