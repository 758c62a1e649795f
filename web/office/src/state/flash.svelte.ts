// One sentence that a page leaves for the next one: "The invitation is sent."
let left = $state('');

export const flash = {
  leave(text: string) {
    left = text;
  },
  /** Read once. */
  take(): string {
    const text = left;
    left = '';
    return text;
  },
};
