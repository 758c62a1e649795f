// The drawings only the office needs, on the grid of @meent/ui/icons.ts.
export const people = 'M9 11.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8ZM2.8 19c.5-3.1 3-4.9 6.2-4.9s5.7 1.8 6.2 4.9M15.4 5a3.4 3.4 0 0 1 0 6.2M17.4 14.5c2.1.6 3.5 2.2 3.8 4.5';
export const history = 'M4.6 12a7.9 7.9 0 1 0 2.5-5.8L4.4 8.8M4.4 4.5v4.3h4.3M12 7.9V12l3 2';
