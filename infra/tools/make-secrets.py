#!/usr/bin/env python3
"""Fills and turns the secrets of a stack. Values go from here to Secrets Manager and
nowhere else: not to the screen, not to a file. Run it with .venv/bin/python, with the
credentials and region with which the stack was deployed.

  make-secrets.py STACK show                key ids and which client secrets there are
  make-secrets.py STACK data                first keys for personal data
  make-secrets.py STACK identity            first keys for itsme
  make-secrets.py STACK client PROVIDER     asks for a client secret (eid, acm, uitid)
  make-secrets.py STACK payments worldline  asks for the two pairs of keys of Worldline
  make-secrets.py STACK payments mollie     asks for Mollie's key
  make-secrets.py STACK push                a key for notices; prints its public half
  make-secrets.py STACK turn data           new data is encrypted with a new key
  make-secrets.py STACK turn decryption     itsme gets a new key to encrypt for
  make-secrets.py STACK turn signing        a new key of ours is published, not yet used
  make-secrets.py STACK use KEY             sign with that key from now on
  make-secrets.py STACK turn edge           a new header for CloudFront
  make-secrets.py STACK retire KEY          removes a key for itsme that is no longer used

docs/OPERATIONS.md says what to wait for between one step and the next.
"""

import argparse
import base64
import datetime
import getpass
import json
import secrets
import sys

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

PROVIDERS = ("eid", "acm", "uitid")
PAYMENT_PROVIDERS = ("worldline", "mollie")


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(1)


class Store:
    """The secrets of one stack."""

    def __init__(self, stack):
        self.stack = stack
        self.client = boto3.client("secretsmanager")

    def read(self, audience, may_lack=False):
        try:
            answer = self.client.get_secret_value(SecretId=f"{self.stack}/{audience}")
        except self.client.exceptions.ResourceNotFoundException as error:
            # An empty secret has no value; one that isn't there, no name.
            if "staging label" in str(error):
                return None
            if may_lack:
                return None
            fail(f"There is no secret {self.stack}/{audience} in this account and region: deploy the stack first.")
        return json.loads(answer["SecretString"])

    def must_read(self, audience, first):
        value = self.read(audience)
        if value is None:
            fail(f"{self.stack}/{audience} is still empty: begin with `{first}`.")
        return value

    def write(self, audience, value):
        self.client.put_secret_value(SecretId=f"{self.stack}/{audience}", SecretString=json.dumps(value))


def random_key():
    return base64.b64encode(secrets.token_bytes(32)).decode()


def rsa_key(use):
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    der = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    day = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    return {"kid": f"{use}-{day}-{secrets.token_hex(3)}", "pkcs8": base64.b64encode(der).decode()}


def show(store):
    data = store.read("data")
    identity = store.read("identity")
    edge = store.read("edge")
    print("data:      ", "empty" if data is None else f"keys {', '.join(data['keys'])}; in use {data['current']}")
    if identity is None:
        print("identity:   empty")
    else:
        print("signing:   ", ", ".join(key["kid"] for key in identity["signing"]), "(the first signs)")
        print("decryption:", ", ".join(key["kid"] for key in identity["decryption"]), "(the first is published)")
        print("clients:   ", ", ".join(identity["clients"]) or "none")
    payments = store.read("payments") or {}
    worldline = payments.get("worldline")
    pairs = f"worldline {worldline['key_id']}, reports {', '.join(worldline['webhooks'])}" if worldline else ""
    print("payments:  ", "; ".join(filter(None, [pairs, "mollie" if payments.get("mollie") else ""])) or "none")
    push = store.read("push", may_lack=True)
    print("push:      ", "empty" if push is None else f"PushPublicKey={public_half(push)}")
    print("edge:      ", "empty" if edge is None else "set, with the one before" if "previous" in edge else "set")


def first_data(store):
    if store.read("data") is not None:
        fail("There are keys for personal data already; other ones would make all data unreadable. See `turn data`.")
    store.write("data", {"current": "k1", "keys": {"k1": random_key()}, "lookup": random_key()})


