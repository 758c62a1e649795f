// An address on one line, as Belgian post wants it.
export interface Postal {
  street: string;
  number: string;
  box?: string | null | undefined;
  postcode: string;
  town: string;
}

export function postal({ street, number, box, postcode, town }: Postal): string {
  return `${street} ${number}${box ? ` bus ${box}` : ''}, ${postcode} ${town}`;
}
