#!/usr/bin/env python3
"""Brings rows back as they were at a moment of the last 35 days.

  restore-rows.py STACK people|staff --at 2026-11-21T09:05:00Z --partition PERSON#… [--apply]

Restores the table beside itself (some ten minutes and more), compares the partition's
rows, says which differ, and with --apply puts the old ones back; rows made since stay.
The table beside is left for a second look, and removed by its name when you are done.

Only people and staff: a ledger is righted by a counter-entry, mails would go out again,
sessions are over, and the audit trail doesn't change.
"""

import argparse
import datetime
import sys

import boto3
from boto3.dynamodb.conditions import Key
from botocore.exceptions import BotoCoreError, ClientError


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(1)


def rows_of(table, partition):
    rows, start = {}, {}
    while True:
        page = table.query(KeyConditionExpression=Key("pk").eq(partition), ConsistentRead=True, **start)
        rows |= {row["sk"]: row for row in page["Items"]}
        if "LastEvaluatedKey" not in page:
            return rows
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}


def beside(client, name, at):
    """The table as it was then; made when it isn't there yet."""
    restored = f"{name}-at-{at:%Y%m%dT%H%M%SZ}"
    try:
        client.describe_table(TableName=restored)
    except client.exceptions.ResourceNotFoundException:
        client.restore_table_to_point_in_time(SourceTableName=name, TargetTableName=restored, RestoreDateTime=at)
        print(f"Restoring {restored} …")
    client.get_waiter("table_exists").wait(TableName=restored, WaiterConfig={"Delay": 20, "MaxAttempts": 180})
    return restored


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stack")
    parser.add_argument("table", choices=("people", "staff", "ledger", "payments", "parking", "catalogue"))
    parser.add_argument("--at", required=True, type=datetime.datetime.fromisoformat)
    parser.add_argument("--partition", required=True)
    parser.add_argument("--apply", action="store_true")
    asked = parser.parse_args()
    if asked.at.tzinfo is None:
        fail("--at needs its time zone: 2026-11-21T09:05:00Z")

    name = f"{asked.stack}-{asked.table}"
    restored = beside(boto3.client("dynamodb"), name, asked.at.astimezone(datetime.timezone.utc))
    tables = boto3.resource("dynamodb")
    now, then = tables.Table(name), tables.Table(restored)
    present, past = rows_of(now, asked.partition), rows_of(then, asked.partition)

    # Key and change only: what is in them is nobody's business on a screen.
    different = [sort for sort, row in past.items() if present.get(sort) != row]
    for sort in different:
        print(f"{sort}: {'changed since' if sort in present else 'gone since'}")
        if asked.apply:
            now.put_item(Item=past[sort])
    print(f"{len(different)} of {len(past)} rows differ; {len(different) if asked.apply else 'none'} put back.")
    print(f"When done: aws dynamodb delete-table --table-name {restored}")


if __name__ == "__main__":
    try:
        main()
    except (BotoCoreError, ClientError) as error:
        fail(f"AWS refused: {error}")
