// Number plates as the server keeps and writes them. Nothing is refused
// for its form: personal plates have any.
const separators = /[\s.\-\u00b7\u2010-\u2015\u2212]/g;

export const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(separators, '');

export const isPlate = (text: string): boolean => /^[A-Z0-9]{1,12}$/.test(plain(text));

const usual = /^(\d?)([A-Z]{3})(\d{3})$|^(\d{3})([A-Z]{3})$/;

/** One of the usual forms. */
export const looksBelgian = (text: string): boolean => usual.test(plain(text)) && !plain(text).startsWith('0');

/** With hyphens, where Belgium writes them. */
export function written(text: string, country: string): string {
  const plate = plain(text);
  const groups = country === 'BE' ? usual.exec(plate)?.slice(1) : undefined;
  return groups?.filter(Boolean).join('-') ?? plate;
}
