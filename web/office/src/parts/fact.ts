/** A name and its value, as Facts shows them. */
export interface Fact {
  name: string;
  value: string;
  href?: string;
  /** One may need it elsewhere: a button copies it. */
  copied?: boolean;
}
