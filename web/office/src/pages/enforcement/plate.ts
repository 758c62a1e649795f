// A plate as somebody types it, or as the phone reads it from the car: spaces,
// dots and hyphens don't count. Nothing is refused for its form.
const separators = /[\s.\-\u00b7\u2010-\u2015\u2212]/g;

export const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(separators, '');

export const isPlate = (text: string): boolean => /^[A-Z0-9]{1,12}$/.test(plain(text));
