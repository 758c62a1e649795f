// Euros can be credited; of other money nobody here knows what it is worth
// (functions/payments/src/resolve.rs).
interface Received {
  receivedCents?: number | null;
  receivedCurrency?: string | null;
}

export const creditable = ({ receivedCents, receivedCurrency }: Received): boolean => receivedCurrency === 'EUR' && (receivedCents ?? 0) > 0;

/** What came differs from what was ordered. */
export const differs = ({ orderedCents, receivedCents, receivedCurrency }: Received & { orderedCents: number }): boolean =>
  receivedCents !== undefined && receivedCents !== null && (receivedCents !== orderedCents || receivedCurrency !== 'EUR');
