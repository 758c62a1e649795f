"""Puts the built site in a stack's bucket; called by publish-site.sh.

Files with a hash in their name first and index.html last, so that whoever comes in
between gets a page whose files are there. Files of earlier builds stay 30 days for
pages that are still open. CloudFront needs no invalidation: what can change is asked
for again each time, what can't never changes.
"""

import argparse
import datetime
import json
import mimetypes
import pathlib
import sys

import boto3
from botocore.exceptions import BotoCoreError, ClientError

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEEP = datetime.timedelta(days=30)
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(1)


def stack_of(name):
    try:
        stack = boto3.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
    except ClientError as error:
        if error.response["Error"]["Code"] == "ValidationError":
            fail(f"There is no stack {name} in this account and region: deploy it first.")
        raise
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    parameters = {p["ParameterKey"]: p["ParameterValue"] for p in stack.get("Parameters", [])}
    return outputs, parameters


def files_under(folder):
    """Path below the folder → file; what begins with a dot is the build's own.

    Compressed twins are for towns on one machine: CloudFront compresses by itself.
    """
    found = {}
    for file in sorted(folder.rglob("*")):
        below = file.relative_to(folder)
        if file.suffix == ".br":
            continue
        if file.is_file() and not any(part.startswith(".") for part in below.parts):
            found[below.as_posix()] = file
    return found


def files_of(surface, town):
    dist = ROOT / "web" / surface / "dist"
    if not (dist / "index.html").is_file():
        fail(f"web/{surface}/dist holds no index.html: the build has not run.")
    files = files_under(dist)
    files |= {f"town/{below}": file for below, file in files_under(town).items()}
    files["api/openapi.json"] = ROOT / "docs" / "openapi.json"
    return files


def cache_of(below):
    return "public, max-age=31536000, immutable" if below.startswith("assets/") else "no-cache"


def order_of(below):
    return (not below.startswith("assets/"), below == "index.html", below)


def publish(bucket, surface, files):
    s3 = boto3.client("s3")
    for below in sorted(files, key=order_of):
        file = files[below]
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        s3.put_object(
            Bucket=bucket,
            Key=f"{surface}/{below}",
            Body=file.read_bytes(),
            ContentType=kind,
            CacheControl=cache_of(below),
        )
    removed = 0
    before = datetime.datetime.now(datetime.timezone.utc) - KEEP
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=f"{surface}/"):
        for thing in page.get("Contents", []):
            if thing["Key"].removeprefix(f"{surface}/") not in files and thing["LastModified"] < before:
                s3.delete_object(Bucket=bucket, Key=thing["Key"])
                removed += 1
    print(f"{surface}: {len(files)} files published, {removed} old ones removed")


def main():
    parser = argparse.ArgumentParser(description="Publishes the built site")
    parser.add_argument("stack")
    parser.add_argument("town", type=pathlib.Path)
    asked = parser.parse_args()

    if not (asked.town / "town.json").is_file():
        fail(f"{asked.town} holds no town.json: it is not a town's folder.")
    outputs, parameters = stack_of(asked.stack)
    # A real town that looks like a practice town, or the reverse, misleads (P-61).
    practice = json.loads((asked.town / "town.json").read_text()).get("practice", False)
    if parameters.get("Practice") != str(practice).lower():
        fail(f"town.json says practice: {str(practice).lower()}, the stack Practice: {parameters.get('Practice')}.")

    surfaces = {surface: files_of(surface, asked.town) for surface in ("portal", "office")}
    for surface, files in surfaces.items():
        publish(outputs["SiteBucketName"], surface, files)
    print(f"Portal {outputs['PortalUrl']}, office {outputs['OfficeUrl']}")


if __name__ == "__main__":
    try:
        main()
    except (BotoCoreError, ClientError) as error:
        fail(f"AWS refused: {error}")