def first_identity(store):
    if store.read("identity") is not None:
        fail("There are keys for itsme already. See `turn`.")
    store.write("identity", {"signing": [rsa_key("sig")], "decryption": [rsa_key("enc")], "clients": {}})


def set_client(store, provider):
    value = store.must_read("identity", "identity")
    value["clients"][provider] = getpass.getpass(f"Client secret of {provider}: ").strip() or fail("Nothing was typed.")
    store.write("identity", value)


def typed(question, hidden=True):
    answer = (getpass.getpass if hidden else input)(f"{question}: ").strip()
    return answer or fail("Nothing was typed.")


def set_payments(store, provider):
    """A new pair of Worldline's ends the old one at once, so nothing of the old is kept."""
    value = store.read("payments") or {}
    if provider == "mollie":
        value["mollie"] = typed("API key of Mollie")
    else:
        key_id, secret = typed("Key id of the API", hidden=False), typed("Its secret")
        report_id, report_secret = typed("Key id of the webhooks", hidden=False), typed("Its secret")
        value["worldline"] = {"key_id": key_id, "secret": secret, "webhooks": {report_id: report_secret}}
    store.write("payments", value)


def set_push(store):
    """A new key ends what residents turned on under the one before."""
    if store.read("push") is not None and typed("All notices end until residents turn them on again. Type yes", False) != "yes":
        fail("Nothing was changed.")
    key = ec.generate_private_key(ec.SECP256R1())
    der = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    store.write("push", {"pkcs8": base64.b64encode(der).decode()})


def public_half(push):
    key = serialization.load_der_private_key(base64.b64decode(push["pkcs8"]), None).public_key()
    point = key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).decode().rstrip("=")


def turn(store, what):
    if what == "data":
        value = store.must_read("data", "data")
        name = f"k{max(int(key[1:]) for key in value['keys']) + 1}"
        value["keys"][name] = random_key()
        value["current"] = name
        store.write("data", value)
    elif what == "edge":
        value = store.must_read("edge", "a deploy")
        store.write("edge", {"header": secrets.token_urlsafe(48), "previous": value["header"]})
    else:
        value = store.must_read("identity", "identity")
        if what == "signing":
            value["signing"].append(rsa_key("sig"))
        else:
            value["decryption"].insert(0, rsa_key("enc"))
        store.write("identity", value)


def find(value, kid):
    for keys in (value["signing"], value["decryption"]):
        for key in keys:
            if key["kid"] == kid:
                return keys, key
    fail(f"There is no key {kid}: see `show`.")


def use(store, kid):
    value = store.must_read("identity", "identity")
    keys, key = find(value, kid)
    if keys is not value["signing"]:
        fail(f"{kid} is no key that signs.")
    keys.remove(key)
    keys.insert(0, key)
    store.write("identity", value)


def retire(store, kid):
    value = store.must_read("identity", "identity")
    keys, key = find(value, kid)
    if keys[0] is key:
        fail(f"{kid} is in use.")
    keys.remove(key)
    store.write("identity", value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stack")
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("show", "data", "identity", "push"):
        commands.add_parser(name)
    commands.add_parser("client").add_argument("provider", choices=PROVIDERS)
    commands.add_parser("payments").add_argument("provider", choices=PAYMENT_PROVIDERS)
    commands.add_parser("turn").add_argument("what", choices=("data", "decryption", "signing", "edge"))
    commands.add_parser("use").add_argument("key")
    commands.add_parser("retire").add_argument("key")
    asked = parser.parse_args()

    store = Store(asked.stack)
    match asked.command:
        case "data":
            first_data(store)
        case "identity":
            first_identity(store)
        case "client":
            set_client(store, asked.provider)
        case "payments":
            set_payments(store, asked.provider)
        case "push":
            set_push(store)
        case "turn":
            turn(store, asked.what)
        case "use":
            use(store, asked.key)
        case "retire":
            retire(store, asked.key)
    show(store)


if __name__ == "__main__":
    try:
        main()
    except (BotoCoreError, ClientError) as error:
        fail(f"AWS refused: {error}")
