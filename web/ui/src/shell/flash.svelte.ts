// One sentence that a page leaves for the next one: "Your user name is saved."
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
