/** Whether a number could be read, and lies between two. */
export const within = (value: number | undefined, least: number, greatest: number): boolean => value !== undefined && least <= value && value <= greatest;
