// An authenticator app (RFC 6238): the code of each half minute works once.
import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const step_ms = 30_000;

function bytesOf(secret) {
  const bits = [...secret.replaceAll(/[\s=]/g, '').toUpperCase()].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

function codeOf(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const tag = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const number = tag.readUInt32BE(tag[19] & 0x0f) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export class Authenticator {
  #secret;
  #last = 0;

  constructor(secret) {
    this.#secret = secret;
  }

  /** A code not given before. A clock may be a step off, so three can be had at once. */
  code() {
    const now = Math.floor(Date.now() / step_ms);
    this.#last = Math.max(this.#last + 1, now - 1);
    if (this.#last > now + 1) throw new Error('no fresh code left: use another colleague');
    return codeOf(this.#secret, this.#last);
  }
}
