// The drawings only a table needs, on the same grid as ../icons.ts.
export const sortBoth = 'm8 9.5 4-4 4 4M8 14.5l4 4 4-4';
export const columns = 'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5ZM9 5v14M15 5v14';
