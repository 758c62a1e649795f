// An address on one line, as it stands on an envelope here: in the town's
// language, whatever the reader's.
export interface Postal {
  street: string;
  number: string;
  box?: string | null | undefined;
  postcode: string;
  town: string;
}

export function postal({ street, number, box, postcode, town }: Postal): string {
  return `${street} ${number}${box ? ` bus ${box}` : ''}, ${postcode}\u00a0${town}`;
}
