// A payment's reference, as it stands on a receipt and at the provider: its
// whole id, read as people type it (shared/domain/src/ids.rs).
export const referenceLength = 26;

const letters = /^[0-9A-HJKMNP-TV-Z]*$/;
const bare = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/** The reference, when all of it is there. */
export function readReference(typed: string): string | undefined {
  const plain = bare(typed);
  return plain.length === referenceLength && letters.test(plain) ? plain : undefined;
}

/** How much of it was typed, to say what is missing. */
export const typedLength = (typed: string): number => bare(typed).length;

/** In two halves, so that it breaks in the middle and nowhere else. */
export const halves = (reference: string): [string, string] => [reference.slice(0, referenceLength / 2), reference.slice(referenceLength / 2)];

export const paymentPath = (id: string): string => `/payments/${encodeURIComponent(id)}`;
export const refundPath = (id: string): string => `/refunds/${encodeURIComponent(id)}`;
