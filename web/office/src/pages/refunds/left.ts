// What of a refund is not back with the resident yet: so much is paid by hand
// when the provider can't.
interface Parted {
  amountCents: number;
  parts: readonly { amountCents: number; state: string }[];
}

export const left_cents = ({ amountCents, parts }: Parted): number => parts.reduce((left, part) => (part.state === 'paid' ? left - part.amountCents : left), amountCents);
