/** The digits of a code as it was typed: "123 456" is 123456. */
export const digitsOf = (code: string): string => code.replace(/[\s-]/g, '');

export const isCode = (code: string): boolean => /^\d{6}$/.test(digitsOf(code));
