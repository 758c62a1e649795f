// The drawings only the office needs, on the grid of @meent/ui/icons.ts.
export const people = 'M9 11.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8ZM2.8 19c.5-3.1 3-4.9 6.2-4.9s5.7 1.8 6.2 4.9M15.4 5a3.4 3.4 0 0 1 0 6.2M17.4 14.5c2.1.6 3.5 2.2 3.8 4.5';
export const back = 'M9.5 5 4.5 10l5 5M4.5 10h9.7a5.3 5.3 0 0 1 0 10.6H9';
export const paper = 'M6.5 3.5h7.6l4.4 4.4v12.6h-12v-17ZM13.8 3.8v4.4h4.4M9.5 12.5h6M9.5 16h6';
export const scales = 'M12 4v16M7.5 20h9M5 7h14M5 7l-2.7 6.5a2.8 2.8 0 0 0 5.4 0L5 7ZM19 7l-2.7 6.5a2.8 2.8 0 0 0 5.4 0L19 7Z';
export const history = 'M4.6 12a7.9 7.9 0 1 0 2.5-5.8L4.4 8.8M4.4 4.5v4.3h4.3M12 7.9V12l3 2';
export const plate = 'M4 7.5h16A1.5 1.5 0 0 1 21.5 9v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 15V9A1.5 1.5 0 0 1 4 7.5ZM6.5 7.8v8.4M10 13.8v-3.6M13 13.8v-3.6M16 13.8v-3.6';
export const key = 'M8 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM12.2 12h9.3M18 12v3.4M21.3 12v2.6';
export const hourglass = 'M7 4h10M7 20h10M8.3 4v3.4l4.6 4.6-4.6 4.6V20M15.7 4v3.4L11.1 12l4.6 4.6V20';
export const unpaid = 'M17.2 7.4a5.8 5.8 0 1 0 0 9.2M5 10.6h7.5M5 13.4h6M4 4l16 16';
export const pin = 'M12 20.8c4-4.4 6.2-7.7 6.2-10.6a6.2 6.2 0 1 0-12.4 0c0 2.9 2.2 6.2 6.2 10.6ZM12 12.6a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z';
export const meter = 'M9 20.5h6M12 20.5v-6M7 14.5V9a5 5 0 0 1 10 0v5.5H7ZM9.5 11V9.2a2.5 2.5 0 0 1 5 0V11h-5Z';
export const desk = 'M3.5 12.5h17v3h-17v-3ZM5.5 15.5v4.5M18.5 15.5v4.5M12 9.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM7.6 12.3c.4-1.6 2.2-2.7 4.4-2.7s4 1.1 4.4 2.7';
