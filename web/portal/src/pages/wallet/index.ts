// What one has and what one parks with it: one chunk, one group of texts. They
// share their lists and forms, and apart they would weigh 3 KB more.
export { default as Book } from '../parking/Book.svelte';
export { default as Plates } from '../parking/Plates.svelte';
export { default as SessionPage } from '../parking/SessionPage.svelte';
export { default as ParkingSessions } from '../parking/Sessions.svelte';
export { default as Outcome } from '../top-up/Outcome.svelte';
export { default as TopUp } from '../top-up/TopUp.svelte';
export { default as Refund } from './Refund.svelte';
export { default as Transactions } from './Transactions.svelte';
export { default as Wallet } from './Wallet.svelte';
